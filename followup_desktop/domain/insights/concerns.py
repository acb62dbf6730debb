"""The ten concerns of customers, month by month (M-72): what counts for each, and how it went.

A concern is measured by what the program really knows; what it can't know, its words say. A month
counts what is over: a promise once its day has passed, thanks once there was time for them. So a
month that is under way doesn't look worse than it is, nor better.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from followup_desktop.domain.insights.months import Shares
from followup_desktop.domain.insights.share import NOTHING, Share

THANKED_WITHIN_DAYS = 14
"""Whoever bought should have heard from us by then."""


class Concern(StrEnum):
    """In the order of the scorecard."""

    PROMISED_CALLS = "promised_calls"
    NUMBERS_AND_TIMES = "numbers_and_times"
    AUTHORITY = "authority"
    APPRECIATION = "appreciation"
    NO_WAITING = "no_waiting"
    CARE = "care"
    TOLD_PROMPTLY = "told_promptly"
    OWNED_UP = "owned_up"
    PERSONALLY = "personally"
    HONEST_DATES = "honest_dates"


@dataclass(frozen=True, slots=True)
class ConcernLine:
    concern: Concern
    shares: tuple[Share, ...]
    """One for each month."""

    @property
    def together(self) -> Share:
        return sum(self.shares, NOTHING)


@dataclass(frozen=True, slots=True)
class Scorecard:
    months: tuple[date, ...]
    """The first day of each; the last one is under way."""
    lines: tuple[ConcernLine, ...]

    @property
    def is_empty(self) -> bool:
        return not any(line.together.of for line in self.lines)


def scorecard(months: tuple[date, ...], counted: Mapping[Concern, Shares]) -> Scorecard:
    return Scorecard(
        months,
        tuple(
            ConcernLine(
                concern,
                tuple(counted.get(concern, {}).get(n, NOTHING) for n in range(len(months))),
            )
            for concern in Concern
        ),
    )


@dataclass(frozen=True, slots=True)
class Late:
    """An order that won't be as promised: since when the shop knew, and the customer."""

    known_at: datetime
    told_at: datetime | None


def told_promptly(
    late: Iterable[Late],
    today: date,
    day_of: Callable[[datetime], date],
    next_open_day: Callable[[date], date],
) -> Iterable[tuple[date, bool]]:
    """By the end of the next open day: nobody can be told through a closed door."""
    for one in late:
        known_on = day_of(one.known_at)
        last_on = next_open_day(known_on)
        if last_on < today:
            yield known_on, one.told_at is not None and day_of(one.told_at) <= last_on
