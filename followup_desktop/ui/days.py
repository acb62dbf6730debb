"""Days and times as this PC's language writes them."""

import re
from datetime import date, time

from PySide6.QtCore import QDate, QLocale, QTime


class LocaleDays:
    """The `DayWriter` of the windows. Months are short; their order follows the language."""

    def __init__(self, locale: QLocale) -> None:
        self._locale = locale
        long_format = locale.dateFormat(QLocale.FormatType.LongFormat)
        self._day = _without_year(long_format)
        self._day_year = _with_year(long_format)
        # The plain "C" language writes seconds even in its short form.
        short = locale.timeFormat(QLocale.FormatType.ShortFormat)
        self._time = short.replace(":ss", "")

    def day(self, day: date) -> str:
        return self._locale.toString(_qdate(day), self._day)

    def day_year(self, day: date) -> str:
        return self._locale.toString(_qdate(day), self._day_year)

    def weekday(self, day: date) -> str:
        return self._locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.ShortFormat)

    def weekday_long(self, day: date) -> str:
        return self._locale.standaloneDayName(day.isoweekday(), QLocale.FormatType.LongFormat)

    def month(self, day: date) -> str:
        return self._locale.standaloneMonthName(day.month, QLocale.FormatType.ShortFormat)

    def month_year(self, day: date) -> str:
        return self._locale.toString(_qdate(day), "MMMM yyyy")

    def time(self, time: time) -> str:
        return self._locale.toString(QTime(time.hour, time.minute), self._time)


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)


def _with_year(pattern: str) -> str:
    """The language's own order of day, month and year, without the weekday, the month short.

    "dddd, d MMMM yyyy" becomes "d MMM yyyy"; "dddd, MMMM d, yyyy" becomes "MMM d, yyyy".
    """
    return pattern.replace("dddd", "").replace("MMMM", "MMM").strip(" ,،")


def _without_year(pattern: str) -> str:
    """From the day to the month, or the other way round, with what is written fast to them.

    "d. MMM" in German, "M月d日" in Japanese, "MMM d" in American English.
    """
    whole = _with_year(pattern)
    # Quoted words ("d 'de' MMMM") are kept in between, but no letter of theirs is a day.
    found = _DAY_AND_MONTH.search(_QUOTED.sub(lambda word: "_" * len(word.group()), whole))
    return whole[found.start() : found.end()] if found else "d MMM"


_QUOTED = re.compile(r"'[^']*'")
_DAY_AND_MONTH = re.compile(r"[dM].*[dM][^\s,y_(]*")
