"""Calls week by week and by the hour, in the shop's own time (M-69)."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.insights.asked import Period
from followup_desktop.domain.insights.calls import (
    ENOUGH_AT_AN_HOUR,
    ENOUGH_CALLS,
    Bar,
    BestHours,
    Hour,
    Step,
    Tally,
    WhenReached,
    bars,
    best_hours,
    when_reached,
)
from followup_desktop.domain.insights.share import Share
from tests.domain.insights.asking import TODAY, clock_in, scope_of


def tally(moment: str, reached: int = 1, calls: int = 1) -> Tally:
    return Tally(datetime.fromisoformat(moment).replace(tzinfo=UTC), reached, calls)


# Bars ---------------------------------------------------------------------------------------------


def test_four_weeks_have_four_bars_the_quiet_ones_too() -> None:
    found = bars([tally("2026-10-27 10:00"), tally("2026-11-20 11:00", 1, 3)], scope_of(FOUR))
    assert found.step is Step.WEEK
    assert found.bars == (
        Bar(date(2026, 10, 26), date(2026, 11, 1), Share(1, 1)),
        Bar(date(2026, 11, 2), date(2026, 11, 8), Share(0, 0)),
        Bar(date(2026, 11, 9), date(2026, 11, 15), Share(0, 0)),
        Bar(date(2026, 11, 16), date(2026, 11, 20), Share(1, 3)),
    )
    assert found.total == Share(2, 4)


def test_calls_of_a_clock_that_was_set_back_stand_in_todays_bar() -> None:
    found = bars([tally("2027-02-03 10:00")], scope_of(Period.ALL))
    assert [(bar.last_on, bar.calls) for bar in found.bars] == [(TODAY, Share(1, 1))]


FOUR = Period.FOUR_WEEKS


@pytest.mark.parametrize(
    ("zone", "week"),
    [
        # Sunday evening in New York is Monday in London, and in Auckland long since.
        ("America/New_York", date(2026, 11, 9)),
        ("Europe/London", date(2026, 11, 16)),
        ("Pacific/Auckland", date(2026, 11, 16)),
    ],
)
def test_a_call_belongs_to_the_week_on_the_shops_own_calendar(zone: str, week: date) -> None:
    found = bars([tally("2026-11-16 00:30")], scope_of(FOUR, clock=clock_in(zone)))
    assert [bar.first_on for bar in found.bars if bar.calls.of] == [week]


@pytest.mark.parametrize(
    ("period", "first_call", "step", "count"),
    [
        (Period.TWELVE_WEEKS, "2026-11-20", Step.WEEK, 12),
        (Period.YEAR, "2026-11-20", Step.MONTH, 12),
        (Period.ALL, "2026-11-20", Step.WEEK, 1),
        (Period.ALL, "2026-08-20", Step.WEEK, 14),
        (Period.ALL, "2026-08-16", Step.MONTH, 4),
        (Period.ALL, "2024-12-01", Step.MONTH, 24),
        (Period.ALL, "2024-11-30", Step.QUARTER, 9),
        (Period.ALL, "2019-01-02", Step.YEAR, 8),
    ],
)
def test_too_many_weeks_become_months_and_years(
    period: Period, first_call: str, step: Step, count: int
) -> None:
    found = bars([tally(f"{first_call} 12:00")], scope_of(period))
    assert (found.step, len(found.bars)) == (step, count)


def test_a_shop_without_a_call_has_no_bar_from_the_beginning() -> None:
    assert bars([], scope_of(Period.ALL)).bars == ()


MOMENTS = st.datetimes(
    datetime.fromisoformat("2021-01-01"), datetime.fromisoformat("2026-11-20T12:00")
).map(lambda moment: Tally(moment.replace(tzinfo=UTC), 1, 2))


@given(st.lists(MOMENTS, max_size=30), st.integers(0, 6))
def test_nothing_is_lost_and_no_day_belongs_to_two_bars(
    tallies: list[Tally], first_weekday: int
) -> None:
    found = bars(tallies, scope_of(Period.ALL, first_weekday=first_weekday))
    assert found.total == Share(len(tallies), 2 * len(tallies))
    assert len(found.bars) <= 24
    for one, other in zip(found.bars, found.bars[1:], strict=False):
        assert one.last_on + timedelta(days=1) == other.first_on
    assert not found.bars or found.bars[-1].last_on == TODAY


# Hours --------------------------------------------------------------------------------------------


def test_an_hour_is_the_shops_own_summer_and_winter() -> None:
    """The clocks went back on 25 October 2026."""
    found = when_reached([tally("2026-10-23 15:15"), tally("2026-10-30 16:45")], scope_of())
    assert found.hours == (Hour(4, 16, Share(2, 2)),)


def test_where_the_clock_is_three_quarters_off_an_hour_is_whole_too() -> None:
    kathmandu = scope_of(clock=clock_in("Asia/Kathmandu"))
    found = when_reached([tally("2026-11-20 04:15"), tally("2026-11-20 05:00")], kathmandu)
    assert found.hours == (Hour(4, 10, Share(2, 2)),)


def day(**hours: tuple[int, int]) -> list[Hour]:
    """day(h10=(5, 10)): five of ten at ten."""
    return [Hour(0, int(hour[1:]), Share(*calls)) for hour, calls in hours.items()]


def test_two_hours_that_stand_out_are_the_best() -> None:
    hours = day(h10=(15, 40), h11=(14, 40), h15=(16, 40), h16=(36, 40), h17=(35, 40))
    assert best_hours(hours) == BestHours(16, 18, Share(71, 80))


@pytest.mark.parametrize(
    "hours",
    [
        # Far too few calls: ninety-nine.
        day(h10=(5, 49), h16=(50, 50)),
        # Enough in all, but hardly any at the hour.
        day(h10=(30, 100), h16=(12, 12)),
        # As good as any other.
        day(h10=(50, 100), h12=(52, 100), h16=(53, 100)),
        # A little better, of very many: not worth going by.
        day(h10=(50_000, 100_000), h16=(52_000, 100_000)),
        # All at one hour: there are no others.
        day(h10=(150, 200)),
        [],
    ],
)
def test_what_may_be_chance_is_not_called_the_best(hours: list[Hour]) -> None:
    """M-69: once there is enough of it."""
    assert best_hours(hours) is None


def test_it_says_whether_there_are_calls_enough() -> None:
    assert not WhenReached(tuple(day(h10=(1, ENOUGH_CALLS - 1)))).is_enough
    assert WhenReached(tuple(day(h10=(1, ENOUGH_CALLS)))).is_enough


HOURS = st.lists(
    st.builds(
        Hour,
        st.integers(0, 6),
        st.integers(0, 23),
        st.integers(1, 90).flatmap(lambda of: st.builds(Share, st.integers(0, of), st.just(of))),
    ),
    max_size=40,
)


@given(HOURS)
def test_the_best_hours_are_better_than_the_others_and_counted(hours: list[Hour]) -> None:
    best = best_hours(hours)
    if best is None:
        return
    within = [hour.calls for hour in hours if best.begins <= hour.hour < best.ends]
    others = [hour.calls for hour in hours if not best.begins <= hour.hour < best.ends]
    assert sum(within, Share(0, 0)) == best.calls
    assert best.calls.of >= ENOUGH_AT_AN_HOUR
    elsewhere = sum(others, Share(0, 0))
    assert best.calls.part / best.calls.of > elsewhere.part / elsewhere.of
