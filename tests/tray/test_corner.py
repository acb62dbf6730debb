"""Two windows in the corner leave each other in sight, whatever the size of text and screen."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from followup_desktop.tray import corner
from followup_desktop.tray.corner_card import CornerCard
from followup_desktop.tray.reminder_window import ReminderWindow
from followup_desktop.ui.kit import theme
from tests.tray.snapshots import reminder

SENTENCE = "7 follow-ups today, about 35 minutes. 2 of them are promises."


@pytest.mark.parametrize("percent", [100, 150])
@pytest.mark.parametrize("free", [QRect(0, 0, 1366, 738), QRect(200, 30, 1920, 1050)])
def test_the_card_stands_above_the_reminder_or_beside_it(
    qapp: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    percent: int,
    free: QRect,
) -> None:
    monkeypatch.setattr(corner, "free_of_screen", lambda: free)
    theme.apply(qapp, theme.Appearance.LIGHT, percent)
    window = ReminderWindow()
    window.show_reminder(reminder(ids=tuple(range(1, 8))))
    card = CornerCard("Good morning, Ed", SENTENCE, "I am here to help people buy.", "To the day")
    card.stands_on = window
    for one in (window, card):
        qtbot.addWidget(one)
        one.appear()
    for one in (window, card):
        assert free.contains(one.geometry())
    assert not card.geometry().intersects(window.geometry())
    assert free.right() - window.geometry().right() == corner.MARGIN
    assert free.bottom() - window.geometry().bottom() == corner.MARGIN
