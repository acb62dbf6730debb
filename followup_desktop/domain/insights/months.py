"""Months, as a scorecard has them for columns."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from followup_desktop.domain.insights.asked import ShopClock
from followup_desktop.domain.insights.share import NOTHING, Share

YEAR = 12

Shares = dict[int, Share]
"""By the place of the month; a month with nothing to count may be missing."""


def last_months(today: date, count: int = YEAR) -> tuple[date, ...]:
    """The first day of each, the oldest first; the month that is under way is the last."""
    this = today.year * YEAR + today.month - 1
    return tuple(_first_day(month) for month in range(this - count + 1, this + 1))


def next_month(month: date) -> date:
    return _first_day(month.year * YEAR + month.month)


def _first_day(number: int) -> date:
    year, month = divmod(number, YEAR)
    return date(year, month + 1, 1)


def place_of(day: date, months: Sequence[date]) -> int | None:
    """Of the month that a day is in; None: of none of them."""
    if not months or not months[0] <= day < next_month(months[-1]):
        return None
    return bisect_right(months, day) - 1


def by_month(judged: Iterable[tuple[date, bool]], months: Sequence[date]) -> Shares:
    """`judged`: the day that something belongs to, and whether it was as it should be."""
    found: Shares = {}
    for day, is_good in judged:
        place = place_of(day, months)
        if place is not None:
            found[place] = found.get(place, NOTHING) + Share(int(is_good), 1)
    return found


@dataclass(frozen=True, slots=True)
class Stretch:
    """The months that are counted, as days and as moments."""

    months: tuple[date, ...]
    today: date
    clock: ShopClock
    clerk_id: int | None = None
    """None: the whole shop's."""
