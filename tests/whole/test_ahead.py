"""Two days with the room Ahead: what has come in is told to who may like it, and the book leads
to the order (M-41, M-73)."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.kinds import FollowUpStatus, Kind
from followup_desktop.domain.visit import NewVisit
from followup_desktop.store.rows import FollowUpRow, ItemRow
from followup_desktop.ui.ahead.page import AheadPage
from followup_desktop.ui.today.list_view import TodayList
from tests.services.world import at
from tests.whole.day import Shop, a_shop

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FRIDAY, SATURDAY = "2026-11-20T15:00", "2026-11-21T11:00"


def two_owners(shop: Shop) -> None:
    """They bought a suit long ago; nothing is open any more."""
    long_ago = at("2024-11-20 12:00")
    for name in ("Jun Hayashi", "Ana Ruiz"):
        visit = NewVisit(name=name, phone="6465550188", items=("Navy suit",))
        shop.services.visits.record(long_ago, 1, visit)
    for row in FollowUpRow.select():
        shop.services.today.skip(long_ago, 1, row.id, "long done")


def ahead(shop: Shop) -> AheadPage:
    page = shop.page("ahead_page")
    assert isinstance(page, AheadPage)
    return page


def held(shop: Shop, key: Qt.Key) -> None:
    shop.press(key, control=True)


def test_what_has_come_in_is_told_by_keyboard_alone(data_dir: Path, qtbot: QtBot) -> None:
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        two_owners(shop)
        # A group, which takes in what was sold before.
        held(shop, Qt.Key.Key_5)
        shop.press(Qt.Key.Key_Tab)
        ahead(shop).tabs.setFocus()
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
        ahead(shop).news.focus_list()
        shop.press(Qt.Key.Key_Return)
        shop.click("add_first_group")
        shop.write("Suits")
        shop.press(Qt.Key.Key_Return)
        assert not shop.open_sheets()
        assert ItemRow.select().where(ItemRow.product_group.is_null()).count() == 0
        # The news, and the list that it makes.
        held(shop, Qt.Key.Key_5)
        shop.press(Qt.Key.Key_Return)
        shop.write("unlined suits")
        shop.press(Qt.Key.Key_Return)
        assert not shop.open_sheets()
        page = ahead(shop)
        page.news.candidates.list.setFocus()
        shop.press(Qt.Key.Key_Space)
        page.news.candidates.plan.setFocus()
        shop.press(Qt.Key.Key_Return)
        rows = FollowUpRow.select().where(FollowUpRow.status == FollowUpStatus.OPEN)
        (row,) = rows
        assert (row.kind, row.customer.name) == (Kind.SOMETHING_NEW, "Ana Ruiz")
        # The day after it stands in the day's list, and says why.
        shop.next_day(SATURDAY)
        held(shop, Qt.Key.Key_1)
        today = shop.page("today_list")
        assert isinstance(today, TodayList)
        entry = today.entry()
        assert entry is not None
        assert entry.words.why == "Something new: Unlined suits"


def test_a_visits_order_is_in_the_book_and_leads_to_its_page(data_dir: Path, qtbot: QtBot) -> None:
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        shop.services.product_groups.add(shop.clock(), 1, "Suits", care_tip="Brush it")
        held(shop, Qt.Key.Key_N)
        shop.write("Jun Hayashi")
        shop.press(Qt.Key.Key_Tab)
        shop.write("6465550188")
        shop.press(Qt.Key.Key_Tab)
        shop.write("Navy suit")
        shop.wait_for("visit_group")
        # The practised hand goes on to the next field, past the group.
        shop.press(Qt.Key.Key_Tab)
        here = QApplication.focusWidget()
        assert here is not None
        assert here.objectName() == "visit_occasion"
        for widget in shop.window.findChildren(QWidget, "visit_fulfilment"):
            widget.choose("alteration")  # type: ignore[attr-defined]
            widget.chosen.emit("alteration")  # type: ignore[attr-defined]
        shop.type("visit_ready_on", "25 nov")
        held(shop, Qt.Key.Key_Return)
        assert not shop.open_sheets()
        assert [item.product_group.name for item in ItemRow.select()] == ["Suits"]
        held(shop, Qt.Key.Key_5)
        shop.press(Qt.Key.Key_Home)
        shop.press(Qt.Key.Key_Return)
        assert shop.sees("orders_page")
