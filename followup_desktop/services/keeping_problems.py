"""Problems: acknowledge, own, put right, by when, and see that it stays so (M-20, M-39)."""

from datetime import date, time

from followup_desktop.domain import names
from followup_desktop.domain.cadence.after_word import after_problem, problem_solved
from followup_desktop.domain.cadence.needless import ClosedWhy
from followup_desktop.domain.cadence.planning import agreed
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.changes import Changes, Did
from followup_desktop.domain.checks import TEXT_LIMIT, Why, checked, refuse
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.keeping import LATELY_DAYS, ProblemLine
from followup_desktop.domain.kinds import ProblemStep
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.keeping_promises import SHOWN, KeepingBase, checked_moment
from followup_desktop.services.planning import close_all, move, plan
from followup_desktop.services.problem_steps import hand_over, take, take_once
from followup_desktop.services.rules import cadence_of
from followup_desktop.store.reads import keeping as reads
from followup_desktop.store.reads import keeping_lists as lists
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.reads.keeping import Problem
from followup_desktop.store.rows import FollowUpRow, ProblemRow
from followup_desktop.store.unit import Unit


class ProblemVerbs(KeepingBase):
    def problems(self, now: Now) -> tuple[ProblemLine, ...]:
        """The open ones, the longest first; those to be looked at again; those that stayed right
        lately."""
        return lists.problems(now, LATELY_DAYS)

    def problem_acknowledged(self, now: Now, clerk_id: int | None, problem_id: int) -> Changes:
        """The customer has heard that we know of it and that it is ours."""
        problem = _problem(problem_id)
        with self._store.action(Did.PROBLEM_CHANGED, now, clerk_id) as unit:
            _own(unit, problem)
        return unit.changes(SHOWN, customer_id=problem.customer_id, made_id=problem_id)

    def problem_owned(self, now: Now, clerk_id: int | None, problem_id: int) -> Changes:
        """Whoever says so sees to it from now on, and has its calls."""
        problem = _problem(problem_id)
        with self._store.action(Did.PROBLEM_CHANGED, now, clerk_id) as unit:
            unit.update(ProblemRow, problem_id, owner=clerk_id)
            take(unit, problem_id, ProblemStep.OWNED)
            for one in open_of(problem=problem_id):
                unit.update(FollowUpRow, one.id, clerk=clerk_id)
        return unit.changes(SHOWN, customer_id=problem.customer_id, made_id=problem_id)

    def hand_over_problem(
        self,
        now: Now,
        clerk_id: int | None,
        problem_id: int,
        to_clerk_id: int,
        on: date,
        at: time | None,
    ) -> Changes:
        """To a manager, or another colleague, who calls at the day and time that the customer was
        told; until then nobody else has to."""
        problem = _problem(problem_id)
        here = {one.id: one for one in self._shop.clerks() if one.left_on is None}
        if to_clerk_id not in here:
            raise refuse("to_clerk_id", Why.UNKNOWN)
        if at is None:
            raise refuse("at", Why.MISSING)
        checked_moment("on", on, "at", at, now)
        with self._store.action(Did.PROBLEM_CHANGED, now, clerk_id) as unit:
            _acknowledge(unit, problem)
            hand_over(unit, problem_id, to_clerk_id, is_manager=here[to_clerk_id].is_manager)
            unit.update(ProblemRow, problem_id, put_right_by=on, put_right_time=at)
            standing = [one.id for one in open_of(problem=problem_id)]
            close_all(unit, standing, ClosedWhy.ANSWERED)
            planned = agreed(Rule.PROBLEM_BY_DATE, on, at, about=problem.what)
            plan(unit, planned, problem.customer_id, to_clerk_id, problem=problem_id)
        return unit.changes(SHOWN, customer_id=problem.customer_id, made_id=problem_id)

    def problem_put_right(
        self,
        now: Now,
        clerk_id: int | None,
        problem_id: int,
        how: str,
        by: date,
        by_time: time | None = None,
    ) -> Changes:
        """What the customer was told: how it is put right, and by when. They are called then."""
        problem = _problem(problem_id)
        said = checked("how", names.clean_lines(how), needed=True, limit=TEXT_LIMIT)
        checked_moment("by", by, "by_time", by_time, now)
        cadence = cadence_of(self._shop.shop())
        with self._store.action(Did.PROBLEM_CHANGED, now, clerk_id) as unit:
            _own(unit, problem)
            take(unit, problem_id, ProblemStep.TOLD, said)
            unit.update(
                ProblemRow, problem_id, put_right_how=said, put_right_by=by, put_right_time=by_time
            )
            standing = open_of(problem=problem_id)
            promised = [one for one in standing if one.rule == Rule.PROBLEM_BY_DATE]
            for one in promised:
                move(unit, one.id, by, by_time, is_timed=True)
            if not promised:
                planned = after_problem(
                    problem.what, now, cadence, put_right_by=by, put_right_time=by_time
                )
                told = [one for one in planned if one.rule == Rule.PROBLEM_BY_DATE]
                owner_id = problem.owner_id or clerk_id
                plan(unit, told, problem.customer_id, owner_id, problem=problem_id)
        return unit.changes(SHOWN, customer_id=problem.customer_id, made_id=problem_id)

    def problem_solved(self, now: Now, clerk_id: int | None, problem_id: int) -> Changes:
        """One more call, in a week, to see that it stayed so."""
        problem = _problem(problem_id)
        cadence = cadence_of(self._shop.shop())
        with self._store.action(Did.PROBLEM_CHANGED, now, clerk_id) as unit:
            _own(unit, problem)
            take(unit, problem_id, ProblemStep.SOLVED)
            unit.update(ProblemRow, problem_id, solved_at=now.utc)
            close_all(unit, [one.id for one in open_of(problem=problem_id)], ClosedWhy.ANSWERED)
            planned = problem_solved(problem.what, now.day, cadence)
            owner_id = problem.owner_id or clerk_id
            plan(unit, planned, problem.customer_id, owner_id, problem=problem_id)
        return unit.changes(SHOWN, customer_id=problem.customer_id, made_id=problem_id)

    def problem_stayed_so(self, now: Now, clerk_id: int | None, problem_id: int) -> Changes:
        """Somebody asked, or they said so in the shop. The end of it."""
        problem = _solved(problem_id)
        with self._store.action(Did.PROBLEM_CHANGED, now, clerk_id) as unit:
            take(unit, problem_id, ProblemStep.STAYED_SO)
            unit.update(ProblemRow, problem_id, stayed_so_at=now.utc)
            close_all(unit, [one.id for one in open_of(problem=problem_id)], ClosedWhy.ANSWERED)
        return unit.changes(SHOWN, customer_id=problem.customer_id, made_id=problem_id)

    def problem_came_back(self, now: Now, clerk_id: int | None, problem_id: int) -> Changes:
        """It is open again, and called about the same day."""
        problem = _solved(problem_id)
        cadence = cadence_of(self._shop.shop())
        with self._store.action(Did.PROBLEM_CHANGED, now, clerk_id) as unit:
            take(unit, problem_id, ProblemStep.CAME_BACK)
            unit.update(
                ProblemRow,
                problem_id,
                solved_at=None,
                stayed_so_at=None,
                put_right_by=None,
                put_right_time=None,
            )
            close_all(unit, [one.id for one in open_of(problem=problem_id)], ClosedWhy.ANSWERED)
            owner_id = problem.owner_id or clerk_id
            planned = after_problem(problem.what, now, cadence)
            plan(unit, planned, problem.customer_id, owner_id, problem=problem_id)
        return unit.changes(SHOWN, customer_id=problem.customer_id, made_id=problem_id)


def _problem(problem_id: int) -> Problem:
    problem = reads.open_problem(problem_id)
    if problem is None:
        raise WorldError(Trouble.GONE, where=f"problem {problem_id}")
    return problem


def _solved(problem_id: int) -> Problem:
    problem = reads.solved_problem(problem_id)
    if problem is None:
        raise WorldError(Trouble.GONE, where=f"problem {problem_id}")
    return problem


def _acknowledge(unit: Unit, problem: Problem) -> None:
    if problem.acknowledged_at is None:
        unit.update(ProblemRow, problem.id, acknowledged_at=unit.now.utc)
        take(unit, problem.id, ProblemStep.ACKNOWLEDGED)


def _own(unit: Unit, problem: Problem) -> None:
    """Somebody owns it until it is solved; who takes it up first does, if nobody did."""
    _acknowledge(unit, problem)
    if problem.owner_id is None:
        unit.update(ProblemRow, problem.id, owner=unit.clerk_id)
        take_once(unit, problem.id, ProblemStep.OWNED)
