"""What stands beside the day's list: the person behind one follow-up."""

from dataclasses import dataclass
from datetime import datetime

from followup_desktop.domain.kinds import CallStep, Outcome
from followup_desktop.domain.preview import PersonLine
from followup_desktop.store.reads.build import built, first
from followup_desktop.store.rows import CallRow, CustomerRow, PersonRow

REACHED = tuple(outcome for outcome in Outcome if outcome.reached)


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
