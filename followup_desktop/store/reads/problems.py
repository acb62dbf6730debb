"""How far a problem has come."""

from dataclasses import dataclass
from datetime import datetime

from followup_desktop.domain.kinds import ProblemStep
from followup_desktop.store.reads.build import first, tuples
from followup_desktop.store.rows import ProblemRow, ProblemStepRow


@dataclass(frozen=True, slots=True)
class ProblemState:
    acknowledged_at: datetime | None = None
    solved_at: datetime | None = None
    stayed_so_at: datetime | None = None


def problem_state(problem_id: int) -> ProblemState:
    row = ProblemRow
    query = row.select(row.acknowledged_at, row.solved_at, row.stayed_so_at)
    return first(query.where(row.id == problem_id), ProblemState) or ProblemState()


def steps_taken(problem_id: int) -> frozenset[ProblemStep]:
    row = ProblemStepRow
    query = row.select(row.step).where(row.problem == problem_id)
    return frozenset(step for (step,) in tuples(query))
