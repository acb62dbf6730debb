"""A clerk's day without a mouse: everything that can be done with a follow-up, each taken back."""

from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from followup_desktop.domain.kinds import FollowUpStatus
from followup_desktop.domain.visit import NewVisit
from followup_desktop.store.rows import FollowUpRow
from followup_desktop.ui.kit.quiet_bar import QuietBar
from followup_desktop.ui.today.page import TodayPage
from tests.whole.day import Clock, Shop, a_shop

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FRIDAY, SATURDAY = "2026-11-20T15:00", "2026-11-21T10:40"


@pytest.fixture
def shop(data_dir: Path, qtbot: QtBot) -> Iterator[Shop]:
    """The day after two people bought something; Ed is here, and Noor works with him."""
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        shop.desk.do(shop.services.shop.add_clerk, "Noor Haddad")
        for name, phone in (("Jun Hayashi", "6465550188"), ("Ana Núñez", "2125550121")):
            visit = NewVisit(name=name, phone=phone, items=("Navy suit",))
            shop.desk.do(shop.services.visits.record, visit)
        shop.next_day(SATURDAY)
        yield shop


def page(shop: Shop) -> TodayPage:
    found = shop.page("today_page")
    assert isinstance(found, TodayPage)
    return found


def names(shop: Shop) -> list[str]:
    rows = page(shop).list.lines()
    spoken = [str(rows.index(at).data()) for at in range(rows.rowCount())]
    return [one.split(",")[0] for one in spoken if "," in one]


def follow_up() -> FollowUpRow:
    """The one the tests are about: Jun's, the first row."""
    return FollowUpRow.select().order_by(FollowUpRow.id).get()


def choose(shop: Shop, words: str) -> None:
    """In the menu that is open, by arrows and Enter."""
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    wanted = next(one for one in menu.actions() if one.text() == words)
    while menu.activeAction() is not wanted:
        shop.qtbot.keyClick(menu, Qt.Key.Key_Down)
    shop.qtbot.keyClick(menu, Qt.Key.Key_Return)


def skip(shop: Shop) -> None:
    shop.press(Qt.Key.Key_S)
    shop.type("skip_own_words", "on a journey")
    shop.press(Qt.Key.Key_Return)


def done(shop: Shop) -> None:
    shop.press(Qt.Key.Key_D)


def next_week(shop: Shop) -> None:
    shop.press(Qt.Key.Key_L)
    choose(shop, "Next week")


def on_a_day(shop: Shop) -> None:
    shop.press(Qt.Key.Key_L)
    choose(shop, "Pick a day…")
    shop.type("later_day", "tue")
    shop.type("later_time", "14:30")
    shop.press(Qt.Key.Key_Return)


def give(shop: Shop) -> None:
    shop.press(Qt.Key.Key_G)
    choose(shop, "Give to Noor Haddad")


def _is_skipped() -> bool:
    return follow_up().status is FollowUpStatus.SKIPPED


def _is_done() -> bool:
    return follow_up().status is FollowUpStatus.DONE


def _is_next_week() -> bool:
    return follow_up().due_on > date(2026, 11, 25)


def _is_on_the_day() -> bool:
    row = follow_up()
    return (row.due_on, row.due_time, row.is_timed) == (date(2026, 11, 24), time(14, 30), True)


def _is_given() -> bool:
    return follow_up().clerk.name == "Noor Haddad"


WAYS = [
    (skip, _is_skipped),
    (done, _is_done),
    (next_week, _is_next_week),
    (on_a_day, _is_on_the_day),
    (give, _is_given),
]


@pytest.mark.parametrize(("way", "took_place"), WAYS, ids=[way.__name__ for way, _ in WAYS])
def test_a_follow_up_goes_and_comes_back_by_ctrl_z(
    shop: Shop, way: Callable[[Shop], None], took_place: Callable[[], bool]
) -> None:
    assert names(shop) == ["Jun Hayashi", "Ana Núñez"]
    way(shop)
    assert took_place()
    assert names(shop) == ["Ana Núñez"]
    assert not shop.open_sheets()
    shop.window.activateWindow()
    shop.press(Qt.Key.Key_Z, control=True)
    assert not took_place()
    assert names(shop) == ["Jun Hayashi", "Ana Núñez"]


@pytest.mark.parametrize("way", [skip, done, give], ids=["skip", "done", "give"])
def test_a_follow_up_comes_back_by_the_bar(shop: Shop, way: Callable[[Shop], None]) -> None:
    way(shop)
    assert names(shop) == ["Ana Núñez"]
    (bar,) = shop.window.findChildren(QuietBar)
    assert bar.isVisible()
    shop.click("quiet_bar_action")
    assert names(shop) == ["Jun Hayashi", "Ana Núñez"]


def test_whoever_is_quick_sees_the_person_of_their_row(shop: Shop) -> None:
    """The first preview comes a moment after the rows."""
    shop.press(Qt.Key.Key_D)
    shop.qtbot.waitUntil(lambda: page(shop).preview.name.text() == "Ana Núñez")


def test_the_card_and_back(shop: Shop) -> None:
    shop.press(Qt.Key.Key_Down)
    shop.press(Qt.Key.Key_O)
    assert shop.sees("card_page")
    here = QApplication.focusWidget()
    assert here is not None
    shop.qtbot.keyClick(here, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    chosen = page(shop).list.entry()
    assert chosen is not None and chosen.row.due.name == "Ana Núñez"
    assert page(shop).list.hasFocus()


def test_a_begun_call_shows_on_its_row(shop: Shop) -> None:
    shop.press(Qt.Key.Key_Return)
    assert shop.sees("call_page")
    shop.click("call_close")
    chosen = page(shop).list.entry()
    assert chosen is not None and chosen.row.call_id is not None
    assert chosen.words.when == "day 1 · call begun"
    assert shop.page("start_call").accessibleName() == "Go on with the call"
    shop.press(Qt.Key.Key_Return)
    assert shop.sees("call_page")


def test_the_keys_of_a_follow_up_stand_in_the_help(shop: Shop) -> None:
    shop.press(Qt.Key.Key_F1)
    (sheet,) = shop.open_sheets()
    said = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Skip, with a reason", "Give to a colleague", "Find a customer"} <= said


def test_a_flood_is_counted_and_comes_up_as_one_goes_along(data_dir: Path, qtbot: QtBot) -> None:
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        for number in range(260):
            visit = NewVisit(name=f"Visitor {number:03}", phone="2125550121", items=("Navy suit",))
            shop.services.visits.record(Clock(FRIDAY)(), 1, visit)
        shop.next_day(SATURDAY)
        today = page(shop)
        assert today.count.text().startswith("9 follow-ups today, about 45 minutes.")
        assert "251 more for when there’s time: about 28 calm days." in today.count.text()
        shown = len(names(shop))
        assert today.more.text() == f"{260 - shown} more come up as you go along."
        shop.press(Qt.Key.Key_D)
        assert len(names(shop)) == shown
        assert today.progress_words.text() == "1 of 9 done"
        shop.press(Qt.Key.Key_End)
        chosen = today.list.entry()
        assert chosen is not None and chosen.row.due.name != "Visitor 001"


def test_after_the_first_visit_the_keyboard_is_still_on_the_page(
    data_dir: Path, qtbot: QtBot
) -> None:
    """The button that opened the form is gone by then."""
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        shop.press(Qt.Key.Key_Return)
        shop.wait_for("visit_who")
        for text in ("Jun Hayashi", "6465550188", "Navy suit"):
            shop.write(text)
            shop.press(Qt.Key.Key_Tab)
        shop.press(Qt.Key.Key_Return, control=True)
        here = QApplication.focusWidget()
        assert here is not None
        assert shop.page("today_page").isAncestorOf(here)
