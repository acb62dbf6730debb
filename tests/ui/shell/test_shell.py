"""What stands on every page, in a window with blank pages, on a real shop."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.kit.fields import LineField
from followup_desktop.ui.kit.quiet_bar import QuietBar
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.main_window import MainWindow
from followup_desktop.ui.room import Place, Placement, Room, RoomController, RoomName
from followup_desktop.ui.shell.controller import ShellController
from followup_desktop.ui.shell.help import HelpSheet
from followup_desktop.ui.shell.trouble_bar import TroubleBar


def blank(name: RoomName, placement: Placement = Placement.PAGE, icon: str = "") -> Room:
    return Room(
        name,
        name.value.capitalize(),
        lambda desk, parent: RoomController(desk, QLabel(name.value, parent)),
        icon=icon,
        placement=placement,
    )


ROOMS = (
    blank(RoomName.TODAY, icon="today"),
    blank(RoomName.CUSTOMERS, icon="customers"),
    blank(RoomName.ORDERS, icon="orders"),
    blank(RoomName.SETTINGS, icon="settings"),
    blank(RoomName.CARD),
    blank(RoomName.CALL, Placement.WHOLE),
    blank(RoomName.PLAYBOOK),
    blank(RoomName.VISIT, Placement.SHEET),
)


@pytest.fixture
def window(desk: Desk, qtbot: QtBot) -> Iterator[MainWindow]:
    for name, phone in (("Richard Libin", "2125550143"), ("Ana Liberman", "2125550144")):
        visit = NewVisit(name=name, phone=phone, items=("suit",))
        desk.services.visits.record(desk.now(), 1, visit)
    window = MainWindow(ROOMS)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    shell = ShellController(desk, window)
    window.attach(desk)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    yield window
    shell.close()


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *, control: bool = True) -> None:
    none, ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(QApplication.focusWidget() or window, key, ctrl if control else none)


def bar_of(window: MainWindow) -> QuietBar:
    bar = window.findChild(QuietBar)
    assert isinstance(bar, QuietBar)
    return bar


def click_action(window: MainWindow) -> None:
    action = bar_of(window).findChild(QWidget, "quiet_bar_action")
    assert action is not None
    action.click()  # type: ignore[attr-defined]


# Finding


def test_ctrl_k_finds_and_enter_opens_the_card(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_K)
    search = window.frame.top_bar.search
    assert search.hasFocus()
    qtbot.keyClicks(search, "libi")
    assert search.panel_is_open()
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert window.place == Place(RoomName.CARD, 1)


def test_a_middle_part_of_a_number_finds_too(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_K)
    search = window.frame.top_bar.search
    qtbot.keyClicks(search, "550144")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert window.place == Place(RoomName.CARD, 2)


@pytest.mark.parametrize(
    ("typed", "visit"),
    [
        ("Jun Hayashi", NewVisit(name="Jun Hayashi")),
        ("212 555 0188", NewVisit(phone="212 555 0188")),
    ],
)
def test_somebody_new_goes_on_to_a_visit(
    window: MainWindow, desk: Desk, qtbot: QtBot, typed: str, visit: NewVisit
) -> None:
    press(qtbot, window, Qt.Key.Key_K)
    search = window.frame.top_bar.search
    qtbot.keyClicks(search, typed)
    qtbot.keyClick(search, Qt.Key.Key_Up)
    with qtbot.waitSignal(desk.place_requested) as asked:
        qtbot.keyClick(search, Qt.Key.Key_Return)
    assert asked.args == [Place(RoomName.VISIT, given=visit)]


# Keys


@pytest.mark.parametrize(
    ("key", "room"),
    [
        (Qt.Key.Key_2, RoomName.CUSTOMERS),
        (Qt.Key.Key_3, RoomName.ORDERS),
        (Qt.Key.Key_Comma, RoomName.SETTINGS),
    ],
)
def test_pages_have_their_keys(
    window: MainWindow, qtbot: QtBot, key: Qt.Key, room: RoomName
) -> None:
    press(qtbot, window, key)
    assert window.place == Place(room)
    press(qtbot, window, Qt.Key.Key_1)
    assert window.place == Place(RoomName.TODAY)


def test_a_visit_can_be_recorded_from_every_page(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    for place in (Place(RoomName.SETTINGS), Place(RoomName.CARD, 1), Place(RoomName.CALL, 1)):
        desk.go(place)
        with qtbot.waitSignal(desk.place_requested) as asked:
            press(qtbot, window, Qt.Key.Key_N)
        assert asked.args == [Place(RoomName.VISIT)]


def test_on_a_call_the_other_pages_keep_away(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.open_call(1)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_K):
        press(qtbot, window, key)
    assert window.place == Place(RoomName.CALL, 1)


def test_behind_a_sheet_the_page_stays(window: MainWindow, qtbot: QtBot) -> None:
    sheet = Sheet(window, "Something", name="something")
    sheet.body.addWidget(LineField("", name="inside"))
    sheet.open()
    press(qtbot, window, Qt.Key.Key_2)
    assert window.place == Place(RoomName.TODAY)
    sheet.dismiss()
    press(qtbot, window, Qt.Key.Key_2)
    assert window.place == Place(RoomName.CUSTOMERS)


def test_the_keys_are_listed(window: MainWindow, qtbot: QtBot) -> None:
    press(qtbot, window, Qt.Key.Key_F1, control=False)
    sheet = window.findChild(HelpSheet)
    assert isinstance(sheet, HelpSheet)
    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert "Find a customer" in words
    assert "Take back the last change" in words


def test_in_a_call_the_calls_own_keys_are_listed(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.open_call(1)
    press(qtbot, window, Qt.Key.Key_F1, control=False)
    sheet = window.findChild(HelpSheet)
    assert isinstance(sheet, HelpSheet)
    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert "Catch a promise" in words
    assert "Find a customer" not in words


def test_in_the_editor_its_own_keys_are_listed(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    """M-76"""
    desk.go(Place(RoomName.PLAYBOOK))
    press(qtbot, window, Qt.Key.Key_F1, control=False)
    sheet = window.findChild(HelpSheet)
    assert isinstance(sheet, HelpSheet)
    words = [label.text() for label in sheet.findChildren(QLabel)]
    assert "Use it from now on" in words
    assert "Find a customer" in words
    assert "Skip, with a reason" not in words


# Undo


def test_a_change_can_be_taken_back_by_key_and_by_bar(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    service = desk.services.shop
    desk.do(service.prefer, budget_minutes=60)
    assert bar_of(window).text() == "Settings changed."
    press(qtbot, window, Qt.Key.Key_Z)
    assert service.shop().preferences.budget_minutes == 45
    assert bar_of(window).text() == "Taken back."
    click_action(window)
    assert service.shop().preferences.budget_minutes == 60
    assert bar_of(window).text() == "Done again."
    click_action(window)
    assert service.shop().preferences.budget_minutes == 45


def test_in_a_text_field_undo_is_the_fields_own(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    desk.do(desk.services.shop.prefer, budget_minutes=60)
    search = window.frame.top_bar.search
    search.setFocus()
    qtbot.keyClicks(search, "lib")
    press(qtbot, window, Qt.Key.Key_Z)
    assert search.text() == ""
    assert desk.services.shop.shop().preferences.budget_minutes == 60


# Troubles


def test_a_trouble_is_said_and_stays_until_it_is_read(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    bar = window.findChild(TroubleBar)
    assert isinstance(bar, TroubleBar)
    desk.troubled.emit(WorldError(Trouble.DISK_FULL))
    assert bar.text().startswith("The disk is full")
    assert window.rect().contains(bar.geometry())
    bar.close_button.click()
    assert bar.text() == ""


def test_a_trouble_that_is_over_is_no_longer_said(window: MainWindow, desk: Desk) -> None:
    bar = window.findChild(TroubleBar)
    assert isinstance(bar, TroubleBar)
    desk.troubled.emit(WorldError(Trouble.LOCKED))
    desk.do(desk.services.shop.prefer, budget_minutes=60)
    assert bar.text() == ""


# Clerks


def test_changing_over_changes_who_does_it(window: MainWindow, desk: Desk) -> None:
    menu = window.frame.top_bar.clerk
    assert menu.label() == "Ed Marsh"
    desk.do(desk.services.shop.add_clerk, "Ana Lopez")
    actions = {action.text(): action for action in menu.menu_shown.actions()}
    actions["&1  Ana Lopez"].trigger()
    assert desk.clerk_id == 2
    assert menu.label() == "Ana Lopez"
    assert desk.undoable is None


def test_the_menu_leads_to_the_clerks_in_the_settings(window: MainWindow) -> None:
    actions = window.frame.top_bar.clerk.menu_shown.actions()
    actions[-1].trigger()
    assert window.place == Place(RoomName.SETTINGS, given="clerks")


# The whole


def test_everything_on_it_has_a_name_and_an_accessible_name(window: MainWindow) -> None:
    bar = window.frame.top_bar
    rail = [window.frame.rail.button(name) for name in (RoomName.TODAY, RoomName.SETTINGS)]
    for widget in (bar.search, bar.visit, bar.clerk, *rail):
        assert widget.objectName()
        assert widget.accessibleName()


def test_it_fits_a_small_screen(window: MainWindow) -> None:
    assert window.minimumSizeHint().width() <= 1024
    window.resize(1024, 600)
    assert window.width() == 1024
