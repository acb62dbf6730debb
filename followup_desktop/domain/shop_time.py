"""The shop's time: when it is open, which day is the next open one, and the parts of a day.

Everything is the shop's local date and time, handed in; nothing here asks a clock, so a night in
which the clocks change is a night like any other.
"""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from followup_desktop.domain.shop import ClosingDays, OpenHours, Preferences

Holidays = Callable[[int], Collection[date]]
"""The public holidays of a year. A function: a calendar costs nothing until a day is asked for."""

Stretch = tuple[time, time]
"""From when to when, the end not included."""

SEARCH_DAYS = 2 * 366
"""How far ahead an open day is looked for. A shop that is closed longer has no open day."""

END_OF_DAY = time.max

CLOCK_SLACK = timedelta(hours=1)
"""While a clock that was set back by more hasn't caught up, a snooze doesn't hold."""


@dataclass(frozen=True, slots=True)
class Now:
    """The moment a verb is spoken: handed in everywhere below the windows (house.md rule 4)."""

    utc: datetime
    """Aware, in UTC: for what happened."""
    local: datetime
    """Naive, the PC's own wall clock: for what is due."""

    @property
    def day(self) -> date:
        return self.local.date()

    @property
    def time(self) -> time:
        return self.local.time()

    def day_of(self, moment: datetime) -> date:
        """The day of something that happened, on this wall clock."""
        return (self.local - (self.utc - moment)).date()


class PartOfDay(StrEnum):
    """Whoever wasn't there in the morning may be in the evening (M-25)."""

    MORNING = "morning"
    MIDDAY = "midday"
    AFTERNOON = "afternoon"
    EVENING = "evening"


PARTS: dict[PartOfDay, Stretch] = {
    PartOfDay.MORNING: (time(0), time(12)),
    PartOfDay.MIDDAY: (time(12), time(14)),
    PartOfDay.AFTERNOON: (time(14), time(17)),
    PartOfDay.EVENING: (time(17), END_OF_DAY),
}


def part_of(at: time) -> PartOfDay:
    return next(part for part, (_, ends) in PARTS.items() if at < ends or ends == END_OF_DAY)


def no_holidays(year: int) -> Collection[date]:
    return ()


@dataclass(frozen=True, slots=True)
class ShopCalendar:
    """The days and hours of a shop. With no hours at all a search ends on the day it began with."""

    hours: tuple[OpenHours, ...] = ()
    closing_days: tuple[ClosingDays, ...] = ()
    holidays: Holidays = no_holidays
    follow_up_times: tuple[time, ...] = Preferences().follow_up_times

    def open_hours(self, day: date) -> tuple[Stretch, ...]:
        """The open stretches of a day in their order; empty when the shop is closed.

        A closing time of 00:00 is midnight. A stretch that ends before it begins counts as none.
        """
        stretches = sorted(
            (of_day.opens, END_OF_DAY if of_day.closes == time(0) else of_day.closes)
            for of_day in self.hours
            if of_day.weekday == day.weekday()
        )
        stretches = [(opens, closes) for opens, closes in stretches if opens < closes]
        return () if not stretches or self._is_closed_on(day) else tuple(stretches)

    def _is_closed_on(self, day: date) -> bool:
        if any(closed.first_on <= day <= closed.last_on for closed in self.closing_days):
            return True
        return day in self.holidays(day.year)

    def is_open_day(self, day: date) -> bool:
        return bool(self.open_hours(day))

    def open_day_on_or_after(self, day: date) -> date:
        if not self.hours:
            return day
        for ahead in range(min(SEARCH_DAYS, (date.max - day).days + 1)):
            if self.is_open_day(candidate := day + timedelta(days=ahead)):
                return candidate
        return day

    def next_open_day(self, day: date) -> date:
        """Strictly after `day`."""
        return self.open_day_on_or_after(days_after(day, 1))

    def open_days_after(self, day: date, count: int) -> date:
        """The `count`-th open day after `day`."""
        for _ in range(count):
            day = self.next_open_day(day)
        return day

    def is_open(self, local: datetime) -> bool:
        return any(
            opens <= local.time() < closes for opens, closes in self.open_hours(local.date())
        )

    def next_opening(self, local: datetime) -> datetime | None:
        """`local` itself when the shop is open, else when it opens next; None if it never does."""
        if self.is_open(local):
            return local
        for opens, _ in self.open_hours(local.date()):
            if local.time() < opens:
                return datetime.combine(local.date(), opens)
        day = self.next_open_day(local.date())
        stretches = self.open_hours(day)
        return datetime.combine(day, stretches[0][0]) if stretches else None

    def start_of(self, part: PartOfDay, day: date) -> time | None:
        """From when on the shop is open in that part of the day; None when it isn't."""
        starts, ends = PARTS[part]
        for opens, closes in self.open_hours(day):
            if max(opens, starts) < min(closes, ends):
                return max(opens, starts)
        return None

    def parts_of(self, day: date) -> tuple[PartOfDay, ...]:
        """The parts of a day in which the shop is open."""
        return tuple(part for part in PARTS if self.start_of(part, day) is not None)


def days_after(day: date, count: int) -> date:
    """`day` moved by `count` days; the calendar's first or last day where there are no more."""
    return date.fromordinal(max(1, min(day.toordinal() + count, date.max.toordinal())))
