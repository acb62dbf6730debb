"""The next step after a call, by how it ended (M-24 … M-28), and the tries (M-25)."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.cadence.after_call import (
    Tried,
    after_call,
    another_part,
    is_moved,
)
from followup_desktop.domain.cadence.planning import Cadence, Planned
from followup_desktop.domain.cadence.rules import (
    CadenceSettings,
    Override,
    Rule,
    TriesCap,
)
from followup_desktop.domain.kinds import Kind, Outcome
from followup_desktop.domain.shop_time import Now, PartOfDay, ShopCalendar, part_of
from tests.domain.shops import NEVER, WEEK, at, calendars, days, hours, nows

SATURDAY = date(2026, 11, 21)
MONDAY = date(2026, 11, 23)
WEEKLY = Cadence(WEEK)
DAY_AFTER = Tried(Kind.DAY_AFTER, rule="day_after", about="Navy suit")
COAT = Tried(Kind.LEFT_FIRST, rule="left_next_day", about="Camel coat")
FRENCH = CadenceSettings(cap=TriesCap(tries=4, days=30))


def plan(planned: Planned) -> list[tuple[str, Kind, date]]:
    return [(one.rule, one.kind, one.due_on) for one in planned]


# Nobody reached


@pytest.mark.parametrize("outcome", [Outcome.NO_ANSWER, Outcome.LEFT_MESSAGE])
def test_the_next_try_is_on_the_next_open_day_in_another_part_of_it(outcome: Outcome) -> None:
    (retry,) = after_call(outcome, DAY_AFTER, at(SATURDAY, 11), WEEKLY)
    assert (retry.rule, retry.kind, retry.about) == ("retry", Kind.DAY_AFTER, "Navy suit")
    assert (retry.due_on, retry.due_time, retry.is_timed) == (MONDAY, time(14), False)
    assert is_moved(outcome, Kind.DAY_AFTER, retry)


def test_a_try_leaves_the_day_to_what_else_is_planned_for_them() -> None:
    """M-25, M-47: one call a day for a customer; what was promised or is wrong doesn't wait."""
    taken = frozenset({MONDAY, date(2026, 11, 24)})
    beside = replace(DAY_AFTER, taken=taken)
    (retry,) = after_call(Outcome.NO_ANSWER, beside, at(SATURDAY, 11), WEEKLY)
    assert (retry.due_on, retry.due_time) == (date(2026, 11, 25), time(14))
    promise = Tried(Kind.PROMISE, rule="promise_due", taken=taken)
    (retry,) = after_call(Outcome.NO_ANSWER, promise, at(SATURDAY, 11), WEEKLY)
    assert retry.due_on == MONDAY
    other = replace(beside, has_other_phone=True)
    (retry,) = after_call(Outcome.WRONG_NUMBER, other, at(SATURDAY, 11), WEEKLY)
    assert retry.due_on == date(2026, 11, 25)


def test_where_the_free_day_is_the_next_talk_s_that_one_asks() -> None:
    """The try would come on the very day of the next call about the same thing."""
    next_on = date(2026, 11, 24)
    tried = replace(DAY_AFTER, taken=frozenset({MONDAY, next_on}), next_of_event_on=next_on)
    assert after_call(Outcome.NO_ANSWER, tried, at(SATURDAY, 11), WEEKLY) == ()


@given(days, st.frozensets(st.integers(0, 20)), calendars(), st.integers(1, 5))
def test_no_try_is_on_a_taken_or_a_closed_day(
    on: date, after: frozenset[int], calendar: ShopCalendar, tries: int
) -> None:
    taken = frozenset(on + timedelta(days=count) for count in after)
    tried = replace(DAY_AFTER, tries=tries, taken=taken)
    for one in after_call(Outcome.NO_ANSWER, tried, at(on, 11), Cadence(calendar)):
        assert one.due_on not in taken
        assert calendar.is_open_day(one.due_on) or not calendar.hours


def test_six_tries_take_about_three_weeks_then_ninety_days_of_rest() -> None:
    tried, now, tried_on = DAY_AFTER, at(date(2026, 11, 2), 11), [date(2026, 11, 2)]
    while True:
        (step,) = after_call(Outcome.NO_ANSWER, tried, now, WEEKLY)
        if step.rule != Rule.RETRY:
            break
        assert step.due_time is not None
        now = at(step.due_on, step.due_time.hour)
        tried = replace(tried, tries=tried.tries + 1)
        tried_on.append(step.due_on)
    assert len(tried_on) == 6
    assert 18 <= (tried_on[-1] - tried_on[0]).days <= 23
    assert (step.rule, step.kind) == ("rest_over", Kind.HARD_TO_REACH)
    assert step.due_on >= tried_on[-1] + timedelta(days=90)
    assert not is_moved(Outcome.NO_ANSWER, Kind.DAY_AFTER, step)


@pytest.mark.parametrize("kind", [Kind.PROMISE, Kind.CALL_BACK, Kind.PROBLEM, Kind.LATE_ORDER])
def test_a_promise_and_a_problem_are_tried_every_day_and_never_rest(kind: Kind) -> None:
    for tries in (1, 5, 6, 60):
        assert plan(
            after_call(Outcome.NO_ANSWER, Tried(kind, tries=tries), at(SATURDAY), WEEKLY)
        ) == [("retry", kind, MONDAY)]


def test_a_visitor_not_reached_is_tried_again_on_the_third_day() -> None:
    came = replace(COAT, happened_on=date(2026, 11, 18))
    (step,) = after_call(Outcome.NO_ANSWER, came, at(date(2026, 11, 19), 11), WEEKLY)
    assert (step.rule, step.kind, step.due_on) == ("left_day_3", Kind.LEFT_FIRST, SATURDAY)
    assert step.due_time == time(14)


def test_the_third_day_is_never_today_nor_before() -> None:
    came = replace(COAT, happened_on=date(2026, 11, 18))
    assert plan(after_call(Outcome.NO_ANSWER, came, at(SATURDAY), WEEKLY)) == [
        ("left_day_3", Kind.LEFT_FIRST, MONDAY)
    ]


def test_without_the_third_day_a_visitor_is_tried_like_anybody() -> None:
    off = CadenceSettings(overrides=(Override(Rule.LEFT_DAY_3, is_on=False),))
    assert plan(after_call(Outcome.NO_ANSWER, COAT, at(SATURDAY), Cadence(WEEK, off))) == [
        ("retry", Kind.LEFT_FIRST, MONDAY)
    ]


def test_no_try_is_planned_where_the_next_call_about_it_comes_first() -> None:
    second = replace(COAT, rule="left_day_3", tries=2, next_of_event_on=date(2026, 11, 24))
    assert after_call(Outcome.NO_ANSWER, second, at(SATURDAY), WEEKLY) == ()
    later = replace(second, next_of_event_on=date(2026, 11, 25))
    assert plan(after_call(Outcome.NO_ANSWER, later, at(SATURDAY), WEEKLY)) == [
        ("retry", Kind.LEFT_FIRST, date(2026, 11, 24))
    ]


# The region's cap


def test_four_tries_in_thirty_days_in_france() -> None:
    tries = tuple(date(2026, 11, day) for day in (2, 3, 5, 21))
    tried = replace(COAT, rule="retry", tries=4, marketing_tries=tries)
    assert plan(after_call(Outcome.NO_ANSWER, tried, at(SATURDAY), Cadence(WEEK, FRENCH))) == [
        ("retry", Kind.LEFT_FIRST, date(2026, 12, 2))
    ]
    service = replace(tried, kind=Kind.DAY_AFTER)
    assert plan(after_call(Outcome.NO_ANSWER, service, at(SATURDAY), Cadence(WEEK, FRENCH))) == [
        ("retry", Kind.DAY_AFTER, date(2026, 11, 27))
    ]


@given(calendars(), nows, st.integers(1, 5), st.integers(1, 60))
def test_the_cap_holds_however_long_one_tries(
    shop: ShopCalendar, now: Now, tries: int, days_of_cap: int
) -> None:
    cap = TriesCap(tries, days_of_cap)
    cadence = Cadence(shop, CadenceSettings(max_tries=50, cap=cap))
    tried_on = [now.day]
    for count in range(1, 12):
        tried = Tried(Kind.LEFT_SECOND, tries=count, marketing_tries=tuple(tried_on))
        (step,) = after_call(Outcome.NO_ANSWER, tried, now, cadence)
        now = Now(now.utc, datetime.combine(step.due_on, step.due_time or time(12)))
        tried_on.append(step.due_on)
    for first in tried_on:
        window = [day for day in tried_on if first <= day < first + timedelta(days=days_of_cap)]
        assert len(window) <= tries


def test_without_a_cap_any_day_will_do() -> None:
    tried = replace(COAT, rule="retry", tries=4, marketing_tries=(SATURDAY,) * 9)
    (again,) = after_call(Outcome.NO_ANSWER, tried, at(SATURDAY), WEEKLY)
    assert again.due_on == date(2026, 11, 27)


# Another part of the day


def test_the_customers_good_times_go_first() -> None:
    assert another_part(MONDAY, time(11), WEEK, (time(15, 30), time(18))) == time(15, 30)
    assert another_part(MONDAY, time(15), WEEK, (time(10, 30), time(12, 30))) == time(10, 30)
    # Times turned round say nothing.
    assert another_part(MONDAY, time(11), WEEK, (time(18), time(9))) == time(14)
    # They only like mornings, and this was one: any time, which waits for their good time.
    assert another_part(MONDAY, time(11), WEEK, (time(9), time(11, 30))) is None


def test_a_shop_with_one_part_of_the_day_has_no_other() -> None:
    assert another_part(MONDAY, time(10), ShopCalendar(hours(0, opens=9, closes=12))) is None
    assert another_part(MONDAY, time(10), NEVER) is None


@given(calendars(), nows, st.integers(1, 5), st.sampled_from([Kind.DAY_AFTER, Kind.LEFT_LATER]))
def test_never_the_same_part_of_the_day_twice_running(
    shop: ShopCalendar, now: Now, tries: int, kind: Kind
) -> None:
    (retry,) = after_call(Outcome.NO_ANSWER, Tried(kind, tries=tries), now, Cadence(shop))
    assert retry.due_on > now.day, "at most one try a day"
    others = set(shop.parts_of(retry.due_on)) - {part_of(now.time)}
    if retry.due_time is None:
        assert not others
    else:
        assert part_of(retry.due_time) in others
        assert shop.is_open(datetime.combine(retry.due_on, retry.due_time))


@given(days, st.times(), calendars(), st.times(), st.times())
def test_a_try_keeps_within_good_times(
    day: date, tried_at: time, shop: ShopCalendar, one: time, other: time
) -> None:
    good = (min(one, other), max(one, other))
    begins = another_part(day, tried_at, shop, good)
    if begins is not None and one != other:
        assert good[0] <= begins < good[1]
        assert part_of(begins) is not part_of(tried_at)


# Reached


def test_after_a_talk_a_check_in_is_proposed_unless_something_stands_already() -> None:
    for outcome in (Outcome.TALKED, Outcome.BOUGHT_ELSEWHERE):
        planned = after_call(outcome, DAY_AFTER, at(SATURDAY), WEEKLY)
        assert plan(planned) == [("check_in", Kind.CHECK_IN, date(2027, 2, 19))]
        assert not is_moved(outcome, Kind.CHECK_IN, planned[0])
        standing = replace(DAY_AFTER, has_next=True)
        assert after_call(outcome, standing, at(SATURDAY), WEEKLY) == ()


def test_call_back_is_a_promise_at_the_time_they_named() -> None:
    (back,) = after_call(
        Outcome.CALL_BACK_LATER,
        DAY_AFTER,
        at(SATURDAY),
        WEEKLY,
        call_back_on=date(2026, 11, 22),
        call_back_time=time(20, 15),
    )
    assert (back.kind, back.due_on, back.due_time) == (
        Kind.CALL_BACK,
        date(2026, 11, 22),
        time(20, 15),
    )
    assert back.is_timed
    assert back.about == "Navy suit"


def test_a_promise_that_they_put_off_stays_that_promise() -> None:
    planned = after_call(
        Outcome.CALL_BACK_LATER, Tried(Kind.PROMISE), at(SATURDAY), WEEKLY, call_back_on=MONDAY
    )
    assert plan(planned) == [("call_back", Kind.PROMISE, MONDAY)]
    assert not planned[0].is_timed
    assert is_moved(Outcome.CALL_BACK_LATER, Kind.PROMISE, planned[0])


def test_call_back_without_a_day_proposes_nothing_yet() -> None:
    assert after_call(Outcome.CALL_BACK_LATER, DAY_AFTER, at(SATURDAY), WEEKLY) == ()


# No number, no call


def test_a_wrong_number_goes_on_with_another_one_or_another_way() -> None:
    other = replace(DAY_AFTER, has_other_phone=True)
    assert plan(after_call(Outcome.WRONG_NUMBER, other, at(SATURDAY), WEEKLY)) == [
        ("retry", Kind.DAY_AFTER, MONDAY)
    ]
    assert plan(after_call(Outcome.WRONG_NUMBER, DAY_AFTER, at(SATURDAY), WEEKLY)) == [
        ("other_way", Kind.HARD_TO_REACH, MONDAY)
    ]
    promise = Tried(Kind.PROMISE)
    assert plan(after_call(Outcome.WRONG_NUMBER, promise, at(SATURDAY), WEEKLY)) == [
        ("retry", Kind.PROMISE, MONDAY)
    ]


def test_please_dont_call_proposes_nothing() -> None:
    assert after_call(Outcome.DONT_CALL, DAY_AFTER, at(SATURDAY), WEEKLY) == ()


def test_the_afternoon_is_tried_before_the_evening() -> None:
    begins = [another_part(MONDAY, time(hour), WEEK) for hour in (10, 13, 15, 18)]
    assert [part_of(start) for start in begins if start] == [
        PartOfDay.AFTERNOON,
        PartOfDay.AFTERNOON,
        PartOfDay.EVENING,
        PartOfDay.MORNING,
    ]
