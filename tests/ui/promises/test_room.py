"""The room of words given, on a real shop (M-19, M-20, M-38 … M-40)."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMainWindow
from pytestqt.qtbot import QtBot

from followup_desktop.domain.caught import ProblemForm, PromiseForm, ReferralForm
from followup_desktop.domain.kinds import Kind, ReferralState
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.rows import ProblemRow, PromiseRow
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet
from followup_desktop.ui.kit.dates import DateField, TimeField
from followup_desktop.ui.kit.fields import LineField, TextField
from followup_desktop.ui.promises.controller import PromisesController
from followup_desktop.ui.promises.entries import Part
from followup_desktop.ui.promises.page import PromisesPage
from followup_desktop.ui.room import Place, RoomName
from tests.services.world import at
from tests.ui.shop import NOW, desk_in

EARLIER = at("2026-11-17 11:00")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """Saturday. Ed and Ruth, who is the manager."""
    with desk_in(tmp_path / "data") as desk:
        ruth = desk.services.shop.add_clerk(EARLIER, 1, "Ruth Marsh").made_id or 0
        desk.services.shop.set_manager(EARLIER, 1, ruth, True)
        yield desk


@pytest.fixture
def jun(desk: Desk) -> int:
    made = desk.services.customers.add(EARLIER, 1, "Jun Hayashi", "212 555 0188")
    return made.customer_id or 0


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> Iterator[PromisesPage]:
    window = QMainWindow()
    qtbot.addWidget(window)
    page = PromisesPage(window)
    window.setCentralWidget(page)
    window.resize(1278, 708)
    page.room = PromisesController(desk, page)  # type: ignore[attr-defined]
    window.show()
    yield page


def enter(page: PromisesPage, part: Part = Part.PROMISES, row_id: int | None = None) -> None:
    page.room.enter(Place(RoomName.PROMISES, row_id, part))  # type: ignore[attr-defined]


def note(desk: Desk, jun: int, form: PromiseForm | ProblemForm | ReferralForm) -> int:
    return desk.services.keeping.note(EARLIER, 1, jun, form).made_id or 0


def rows(page: PromisesPage) -> list[str]:
    return [line.words() for line in page.list.lines().lines()]


def actions(page: PromisesPage) -> list[str]:
    return [button.text() for button in page.panel.buttons]


def act(page: PromisesPage, words: str) -> None:
    next(button for button in page.panel.buttons if button.text() == words).click()


def form(page: PromisesPage) -> FormSheet:
    return next(one for one in page.window().findChildren(FormSheet) if one.isVisible())


# Promises


def test_the_missed_ones_stand_on_top(page: PromisesPage, desk: Desk, jun: int) -> None:
    for what, day in (("the tie", 24), ("the trousers", 19), ("the belt", 21)):
        note(desk, jun, PromiseForm(what, date(2026, 11, day)))
    enter(page)
    assert rows(page) == [
        "Missed",
        "Ed Marsh · Thursday, Missed, Jun Hayashi, The trousers",
        "Waiting for us",
        "Ed Marsh · today, Today, Jun Hayashi, The belt",
        "Ed Marsh · Tuesday, Jun Hayashi, The tie",
    ]
    assert page.count.text() == "3 promises wait for us, 1 missed"
    assert page.panel.what.text() == "The trousers"
    assert "Call to say sorry" in page.panel.notes.text()


def test_kept_by_the_space_bar_and_back_by_undo(
    page: PromisesPage, desk: Desk, jun: int, qtbot: QtBot
) -> None:
    promise = note(desk, jun, PromiseForm("the tie", date(2026, 11, 24)))
    enter(page)
    qtbot.keyClick(page.list, Qt.Key.Key_Space)
    assert PromiseRow.get_by_id(promise).kept_at is not None
    assert rows(page)[0] == "Kept lately"
    assert actions(page) == []
    assert not page.panel.call.isVisible()
    desk.undo_last()
    assert rows(page)[0] == "Waiting for us"


def test_a_promise_moves_with_its_reason(
    page: PromisesPage, desk: Desk, jun: int, qtbot: QtBot
) -> None:
    note(desk, jun, PromiseForm("the tie", date(2026, 11, 24)))
    enter(page)
    act(page, "Move it…")
    sheet = form(page)
    day = sheet.findChild(DateField, "promise_day")
    why = sheet.findChild(LineField, "promise_why")
    assert day is not None and why is not None
    day.set_value(date(2026, 11, 27))
    qtbot.keyClicks(why, "The weaver is ill")
    sheet.save.click()
    assert "Moved from 24 Nov: The weaver is ill" in page.panel.notes.text()
    assert page.panel.when.text() == "Friday"


def test_a_call_that_was_put_off_says_so(page: PromisesPage, desk: Desk, jun: int) -> None:
    promise = note(desk, jun, PromiseForm("the tie", date(2026, 11, 21), time(15)))
    (call,) = open_of(promise=promise)
    desk.do(desk.services.today.move, call.id, date(2026, 11, 23))
    enter(page)
    assert page.panel.when.text() == "Today by 15:00"
    assert "Your call is put off to Monday. What you promised isn’t." in page.panel.notes.text()


def test_start_the_call_and_open_the_card(
    page: PromisesPage, desk: Desk, jun: int, qtbot: QtBot
) -> None:
    promise = note(desk, jun, PromiseForm("the tie", date(2026, 11, 24)))
    (call,) = open_of(promise=promise)
    enter(page)
    with qtbot.waitSignal(page.panel.call_requested) as signal:
        page.panel.call.click()
    assert signal.args == [jun, call.id]
    with qtbot.waitSignal(page.panel.card_requested) as signal:
        QTest.keyClick(page.list, Qt.Key.Key_Return)
    assert signal.args == [jun]


def test_mine_and_everybodys(page: PromisesPage, desk: Desk, jun: int) -> None:
    note(desk, jun, PromiseForm("the tie", date(2026, 11, 24), clerk_id=2))
    enter(page)
    assert page.whose.isVisible()
    page.whose.pill("mine").click()
    assert page.empty.isVisible()
    assert page.empty.title.text() == "Nothing of yours"
    page.empty.action.click()
    assert len(rows(page)) == 2


def test_where_nothing_is_the_room_says_what_comes_here(page: PromisesPage, jun: int) -> None:
    said = set()
    for part in Part:
        enter(page, part)
        assert page.empty.isVisible() and not page.panel.isVisible()
        assert not page.empty.action.isVisible()
        said.add(page.empty.title.text())
    assert len(said) == 3


# Problems


def test_a_problem_goes_through_its_steps(
    page: PromisesPage, desk: Desk, jun: int, qtbot: QtBot
) -> None:
    problem = note(desk, jun, ProblemForm("a seam came open"))
    enter(page, Part.PROBLEMS)
    assert "By when?" in rows(page)[1]
    assert actions(page) == ["How and by when…", "Solved", "Hand it over…"]
    act(page, "How and by when…")
    sheet = form(page)
    how = sheet.findChild(TextField, "problem_how")
    by = sheet.findChild(DateField, "problem_by")
    assert how is not None and by is not None
    how.set_text("Aldo sews it anew")
    by.set_value(date(2026, 11, 24))
    sheet.save.click()
    assert page.panel.when.text() == "To be right Tuesday"
    assert actions(page)[0] == "Solved"
    act(page, "Solved")
    assert rows(page)[0] == "To look at again"
    act(page, "It came back")
    assert rows(page)[0] == "Open"
    act(page, "Solved")
    act(page, "It stayed so")
    assert rows(page)[0] == "Stayed right"
    assert ProblemRow.get_by_id(problem).stayed_so_at is not None


def test_a_problem_is_handed_to_the_manager_with_a_time(
    page: PromisesPage, desk: Desk, jun: int, qtbot: QtBot
) -> None:
    problem = note(desk, jun, ProblemForm("a seam came open"))
    enter(page, Part.PROBLEMS)
    act(page, "Hand it over…")
    sheet = form(page)
    day = sheet.findChild(DateField, "hand_over_day")
    at_ = sheet.findChild(TimeField, "hand_over_time")
    assert day is not None and at_ is not None
    day.set_value(date(2026, 11, 23))
    assert not sheet.save.isEnabled(), "a manager calls at a time"
    at_.set_value(time(10, 30))
    sheet.save.click()
    (call,) = open_of(problem=problem)
    assert (call.clerk_id, call.due_on, call.due_time) == (2, date(2026, 11, 23), time(10, 30))
    assert "Ruth Marsh" in rows(page)[1]
    act(page, "I see to it")
    assert ProblemRow.get_by_id(problem).owner_id == 1


# Referrals


def test_a_referral_goes_on_by_hand_and_thanks_are_planned(
    page: PromisesPage, desk: Desk, jun: int
) -> None:
    note(desk, jun, ReferralForm("Kenji Mori", "212 555 0177", "cousin", "a suit", may_call=True))
    enter(page, Part.REFERRALS)
    assert rows(page)[1].endswith("May be called, Jun Hayashi sent Kenji Mori, Cousin · a suit")
    assert page.panel.call.text() == "Call Kenji Mori"
    assert page.panel.other_card.text() == "Open Kenji Mori’s card"
    assert page.panel.open_card.text() == "Open Jun Hayashi’s card"
    opened: list[int] = []
    page.panel.card_requested.connect(opened.append)
    page.panel.open_card.click()
    page.panel.other_card.click()
    (line,) = desk.services.keeping.referrals(NOW)
    assert opened == [jun, line.referred_id]
    assert not page.whose.isVisible()
    act(page, "Bought")
    assert way(page) == [
        ("✓", "Named", "Ed Marsh, Tuesday"),
        ("✓", "May be called", "Ed Marsh, Tuesday"),
        ("✓", "Called", ""),
        ("✓", "Came in", ""),
        ("✓", "Bought", "Ed Marsh, today"),
    ]
    assert page.panel.call.text() == "Thank Jun Hayashi"
    assert [one.kind for one in open_of(customer=jun)] == [Kind.THANK_REFERRER]
    act(page, "Came in")
    (line,) = desk.services.keeping.referrals(NOW)
    assert line.state is ReferralState.CAME_IN


def way(page: PromisesPage) -> list[tuple[str, ...]]:
    lines = (page.panel._steps.itemAt(i).widget() for i in range(page.panel._steps.count()))
    return [tuple(label.text() for label in one.findChildren(QLabel)) for one in lines if one]


def test_who_has_the_same_number_is_offered(page: PromisesPage, desk: Desk, jun: int) -> None:
    note(desk, jun, ReferralForm("Kenji", "212 555 0177"))
    mori = desk.services.customers.add(EARLIER, 1, "Mr. Mori", "212 555 0177").customer_id
    enter(page, Part.REFERRALS)
    assert "We have no leave to call" in page.panel.notes.text()
    act(page, "It is Mori")
    (line,) = desk.services.keeping.referrals(NOW)
    assert line.referred_id == mori
    assert page.panel.other_card.isVisible()


def test_another_list_begins_at_its_top(page: PromisesPage, desk: Desk, jun: int) -> None:
    for day in (24, 25, 26):
        note(desk, jun, PromiseForm("the tie", date(2026, 11, day)))
    note(desk, jun, ProblemForm("a seam"))
    second = note(desk, jun, ProblemForm("a button"))
    enter(page, Part.PROMISES)
    QTest.keyClick(page.list, Qt.Key.Key_Down)
    enter(page, Part.PROBLEMS)
    assert page.panel.what.text() == "A seam"
    enter(page, Part.PROBLEMS, second)
    assert page.panel.what.text() == "A button"
