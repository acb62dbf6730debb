"""Who did what about a problem, and when: acknowledged, owned, told, solved, stayed so (M-39)."""

from typing import Any

from followup_desktop.domain.kinds import ProblemStep
from followup_desktop.store.reads.problems import steps_taken
from followup_desktop.store.reads.shop import clerks
from followup_desktop.store.rows import ProblemRow, ProblemStepRow
from followup_desktop.store.unit import Unit


def take(unit: Unit, problem_id: int, step: ProblemStep, note: str = "") -> None:
    unit.insert(
        ProblemStepRow,
        problem=problem_id,
        step=step,
        taken_at=unit.now.utc,
        clerk=unit.clerk_id,
        note=note,
    )


def take_once(unit: Unit, problem_id: int, step: ProblemStep, note: str = "") -> None:
    if step not in steps_taken(problem_id):
        take(unit, problem_id, step, note)


def hand_over(unit: Unit, problem_id: int, to_clerk_id: int, *, is_manager: bool = False) -> None:
    """To a colleague, who owns it from now on; `is_manager`: because the customer wants one."""
    unit.update(
        ProblemRow, problem_id, owner=to_clerk_id, **({"for_manager": True} if is_manager else {})
    )
    name = next((clerk.name for clerk in clerks() if clerk.id == to_clerk_id), "")
    take(unit, problem_id, ProblemStep.HANDED_OVER, name)


def noted(unit: Unit, problem_id: int, values: dict[str, Any]) -> None:
    """What is done by noting it while they are there. Asked again as the note is changed."""
    take_once(unit, problem_id, ProblemStep.ACKNOWLEDGED)
    taken = steps_taken(problem_id)
    if values["for_manager"] and values["owner"] != unit.clerk_id:
        if ProblemStep.HANDED_OVER not in taken:
            hand_over(unit, problem_id, values["owner"], is_manager=True)
    else:
        take_once(unit, problem_id, ProblemStep.OWNED)
    if values["put_right_by"] is not None:
        take_once(unit, problem_id, ProblemStep.TOLD, values["put_right_how"])
