"""Somebody else comes in while a visit is half recorded: neither form is lost."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from followup_desktop.domain.visit import NewVisit
from followup_desktop.store.rows import CustomerRow, DraftRow
from followup_desktop.ui.visit.page import VisitPage
from tests.whole.day import Clock, Shop, a_shop

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FRIDAY = "2026-11-20T15:00"


def form(shop: Shop) -> VisitPage:
    page = shop.page("visit_page")
    assert isinstance(page, VisitPage)
    return page


def half_a_visit(shop: Shop, name: str) -> None:
    shop.press(Qt.Key.Key_N, control=True)
    shop.write(name)
    shop.press(Qt.Key.Key_Escape)
    assert not shop.open_sheets()


def jun_at_the_desk(shop: Shop) -> int:
    visit = NewVisit(name="Jun Hayashi", phone="6465550188", items=("Navy suit",))
    return shop.services.visits.record(shop.clock(), 1, visit).customer_id or 0


def test_a_visit_from_a_card_lays_the_first_one_aside(data_dir: Path, qtbot: QtBot) -> None:
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        jun = jun_at_the_desk(shop)
        half_a_visit(shop, "Ana")
        shop.desk.record_visit(NewVisit(customer_id=jun, name="Jun Hayashi"))
        assert form(shop).who.text() == "Jun Hayashi"
        shop.type("visit_items_line", "Silk tie")
        shop.press(Qt.Key.Key_Return, control=True)
        assert not shop.open_sheets()
        shop.press(Qt.Key.Key_N, control=True)
        assert form(shop).who.text() == "Ana"


def test_looking_at_the_form_from_a_card_changes_nothing(data_dir: Path, qtbot: QtBot) -> None:
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        jun = jun_at_the_desk(shop)
        half_a_visit(shop, "Ana")
        shop.desk.record_visit(NewVisit(customer_id=jun, name="Jun Hayashi"))
        shop.press(Qt.Key.Key_Escape)
        shop.press(Qt.Key.Key_N, control=True)
        assert form(shop).who.text() == "Ana"


def test_both_survive_a_kill_and_are_taken_up_one_after_the_other(
    data_dir: Path, qtbot: QtBot
) -> None:
    shop = Shop(data_dir, Clock(FRIDAY), qtbot)
    jun = jun_at_the_desk(shop)
    half_a_visit(shop, "Ana")
    shop.desk.record_visit(NewVisit(customer_id=jun, name="Jun Hayashi"))
    shop.type("visit_items_line", "Silk tie")
    qtbot.waitUntil(lambda: DraftRow.select().count() == 2, timeout=2000)
    shop.kill()

    with a_shop(data_dir, "2026-11-20T15:05", qtbot) as again:
        again.press(Qt.Key.Key_N, control=True)
        assert form(again).visit().items == ("Silk tie",)
        again.press(Qt.Key.Key_Return, control=True)
        assert not again.open_sheets()
        again.press(Qt.Key.Key_N, control=True)
        assert form(again).who.text() == "Ana"
        again.click("visit_afresh")
        assert form(again).visit() == NewVisit()
        assert QApplication.focusWidget() is form(again).who
        again.press(Qt.Key.Key_Escape)
        assert DraftRow.select().count() == 0
        assert CustomerRow.select().count() == 1


def test_starting_afresh_keeps_what_was_laid_aside(data_dir: Path, qtbot: QtBot) -> None:
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        jun = jun_at_the_desk(shop)
        half_a_visit(shop, "Ana")
        shop.desk.record_visit(NewVisit(customer_id=jun, name="Jun Hayashi"))
        shop.type("visit_items_line", "Silk tie")
        shop.press(Qt.Key.Key_Escape)
        shop.press(Qt.Key.Key_N, control=True)
        shop.click("visit_afresh")
        shop.write("Zora")
        shop.press(Qt.Key.Key_Escape)
        names = []
        for _ in range(2):
            shop.press(Qt.Key.Key_N, control=True)
            names.append(form(shop).who.text())
            shop.click("visit_afresh")
            shop.press(Qt.Key.Key_Escape)
        assert names == ["Zora", "Ana"]
