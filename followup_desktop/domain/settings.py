"""Preferences as text: each under its own name, as JSON, so that a file may be older or newer.

A value that cannot be read is the default: a shop that cannot open because of a setting is worse
than one that has lost it.
"""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import time
from typing import Any

from followup_desktop.domain.checks import LINE_LIMIT, Why, refuse
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.shop import Look, Preferences


def to_text(value: object) -> str:
    """A preference as it is kept."""
    return json.dumps(value, ensure_ascii=False, default=lambda at: f"{at:%H:%M}")


def from_texts(texts: Mapping[str, str]) -> Preferences:
    """The preferences of a file; what is unknown is left alone, what is bad is the default."""
    preferences = Preferences()
    for name in CHECKS.keys() & texts.keys():
        try:
            value = checked(name, json.loads(texts[name]))
        except (ValueError, WorldError):
            continue
        preferences = replace(preferences, **{name: value})
    return preferences


def checked(name: str, value: object) -> Any:
    """The value in its own type; raises `WorldError` for what cannot be kept."""
    check = CHECKS.get(name)
    if check is None:
        raise refuse(name, Why.UNKNOWN)
    try:
        return check(value)
    except (TypeError, ValueError):
        raise refuse(name, Why.OUT_OF_RANGE) from None


def _number(allowed: range) -> Callable[[Any], int]:
    def check(value: Any) -> int:
        if isinstance(value, bool) or not isinstance(value, int) or value not in allowed:
            raise ValueError
        return value

    return check


def _switch(value: Any) -> bool:
    if not isinstance(value, bool):
        raise TypeError
    return value


def _line(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LINE_LIMIT:
        raise ValueError
    return value.strip()


def _time(value: Any) -> time | None:
    if value is None:
        return None
    at = value if isinstance(value, time) else time.fromisoformat(value)
    if at.tzinfo:
        raise ValueError
    return at.replace(second=0, microsecond=0)


def _weekdays(value: Iterable[Any]) -> tuple[int, ...]:
    """Not all of them: a shop that never calls needs no program for it."""
    days = {_number(range(7))(day) for day in value}
    if len(days) == 7:
        raise ValueError
    return tuple(sorted(days))


def _times(value: Iterable[Any]) -> tuple[time, ...]:
    if isinstance(value, str):
        raise TypeError
    read = {at if isinstance(at, time) else time.fromisoformat(at) for at in value}
    if not 1 <= len(read) <= 6 or any(at.tzinfo for at in read):
        raise ValueError
    return tuple(sorted(at.replace(second=0, microsecond=0) for at in read))


CHECKS: dict[str, Callable[[Any], Any]] = {
    "follow_up_times": _times,
    "budget_minutes": _number(range(5, 481)),
    "first_n_sales": _number(range(21)),
    "loyal_after": _number(range(2, 101)),
    "loyal_years": _number(range(1, 51)),
    "loyal_referrals": _number(range(1, 51)),
    "max_tries": _number(range(1, 21)),
    "calling_region": _line,
    "calling_from": _time,
    "calling_until": _time,
    "calling_not_on": _weekdays,
    "holidays": _switch,
    "look": Look,
    "text_size": _number(range(80, 201)),
    "language": _line,
    "mantra": _line,
    "mantra_shown": _switch,
    "starts_at_login": _switch,
    "closes_to_tray": _switch,
    "hides_names": _switch,
    "notifies": _switch,
}
"""One for each field of `Preferences`."""
