"""When a birthday or another day of the customer's own comes next (M-43)."""

import calendar
from datetime import date


def next_time(day: int, month: int, year: int | None, today: date) -> date | None:
    """From today on; every year when `year` is None, else only then.

    Who was born on 29 February is congratulated on the 28th where the year has no 29th.
    """
    if year is not None:
        only = _in_year(day, month, year)
        return only if only >= today else None
    this_year = _in_year(day, month, today.year)
    return this_year if this_year >= today else _in_year(day, month, today.year + 1)


def _in_year(day: int, month: int, year: int) -> date:
    if (day, month) == (29, 2) and not calendar.isleap(year):
        day = 28
    return date(year, month, day)
