"""What clerks have before them, for handing it over (M-49)."""

from dataclasses import dataclass
from datetime import date

from peewee import fn

from followup_desktop.store.reads.build import built
from followup_desktop.store.reads.follow_ups import IS_OPEN
from followup_desktop.store.rows import FollowUpRow


@dataclass(frozen=True, slots=True)
class Handed:
    """A follow-up that changes hands, and the problem it belongs to."""

    id: int
    problem_id: int | None


def open_of(clerk_id: int, until: date | None) -> tuple[Handed, ...]:
    """Everything of theirs; with `until` only what is due by then."""
    row = FollowUpRow
    query = row.select(row.id, row.problem.alias("problem_id")).where(
        IS_OPEN, row.clerk == clerk_id
    )
    if until is not None:
        query = query.where(row.due_on <= until)
    return built(query.order_by(row.id), Handed)


def open_numbers(clerk_id: int, until: date) -> tuple[int, int]:
    """How many are due by a day, and how many there are in all."""
    row = FollowUpRow
    number = row.select(fn.COUNT(row.id)).where(IS_OPEN, row.clerk == clerk_id)
    return int(number.where(row.due_on <= until).scalar()), int(number.scalar())
