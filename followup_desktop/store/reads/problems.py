"""How far a problem has come."""

from dataclasses import dataclass
from datetime import datetime

from followup_desktop.store.reads.build import first
from followup_desktop.store.rows import ProblemRow


@dataclass(frozen=True, slots=True)
class ProblemState:
    acknowledged_at: datetime | None = None
    solved_at: datetime | None = None
    stayed_so_at: datetime | None = None


def problem_state(problem_id: int) -> ProblemState:
    row = ProblemRow
    query = row.select(row.acknowledged_at, row.solved_at, row.stayed_so_at)
    return first(query.where(row.id == problem_id), ProblemState) or ProblemState()
