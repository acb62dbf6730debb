"""What finishing a call writes, within one unit (M-22 … M-31)."""

from dataclasses import asdict, replace

from followup_desktop.domain.cadence.needless import ClosedWhy
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import (
    CallStep,
    FollowUpStatus,
    Kind,
    Outcome,
    ProblemStep,
    Purpose,
    PurposeReached,
    ReferralState,
)
from followup_desktop.domain.planned import PlannedFollowUp
from followup_desktop.domain.wrap_up import EFFECTS
from followup_desktop.services.call_changes import OWN
from followup_desktop.services.call_next import AfterCall
from followup_desktop.services.customer_ways import stop_calling
from followup_desktop.services.keeping_promises import keep_promise
from followup_desktop.services.order_delays import tell
from followup_desktop.services.order_plans import cancel
from followup_desktop.services.planning import close, close_needless, move, plan
from followup_desktop.services.problem_steps import take, take_once
from followup_desktop.services.referral_steps import reach
from followup_desktop.store.reads.call_follow_ups import AroundCall
from followup_desktop.store.reads.delays import newest_delay
from followup_desktop.store.reads.keeping import open_promise
from followup_desktop.store.reads.orders import order
from followup_desktop.store.reads.problems import problem_state
from followup_desktop.store.reads.visits import referrals_of
from followup_desktop.store.rows import (
    CallRow,
    CustomerRow,
    FollowUpRow,
    PhoneRow,
    ProblemRow,
    PromiseRow,
    ReferralRow,
)
from followup_desktop.store.unit import Unit


def write(unit: Unit, after: AfterCall, phone_id: int | None) -> None:
    """Everything that the call's answers do. `phone_id` is the number that was dialled."""
    _the_call(unit, after)
    _taken_up(unit, after)
    _planned(unit, after)
    close_needless(unit, after.needless)
    _moved_by_the_clerk(unit, after)
    _orders(unit, after)
    _word_kept(unit, after)
    _referral(unit, after)
    _customer(unit, after)
    effects = EFFECTS[_outcome(after)]
    if effects.number_is_wrong and phone_id is not None:
        unit.update(PhoneRow, phone_id, wrong_at=unit.now.utc)
    if effects.stamps_dont_call:
        stop_calling(unit, after.situation.call.customer_id)


def _outcome(after: AfterCall) -> Outcome:
    outcome = after.situation.wrap_up.outcome
    assert outcome is not None  # `missing` has asked for it
    return outcome


def _the_call(unit: Unit, after: AfterCall) -> None:
    call = after.situation.call
    unit.update(
        CallRow,
        call.id,
        step=CallStep.DONE,
        clerk=unit.clerk_id,
        finished_at=unit.now.utc,
        ended_at=call.ended_at or unit.now.utc,
        **asdict(after.situation.wrap_up),
    )


# Follow-ups -------------------------------------------------------------------------------------


def _taken_up(unit: Unit, after: AfterCall) -> None:
    """The follow-up behind the call is done, or goes to its next try."""
    taken, moved = after.situation.taken, after.moved
    if taken is None:
        return
    if EFFECTS[_outcome(after)].is_a_try:
        unit.update(FollowUpRow, taken.id, tries=taken.tries + 1)
    if moved is not None and moved.is_on:
        move(unit, taken.id, moved.due_on, moved.due_time, is_timed=moved.is_timed)
        if moved.rule == Rule.LEFT_DAY_3:
            unit.update(FollowUpRow, taken.id, rule=moved.rule)
    elif after.rest_until is not None:
        close(unit, taken.id, FollowUpStatus.CLOSED, ClosedWhy.RESTS)
    else:
        close(unit, taken.id, FollowUpStatus.DONE)


def _planned(unit: Unit, after: AfterCall) -> None:
    """New steps belong to whatever the one belonged to that led to them."""
    call, taken = after.situation.call, after.situation.taken
    tries = 1 if EFFECTS[_outcome(after)].is_a_try and taken is None else 0
    links = taken.links if taken is not None else {}
    whose = taken.clerk_id if taken is not None else unit.clerk_id
    for one in after.new:
        kept = {} if one.rule in _OF_NOTHING else links
        step = replace(one, rule="") if one.rule.startswith(OWN) else one
        made = plan(unit, (step,), call.customer_id, whose, call=call.id, **kept)
        for follow_up_id in made if tries else ():
            unit.update(FollowUpRow, follow_up_id, tries=tries)
    if after.thanks is not None:
        whom, thanks = after.thanks
        plan(
            unit,
            (thanks,),
            whom.referrer_id,
            unit.clerk_id,
            call=call.id,
            referral=whom.referral_id,
        )


_OF_NOTHING = frozenset({Rule.CHECK_IN, Rule.REST_OVER})
"""A fresh start: it doesn't continue from what the call was about."""


def _moved_by_the_clerk(unit: Unit, after: AfterCall) -> None:
    situation = after.situation
    for one in situation.others:
        change = next((p for p in after.standing if p.follow_up_id == one.id), None)
        if change is not None and ("", one.id) in situation.changes:
            _change(unit, one, change)
    for other, change in after.others:
        is_here = other.follow_up.customer_id == situation.call.customer_id
        if not is_here and ("", other.follow_up.id) in situation.changes:
            _change(unit, other.follow_up, change)


def _change(unit: Unit, one: AroundCall, to: PlannedFollowUp) -> None:
    if not to.is_on:
        close(unit, one.id, FollowUpStatus.CLOSED, ClosedWhy.TALKED)
    else:
        move(unit, one.id, to.due_on, to.due_time, is_timed=to.is_timed)


# Orders -----------------------------------------------------------------------------------------


def _orders(unit: Unit, after: AfterCall) -> None:
    """Whoever was talked to about a late order knows it now; one that they gave up is cancelled
    (M-37)."""
    taken = after.situation.taken
    order_id = taken.order_id if taken and taken.kind is Kind.LATE_ORDER else None
    late = None if order_id is None else order(order_id)
    if late is not None and late.closed_at is None and _outcome(after) in _TALKED:
        tell(unit, late)
    for given_up in after.situation.given_up:
        delay = newest_delay(given_up.id)
        cancel(unit, given_up, delay.choice_note if delay else "")


_TALKED = frozenset({Outcome.TALKED, Outcome.BOUGHT_ELSEWHERE})


# Promises, problems, referrals ------------------------------------------------------------------


def _word_kept(unit: Unit, after: AfterCall) -> None:
    situation = after.situation
    taken, wrap_up = situation.taken, situation.wrap_up
    if taken is None:
        return
    is_reached = wrap_up.purpose_reached is PurposeReached.REACHED
    promise = None if taken.promise_id is None else open_promise(taken.promise_id)
    if promise is not None and is_reached:
        keep_promise(unit, promise)
    elif promise is not None and wrap_up.outcome is Outcome.DONT_CALL:
        unit.update(PromiseRow, promise.id, withdrawn_at=unit.now.utc)
    if taken.problem_id is not None and wrap_up.outcome is Outcome.TALKED:
        _problem(unit, after, taken.problem_id, is_reached)


def _problem(unit: Unit, after: AfterCall, problem_id: int, is_reached: bool) -> None:
    """Talked about: acknowledged. Put right: solved. Asked again later: it stayed so."""
    state = problem_state(problem_id)
    stayed = is_reached and after.situation.is_second_look
    values = {
        "acknowledged_at": state.acknowledged_at or unit.now.utc,
        "solved_at": unit.now.utc if after.solves_problem else state.solved_at,
        "stayed_so_at": unit.now.utc if stayed else state.stayed_so_at,
    }
    unit.update(ProblemRow, problem_id, **values)
    take_once(unit, problem_id, ProblemStep.ACKNOWLEDGED)
    if after.solves_problem:
        take(unit, problem_id, ProblemStep.SOLVED)
    if stayed:
        take(unit, problem_id, ProblemStep.STAYED_SO)


def _referral(unit: Unit, after: AfterCall) -> None:
    """The referred one was reached, by whatever call or because they rang; or the referrer was
    thanked."""
    taken, outcome = after.situation.taken, _outcome(after)
    if not outcome.reached:
        return
    thanked_for = taken.referral_id if taken and taken.kind is Kind.THANK_REFERRER else None
    if thanked_for is not None and outcome is Outcome.TALKED:
        unit.update(ReferralRow, thanked_for, thanked_at=unit.now.utc)
    called = after.situation.call.customer_id
    for sent in referrals_of(called):
        if sent.state in _NOT_CALLED_YET:
            reach(unit, sent.id, ReferralState.CALLED, referred=called)


_NOT_CALLED_YET = frozenset(
    {ReferralState.NAMED, ReferralState.MAY_CALL, ReferralState.ASKED_TO_RING}
)


# The customer -----------------------------------------------------------------------------------


def _customer(unit: Unit, after: AfterCall) -> None:
    call, wrap_up = after.situation.call, after.situation.wrap_up
    if after.rest_until is not None:
        unit.update(CustomerRow, call.customer_id, rest_until=after.rest_until)
    elif _outcome(after).reached:
        unit.update(CustomerRow, call.customer_id, rest_until=None)
    if wrap_up.nothing_more.strip():
        unit.update(CustomerRow, call.customer_id, nothing_more=wrap_up.nothing_more.strip())
    thanks = call.kind in (Kind.THANK_YOU, Kind.THANK_REFERRER) or call.purpose is Purpose.THANK
    if thanks and wrap_up.outcome is Outcome.TALKED:
        unit.update(CustomerRow, call.customer_id, last_thanked_at=unit.now.utc)
