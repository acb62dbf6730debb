"""The regions' presets, as they are shipped and as they must not be (calling-rules.md)."""

from datetime import date, datetime, time
from pathlib import Path

import pytest

from followup_desktop.domain.calling_rules import (
    NOT_CHOSEN,
    CallingRules,
    parse,
    proposed_for,
    stricter,
)
from followup_desktop.domain.public_holidays import public_holidays
from followup_desktop.domain.resting import TriesCap
from followup_desktop.domain.shop import OpenHours, Preferences

SHIPPED = Path(__file__).parents[2] / "resources" / "calling_rules.toml"


@pytest.fixture(scope="module")
def rules() -> dict[str, CallingRules]:
    return parse(SHIPPED.read_text(encoding="utf-8"))


def may_call(rules: CallingRules, day: date, hour: int, minute: int = 0) -> bool:
    calendar = rules.calendar(public_holidays(rules.countries[0] if rules.countries else ""))
    return calendar.is_open(datetime.combine(day, time(hour, minute)))


MONDAY = date(2026, 11, 23)
SATURDAY = date(2026, 11, 28)
SUNDAY = date(2026, 11, 29)


@pytest.mark.parametrize(
    ("region", "day", "hours"),
    [
        ("", MONDAY, {10, 12, 14, 18}),
        ("", SATURDAY, {10, 12, 14, 18}),
        ("", SUNDAY, set()),
        ("us", SUNDAY, {8, 9, 10, 12, 13, 14, 18, 19, 20}),
        ("us_fl", MONDAY, {8, 9, 10, 12, 13, 14, 18, 19}),
        ("us_al", SUNDAY, set()),
        ("us_la", SUNDAY, set()),
        ("ca", MONDAY, {9, 10, 12, 13, 14, 18, 19, 20, 21}),
        ("ca", SUNDAY, {10, 12, 13, 14}),
        ("au", MONDAY, {9, 10, 12, 13, 14, 18, 19}),
        ("au", SATURDAY, {9, 10, 12, 13, 14}),
        ("au", SUNDAY, set()),
        ("fr", MONDAY, {10, 12, 14, 18, 19}),
        ("fr", SATURDAY, set()),
        ("de", SATURDAY, {10, 12, 14, 18}),
        ("gb", SUNDAY, set()),
        ("eu", MONDAY, {10, 12, 14, 18}),
    ],
)
def test_hours(rules: dict[str, CallingRules], region: str, day: date, hours: set[int]) -> None:
    asked = {7, 8, 9, 10, 12, 13, 14, 18, 19, 20, 21, 22}
    assert {hour for hour in asked if may_call(rules[region], day, hour)} == hours


def test_the_last_minutes(rules: dict[str, CallingRules]) -> None:
    assert may_call(rules["ca"], MONDAY, 21, 29)
    assert not may_call(rules["ca"], MONDAY, 21, 30)
    assert not may_call(rules["us"], MONDAY, 21)


def test_holidays_count_where_the_law_says_so(rules: dict[str, CallingRules]) -> None:
    bastille_day = date(2026, 7, 14)
    assert not may_call(rules["fr"], bastille_day, 11)
    assert may_call(rules["us"], date(2026, 7, 4), 11)


def test_permission_and_caps(rules: dict[str, CallingRules]) -> None:
    assert {region for region, one in rules.items() if one.asks_permission} == {"fr", "de"}
    assert {region: one.cap for region, one in rules.items() if one.cap} == {
        "us_fl": TriesCap(3, 1),
        "fr": TriesCap(4, 30),
    }


def test_every_preset_says_where_it_comes_from(rules: dict[str, CallingRules]) -> None:
    assert all(one.source for one in rules.values())
    assert next(iter(rules)) == NOT_CHOSEN
    assert all(region == one.region for region, one in rules.items())


def test_the_shops_country_proposes_its_region(rules: dict[str, CallingRules]) -> None:
    proposed = {country: proposed_for(country, rules.values()) for country in ("US", "FR", "IT")}
    assert proposed == {"US": "us", "FR": "fr", "IT": "eu"}
    assert proposed_for("JP", rules.values()) == NOT_CHOSEN
    countries = [country for one in rules.values() for country in one.countries]
    assert len(set(countries)) == len(countries)


@pytest.mark.parametrize(
    ("text", "where"),
    [
        ("", "default: hours and source"),
        ('[default]\nsource = "x"', "default: hours and source"),
        ('[default.hours]\nmon = ["10:00-13:00"]', "default: hours and source"),
        ('[default]\nsource = "x"\n[default.hours]\nmoon = ["10:00-13:00"]', "hours of moon"),
        ('[default]\nsource = "x"\n[default.hours]\nmon = ["ten to one"]', "hours of mon"),
        ('[default]\nsource = "x"\nprices = 1', "default: unknown prices"),
    ],
)
def test_a_bad_file_says_where(text: str, where: str) -> None:
    with pytest.raises(ValueError, match=where):
        parse(text)


# The shop's own hours (M-47)

WEEKDAYS_9_TO_20 = tuple(OpenHours(day, time(9), time(20)) for day in range(5))


@pytest.mark.parametrize(
    ("own", "hours"),
    [
        (Preferences(), WEEKDAYS_9_TO_20),
        (
            Preferences(calling_from=time(10, 30), calling_until=time(18), calling_not_on=(0, 4)),
            tuple(OpenHours(day, time(10, 30), time(18)) for day in (1, 2, 3)),
        ),
        # Wider than the region allows: the region's hours stand.
        (Preferences(calling_from=time(7), calling_until=time(22)), WEEKDAYS_9_TO_20),
        # Nothing would be left of the day: that was not meant.
        (Preferences(calling_from=time(21)), WEEKDAYS_9_TO_20),
    ],
)
def test_own_hours_only_ever_take_away(own: Preferences, hours: tuple[OpenHours, ...]) -> None:
    assert stricter(WEEKDAYS_9_TO_20, own) == hours


def test_until_midnight_is_the_end_of_the_day() -> None:
    late = (OpenHours(0, time(9), time(0)),)
    assert stricter(late, Preferences()) == late
    assert stricter(late, Preferences(calling_until=time(22))) == (OpenHours(0, time(9), time(22)),)
