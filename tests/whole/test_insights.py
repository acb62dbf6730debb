"""A clerk looks at what following up brings, by keyboard alone (M-67 … M-70, M-74)."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.call import WrapUp
from followup_desktop.domain.kinds import CallStep, FactKind, Outcome, PurposeReached
from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.customers.page import CustomersPage
from followup_desktop.ui.insights.concerns_view import ConcernsView
from followup_desktop.ui.insights.page import InsightsPage
from followup_desktop.ui.insights.short_view import ShortView
from followup_desktop.ui.kit import theme
from tests.services.world import at
from tests.whole.day import Shop, a_shop

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")

FRIDAY = "2026-11-20T15:00"
ED = 1


@pytest.fixture(autouse=True)
def patient(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a busy machine too the page is counted before the hand goes on."""
    monkeypatch.setattr("followup_desktop.ui.insights.counting.PATIENCE", 30)


def insights(shop: Shop) -> InsightsPage:
    page = shop.page("insights_page")
    assert isinstance(page, InsightsPage)
    return page


def short(shop: Shop) -> ShortView:
    (view,) = insights(shop).findChildren(ShortView)
    return view


def here() -> str:
    widget = QApplication.focusWidget()
    return widget.objectName() if widget is not None else ""


def tab_to(shop: Shop, name: str) -> None:
    for _ in range(40):
        if here() == name:
            return
        shop.press(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab does not lead to {name}")


def talked(shop: Shop, moment: str, who: int) -> None:
    now, calls = at(moment), shop.services.calls
    call_id = calls.begin(now, ED, who).made_id or 0
    for step in (CallStep.CALL, CallStep.WRAP_UP):
        calls.go(now, call_id, step)
    answers = WrapUp(outcome=Outcome.TALKED, purpose_reached=PurposeReached.REACHED)
    calls.answer(now, call_id, answers)
    calls.finish(now, ED, call_id)


def test_from_the_rail_to_whom_nobody_called(data_dir: Path, qtbot: QtBot) -> None:
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        for name in ("Jun Hayashi", "Ana Ruiz"):
            visit = NewVisit(name=name, phone="6465550188", items=("Navy suit",))
            shop.services.visits.record(at("2026-11-10 12:00"), ED, visit)
        talked(shop, "2026-11-11 10:00", 1)
        shop.page("nav_insights").setFocus()
        shop.press(Qt.Key.Key_Space)
        assert here() == "calls_chart"
        shop.press(Qt.Key.Key_Left)
        shop.press(Qt.Key.Key_Left)
        assert short(shop).calls.said.text() == "9 Nov to 15 Nov: 1 call, 1 talked"
        tab_to(shop, "insights_never_contacted")
        shop.press(Qt.Key.Key_Space)
        customers = shop.page("customers_page")
        assert isinstance(customers, CustomersPage)
        entry = customers.list.entry()
        assert entry is not None
        assert entry.line.name == "Ana Ruiz"


def test_a_new_shop_goes_from_here_to_its_first_visit(data_dir: Path, qtbot: QtBot) -> None:
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        shop.press(Qt.Key.Key_6, control=True)
        assert here() == "insights_empty_visit"
        shop.press(Qt.Key.Key_Space)
        assert shop.open_sheets()


def test_another_clerk_sees_their_own_and_no_colleagues(data_dir: Path, qtbot: QtBot) -> None:
    """M-74: of two, the clerk has no way to the shop's numbers, for they would tell Ed's."""
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        ana = shop.services.shop.add_clerk(shop.clock(), ED, "Ana Lopez").made_id
        visit = NewVisit(name="Jun Hayashi", phone="6465550188", items=("Navy suit",))
        shop.services.visits.record(at("2026-11-10 12:00"), ED, visit)
        talked(shop, "2026-11-11 10:00", 1)
        shop.press(Qt.Key.Key_6, control=True)
        assert short(shop).reached.number.text() == "1 of 1"
        shop.desk.switch_clerk(ana)
        assert insights(shop).subtitle.text() == "Ana Lopez’s own, last 12 weeks"
        assert not shop.sees("insights_whose")
        assert short(shop).empty.isVisible()


@pytest.fixture
def largest_text(qapp: QApplication) -> Iterator[None]:
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.LARGEST)
    yield
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.NORMAL)


@pytest.mark.usefixtures("largest_text")
def test_every_page_fits_on_the_rail(data_dir: Path, qtbot: QtBot) -> None:
    """On a small screen, 1366 × 768, with the largest text too."""
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        rail = shop.page("rail")
        assert rail.minimumSizeHint().height() <= 768
        buttons = [one for one in rail.findChildren(QWidget) if one.objectName().startswith("nav_")]
        assert len(buttons) == 7
        assert all(one.height() >= one.sizeHint().height() for one in buttons)


def test_from_the_words_to_the_card_and_through_the_scorecard(data_dir: Path, qtbot: QtBot) -> None:
    """M-71, M-72."""
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        visit = NewVisit(name="Jun Hayashi", phone="6465550188", items=("Navy suit",))
        shop.services.visits.record(at("2026-11-10 12:00"), ED, visit)
        for kind in (FactKind.NEED, FactKind.THEIR_WORDS):
            then = at("2026-11-11 10:00")
            shop.services.customers.add_fact(then, ED, 1, kind, "A belt that lasts")
        shop.page("nav_insights").setFocus()
        shop.press(Qt.Key.Key_Space)
        page = insights(shop)
        page.tabs.setFocus()
        shop.press(Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: shop.sees("said_list"))
        for name in ("said_groups", "said_search", "said_kinds_every", "said_list"):
            tab_to(shop, name)
        shop.press(Qt.Key.Key_Return)
        shop.wait_for("card_page")
        shop.desk.go_back()
        page.tabs.setFocus()
        shop.press(Qt.Key.Key_Right)
        qtbot.waitUntil(lambda: shop.sees("concerns_table"))
        tab_to(shop, "concerns_table")
        shop.press(Qt.Key.Key_Down)
        (view,) = page.findChildren(ConcernsView)
        assert view.count.text().startswith("Contact numbers and best times, November 2026: 0 of 1")
