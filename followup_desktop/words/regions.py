"""The regions of calling_rules.toml in words, and their hours in one line."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from itertools import groupby

from followup_desktop.domain.shop import OpenHours
from followup_desktop.words import N_, _, days

_REGIONS = {
    "": N_("Not chosen yet"),
    "us": N_("United States"),
    "us_fl": N_("United States, Florida"),
    "us_al": N_("United States, Alabama"),
    "us_la": N_("United States, Louisiana"),
    "ca": N_("Canada"),
    "au": N_("Australia"),
    "fr": N_("France"),
    "de": N_("Germany"),
    "uk": N_("United Kingdom"),
    "gb": N_("United Kingdom"),
    "eu": N_("Another country of the EU"),
}

_A_MONDAY = date(2024, 1, 1)


def region(code: str) -> str:
    """A code that has no words yet is shown as it is."""
    return _(_REGIONS[code]) if code in _REGIONS else code.upper().replace("_", " ")


def hours(week: Iterable[OpenHours]) -> str:
    """ "Mon–Fri 10:00–13:00 and 14:00–20:00, Sat 10:00–18:00". Days without any are left out."""
    by_day: dict[int, list[tuple[time, time]]] = {}
    for stretch in sorted(week):
        by_day.setdefault(stretch.weekday, []).append((stretch.opens, stretch.closes))
    # Days that follow one another and are alike have the same distance from their place.
    alike = groupby(enumerate(by_day), key=lambda at: (at[1] - at[0], by_day[at[1]]))
    parts = []
    for (_distance, stretches), members in alike:
        of_days = [weekday for _place, weekday in members]
        parts.append(_("{days} {times}").format(days=_days(of_days), times=_times(stretches)))
    return _(", ").join(parts)


def _days(weekdays: list[int]) -> str:
    first, last = weekday(weekdays[0]), weekday(weekdays[-1])
    if len(weekdays) == 1:
        return first
    return _("{first}–{last}").format(first=first, last=last)


def weekday(weekday: int) -> str:
    """ "Mon"; Monday is 0."""
    return days.writer().weekday(_A_MONDAY + timedelta(days=weekday))


def _times(stretches: list[tuple[time, time]]) -> str:
    write = days.writer().time
    return _(" and ").join(
        _("{opens}–{closes}").format(opens=write(opens), closes=write(closes))
        for opens, closes in stretches
    )
