"""The day's queue: what is due, in its fixed order (M-46), with what each row says about why now.

Which follow-ups those are comes from one index alone, LIMIT inside; only for them the rest is
joined. So a million follow-ups cost what a thousand do.
"""

from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime, time
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import FollowUpStatus, Kind, Rank, Stage, Way
from followup_desktop.store.reads.build import or_empty, tuples
from followup_desktop.store.reads.prepared import Prepared, slot
from followup_desktop.store.rows import (
    ClerkRow,
    CustomerRow,
    FollowUpRow,
    ItemRow,
    OrderRow,
    PermissionRow,
    PhoneRow,
    PromiseRow,
    PurchaseRow,
    ReferralRow,
    VisitRow,
)

_IS_OPEN = FollowUpRow.status == FollowUpStatus.OPEN
# Named, so that SQLite goes through the index rank by rank instead of from its start.
_OF_ANY_RANK = FollowUpRow.rank.in_(list(Rank))
_IN_ORDER = (FollowUpRow.rank, FollowUpRow.due_on, FollowUpRow.due_time, FollowUpRow.id)


def due(on_or_before: date, limit: int, clerk_id: int | None = None) -> tuple[DueFollowUp, ...]:
    """The first `limit` that are due; with a clerk, theirs and those that are nobody's."""
    if clerk_id is None:
        return _DUE(day=str(on_or_before), limit=limit)
    return _DUE_FOR(day=str(on_or_before), limit=limit, clerk=clerk_id)


def one(follow_up_id: int) -> DueFollowUp | None:
    """An open one by itself, due or not."""
    return next(iter(_ONE(id=follow_up_id)), None)


def of_customer(customer_id: int) -> tuple[DueFollowUp, ...]:
    """All that are open for somebody, due or not."""
    return _OF_CUSTOMER(customer=customer_id)


def due_counts(on_or_before: date, clerk_id: int | None = None) -> dict[Rank, int]:
    """How many are due, rank by rank; ranks with none are left out."""
    counted = FollowUpRow.select(FollowUpRow.rank, fn.COUNT(FollowUpRow.id))
    query = counted.where(*_is_due(on_or_before, clerk_id)).group_by(FollowUpRow.rank)
    return {Rank(rank): count for rank, count in tuples(query)}


def open_counts() -> dict[int | None, int]:
    """How many are open for each clerk, due or not; None stands for nobody's."""
    query = FollowUpRow.select(FollowUpRow.clerk, fn.COUNT(FollowUpRow.id)).where(_IS_OPEN)
    return dict((clerk_id, count) for clerk_id, count in tuples(query.group_by(FollowUpRow.clerk)))


def _is_due(day: Any, clerk_id: Any = None) -> list[Any]:
    conditions: list[Any] = [_IS_OPEN, _OF_ANY_RANK, FollowUpRow.due_on <= day]
    if clerk_id is not None:
        conditions.append(FollowUpRow.clerk.is_null() | (FollowUpRow.clerk == clerk_id))
    return conditions


def _made(*values: Any) -> DueFollowUp:
    *known, promise_made_at = values
    if known[_HAPPENED_ON] is None and promise_made_at is not None:
        # The day on the shop's own calendar: the PC's, as everywhere.
        known[_HAPPENED_ON] = promise_made_at.astimezone().date()
    return DueFollowUp(*known)


_HAPPENED_ON = [field.name for field in fields(DueFollowUp)].index("happened_on")

_CONVERT: dict[str, Callable[[Any], Any]] = {
    "kind": Kind,
    "rank": Rank,
    "due_on": date.fromisoformat,
    "due_time": time.fromisoformat,
    "is_timed": bool,
    "stage": Stage,
    "discreet": bool,
    "happened_on": date.fromisoformat,
    "occasion_on": date.fromisoformat,
    "promised_on": date.fromisoformat,
    "last_contact_at": datetime.fromisoformat,
    "dont_call": bool,
    "may_call": bool,
    "good_from": time.fromisoformat,
    "good_to": time.fromisoformat,
    "rests_until": date.fromisoformat,
    "promise_made_at": datetime.fromisoformat,
}


def _selected(chosen: Any) -> Any:
    """What is shown of the follow-ups whose ids were chosen."""
    row, customer, purchase, order = FollowUpRow, CustomerRow, PurchaseRow, OrderRow
    first_item = (
        ItemRow.select(ItemRow.name)
        .where(ItemRow.purchase == purchase.id)
        .order_by(ItemRow.id)
        .limit(1)
    )
    may_call = (
        PermissionRow.select(PermissionRow.allowed)
        .where(PermissionRow.customer == customer.id, PermissionRow.way == Way.CALL)
        .order_by(PermissionRow.given_at.desc(), PermissionRow.id.desc())
        .limit(1)
    )
    their_phone: Any = PhoneRow.alias()
    referrer: Any = CustomerRow.alias()
    first_phone = (
        their_phone.select(their_phone.id)
        .where(their_phone.customer == customer.id, their_phone.wrong_at.is_null())
        .order_by(their_phone.id)
        .limit(1)
    )
    return (
        row.select(
            row.id,
            row.customer.alias("customer_id"),
            row.kind,
            row.rank,
            row.about,
            row.due_on,
            row.due_time,
            row.is_timed,
            row.tries,
            row.version,
            row.clerk.alias("clerk_id"),
            or_empty(ClerkRow.name, "clerk_name"),
            customer.name,
            customer.title,
            customer.address_as,
            customer.stage,
            customer.purchases,
            customer.discreet,
            fn.COALESCE(first_item, order.what, VisitRow.looked_at, "").alias("item"),
            fn.COALESCE(VisitRow.visited_on, purchase.purchased_on).alias("happened_on"),
            or_empty(purchase.occasion, "occasion"),
            purchase.occasion_on,
            or_empty(referrer.name, "sent_by"),
            fn.COALESCE(order.promised_on, PromiseRow.due_on).alias("promised_on"),
            customer.last_contact_at,
            customer.dont_call_at.is_null(False).alias("dont_call"),
            may_call.alias("may_call"),
            PhoneRow.good_from,
            PhoneRow.good_to,
            row.despite,
            customer.rest_until.alias("rests_until"),
            or_empty(PhoneRow.zones, "zones"),
            PromiseRow.made_at.alias("promise_made_at"),
        )
        # From what was chosen: SQLite may not think of going through all follow-ups instead.
        .from_(chosen)
        .join(row, JOIN.LEFT_OUTER, on=row.id == chosen.c.id)
        .join(customer, JOIN.LEFT_OUTER, on=row.customer == customer.id)
        .join(ClerkRow, JOIN.LEFT_OUTER, on=row.clerk == ClerkRow.id)
        .join(VisitRow, JOIN.LEFT_OUTER, on=row.visit == VisitRow.id)
        .join(order, JOIN.LEFT_OUTER, on=row.order == order.id)
        .join(
            purchase,
            JOIN.LEFT_OUTER,
            on=purchase.id == fn.COALESCE(row.purchase, order.purchase),
        )
        .join(PromiseRow, JOIN.LEFT_OUTER, on=row.promise == PromiseRow.id)
        .join(ReferralRow, JOIN.LEFT_OUTER, on=row.referral == ReferralRow.id)
        .join(referrer, JOIN.LEFT_OUTER, on=ReferralRow.referrer == referrer.id)
        .join(PhoneRow, JOIN.LEFT_OUTER, on=PhoneRow.id == first_phone)
    )


def _whole(*conditions: Any) -> Any:
    """The snapshots of what one index alone has chosen, in its order."""
    chosen = FollowUpRow.select(FollowUpRow.id).where(*conditions).order_by(*_IN_ORDER)
    return _selected(chosen.limit(slot("limit")).alias("chosen")).order_by(*_IN_ORDER)


def _theirs() -> Any:
    theirs = FollowUpRow.select(FollowUpRow.id).where(
        FollowUpRow.customer == slot("customer"), _IS_OPEN
    )
    return _selected(theirs.alias("chosen")).order_by(*_IN_ORDER)


def _single() -> Any:
    chosen = FollowUpRow.select(FollowUpRow.id).where(FollowUpRow.id == slot("id"), _IS_OPEN)
    return _selected(chosen.alias("chosen"))


_DUE = Prepared(lambda: _whole(*_is_due(slot("day"))), _made, _CONVERT)
_DUE_FOR = Prepared(lambda: _whole(*_is_due(slot("day"), slot("clerk"))), _made, _CONVERT)
_ONE = Prepared(_single, _made, _CONVERT)
_OF_CUSTOMER = Prepared(_theirs, _made, _CONVERT)
