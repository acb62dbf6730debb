"""Who is at the desk, and changing over."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from followup_desktop.domain.shop import Clerk
from followup_desktop.ui.shell.clerk_menu import ClerkMenu

ED = Clerk(1, "Ed Marsh", is_manager=True)
ANA = Clerk(2, "Ana & Lopez", is_manager=False)
GONE = Clerk(3, "Bob", is_manager=False, left_on=date(2026, 3, 1))


@pytest.fixture
def menu(qtbot: QtBot) -> ClerkMenu:
    menu = ClerkMenu()
    qtbot.addWidget(menu)
    menu.show_clerks((ED, ANA, GONE), 1)
    return menu


def test_it_says_who_is_here(menu: ClerkMenu) -> None:
    assert menu.label() == "Ed Marsh"
    assert menu.accessibleName() == "Clerk: Ed Marsh"


def test_the_menu_has_those_who_still_work_here(menu: ClerkMenu) -> None:
    actions = menu.menu_shown.actions()
    assert [action.text() for action in actions if not action.isSeparator()] == [
        "&1  Ed Marsh",
        "&2  Ana && Lopez",
        "Hand over follow-ups…",
        "Clerks…",
    ]
    assert actions[0].isChecked()
    assert not actions[1].isChecked()


def test_a_choice_names_the_clerk(menu: ClerkMenu, qtbot: QtBot) -> None:
    with qtbot.waitSignal(menu.clerk_chosen) as chosen:
        menu.menu_shown.actions()[1].trigger()
    assert chosen.args == [2]


def test_nobody_yet_is_a_question(menu: ClerkMenu) -> None:
    menu.show_clerks((ED,), None)
    assert menu.label() == "Who is here?"
    assert menu.grab().width() > 0


def test_two_of_the_same_name_are_told_apart_by_their_ids(menu: ClerkMenu, qtbot: QtBot) -> None:
    menu.show_clerks((ED, Clerk(9, "Ed Marsh", is_manager=False)), 9)
    ticked = [action.isChecked() for action in menu.menu_shown.actions()[:2]]
    assert ticked == [False, True]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_digit_chooses_once_the_menu_is_open(menu: ClerkMenu, qtbot: QtBot) -> None:
    """M-49: changing over is two keys."""
    menu.show()
    menu.menu_shown.popup(menu.mapToGlobal(menu.rect().bottomLeft()))
    with qtbot.waitSignal(menu.clerk_chosen) as chosen:
        qtbot.keyClick(menu.menu_shown, Qt.Key.Key_2)
    assert chosen.args == [2]


def test_who_is_alone_has_nobody_to_hand_over_to(menu: ClerkMenu) -> None:
    menu.show_clerks((ED, GONE), 1)
    texts = [action.text() for action in menu.menu_shown.actions() if not action.isSeparator()]
    assert texts == ["&1  Ed Marsh", "Clerks…"]
