"""Follow-ups as verbs write them: planned, moved, and closed by an event or a person."""

from collections.abc import Iterable
from datetime import date, time
from typing import TYPE_CHECKING

from followup_desktop.domain.kinds import KINDS, FollowUpStatus
from followup_desktop.store.rows import CustomerRow, FollowUpRow

if TYPE_CHECKING:
    # Late: the day's list plans nothing.
    from followup_desktop.domain.cadence.needless import ClosedWhy, Needless
    from followup_desktop.domain.planned import PlannedFollowUp
    from followup_desktop.store.unit import Unit


def plan(
    unit: "Unit",
    planned: "Iterable[PlannedFollowUp]",
    customer_id: int,
    clerk_id: int | None,
    **links: int | None,
) -> list[int]:
    """Write those that are switched on; `links` is what they belong to (`purchase=`, `order=` …).

    `clerk_id` is whose they are; None: anybody's. Whoever has a next step again needs no reason
    any more why there is none.
    """
    planned = [one for one in planned if one.is_on]
    if planned:
        unit.update(CustomerRow, customer_id, nothing_more=None)
    return [
        unit.insert(
            FollowUpRow,
            customer=customer_id,
            kind=one.kind,
            rank=KINDS[one.kind].rank,
            about=one.about,
            due_on=one.due_on,
            due_time=one.due_time,
            is_timed=one.is_timed,
            clerk=clerk_id,
            rule=one.rule,
            created_at=unit.now.utc,
            **links,
        )
        for one in planned
    ]


def move(
    unit: "Unit", follow_up_id: int, due_on: date, due_time: time | None, *, is_timed: bool
) -> None:
    """To another day or time. A new version is announced anew (M-62); why the old time was to be
    kept whatever the hours doesn't hold for the new one."""
    from followup_desktop.store.reads.follow_ups import version_of

    unit.update(
        FollowUpRow,
        follow_up_id,
        due_on=due_on,
        due_time=due_time,
        is_timed=is_timed and due_time is not None,
        despite="",
        version=version_of(follow_up_id) + 1,
    )


def close(unit: "Unit", follow_up_id: int, status: FollowUpStatus, why: str = "") -> None:
    """`why`: a person's words where a person did it, else the code of the event."""
    unit.update(
        FollowUpRow,
        follow_up_id,
        status=status,
        closed_at=unit.now.utc,
        closed_by=unit.clerk_id,
        closed_why=why,
    )


def close_needless(unit: "Unit", needless: "Iterable[Needless]") -> None:
    """What an event made needless is closed, or moved to where it makes sense again."""
    for one in needless:
        if one.move_to is None:
            close(unit, one.id, FollowUpStatus.CLOSED, one.why)
        else:
            move(unit, one.id, one.move_to, None, is_timed=False)


def close_all(unit: "Unit", follow_up_ids: Iterable[int], why: "ClosedWhy") -> None:
    for follow_up_id in follow_up_ids:
        close(unit, follow_up_id, FollowUpStatus.CLOSED, why)
