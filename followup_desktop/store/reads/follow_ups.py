"""Open follow-ups, as the verbs that change them need to know them."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from peewee import fn

from followup_desktop.domain.cadence.needless import OpenFollowUp
from followup_desktop.domain.kinds import FollowUpStatus, Kind
from followup_desktop.store.reads.build import built, first, tuples
from followup_desktop.store.rows import AnnouncementRow, FollowUpRow

IS_OPEN = FollowUpRow.status == FollowUpStatus.OPEN


@dataclass(frozen=True, slots=True)
class Planned:
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
    promise_id: int | None
    problem_id: int | None
    order_id: int | None
    referral_id: int | None


def planned(follow_up_id: int) -> Planned | None:
    return first(_planned().where(FollowUpRow.id == follow_up_id), Planned)


def open_of(**links: int) -> tuple[Planned, ...]:
    """The open ones that belong to something: `open_of(order=3)`, `open_of(customer=7)`."""
    conditions = [getattr(FollowUpRow, name) == row_id for name, row_id in links.items()]
    return built(_planned().where(IS_OPEN, *conditions).order_by(FollowUpRow.id), Planned)


def _planned() -> Any:
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
        row.promise.alias("promise_id"),
        row.problem.alias("problem_id"),
        row.order.alias("order_id"),
        row.referral.alias("referral_id"),
    )


def for_cadence(customer_id: int) -> tuple[OpenFollowUp, ...]:
    """The open ones of a customer, as `cadence.needless` weighs them."""
    row = FollowUpRow
    query = row.select(row.id, row.kind, row.rule, row.due_on).where(
        row.customer == customer_id, IS_OPEN
    )
    return built(query.order_by(row.id), OpenFollowUp)


def version_of(follow_up_id: int) -> int:
    """The last one that was used: a move that was taken back gives its version back too, but not
    what was announced of it. 0 when there is no such follow-up; whoever writes to it will then be
    told that it is gone."""
    row, said = FollowUpRow, AnnouncementRow
    announced = said.select(fn.MAX(said.version)).where(said.follow_up == row.id)
    version = row.select(row.version, announced).where(row.id == follow_up_id)
    return max((number for number in next(iter(tuples(version)), ()) if number), default=0)
