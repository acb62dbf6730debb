"""Dates whose year is optional."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.partial_dates import in_year, is_real_day, next_on
from tests.domain.shops import days

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("day", "month", "year", "is_real"),
    [
        (29, 2, None, True),
        (29, 2, 2024, True),
        (29, 2, 2026, False),
        (30, 2, None, False),
        (31, 4, None, False),
        (31, 12, 1950, True),
        (0, 1, None, False),
        (1, 13, None, False),
        (1, 1, 0, False),
    ],
)
def test_is_real_day(day: int, month: int, year: int | None, is_real: bool) -> None:
    assert is_real_day(day, month, year) is is_real


@pytest.mark.parametrize(
    ("day", "month", "year", "yearly", "comes_on"),
    [
        (28, 11, None, True, date(2026, 11, 28)),
        (21, 11, 1980, True, TODAY),
        (20, 11, 1980, True, date(2027, 11, 20)),
        (28, 11, 2028, True, date(2028, 11, 28)),
        (28, 11, 2026, False, date(2026, 11, 28)),
        (20, 11, 2026, False, None),
        (20, 11, None, False, date(2027, 11, 20)),
        (29, 2, None, True, date(2027, 2, 28)),
        (29, 2, 2024, True, date(2027, 2, 28)),
        (29, 2, 2028, False, date(2028, 2, 29)),
    ],
)
def test_next_on(
    day: int, month: int, year: int | None, yearly: bool, comes_on: date | None
) -> None:
    assert next_on(day, month, year, yearly, TODAY) == comes_on


def test_the_29th_of_february_is_itself_in_leap_years() -> None:
    assert next_on(29, 2, 1996, True, date(2028, 2, 1)) == date(2028, 2, 29)
    assert next_on(29, 2, 1996, True, date(2027, 2, 28)) == date(2027, 2, 28)
    assert next_on(29, 2, 1996, True, date(2027, 3, 1)) == date(2028, 2, 29)


def test_the_calendar_ends() -> None:
    assert next_on(1, 1, None, True, date.max) is None
    assert next_on(31, 12, None, True, date.max) == date.max


@given(st.dates(date(1920, 1, 1), date(2040, 1, 1)), st.booleans(), days)
def test_a_yearly_date_comes_within_a_year_and_in_its_month(
    born: date, has_year: bool, today: date
) -> None:
    year = born.year if has_year else None
    comes_on = next_on(born.day, born.month, year, True, today)
    assert comes_on is not None
    assert comes_on >= today
    assert comes_on.month == born.month
    assert comes_on == in_year(born.day, born.month, comes_on.year)
    if year is None or year <= today.year:
        assert comes_on - today <= timedelta(days=366)
