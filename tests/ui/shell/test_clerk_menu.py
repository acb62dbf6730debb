"""Who is at the desk, and changing over."""

from datetime import date

import pytest
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
        "Ed Marsh",
        "Ana && Lopez",
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
