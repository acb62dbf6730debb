"""Days and times as people say them.

The windows hand in a `DayWriter` made from QLocale, so that dates look as everywhere else on the
PC; without a screen (`cli`) the plain one stands. Below the windows nothing may know Qt.
"""

from datetime import date, datetime, time
from typing import Protocol

from followup_desktop.words import _, ngettext


class DayWriter(Protocol):
    """How the shop's language writes days and times."""

    def day(self, day: date) -> str:
        """Short, without the year: "28 Nov"."""

    def day_year(self, day: date) -> str:
        """With the year: "28 Nov 2026"."""

    def weekday(self, day: date) -> str:
        """Short: "Wed"."""

    def weekday_long(self, day: date) -> str:
        """ "Wednesday"."""

    def month(self, day: date) -> str:
        """Short: "Nov"."""

    def month_year(self, day: date) -> str:
        """ "November 2026"."""

    def time(self, time: time) -> str:
        """ "11:00"."""


class PlainDays:
    """English short names and 24 hours, the same on every system."""

    def day(self, day: date) -> str:
        return f"{day.day} {day:%b}"

    def day_year(self, day: date) -> str:
        return f"{day.day} {day:%b} {day.year}"

    def weekday(self, day: date) -> str:
        return f"{day:%a}"

    def weekday_long(self, day: date) -> str:
        return f"{day:%A}"

    def month(self, day: date) -> str:
        return f"{day:%b}"

    def month_year(self, day: date) -> str:
        return f"{day:%B} {day.year}"

    def time(self, time: time) -> str:
        return f"{time:%H:%M}"


_writer: DayWriter = PlainDays()


def use(writer: DayWriter) -> None:
    """Write days and times with `writer` from now on."""
    global _writer
    _writer = writer


def writer() -> DayWriter:
    return _writer


def day(on: date, today: date) -> str:
    """A day as short as it stays clear: "28 Nov", or "28 Nov 2025" when that is far away."""
    if abs((on - today).days) < 300:
        return _writer.day(on)
    return _writer.day_year(on)


def weekday_day(on: date, today: date) -> str:
    """ "Wed 25 Nov"; the year only when it is far."""
    return _("{weekday} {day}").format(weekday=_writer.weekday(on), day=day(on, today))


def near_day(on: date, today: date) -> str:
    """ "today", "tomorrow", "yesterday", "Saturday" up to six days away, else "28 Nov"."""
    match (on - today).days:
        case 0:
            return _("today")
        case 1:
            return _("tomorrow")
        case -1:
            return _("yesterday")
        case days if -7 < days < 7:
            return _writer.weekday_long(on)
        case _:
            return day(on, today)


def local_day(at: datetime) -> date:
    """The day on this PC's wall clock at which something happened."""
    return at.astimezone().date()


def minutes(count: int) -> str:
    return ngettext("{count} minute", "{count} minutes", count).format(count=count)
