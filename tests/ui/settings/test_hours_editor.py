"""The week's editor: what is ticked and typed, and what it says about it."""

from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit
from pytestqt.qtbot import QtBot

from followup_desktop.domain.shop import OpenHours
from followup_desktop.ui.kit.fields import HintLine
from followup_desktop.ui.settings.hours_editor import USUAL_WEEK, HoursEditor

TEN, ONE, TWO, SEVEN = time(10), time(13), time(14), time(19)
MONDAY, SUNDAY = 0, 6


@pytest.fixture
def editor(qtbot: QtBot) -> HoursEditor:
    editor = HoursEditor()
    qtbot.addWidget(editor)
    editor.show()
    return editor


def button(editor: HoursEditor, name: str) -> QAbstractButton:
    found = editor.findChild(QAbstractButton, name)
    assert isinstance(found, QAbstractButton)
    return found


def retype(editor: HoursEditor, qtbot: QtBot, name: str, text: str) -> None:
    field = editor.findChild(QLineEdit, name)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)
    qtbot.keyClick(field, Qt.Key.Key_Return)


def problem_shown(editor: HoursEditor) -> str:
    line = editor.findChild(HintLine)
    assert isinstance(line, HintLine)
    return line.text()


def test_it_begins_with_monday_to_saturday_ten_to_seven(editor: HoursEditor) -> None:
    assert editor.hours() == USUAL_WEEK
    assert editor.hours() == tuple(OpenHours(day, TEN, SEVEN) for day in range(6))


def test_a_day_is_opened_and_closed_by_its_tick(editor: HoursEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.settled):
        button(editor, f"open_{SUNDAY}").click()
    assert OpenHours(SUNDAY, TEN, SEVEN) in editor.hours()
    button(editor, f"open_{MONDAY}").click()
    assert MONDAY not in {stretch.weekday for stretch in editor.hours()}


def test_a_break_makes_two_stretches(editor: HoursEditor) -> None:
    button(editor, f"break_{MONDAY}").click()
    assert editor.hours()[:2] == (OpenHours(MONDAY, TEN, ONE), OpenHours(MONDAY, TWO, SEVEN))
    button(editor, f"break_{MONDAY}").click()
    assert editor.hours()[0] == OpenHours(MONDAY, TEN, SEVEN)


def test_a_time_is_typed_and_kept_when_the_field_is_left(editor: HoursEditor, qtbot: QtBot) -> None:
    with qtbot.waitSignal(editor.settled):
        retype(editor, qtbot, f"opens_{MONDAY}", "930")
    assert editor.hours()[0] == OpenHours(MONDAY, time(9, 30), SEVEN)


@pytest.mark.parametrize(
    ("field", "typed", "said"),
    [
        ("closes", "9", "Monday: these times are not in order."),
        ("opens", "", "Monday: a time is missing."),
        ("opens", "late", "Monday: a time is missing."),
    ],
)
def test_what_is_not_right_is_said_and_the_text_stays(
    editor: HoursEditor, qtbot: QtBot, field: str, typed: str, said: str
) -> None:
    found = editor.findChild(QLineEdit, f"{field}_{MONDAY}")
    assert isinstance(found, QLineEdit)
    found.setFocus()
    found.selectAll()
    qtbot.keyClick(found, Qt.Key.Key_Backspace)
    qtbot.keyClicks(found, typed)
    assert editor.problem() == said
    assert problem_shown(editor) == said


def test_a_break_outside_the_hours_is_said(editor: HoursEditor, qtbot: QtBot) -> None:
    button(editor, f"break_{MONDAY}").click()
    retype(editor, qtbot, f"break_from_{MONDAY}", "2030")
    assert editor.problem() == "Monday: these times are not in order."


def test_midnight_is_the_end_of_the_day(editor: HoursEditor, qtbot: QtBot) -> None:
    retype(editor, qtbot, f"closes_{MONDAY}", "0:00")
    assert editor.problem() == ""
    assert editor.hours()[0] == OpenHours(MONDAY, TEN, time(0))


def test_the_first_open_days_hours_go_to_all_open_days(editor: HoursEditor, qtbot: QtBot) -> None:
    editor.show_hours((OpenHours(0, time(9), ONE), OpenHours(0, TWO, SEVEN), *USUAL_WEEK[1:5]))
    with qtbot.waitSignal(editor.settled):
        button(editor, "same_hours").click()
    assert editor.hours() == tuple(
        stretch
        for day in range(5)
        for stretch in (OpenHours(day, time(9), ONE), OpenHours(day, TWO, SEVEN))
    )


def test_no_open_day_at_all_can_be_said(editor: HoursEditor) -> None:
    editor.show_hours(())
    assert editor.hours() == ()
    assert editor.problem() == ""
    button(editor, "same_hours").click()
    assert editor.hours() == ()


def test_every_part_has_a_name_for_a_screen_reader(editor: HoursEditor) -> None:
    names = [field.accessibleName() for field in editor.findChildren(QLineEdit)]
    assert "Monday, opens at" in names
    assert "Sunday, break until" in names
    assert all(names)
    assert len(set(names)) == len(names)
