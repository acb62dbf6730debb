"""The book: what is coming in the next weeks, day by day (M-73)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta
from enum import StrEnum

from followup_desktop.domain.shop_time import ShopCalendar, days_after

WEEKS = 6
MOST_WEEKS = 26
MOST = 400
"""Entries of a book; more nobody reads, and `Book.more` counts them."""
_WEEK = 7


class Coming(StrEnum):
    """What comes, in the order of a day."""

    PROMISE = "promise"
    CALL_BACK = "call_back"
    PROBLEM = "problem"
    """Something is to be right by then."""
    ORDER = "order"
    OCCASION = "occasion"
    """The day that something was bought for."""
    DATE = "date"
    RENEWAL = "renewal"
    """A week's worth of a product group."""


_ORDER = tuple(Coming)


@dataclass(frozen=True, slots=True)
class BookEntry:
    coming: Coming
    on: date
    what: str
    at: time | None = None
    customer_id: int | None = None
    name: str = ""
    title: str = ""
    clerk: str = ""
    order_id: int | None = None
    group_id: int | None = None
    count: int = 1
    """RENEWAL: how many customers."""


@dataclass(frozen=True, slots=True)
class BookDay:
    on: date
    is_open: bool
    closed_for: str = ""
    """The closing days' note, or the holiday's name."""
    entries: tuple[BookEntry, ...] = ()
    minutes: int = 0
    """Of the follow-ups that are planned besides."""
    follow_ups: int = 0


@dataclass(frozen=True, slots=True)
class BookWeek:
    first_on: date
    days: tuple[BookDay, ...]
    """Those with something on them, and those that are closed although the week says otherwise."""


@dataclass(frozen=True, slots=True)
class Book:
    today: date
    until: date
    weeks: tuple[BookWeek, ...]
    entries: int = 0
    more: int = 0

    @property
    def is_empty(self) -> bool:
        return not any(day.entries or day.follow_ups for week in self.weeks for day in week.days)


def week_of(day: date, first_weekday: int = 0) -> date:
    """The first day of its week; `first_weekday` 0 is Monday."""
    return days_after(day, -((day.weekday() - first_weekday) % _WEEK))


def last_day(today: date, weeks: int, first_weekday: int = 0) -> date:
    """Whole weeks: this one counts as the first."""
    return days_after(week_of(today, first_weekday), weeks * _WEEK - 1)


def build(
    entries: Iterable[BookEntry],
    today: date,
    until: date,
    calendar: ShopCalendar,
    closed_for: Mapping[date, str],
    planned: Mapping[date, tuple[int, int]],
    first_weekday: int = 0,
) -> Book:
    """`closed_for`: days that are closed although the week says otherwise, and why. `planned`: how
    many follow-ups stand on a day besides, and their minutes."""
    in_order = sorted(entries, key=_place)
    shown, more = in_order[:MOST], max(0, len(in_order) - MOST)
    by_day: dict[date, list[BookEntry]] = {}
    for entry in shown:
        by_day.setdefault(entry.on, []).append(entry)
    weeks: dict[date, list[BookDay]] = {}
    for ahead in range((until - today).days + 1):
        on = today + timedelta(days=ahead)
        follow_ups, minutes = planned.get(on, (0, 0))
        day = BookDay(
            on=on,
            is_open=calendar.is_open_day(on),
            closed_for=closed_for.get(on, ""),
            entries=tuple(by_day.get(on, ())),
            follow_ups=follow_ups,
            minutes=minutes,
        )
        if day.entries or day.follow_ups or (on in closed_for and not day.is_open):
            weeks.setdefault(week_of(on, first_weekday), []).append(day)
    return Book(
        today=today,
        until=until,
        weeks=tuple(BookWeek(first, tuple(days)) for first, days in weeks.items()),
        entries=len(in_order),
        more=more,
    )


def _place(entry: BookEntry) -> tuple[date, int, time, str]:
    return entry.on, _ORDER.index(entry.coming), entry.at or time.max, entry.name


def by_week(
    entries: Iterable[BookEntry], today: date, first_weekday: int = 0
) -> tuple[BookEntry, ...]:
    """Renewals of one group, gathered: one entry for each week, on its first day that is left."""
    gathered: dict[tuple[int | None, date], BookEntry] = {}
    for entry in entries:
        on = max(today, week_of(entry.on, first_weekday))
        key = (entry.group_id, on)
        before = gathered.get(key)
        count = entry.count + (before.count if before else 0)
        gathered[key] = replace(entry, on=on, count=count)
    return tuple(gathered.values())
