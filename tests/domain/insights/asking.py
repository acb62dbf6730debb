"""What somebody asked, for the tests of Insights."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from followup_desktop.domain.insights.asked import Asked, Period, Scope, ShopClock, first_day

TODAY = date(2026, 11, 20)
"""A Friday."""


def clock_in(zone: str) -> ShopClock:
    place = ZoneInfo(zone)
    return ShopClock(lambda moment: moment.astimezone(place).replace(tzinfo=None))


LONDON = clock_in("Europe/London")


def scope_of(
    period: Period = Period.TWELVE_WEEKS,
    *,
    today: date = TODAY,
    clock: ShopClock = LONDON,
    first_weekday: int = 0,
) -> Scope:
    asked = Asked(period, first_weekday=first_weekday)
    first_on = first_day(asked, today)
    return Scope(
        asked=asked,
        first_on=first_on,
        last_on=today,
        since=None if first_on is None else clock.start_of(first_on),
        until=datetime(today.year, today.month, today.day, 18, tzinfo=UTC),
        clerk_id=None,
        clock=clock,
    )
