"""The room: its choosers by role, where its figures lead, and counting that takes a while."""

import gc
from collections.abc import Callable
from datetime import date
from threading import Event, current_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from followup_desktop.domain.call import WrapUp
from followup_desktop.domain.customer_list import CustomerFilter
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.insights.asked import Period, Whose
from followup_desktop.domain.kinds import CallStep, Direction, Outcome, PurposeReached
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.services.insights import Insights
from followup_desktop.store.store import Store
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.insights.controller import InsightsController
from followup_desktop.ui.insights.counting import Counting
from followup_desktop.ui.insights.page import InsightsPage
from followup_desktop.ui.insights.parts import Part
from followup_desktop.ui.insights.short_view import ShortView
from followup_desktop.ui.room import Place, RoomName
from tests.ui.kit.keyboard import focused, press, show_active

HERE = Place(RoomName.INSIGHTS)
ED = 1


class Room:
    def __init__(self, desk: Desk, qtbot: QtBot) -> None:
        self.desk = desk
        self.page = InsightsPage()
        qtbot.addWidget(self.page)
        self.page.resize(1280, 700)
        self.page.show()
        self.controller = InsightsController(desk, self.page)
        self.controller.enter(HERE)

    @property
    def short(self) -> ShortView:
        (view,) = self.page.findChildren(ShortView)
        return view

    def choose(self, period: Period | None = None, whose: Whose | None = None) -> None:
        """As with the hand: the chosen one is shown, then said."""
        for picker, value in ((self.page.period, period), (self.page.whose, whose)):
            if value is not None:
                picker.choose(value)
                picker.chosen.emit(value)

    def whose(self) -> list[str]:
        """What can be chosen; nothing where nothing is asked."""
        picker = self.page.whose
        return [picker.itemText(place) for place in range(picker.count()) if picker.isVisible()]


@pytest.fixture
def add_clerk(desk: Desk) -> Callable[[str], int]:
    def add(name: str) -> int:
        return desk.services.shop.add_clerk(desk.now(), ED, name).made_id or 0

    return add


def seated(store: Store, desk: Desk, clerk_id: int) -> Desk:
    return Desk(Services(store), desk.now, store.undo, clerk_id=clerk_id)


def bought(desk: Desk, on: date | None = None) -> int:
    visit = NewVisit(name="Jun Hayashi", phone="+1 212 555 0143", items=("Navy suit",))
    return desk.services.visits.record(desk.now(), desk.clerk_id, visit).customer_id or 0


def talked(desk: Desk, customer: int) -> None:
    calls, now = desk.services.calls, desk.now()
    call_id = calls.begin(now, ED, customer).made_id or 0
    for step in (CallStep.CALL, CallStep.WRAP_UP):
        calls.go(now, call_id, step)
    reached = WrapUp(outcome=Outcome.TALKED, purpose_reached=PurposeReached.REACHED)
    calls.answer(now, call_id, reached)
    calls.finish(now, ED, call_id)


# Whose numbers (M-74) -----------------------------------------------------------------------------


def test_alone_nobody_is_asked_whose_numbers_are_meant(desk: Desk, qtbot: QtBot) -> None:
    room = Room(desk, qtbot)
    assert room.whose() == []
    assert room.page.subtitle.text() == "The shop, last 12 weeks"


def test_a_manager_begins_with_the_shops(
    desk: Desk, qtbot: QtBot, add_clerk: Callable[[str], int]
) -> None:
    add_clerk("Ana Lopez")
    room = Room(desk, qtbot)
    assert room.whose() == ["Everyone", "Only mine"]
    assert room.page.subtitle.text() == "The shop, last 12 weeks"


def test_a_clerk_begins_with_their_own_and_may_see_the_shops(
    desk: Desk, store: Store, qtbot: QtBot, add_clerk: Callable[[str], int]
) -> None:
    ana = add_clerk("Ana Lopez")
    add_clerk("Zoe Hart")
    room = Room(seated(store, desk, ana), qtbot)
    assert room.whose() == ["Only mine", "Everyone"]
    assert room.page.subtitle.text() == "Ana Lopez’s own, last 12 weeks"
    room.choose(whose=Whose.SHOP)
    assert room.page.subtitle.text() == "The shop, last 12 weeks"


def test_no_colleague_is_named_anywhere_on_the_page(
    desk: Desk, store: Store, qtbot: QtBot, add_clerk: Callable[[str], int]
) -> None:
    """M-74: no ranking of clerks."""
    ana = add_clerk("Ana Lopez")
    add_clerk("Zoe Hart")
    bought(desk)
    for clerk, colleagues in ((ana, ("Ed", "Zoe")), (ED, ("Ana", "Zoe"))):
        room = Room(seated(store, desk, clerk), qtbot)
        shown = [one.text() for one in room.page.findChildren(type(room.page.subtitle))]
        assert not [text for text in shown for name in colleagues if name in text]


def test_of_two_the_clerk_is_asked_nothing_and_sees_their_own(
    desk: Desk, store: Store, qtbot: QtBot, add_clerk: Callable[[str], int]
) -> None:
    room = Room(seated(store, desk, add_clerk("Ana Lopez")), qtbot)
    assert room.whose() == []
    assert room.page.subtitle.text().startswith("Ana Lopez’s own")


def test_whoever_sits_down_sees_what_is_theirs(
    desk: Desk, qtbot: QtBot, add_clerk: Callable[[str], int]
) -> None:
    ana = add_clerk("Ana Lopez")
    add_clerk("Zoe Hart")
    room = Room(desk, qtbot)
    room.choose(whose=Whose.MINE)
    assert room.page.subtitle.text().startswith("Ed Marsh’s own")
    desk.switch_clerk(ana)
    assert room.page.subtitle.text().startswith("Ana Lopez’s own")
    desk.switch_clerk(ED)
    assert room.page.subtitle.text().startswith("Ed Marsh’s own")


# What is shown ------------------------------------------------------------------------------------


def test_another_time_is_counted_at_once(desk: Desk, qtbot: QtBot) -> None:
    bought(desk)
    room = Room(desk, qtbot)
    room.choose(Period.YEAR)
    assert room.page.subtitle.text() == "The shop, last 12 months"
    assert room.short.calls.title.text() == "Calls a month"


def test_what_is_done_meanwhile_is_counted(desk: Desk, qtbot: QtBot) -> None:
    room = Room(desk, qtbot)
    assert room.short.empty.isVisible()
    visit = NewVisit(name="Jun Hayashi", phone="+1 212 555 0143", items=("Navy suit",))
    desk.do(desk.services.visits.record, visit)
    assert not room.short.empty.isVisible()
    assert room.short.leak.never.text() == "1 never contacted"


def test_the_leak_leads_to_its_list(desk: Desk, qtbot: QtBot) -> None:
    """M-70."""
    desk.services.customers.add(desk.now(), ED, "Priya Raman", "+1 212 555 0194")
    room = Room(desk, qtbot)
    places: list[Place] = []
    desk.place_requested.connect(places.append)
    room.short.leak.never.click()
    room.short.leak.without.click()
    assert places == [
        Place(RoomName.CUSTOMERS, given=CustomerFilter(never_contacted=True)),
        Place(RoomName.CUSTOMERS, given=CustomerFilter(no_next_step=True)),
    ]


def test_ones_own_leak_leads_to_ones_own_customers(
    desk: Desk, qtbot: QtBot, add_clerk: Callable[[str], int]
) -> None:
    add_clerk("Ana Lopez")
    bought(desk)
    room = Room(desk, qtbot)
    room.choose(whose=Whose.MINE)
    places: list[Place] = []
    desk.place_requested.connect(places.append)
    room.short.leak.never.click()
    assert places[0].given == CustomerFilter(never_contacted=True, owner_id=ED)


def test_a_place_may_name_its_part(desk: Desk, qtbot: QtBot) -> None:
    room = Room(desk, qtbot)
    room.controller.enter(Place(RoomName.INSIGHTS, given="short"))
    assert room.page.part is Part.SHORT


# Counting that takes a while ----------------------------------------------------------------------


class Slowly:
    """What counts, as slow as a test wants it."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, verb: str = "in_short") -> None:
        self.may_go_on = Event()
        quick = getattr(Insights, verb)

        def slow(insights: Insights, *asked: object) -> object:
            assert self.may_go_on.wait(timeout=30)
            return quick(insights, *asked)

        monkeypatch.setattr(Insights, verb, slow)
        monkeypatch.setattr("followup_desktop.ui.insights.counting.PATIENCE", 0.01)


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> Slowly:
    return Slowly(monkeypatch)


def test_a_large_shop_is_told_that_it_is_being_counted(
    desk: Desk, qtbot: QtBot, slowly: Slowly
) -> None:
    room = Room(desk, qtbot)
    assert room.page.counting.isVisible()
    slowly.may_go_on.set()
    qtbot.waitUntil(room.short.empty.isVisible)
    assert not room.page.counting.isVisible()


def test_nobodys_numbers_stand_under_another_name(
    desk: Desk,
    store: Store,
    qtbot: QtBot,
    add_clerk: Callable[[str], int],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """M-74: while the next one's are counted, those of before are out of sight, after a walk
    through other rooms too."""
    ana = add_clerk("Ana Lopez")
    talked(desk, bought(desk))
    room = Room(desk, qtbot)
    room.choose(whose=Whose.MINE)
    assert room.short.reached.isVisible()
    slowly = Slowly(monkeypatch)
    room.controller.leave()
    desk.switch_clerk(ana)
    room.controller.enter(HERE)
    assert room.page.subtitle.text().startswith("Ana Lopez’s own")
    assert not room.short.isVisible()
    slowly.may_go_on.set()
    qtbot.waitUntil(room.short.empty.isVisible)


def test_only_the_newest_question_is_answered(desk: Desk, qtbot: QtBot, slowly: Slowly) -> None:
    bought(desk)
    room = Room(desk, qtbot)
    room.choose(Period.YEAR)
    room.choose(Period.FOUR_WEEKS)
    slowly.may_go_on.set()
    qtbot.waitUntil(lambda: not room.page.counting.isVisible())
    assert len(room.short.calls.columns.words()) == 4


def test_nobody_who_has_left_gets_an_answer(desk: Desk, qtbot: QtBot, slowly: Slowly) -> None:
    room = Room(desk, qtbot)
    room.controller.leave()
    assert not room.page.counting.isVisible()
    slowly.may_go_on.set()
    QApplication.processEvents()
    assert not room.short.empty.isVisible()


def test_an_answer_to_the_part_before_shows_nothing_of_this_one(
    desk: Desk, qtbot: QtBot, slowly: Slowly, monkeypatch: pytest.MonkeyPatch
) -> None:
    room = Room(desk, qtbot)
    concerns = Slowly(monkeypatch, "concerns")
    room.controller.enter(Place(RoomName.INSIGHTS, given=Part.CONCERNS))
    (before,) = room.short.findChildren(Counting)
    with qtbot.assertNotEmitted(before.answered, wait=200):
        slowly.may_go_on.set()
    assert room.page.counting.isVisible()
    concerns.may_go_on.set()
    qtbot.waitUntil(lambda: not room.page.counting.isVisible())
    assert room.page.part is Part.CONCERNS


def test_nothing_of_the_windows_is_thrown_away_in_the_counting_thread(qapp: QApplication) -> None:
    counting = Counting(qapp)
    collected: list[str] = []
    answers: list[object] = []

    def note(phase: str, info: dict[str, int]) -> None:
        collected.append(current_thread().name)

    gc.callbacks.append(note)
    try:
        counting.start(lambda: [[] for _ in range(10 * gc.get_threshold()[0])], answers.append)
    finally:
        gc.callbacks.remove(note)
    assert gc.isenabled()
    assert answers
    assert "insights" not in collected
    counting.deleteLater()


def test_what_the_world_puts_in_the_way_is_told(qtbot: QtBot, qapp: QApplication) -> None:
    counting = Counting(qapp)
    told: list[object] = []
    counting.failed.connect(told.append)
    trouble = WorldError(Trouble.DAMAGED)

    def count() -> None:
        raise trouble

    counting.start(count, told.append)
    assert told == [trouble]
    counting.deleteLater()


def test_a_page_is_reached_by_keyboard(desk: Desk, qtbot: QtBot) -> None:
    """Tabs, time, then the drawing."""
    bought(desk)
    room = Room(desk, qtbot)
    with qtbot.waitActive(room.page):
        room.page.activateWindow()
    room.page.period.setFocus()
    qtbot.keyClick(room.page.period, Qt.Key.Key_Down)
    assert room.page.subtitle.text() == "The shop, last 12 months"
    assert room.page.period.value() is Period.YEAR


def test_the_keyboard_scrolls_and_brings_into_sight_what_it_reaches(
    desk: Desk, qtbot: QtBot
) -> None:
    """In a window too small for all of it."""
    talked(desk, bought(desk))
    desk.services.customers.add(desk.now(), ED, "Priya Raman", "+1 212 555 0194")
    room = Room(desk, qtbot)
    room.page.resize(1000, 420)
    show_active(qtbot, room.page)
    room.controller.enter(HERE)
    bar, never = room.short.scroller.verticalScrollBar(), room.short.leak.never
    assert focused() == "calls_chart"
    press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    press(Qt.Key.Key_PageUp)
    assert bar.value() == 0
    press(Qt.Key.Key_Tab)
    assert focused() == "hours_chart"
    press(Qt.Key.Key_Tab)
    assert focused() == never.objectName()
    assert not never.visibleRegion().isEmpty()


def test_where_nobody_was_called_the_keyboard_is_still_on_the_page(
    desk: Desk, qtbot: QtBot
) -> None:
    customer = bought(desk)
    desk.services.calls.log(desk.now(), ED, customer, Direction.IN_SHOP, "Came by")
    room = Room(desk, qtbot)
    show_active(qtbot, room.page)
    room.controller.enter(HERE)
    assert focused().startswith("insights_tabs")
