"""Days as people type them: "28 nov", "tomorrow", "wed", "+3". No Qt, no clock.

English always works; `DateWords` adds the names of the shop's language. What isn't understood is
None, never a guess.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from followup_desktop.ui.kit.date_names import ENGLISH, DateWords, fold


class Prefer(StrEnum):
    """Which year is meant where none is typed."""

    FUTURE = "future"
    PAST = "past"
    NEAREST = "nearest"


@dataclass(frozen=True, slots=True)
class Annual:
    """A day that comes round every year; the year it began may be unknown."""

    month: int
    day: int
    year: int | None = None


_FILLERS = frozenset({"of", "on", "the", "de", "den", "am", "le", "st", "nd", "rd", "th", "er"})
_UNITS = {
    **dict.fromkeys(("d", "day", "days"), 1),
    **dict.fromkeys(("w", "wk", "week", "weeks"), 7),
}
_MONTH_UNITS = frozenset({"m", "mo", "month", "months"})
_TOKEN = re.compile(r"\d+|[^\W\d_]+|[+\-/]")
_EARLIEST, _LATEST = date(1900, 1, 1), date(2199, 12, 31)
_FEWEST_LETTERS = 3
"""A month or weekday may be cut to this many letters, where that leaves only one."""


def parse_date(
    text: str, today: date, words: DateWords = ENGLISH, prefer: Prefer = Prefer.FUTURE
) -> date | None:
    """The day that `text` means when it is typed on `today`."""
    tokens = _tokens(text)
    if not tokens or len(tokens) > 8:
        return None
    for reading in (_named_day, _distance, _weekday):
        found = reading(tokens, today, words, prefer)
        if found is not None:
            return found if _EARLIEST <= found <= _LATEST else None
    parts = _parts(tokens, words)
    return _resolve(parts, today, prefer) if parts else None


def parse_annual(text: str, words: DateWords = ENGLISH) -> Annual | None:
    """A birthday or an anniversary: "3 feb", "3/2/1985"; a bare number isn't one."""
    parts = _parts(_tokens(text), words)
    if parts is None or parts.month is None:
        return None
    year = parts.year
    if year is not None and not _EARLIEST.year <= year <= _LATEST.year:
        return None
    longest = monthrange(year or 2000, parts.month)[1]
    return Annual(parts.month, parts.day, year) if 1 <= parts.day <= longest else None


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(fold(text[:64]))


def _named_day(tokens: list[str], today: date, words: DateWords, prefer: Prefer) -> date | None:
    for names, days in ((words.today, 0), (words.tomorrow, 1), (words.yesterday, -1)):
        if tokens in map(_tokens, names):
            return today + timedelta(days)
    if tokens == ["next", "week"]:
        return today + timedelta(7)
    if tokens == ["next", "month"]:
        return _months_on(today, 1)
    return None


def _distance(tokens: list[str], today: date, words: DateWords, prefer: Prefer) -> date | None:
    """+3, +2w, "in 3 days", "2 weeks"."""
    sign = {"+": 1, "in": 1, "-": -1}.get(tokens[0])
    rest = tokens[1:] if sign is not None else tokens
    if not rest or not rest[0].isdecimal() or len(rest[0]) > 4 or len(rest) > 2:
        return None
    count = int(rest[0]) * (sign or 1)
    if len(rest) == 1:
        return _shifted(today, count) if tokens[0] in "+-" else None
    if rest[1] in _UNITS:
        return _shifted(today, count * _UNITS[rest[1]])
    return _months_on(today, count) if rest[1] in _MONTH_UNITS else None


def _shifted(today: date, days: int) -> date | None:
    try:
        return today + timedelta(days)
    except OverflowError:
        return None


def _months_on(today: date, count: int) -> date | None:
    months = today.year * 12 + today.month - 1 + count
    year, month = divmod(months, 12)
    if not _EARLIEST.year <= year <= _LATEST.year:
        return None
    return date(year, month + 1, min(today.day, monthrange(year, month + 1)[1]))


def _weekday(tokens: list[str], today: date, words: DateWords, prefer: Prefer) -> date | None:
    """ "wed" is the next one after today; "next wed" is in the week after this one."""
    which = tokens[0] if tokens[0] in ("next", "last", "this") else ""
    rest = tokens[1:] if which else tokens
    if len(rest) != 1:
        return None
    weekday = _index(rest[0], words.weekdays)
    if weekday is None:
        return None
    if which == "next":
        monday = today - timedelta(today.weekday())
        return monday + timedelta(7 + weekday)
    if which == "last" or (prefer is Prefer.PAST and which != "this"):
        return today - timedelta((today.weekday() - weekday - 1) % 7 + 1)
    return today + timedelta((weekday - today.weekday() - 1) % 7 + 1)


def _index(typed: str, names: tuple[tuple[str, ...], ...]) -> int | None:
    """Which of `names` is meant: the whole name, or a beginning that fits only one."""
    whole = [i for i, ways in enumerate(names) if typed in map(fold, ways)]
    if len(whole) == 1:
        return whole[0]
    if len(typed) < _FEWEST_LETTERS:
        return None
    begun = {i for i, ways in enumerate(names) for way in ways if fold(way).startswith(typed)}
    return begun.pop() if len(begun) == 1 else None


@dataclass(frozen=True, slots=True)
class _Parts:
    day: int
    month: int | None = None
    year: int | None = None


def _parts(tokens: list[str], words: DateWords) -> _Parts | None:
    """Day, month and year, in whatever order they were typed."""
    numbers: list[str] = []
    month: int | None = None
    for token in tokens:
        if token.isdecimal():
            numbers.append(token)
        elif token in _FILLERS or token in "/-":
            continue
        else:
            named = _index(token, words.months)
            if named is not None and month is None:
                month = named + 1
            elif _index(token, words.weekdays) is None:
                return None
    if not numbers or any(len(number) > 4 for number in numbers):
        return None
    return _by_name(numbers, month) if month else _by_numbers(numbers, words)


def _by_name(numbers: list[str], month: int) -> _Parts | None:
    if len(numbers) == 1 and len(numbers[0]) <= 2:
        return _Parts(int(numbers[0]), month)
    if len(numbers) != 2:
        return None
    day, year = numbers if len(numbers[0]) <= 2 else reversed(numbers)
    return _Parts(int(day), month, _year(year)) if len(day) <= 2 else None


def _by_numbers(numbers: list[str], words: DateWords) -> _Parts | None:
    if len(numbers) == 3 and len(numbers[0]) == 4:
        return _Parts(int(numbers[2]), _month(numbers[1]), int(numbers[0]))
    if len(numbers) > 3 or any(len(number) > 2 for number in numbers[:2]):
        return None
    if len(numbers) == 1:
        return _Parts(int(numbers[0]))
    day, month = numbers[:2] if words.day_first else reversed(numbers[:2])
    if _month(month) is None:
        # Only one order is possible then, whatever the language says.
        day, month = month, day
    year = _year(numbers[2]) if len(numbers) == 3 else None
    return _Parts(int(day), _month(month), year) if _month(month) else None


def _month(number: str) -> int | None:
    return int(number) if 1 <= int(number) <= 12 else None


def _year(number: str) -> int:
    """Two digits are of this century."""
    return int(number) + 2000 if len(number) <= 2 else int(number)


def _resolve(parts: _Parts, today: date, prefer: Prefer) -> date | None:
    if parts.year is not None:
        found = _made(parts.year, parts.month or 0, parts.day)
        return found if found and _EARLIEST <= found <= _LATEST else None
    candidates = list(_candidates(parts, today))
    ahead = [day for day in candidates if day >= today]
    behind = [day for day in candidates if day <= today]
    if prefer is Prefer.FUTURE:
        return min(ahead, default=None)
    if prefer is Prefer.PAST:
        return max(behind, default=None)
    return min(candidates, key=lambda day: abs(day - today), default=None)


def _candidates(parts: _Parts, today: date) -> Iterator[date]:
    """Every day it could be, within the eight years that 29 February may need."""
    if parts.month is not None:
        for year in range(today.year - 8, today.year + 9):
            if (found := _made(year, parts.month, parts.day)) is not None:
                yield found
        return
    for months in range(-3, 4):
        first = _months_on(today.replace(day=1), months)
        if first and (found := _made(first.year, first.month, parts.day)) is not None:
            yield found


def _made(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
