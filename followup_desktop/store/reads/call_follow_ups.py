"""The follow-ups around a call: the one it takes up, those that stand, those it planned."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain.kinds import CallStep, Direction, FollowUpStatus, Kind, Outcome
from followup_desktop.store.reads.build import or_empty, tuples
from followup_desktop.store.reads.prepared import Named, slot
from followup_desktop.store.reads.readers import READERS
from followup_desktop.store.rows import (
    CallRow,
    ClerkRow,
    CustomerRow,
    FollowUpRow,
    ItemRow,
    VisitRow,
)

TRIED = (Outcome.NO_ANSWER, Outcome.LEFT_MESSAGE)
REACHED = tuple(outcome for outcome in Outcome if outcome.reached)

LINKS = ("purchase", "visit", "order", "promise", "problem", "referral", "special_date")
"""What a follow-up may belong to, as the fields of `FollowUpRow`."""


@dataclass(frozen=True, slots=True)
class AroundCall:
    """A follow-up as it stands."""

    id: int
    customer_id: int
    kind: Kind
    rule: str
    about: str
    due_on: date
    due_time: time | None
    is_timed: bool
    status: FollowUpStatus
    clerk_id: int | None
    version: int
    tries: int
    call_id: int | None
    item: str
    """What was bought, where it is about a purchase."""
    purchase_id: int | None
    visit_id: int | None
    order_id: int | None
    promise_id: int | None
    problem_id: int | None
    referral_id: int | None
    special_date_id: int | None

    @property
    def links(self) -> dict[str, int | None]:
        """For planning another one that belongs to the same."""
        return {name: getattr(self, f"{name}_id") for name in LINKS}

    def shares_event(self, other: "AroundCall") -> bool:
        """Both belong to the same purchase, visit, order or referral."""
        mine, theirs = self.links, other.links
        return any(mine[name] is not None and mine[name] == theirs[name] for name in LINKS)


@dataclass(frozen=True, slots=True)
class ForAnother:
    """What a call planned for somebody else, and their name."""

    name: str
    follow_up: AroundCall


def follow_up(follow_up_id: int | None) -> AroundCall | None:
    if follow_up_id is None:
        return None
    return next(iter(_ONE(follow_up=follow_up_id)), None)


def open_ones(customer_id: int) -> tuple[AroundCall, ...]:
    """By day."""
    return _OPEN_ONES(customer=customer_id)


def due_one(customer_id: int, today: date) -> int | None:
    """What a call that starts from the card takes up: the first that is due, if any."""
    row = FollowUpRow
    due: int | None = (
        row.select(row.id)
        .where(row.customer == customer_id, row.status == FollowUpStatus.OPEN, row.due_on <= today)
        .order_by(row.rank, row.due_on, row.id)
        .limit(1)
        .scalar()
    )
    return due


def planned_for_others(call_id: int, customer_id: int) -> tuple[ForAnother, ...]:
    """What this call planned for the people whom it is not with: the referred ones."""
    return _FOR_OTHERS(call=call_id, customer=customer_id)


def _for_others() -> Any:
    row = FollowUpRow
    return (
        _around(CustomerRow.name)
        .join(CustomerRow, on=row.customer == CustomerRow.id)
        .where(
            row.call == slot("call"),
            row.customer != slot("customer"),
            row.status == FollowUpStatus.OPEN,
        )
        .order_by(row.id)
    )


def planned_for_managers(call_id: int) -> tuple[ForAnother, ...]:
    """What this call planned for a manager, with the manager's name."""
    return _FOR_MANAGERS(call=call_id)


def _for_managers() -> Any:
    row = FollowUpRow
    return (
        _around(or_empty(ClerkRow.name, "name"))
        .join(ClerkRow, JOIN.INNER, on=row.clerk == ClerkRow.id)
        .switch(row)
        .join(CallRow, JOIN.INNER, on=row.call == CallRow.id)
        .where(
            row.call == slot("call"),
            row.status == FollowUpStatus.OPEN,
            row.problem.is_null(False),
            row.clerk != CallRow.clerk,
        )
        .order_by(row.id)
    )


def _for_another(*, name: str, **values: Any) -> ForAnother:
    return ForAnother(name, AroundCall(**values))


def _around(*more: Any) -> Any:
    row = FollowUpRow
    return row.select(
        row.id,
        row.customer.alias("customer_id"),
        row.kind,
        row.rule,
        row.about,
        row.due_on,
        row.due_time,
        row.is_timed,
        row.status,
        row.clerk.alias("clerk_id"),
        row.version,
        row.tries,
        row.call.alias("call_id"),
        fn.COALESCE(_first_item(), "").alias("item"),
        *(getattr(row, name).alias(f"{name}_id") for name in LINKS),
        *more,
    )


def _first_item() -> Any:
    row = ItemRow
    query = row.select(row.name).where(row.purchase == FollowUpRow.purchase)
    return query.order_by(row.id).limit(1)


_READERS = {**READERS, "kind": Kind}
_ONE = Named(lambda: _around().where(FollowUpRow.id == slot("follow_up")), AroundCall, _READERS)


_FOR_OTHERS = Named(_for_others, _for_another, _READERS)
_FOR_MANAGERS = Named(_for_managers, _for_another, _READERS)


def _open_ones() -> Any:
    row = FollowUpRow
    query = _around().where(row.customer == slot("customer"), row.status == FollowUpStatus.OPEN)
    return query.order_by(row.due_on, row.rank, row.id)


_OPEN_ONES = Named(_open_ones, AroundCall, _READERS)


# What was tried before --------------------------------------------------------------------------


def tries_in_a_row(customer_id: int) -> int:
    """Calls that reached nobody since they were last reached."""
    row = CallRow
    done = row.select(row.id).where(row.customer == customer_id, row.step == CallStep.DONE)
    last = done.where(row.outcome.in_(REACHED)).order_by(row.finished_at.desc(), row.id.desc())
    reached = row.get_or_none(row.id == last.limit(1))
    tried = done.where(row.outcome.in_(TRIED))
    if reached is not None:
        tried = tried.where(row.finished_at > reached.finished_at)
    return int(tried.count())


def marketing_tries(
    customer_id: int, kinds: tuple[Kind, ...], since: datetime
) -> tuple[datetime, ...]:
    """When they were called for advertising, reached or not: what a region's cap counts."""
    row = CallRow
    query = row.select(row.finished_at).where(
        row.customer == customer_id,
        row.step == CallStep.DONE,
        row.direction == Direction.OUTBOUND,
        row.kind.in_(kinds),
        row.finished_at >= since,
    )
    return tuple(moment for (moment,) in tuples(query.order_by(row.finished_at)))


def visited_on(visit_id: int | None) -> date | None:
    on: date | None = VisitRow.select(VisitRow.visited_on).where(VisitRow.id == visit_id).scalar()
    return on


def is_more_planned(problem_id: int, but: int) -> bool:
    """Whether another follow-up about the same problem is open."""
    row = FollowUpRow
    more = row.select(row.id).where(
        row.problem == problem_id, row.status == FollowUpStatus.OPEN, row.id != but
    )
    return bool(more.exists())
