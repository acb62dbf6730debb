"""Keeping one's word: promises (M-38), problems (M-39), referrals (M-40)."""

from datetime import date, time
from typing import Any

from followup_desktop.domain import names
from followup_desktop.domain.cadence.after_word import (
    after_problem,
    after_promise,
    problem_solved,
    referral_bore_fruit,
)
from followup_desktop.domain.cadence.needless import ClosedWhy
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import TEXT_LIMIT, Why, checked, checked_due, refuse
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import FollowUpStatus, Kind, ReferralState
from followup_desktop.domain.shop_time import Now
from followup_desktop.services import call_referral
from followup_desktop.services.planning import close, close_all, move, plan
from followup_desktop.services.rules import cadence_of
from followup_desktop.services.shop import ShopService
from followup_desktop.store.reads import keeping as reads
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.reads.keeping import Problem, Promise, Referral
from followup_desktop.store.reads.referrals import thanks_for
from followup_desktop.store.rows import ProblemRow, PromiseRow, ReferralRow
from followup_desktop.store.store import Store
from followup_desktop.store.unit import Unit

SHOWN = Changed.CUSTOMERS | Changed.FOLLOW_UPS

HAS_COME = frozenset({ReferralState.CAME_IN, ReferralState.BOUGHT})
WAITS_FOR_THEM = frozenset({ReferralState.NAMED, ReferralState.ASKED_TO_RING})


class Keeping:
    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop

    # Promises

    def promise_kept(self, now: Now, clerk_id: int | None, promise_id: int) -> Changes:
        """On time, or late: then it counts as missed as well."""
        promise = _promise(promise_id)
        with self._store.action(Did.PROMISE_CHANGED, now, clerk_id) as unit:
            keep_promise(unit, promise)
            for one in open_of(promise=promise_id):
                close(unit, one.id, FollowUpStatus.DONE)
        return unit.changes(SHOWN, customer_id=promise.customer_id, made_id=promise_id)

    def withdraw_promise(self, now: Now, clerk_id: int | None, promise_id: int) -> Changes:
        """It is no longer wanted, and the customer knows it."""
        promise = _promise(promise_id)
        with self._store.action(Did.PROMISE_CHANGED, now, clerk_id) as unit:
            unit.update(PromiseRow, promise_id, withdrawn_at=now.utc)
            standing = [one.id for one in open_of(promise=promise_id)]
            close_all(unit, standing, ClosedWhy.CANCELLED)
        return unit.changes(SHOWN, customer_id=promise.customer_id, made_id=promise_id)

    def move_promise(
        self,
        now: Now,
        clerk_id: int | None,
        promise_id: int,
        due_on: date,
        due_time: time | None = None,
    ) -> Changes:
        """The customer was told another day; its call moves along."""
        promise = _promise(promise_id)
        _checked_moment("due_on", due_on, "due_time", due_time, now)
        with self._store.action(Did.PROMISE_CHANGED, now, clerk_id) as unit:
            unit.update(PromiseRow, promise_id, due_on=due_on, due_time=due_time)
            standing = open_of(promise=promise_id)
            for one in standing:
                move(unit, one.id, due_on, due_time, is_timed=True)
            if not standing:
                planned = after_promise(promise.what, due_on, due_time)
                plan(unit, planned, promise.customer_id, promise.clerk_id, promise=promise_id)
        return unit.changes(SHOWN, customer_id=promise.customer_id, made_id=promise_id)

    # Problems

    def problem_acknowledged(self, now: Now, clerk_id: int | None, problem_id: int) -> Changes:
        """The customer has heard that we know of it and that it is ours."""
        problem = _problem(problem_id)
        with self._store.action(Did.PROBLEM_CHANGED, now, clerk_id) as unit:
            _own(unit, problem)
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
        _checked_moment("by", by, "by_time", by_time, now)
        cadence = cadence_of(self._shop.shop())
        with self._store.action(Did.PROBLEM_CHANGED, now, clerk_id) as unit:
            _own(unit, problem)
            unit.update(
                ProblemRow, problem_id, put_right_how=said, put_right_by=by, put_right_time=by_time
            )
            standing = open_of(problem=problem_id)
            agreed = [one for one in standing if one.rule == Rule.PROBLEM_BY_DATE]
            for one in agreed:
                move(unit, one.id, by, by_time, is_timed=True)
            if not agreed:
                planned = after_problem(
                    problem.what, now, cadence, put_right_by=by, put_right_time=by_time
                )
                told = [one for one in planned if one.rule == Rule.PROBLEM_BY_DATE]
                plan(unit, told, problem.customer_id, problem.owner_id, problem=problem_id)
        return unit.changes(SHOWN, customer_id=problem.customer_id, made_id=problem_id)

    def problem_solved(self, now: Now, clerk_id: int | None, problem_id: int) -> Changes:
        """One more call, in a week, to see that it stayed so."""
        problem = _problem(problem_id)
        cadence = cadence_of(self._shop.shop())
        with self._store.action(Did.PROBLEM_CHANGED, now, clerk_id) as unit:
            _own(unit, problem)
            unit.update(ProblemRow, problem_id, solved_at=now.utc)
            close_all(unit, [one.id for one in open_of(problem=problem_id)], ClosedWhy.ANSWERED)
            planned = problem_solved(problem.what, now.day, cadence)
            plan(unit, planned, problem.customer_id, problem.owner_id, problem=problem_id)
        return unit.changes(SHOWN, customer_id=problem.customer_id, made_id=problem_id)

    # Referrals

    def referral_state(
        self, now: Now, clerk_id: int | None, referral_id: int, state: ReferralState
    ) -> Changes:
        """Leave to call plans the first hello; who has come in needs none; who bought is worth a
        thank-you to the one who sent them."""
        referral = reads.referral(referral_id)
        if referral is None:
            raise WorldError(Trouble.GONE, where=f"referral {referral_id}")
        if state is ReferralState.MAY_CALL and not (referral.referred_id or referral.number):
            raise refuse("number", Why.MISSING)
        with self._store.action(Did.REFERRAL_CHANGED, now, clerk_id) as unit:
            unit.update(ReferralRow, referral_id, state=state)
            self._follow_referral(unit, referral, state)
        return unit.changes(SHOWN, customer_id=referral.referrer_id, made_id=referral_id)

    def _follow_referral(self, unit: Unit, referral: Referral, state: ReferralState) -> None:
        cadence = cadence_of(self._shop.shop())
        if state is ReferralState.MAY_CALL and not referral.may_call:
            unit.update(ReferralRow, referral.id, may_call=True)
            call_referral.follow(
                unit, referral.id, _allowed(referral), referral.referrer_id, None, cadence
            )
        if state in HAS_COME | WAITS_FOR_THEM:
            hellos = [one for one in open_of(referral=referral.id) if one.kind is Kind.REFERRAL]
            close_all(unit, [one.id for one in hellos], ClosedWhy.ANSWERED)
        if state is ReferralState.BOUGHT and (thanks := thanks_for(referral.id)):
            planned = referral_bore_fruit(thanks.referred_name, unit.now.day, cadence)
            plan(unit, planned, thanks.referrer_id, unit.clerk_id, referral=referral.id)


def keep_promise(unit: Unit, promise: Promise) -> None:
    """Within an action that does it."""
    late = promise.due_on < unit.now.day or (
        promise.due_on == unit.now.day
        and promise.due_time is not None
        and promise.due_time < unit.now.time
    )
    missed_at = promise.missed_at or (unit.now.utc if late else None)
    unit.update(PromiseRow, promise.id, kept_at=unit.now.utc, missed_at=missed_at)


def _promise(promise_id: int) -> Promise:
    promise = reads.open_promise(promise_id)
    if promise is None:
        raise WorldError(Trouble.GONE, where=f"promise {promise_id}")
    return promise


def _problem(problem_id: int) -> Problem:
    problem = reads.open_problem(problem_id)
    if problem is None:
        raise WorldError(Trouble.GONE, where=f"problem {problem_id}")
    return problem


def _own(unit: Unit, problem: Problem) -> None:
    """Somebody owns it until it is solved; who takes it up first does, if nobody did."""
    unit.update(
        ProblemRow,
        problem.id,
        owner=problem.owner_id or unit.clerk_id,
        acknowledged_at=problem.acknowledged_at or unit.now.utc,
    )


def _allowed(referral: Referral) -> dict[str, Any]:
    """As it was caught, with the leave to call that has come since."""
    return {
        "name": referral.name,
        "number": referral.number,
        "what_for": referral.what_for,
        "may_call": True,
    }


def _checked_moment(on_field: str, on: date, time_field: str, at: time | None, now: Now) -> None:
    checked_due(on_field, on, now.day)
    if at is not None and on == now.day and at <= now.time:
        raise refuse(time_field, Why.IN_THE_PAST)
