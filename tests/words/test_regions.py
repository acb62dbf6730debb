"""Calling regions and their hours in words."""

from datetime import time

from followup_desktop.domain.shop import OpenHours
from followup_desktop.services.rules import calling_regions
from followup_desktop.words import regions


def week(days: range, opens: int, closes: int) -> list[OpenHours]:
    return [OpenHours(day, time(opens), time(closes)) for day in days]


def test_every_shipped_region_has_a_name_of_its_own() -> None:
    names = {code: regions.region(code) for code in calling_regions()}
    assert len(set(names.values())) == len(names)
    assert all(name != code.upper() for code, name in names.items())


def test_a_region_of_a_newer_program_is_shown_as_it_is() -> None:
    assert regions.region("us_xx") == "US XX"


def test_days_that_are_alike_stand_together() -> None:
    assert regions.hours(week(range(6), 10, 19)) == "Mon–Sat 10:00–19:00"
    assert regions.hours(week(range(5), 10, 19) + week(range(5, 6), 10, 16)) == (
        "Mon–Fri 10:00–19:00, Sat 10:00–16:00"
    )


def test_a_break_and_a_closed_day_in_between() -> None:
    hours = [
        *week(range(0, 2), 10, 13),
        *week(range(0, 2), 14, 20),
        *week(range(3, 4), 10, 13),
        *week(range(3, 4), 14, 20),
    ]
    assert regions.hours(hours) == (
        "Mon–Tue 10:00–13:00 and 14:00–20:00, Thu 10:00–13:00 and 14:00–20:00"
    )


def test_no_hours_are_no_words() -> None:
    assert regions.hours([]) == ""
