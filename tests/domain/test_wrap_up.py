"""What the wrap-up asks for (M-22 … M-28, M-30)."""

from dataclasses import fields, replace
from datetime import date, time

import pytest

from followup_desktop.domain.call import WrapUp
from followup_desktop.domain.kinds import Feeling, Kind, Outcome, PurposeReached
from followup_desktop.domain.planned import PlannedFollowUp
from followup_desktop.domain.wrap_up import ANSWERS, EFFECTS, Closes, Missing, fitting, missing

NEXT = (PlannedFollowUp("two_weeks", Kind.TWO_WEEKS, date(2026, 12, 5)),)
TALKED = WrapUp(outcome=Outcome.TALKED, purpose_reached=PurposeReached.PARTLY)


def needed(
    wrap_up: WrapUp,
    next_steps: tuple[PlannedFollowUp, ...] = NEXT,
    *,
    has_problem: bool = False,
) -> tuple[Missing, ...]:
    return missing(wrap_up, has_problem=has_problem, next_steps=next_steps)


def test_first_of_all_how_it_ended() -> None:
    assert needed(WrapUp(), ()) == (Missing.OUTCOME,)


def test_a_talk_in_three_clicks() -> None:
    """Talked, reached, save: everything else may stay empty."""
    assert needed(WrapUp(outcome=Outcome.TALKED)) == (Missing.PURPOSE_REACHED,)
    assert needed(TALKED) == ()


@pytest.mark.parametrize("outcome", [Outcome.NO_ANSWER, Outcome.LEFT_MESSAGE])
def test_nobody_reached_in_two_clicks(outcome: Outcome) -> None:
    assert needed(WrapUp(outcome=outcome)) == ()


@pytest.mark.parametrize("outcome", Outcome)
def test_no_call_ends_without_a_next_step_or_a_reason(outcome: Outcome) -> None:
    wrap_up = replace(TALKED, outcome=outcome, call_back_on=date(2026, 11, 24))
    switched_off = tuple(replace(one, is_on=False) for one in NEXT)
    ends = () if outcome is Outcome.DONT_CALL else (Missing.NEXT_STEP,)
    assert needed(wrap_up, ()) == ends
    assert needed(wrap_up, switched_off) == ends
    assert needed(replace(wrap_up, nothing_more=" "), ()) == ends
    assert needed(replace(wrap_up, nothing_more="Moves abroad"), ()) == ()


def test_unhappy_asks_for_the_problem() -> None:
    unhappy = replace(TALKED, feeling=Feeling.UNHAPPY)
    assert needed(unhappy) == (Missing.PROBLEM,)
    assert needed(unhappy, has_problem=True) == ()
    assert needed(replace(TALKED, feeling=Feeling.FINE)) == ()
    assert needed(replace(unhappy, outcome=Outcome.NO_ANSWER)) == (), "no longer what is meant"


def test_call_back_later_asks_when() -> None:
    later = WrapUp(outcome=Outcome.CALL_BACK_LATER)
    assert needed(later) == (Missing.CALL_BACK_ON,)
    assert needed(replace(later, call_back_on=date(2026, 11, 24))) == ()


def test_bought_elsewhere_is_useful_even_without_where_and_why() -> None:
    assert needed(WrapUp(outcome=Outcome.BOUGHT_ELSEWHERE)) == ()
    assert {"elsewhere_where", "elsewhere_why"} <= ANSWERS[Outcome.BOUGHT_ELSEWHERE]


def test_everything_missing_is_told_in_the_order_it_is_asked() -> None:
    wrap_up = WrapUp(outcome=Outcome.TALKED, feeling=Feeling.UNHAPPY)
    assert needed(wrap_up, ()) == (Missing.PURPOSE_REACHED, Missing.PROBLEM, Missing.NEXT_STEP)


# What it does


def test_every_outcome_has_its_answers_and_effects() -> None:
    assert ANSWERS.keys() == EFFECTS.keys() == set(Outcome)
    known = {field.name for field in fields(WrapUp)} - {"outcome", "nothing_more"}
    assert set().union(*ANSWERS.values()) == known


def test_effects() -> None:
    tries = {outcome for outcome, effects in EFFECTS.items() if effects.is_a_try}
    assert tries == {Outcome.NO_ANSWER, Outcome.LEFT_MESSAGE}
    assert not any(outcome.reached for outcome in tries)
    assert [outcome for outcome, effects in EFFECTS.items() if effects.stamps_dont_call] == [
        Outcome.DONT_CALL
    ]
    assert [outcome for outcome, effects in EFFECTS.items() if effects.number_is_wrong] == [
        Outcome.WRONG_NUMBER
    ]
    assert {outcome: effects.closes for outcome, effects in EFFECTS.items()} == {
        Outcome.TALKED: Closes.TALKED_ABOUT,
        Outcome.NO_ANSWER: Closes.NOTHING,
        Outcome.LEFT_MESSAGE: Closes.NOTHING,
        Outcome.CALL_BACK_LATER: Closes.NOTHING,
        Outcome.BOUGHT_ELSEWHERE: Closes.NOT_BOUGHT_YET,
        Outcome.WRONG_NUMBER: Closes.NOTHING,
        Outcome.DONT_CALL: Closes.MARKETING,
    }


FULL = WrapUp(
    outcome=Outcome.TALKED,
    purpose_reached=PurposeReached.REACHED,
    gained="Felt taller",
    works_well="Shoulders",
    could_be_better="Sleeves",
    feeling=Feeling.DELIGHTED,
    thanked_us=True,
    declined=True,
    elsewhere_where="The other shop",
    elsewhere_why="Nearer",
    call_back_on=date(2026, 11, 24),
    call_back_time=time(10),
    nothing_more="Moves abroad",
)


@pytest.mark.parametrize("outcome", Outcome)
def test_only_the_answers_of_the_outcome_are_kept(outcome: Outcome) -> None:
    kept = fitting(replace(FULL, outcome=outcome))
    empty = WrapUp()
    for field in fields(WrapUp):
        value = getattr(kept, field.name)
        if field.name in ANSWERS[outcome] or field.name == "nothing_more":
            assert value == getattr(FULL, field.name)
        elif field.name != "outcome":
            assert value == getattr(empty, field.name)
    assert kept.outcome is outcome


def test_before_there_is_an_outcome_everything_stays() -> None:
    assert fitting(replace(FULL, outcome=None)) == replace(FULL, outcome=None)
