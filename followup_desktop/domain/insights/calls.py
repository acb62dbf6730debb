"""Our calls, week by week, and at which hours people are reached (M-69)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from followup_desktop.domain.insights.asked import Scope
from followup_desktop.domain.insights.share import NOTHING, Share
from followup_desktop.domain.shop_time import days_after

MOST_WEEKS = 14
MOST_BARS = 24
"""More of them can't be told apart at a glance."""

ENOUGH_CALLS = 100
"""Before them no hour is called the best. A shop calls in some nine hours of a day; with fewer
calls an hour has about ten, and whether three or five of ten were reached is chance."""

ENOUGH_AT_AN_HOUR = 30
"""And so many within the two hours themselves, which are called the best only where even their
worst case (`Share.at_least`) is better than what was reached in all the others."""

WORTH_IT = 0.05
"""And by so much better at least: one more reached of twenty calls is worth another hour."""

FEWEST_IN_AN_HOUR = 3
"""Of one weekday. Before them its share isn't shown: none of one is no reason to let it be."""

HOURS_TOGETHER = 2
"""An hour to call in has some room: "16 to 18" can be kept, a single hour in a shop can't."""


@dataclass(frozen=True, slots=True)
class Tally:
    """Calls of one quarter of an hour: no clock on earth differs from UTC by less."""

    at: datetime
    reached: int
    calls: int


class Step(StrEnum):
    """How long a bar lasts."""

    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


_MONTHS = {Step.MONTH: 1, Step.QUARTER: 3, Step.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Bar:
    first_on: date
    last_on: date
    calls: Share
    """Those reached, of all."""


@dataclass(frozen=True, slots=True)
class Bars:
    step: Step
    bars: tuple[Bar, ...]

    @property
    def total(self) -> Share:
        return sum((bar.calls for bar in self.bars), NOTHING)


@dataclass(frozen=True, slots=True)
class Hour:
    """An hour of one weekday; Monday is 0."""

    weekday: int
    hour: int
    calls: Share


@dataclass(frozen=True, slots=True)
class BestHours:
    begins: int
    ends: int
    """On the clock, not included."""
    calls: Share


@dataclass(frozen=True, slots=True)
class WhenReached:
    hours: tuple[Hour, ...] = ()
    """Only those in which somebody was called."""
    best: BestHours | None = None

    @property
    def total(self) -> Share:
        return sum((hour.calls for hour in self.hours), NOTHING)

    @property
    def is_enough(self) -> bool:
        """There are calls enough to say which hours are best, if any are."""
        return self.total.of >= ENOUGH_CALLS


def bars(tallies: Iterable[Tally], scope: Scope) -> Bars:
    """Without a gap from the first day that is asked for, or the first call, until today."""
    by_day: dict[date, Share] = {}
    for tally in tallies:
        on = scope.clock.local_of(tally.at).date()
        by_day[on] = by_day.get(on, NOTHING) + Share(tally.reached, tally.calls)
    first_on = scope.first_on or min(by_day, default=None)
    if first_on is None:
        return Bars(Step.WEEK, ())
    # Where the PC's clock was set back, even the first call may lie ahead.
    step, spans = _spans(min(first_on, scope.last_on), scope)
    counted = dict.fromkeys(spans, NOTHING)
    begins = sorted(spans)
    place = 0
    for on in sorted(by_day):
        while place + 1 < len(begins) and begins[place + 1] <= on:
            place += 1
        counted[begins[place]] += by_day[on]
    return Bars(step, tuple(Bar(begin, spans[begin], counted[begin]) for begin in begins))


def _spans(first_on: date, scope: Scope) -> tuple[Step, dict[date, date]]:
    """The finest that isn't too fine: the first day of each bar, and its last."""
    for step, most in ((Step.WEEK, MOST_WEEKS), (Step.MONTH, MOST_BARS), (Step.QUARTER, MOST_BARS)):
        spans = dict(_steps(step, first_on, scope))
        if len(spans) <= most:
            return step, spans
    return Step.YEAR, dict(_steps(Step.YEAR, first_on, scope))


def _steps(step: Step, first_on: date, scope: Scope) -> Iterator[tuple[date, date]]:
    begin = start_of(step, first_on, scope.asked.first_weekday)
    while begin <= scope.last_on:
        after = _next(step, begin)
        yield begin, min(after - timedelta(days=1), scope.last_on)
        begin = after


def start_of(step: Step, day: date, first_weekday: int) -> date:
    if step is Step.WEEK:
        return days_after(day, -((day.weekday() - first_weekday) % 7))
    months = _MONTHS[step]
    return date(day.year, (day.month - 1) // months * months + 1, 1)


def _next(step: Step, begin: date) -> date:
    if step is Step.WEEK:
        return begin + timedelta(days=7)
    year, month = divmod(begin.year * 12 + begin.month - 1 + _MONTHS[step], 12)
    return date(year, month + 1, 1)


def when_reached(tallies: Iterable[Tally], scope: Scope) -> WhenReached:
    counted: dict[tuple[int, int], Share] = {}
    for tally in tallies:
        local = scope.clock.local_of(tally.at)
        place = local.weekday(), local.hour
        counted[place] = counted.get(place, NOTHING) + Share(tally.reached, tally.calls)
    hours = tuple(Hour(*place, counted[place]) for place in sorted(counted))
    return WhenReached(hours, best_hours(hours))


def best_hours(hours: Iterable[Hour]) -> BestHours | None:
    """The two hours in which most are reached; None while that can't be said."""
    by_hour: dict[int, Share] = {}
    for one in hours:
        by_hour[one.hour] = by_hour.get(one.hour, NOTHING) + one.calls
    total = sum(by_hour.values(), NOTHING)
    if total.of < ENOUGH_CALLS:
        return None
    found = []
    for begins in by_hour:
        within = range(begins, min(begins + HOURS_TOGETHER, 24))
        calls = sum((by_hour.get(hour, NOTHING) for hour in within), NOTHING)
        others = total - calls
        elsewhere = others.part / others.of if others.of else 1.0
        if calls.of < ENOUGH_AT_AN_HOUR:
            continue
        if calls.at_least > elsewhere and calls.part / calls.of >= elsewhere + WORTH_IT:
            found.append(BestHours(begins, within.stop, calls))
    return max(found, key=lambda best: (best.calls.at_least, -best.begins), default=None)
