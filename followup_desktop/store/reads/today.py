"""What stands around the day's list: its counts, and what the preview of one follow-up shows.

The list itself is `queue`.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from peewee import fn

from followup_desktop.domain.kinds import (
    KINDS,
    CallStep,
    FollowUpStatus,
    Kind,
    Outcome,
)
from followup_desktop.domain.preview import PersonLine
from followup_desktop.domain.shop_time import CLOCK_SLACK, Now
from followup_desktop.store.reads.build import built, first, tuples
from followup_desktop.store.reads.customers import without_next
from followup_desktop.store.reads.follow_ups import IS_OPEN
from followup_desktop.store.rows import (
    AnnouncementRow,
    CallRow,
    CustomerRow,
    FollowUpRow,
    PersonRow,
)

REACHED = tuple(outcome for outcome in Outcome if outcome.reached)
ENDED = (CallStep.DONE, CallStep.DROPPED)
MARKETING = tuple(kind for kind, facts in KINDS.items() if facts.marketing)


COUNTED = 1_000
"""As far as customers are counted: it only tells a young shop from an old one."""


@dataclass(frozen=True, slots=True)
class Counts:
    customers: int
    no_next_step: int
    thanked: int


def due_number(on_or_before: date, clerk_id: int | None) -> int:
    """How many are due in all; with a clerk, theirs and what is nobody's."""
    row = FollowUpRow
    number = row.select(fn.COUNT(row.id)).where(IS_OPEN, row.due_on <= on_or_before)
    if clerk_id is None:
        return int(number.scalar())
    return sum(
        int(number.where(whose).scalar()) for whose in (row.clerk == clerk_id, row.clerk.is_null())
    )


def counts(thanked_since: datetime) -> Counts:
    customer, call = CustomerRow, CallRow
    some = customer.select(customer.id).where(customer.erased_at.is_null()).limit(COUNTED)
    return Counts(
        customers=some.count(),
        no_next_step=customer.select(fn.COUNT(customer.id)).where(*without_next()).scalar(),
        thanked=call.select(fn.COUNT(call.id))
        .where(call.thanked_us, call.finished_at >= thanked_since)
        .scalar(),
    )


def done_since(day_began: datetime, clerk_id: int | None) -> dict[Kind, int]:
    """How many of each kind were finished; with a clerk, by them."""
    row = FollowUpRow
    query = row.select(row.kind, fn.COUNT(row.id)).where(
        row.closed_at >= day_began, row.status == FollowUpStatus.DONE
    )
    if clerk_id is not None:
        query = query.where(row.closed_by == clerk_id)
    return dict(tuples(query.group_by(row.kind)))


def begun_calls() -> dict[int, int]:
    """Calls that can be taken up again, by their follow-up (M-11)."""
    row = CallRow
    live = [step for step in CallStep if step not in ENDED]
    query = row.select(row.follow_up, row.id).where(
        row.step.in_(live), row.follow_up.is_null(False)
    )
    return dict(tuples(query.order_by(row.id)))


def put_off(follow_up_ids: Collection[int], now: Now) -> dict[int, datetime]:
    """Until when the reminders of these stay away; only those that were put off. As in the rules
    of reminding, a snooze from after `now` is one from before the clock was set back."""
    row, said = FollowUpRow, AnnouncementRow
    is_of_version = (said.follow_up == row.id) & (said.version == row.version)
    query = (
        said.select(said.follow_up, said.snoozed_until)
        .join(row, on=is_of_version)
        .where(
            said.follow_up.in_(list(follow_up_ids)),
            said.snoozed_until > now.local,
            said.announced_at <= now.utc + CLOCK_SLACK,
        )
    )
    return dict(tuples(query))


# The preview


@dataclass(frozen=True, slots=True)
class Talk:
    """The last time that somebody was reached."""

    notes: str
    at: datetime
    outcome: Outcome


def last_talk(customer_id: int) -> Talk | None:
    row = CallRow
    query = row.select(row.notes, row.finished_at.alias("at"), row.outcome).where(
        row.customer == customer_id, row.step == CallStep.DONE, row.outcome.in_(REACHED)
    )
    return first(query.order_by(row.finished_at.desc(), row.id.desc()), Talk)


def people_lines(customer_id: int) -> tuple[PersonLine, ...]:
    row = PersonRow
    query = row.select(row.relation, row.name, row.note).where(row.customer == customer_id)
    return built(query.order_by(row.id), PersonLine)


@dataclass(frozen=True, slots=True)
class InSight:
    """What a clerk wants before their eyes whenever they dial (M-53)."""

    pinned_note: str
    say_it_like: str


def in_sight(customer_id: int) -> InSight | None:
    row = CustomerRow
    return first(row.select(row.pinned_note, row.say_it_like).where(row.id == customer_id), InSight)
