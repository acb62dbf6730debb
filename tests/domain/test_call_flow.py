"""The guided call's state machine (M-2, M-10, M-11, M-50)."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.call_flow import (
    ENDS,
    PLANNING,
    STEPS,
    CallState,
    NoGo,
    NotPossible,
    can_go,
    go,
    may_propose,
    next_step,
    previous_step,
    take_up,
    why_not,
)
from followup_desktop.domain.kinds import CallStep, Purpose

READY = CallState(purpose=Purpose.LEARN)
ON_CALL = CallState(CallStep.CALL, Purpose.LEARN, was_on_call=True)
ANSWERED = CallState(CallStep.WRAP_UP, Purpose.LEARN, was_on_call=True, is_answered=True)


def test_step_by_step_to_the_end() -> None:
    state = CallState(purpose=Purpose.LEARN, is_answered=True)
    walked = [state.step]
    while (step := next_step(state.step)) is not None:
        state = go(state, step)
        walked.append(step)
    assert walked == [*STEPS, CallStep.DONE]
    assert state.was_on_call


def test_and_back_again() -> None:
    steps, step = [], CallStep.WRAP_UP
    while (previous := previous_step(step)) is not None:
        steps.append(previous)
        step = previous
    assert steps == [CallStep.CALL, CallStep.BRIDGE, CallStep.SCRIPT, CallStep.PURPOSE]
    assert previous_step(CallStep.DONE) is None
    assert next_step(CallStep.DROPPED) is None


@pytest.mark.parametrize(
    ("state", "to", "refused"),
    [
        (CallState(), CallStep.SCRIPT, NoGo.NO_PURPOSE),
        (CallState(suggested=Purpose.LEARN), CallStep.BRIDGE, NoGo.NO_PURPOSE),
        (CallState(), CallStep.CALL, NoGo.NO_PURPOSE),
        (READY, CallStep.SCRIPT, None),
        (READY, CallStep.CALL, None),
        (READY, CallStep.WRAP_UP, NoGo.NOT_CALLED_YET),
        (READY, CallStep.DONE, NoGo.NOT_ANSWERED),
        (ON_CALL, CallStep.WRAP_UP, None),
        (ON_CALL, CallStep.DONE, NoGo.NOT_ANSWERED),
        (ON_CALL, CallStep.SCRIPT, None),
        (CallState(CallStep.WRAP_UP, Purpose.LEARN), CallStep.DONE, NoGo.NOT_ANSWERED),
        (ANSWERED, CallStep.DONE, None),
        (go(ANSWERED, CallStep.CALL), CallStep.DONE, NoGo.NOT_ANSWERED),
        (ANSWERED, CallStep.CALL, None),
        (CallState(CallStep.DONE), CallStep.CALL, NoGo.OVER),
        (CallState(CallStep.DROPPED), CallStep.PURPOSE, NoGo.OVER),
        (CallState(CallStep.DONE), CallStep.DONE, None),
    ],
)
def test_what_stands_in_the_way(state: CallState, to: CallStep, refused: NoGo | None) -> None:
    assert why_not(state, to) is refused
    if refused is None:
        assert go(state, to).step is to
    else:
        with pytest.raises(NotPossible) as raised:
            go(state, to)
        assert raised.value.code is refused


@pytest.mark.parametrize("step", sorted(PLANNING))
def test_call_now_jumps_from_any_planning_step_and_takes_the_suggested_purpose(
    step: CallStep,
) -> None:
    state = go(CallState(step, suggested=Purpose.REFERRAL), CallStep.CALL)
    assert (state.step, state.purpose) == (CallStep.CALL, Purpose.REFERRAL)
    chosen = CallState(step, purpose=Purpose.THANK, suggested=Purpose.REFERRAL)
    assert go(chosen, CallStep.CALL).purpose is Purpose.THANK


@pytest.mark.parametrize(
    ("dropped_at", "taken_up_at"),
    [
        (CallState(), CallStep.PURPOSE),
        (READY, CallStep.SCRIPT),
        (ON_CALL, CallStep.CALL),
        (ANSWERED, CallStep.WRAP_UP),
    ],
)
def test_a_dropped_call_is_taken_up_as_far_as_it_had_come(
    dropped_at: CallState, taken_up_at: CallStep
) -> None:
    dropped = go(dropped_at, CallStep.DROPPED)
    assert take_up(dropped).step is taken_up_at
    assert take_up(dropped_at) == dropped_at, "one that was only left is where it was"


# However a clerk clicks


@given(
    st.lists(st.sampled_from(CallStep), max_size=40),
    st.none() | st.sampled_from(Purpose),
    st.sampled_from(Purpose),
    st.integers(0, 40),
    st.integers(0, 40),
)
def test_no_walk_loses_anything_or_gets_stuck(
    clicks: list[CallStep],
    purpose: Purpose | None,
    suggested: Purpose,
    chosen_at: int,
    answered_at: int,
) -> None:
    state = CallState(suggested=suggested)
    for number, to in enumerate(clicks):
        before = state
        if number == chosen_at and purpose is not None and state.step in STEPS:
            state = CallState(state.step, purpose, suggested, state.was_on_call, state.is_answered)
        if number == answered_at and state.step is CallStep.WRAP_UP:
            state = CallState(state.step, state.purpose, suggested, state.was_on_call, True)
        if can_go(state, to):
            state = go(state, to)
        state = take_up(state)
        assert before.purpose is None or state.purpose is not None
        assert state.was_on_call >= before.was_on_call
        assert state.is_answered >= before.is_answered
        assert state.step is not CallStep.WRAP_UP or state.was_on_call
        assert state.step in (CallStep.PURPOSE, *ENDS) or state.purpose is not None
        if state.step is CallStep.DONE:
            assert state.is_answered
            return
    # From wherever the walk has led, the end can be reached.
    state = go(go(state, CallStep.CALL), CallStep.WRAP_UP)
    answered = CallState(state.step, state.purpose, suggested, was_on_call=True, is_answered=True)
    assert go(answered, CallStep.DONE).step is CallStep.DONE


# Declined


def test_what_was_declined_isnt_proposed_for_sixty_days() -> None:
    today = date(2026, 11, 21)
    for purpose in Purpose:
        is_asking = purpose in (Purpose.REFERRAL, Purpose.NEXT_PURCHASE)
        assert may_propose(purpose, today - timedelta(days=59), today) is not is_asking
        assert may_propose(purpose, today - timedelta(days=60), today)
        assert may_propose(purpose, None, today)
