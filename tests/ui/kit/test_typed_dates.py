"""What people type for a day. Today is Saturday 21 November 2026, unless a line says otherwise."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.ui.kit.date_names import ENGLISH, DateWords
from followup_desktop.ui.kit.typed_dates import Annual, Prefer, parse_annual, parse_date

SATURDAY = date(2026, 11, 21)
FRENCH = DateWords(
    months=(
        ("janvier",),
        ("février", "févr"),
        ("mars",),
        ("avril",),
        ("mai",),
        ("juin",),
        ("juillet", "juil"),
        ("août",),
        ("septembre",),
        ("octobre",),
        ("novembre",),
        ("décembre",),
    ),
    weekdays=(
        ("lundi",),
        ("mardi",),
        ("mercredi",),
        ("jeudi",),
        ("vendredi",),
        ("samedi",),
        ("dimanche",),
    ),
    today=("aujourd’hui",),
    tomorrow=("demain",),
    yesterday=("hier",),
).with_english()
AMERICAN = DateWords(months=ENGLISH.months, weekdays=ENGLISH.weekdays, day_first=False)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("today", date(2026, 11, 21)),
        ("Tomorrow", date(2026, 11, 22)),
        ("tom", date(2026, 11, 22)),
        ("yesterday", date(2026, 11, 20)),
        ("+3", date(2026, 11, 24)),
        ("+ 3", date(2026, 11, 24)),
        ("-1", date(2026, 11, 20)),
        ("+2w", date(2026, 12, 5)),
        ("3d", date(2026, 11, 24)),
        ("in 3 days", date(2026, 11, 24)),
        ("2 weeks", date(2026, 12, 5)),
        ("+1m", date(2026, 12, 21)),
        ("in 3 months", date(2027, 2, 21)),
        ("next week", date(2026, 11, 28)),
        ("next month", date(2026, 12, 21)),
        ("wed", date(2026, 11, 25)),
        ("Wednesday", date(2026, 11, 25)),
        ("this wed", date(2026, 11, 25)),
        ("saturday", date(2026, 11, 28)),
        ("next wed", date(2026, 11, 25)),
        ("next sunday", date(2026, 11, 29)),
        ("last wed", date(2026, 11, 18)),
        ("28 nov", date(2026, 11, 28)),
        ("28nov", date(2026, 11, 28)),
        ("Nov 28", date(2026, 11, 28)),
        ("nov28", date(2026, 11, 28)),
        ("28th of November", date(2026, 11, 28)),
        ("Wed 25 Nov", date(2026, 11, 25)),
        ("Mon, 25 Nov", date(2026, 11, 25)),
        ("21 nov", date(2026, 11, 21)),
        ("20 nov", date(2027, 11, 20)),
        ("3 feb", date(2027, 2, 3)),
        ("29 feb", date(2028, 2, 29)),
        ("28 nov 2027", date(2027, 11, 28)),
        ("28 nov 27", date(2027, 11, 28)),
        ("November 28, 2027", date(2027, 11, 28)),
        ("2027 nov 28", date(2027, 11, 28)),
        ("28/11", date(2026, 11, 28)),
        ("28.11.", date(2026, 11, 28)),
        ("28.11.2026", date(2026, 11, 28)),
        ("28-11-26", date(2026, 11, 28)),
        ("2026-11-28", date(2026, 11, 28)),
        ("11/28", date(2026, 11, 28)),
        ("5/12", date(2026, 12, 5)),
        ("28", date(2026, 11, 28)),
        ("5", date(2026, 12, 5)),
        ("31", date(2026, 12, 31)),
        ("28th", date(2026, 11, 28)),
        ("  28   nov  ", date(2026, 11, 28)),
        ("٢٨ nov", date(2026, 11, 28)),
    ],
)
def test_days_ahead(typed: str, meant: date) -> None:
    assert parse_date(typed, SATURDAY) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "   ",
        "soon",
        "when it is ready",
        "0",
        "32",
        "31 nov",
        "30 feb",
        "29 feb 2027",
        "13/13",
        "ju 5",
        "nov",
        "28 nov 12026",
        "28 11 26 10",
        "2026",
        "123",
        "+99999",
        "+",
        "1 jan 1850",
        "💐",
        "28 nov nov dec",
        "wed thu",
        "next",
    ],
)
def test_not_understood(typed: str) -> None:
    assert parse_date(typed, SATURDAY) is None


def test_a_very_long_text_is_no_day() -> None:
    assert parse_date("28 nov " * 2000, SATURDAY) is None


@pytest.mark.parametrize(
    ("typed", "prefer", "meant"),
    [
        ("28 nov", Prefer.PAST, date(2025, 11, 28)),
        ("20 nov", Prefer.PAST, date(2026, 11, 20)),
        ("21 nov", Prefer.PAST, date(2026, 11, 21)),
        ("wed", Prefer.PAST, date(2026, 11, 18)),
        ("sat", Prefer.PAST, date(2026, 11, 14)),
        ("28", Prefer.PAST, date(2026, 10, 28)),
        ("29 feb", Prefer.PAST, date(2024, 2, 29)),
        ("20 nov", Prefer.NEAREST, date(2026, 11, 20)),
        ("3 feb", Prefer.NEAREST, date(2027, 2, 3)),
        ("1 jul", Prefer.NEAREST, date(2026, 7, 1)),
    ],
)
def test_which_year_is_meant(typed: str, prefer: Prefer, meant: date) -> None:
    assert parse_date(typed, SATURDAY, prefer=prefer) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("demain", date(2026, 11, 22)),
        ("aujourd’hui", date(2026, 11, 21)),
        ("mer", date(2026, 11, 25)),
        ("3 fev", date(2027, 2, 3)),
        ("3 févr.", date(2027, 2, 3)),
        ("14 juil", date(2027, 7, 14)),
        ("1er décembre", date(2026, 12, 1)),
        ("3 jui", None),
        ("le 3 août", date(2027, 8, 3)),
        ("tomorrow", date(2026, 11, 22)),
    ],
)
def test_another_language_beside_english(typed: str, meant: date | None) -> None:
    assert parse_date(typed, SATURDAY, FRENCH) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("12/5", date(2026, 12, 5)),
        ("12/5/2026", date(2026, 12, 5)),
        ("28/11", date(2026, 11, 28)),
    ],
)
def test_the_month_first(typed: str, meant: date) -> None:
    assert parse_date(typed, SATURDAY, AMERICAN) == meant


DAYS = st.dates(min_value=date(1950, 1, 1), max_value=date(2150, 12, 31))


@given(DAYS, DAYS)
def test_a_day_with_its_year_is_that_day_whatever_today_is(today: date, day: date) -> None:
    assert parse_date(f"{day.day} {day:%B} {day.year}", today) == day
    assert parse_date(day.isoformat(), today) == day
    assert parse_date(f"{day.day}/{day.month}/{day.year}", today) == day


@given(DAYS, st.integers(1, 31), st.integers(1, 12))
def test_a_day_without_a_year_lies_on_the_side_that_is_preferred(
    today: date, day: int, month: int
) -> None:
    typed = f"{day} {date(2000, month, 1):%b}"
    ahead = parse_date(typed, today, prefer=Prefer.FUTURE)
    behind = parse_date(typed, today, prefer=Prefer.PAST)
    for found in (ahead, behind):
        if found is not None:
            assert (found.day, found.month) == (day, month)
    if ahead is not None and behind is not None:
        assert behind <= today <= ahead


@given(DAYS, st.sampled_from(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]))
def test_a_weekday_is_within_the_coming_seven_days(today: date, weekday: str) -> None:
    found = parse_date(weekday, today)
    assert found is not None
    assert timedelta(1) <= found - today <= timedelta(7)
    assert f"{found:%a}".lower() == weekday


@given(DAYS, st.integers(0, 9999))
def test_plus_counts_days(today: date, days: int) -> None:
    assert parse_date(f"+{days}", today) in (today + timedelta(days), None)


@given(st.text(max_size=80), DAYS)
def test_whatever_is_typed_nothing_breaks(typed: str, today: date) -> None:
    found = parse_date(typed, today, FRENCH)
    assert found is None or date(1900, 1, 1) <= found <= date(2199, 12, 31)
    parse_annual(typed, FRENCH)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("3 feb", Annual(2, 3)),
        ("29 feb", Annual(2, 29)),
        ("3 feb 1985", Annual(2, 3, 1985)),
        ("3/2", Annual(2, 3)),
        ("1985-02-03", Annual(2, 3, 1985)),
        ("29 feb 1985", None),
        ("30 feb", None),
        ("3", None),
        ("tomorrow", None),
        ("", None),
    ],
)
def test_days_that_come_round_every_year(typed: str, meant: Annual | None) -> None:
    assert parse_annual(typed) == meant
