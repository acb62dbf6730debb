"""What a call continues from: bought, looked at, ordered, who sent whom, and the last talk."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from types import SimpleNamespace
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain.call_basis import (
    BoughtBefore,
    LookedBefore,
    OrderedBefore,
    SentBefore,
)
from followup_desktop.domain.kinds import CallStep, ReferralState, Step
from followup_desktop.store.reads.build import or_empty
from followup_desktop.store.reads.card_open import STEPS
from followup_desktop.store.reads.prepared import Named, Prepared, slot
from followup_desktop.store.reads.readers import READERS, readers_of
from followup_desktop.store.rows import (
    CallRow,
    CheckpointRow,
    CustomerRow,
    DateChangeRow,
    DelayRow,
    ItemRow,
    OrderRow,
    ProductGroupRow,
    PurchaseRow,
    ReferralRow,
    VisitRow,
)


def bought(
    customer_id: int, purchase_id: int | None, about: str, group_id: int | None
) -> BoughtBefore | None:
    """The given purchase, or the newest. `about` and `group_id` say which thing comes first."""
    found = (
        _NEWEST_PURCHASE(customer=customer_id)
        if purchase_id is None
        else _PURCHASE(purchase=purchase_id)
    )
    if not found:
        return None
    (purchase,) = found
    items = _ITEMS(purchase=purchase.id, about=about, group=group_id)
    _name, group_name, care_tip = items[0] if items else ("", "", "")
    return BoughtBefore(
        items=tuple(name for name, *_group in items),
        on=purchase.purchased_on,
        occasion=purchase.occasion,
        occasion_on=purchase.occasion_on,
        for_whom=purchase.for_whom,
        is_gift=purchase.is_gift,
        product_group=group_name,
        care_tip=care_tip,
        more_tips=tuple(_more_tips(items)),
        is_waited_for=purchase.is_waited_for,
    )


def _more_tips(items: Sequence[tuple[str, str, str]]) -> Iterator[tuple[str, str]]:
    """Two things of one group last by the same tip."""
    said = {tip for _name, _group, tip in items[:1]} | {""}
    for name, _group, tip in items[1:]:
        if tip not in said:
            said.add(tip)
            yield name, tip


def _purchase(is_it: Any) -> Any:
    row = PurchaseRow
    query = row.select(row, fn.EXISTS(_waiting()).alias("is_waited_for")).where(is_it)
    return query.order_by(row.purchased_on.desc(), row.id.desc()).limit(1)


def _waiting() -> Any:
    row, step = OrderRow, CheckpointRow
    received = step.select(step.id).where(
        step.order == row.id, step.step == Step.RECEIVED, step.done_at.is_null(False)
    )
    return row.select(row.id).where(
        row.purchase == PurchaseRow.id, row.closed_at.is_null(), ~fn.EXISTS(received)
    )


_OF_PURCHASE = {**readers_of(PurchaseRow), "is_waited_for": bool}
_PURCHASE: Named[Any] = Named(
    lambda: _purchase(PurchaseRow.id == slot("purchase")), SimpleNamespace, _OF_PURCHASE
)
_NEWEST_PURCHASE: Named[Any] = Named(
    lambda: _purchase(PurchaseRow.customer == slot("customer")), SimpleNamespace, _OF_PURCHASE
)


def _items() -> Any:
    """Of several things the one that the call is about comes first: what is to be renewed, or what
    has a newer one now (M-41)."""
    row = ItemRow
    return (
        row.select(
            row.name,
            or_empty(ProductGroupRow.name, "group_name"),
            or_empty(ProductGroupRow.care_tip, "care_tip"),
        )
        .join(ProductGroupRow, JOIN.LEFT_OUTER)
        .where(row.purchase == slot("purchase"))
        .order_by(
            (row.name == slot("about")).desc(),
            (row.product_group == slot("group")).desc(nulls="LAST"),
            row.id,
        )
    )


_ITEMS: Prepared[tuple[str, str, str]] = Prepared(_items, lambda *values: values, {})


def looked(customer_id: int, visit_id: int | None, bought_on: date | None) -> LookedBefore | None:
    """The given visit, or the newest without a purchase that no purchase came after."""
    if visit_id is not None:
        return next(iter(_VISIT(visit=visit_id)), None)
    since = "" if bought_on is None else str(bought_on)
    return next(iter(_NEWEST_VISIT(customer=customer_id, since=since)), None)


def _visit(*is_it: Any) -> Any:
    row = VisitRow
    query = row.select(row.looked_at, row.held_back, row.visited_on).where(*is_it, ~row.bought)
    return query.order_by(row.visited_at.desc(), row.id.desc()).limit(1)


_VISITED = {"visited_on": date.fromisoformat}
_VISIT = Prepared(lambda: _visit(VisitRow.id == slot("visit")), LookedBefore, _VISITED)
_NEWEST_VISIT = Prepared(
    lambda: _visit(VisitRow.customer == slot("customer"), VisitRow.visited_on >= slot("since")),
    LookedBefore,
    _VISITED,
)


def order(customer_id: int, order_id: int | None) -> Any:
    """The given order, or the newest open one."""
    if order_id is not None:
        return next(iter(_ORDER(order=order_id)), None)
    return next(iter(_NEWEST_ORDER(customer=customer_id)), None)


def _ordering(*is_it: Any) -> Any:
    row, moved, delay = OrderRow, DateChangeRow, DelayRow
    moved_at = moved.select(fn.MAX(moved.changed_at)).where(
        moved.order == row.id, moved.now_on.is_null(False)
    )
    known_at = delay.select(fn.MAX(delay.known_at)).where(delay.order == row.id)
    columns = (row.id, row.purchase, row.what, row.fulfilment, row.promised_on, row.promised_time)
    query = row.select(*columns, moved_at.alias("moved_at"), known_at.alias("known_at"))
    return query.where(*is_it).order_by(row.id.desc()).limit(1)


_OF_ORDER = {**READERS, "moved_at": datetime.fromisoformat}
_ORDER: Named[Any] = Named(
    lambda: _ordering(OrderRow.id == slot("order")), SimpleNamespace, _OF_ORDER
)
_NEWEST_ORDER: Named[Any] = Named(
    lambda: _ordering(OrderRow.customer == slot("customer"), OrderRow.closed_at.is_null()),
    SimpleNamespace,
    _OF_ORDER,
)


def ordered(order: Any) -> OrderedBefore | None:
    if order is None:
        return None
    return OrderedBefore(
        what=order.what,
        fulfilment=order.fulfilment,
        promised_on=order.promised_on,
        promised_time=order.promised_time,
        last_step=max(_TICKED(order=order.id), key=STEPS.index, default=None),
        is_moved=_has_a_new_day(order),
    )


def _has_a_new_day(order: Any) -> bool:
    """Recorded, and not before the shop learned that it won't be complete."""
    if order.moved_at is None:
        return False
    return order.known_at is None or bool(order.moved_at >= order.known_at)


_TICKED = Prepared(
    lambda: CheckpointRow.select(CheckpointRow.step).where(
        CheckpointRow.order == slot("order"), CheckpointRow.done_at.is_null(False)
    ),
    Step,
    {},
)


def sent_by(customer_id: int) -> SentBefore | None:
    return next(iter(_SENT_BY(customer=customer_id)), None)


def has_sent(customer_id: int, referral_id: int | None) -> SentBefore | None:
    """The one that the follow-up is about, or the newest."""
    return next(iter(_HAS_SENT(customer=customer_id, referral=referral_id)), None)


def last_notes(customer_id: int) -> tuple[str, datetime | None]:
    """What was noted on the last finished call, and when."""
    return next(iter(_LAST_NOTES(customer=customer_id)), ("", None))


def _sent_by() -> Any:
    row = ReferralRow
    return (
        row.select(CustomerRow.name, row.state, row.what_for)
        .join(CustomerRow, on=row.referrer == CustomerRow.id)
        .where(row.referred == slot("customer"))
        .order_by(row.id.desc())
        .limit(1)
    )


def _has_sent() -> Any:
    row = ReferralRow
    return (
        row.select(row.name, row.state, row.what_for)
        .where(row.referrer == slot("customer"))
        .order_by((row.id == slot("referral")).desc(), row.id.desc())
        .limit(1)
    )


_SENT = {"state": ReferralState}
_SENT_BY = Prepared(_sent_by, SentBefore, _SENT)
_HAS_SENT = Prepared(_has_sent, SentBefore, _SENT)


def _last_notes() -> Any:
    row = CallRow
    return (
        row.select(row.notes, row.finished_at)
        .where(row.customer == slot("customer"), row.step == CallStep.DONE, row.notes != "")
        .order_by(row.finished_at.desc(), row.id.desc())
        .limit(1)
    )


_LAST_NOTES: Prepared[tuple[str, datetime | None]] = Prepared(
    _last_notes, lambda *values: values, {"finished_at": datetime.fromisoformat}
)
