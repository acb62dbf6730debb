"""The reminder as a sheet: what it says, and that the keyboard reaches all of it (M-59, M-62)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.later import Later
from followup_desktop.domain.reminder import Busy, Dismissed
from followup_desktop.ui.kit import theme
from followup_desktop.ui.reminders.sheet import ReminderSheet
from tests.tray.snapshots import HAYASHI, KESSLER, LIBIN, NOW, reminder

AWAY = tuple(Dismissed(due, datetime(2026, 11, 22, tzinfo=UTC)) for due in (HAYASHI, KESSLER))


@pytest.fixture
def sheet(qapp: QApplication, qtbot: QtBot) -> ReminderSheet:
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.NORMAL)
    host = QWidget()
    host.resize(1100, 760)
    qtbot.addWidget(host)
    sheet = ReminderSheet(host)
    sheet.show_reminder(reminder(), AWAY)
    with qtbot.waitExposed(host):
        host.show()
    host.activateWindow()
    qtbot.waitUntil(host.isActiveWindow)
    sheet.open()
    return sheet


def shown(sheet: ReminderSheet) -> list[str]:
    return [one.text() for one in sheet.findChildren(QPushButton) if one.isVisible()]


def tab_to(sheet: ReminderSheet, qtbot: QtBot, wanted: QWidget) -> None:
    """With the Tab key alone."""
    for _press in range(60):
        here = QApplication.focusWidget()
        if here is wanted:
            return
        assert here is not None and sheet.isAncestorOf(here)
        qtbot.keyClick(here, Qt.Key.Key_Tab)
    raise AssertionError(f"the keyboard doesn't reach {wanted.objectName()}")


def test_it_says_what_the_corner_says(sheet: ReminderSheet) -> None:
    assert sheet.title.text() == "3 follow-ups are due"
    assert sheet.sentence.text() == "The first one is a promise. About 15 minutes in all."
    assert [line.name.text() for line in sheet.lines] == ["Mr. Libin", "Jun Hayashi", "Tom Kessler"]
    assert sheet.lines[0].badge.text() == "Promise · 11:00"


def test_later_says_that_a_promise_stays_where_it_was_promised(sheet: ReminderSheet) -> None:
    """M-38, M-62."""
    sheet.show_reminder(reminder(rows=(replace(LIBIN, promised_on=NOW.date()), HAYASHI)), ())
    menus = [
        one.menu_shown.actions()[0] for one in (*(ln.later for ln in sheet.lines), sheet.later)
    ]
    assert [one.text() for one in menus[:2]] == [
        "Only your call waits. The promise stays for today.",
        "In 10 minutes",
    ]
    assert menus[-1].text() == "Only the calls wait. What was promised stays as it is."
    assert not menus[0].isEnabled()


def test_it_says_until_when_things_wait(sheet: ReminderSheet) -> None:
    at = NOW.replace(hour=14)
    sheet.show_reminder(reminder(put_off=1, back_at=at, busy_until=at.replace(hour=12)), ())
    assert sheet.sentence.text().endswith("1 comes back at 14:50. Quiet until 12:50.")


def test_with_nothing_due_what_was_put_away_is_there(sheet: ReminderSheet) -> None:
    sheet.show_reminder(reminder(rows=(), ids=(), count=0, minutes=0), AWAY)
    assert sheet.title.text() == "Nothing is due now"
    assert not sheet.due_card.isVisible()
    assert [line.words.text() for line in sheet.away if line.isVisible()] == [
        "Jun Hayashi · after purchase",
        "Tom Kessler · referral",
    ]


def test_one_needs_no_answer_for_all(sheet: ReminderSheet) -> None:
    sheet.show_reminder(reminder(rows=(LIBIN,), ids=(1,), count=1), ())
    assert not sheet.later.isVisible() and not sheet.put_away.isVisible()
    assert not sheet.away_card.isVisible()


def test_what_there_is_no_room_for_is_a_number(sheet: ReminderSheet, qtbot: QtBot) -> None:
    sheet.show_reminder(reminder(ids=tuple(range(1, 8))), ())
    assert sheet.more.label() == "4 more"
    tab_to(sheet, qtbot, sheet.more)
    with qtbot.waitSignal(sheet.show_all_requested):
        qtbot.keyClick(sheet.more, Qt.Key.Key_Space)


@pytest.mark.parametrize(
    ("button", "signal", "args"),
    [
        (lambda sheet: sheet.lines[1].call, "call_requested", [HAYASHI.id]),
        (lambda sheet: sheet.lines[1].done, "done_requested", [HAYASHI.id]),
        (lambda sheet: sheet.lines[2].put_away, "put_away_requested", [(KESSLER.id,)]),
        (lambda sheet: sheet.put_away, "put_away_requested", [(1, 2, 3)]),
        (lambda sheet: sheet.away[1].bring_back, "bring_back_requested", [(KESSLER.id,)]),
        (lambda sheet: sheet.bring_all, "bring_back_requested", [(HAYASHI.id, KESSLER.id)]),
        (lambda sheet: sheet.hour, "busy_requested", [Busy.HOUR]),
        (lambda sheet: sheet.until_tomorrow, "busy_requested", [Busy.UNTIL_TOMORROW]),
    ],
)
def test_the_keyboard_reaches_and_presses_it(sheet, qtbot: QtBot, button, signal, args) -> None:  # type: ignore[no-untyped-def]
    wanted = button(sheet)
    tab_to(sheet, qtbot, wanted)
    with qtbot.waitSignal(getattr(sheet, signal)) as heard:
        qtbot.keyClick(wanted, Qt.Key.Key_Space)
    assert heard.args == args


@pytest.mark.parametrize(
    ("words", "span"),
    [
        ("In 10 minutes", Later.TEN_MINUTES),
        ("In an hour", Later.HOUR),
        ("This afternoon", Later.THIS_AFTERNOON),
        ("Tomorrow", Later.TOMORROW),
    ],
)
def test_later_for_one_and_for_all(
    sheet: ReminderSheet, qtbot: QtBot, words: str, span: Later
) -> None:
    for menu, ids in (
        (sheet.lines[0].later.menu_shown, (LIBIN.id,)),
        (sheet.later.menu_shown, (1, 2, 3)),
    ):
        with qtbot.waitSignal(sheet.later_requested) as heard:
            choose(menu, words)
        assert heard.args == [ids, span]


def test_a_time_is_picked_elsewhere(sheet: ReminderSheet, qtbot: QtBot) -> None:
    with qtbot.waitSignal(sheet.pick_requested) as heard:
        choose(sheet.lines[1].later.menu_shown, "Pick a day…")
    assert heard.args == [(HAYASHI.id,)]


def choose(menu: QMenu, words: str) -> None:
    next(one for one in menu.actions() if one.text() == words).trigger()


def test_whoever_is_busy_may_end_that(sheet: ReminderSheet, qtbot: QtBot) -> None:
    sheet.show_reminder(reminder(busy_until=NOW.replace(hour=12)), ())
    assert not sheet.hour.isVisible()
    with qtbot.waitSignal(sheet.busy_requested) as heard:
        sheet.no_longer.click()
    assert heard.args == [None]


def test_the_keyboard_goes_on_when_what_it_answered_is_gone(
    sheet: ReminderSheet, qtbot: QtBot
) -> None:
    tab_to(sheet, qtbot, sheet.lines[2].done)
    sheet.show_reminder(reminder(rows=(LIBIN, HAYASHI), ids=(1, 2)), ())
    qtbot.waitUntil(lambda: QApplication.focusWidget() is sheet.lines[0].call)
