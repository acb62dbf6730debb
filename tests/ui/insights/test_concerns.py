"""The scorecard on the page: what is painted and said, and every field by keyboard (M-72)."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from followup_desktop.domain.insights.asked import Period, Whose
from followup_desktop.domain.insights.concerns import Concern, Scorecard, scorecard
from followup_desktop.domain.insights.months import last_months
from followup_desktop.domain.insights.share import NOTHING, Share
from followup_desktop.domain.kinds import Direction
from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.insights.concerns_painter import fitted
from followup_desktop.ui.insights.concerns_view import ConcernsView
from followup_desktop.ui.insights.controller import InsightsController
from followup_desktop.ui.insights.page import InsightsPage
from followup_desktop.ui.insights.parts import Part
from followup_desktop.ui.kit import theme
from followup_desktop.ui.room import Place, RoomName
from followup_desktop.words import concerns as words
from tests.services.world import at
from tests.ui.kit.pointing import tooltip_at

MONTHS = last_months(date(2026, 11, 21))
OCTOBER, NOVEMBER = 10, 11
"""Places of the months; their columns come one later."""
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
TOOLTIP = Qt.ItemDataRole.ToolTipRole


def card(*counted: tuple[Concern, int, Share]) -> Scorecard:
    shares: dict[Concern, dict[int, Share]] = {}
    for concern, place, share in counted:
        shares.setdefault(concern, {})[place] = share
    return scorecard(MONTHS, shares)


SOME = card(
    (Concern.PROMISED_CALLS, OCTOBER, Share(12, 13)),
    (Concern.PROMISED_CALLS, NOVEMBER, Share(2, 2)),
    (Concern.HONEST_DATES, NOVEMBER, Share(0, 3)),
)


@pytest.fixture
def view(qapp: QApplication, qtbot: QtBot) -> ConcernsView:
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.NORMAL)
    view = ConcernsView()
    qtbot.addWidget(view)
    view.resize(1228, 520)
    view.show()
    return view


def at_field(view: ConcernsView, concern: Concern, column: int, role: int) -> str:
    index = view.table.fields().index(list(Concern).index(concern), column)
    return str(index.data(role))


def test_a_new_shop_is_told_what_will_stand_here(view: ConcernsView) -> None:
    view.show_card(card())
    assert view.empty.isVisible()
    assert not view.table.isVisible()


def test_the_tooltip_of_a_field_says_it_and_what_is_counted(
    view: ConcernsView, qtbot: QtBot
) -> None:
    view.show_card(SOME)
    row = list(Concern).index(Concern.PROMISED_CALLS)
    place = view.table.visualRect(view.table.fields().index(row, OCTOBER + 1)).center()
    told = tooltip_at(qtbot, view.table, place)
    assert told.startswith("Promised calls, October 2026: 12 of 13.")


def test_each_field_says_whose_it_is_and_how_many_of_how_many(view: ConcernsView) -> None:
    view.show_card(SOME)
    said = [at_field(view, Concern.PROMISED_CALLS, column, ACCESSIBLE) for column in (0, 1, 11, 13)]
    assert said == [
        "Promised calls, Promises kept by their day",
        "Promised calls, December 2025: nothing to count",
        "Promised calls, October 2026: 12 of 13",
        "Promised calls, the year: 14 of 15",
    ]
    assert at_field(view, Concern.HONEST_DATES, 12, ACCESSIBLE).endswith("November 2026: 0 of 3")


def test_the_tooltip_and_the_line_below_say_what_is_counted(view: ConcernsView) -> None:
    view.show_card(SOME)
    counted = words.more(Concern.PROMISED_CALLS)
    tip = at_field(view, Concern.PROMISED_CALLS, 11, TOOLTIP)
    assert tip.replace("\n", " ") == f"Promised calls, October 2026: 12 of 13. {counted}"
    assert max(map(len, tip.splitlines())) <= 64
    # At first the keyboard is on the month that is under way.
    assert (view.count.text(), view.more.text()) == (
        "Promised calls, November 2026: 2 of 2",
        counted,
    )


@pytest.mark.parametrize("concern", Concern)
def test_every_concern_has_its_words_and_says_them_plainly(concern: Concern) -> None:
    assert words.title(concern) and words.counted(concern)
    assert words.more(concern).endswith(".")
    assert "!" not in words.more(concern)


def test_what_followup_cannot_see_is_said(view: ConcernsView) -> None:
    for concern in (Concern.NUMBERS_AND_TIMES, Concern.CARE, Concern.PERSONALLY):
        assert "ask yourselves once a month" in words.more(concern)


def test_every_field_by_keyboard(view: ConcernsView, qtbot: QtBot) -> None:
    view.show_card(SOME)
    view.focus_first()
    table = view.table
    qtbot.keyClick(table, Qt.Key.Key_Left)
    assert view.count.text() == "Promised calls, October 2026: 12 of 13"
    for _ in range(9):
        qtbot.keyClick(table, Qt.Key.Key_Down)
    assert view.count.text() == "Honest dates, October 2026: nothing to count"
    qtbot.keyClick(table, Qt.Key.Key_End)
    assert view.count.text() == "Honest dates, the year: 0 of 3"
    assert view.more.text() == words.more(Concern.HONEST_DATES)


def test_the_keyboard_stays_where_it_is_when_something_changes(
    view: ConcernsView, qtbot: QtBot
) -> None:
    view.show_card(SOME)
    qtbot.keyClick(view.table, Qt.Key.Key_Left)
    view.show_card(card((Concern.PROMISED_CALLS, OCTOBER, Share(13, 14))))
    assert view.count.text() == "Promised calls, October 2026: 13 of 14"


def test_large_text_leaves_out_the_oldest_months(
    view: ConcernsView, qapp: QApplication, qtbot: QtBot
) -> None:
    view.show_card(SOME)
    assert view.table.months_in_sight() == 12
    assert view.table.verticalScrollBar().maximum() == 0
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.LARGEST)
    try:
        view.resize(1190, 440)
        assert 4 <= view.table.months_in_sight() < 12
        assert view.table.isColumnHidden(1)
        assert not view.table.isColumnHidden(12)
    finally:
        theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.NORMAL)


def test_numbers_of_a_large_shop_keep_to_their_field(view: ConcernsView) -> None:
    view.show_card(SOME)
    width = view.table.columnWidth(12) - 12
    assert [fitted(share, width) for share in (Share(12, 14), Share(12034, 12901), NOTHING)] == [
        "12 of 14",
        "93 %",
        "–",
    ]


# In the room --------------------------------------------------------------------------------------


def test_the_room_shows_the_last_twelve_months_whatever_time_is_chosen(
    desk: Desk, qtbot: QtBot
) -> None:
    """What was chosen for the other parts stays chosen for them."""
    then = at("2026-03-04 11:00")
    visit = NewVisit(name="Jun Hayashi", phone="+1 212 555 0143", items=("Navy suit",))
    made = desk.services.visits.record(then, 1, visit)
    desk.services.calls.log(then, 1, made.customer_id or 0, Direction.IN_SHOP, "Wore it at once")
    page = InsightsPage()
    qtbot.addWidget(page)
    page.resize(1280, 700)
    page.show()
    controller = InsightsController(desk, page)
    controller.enter(Place(RoomName.INSIGHTS, given=Part.CONCERNS))
    (view,) = page.findChildren(ConcernsView)
    qtbot.waitUntil(lambda: not page.counting.isVisible())
    assert at_field(view, Concern.PERSONALLY, 4, ACCESSIBLE).endswith("March 2026: 1 of 1")
    assert page.subtitle.text() == "The shop, last 12 months"
    assert not page.period.isVisible()
    page.tabs.choose(Part.SHORT)
    page.part_chosen.emit()
    assert page.period.isVisible()
    assert page.period.value() == Period.TWELVE_WEEKS
    assert page.whose.value() in (None, Whose.SHOP)
