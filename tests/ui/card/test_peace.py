"""The card says why a call waits, who is left in peace, and why nothing more is needed (M-24, M-31,
M-47)."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.kinds import Direction, Kind
from followup_desktop.ui.card.controller import CardController
from followup_desktop.ui.card.page import CardPage
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet
from followup_desktop.ui.kit.dates import DateField
from followup_desktop.ui.kit.fields import LineField, TextField
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.room import Place, RoomName


@pytest.fixture
def customer_id(desk: Desk) -> int:
    made = desk.do(desk.services.customers.add, "Jun Hayashi", "212 555 0143")
    assert made is not None and made.customer_id is not None
    return made.customer_id


@pytest.fixture
def page(desk: Desk, customer_id: int, qtbot: QtBot) -> Iterator[CardPage]:
    window = QWidget()
    qtbot.addWidget(window)
    page = CardPage(window)
    page.resize(1200, 700)
    window.resize(1200, 700)
    window.show()
    CardController(desk, page).enter(Place(RoomName.CARD, customer_id))
    yield page


def form(page: CardPage) -> FormSheet:
    (sheet,) = [one for one in page.window().findChildren(FormSheet) if one.isVisible()]
    return sheet


def find(sheet: QWidget, kind: type[QWidget], name: str) -> QWidget:
    found = sheet.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def test_nothing_more_is_needed_with_a_reason(page: CardPage, desk: Desk) -> None:
    assert page.coming.hint.text() == "No next step yet."
    texts = [action.text() for action in page.header.menu().actions()]
    assert "Nothing more is needed…" in texts
    page.header.settle_requested.emit()
    sheet = form(page)
    assert not sheet.save.isEnabled()
    why = find(sheet, LineField, "settle_why")
    assert isinstance(why, LineField)
    why.setText("Moved to Lisbon")
    sheet.save.click()
    assert page.coming.hint.text() == "Nothing more needed: Moved to Lisbon"
    desk.undo_last()
    assert page.coming.hint.text() == "No next step yet."


def test_left_in_peace_until_a_day(page: CardPage, desk: Desk, customer_id: int) -> None:
    desk.do(desk.services.today.plan, customer_id, Kind.THANK_YOU, date(2026, 11, 23))
    page.header.edit.click()
    sheet = form(page)
    day = find(sheet, DateField, "rest_until")
    assert isinstance(day, DateField)
    day.set_value(date(2026, 12, 24))
    sheet.save.click()
    assert "Left in peace until 24 Dec" in [row.text for row in page.reaching.rows.rows()]
    (coming,) = page.coming.rows.rows()
    assert coming.detail == "Thank you · in peace until 24 Dec"


def test_what_was_put_aside_says_so_on_the_card(
    page: CardPage, desk: Desk, customer_id: int
) -> None:
    desk.do(desk.services.today.plan, customer_id, Kind.THANK_YOU, date(2026, 12, 1))
    desk.do(desk.services.rules.pause, Kind.THANK_YOU, True)
    (coming,) = page.coming.rows.rows()
    assert coming.detail == "Thank you · put aside"


def test_a_text_of_last_week_that_nobody_answered(page: CardPage, desk: Desk) -> None:
    page.header.log_requested.emit(Direction.TEXT)
    sheet = form(page)
    text, on, answered = (
        find(sheet, kind, name)
        for kind, name in (
            (TextField, "log_text"),
            (DateField, "log_on"),
            (Tick, "log_was_reached"),
        )
    )
    assert isinstance(text, TextField) and isinstance(on, DateField) and isinstance(answered, Tick)
    assert on.value() == desk.now().day
    text.set_text("It is ready")
    on.set_value(date(2026, 11, 16))
    answered.click()
    sheet.save.click()
    assert "Last contact: never" in [row.text for row in page.reaching.rows.rows()]
    assert not page.coming.rows.rows()


def test_a_talk_of_last_week_stands_on_its_day(page: CardPage) -> None:
    page.header.log_requested.emit(Direction.IN_SHOP)
    sheet = form(page)
    text, on = find(sheet, TextField, "log_text"), find(sheet, DateField, "log_on")
    assert isinstance(text, TextField) and isinstance(on, DateField)
    text.set_text("Likes the new hats")
    on.set_value(date(2026, 11, 16))
    sheet.save.click()
    assert "Last contact: Monday" in [row.text for row in page.reaching.rows.rows()]
    assert not page.coming.rows.rows()
