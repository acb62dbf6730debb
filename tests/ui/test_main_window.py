"""Going from room to room, with rooms made up for it."""

from dataclasses import dataclass, field

import pytest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.changes import Changed
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.main_window import MainWindow
from followup_desktop.ui.room import Place, Placement, Room, RoomController, RoomName


@dataclass
class Log:
    made: list[RoomName] = field(default_factory=list)
    entered: list[Place] = field(default_factory=list)
    left: list[RoomName] = field(default_factory=list)
    refreshed: list[RoomName] = field(default_factory=list)


class LoggingController(RoomController):
    shows = Changed.SHOP

    def __init__(self, desk: Desk, page: QWidget, name: RoomName, log: Log) -> None:
        super().__init__(desk, page)
        self._name = name
        self._log = log

    def enter(self, place: Place) -> None:
        self._log.entered.append(place)
        super().enter(place)

    def leave(self) -> None:
        self._log.left.append(self._name)

    def refresh(self) -> None:
        self._log.refreshed.append(self._name)


@pytest.fixture
def log() -> Log:
    return Log()


@pytest.fixture
def window(qtbot: QtBot, log: Log) -> MainWindow:
    def room(name: RoomName, placement: Placement = Placement.PAGE, icon: str = "") -> Room:
        def make(desk: Desk, parent: QWidget) -> RoomController:
            log.made.append(name)
            return LoggingController(desk, QLabel(name.value, parent), name, log)

        return Room(name, name.value, make, icon=icon, placement=placement)

    window = MainWindow(
        (
            room(RoomName.TODAY, icon="today"),
            room(RoomName.CUSTOMERS, icon="customers"),
            room(RoomName.SETTINGS, icon="settings"),
            room(RoomName.CARD),
            room(RoomName.CALL, Placement.WHOLE),
            room(RoomName.VISIT, Placement.SHEET),
        )
    )
    qtbot.addWidget(window)
    return window


def test_it_is_seen_before_any_room_is_made(window: MainWindow, log: Log, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.painted):
        window.show()
    assert log.made == []
    assert window.place is None


def test_a_room_is_made_on_its_first_visit_and_only_then(
    window: MainWindow, desk: Desk, log: Log
) -> None:
    window.attach(desk)
    desk.open_page(RoomName.CUSTOMERS)
    desk.open_page(RoomName.TODAY)
    assert log.made == [RoomName.TODAY, RoomName.CUSTOMERS]
    assert window.place == Place(RoomName.TODAY)


def test_the_room_that_is_left_may_keep_what_is_half_typed(
    window: MainWindow, desk: Desk, log: Log
) -> None:
    window.attach(desk)
    desk.open_card(3)
    assert log.left == [RoomName.TODAY]
    window.close()
    assert log.left == [RoomName.TODAY, RoomName.CARD]


def test_a_form_that_is_open_over_it_is_kept_too(window: MainWindow, desk: Desk, log: Log) -> None:
    window.attach(desk)
    desk.record_visit()
    window.close()
    assert log.left == [RoomName.TODAY, RoomName.VISIT]


def test_back_goes_the_way_one_came(window: MainWindow, desk: Desk) -> None:
    window.attach(desk)
    desk.open_card(3)
    desk.open_card(4)
    desk.open_call(9)
    for expected in (Place(RoomName.CARD, 4), Place(RoomName.CARD, 3), Place(RoomName.TODAY)):
        desk.go_back()
        assert window.place == expected
    desk.go_back()
    assert window.place == Place(RoomName.TODAY)


def test_a_sheet_lies_over_the_place_and_is_none(window: MainWindow, desk: Desk, log: Log) -> None:
    window.attach(desk)
    desk.open_card(3)
    desk.record_visit()
    assert window.place == Place(RoomName.CARD, 3)
    assert log.entered[-1] == Place(RoomName.VISIT)
    assert RoomName.CARD not in log.left


def test_a_call_has_the_window_to_itself(window: MainWindow, desk: Desk) -> None:
    window.attach(desk)
    window.show()
    desk.open_call(9)
    assert window.in_call
    assert not window.frame.isVisible()
    desk.go_back()
    assert not window.in_call
    assert window.frame.isVisible()


def test_only_the_page_in_sight_asks_again(window: MainWindow, desk: Desk, log: Log) -> None:
    window.show()
    window.attach(desk)
    desk.open_page(RoomName.CUSTOMERS)
    log.refreshed.clear()
    desk.do(desk.services.shop.prefer, budget_minutes=60)
    assert log.refreshed == [RoomName.CUSTOMERS]
    desk.open_page(RoomName.TODAY)
    assert log.refreshed == [RoomName.CUSTOMERS, RoomName.TODAY]


def test_what_a_page_does_not_show_leaves_it_alone(
    window: MainWindow, desk: Desk, log: Log
) -> None:
    window.show()
    window.attach(desk)
    log.refreshed.clear()
    desk.do(desk.services.shop.add_clerk, "Ana")
    assert log.refreshed == []


def test_a_new_day_and_another_clerk_are_shown_at_once(
    window: MainWindow, desk: Desk, log: Log
) -> None:
    window.show()
    window.attach(desk)
    log.refreshed.clear()
    desk.day_changed.emit()
    desk.switch_clerk(None)
    assert log.refreshed == [RoomName.TODAY, RoomName.TODAY]


def test_another_desk_gets_rooms_of_its_own(window: MainWindow, desk: Desk, log: Log) -> None:
    window.attach(desk)
    window.detach()
    assert window.place is None
    window.attach(desk)
    assert log.made == [RoomName.TODAY, RoomName.TODAY]


def test_the_rail_lights_where_one_is(window: MainWindow, desk: Desk) -> None:
    window.attach(desk)
    rail = window.frame.rail
    assert rail.button(RoomName.TODAY).isChecked()
    desk.open_page(RoomName.SETTINGS)
    assert rail.button(RoomName.SETTINGS).isChecked()
    assert not rail.button(RoomName.TODAY).isChecked()
