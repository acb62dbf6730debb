"""Which language the windows speak."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from followup_desktop.ui import language
from followup_desktop.words import days


@pytest.fixture(autouse=True)
def plain_after(qapp: QApplication) -> Iterator[None]:
    before = QLocale()
    yield
    QLocale.setDefault(before)
    days.use(days.PlainDays())


def test_english_is_always_there() -> None:
    assert language.OURS in language.known()
    assert language.name_of("en") == "English"
    assert language.name_of("de") == "Deutsch"


def test_a_language_without_words_is_english(qapp: QApplication) -> None:
    language.speak("xx")
    assert QLocale().language() is QLocale.Language.English
    assert days.writer().weekday(date(2026, 11, 25)) == "Wed"


def test_days_are_written_by_the_window_once_it_speaks(qapp: QApplication) -> None:
    language.speak("en")
    assert not isinstance(days.writer(), days.PlainDays)
