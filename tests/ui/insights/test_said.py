"""What customers say, on the page: its four states, the way to a card, and the keyboard (M-71)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from followup_desktop.domain.insights.said import (
    Group,
    GroupSaid,
    Said,
    SaidKind,
    SaidPage,
    SaidSummary,
    SaidWanted,
)
from followup_desktop.domain.kinds import FactKind
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services.insights import Insights
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.insights.controller import InsightsController
from followup_desktop.ui.insights.page import InsightsPage
from followup_desktop.ui.insights.parts import Part
from followup_desktop.ui.insights.said_view import SaidView
from followup_desktop.ui.kit import theme
from followup_desktop.ui.room import Place, RoomName
from followup_desktop.words.said import source, spoken
from tests.ui.kit.pointing import tooltip_at

TODAY = date(2026, 11, 21)
SUITS, BOOTS, NONE = Group(1, "Suits"), Group(2, "Boots"), Group(None)
EASE = Said(
    kind=SaidKind.GAINED,
    row_id=5,
    at=datetime(2026, 11, 3, 10, tzinfo=UTC),
    on=date(2026, 11, 3),
    text="Felt at ease on the stage",
    customer_id=7,
    name="Jun Hayashi",
    title="Dr.",
    group=SUITS,
    item="Navy suit",
)
SQUEAKS = replace(EASE, kind=SaidKind.WENT_WRONG, text="the left boot squeaks", group=BOOTS)
SUMMARY = SaidSummary(
    (
        GroupSaid(SUITS, ((SaidKind.GAINED, 2), (SaidKind.WORKS_WELL, 1))),
        GroupSaid(BOOTS, ((SaidKind.WENT_WRONG, 1),)),
        GroupSaid(NONE, ((SaidKind.WISH, 1),)),
    )
)


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> SaidView:
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.NORMAL)
    view = SaidView()
    qtbot.addWidget(view)
    view.resize(1228, 520)
    view.show()
    return view


@pytest.fixture
def asked(view: SaidView) -> list[SaidWanted]:
    """What was asked for since."""
    found: list[SaidWanted] = []
    view.wanted.connect(lambda: found.append(view.looked_for()))
    return found


def show(view: SaidView, *said: Said, has_more: bool = False) -> None:
    view.show_said(SUMMARY, SaidPage(said, has_more), TODAY)


def groups(view: SaidView) -> list[tuple[str, str, str]]:
    return [(line.title, line.badge, line.second) for line in view.groups.lines().lines()]


def pills(view: SaidView) -> list[str]:
    return [view.kinds.pill(kind).text() for kind in view._kinds]


def said(view: SaidView) -> list[str]:
    model = view.list.lines()
    return [str(model.index(place).data()) for place in range(model.rowCount())]


def test_before_anybody_said_anything_it_says_where_it_will_come_from(view: SaidView) -> None:
    view.show_said(SaidSummary(()), SaidPage((), has_more=False), TODAY)
    assert view.empty.isVisible()
    assert not view.list.isVisible()
    assert not view.groups.isVisible()


def test_groups_say_how_much_of_what_was_said(view: SaidView) -> None:
    show(view, EASE)
    assert groups(view) == [
        ("Everything", "5", "2 gained · 1 works well · 1 went wrong · 1 more"),
        ("Suits", "3", "2 gained · 1 works well"),
        ("Boots", "1", "1 went wrong"),
        ("Without a group", "1", "1 wish"),
    ]
    assert pills(view) == [
        "Everything 5",
        "Gained 2",
        "Works well 1",
        "Went wrong 1",
        "Need or want 1",
    ]


def test_their_words_come_with_who_when_and_what_about(view: SaidView) -> None:
    show(view, EASE)
    assert said(view) == [
        "Gained: Felt at ease on the stage, Dr. Jun Hayashi · 3 Nov · Navy suit",
    ]


def test_a_discreet_customer_is_nowhere_named(view: SaidView) -> None:
    """M-34."""
    secret = replace(EASE, name="", title="", item="", group=Group(3, "Earrings"))
    assert secret.is_discreet
    assert source(secret, TODAY) == "A customer; be discreet · 3 Nov · Earrings"
    assert "Hayashi" not in spoken(secret, TODAY)


def test_a_group_shows_its_own_kinds_and_asks_for_its_words(
    view: SaidView, asked: list[SaidWanted], qtbot: QtBot
) -> None:
    show(view, EASE, SQUEAKS)
    view.groups.setFocus()
    qtbot.keyClick(view.groups, Qt.Key.Key_Down)
    qtbot.keyClick(view.groups, Qt.Key.Key_Down)
    assert asked == [SaidWanted(group=SUITS), SaidWanted(group=BOOTS)]
    assert pills(view) == ["Everything 1", "Went wrong 1"]


def test_a_group_that_is_gone_gives_way_to_another(view: SaidView, asked: list[SaidWanted]) -> None:
    """The words of the one that is gone are not shown under the other's name."""
    show(view, EASE, SQUEAKS)
    view.groups.choose(NONE)
    fewer = SaidSummary(SUMMARY.groups[:2])
    view.show_said(fewer, SaidPage((SQUEAKS,), has_more=False), TODAY)
    assert asked == [SaidWanted(group=NONE), SaidWanted(group=BOOTS)]
    assert len(said(view)) == 2


def test_a_kind_that_is_gone_gives_way_to_everything(
    view: SaidView, asked: list[SaidWanted], qtbot: QtBot
) -> None:
    show(view, EASE)
    qtbot.mouseClick(view.kinds.pill(SaidKind.WISH), Qt.MouseButton.LeftButton)
    fewer = SaidSummary(SUMMARY.groups[:2])
    view.show_said(fewer, SaidPage((), has_more=False), TODAY)
    assert asked == [SaidWanted(kind=SaidKind.WISH), SaidWanted()]


def test_what_is_read_stays_where_it_is_when_something_changes(view: SaidView) -> None:
    many = [replace(EASE, row_id=place) for place in range(60)]
    show(view, *many)
    view.list.setCurrentIndex(view.list.lines().index(30))
    scrolled = view.list.verticalScrollBar().value()
    assert scrolled
    show(view, *many)
    assert view.list.verticalScrollBar().value() == scrolled
    assert view.list.currentIndex().row() == 30


def test_a_kind_and_words_are_asked_for(
    view: SaidView, asked: list[SaidWanted], qtbot: QtBot
) -> None:
    show(view, EASE)
    qtbot.mouseClick(view.kinds.pill(SaidKind.GAINED), Qt.MouseButton.LeftButton)
    assert asked == [SaidWanted(kind=SaidKind.GAINED)]
    with qtbot.waitSignal(view.wanted):
        qtbot.keyClicks(view.search, "stage")
    assert asked[1:] == [SaidWanted(kind=SaidKind.GAINED, text="stage")]
    with qtbot.waitSignal(view.wanted):
        qtbot.keyClick(view.search, Qt.Key.Key_Escape)
    assert view.looked_for() == SaidWanted(kind=SaidKind.GAINED)


def test_nothing_like_it_is_said_plainly(view: SaidView) -> None:
    show(view)
    assert view.nothing_like_it.isVisible()
    assert view.groups.isVisible()
    show(view, EASE)
    assert view.list.isVisible()


def test_more_comes_when_the_end_is_near(view: SaidView, qtbot: QtBot) -> None:
    many = [replace(EASE, row_id=place) for place in range(60)]
    with qtbot.assertNotEmitted(view.more_wanted, wait=50):
        show(view, *many, has_more=True)
    with qtbot.waitSignal(view.more_wanted):
        view.list.scrollToBottom()
    last = view.last()
    assert last is not None and last.row_id == 59
    with qtbot.assertNotEmitted(view.more_wanted, wait=50):
        view.add_words(SaidPage((replace(EASE, row_id=60),), has_more=False))
        view.list.scrollToBottom()
    assert view.list.lines().rowCount() == 61


def test_long_words_are_shown_whole_and_taller(view: SaidView) -> None:
    show(view, EASE, replace(EASE, text="He wore it on the train, " * 9))
    heights = [view.list.sizeHintForIndex(view.list.lines().index(place)) for place in (0, 1)]
    assert heights[1].height() > heights[0].height() + theme.metrics(theme.TextRole.BODY).height()


# In the room --------------------------------------------------------------------------------------


@pytest.fixture
def room(desk: Desk, qtbot: QtBot) -> Callable[[], InsightsPage]:
    def enter() -> InsightsPage:
        page = InsightsPage()
        qtbot.addWidget(page)
        page.resize(1280, 700)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        InsightsController(desk, page).enter(Place(RoomName.INSIGHTS, given=Part.SAID))
        qtbot.waitUntil(lambda: not page.counting.isVisible())
        return page

    return enter


def heard(desk: Desk, *texts: str) -> int:
    visit = NewVisit(name="Jun Hayashi", phone="+1 212 555 0143", items=("Navy suit",))
    whom = desk.services.visits.record(desk.now(), 1, visit).customer_id or 0
    earlier = replace(
        desk.now(),
        utc=datetime(2026, 11, 20, 11, tzinfo=UTC),
        local=datetime(2026, 11, 20, 11),  # noqa: DTZ001 -- the shop's own clock
    )
    for text in texts:
        desk.services.customers.add_fact(earlier, 1, whom, FactKind.WANT, text)
    return whom


def test_by_keyboard_from_the_groups_to_a_card(
    desk: Desk, room: Callable[[], InsightsPage], qtbot: QtBot
) -> None:
    whom = heard(desk, "Boots to it", "A scarf")
    went: list[Place] = []
    desk.place_requested.connect(went.append)
    page = room()
    (view,) = page.findChildren(SaidView)
    page.tabs.setFocus()
    for _ in range(4):
        if QApplication.focusWidget() is not view.groups:
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is view.groups
    qtbot.keyClick(view.groups, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is view.list
    qtbot.keyClick(view.list, Qt.Key.Key_Down)
    qtbot.keyClick(view.list, Qt.Key.Key_Return)
    assert went == [Place(RoomName.CARD, whom)]


def test_what_is_looked_for_is_found_and_the_page_reads_on(
    desk: Desk, room: Callable[[], InsightsPage], qtbot: QtBot
) -> None:
    heard(desk, *(f"Wish {number:03}" for number in range(130)), "Something green")
    (view,) = room().findChildren(SaidView)
    assert view.list.lines().rowCount() == 60
    view.list.scrollToBottom()
    qtbot.waitUntil(lambda: view.list.lines().rowCount() == 120)
    view.list.scrollToBottom()
    qtbot.waitUntil(lambda: view.list.lines().rowCount() == 131)
    qtbot.keyClicks(view.search, "GREEN")
    qtbot.waitUntil(lambda: view.list.lines().rowCount() == 1)
    assert said(view)[0].startswith("Need or want: Something green, Jun Hayashi")


def test_reading_on_never_gets_in_the_way_of_what_is_looked_for(
    desk: Desk,
    room: Callable[[], InsightsPage],
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    heard(desk, *(f"Wish {number:03}" for number in range(70)), "Something green")
    page = room()
    (view,) = page.findChildren(SaidView)
    may_go_on, quick = Event(), Insights.said

    def slow(insights: Insights, *asked: object) -> object:
        assert may_go_on.wait(timeout=30)
        return quick(insights, *asked)  # type: ignore[arg-type]

    monkeypatch.setattr(Insights, "said", slow)
    monkeypatch.setattr("followup_desktop.ui.insights.counting.PATIENCE", 0.01)
    qtbot.keyClicks(view.search, "GREEN")
    qtbot.waitUntil(page.counting.isVisible)
    with qtbot.waitSignal(view.more_wanted):
        view.list.scrollToBottom()
    may_go_on.set()
    qtbot.waitUntil(lambda: view.list.lines().rowCount() == 1)


def test_words_that_are_cut_are_the_tooltip(view: SaidView, qtbot: QtBot) -> None:
    text = " ".join(["The collar lies well, and the sleeves are as long as I like."] * 9)
    long = replace(EASE, text=text)
    view.list.show_words([long, SQUEAKS], TODAY, stays=False)
    places = [view.list.visualRect(view.list.lines().index(row)).center() for row in range(2)]
    assert tooltip_at(qtbot, view.list, places[0]) == text
    assert tooltip_at(qtbot, view.list, places[1]) == ""
