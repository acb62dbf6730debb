"""Shops to test with: ordinary ones by hand, and every odd one that Hypothesis can think of."""

from datetime import UTC, date, datetime, time, timedelta

from hypothesis import strategies as st

from followup_desktop.domain.shop import ClosingDays, OpenHours
from followup_desktop.domain.shop_time import Now, ShopCalendar


def hours(*weekdays: int, opens: int = 10, closes: int = 19) -> tuple[OpenHours, ...]:
    return tuple(OpenHours(weekday, time(opens), time(closes)) for weekday in weekdays)


WEEK = ShopCalendar(hours(0, 1, 2, 3, 4, 5))
"""Monday to Saturday, 10 to 19."""
EVERY_DAY = ShopCalendar(hours(0, 1, 2, 3, 4, 5, 6))
NEVER = ShopCalendar()


def at(day: date, hour: int = 11, minute: int = 0) -> Now:
    """A moment in a shop two hours east of Greenwich."""
    local = datetime.combine(day, time(hour, minute))
    return Now(utc=local.replace(tzinfo=UTC) - timedelta(hours=2), local=local)


days = st.dates(date(2024, 1, 1), date(2030, 12, 31))
nows = st.builds(at, days, st.integers(0, 23), st.integers(0, 59))

_stretches = st.builds(
    lambda weekday, opens, length: OpenHours(weekday, time(opens), time(min(opens + length, 23))),
    st.integers(0, 6),
    st.integers(0, 22),
    st.integers(1, 10),
)
_closings = st.builds(
    lambda first, length: ClosingDays(first, first + timedelta(days=length)),
    days,
    st.integers(0, 60),
)


@st.composite
def calendars(draw: st.DrawFn) -> ShopCalendar:
    """A shop that is open now and then, with lunch breaks, long closures and holidays."""
    shut = frozenset(draw(st.lists(days, max_size=8)))
    return ShopCalendar(
        hours=tuple(draw(st.lists(_stretches, min_size=1, max_size=10))),
        closing_days=tuple(draw(st.lists(_closings, max_size=4))),
        holidays=lambda year: {day for day in shut if day.year == year},
    )
