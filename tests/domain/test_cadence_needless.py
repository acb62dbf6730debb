"""Which open follow-ups an event closes or moves (M-27, M-28, M-31)."""

from dataclasses import replace
from datetime import date

import pytest

from followup_desktop.domain.cadence.needless import (
    ClosedWhy,
    Needless,
    OpenFollowUp,
    after_buying_elsewhere,
    after_coming_in,
    after_refusal,
    after_talking,
    while_resting,
)
from followup_desktop.domain.cadence.planning import Cadence
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import KINDS, Kind
from followup_desktop.domain.planned import PlannedFollowUp
from tests.domain.shops import EVERY_DAY

TODAY = date(2026, 11, 21)
CADENCE = Cadence(EVERY_DAY)


def one_of_each_kind(day: int = 22, *, same_event: bool = True) -> list[OpenFollowUp]:
    return [
        OpenFollowUp(number, kind, "", date(2026, 11, day), same_event=same_event)
        for number, kind in enumerate(Kind)
    ]


def kinds(answers: tuple[Needless, ...]) -> set[Kind]:
    return {list(Kind)[answer.id] for answer in answers}


def test_how_do_you_like_it_is_not_asked_the_day_after_they_talked_about_it() -> None:
    answers = after_talking(one_of_each_kind(), TODAY, CADENCE)
    assert kinds(answers) == {
        Kind.DAY_AFTER,
        Kind.TWO_WEEKS,
        Kind.TWO_MONTHS,
        Kind.LEFT_FIRST,
        Kind.LEFT_SECOND,
        Kind.LEFT_LATER,
        Kind.HARD_TO_REACH,
        Kind.LONG_SILENCE,
        Kind.CHECK_IN,
        Kind.REFERRAL,
    }
    assert {answer.why for answer in answers} == {ClosedWhy.TALKED}


def test_a_talk_about_one_thing_leaves_the_others_alone() -> None:
    answers = after_talking(one_of_each_kind(same_event=False), TODAY, CADENCE)
    assert kinds(answers) == {
        Kind.HARD_TO_REACH,
        Kind.LONG_SILENCE,
        Kind.CHECK_IN,
        Kind.REFERRAL,
    }


@pytest.mark.parametrize(
    ("kind", "rule", "due_on", "is_needless"),
    [
        (Kind.TWO_WEEKS, Rule.TWO_WEEKS, date(2026, 11, 24), True),
        (Kind.TWO_WEEKS, Rule.TWO_WEEKS, date(2026, 11, 25), False),
        (Kind.TWO_WEEKS, Rule.TWO_WEEKS, date(2026, 11, 1), True),
        (Kind.LEFT_FIRST, Rule.LEFT_DAY_3, date(2026, 12, 24), True),
        (Kind.LEFT_SECOND, Rule.LEFT_DAY_10, date(2026, 12, 1), False),
        # The occasion may still lie ahead.
        (Kind.AFTER_OCCASION, Rule.AFTER_OCCASION, date(2026, 11, 22), False),
        (Kind.AFTER_OCCASION, Rule.AFTER_OCCASION, TODAY, True),
    ],
)
def test_a_talk_stands_in_for_the_next_days(
    kind: Kind, rule: Rule, due_on: date, is_needless: bool
) -> None:
    answers = after_talking([OpenFollowUp(1, kind, rule, due_on, same_event=True)], TODAY, CADENCE)
    assert bool(answers) is is_needless


def test_a_check_in_moves_away_from_a_talk() -> None:
    soon = OpenFollowUp(1, Kind.CHECK_IN, "", date(2026, 12, 20))
    later = OpenFollowUp(2, Kind.CHECK_IN, "", date(2026, 12, 21))
    assert after_talking([soon, later], TODAY, CADENCE) == (
        Needless(1, ClosedWhy.TALKED, move_to=date(2027, 2, 19)),
    )


@pytest.mark.parametrize(
    ("bought", "why"), [(True, ClosedWhy.BOUGHT), (False, ClosedWhy.CAME_AGAIN)]
)
def test_a_new_visit_takes_over(bought: bool, why: ClosedWhy) -> None:
    answers = after_coming_in(one_of_each_kind(26), TODAY, bought=bought)
    assert kinds(answers) == {
        Kind.LEFT_FIRST,
        Kind.LEFT_SECOND,
        Kind.LEFT_LATER,
        Kind.HARD_TO_REACH,
        Kind.LONG_SILENCE,
        Kind.REFERRAL,
    }
    assert {answer.why for answer in answers} == {why}


@pytest.mark.parametrize(("day", "is_needless"), [(20, True), (24, True), (25, False)])
def test_how_is_it_was_asked_while_they_stood_there(day: int, is_needless: bool) -> None:
    """M-31: a talk in the shop is a talk."""
    answers = after_coming_in(one_of_each_kind(day), TODAY, bought=True)
    assert ({Kind.TWO_WEEKS, Kind.TWO_MONTHS} <= kinds(answers)) is is_needless
    # An hour ago they bought something else: one call on the day after asks about both.
    assert Kind.DAY_AFTER not in kinds(answers)
    planned = (PlannedFollowUp(Rule.DAY_AFTER, Kind.DAY_AFTER, date(2026, 11, 28)),)
    both = after_coming_in(one_of_each_kind(day), TODAY, bought=True, planned=planned)
    assert (Kind.DAY_AFTER in kinds(both)) is is_needless
    assert Kind.DAY_AFTER not in kinds(after_coming_in(one_of_each_kind(day), TODAY, bought=False))
    assert Kind.CHECK_IN not in kinds(answers)


def test_nobody_is_thanked_twice() -> None:
    thanks = [
        OpenFollowUp(number, Kind.THANK_YOU, rule, date(2026, 12, 1))
        for number, rule in enumerate((Rule.LIGHT_THANKS, Rule.YEARLY_THANKS, ""))
    ]
    assert after_coming_in(thanks, TODAY, bought=True) == ()
    planned = (PlannedFollowUp(Rule.LIGHT_THANKS, Kind.THANK_YOU, date(2027, 1, 20)),)
    taken_over = after_coming_in(thanks, TODAY, bought=True, planned=planned)
    assert [one.id for one in taken_over] == [0, 1]
    off = (replace(planned[0], is_on=False),)
    assert after_coming_in(thanks, TODAY, bought=True, planned=off) == ()


def test_two_things_are_asked_about_in_one_call() -> None:
    """Never two for the same reason on one day."""
    day = date(2026, 12, 5)
    planned = (PlannedFollowUp(Rule.TWO_WEEKS, Kind.TWO_WEEKS, day),)
    earlier = [
        OpenFollowUp(0, Kind.TWO_WEEKS, Rule.TWO_WEEKS, day),
        OpenFollowUp(1, Kind.TWO_MONTHS, Rule.TWO_MONTHS, date(2026, 12, 7)),
        OpenFollowUp(2, Kind.DATE, Rule.DATE_ON, day),
    ]
    answers = after_coming_in(earlier, TODAY, bought=True, planned=planned)
    assert [one.id for one in answers] == [0]


def test_who_bought_elsewhere_isnt_asked_again() -> None:
    answers = after_buying_elsewhere(one_of_each_kind())
    assert kinds(answers) == {
        Kind.LEFT_FIRST,
        Kind.LEFT_SECOND,
        Kind.LEFT_LATER,
        Kind.HARD_TO_REACH,
        Kind.LONG_SILENCE,
    }
    assert {answer.why for answer in answers} == {ClosedWhy.BOUGHT_ELSEWHERE}


def test_please_dont_call_closes_all_marketing_and_no_service() -> None:
    answers = after_refusal(one_of_each_kind())
    assert kinds(answers) == {kind for kind, facts in KINDS.items() if facts.marketing}


def test_while_somebody_rests_no_marketing_call_is_due() -> None:
    rest_over = date(2026, 11, 22)
    assert while_resting(one_of_each_kind(22), rest_over) == ()
    closed = while_resting(one_of_each_kind(21), rest_over)
    assert kinds(closed) == {kind for kind, facts in KINDS.items() if facts.marketing}
    assert {answer.why for answer in closed} == {ClosedWhy.RESTS}


@pytest.mark.parametrize("kind", [Kind.PROMISE, Kind.PROBLEM, Kind.LATE_ORDER, Kind.CALL_BACK])
def test_no_event_closes_a_promise_or_a_problem(kind: Kind) -> None:
    one = [OpenFollowUp(1, kind, "", TODAY, same_event=True)]
    assert after_talking(one, TODAY, CADENCE) == ()
    assert after_coming_in(one, TODAY, bought=True) == ()
    assert after_buying_elsewhere(one) == ()
    assert after_refusal(one) == ()
    assert while_resting(one, date.max) == ()
