"""Which time is meant, in the shop's own hours; and whose numbers anybody may see (M-74)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.insights.asked import Asked, Period, Whose, choices, first_day
from followup_desktop.domain.shop import Clerk
from tests.domain.insights.asking import TODAY, clock_in

ED, ANNA, NOOR = (
    Clerk(1, "Ed", is_manager=True),
    Clerk(2, "Anna", is_manager=False),
    Clerk(3, "Noor", is_manager=False),
)
GONE = Clerk(4, "Liv", is_manager=False, left_on=date(2026, 1, 1))
SHOP, MINE = Whose.SHOP, Whose.MINE


@pytest.mark.parametrize(
    ("period", "today", "first_weekday", "first"),
    [
        (Period.FOUR_WEEKS, TODAY, 0, date(2026, 10, 26)),
        (Period.FOUR_WEEKS, TODAY, 6, date(2026, 10, 25)),
        (Period.FOUR_WEEKS, date(2026, 11, 16), 0, date(2026, 10, 26)),
        (Period.FOUR_WEEKS, date(2026, 11, 15), 0, date(2026, 10, 19)),
        (Period.TWELVE_WEEKS, TODAY, 0, date(2026, 8, 31)),
        (Period.YEAR, TODAY, 0, date(2025, 12, 1)),
        (Period.YEAR, date(2026, 12, 31), 0, date(2026, 1, 1)),
        (Period.YEAR, date(2028, 2, 29), 0, date(2027, 3, 1)),
        (Period.ALL, TODAY, 0, None),
    ],
)
def test_whole_weeks_and_months_up_to_today(
    period: Period, today: date, first_weekday: int, first: date | None
) -> None:
    assert first_day(Asked(period, first_weekday=first_weekday), today) == first


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(0, 6))
def test_a_time_ends_today_and_has_the_length_it_says(today: date, first_weekday: int) -> None:
    begins = first_day(Asked(Period.TWELVE_WEEKS, first_weekday=first_weekday), today)
    assert begins is not None
    assert begins.weekday() == first_weekday
    assert timedelta(days=77) <= today - begins < timedelta(days=84)
    year = first_day(Asked(Period.YEAR), today)
    assert year is not None
    assert year.day == 1
    assert (today.year * 12 + today.month) - (year.year * 12 + year.month) == 11


# Whose --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("clerks", "me", "seen"),
    [
        ((ED, ANNA, NOOR), ED, (SHOP, MINE)),
        ((ED, ANNA, NOOR), ANNA, (MINE, SHOP)),
        # Of two, the shop's less one's own would be the colleague's; a manager sees the shop's.
        ((ED, ANNA), ANNA, (MINE,)),
        ((ED, ANNA), ED, (SHOP, MINE)),
        ((ED, ANNA, GONE), ANNA, (MINE,)),
        # Alone, the shop's are one's own.
        ((ED,), ED, (SHOP,)),
        ((ED, GONE), ED, (SHOP,)),
        ((ED, ANNA, NOOR), None, (SHOP,)),
        ((ED, ANNA, NOOR, GONE), GONE, (SHOP,)),
    ],
)
def test_ones_own_and_the_shops_and_never_a_colleagues(
    clerks: tuple[Clerk, ...], me: Clerk | None, seen: tuple[Whose, ...]
) -> None:
    """M-74."""
    assert choices(clerks, me.id if me else None) == seen


def test_there_is_no_way_to_ask_for_a_colleagues_numbers() -> None:
    """M-74."""
    assert set(Whose) == {SHOP, MINE}


# The shop's clock ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("zone", "day", "moment"),
    [
        ("Europe/London", date(2026, 7, 1), datetime(2026, 6, 30, 23, tzinfo=UTC)),
        ("Europe/London", date(2026, 12, 1), datetime(2026, 12, 1, tzinfo=UTC)),
        # The day on which the clocks go back begins before they do.
        ("America/New_York", date(2026, 11, 1), datetime(2026, 11, 1, 4, tzinfo=UTC)),
        ("America/New_York", date(2026, 11, 2), datetime(2026, 11, 2, 5, tzinfo=UTC)),
        ("Pacific/Auckland", date(2026, 11, 20), datetime(2026, 11, 19, 11, tzinfo=UTC)),
        ("Asia/Kathmandu", date(2026, 11, 20), datetime(2026, 11, 19, 18, 15, tzinfo=UTC)),
    ],
)
def test_a_day_begins_at_the_shops_midnight(zone: str, day: date, moment: datetime) -> None:
    assert clock_in(zone).start_of(day) == moment


@given(
    st.sampled_from(["Europe/London", "America/New_York", "Pacific/Auckland", "Asia/Kathmandu"]),
    st.datetimes(datetime.fromisoformat("2015-01-01"), datetime.fromisoformat("2030-01-01")),
)
def test_there_and_back_again(zone: str, local: datetime) -> None:
    """But for the hour that a night in spring has not, and the one that a night in autumn has
    twice."""
    clock = clock_in(zone)
    again = clock.local_of(clock.utc_of(local))
    assert again == local or abs(again - local) == timedelta(hours=1)
