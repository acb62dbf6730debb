"""The book on the page: its four states, and where its entries lead (M-73)."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from followup_desktop.domain.kinds import Fulfilment, Kind
from followup_desktop.domain.updates import UpdateKey
from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.ahead.controller import AheadController
from followup_desktop.ui.ahead.page import AheadPage, Part
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.kit.lines import LineKind
from followup_desktop.ui.room import Place, RoomName
from tests.services.world import at

HERE = Place(RoomName.AHEAD)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> AheadPage:
    page = AheadPage()
    qtbot.addWidget(page)
    controller = AheadController(desk, page)
    page.resize(1200, 700)
    page.show()
    controller.enter(HERE)
    return page


def come(desk: Desk, number: int = 0, on: date = date(2026, 12, 2)) -> int:
    visit = NewVisit(
        name=f"Jun Hayashi {number}" if number else "Jun Hayashi",
        phone="+1 646 555 0188",
        items=("Navy suit",),
        fulfilment=Fulfilment.ALTERATION,
        promised_on=on,
    )
    customer = desk.do(desk.services.visits.record, visit)
    assert customer is not None
    return customer.customer_id or 0


def said(page: AheadPage) -> list[str]:
    return [line.words() for line in page.book.list.lines().lines()]


def entries(page: AheadPage) -> list[str]:
    lines = page.book.list.lines().lines()
    return [line.title for line in lines if line.kind is LineKind.ENTRY]


def test_an_empty_book_says_what_will_stand_there(desk: Desk, page: AheadPage) -> None:
    desk.do(desk.services.shop.prefer, holidays=False)
    assert page.book.empty.isVisible()
    assert not page.book.list.isVisible()
    assert page.book.empty.action.isVisible()


def test_one_entry_stands_under_its_week_and_day(desk: Desk, page: AheadPage) -> None:
    come(desk)
    assert said(page) == [
        "Next week",
        "Mon 23 Nov, 1 follow-up besides, about 5 minutes",
        "Thu 26 Nov, Closed: Thanksgiving Day",
        "Week of 30 Nov",
        "Wed 2 Dec, Order, Jun Hayashi, Navy suit",
        "1 follow-up besides, about 4 minutes",
        *said(page)[6:],
    ]
    assert page.book.count.text() == "1 entry until 27 Dec"


def test_an_entry_leads_to_its_order_and_its_card(
    desk: Desk, page: AheadPage, qtbot: QtBot
) -> None:
    jun = come(desk)
    desk.do(
        desk.services.today.plan, jun, Kind.PROMISE, date(2026, 11, 24), None, "ring about the hem"
    )
    places: list[Place] = []
    desk.place_requested.connect(places.append)
    page.book.list.setFocus()
    qtbot.keyClick(page.book.list, Qt.Key.Key_Home)
    qtbot.keyClick(page.book.list, Qt.Key.Key_Return)
    qtbot.keyClick(page.book.list, Qt.Key.Key_End)
    qtbot.keyClick(page.book.list, Qt.Key.Key_Return)
    assert places == [Place(RoomName.CARD, jun), Place(RoomName.ORDERS, 1)]


def test_a_click_opens_too(desk: Desk, page: AheadPage, qtbot: QtBot) -> None:
    come(desk)
    view = page.book.list
    places: list[Place] = []
    desk.place_requested.connect(places.append)
    index = view.lines().index(view.lines().entry_near(0))
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center()
    )
    assert places == [Place(RoomName.ORDERS, 1)]


def test_the_keyboard_goes_from_entry_to_entry(desk: Desk, page: AheadPage, qtbot: QtBot) -> None:
    come(desk, 1, date(2026, 11, 23))
    come(desk, 2, date(2026, 12, 15))
    view = page.book.list
    view.setCurrentIndex(view.lines().index(view.lines().entry_near(0)))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    line = view.line()
    assert line is not None
    assert line.title == "Jun Hayashi 2"


def test_renewals_lead_to_whats_new(desk: Desk, page: AheadPage, qtbot: QtBot) -> None:
    group = desk.services.product_groups.add(desk.now(), 1, "Suits", renew_months=24).made_id
    visit = NewVisit(name="Ana", phone="+1 646 555 0189", items=("Grey suit",))
    desk.services.visits.record(at("2024-11-27 12:00"), 1, visit)
    page.part_chosen.emit(Part.BOOK)
    places: list[Place] = []
    desk.place_requested.connect(places.append)
    view = page.book.list
    assert entries(page) == ["1 customer"]
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert places == [Place(RoomName.AHEAD, given=UpdateKey(group or 0))]


def test_one_can_look_further_ahead(desk: Desk, page: AheadPage) -> None:
    come(desk, on=date(2027, 1, 20))
    assert entries(page) == []
    page.book.further.click()
    assert entries(page) == ["Jun Hayashi"]
    for _ in range(4):
        page.book.further.click()
    assert not page.book.further.isVisible()


def test_too_many_are_counted_and_the_page_stays_quick(
    desk: Desk, page: AheadPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("followup_desktop.domain.book.MOST", 3)
    for number in range(1, 6):
        come(desk, number)
    assert len(entries(page)) == 3
    assert said(page)[-1] == "2 more entries after these. Shorter, the book shows all of it."


def test_what_is_read_aloud_names_the_day_on_every_line(desk: Desk, page: AheadPage) -> None:
    come(desk, 1)
    come(desk, 2)
    aloud = [one for one in said(page) if "Navy suit" in one]
    assert all(one.startswith("Wed 2 Dec") for one in aloud)
    shown = [line.lead for line in page.book.list.lines().lines() if line.detail == "Navy suit"]
    assert shown == ["Wed 2 Dec", ""]
