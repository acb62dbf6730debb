"""Tab goes through a page as one reads it, also where its buttons are made anew."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from followup_desktop.domain.caught import PromiseForm
from followup_desktop.domain.kinds import Fulfilment, Outcome
from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.room import RoomName
from tests.whole.day import Shop, a_shop

FRIDAY, THURSDAY = "2026-11-20T15:00", date(2026, 11, 26)


@pytest.fixture
def shop(data_dir: Path, qtbot: QtBot) -> Iterator[Shop]:
    """Somebody waits for an order, and for something that was promised."""
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        visit = NewVisit(
            name="Jun Hayashi",
            phone="6465550188",
            items=("Navy suit",),
            fulfilment=Fulfilment.ORDER,
            promised_on=THURSDAY,
        )
        made = shop.desk.do(shop.services.visits.record, visit)
        assert made is not None
        promise = PromiseForm("the name of the dry cleaner", THURSDAY)
        shop.desk.do(shop.services.keeping.note, made.customer_id, promise)
        yield shop


def here() -> str:
    """The name of what has the keyboard."""
    widget = QApplication.focusWidget()
    return "" if widget is None else widget.objectName()


def stops(shop: Shop, count: int) -> list[str]:
    """The names of what Tab comes to."""
    names = []
    for _tab in range(count):
        shop.press(Qt.Key.Key_Tab)
        names.append(here())
    return names


def test_what_can_be_done_about_a_promise_comes_before_the_call_below_it(shop: Shop) -> None:
    shop.desk.open_page(RoomName.PROMISES)
    shop.wait_for("promise_action_0")
    assert stops(shop, 5) == [
        "promise_action_0",
        "promise_action_1",
        "promise_action_2",
        "promise_call",
        "promise_open_card",
    ]


def test_the_steps_of_an_order_come_before_the_call_below_them(shop: Shop) -> None:
    shop.desk.open_page(RoomName.ORDERS)
    names = stops(shop, 16)
    steps = [place for place, name in enumerate(names) if name.startswith("order_steps_")]
    assert steps == list(range(steps[0], steps[-1] + 1))
    assert names[: steps[0]] == ["order_more", "order_next", "order_not_complete"]
    assert names[steps[-1] + 1 :][:2] == ["order_call", "order_open_card"]


def begin_call(shop: Shop) -> None:
    """The keyboard is where its first step begins."""
    customer = shop.services.customers.hits("Hayashi")[0]
    shop.desk.start_call(customer.id)
    shop.qtbot.waitUntil(lambda: here().startswith("purpose_"))


def until(names: list[str], last: str) -> list[str]:
    assert last in names, names
    return names[: names.index(last) + 1]


def test_every_button_of_the_plan_can_be_reached_and_tab_comes_round(shop: Shop) -> None:
    begin_call(shop)
    tile = here()
    first = until(stops(shop, 20), tile)
    assert first[0] == "call_desired"
    assert first[1].startswith("call_second_")
    assert first[2:5] == ["call_not_now", "call_next_script", "call_close"]
    assert first[-2:] == ["call_now", tile]


def test_the_lines_of_the_script_come_before_the_way_on(shop: Shop) -> None:
    begin_call(shop)
    shop.press(Qt.Key.Key_Return, control=True)
    shop.qtbot.waitUntil(lambda: here().startswith("script_line_"))
    names = until(stops(shop, 40), "call_next_bridge")
    lines = [place for place, name in enumerate(names) if name.startswith("script_line_")]
    assert lines
    assert lines[-1] < names.index("script_add")
    assert "call_close" not in names


def test_escape_leaves_the_plan_and_the_call_goes_on_where_it_was(shop: Shop) -> None:
    begin_call(shop)
    shop.press(Qt.Key.Key_Tab)
    shop.write(" and more")
    shop.press(Qt.Key.Key_Escape)
    assert not shop.sees("call_page")
    begin_call(shop)
    call = shop.services.calls.call(shop.clock(), shop.services.calls.unfinished(1)[0])
    assert call.desired.endswith(" and more")


def test_escape_leads_from_the_wrap_up_back_to_the_call_and_leaves_no_call(shop: Shop) -> None:
    begin_call(shop)
    shop.click("call_now")
    shop.wait_for("call_notes")
    shop.press(Qt.Key.Key_Return, control=True)
    shop.wait_for("wrap_outcome_talked")
    shop.click("wrap_outcome_talked")
    shop.press(Qt.Key.Key_Escape)
    shop.wait_for("call_notes")
    shop.press(Qt.Key.Key_Escape)
    assert shop.sees("call_notes"), "a slip of the hand ends nothing"
    call = shop.services.calls.call(shop.clock(), shop.services.calls.unfinished(1)[0])
    assert call.wrap_up.outcome is Outcome.TALKED
