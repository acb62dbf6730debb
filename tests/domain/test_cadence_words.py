"""What a given word and a date to remember plan (M-38 … M-43)."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.cadence.after_word import (
    after_problem,
    after_promise,
    after_referral,
    problem_solved,
    referral_bore_fruit,
)
from followup_desktop.domain.cadence.around_dates import around_date, yearly_thanks
from followup_desktop.domain.cadence.planning import Cadence, Planned
from followup_desktop.domain.cadence.rules import CadenceSettings, Override, Rule
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.shop import ClosingDays
from followup_desktop.domain.shop_time import Now, ShopCalendar
from tests.domain.shops import NEVER, WEEK, at, calendars, days, nows

SATURDAY = date(2026, 11, 21)
SUNDAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 23)
WEEKLY = Cadence(WEEK)


def plan(planned: Planned) -> list[tuple[str, date]]:
    return [(one.rule, one.due_on) for one in planned]


# Promises


@given(days, st.none() | st.times())
def test_a_promise_is_due_when_it_was_promised_and_nothing_moves_it(
    due_on: date, due_time: time | None
) -> None:
    (promise,) = after_promise("Call about the hem", due_on, due_time)
    assert promise.kind is Kind.PROMISE
    assert (promise.due_on, promise.due_time) == (due_on, due_time)
    assert promise.is_timed == (due_time is not None)
    assert promise.moved_from is None


# Problems


def test_a_problem_is_called_about_the_same_day() -> None:
    (same_day,) = after_problem("Hem came undone", at(SATURDAY, 9), WEEKLY)
    assert (same_day.kind, same_day.due_on, same_day.moved_from) == (Kind.PROBLEM, SATURDAY, None)


def test_after_closing_time_the_same_day_is_the_next_open_one() -> None:
    (same_day,) = after_problem("Hem came undone", at(SATURDAY, 20), WEEKLY)
    assert (same_day.due_on, same_day.moved_from) == (MONDAY, SATURDAY)


def test_then_on_the_day_they_were_told_even_a_closed_one() -> None:
    planned = after_problem(
        "Hem came undone",
        at(SATURDAY),
        WEEKLY,
        put_right_by=SUNDAY,
        put_right_time=time(16),
    )
    assert plan(planned) == [("problem_same_day", SATURDAY), ("problem_by_date", SUNDAY)]
    assert planned[1].is_timed


def test_one_call_does_when_it_is_put_right_today() -> None:
    planned = after_problem("Hem", at(SATURDAY), WEEKLY, put_right_by=SATURDAY)
    assert plan(planned) == [("problem_by_date", SATURDAY)]


def test_a_shop_that_never_opens_still_calls_about_a_problem() -> None:
    assert plan(after_problem("Hem", at(SATURDAY), Cadence(NEVER))) == [
        ("problem_same_day", SATURDAY)
    ]


def test_a_solved_problem_is_asked_after_once_more() -> None:
    assert plan(problem_solved("Hem", SATURDAY, WEEKLY)) == [
        ("problem_stayed_so", date(2026, 11, 28))
    ]


@given(calendars(), nows, st.none() | days)
def test_a_problem_is_never_left_and_never_called_about_twice_a_day(
    shop: ShopCalendar, now: Now, by: date | None
) -> None:
    planned = after_problem("Hem", now, Cadence(shop), put_right_by=by)
    assert planned
    assert len({one.due_on for one in planned}) == len(planned)
    assert [one.due_on for one in planned if one.rule == Rule.PROBLEM_BY_DATE] == (
        [] if by is None else [by]
    )


# Referrals


def test_a_referred_person_is_called_only_with_leave() -> None:
    assert plan(after_referral("A suit in spring", SATURDAY, WEEKLY, may_call=True)) == [
        ("referral_next_day", MONDAY)
    ]
    assert after_referral("A suit in spring", SATURDAY, WEEKLY, may_call=False) == ()


def test_the_referrer_is_thanked_when_something_came_of_it() -> None:
    (thanks,) = referral_bore_fruit("Kenji Mori", SATURDAY, WEEKLY)
    assert (thanks.kind, thanks.due_on, thanks.about) == (
        Kind.THANK_REFERRER,
        MONDAY,
        "Kenji Mori",
    )


# Dates


@pytest.mark.parametrize(
    ("comes_on", "planned"),
    [
        (
            date(2026, 11, 27),
            [("date_before", date(2026, 11, 24)), ("date_on", date(2026, 11, 27))],
        ),
        (date(2026, 11, 24), [("date_before", SATURDAY), ("date_on", date(2026, 11, 24))]),
        # Three days before was yesterday.
        (MONDAY, [("date_on", MONDAY)]),
        (SATURDAY, [("date_on", SATURDAY)]),
        (date(2026, 11, 20), []),
        # On a Sunday: on the Monday after, and three days before as ever.
        (
            date(2026, 11, 29),
            [("date_before", date(2026, 11, 26)), ("date_on", date(2026, 11, 30))],
        ),
        # Three days before is a Sunday.
        (
            date(2026, 12, 2),
            [("date_before", date(2026, 11, 30)), ("date_on", date(2026, 12, 2))],
        ),
        (date(2027, 1, 1), [("date_before", date(2026, 12, 29)), ("date_on", date(2027, 1, 1))]),
    ],
)
def test_three_days_before_and_on_the_day(comes_on: date, planned: list[tuple[str, date]]) -> None:
    assert plan(around_date("Dana’s birthday", comes_on, SATURDAY, WEEKLY)) == planned


def test_before_is_left_out_when_a_closure_moves_it_to_the_day_or_past_it() -> None:
    shop = ShopCalendar(WEEK.hours, (ClosingDays(date(2026, 12, 1), date(2026, 12, 12)),))
    planned = around_date("Birthday", date(2026, 12, 10), SATURDAY, Cadence(shop))
    assert plan(planned) == [("date_on", date(2026, 12, 14))]


@given(calendars(), days, st.integers(0, 400))
def test_a_date_is_never_congratulated_on_twice_a_day(
    shop: ShopCalendar, today: date, ahead: int
) -> None:
    comes_on = today + timedelta(days=ahead)
    planned = around_date("Birthday", comes_on, today, Cadence(shop))
    assert len({one.due_on for one in planned}) == len(planned)
    assert all(one.due_on >= today for one in planned)
    assert planned[-1].rule == Rule.DATE_ON


# Thanks


@pytest.mark.parametrize(
    ("since", "thanked_on", "due_on"),
    [
        (date(2020, 12, 1), None, date(2026, 12, 1)),
        (date(2020, 11, 21), None, date(2027, 11, 22)),
        (date(2020, 12, 1), date(2026, 9, 1), date(2027, 12, 1)),
        (date(2020, 12, 1), date(2025, 12, 1), date(2026, 12, 1)),
        (date(2024, 2, 29), None, date(2027, 3, 1)),
    ],
)
def test_yearly_thanks(since: date, thanked_on: date | None, due_on: date) -> None:
    (thanks,) = yearly_thanks(since, thanked_on, SATURDAY, WEEKLY)
    assert (thanks.kind, thanks.rule, thanks.due_on) == (Kind.THANK_YOU, "yearly_thanks", due_on)


def test_no_thanks_after_the_last_day_or_when_the_shop_doesnt_want_them() -> None:
    assert yearly_thanks(date(2020, 1, 1), None, date.max, WEEKLY) == ()
    off = CadenceSettings(overrides=(Override(Rule.YEARLY_THANKS, is_on=False),))
    assert yearly_thanks(date(2020, 1, 1), None, SATURDAY, Cadence(WEEK, off)) == ()
