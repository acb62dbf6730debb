"""The first page somebody sees."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.checks import Why
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.ui.settings.hours_editor import USUAL_WEEK
from followup_desktop.ui.welcome.answers import Answers
from followup_desktop.ui.welcome.page import WelcomePage


@pytest.fixture
def page(qtbot: QtBot) -> WelcomePage:
    page = WelcomePage(Answers(country="FR"))
    qtbot.addWidget(page)
    page.resize(1366, 768)
    with qtbot.waitExposed(page):
        page.show()
    page.activateWindow()
    return page


def focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def test_by_keyboard_alone(page: WelcomePage, qtbot: QtBot) -> None:
    qtbot.keyClicks(focus(), "Marsh & Daughter")
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focus(), "Ed Marsh")
    qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    qtbot.keyClicks(focus(), "Germ")
    for _step in range(40):
        if focus() is page.start:
            break
        qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    with qtbot.waitSignal(page.start_requested) as started:
        qtbot.keyClick(focus(), Qt.Key.Key_Space)
    assert started.args == [Answers("Marsh & Daughter", "Ed Marsh", "DE", USUAL_WEEK)]


def test_whether_it_starts_with_the_pc_is_asked(page: WelcomePage, qtbot: QtBot) -> None:
    """M-65: on, until somebody wants it otherwise."""
    assert page.at_login.isChecked() and page.answers().starts_at_login
    for _step in range(40):
        if focus() is page.at_login:
            break
        qtbot.keyClick(focus(), Qt.Key.Key_Tab)
    qtbot.keyClick(focus(), Qt.Key.Key_Space)
    assert not page.answers().starts_at_login
    page.show_answers(Answers(country="FR"))
    assert page.at_login.isChecked()


def test_what_is_missing_is_said_at_its_field(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(page.start_requested):
        page.start.click()
    assert page.field_problems() == {
        "name": "How is the shop called?",
        "clerk_name": "Who are you? The first name is enough.",
    }
    assert focus() is page.shop
    qtbot.keyClicks(page.shop, "M")
    assert "name" not in page.field_problems()


def test_hours_that_are_not_right_stand_in_the_way(page: WelcomePage, qtbot: QtBot) -> None:
    page.shop.setText("Marsh")
    page.clerk.setText("Ed")
    monday = page.findChild(QWidget, "opens_0")
    assert monday is not None
    qtbot.keyClicks(monday, "x")
    with qtbot.assertNotEmitted(page.start_requested):
        page.start.click()
    assert page.notice.text() == "Monday: a time is missing."


def test_looking_around_asks_for_nothing(page: WelcomePage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.look_requested) as looked:
        page.look.click()
    assert looked.args == [Answers("", "", "FR", USUAL_WEEK)]


def test_a_refused_name_keeps_what_was_typed(page: WelcomePage) -> None:
    page.shop.setText("Marsh")
    refused = WorldError(Trouble.BAD_VALUE, field="clerk_name", why=Why.TOO_LONG)
    page.show_trouble(refused)
    assert page.field_problems() == {"clerk_name": "This is too long to keep. Please shorten it."}
    assert page.shop.text() == "Marsh"


def test_a_full_disk_is_said_and_nothing_is_lost(page: WelcomePage) -> None:
    page.shop.setText("Marsh")
    page.show_trouble(WorldError(Trouble.DISK_FULL))
    assert "The disk is full" in page.notice.text()
    assert page.shop.text() == "Marsh"


def test_answers_given_before_stand_there_again(qtbot: QtBot) -> None:
    page = WelcomePage(Answers("Marsh", "", "GB", USUAL_WEEK[:2]))
    qtbot.addWidget(page)
    assert page.answers() == Answers("Marsh", "", "GB", USUAL_WEEK[:2])


def test_a_country_is_guessed(qtbot: QtBot) -> None:
    page = WelcomePage(Answers())
    qtbot.addWidget(page)
    assert len(page.answers().country) == 2


def test_control_and_enter_starts_from_anywhere(page: WelcomePage, qtbot: QtBot) -> None:
    page.show_answers(Answers("Marsh & Daughter", "Ed Marsh", "DE", USUAL_WEEK))
    for field in (page.shop, page.clerk):
        field.setFocus()
        with qtbot.waitSignal(page.start_requested):
            qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
