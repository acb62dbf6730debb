"""The page on a real shop."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from followup_desktop.domain.kinds import Fulfilment
from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet
from followup_desktop.ui.kit.dates import DateField
from followup_desktop.ui.kit.fields import LineField
from followup_desktop.ui.orders.controller import OrdersController
from followup_desktop.ui.orders.page import OrdersPage
from followup_desktop.ui.room import Place, RoomName
from tests.services.world import at
from tests.ui.shop import desk_in


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path / "data") as desk:
        visit = NewVisit(
            name="Ms. Adaeze Okafor",
            phone="212 555 0144",
            items=("boots",),
            fulfilment=Fulfilment.ORDER,
            promised_on=date(2026, 11, 18),
        )
        desk.services.visits.record(at("2026-11-12 12:00"), 1, visit)
        yield desk


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[OrdersPage]:
    window = QMainWindow()
    qtbot.addWidget(window)
    page = OrdersPage(window)
    window.setCentralWidget(page)
    window.resize(1278, 708)
    OrdersController(desk, page).enter(Place(RoomName.ORDERS))
    window.show()
    yield page


def test_a_late_order_is_marked(page: OrdersPage) -> None:
    assert page.count.text() == "1 order on its way, 1 late"


def test_ticking_goes_on_to_the_next_question_and_undo_goes_back(
    page: OrdersPage, desk: Desk
) -> None:
    page.order.next.click()
    assert page.order.next.text() == "Is it complete?"
    page.order.menu().actions()[1].trigger()
    assert page.order.next.text() == "Is it ready?"
    desk.undo_last()
    assert page.order.next.text() == "Is it complete?"


def test_the_last_tick_takes_the_order_off_the_page(page: OrdersPage, desk: Desk) -> None:
    for _ in range(5):
        page.order.next.click()
    assert page.empty.isVisible()
    desk.undo_last()
    assert not page.empty.isVisible()


def _form(page: OrdersPage, action: int) -> FormSheet:
    page.order.menu().actions()[action].trigger()
    (sheet,) = page.window().findChildren(FormSheet)
    return sheet


def test_a_date_moves_only_with_its_reason(page: OrdersPage, desk: Desk, qtbot: QtBot) -> None:
    sheet = _form(page, 0)
    day, reason = (
        sheet.findChild(DateField, "order_day"),
        sheet.findChild(LineField, "order_reason"),
    )
    assert day is not None and reason is not None
    day.set_value(date(2026, 11, 28))
    assert not sheet.save.isEnabled()
    qtbot.keyClicks(reason, "the factory is late")
    sheet.save.click()
    assert page.order.promised.text() == "Promised for 28 Nov"
    assert page.count.text() == "1 order on its way, 1 customer to be told"
    desk.undo_last()
    assert page.count.text() == "1 order on its way, 1 late"


def test_a_day_that_has_passed_is_refused_and_what_was_typed_stays(
    page: OrdersPage, qtbot: QtBot
) -> None:
    sheet = _form(page, 0)
    reason = sheet.findChild(LineField, "order_reason")
    assert reason is not None
    qtbot.keyClicks(reason, "the factory is late")
    sheet.save.click()
    field = sheet.fields["on"]
    assert field.problem() == "This day has passed. Please choose one from today on."  # type: ignore[union-attr]
    assert sheet.isVisible() and reason.text() == "the factory is late"


def test_a_cancelled_order_goes_and_comes_back_by_undo(
    page: OrdersPage, desk: Desk, qtbot: QtBot
) -> None:
    sheet = _form(page, 2)
    reason = sheet.findChild(LineField, "cancel_reason")
    assert reason is not None
    qtbot.keyClicks(reason, "found them elsewhere")
    sheet.save.click()
    assert page.empty.isVisible()
    desk.undo_last()
    assert not page.empty.isVisible()
