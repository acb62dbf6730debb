"""Who wasn't heard from for long (M-44): never contacted at all first, then the oldest."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import Any

from peewee import fn

from followup_desktop.domain.kinds import FollowUpStatus, Kind, Stage
from followup_desktop.store.reads.build import built, tuples
from followup_desktop.store.reads.follow_ups import IS_OPEN
from followup_desktop.store.reads.permissions import may_call
from followup_desktop.store.rows import CustomerRow, FollowUpRow, PhoneRow, VisitRow

IN_TOUCH = (Kind.LONG_SILENCE, Kind.HARD_TO_REACH)
"""Either of them is a way to hear from somebody again."""


@dataclass(frozen=True, slots=True)
class Silent:
    customer_id: int
    owner_id: int | None
    stage: Stage


def was_silent(before: Mapping[Stage, datetime]) -> Any:
    """The last contact was before the moment of their stage. Who never had one is not meant."""
    row = CustomerRow
    of_stages = [
        (row.stage == stage) & (row.last_contact_at < moment) for stage, moment in before.items()
    ]
    return reduce(or_, of_stages, row.id.is_null())


def to_propose(
    before: Mapping[Stage, datetime],
    *,
    today: date,
    seen_since: date,
    called_by: date,
    asked_since: datetime,
    asks_permission: bool,
    limit: int,
) -> tuple[Silent, ...]:
    """Who may be called, has a number, rests no more, wasn't in the shop since `seen_since`, isn't
    called by `called_by` anyway, and wasn't proposed since `asked_since`."""
    row, planned = CustomerRow, FollowUpRow
    never = row.last_contact_at.is_null() & row.stage.in_(list(before))
    in_touch = planned.select(planned.id).where(
        planned.customer == row.id,
        planned.kind.in_(IN_TOUCH),
        IS_OPEN | (planned.closed_at >= asked_since),
    )
    came = VisitRow.select(VisitRow.id).where(
        VisitRow.customer == row.id, VisitRow.visited_on >= seen_since
    )
    number = PhoneRow.select(PhoneRow.id).where(
        PhoneRow.customer == row.id, PhoneRow.wrong_at.is_null()
    )
    query = (
        row.select(row.id.alias("customer_id"), row.owner.alias("owner_id"), row.stage)
        .where(
            row.erased_at.is_null(),
            row.dont_call_at.is_null(),
            row.nothing_more.is_null(),
            row.rest_until.is_null() | (row.rest_until <= today),
            row.next_on.is_null() | (row.next_on > called_by),
            never | was_silent(before),
            fn.COALESCE(may_call(), not asks_permission),
            fn.EXISTS(number),
            ~fn.EXISTS(came),
            ~fn.EXISTS(in_touch),
        )
        .order_by(row.last_contact_at, row.sort_key)
        .limit(limit)
    )
    return built(query, Silent)


def open_proposals() -> int:
    row = FollowUpRow
    query = row.select(fn.COUNT(row.id)).where(
        row.status == FollowUpStatus.OPEN, row.kind == Kind.LONG_SILENCE
    )
    return int(query.scalar())


def due_by_kind(on_or_before: date) -> dict[Kind, int]:
    """How many of each kind the day holds already."""
    row = FollowUpRow
    query = row.select(row.kind, fn.COUNT(row.id)).where(IS_OPEN, row.due_on <= on_or_before)
    return dict(tuples(query.group_by(row.kind)))
