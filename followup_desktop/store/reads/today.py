"""What stands around the day's list: its counts, and the preview of one follow-up.

The list itself is `queue`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from peewee import fn

from followup_desktop.domain.follow_up import PersonLine
from followup_desktop.domain.kinds import CallStep, FollowUpStatus, Outcome
from followup_desktop.store.reads.build import built, first
from followup_desktop.store.rows import CallRow, CustomerRow, FollowUpRow, PersonRow

REACHED = tuple(outcome for outcome in Outcome if outcome.reached)


@dataclass(frozen=True, slots=True)
class Counts:
    done: int
    no_next_step: int
    customers: int
    thanked: int


def counts(day_began: datetime, thanked_since: datetime) -> Counts:
    """`day_began`: the shop's midnight, in UTC."""
    customer, follow_up, call = CustomerRow, FollowUpRow, CallRow
    living = customer.select(fn.COUNT(customer.id)).where(customer.erased_at.is_null())
    return Counts(
        done=follow_up.select(fn.COUNT(follow_up.id))
        .where(follow_up.closed_at >= day_began, follow_up.status == FollowUpStatus.DONE)
        .scalar(),
        no_next_step=living.where(customer.next_on.is_null()).scalar(),
        customers=living.scalar(),
        thanked=call.select(fn.COUNT(call.id))
        .where(call.thanked_us, call.finished_at >= thanked_since)
        .scalar(),
    )


@dataclass(frozen=True, slots=True)
class Talk:
    """The last time that somebody was reached."""

    notes: str
    at: datetime
    outcome: Outcome


def last_talk(customer_id: int) -> Talk | None:
    row = CallRow
    return first(
        row.select(row.notes, row.finished_at.alias("at"), row.outcome)
        .where(row.customer == customer_id, row.step == CallStep.DONE, row.outcome.in_(REACHED))
        .order_by(row.finished_at.desc(), row.id.desc()),
        Talk,
    )


def people_lines(customer_id: int) -> tuple[PersonLine, ...]:
    row = PersonRow
    return built(
        row.select(row.relation, row.name, row.note)
        .where(row.customer == customer_id)
        .order_by(row.id),
        PersonLine,
    )


@dataclass(frozen=True, slots=True)
class Notes:
    """What a clerk wants in sight before dialling (M-53)."""

    pinned_note: str
    say_it_like: str


def notes(customer_id: int) -> Notes | None:
    row = CustomerRow
    query: Any = row.select(row.pinned_note, row.say_it_like).where(row.id == customer_id)
    return first(query, Notes)
