"""The reminder: what it says and asks for, and that nothing in it moves under the pointer."""

from dataclasses import replace
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QEnterEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from followup_desktop.domain.later import Later
from followup_desktop.tray.reminder_window import ReminderWindow
from followup_desktop.ui.kit import theme
from tests.domain.follow_ups import TODAY
from tests.tray.snapshots import HAYASHI, KESSLER, LIBIN, reminder


@pytest.fixture
def window(qtbot: QtBot) -> ReminderWindow:
    window = ReminderWindow()
    qtbot.addWidget(window)
    window.show_reminder(reminder())
    window.appear()
    return window


def enter(window: ReminderWindow) -> None:
    QApplication.sendEvent(window, QEnterEvent(QPointF(), QPointF(), QPointF()))


def leave(window: ReminderWindow) -> None:
    QApplication.sendEvent(window, QEvent(QEvent.Type.Leave))


def names(window: ReminderWindow) -> list[str]:
    return [row.name.text() for row in window.rows if row.isVisible()]


# What it says


def test_says_how_many_are_due_who_and_why(window: ReminderWindow) -> None:
    assert window.title.text() == "3 follow-ups are due"
    assert window.subtitle.text() == "The first one is a promise. About 15 minutes in all."
    assert names(window) == ["Mr. Libin", "Jun Hayashi", "Tom Kessler"]
    assert [row.why.text() for row in window.rows] == [
        "You promised: the trouser hem",
        "Navy suit, yesterday. How does it feel?",
        "First hello. Thank Mr. Libin after",
    ]
    assert window.rows[0].badge.text() == "Promise · 11:00"
    assert not window.rows[1].badge.isVisible()
    assert not window.more.isVisible()


def test_later_says_that_a_promise_stays_where_it_was_promised(window: ReminderWindow) -> None:
    """M-38, M-62: as Today’s Later says it; of everything else there is nothing to say."""
    promised = replace(LIBIN, promised_on=TODAY)
    window.show_reminder(reminder(rows=(promised, HAYASHI, KESSLER)))
    assert not window.rows[0].stays[0].isVisible()
    assert window.rows[0].height() > window.rows[1].height()  # measured with it, before it is seen
    for row in window.rows[:2]:
        row.more.click()
    said = "Only your call waits. The promise stays for today."
    assert window.rows[0].stays[0].isVisible()
    assert window.rows[0].stays[0].text() == said
    assert not window.rows[1].stays[0].isVisible()
    window.rows[0].other.click()
    assert window.rows[0].stays[1].isVisible()
    assert window.rows[0].stays[1].text() == said
    assert window.foot.stays.text() == "Only the calls wait. What was promised stays as it is."
    window.show_reminder(reminder(rows=(HAYASHI, KESSLER)))
    assert not window.foot.stays.isVisible()
    window.show_reminder(reminder(rows=(promised,)), hides_names=True)
    assert not window.foot.stays.isVisible()


def test_only_the_first_call_is_the_thing_to_do(window: ReminderWindow) -> None:
    assert [row.call_first.isVisible() for row in window.rows] == [True, False, False]
    assert [row.call.isVisible() for row in window.rows] == [False, True, True]


def test_what_there_is_no_room_for_is_a_number(window: ReminderWindow, qtbot: QtBot) -> None:
    window.show_reminder(reminder(ids=tuple(range(1, 8)), minutes=35))
    assert window.title.text() == "7 follow-ups are due"
    assert window.more.text() == "4 more"
    with qtbot.waitSignal(window.show_all_requested):
        window.more.click()


def test_after_an_absence_it_says_so_and_spares_whoever_reads_it_the_hours(
    window: ReminderWindow,
) -> None:
    window.show_reminder(reminder(late=3, minutes=15))
    assert window.subtitle.text() == "They came up meanwhile. About 15 minutes in all."
    window.show_reminder(reminder(ids=tuple(range(5_000)), late=5_000, minutes=25_000))
    assert "Start with the first" in window.subtitle.text()


def test_without_names_nothing_of_a_customer_is_in_the_window(window: ReminderWindow) -> None:
    window.show_reminder(reminder(), hides_names=True)
    assert window.title.text() == window.windowTitle() == "3 follow-ups are due"
    assert names(window) == []
    assert not window.subtitle.isVisible()
    shown = [button for button in window.findChildren(QPushButton) if button.isVisible()]
    assert {button.accessibleName() for button in shown} == {"Not now", "Show all"}


# What it asks for


def test_call_names_its_follow_up(window: ReminderWindow, qtbot: QtBot) -> None:
    for row, due in ((window.rows[0].call_first, LIBIN), (window.rows[2].call, KESSLER)):
        with qtbot.waitSignal(window.call_requested) as signal:
            qtbot.mouseClick(row, Qt.MouseButton.LeftButton)
        assert signal.args == [due.id]


def test_a_line_turns_over_to_done_and_later_for_itself(
    window: ReminderWindow, qtbot: QtBot
) -> None:
    row = window.rows[1]
    qtbot.mouseClick(row.more, Qt.MouseButton.LeftButton)
    assert row.done.isVisible() and not row.call.isVisible()
    with qtbot.waitSignal(window.done_requested) as signal:
        qtbot.mouseClick(row.done, Qt.MouseButton.LeftButton)
    assert signal.args == [HAYASHI.id]


@pytest.mark.parametrize(
    ("place", "span"), [(0, Later.TEN_MINUTES), (1, Later.HOUR), (2, Later.TOMORROW)]
)
def test_later_for_one(window: ReminderWindow, qtbot: QtBot, place: int, span: Later) -> None:
    row = window.rows[1]
    row.more.click()
    with qtbot.waitSignal(window.later_requested) as signal:
        qtbot.mouseClick(row.spans[place], Qt.MouseButton.LeftButton)
    assert signal.args == [(HAYASHI.id,), span]


def test_other_times_for_one(window: ReminderWindow, qtbot: QtBot) -> None:
    row = window.rows[1]
    row.more.click()
    qtbot.mouseClick(row.other, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(window.later_requested) as signal:
        qtbot.mouseClick(row.spans[3], Qt.MouseButton.LeftButton)
    assert signal.args == [(HAYASHI.id,), Later.THIS_AFTERNOON]
    window.show_reminder(reminder())
    row.more.click()
    row.other.click()
    with qtbot.waitSignal(window.pick_requested) as signal:
        qtbot.mouseClick(row.pick, Qt.MouseButton.LeftButton)
    assert signal.args == [(HAYASHI.id,)]


def test_every_side_of_a_line_leads_back(window: ReminderWindow, qtbot: QtBot) -> None:
    row = window.rows[1]
    for turns in ((row.more,), (row.more, row.other)):
        for button in turns:
            button.click()
        back = row.front if row.front.isVisible() else row.back
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)
        assert row.call.isVisible()


@pytest.mark.parametrize(
    "span", [Later.TEN_MINUTES, Later.HOUR, Later.THIS_AFTERNOON, Later.TOMORROW]
)
def test_later_for_all(window: ReminderWindow, qtbot: QtBot, span: Later) -> None:
    window.show_reminder(reminder(ids=(1, 2, 3, 4)))
    window.foot.other.click()
    with qtbot.waitSignal(window.later_requested) as signal:
        window.foot.spans[span].click()
    assert signal.args == [(1, 2, 3, 4), span]


def test_a_time_that_is_picked(window: ReminderWindow, qtbot: QtBot) -> None:
    window.foot.other.click()
    with qtbot.waitSignal(window.pick_requested) as signal:
        qtbot.mouseClick(window.foot.pick, Qt.MouseButton.LeftButton)
    assert signal.args == [(1, 2, 3)]


@pytest.mark.parametrize("close", ["button", "window manager"])
def test_closing_puts_away_and_waits_for_the_answer_to_be_kept(
    window: ReminderWindow, qtbot: QtBot, close: str
) -> None:
    with qtbot.waitSignal(window.dismissed) as signal:
        if close == "button":
            window.close_button.click()
        else:
            window.close()
    assert signal.args == [(1, 2, 3)]
    assert window.isVisible()


# Nothing under the pointer


def test_while_somebody_points_at_it_nothing_changes(window: ReminderWindow) -> None:
    enter(window)
    window.show_reminder(reminder(rows=(HAYASHI, KESSLER), ids=(2, 3)))
    assert names(window) == ["Mr. Libin", "Jun Hayashi", "Tom Kessler"]
    leave(window)
    assert names(window) == ["Jun Hayashi", "Tom Kessler"]
    assert window.title.text() == "2 follow-ups are due"


def test_a_line_that_was_answered_stays_and_can_t_be_answered_twice(
    window: ReminderWindow, qtbot: QtBot
) -> None:
    enter(window)
    row = window.rows[0]
    row.more.click()
    row.done.click()
    assert row.name.text() == "Mr. Libin"
    assert not row.call_first.isEnabled() and not row.more.isEnabled()
    leave(window)
    window.show_reminder(reminder())
    assert row.call_first.isEnabled()


def test_turning_a_line_over_moves_nothing(window: ReminderWindow) -> None:
    before = [row.geometry() for row in window.rows], window.geometry()
    window.rows[0].more.click()
    window.foot.other.click()
    assert ([row.geometry() for row in window.rows], window.geometry()) == before


# Its place


@pytest.mark.parametrize("size", [100, 150])
@pytest.mark.parametrize("look", [theme.Appearance.LIGHT, theme.Appearance.DARK])
def test_it_lies_in_the_corner_and_nothing_is_cut(
    qapp: QApplication, window: ReminderWindow, look: theme.Appearance, size: int
) -> None:
    theme.apply(qapp, look, size)
    window.show_reminder(reminder(ids=tuple(range(9))))
    free = qapp.primaryScreen().availableGeometry()
    assert free.contains(window.frameGeometry())
    assert free.right() - window.geometry().right() == 18
    assert free.bottom() - window.geometry().bottom() == 18
    for button in window.findChildren(QPushButton):
        if button.isVisible():
            assert button.width() >= button.minimumSizeHint().width()
    tops = [row.geometry().top() for row in window.rows]
    assert all(above < below for above, below in pairwise(tops))


def test_it_never_asks_for_the_keyboard(window: ReminderWindow) -> None:
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint


def test_every_button_is_known_by_its_words(window: ReminderWindow) -> None:
    for button in window.findChildren(QPushButton):
        assert button.accessibleName() or button is window.more
        assert button.objectName()
