"""A day with two clerks at one PC: changing over, handing over, and the manager's look (M-49,
M-74)."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from followup_desktop.domain.visit import NewVisit
from followup_desktop.store.rows import FollowUpRow
from followup_desktop.ui.room import RoomName
from followup_desktop.ui.today.list_model import ENTRY, Entry
from followup_desktop.ui.today.list_view import TodayList
from followup_desktop.ui.visit.page import VisitPage
from tests.whole.day import Shop, a_shop

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

ANA_S, ED_S = Qt.Key.Key_1, Qt.Key.Key_2
"""By name, in the menu."""
FRIDAY, SATURDAY = "2026-11-20T15:00", "2026-11-21T11:00"


def rows(shop: Shop) -> list[str]:
    today = shop.page("today_list")
    assert isinstance(today, TodayList)
    model = today.lines()
    entries = (model.index(row).data(ENTRY) for row in range(model.rowCount()))
    return [entry.words.name for entry in entries if isinstance(entry, Entry)]


def changed_over(shop: Shop, digit: Qt.Key) -> None:
    """The menu is open already; Ctrl+Shift+C opens it, and waits until it is closed."""
    menu = shop.window.frame.top_bar.clerk.menu_shown
    menu.popup(shop.window.pos())
    shop.qtbot.keyClick(menu, digit)


def test_two_clerks_share_a_day(data_dir: Path, qtbot: QtBot) -> None:
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        shop.desk.do(shop.services.shop.add_clerk, "Ana Lopez")
        visit = NewVisit(name="Jun Hayashi", phone="6465550188", items=("Navy suit",))
        jun = shop.services.visits.record(shop.clock(), 1, visit).customer_id
        # Ana is at the desk now, and Jun comes in again: Ed looks after him.
        changed_over(shop, ANA_S)
        assert shop.desk.clerk_id == 2
        shop.desk.record_visit(NewVisit(customer_id=jun, name="Jun Hayashi"))
        shop.type("visit_items_line", "Silk tie")
        page = shop.page("visit_page")
        assert isinstance(page, VisitPage)
        qtbot.waitUntil(lambda: "Ed Marsh" in page.plan.title.text())
        shop.press(Qt.Key.Key_Return, control=True)
        assert {row.clerk_id for row in FollowUpRow.select()} == {1}
        # The next morning Ed's list has him, and Ana's doesn't.
        shop.next_day(SATURDAY)
        shop.desk.open_page(RoomName.TODAY)
        assert not shop.sees("today_list") or rows(shop) == []
        assert not shop.sees("today_everybody")
        changed_over(shop, ED_S)
        assert rows(shop)
        # Ed goes home: Ana takes over what is due, and he still sees the shop's day.
        shop.window.frame.top_bar.clerk.give_requested.emit()
        shop.click("give_all_confirm")
        assert not shop.sees("today_list") or rows(shop) == []
        shop.wait_for("today_everybody")
        shop.click("today_everybody")
        assert rows(shop)
        shop.click("today_everybody")
        assert not shop.sees("today_list") or rows(shop) == []
