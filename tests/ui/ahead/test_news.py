"""What's new on the page: noted, looked through, confirmed, taken back (M-41)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.kinds import FollowUpStatus, Kind
from followup_desktop.domain.visit import NewVisit
from followup_desktop.store.rows import FollowUpRow
from followup_desktop.ui.ahead.controller import AheadController
from followup_desktop.ui.ahead.page import AheadPage, Part
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet
from followup_desktop.ui.kit.lines import LineKind
from followup_desktop.ui.room import Place, RoomName
from tests.services.world import at

LONG_AGO = at("2024-11-20 12:00")
HERE = Place(RoomName.AHEAD, given=Part.NEWS)


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> AheadPage:
    page = AheadPage()
    qtbot.addWidget(page)
    controller = AheadController(desk, page)
    page.resize(1200, 700)
    page.show()
    controller.enter(HERE)
    return page


@pytest.fixture
def suits(desk: Desk) -> int:
    """A product group, and two who own a suit; one asked not to be called."""
    services = desk.services
    group = services.product_groups.add(LONG_AGO, 1, "Suits").made_id or 0
    for name in ("Jun Hayashi", "Ana Ruiz", "Mia Wolf"):
        visit = NewVisit(name=name, phone="+1 646 555 0188", items=("Navy suit",))
        customer = services.visits.record(LONG_AGO, 1, visit).customer_id or 0
        for row in FollowUpRow.select().where(FollowUpRow.customer == customer):
            services.today.skip(LONG_AGO, 1, row.id, "long done")
    services.customers.dont_call(LONG_AGO, 1, customer)
    return group


def sheet_of(page: QWidget) -> FormSheet:
    (sheet,) = [one for one in page.findChildren(FormSheet) if one.isVisible()]
    return sheet


def noted(desk: Desk, group: int, text: str = "unlined suits") -> None:
    assert desk.do(desk.services.updates.note, group, text) is not None


def shown(page: AheadPage) -> list[tuple[str, bool | None, str]]:
    lines = page.news.candidates.list.lines().lines()
    return [(one.title, one.ticked, one.second) for one in lines if one.kind is LineKind.ENTRY]


def planned() -> list[str]:
    rows = FollowUpRow.select().where(
        FollowUpRow.kind == Kind.SOMETHING_NEW, FollowUpRow.status == FollowUpStatus.OPEN
    )
    return sorted(row.customer.name for row in rows)


def test_a_shop_without_groups_is_led_to_them(desk: Desk, page: AheadPage) -> None:
    assert page.news.empty.title.text() == "Product groups come first"
    places: list[Place] = []
    desk.place_requested.connect(places.append)
    page.news.empty.action.click()
    assert places == [Place(RoomName.SETTINGS, given="groups")]


def test_something_new_is_noted_by_keyboard_alone(
    desk: Desk, suits: int, page: AheadPage, qtbot: QtBot
) -> None:
    assert page.news.empty.title.text() == "Nothing new yet"
    page.news.empty.action.click()
    sheet = sheet_of(page)
    qtbot.keyClicks(sheet.findChild(QWidget, "news_text"), "unlined suits")
    sheet.save.click()
    line = page.news.list.line()
    assert line is not None
    assert (line.title, line.second, line.badge) == (
        "Unlined suits",
        "Suits · since today",
        "3 to look at",
    )
    assert planned() == []


def test_each_line_says_why_and_who_is_left_out_says_why_not(
    desk: Desk, suits: int, page: AheadPage
) -> None:
    noted(desk, suits)
    assert shown(page) == [
        ("Jun Hayashi", True, "Never called yet"),
        ("Ana Ruiz", True, "Never called yet"),
        ("Mia Wolf", None, "Asked not to be called"),
    ]
    card = page.news.candidates
    assert card.plan.label() == "Plan 2 calls"
    assert card.spread.text() == "On Mon 23 Nov, as your day allows."
    assert card.detail.text() == "Suits · since today · 3 own an older one"


def test_only_who_is_ticked_is_planned_and_one_undo_takes_it_back(
    desk: Desk, suits: int, page: AheadPage, qtbot: QtBot
) -> None:
    noted(desk, suits)
    view = page.news.candidates.list
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert page.news.candidates.plan.label() == "Plan 1 call"
    page.news.candidates.plan.click()
    assert planned() == ["Ana Ruiz"]
    assert ("Ana Ruiz", None, "Planned or told already") in shown(page)
    desk.undo_last()
    assert planned() == []
    assert ("Ana Ruiz", True, "Never called yet") in shown(page)


def test_what_was_ticked_stays_so_while_something_else_changes(
    desk: Desk, suits: int, page: AheadPage, qtbot: QtBot
) -> None:
    noted(desk, suits)
    view = page.news.candidates.list
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    desk.do(desk.services.customers.add, "Kim Lee", "+1 646 555 0190")
    assert [ticked for _name, ticked, _why in shown(page)] == [False, True, None]


def test_a_click_ticks_and_enter_opens_the_card(
    desk: Desk, suits: int, page: AheadPage, qtbot: QtBot
) -> None:
    noted(desk, suits)
    view = page.news.candidates.list
    index = view.lines().index(view.lines().entry_near(0))
    qtbot.mouseClick(
        view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center()
    )
    assert shown(page)[0][1] is False
    places: list[Place] = []
    desk.place_requested.connect(places.append)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert places == [Place(RoomName.CARD, 1)]


def test_nobody_ticked_plans_nothing(desk: Desk, suits: int, page: AheadPage, qtbot: QtBot) -> None:
    noted(desk, suits)
    view = page.news.candidates.list
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Space)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Space)
    assert not page.news.candidates.plan.isEnabled()
    assert page.news.candidates.plan.label() == "Nobody is ticked"
    assert page.news.candidates.spread.text() == "Nothing is planned before you say so."


def test_a_group_that_nobody_bought_of_says_so(desk: Desk, suits: int, page: AheadPage) -> None:
    hats = desk.services.product_groups.add(desk.now(), 1, "Hats").made_id or 0
    noted(desk, hats, "felt hats")
    assert shown(page) == []
    assert page.news.candidates.nobody.text() == "Nobody owns an older one yet."
    assert not page.news.candidates.plan.isEnabled()


def test_a_note_is_changed_and_taken_away_and_each_taken_back(
    desk: Desk, suits: int, page: AheadPage, qtbot: QtBot
) -> None:
    noted(desk, suits)
    page.news.candidates.change.click()
    sheet = sheet_of(page)
    qtbot.keyClicks(sheet.findChild(QWidget, "news_text"), " for summer")
    sheet.save.click()
    assert page.news.candidates.name.text() == "Unlined suits for summer"
    page.news.candidates.change.click()
    sheet_of(page).remove.click()
    assert page.news.empty.isVisible()
    desk.undo_last()
    assert page.news.candidates.name.text() == "Unlined suits for summer"
    desk.undo_last()
    assert page.news.candidates.name.text() == "Unlined suits"


def test_too_many_are_counted(
    desk: Desk, suits: int, page: AheadPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("followup_desktop.services.updates.LIMIT", 2)
    noted(desk, suits)
    lines = page.news.candidates.list.lines().lines()
    assert lines[-1].title == "1 more owns one. They come when these are planned."
    assert len(shown(page)) == 2


def test_what_is_due_to_renew_stands_under_its_own_heading(
    desk: Desk, suits: int, page: AheadPage
) -> None:
    desk.do(desk.services.product_groups.change, suits, renew_months=24)
    lines = [(one.title, one.second) for one in page.news.list.lines().lines()]
    assert lines == [("Time to renew", ""), ("Suits", "Bought 2 years ago or before")]
    assert page.news.candidates.name.text() == "Time to renew: Suits"
    assert not page.news.candidates.change.isVisible()
    page.news.candidates.plan.click()
    rows = FollowUpRow.select().where(FollowUpRow.kind == Kind.TIME_TO_RENEW)
    assert sorted(row.customer.name for row in rows) == ["Ana Ruiz", "Jun Hayashi"]


def test_all_are_ticked_or_nobody_at_once(desk: Desk, suits: int, page: AheadPage) -> None:
    noted(desk, suits)
    card = page.news.candidates
    assert card.all.label() == "Tick nobody"
    card.all.click()
    assert [ticked for _name, ticked, _why in shown(page)] == [False, False, None]
    assert card.all.label() == "Tick them all"
    card.all.click()
    assert [ticked for _name, ticked, _why in shown(page)] == [True, True, None]
    assert card.plan.label() == "Plan 2 calls"
