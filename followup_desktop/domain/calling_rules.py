"""When a shop may call: the regions' presets of resources/calling_rules.toml. Not legal advice.

The file is the program's own: what is wrong with it is a bug, and the `ValueError` says where.
"""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

from followup_desktop.domain.resting import TriesCap
from followup_desktop.domain.shop import OpenHours, Preferences
from followup_desktop.domain.shop_time import END_OF_DAY, Holidays, ShopCalendar, no_holidays

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MIDNIGHT = time(0)
NOT_CHOSEN = ""
"""The code of the careful default (`Preferences.calling_region`)."""


@dataclass(frozen=True, slots=True)
class CallingRules:
    """One region's preset."""

    region: str
    hours: tuple[OpenHours, ...]
    """In the called party's local time, which is taken to be the shop's."""
    on_holidays: bool = True
    asks_permission: bool = False
    """Marketing calls need a yes that was given beforehand."""
    cap: TriesCap | None = None
    countries: tuple[str, ...] = ()
    """ISO 3166 alpha-2 of the shops that it is proposed to."""
    source: str = ""
    note: str = ""

    def calendar(self, holidays: Holidays, own: Preferences | None = None) -> ShopCalendar:
        """The hours in which one may call, as days and hours like a shop's. `own`: those that the
        shop keeps to where they are stricter."""
        hours = self.hours if own is None else stricter(self.hours, own)
        return ShopCalendar(hours=hours, holidays=no_holidays if self.on_holidays else holidays)


def stricter(hours: tuple[OpenHours, ...], own: Preferences) -> tuple[OpenHours, ...]:
    """What both the region and the shop allow. Own hours that leave nothing of it don't count."""
    opens, until = own.calling_from or MIDNIGHT, own.calling_until or MIDNIGHT
    both = (
        OpenHours(one.weekday, max(one.opens, opens), min(one.closes, until, key=_end))
        for one in hours
        if one.weekday not in own.calling_not_on
    )
    return tuple(one for one in both if one.opens < _end(one.closes)) or hours


def _end(closes: time) -> time:
    """A closing time of 00:00 is midnight."""
    return END_OF_DAY if closes == MIDNIGHT else closes


def parse(text: str) -> dict[str, CallingRules]:
    """The presets by their region's code, in the file's order; the default's is `NOT_CHOSEN`."""
    regions = tomllib.loads(text)
    default = _region("default", regions.pop("default", {}), ())
    read = {NOT_CHOSEN: default}
    for name, table in regions.items():
        read[name] = _region(name, table, default.hours)
    return read


def proposed_for(country: str, rules: Iterable[CallingRules]) -> str:
    """The region to propose to a shop of that country; `NOT_CHOSEN` when no preset names it."""
    return next((one.region for one in rules if country in one.countries), NOT_CHOSEN)


def _region(name: str, table: Mapping[str, Any], default: tuple[OpenHours, ...]) -> CallingRules:
    unknown = table.keys() - _KEYS
    if unknown:
        raise ValueError(f"{name}: unknown {', '.join(sorted(unknown))}")
    hours = _hours(name, table["hours"]) if "hours" in table else default
    if not hours or not table.get("source"):
        raise ValueError(f"{name}: hours and source are needed")
    return CallingRules(
        region=NOT_CHOSEN if name == "default" else name,
        hours=hours,
        on_holidays=table.get("on_holidays", True),
        asks_permission=table.get("asks_permission", False),
        cap=TriesCap(**table["cap"]) if "cap" in table else None,
        countries=tuple(table.get("countries", ())),
        source=table["source"],
        note=table.get("note", ""),
    )


_KEYS = frozenset(("hours", "on_holidays", "asks_permission", "cap", "countries", "source", "note"))


def _hours(name: str, table: Mapping[str, list[str]]) -> tuple[OpenHours, ...]:
    """{"mon-fri": ["10:00-13:00", "14:00-20:00"]} → a stretch for each weekday."""
    hours = []
    for days, stretches in table.items():
        first, _, last = days.partition("-")
        try:
            weekdays = range(WEEKDAYS.index(first), WEEKDAYS.index(last or first) + 1)
            spans = [tuple(map(time.fromisoformat, text.split("-"))) for text in stretches]
            hours += [OpenHours(day, opens, closes) for day in weekdays for opens, closes in spans]
        except ValueError as error:
            raise ValueError(f"{name}: hours of {days}: {error}") from None
    return tuple(sorted(hours))
