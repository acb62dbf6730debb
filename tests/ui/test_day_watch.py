"""The one timer: what it does at midnight, and how seldom it wakes."""

from datetime import date

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.ui.day_watch import DayWatch


class Clock:
    day = date(2026, 11, 21)

    def today(self) -> date:
        return self.day


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def watch(window: QWidget, clock: Clock) -> DayWatch:
    return DayWatch(window, clock.today)


def timer_of(watch: DayWatch) -> QTimer:
    (timer,) = watch.findChildren(QTimer)
    return timer


def test_a_new_day_is_said_once(watch: DayWatch, clock: Clock, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(watch.day_changed):
        watch.look()
    clock.day = date(2026, 11, 22)
    with qtbot.waitSignal(watch.day_changed):
        watch.look()
    with qtbot.assertNotEmitted(watch.day_changed):
        watch.look()


def test_a_clock_that_was_put_back_is_a_new_day_too(
    watch: DayWatch, clock: Clock, qtbot: QtBot
) -> None:
    clock.day = date(2026, 11, 20)
    with qtbot.waitSignal(watch.day_changed):
        watch.look()


def test_out_of_sight_it_hardly_wakes(watch: DayWatch, window: QWidget, qtbot: QtBot) -> None:
    timer = timer_of(watch)
    assert timer.timerType() is Qt.TimerType.VeryCoarseTimer
    with qtbot.waitExposed(window):
        window.show()
    assert timer.interval() == 60_000
    window.hide()
    assert timer.interval() == 30 * 60_000
    with qtbot.assertNotEmitted(watch.minute_passed):
        watch.look()


def test_coming_back_into_sight_looks_at_once(
    watch: DayWatch, window: QWidget, clock: Clock, qtbot: QtBot
) -> None:
    window.show()
    window.hide()
    clock.day = date(2026, 11, 22)
    with qtbot.waitSignals([watch.day_changed, watch.minute_passed]):
        window.show()
