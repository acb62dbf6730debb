"""Dates to remember, whose year is optional: a birthday, an anniversary, their own event (M-43)."""

from datetime import MAXYEAR, MINYEAR, date

A_LEAP_YEAR = 2000


def is_real_day(day: int, month: int, year: int | None = None) -> bool:
    """29 February is a day as long as the year isn't known to lack it."""
    try:
        date(A_LEAP_YEAR if year is None else year, month, day)
    except ValueError:
        return False
    return True


def in_year(day: int, month: int, year: int) -> date:
    """29 February falls on the 28th in other years: in its own month, and never late."""
    if (day, month) == (29, 2) and not is_real_day(29, 2, year):
        return date(year, 2, 28)
    return date(year, month, day)


def years_before(day: date, years: int) -> date:
    return in_year(day.day, day.month, max(MINYEAR, day.year - years))


def next_on(day: int, month: int, year: int | None, yearly: bool, today: date) -> date | None:
    """The next time it comes, today included; None when it doesn't come again.

    What happens once and has no year is meant to come next. A year that lies ahead is waited for.
    """
    if year is not None and not yearly:
        once = in_year(day, month, year)
        return once if once >= today else None
    first_year = today.year if year is None else max(year, today.year)
    comes_on = in_year(day, month, first_year)
    if comes_on < today:
        if first_year == MAXYEAR:
            return None
        comes_on = in_year(day, month, first_year + 1)
    return comes_on
