"""The page on a real shop."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from followup_desktop.domain.customer_list import CustomerFilter, CustomerOrder
from followup_desktop.services import Services
from followup_desktop.services.shop import ShopService
from followup_desktop.store.store import Store
from followup_desktop.ui.customers.controller import CustomersController
from followup_desktop.ui.customers.page import CustomersPage
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.room import Place, RoomName
from tests.services.world import HOURS, at

NOW = at("2026-11-21 10:42")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = Store.open(tmp_path / "data", now=NOW)
    ShopService(store).set_up(NOW, "Marsh & Daughter", "US", HOURS, "Ed Marsh")
    yield store
    store.close()


@pytest.fixture
def desk(store: Store) -> Desk:
    desk = Desk(Services(store), lambda: NOW, store.undo, clerk_id=1)
    for name, phone in (
        ("Mr. Richard Libin", "212 555 0143"),
        ("Adaeze Okafor", "212 555 0144"),
        ("Zoë Ångström", "212 555 0145"),
    ):
        desk.do(desk.services.customers.add, name, phone)
    return desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> CustomersPage:
    page = CustomersPage()
    qtbot.addWidget(page)
    page.resize(1278, 708)
    CustomersController(desk, page).enter(Place(RoomName.CUSTOMERS))
    page.show()
    return page


def names(page: CustomersPage) -> list[str]:
    model = page.list.lines()
    return [entry.name for row in range(model.rowCount()) if (entry := model.entry(row))]


def test_everybody_is_there_by_last_name(page: CustomersPage) -> None:
    assert names(page) == ["Zoë Ångström", "Mr. Richard Libin", "Adaeze Okafor"]
    assert page.count.text() == "3 customers"


@pytest.mark.parametrize("typed", ["angs", "zoe", "okafr zz", "0144"])
def test_what_is_typed_is_found_as_in_the_search_box(
    page: CustomersPage, desk: Desk, qtbot: QtBot, typed: str
) -> None:
    page.filters.text.setFocus()
    with qtbot.waitSignal(page.wanted):
        qtbot.keyClicks(page.filters.text, typed)
    assert page.filters.text.text() == typed
    found = {hit.name for hit in desk.services.customers.hits(typed)}
    assert {name.removeprefix("Mr. ") for name in names(page)} == found


def test_every_letter_is_looked_for_at_once(page: CustomersPage, qtbot: QtBot) -> None:
    asked: list[str] = []
    page.wanted.connect(lambda wanted: asked.append(wanted.text))
    page.filters.text.setFocus()
    qtbot.keyClicks(page.filters.text, "lib")
    assert asked == ["l", "li", "lib"]
    assert names(page) == ["Mr. Richard Libin"]


def test_a_long_list_is_shown_before_it_is_counted(
    page: CustomersPage, desk: Desk, qtbot: QtBot
) -> None:
    for number in range(40):
        desk.do(desk.services.customers.add, f"Ola Nord {number:02}", f"212 555 01{number:02}")
    assert page.count.text() == "43 customers"
    page.wanted.emit(CustomerFilter(text="nord"))
    assert names(page)[0] == "Ola Nord 00"
    assert page.list.lines().rowCount() < 40
    qtbot.waitUntil(lambda: page.count.text() == "40 of 43")
    assert len(names(page)) == 40
    desk.do(desk.services.customers.add, "Ola Nord 40", "212 555 0140")
    assert page.count.text() == "41 of 44"


def test_what_happened_elsewhere_is_counted_after_the_list_is_shown_again(
    page: CustomersPage, desk: Desk, qtbot: QtBot
) -> None:
    for number in range(40):
        desk.do(desk.services.customers.add, f"Ola Nord {number:02}", f"212 555 01{number:02}")
    page.hide()
    desk.undo_last()
    assert page.count.text() == "43 customers"
    controller = page.findChild(CustomersController)
    assert isinstance(controller, CustomersController)
    page.show()
    controller.enter(Place(RoomName.CUSTOMERS))
    qtbot.waitUntil(lambda: page.count.text() == "42 customers")
    assert page.list.lines().rowCount() == len(names(page)) == 42


def test_the_first_customers_who_came_meanwhile_can_be_looked_for(
    store: Store, qtbot: QtBot
) -> None:
    desk = Desk(Services(store), lambda: NOW, store.undo, clerk_id=1)
    page = CustomersPage()
    qtbot.addWidget(page)
    page.resize(1278, 708)
    controller = CustomersController(desk, page)
    controller.enter(Place(RoomName.CUSTOMERS))
    assert page.empty.title.text() == "Nobody here yet"
    desk.do(desk.services.customers.add, "Jun Hayashi", "212 555 0146")
    controller.enter(Place(RoomName.CUSTOMERS))
    assert not page.filters.isHidden() and page.count.text() == "1 customer"
    desk.undo_last()
    controller.enter(Place(RoomName.CUSTOMERS))
    assert page.filters.isHidden() and page.empty.title.text() == "Nobody here yet"


def test_many_hits_are_filtered_and_sorted_as_well(page: CustomersPage, desk: Desk) -> None:
    page.wanted.emit(CustomerFilter(text="555", order=CustomerOrder.NAME, descending=True))
    assert names(page) == ["Adaeze Okafor", "Mr. Richard Libin", "Zoë Ångström"]


def test_another_page_can_send_here_with_a_filter(page: CustomersPage, desk: Desk) -> None:
    controller = page.findChild(CustomersController)
    assert isinstance(controller, CustomersController)
    controller.enter(Place(RoomName.CUSTOMERS, given=CustomerFilter(no_next_step=True)))
    assert page.filters.no_next_step.isChecked()
    assert len(names(page)) == 3


def test_somebody_new_comes_into_the_list_and_goes_by_undo(page: CustomersPage, desk: Desk) -> None:
    desk.do(desk.services.customers.add, "Jun Hayashi", "212 555 0146")
    assert names(page)[1] == "Jun Hayashi"
    assert page.count.text() == "4 customers"
    desk.undo_last()
    assert "Jun Hayashi" not in names(page)


def test_a_visit_is_recorded_for_who_is_selected(
    page: CustomersPage, desk: Desk, qtbot: QtBot
) -> None:
    page.list.choose(1)
    with qtbot.waitSignal(desk.place_requested) as signal:
        page.list.context_menu().actions()[1].trigger()
    (place,) = signal.args
    assert place.room is RoomName.VISIT and place.given.name == "Richard Libin"
