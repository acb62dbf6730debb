"""Days and times in the order and the words of a language."""

from datetime import date, time

import pytest
from PySide6.QtCore import QLocale

from followup_desktop.ui.days import LocaleDays

DAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("name", "day", "day_year", "weekday"),
    [
        ("en_GB", "25 Nov", "25 Nov 2026", "Wed"),
        ("en_US", "Nov 25", "Nov 25, 2026", "Wed"),
        ("de_DE", "25. Nov.", "25. Nov. 2026", "Mi"),
        ("fr_FR", "25 nov.", "25 nov. 2026", "mer."),
        ("es_ES", "25 de nov", "25 de nov de 2026", "mié"),
        ("da_DK", "25. nov.", "den 25. nov. 2026", "ons."),
        ("hu_HU", "nov. 25.", "2026. nov. 25.", "Sze"),
        ("ja_JP", "11月25日", "2026年11月25日", "水"),
    ],
)
def test_each_language_has_its_order(name: str, day: str, day_year: str, weekday: str) -> None:
    write = LocaleDays(QLocale(name))
    assert (write.day(DAY), write.day_year(DAY), write.weekday(DAY)) == (day, day_year, weekday)


@pytest.mark.parametrize(
    ("name", "afternoon"),
    [("en_GB", "15:30"), ("en_US", "3:30\u202fPM"), ("fi_FI", "15.30"), ("C", "15:30")],
)
def test_a_time_has_no_seconds(name: str, afternoon: str) -> None:
    assert LocaleDays(QLocale(name)).time(time(15, 30)) == afternoon


def test_no_language_leaves_a_year_or_half_a_quotation_in_the_short_day() -> None:
    for locale in QLocale.matchingLocales(
        QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyTerritory
    ):
        written = LocaleDays(locale).day(DAY)
        assert "2026" not in written, locale.name()
        assert "'" not in written.replace("'e", ""), (locale.name(), written)
