"""When a shop is open, and which day is the next open one."""

from datetime import UTC, date, datetime, time, timedelta
from subprocess import run
from sys import executable

import pytest
from hypothesis import given

from followup_desktop.domain.public_holidays import public_holidays
from followup_desktop.domain.shop import ClosingDays, OpenHours
from followup_desktop.domain.shop_time import (
    END_OF_DAY,
    PARTS,
    Now,
    PartOfDay,
    ShopCalendar,
    days_after,
    part_of,
)
from tests.domain.shops import NEVER, WEEK, at, calendars, days, hours, nows

SATURDAY = date(2026, 11, 21)
SUNDAY = date(2026, 11, 22)
MONDAY = date(2026, 11, 23)

LUNCH = ShopCalendar(hours(0, opens=14, closes=18) + hours(0, opens=10, closes=13))
"""Mondays only, with a lunch break; handed in out of order."""


def test_now_knows_its_day_and_time() -> None:
    now = Now(
        utc=datetime(2026, 11, 21, 23, 30, tzinfo=UTC), local=datetime.combine(SUNDAY, time(1, 30))
    )
    assert (now.day, now.time) == (SUNDAY, time(1, 30))


# Open days


def test_a_day_without_hours_is_closed() -> None:
    assert WEEK.is_open_day(SATURDAY)
    assert not WEEK.is_open_day(SUNDAY)


def test_the_next_open_day_is_strictly_later() -> None:
    assert WEEK.next_open_day(SATURDAY) == MONDAY
    assert WEEK.next_open_day(SUNDAY) == MONDAY
    assert WEEK.open_day_on_or_after(SATURDAY) == SATURDAY
    assert WEEK.open_day_on_or_after(SUNDAY) == MONDAY
    assert WEEK.open_days_after(SATURDAY, 3) == date(2026, 11, 25)


def test_closing_days_count_both_ends() -> None:
    closed = ShopCalendar(WEEK.hours, (ClosingDays(MONDAY, date(2026, 12, 5), "Refitting"),))
    assert closed.is_open_day(SATURDAY)
    assert closed.next_open_day(SATURDAY) == date(2026, 12, 7)


def test_a_holiday_is_a_closing_day() -> None:
    shop = ShopCalendar(WEEK.hours, holidays=public_holidays("US"))
    thanksgiving = date(2026, 11, 26)
    assert not shop.is_open_day(thanksgiving)
    assert shop.open_day_on_or_after(thanksgiving) == date(2026, 11, 27)


@pytest.mark.parametrize(
    ("day", "next_day"),
    [
        (date(2026, 1, 31), date(2026, 2, 2)),
        (date(2028, 2, 28), date(2028, 2, 29)),
        (date(2026, 2, 28), date(2026, 3, 2)),
        (date(2026, 12, 31), date(2027, 1, 1)),
        # The clocks change in Europe and in the United States.
        (date(2026, 3, 28), date(2026, 3, 30)),
        (date(2026, 10, 24), date(2026, 10, 26)),
        (date(2026, 10, 31), date(2026, 11, 2)),
    ],
)
def test_month_ends_leap_days_and_clock_changes(day: date, next_day: date) -> None:
    assert WEEK.next_open_day(day) == next_day


def test_a_shop_that_never_opens_falls_back_to_the_day_itself() -> None:
    assert NEVER.open_day_on_or_after(SATURDAY) == SATURDAY
    assert NEVER.next_open_day(SATURDAY) == SUNDAY
    assert NEVER.next_opening(at(SATURDAY).local) is None
    assert NEVER.parts_of(SATURDAY) == ()


def test_closed_for_longer_than_anybody_plans_falls_back_too() -> None:
    for_good = ShopCalendar(WEEK.hours, (ClosingDays(SUNDAY, date(2040, 1, 1)),))
    assert for_good.next_open_day(SATURDAY) == SUNDAY


def test_the_end_of_the_calendar_is_no_error() -> None:
    assert days_after(date.max, 1) == date.max
    assert days_after(date.min, -1) == date.min
    assert NEVER.next_open_day(date.max) == date.max
    assert ShopCalendar(hours(0, 1, 2, 3, 4, 5, 6)).next_open_day(date.max) == date.max


@given(calendars(), days)
def test_the_next_open_day_is_open_and_none_was_left_out(shop: ShopCalendar, day: date) -> None:
    next_day = shop.next_open_day(day)
    assert next_day > day
    assert shop.is_open_day(next_day) or next_day == day + timedelta(days=1)
    between = (next_day - day).days
    assert not any(shop.is_open_day(day + timedelta(days=ahead)) for ahead in range(1, between))


# Open hours


def test_a_lunch_break_is_closed() -> None:
    assert LUNCH.open_hours(MONDAY) == ((time(10), time(13)), (time(14), time(18)))
    assert [LUNCH.is_open(at(MONDAY, hour).local) for hour in (9, 10, 13, 14, 18)] == [
        False,
        True,
        False,
        True,
        False,
    ]


def test_the_next_opening() -> None:
    assert LUNCH.next_opening(at(MONDAY, 8).local) == at(MONDAY, 10).local
    assert LUNCH.next_opening(at(MONDAY, 11).local) == at(MONDAY, 11).local
    assert LUNCH.next_opening(at(MONDAY, 13).local) == at(MONDAY, 14).local
    assert LUNCH.next_opening(at(MONDAY, 18).local) == at(date(2026, 11, 30), 10).local


def test_midnight_closes_a_day_and_hours_turned_round_are_none() -> None:
    late = ShopCalendar((OpenHours(0, time(18), time(0)), OpenHours(1, time(18), time(9))))
    assert late.open_hours(MONDAY) == ((time(18), END_OF_DAY),)
    assert late.is_open(at(MONDAY, 23, 59).local)
    assert late.open_hours(date(2026, 11, 24)) == ()


@given(calendars(), nows)
def test_the_next_opening_is_open(shop: ShopCalendar, now: Now) -> None:
    opening = shop.next_opening(now.local)
    if opening is not None:
        assert opening >= now.local
        assert shop.is_open(opening)


# Parts of the day


def test_every_minute_has_its_part() -> None:
    assert [part_of(time(hour)) for hour in (0, 9, 12, 13, 14, 16, 17, 23)] == [
        PartOfDay.MORNING,
        PartOfDay.MORNING,
        PartOfDay.MIDDAY,
        PartOfDay.MIDDAY,
        PartOfDay.AFTERNOON,
        PartOfDay.AFTERNOON,
        PartOfDay.EVENING,
        PartOfDay.EVENING,
    ]
    assert part_of(time.max) is PartOfDay.EVENING


def test_parts_begin_when_the_shop_is_open() -> None:
    assert LUNCH.start_of(PartOfDay.MORNING, MONDAY) == time(10)
    assert LUNCH.start_of(PartOfDay.MIDDAY, MONDAY) == time(12)
    assert LUNCH.start_of(PartOfDay.AFTERNOON, MONDAY) == time(14)
    assert LUNCH.start_of(PartOfDay.EVENING, MONDAY) == time(17)
    mornings = ShopCalendar(hours(0, opens=9, closes=12))
    assert mornings.parts_of(MONDAY) == (PartOfDay.MORNING,)


@given(calendars(), days)
def test_a_part_begins_inside_itself_and_inside_open_hours(shop: ShopCalendar, day: date) -> None:
    for part in PARTS:
        start = shop.start_of(part, day)
        if start is not None:
            assert part_of(start) is part
            assert shop.is_open(datetime.combine(day, start))


# Holidays


@pytest.mark.parametrize("country", ["", "XX", "us"])
def test_a_country_that_nothing_is_known_about_has_no_holidays(country: str) -> None:
    assert not public_holidays(country)(2026)


def test_a_calendar_costs_no_start_up_time() -> None:
    script = (
        "import sys\n"
        "from followup_desktop.domain.public_holidays import public_holidays\n"
        "from followup_desktop.domain.shop_time import ShopCalendar\n"
        "from followup_desktop.domain import cadence, phones, queue\n"
        "ShopCalendar(holidays=public_holidays('US'))\n"
        "sys.exit(bool({'holidays', 'phonenumbers'} & sys.modules.keys()))"
    )
    assert run([executable, "-c", script], check=False).returncode == 0
