"""What stands around the day's list: its counts. The list itself is `queue`."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from peewee import fn

from followup_desktop.domain.kinds import CallStep, FollowUpStatus, Kind
from followup_desktop.domain.shop_time import CLOCK_SLACK, Now
from followup_desktop.store.reads.build import tuples
from followup_desktop.store.reads.next_steps import without_next
from followup_desktop.store.rows import (
    AnnouncementRow,
    CallRow,
    CustomerRow,
    FollowUpRow,
)

ENDED = (CallStep.DONE, CallStep.DROPPED)

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
    is_open = row.status == FollowUpStatus.OPEN
    number = row.select(fn.COUNT(row.id)).where(is_open, row.due_on <= on_or_before)
    if clerk_id is None:
        return int(number.scalar())
    return sum(
        int(number.where(whose).scalar()) for whose in (row.clerk == clerk_id, row.clerk.is_null())
    )


def counts(thanked_since: datetime, clerk_id: int | None = None) -> Counts:
    """How often somebody was thanked is their own number (M-74); with None the shop's."""
    customer, call = CustomerRow, CallRow
    thanked = call.select(fn.COUNT(call.id)).where(
        call.thanked_us, call.finished_at >= thanked_since
    )
    if clerk_id is not None:
        thanked = thanked.where(call.clerk == clerk_id)
    some = customer.select(customer.id).where(customer.erased_at.is_null()).limit(COUNTED)
    return Counts(
        customers=some.count(),
        no_next_step=customer.select(fn.COUNT(customer.id)).where(*without_next()).scalar(),
        thanked=thanked.scalar(),
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
