"""The page on a real shop."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from followup_desktop.domain.kinds import Fulfilment, OrderChoice
from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet
from followup_desktop.ui.kit.dates import DateField
from followup_desktop.ui.kit.fields import LineField
from followup_desktop.ui.order_forms import step_by_step
from followup_desktop.ui.order_steps import OrderSteps
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


def test_not_complete_is_noted_told_and_chosen(page: OrdersPage, desk: Desk, qtbot: QtBot) -> None:
    page.order.not_complete.click()
    (sheet,) = page.window().findChildren(FormSheet)
    what = sheet.findChild(LineField, "missing_what")
    assert what is not None
    assert not sheet.save.isEnabled()
    qtbot.keyClicks(what, "the soles")
    sheet.save.click()
    assert "Not told yet." in page.order.late.text()
    assert not page.order.choices.isVisible()
    page.order.they_know.click()
    assert page.order.late.text() == "The soles\nTold at once, by Ed Marsh."
    assert not page.order.they_know.isVisible()
    page.order.choices.buttons[OrderChoice.PART_NOW].click()
    assert page.order.late.text().endswith("They take a part now")
    page.order.choices.buttons[OrderChoice.PART_NOW].click()
    assert not page.order.late.text().endswith("They take a part now")


def test_who_gives_it_up_without_a_call_is_asked_why(
    page: OrdersPage, desk: Desk, qtbot: QtBot
) -> None:
    order_id = desk.services.orders.orders(desk.now())[0].id
    desk.do(desk.services.orders.told, order_id)
    page.order.choices.buttons[OrderChoice.CANCEL].click()
    (sheet,) = page.window().findChildren(FormSheet)
    reason = sheet.findChild(LineField, "cancel_reason")
    assert reason is not None
    qtbot.keyClicks(reason, "found them elsewhere")
    sheet.save.click()
    assert page.empty.isVisible()


def test_each_step_is_ticked_and_has_a_day(page: OrdersPage, desk: Desk, qtbot: QtBot) -> None:
    assert page.order.steps is not None
    entered, ready, *_later = page.order.steps.rows()
    assert (entered.tick.isChecked(), entered.done.text()) == (True, "Ed Marsh, 12 Nov")
    assert (ready.done.text(), ready.due.text()) == ("since Wednesday", "Change")
    ready.due.click()
    (sheet,) = page.window().findChildren(FormSheet)
    day = sheet.findChild(DateField, "step_day")
    assert day is not None
    day.set_value(date(2026, 11, 24))
    sheet.save.click()
    assert ready.due.text() == "by Tuesday"
    ready.tick.click()
    assert ready.done.text() == "Ed Marsh, today"
    ready.tick.click()
    assert not ready.tick.isChecked()


def test_step_by_step_over_the_card(page: OrdersPage, desk: Desk) -> None:
    line = desk.services.orders.orders(desk.now())[0]
    sheet = step_by_step(desk, page.window(), line)
    steps = sheet.findChild(OrderSteps, "order_steps")
    assert steps is not None
    steps.rows()[1].tick.click()
    assert steps.rows()[1].tick.isChecked()
    sheet.dismiss()
    desk.do(desk.services.orders.told, line.id)
