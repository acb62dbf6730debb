"""Tab goes through a page as one reads it, also where its buttons are made anew."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from followup_desktop.domain.caught import PromiseForm
from followup_desktop.domain.kinds import Fulfilment
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


def stops(shop: Shop, count: int) -> list[str]:
    """The names of what Tab comes to."""
    names = []
    for _tab in range(count):
        shop.press(Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        names.append(here.objectName() if here is not None else "")
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
