"""Where a click on "Later" puts a follow-up (M-59)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from followup_desktop.domain.shop_time import (
    PARTS,
    Now,
    PartOfDay,
    ShopCalendar,
    days_after,
)

WEEK = 7


class Later(StrEnum):
    """How long a follow-up can be put off at a click (M-59); else a day is picked."""

    TEN_MINUTES = "ten_minutes"
    HOUR = "hour"
    THIS_AFTERNOON = "this_afternoon"
    TOMORROW = "tomorrow"
    NEXT_WEEK = "next_week"


@dataclass(frozen=True, slots=True)
class Due:
    on: date
    at: time | None = None
    is_timed: bool = False


def put_off(span: Later, now: Now, calendar: ShopCalendar) -> Due:
    """A short while is a time to be told at; anything longer is a day the shop is open."""
    match span:
        case Later.TEN_MINUTES:
            return _timed(now.local + timedelta(minutes=10))
        case Later.HOUR:
            return _timed(now.local + timedelta(hours=1))
        case Later.THIS_AFTERNOON:
            return _afternoon(now, calendar)
        case Later.TOMORROW:
            return Due(calendar.next_open_day(now.day))
        case _:
            return Due(calendar.open_day_on_or_after(days_after(now.day, WEEK)))


def _timed(moment: datetime) -> Due:
    """To the minute, and not before the time that was asked for."""
    whole = moment.replace(second=0, microsecond=0)
    if whole < moment:
        whole += timedelta(minutes=1)
    return Due(whole.date(), whole.time(), is_timed=True)


def _afternoon(now: Now, calendar: ShopCalendar) -> Due:
    """From when the shop is open after two; in the afternoon itself, at the next time the shop
    has for follow-ups; when there is none any more, on the next open day."""
    starts = calendar.start_of(PartOfDay.AFTERNOON, now.day)
    if starts is not None:
        after_two = [at for at in calendar.follow_up_times if at >= PARTS[PartOfDay.AFTERNOON][0]]
        for at in sorted((starts, *after_two)):
            if at > now.time and calendar.is_open(datetime.combine(now.day, at)):
                return Due(now.day, at)
    day = calendar.next_open_day(now.day)
    return Due(day, calendar.start_of(PartOfDay.AFTERNOON, day))
