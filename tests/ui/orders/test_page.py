"""The page with literal snapshots."""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from followup_desktop.domain.customer import Checkpoint
from followup_desktop.domain.kinds import Fulfilment, Step
from followup_desktop.domain.order import OrderLine
from followup_desktop.ui.orders.list_model import ACCESSIBLE
from followup_desktop.ui.orders.page import OrdersPage, OrdersSnapshot
from tests.services.world import at
from tests.ui.kit.pointing import tooltip_at

NOW = at("2026-11-21 10:42")
DAY = NOW.day


def checkpoints(done: int) -> tuple[Checkpoint, ...]:
    at = datetime(2026, 11, 20, 12, tzinfo=UTC)
    return tuple(
        Checkpoint(10 + number, step, None, at if number < done else None, "Ed Marsh")
        for number, step in enumerate(Step)
    )


BOOTS = OrderLine(
    id=1,
    customer_id=11,
    name="Adaeze Okafor",
    title="Ms.",
    phone="+1 212-555-0144",
    what="boots",
    fulfilment=Fulfilment.ORDER,
    promised_on=date(2026, 11, 18),
    promised_time=None,
    checkpoints=checkpoints(1),
    is_late=True,
)
SUIT = replace(
    BOOTS,
    id=2,
    customer_id=12,
    name="Richard Libin",
    title="Mr.",
    phone="",
    what="charcoal suit",
    fulfilment=Fulfilment.ALTERATION,
    promised_on=DAY,
    promised_time=time(16),
    checkpoints=checkpoints(3),
    is_late=False,
)


@pytest.fixture
def page(qtbot: QtBot) -> OrdersPage:
    page = OrdersPage()
    qtbot.addWidget(page)
    page.resize(1278, 708)
    page.show_snapshot(OrdersSnapshot((BOOTS, SUIT), NOW))
    page.show()
    return page


def test_each_row_says_whose_what_and_for_when(page: OrdersPage) -> None:
    model = page.list.lines()
    assert [model.index(row).data(ACCESSIBLE) for row in range(2)] == [
        "Late, Ms. Adaeze Okafor, Order · boots, Was promised for Wednesday, Entered and ordered.",
        "Mr. Richard Libin, Alteration · charcoal suit, Promised for today, 16:00,"
        " Ready and complete.",
    ]
    assert page.count.text() == "2 orders on their way, 1 late"


def test_the_first_one_is_shown_beside_the_list(page: OrdersPage) -> None:
    assert page.name.text() == "Ms. Adaeze Okafor"
    assert page.order.next.text() == "Is it ready?"
    assert page.order.ticked_by.text() == "Checked by Ed Marsh, yesterday"


def test_somebody_without_a_number_cannot_be_called(page: OrdersPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.name.text() == "Mr. Richard Libin"
    assert not page.call.isEnabled()


def test_space_ticks_what_is_asked_next(page: OrdersPage, qtbot: QtBot) -> None:
    page.focus_list()
    with qtbot.waitSignal(page.order.checked) as signal:
        qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert signal.args == [11]


def test_enter_opens_the_card_and_the_button_calls(page: OrdersPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.card_requested) as signal:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert signal.args == [11]
    with qtbot.waitSignal(page.call_requested) as signal:
        page.call.click()
    assert signal.args == [11]


def test_the_menu_moves_takes_back_and_cancels(page: OrdersPage, qtbot: QtBot) -> None:
    move, back, cancel = page.order.menu().actions()
    assert back.text() == "“Entered” wasn’t done yet"
    with qtbot.waitSignal(page.order.move_requested) as signal:
        move.trigger()
    assert signal.args == [BOOTS]
    with qtbot.waitSignal(page.order.unchecked) as signal:
        back.trigger()
    assert signal.args == [10]
    with qtbot.waitSignal(page.order.cancel_requested) as signal:
        cancel.trigger()
    assert signal.args == [BOOTS]


def test_the_selection_stays_on_its_order(page: OrdersPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    page.show_snapshot(OrdersSnapshot((SUIT, BOOTS), NOW))
    assert page.name.text() == "Mr. Richard Libin"
    page.show_snapshot(OrdersSnapshot((BOOTS,), NOW))
    assert page.name.text() == "Ms. Adaeze Okafor"


def test_without_orders_the_page_says_where_they_come_from(page: OrdersPage, qtbot: QtBot) -> None:
    page.show_snapshot(OrdersSnapshot((), NOW))
    assert page.empty.isVisible()
    assert not page.panel.isVisible()
    with qtbot.waitSignal(page.visit_requested):
        page.empty.action.click()


def test_what_is_cut_is_the_tooltip(qtbot: QtBot, page: OrdersPage) -> None:
    what = "a coat that is lengthened, with the lining of the one before it, " * 4
    page.show_snapshot(OrdersSnapshot((replace(BOOTS, what=what.strip()), SUIT), NOW))
    places = [page.list.visualRect(page.list.lines().index(row)).center() for row in range(2)]
    assert tooltip_at(qtbot, page.list, places[0]).endswith(what.strip())
    assert tooltip_at(qtbot, page.list, places[1]) == ""
