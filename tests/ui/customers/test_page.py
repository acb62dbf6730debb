"""The page with literal snapshots: what it shows, and what the keyboard does."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import combinations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.customer_list import CustomerFilter, CustomerLine, CustomerOrder
from followup_desktop.domain.kinds import Kind, Stage
from followup_desktop.domain.shop import Clerk
from followup_desktop.ui.customers.list_model import ACCESSIBLE, STRETCH
from followup_desktop.ui.customers.page import CustomersPage, CustomersSnapshot
from tests.ui.kit.pointing import tooltip_at

DAY = date(2026, 11, 21)
LIBIN = CustomerLine(
    id=11,
    name="Richard Libin",
    title="Mr.",
    stage=Stage.CUSTOMER,
    purchases=3,
    phone="+1 212-555-0143",
    owner_name="Ed Marsh",
    last_contact_at=datetime(2026, 11, 16, 15, tzinfo=UTC),
    next_on=date(2026, 11, 22),
    next_kind=Kind.PROMISE,
    dont_call=False,
)
OKAFOR = replace(
    LIBIN,
    id=12,
    name="Adaeze Okafor",
    title="",
    stage=Stage.PROSPECT,
    phone="",
    last_contact_at=None,
    next_on=None,
    next_kind=None,
)
ED, ANNA = Clerk(1, "Ed Marsh", is_manager=True), Clerk(2, "Anna Berg", is_manager=False)
GONE = Clerk(3, "Old Hand", is_manager=False, left_on=date(2026, 1, 1))
EVERYBODY = CustomerFilter()


def snapshot(
    lines: tuple[CustomerLine, ...] = (LIBIN, OKAFOR),
    wanted: CustomerFilter = EVERYBODY,
    total: int = 2,
    everybody: int = 2,
) -> CustomersSnapshot:
    return CustomersSnapshot(wanted, total, everybody, DAY, lines[:STRETCH], (ED, ANNA, GONE))


def nobody_more(offset: int, limit: int) -> tuple[CustomerLine, ...]:
    raise AssertionError(f"asked for {limit} from {offset}")


@pytest.fixture
def page(qtbot: QtBot) -> CustomersPage:
    page = CustomersPage()
    qtbot.addWidget(page)
    page.resize(1278, 708)
    page.show_snapshot(snapshot(), nobody_more)
    page.show()
    return page


def test_each_row_says_who_and_what_comes_next(page: CustomersPage) -> None:
    model = page.list.lines()
    assert [model.index(row).data(ACCESSIBLE) for row in range(2)] == [
        "Mr. Richard Libin, Repeat customer, +1 212-555-0143, last contact Monday,"
        " next: tomorrow, Promise",
        "Adaeze Okafor, Not bought yet, no phone number, last contact never, next: no next step",
    ]
    assert page.count.text() == "2 customers"


def test_a_filter_that_leaves_some_out_counts_both(page: CustomersPage) -> None:
    wanted = CustomerFilter(stage=Stage.PROSPECT)
    twelve = tuple(replace(OKAFOR, id=row) for row in range(12))
    page.show_snapshot(snapshot(twelve, wanted, total=12, everybody=1204), nobody_more)
    assert page.count.text() in ("12 of 1,204", "12 of 1204")
    assert page.filters.clear.isVisible()


def test_no_filter_is_cut_where_they_need_two_lines(page: CustomersPage) -> None:
    """As with large text on a small screen."""
    page.resize(page.filters.layout().sizeHint().width() - 40, 708)
    page.show_snapshot(snapshot(wanted=CustomerFilter(text="lib", no_next_step=True)), nobody_more)
    page.layout().activate()
    shown = [one for one in page.filters.findChildren(QWidget) if one.parent() is page.filters]
    places = [one.geometry() for one in shown if one.isVisible()]
    assert page.filters.clear.geometry() in places
    assert all(one.width() >= one.sizeHint().width() for one in shown if one.isVisible())
    assert all(page.filters.rect().contains(place) for place in places)
    assert not any(a.intersects(b) for a, b in combinations(places, 2))
    assert len({place.center().y() for place in places}) == 2


def test_rows_are_asked_for_as_they_come_into_sight(page: CustomersPage) -> None:
    asked: list[int] = []

    def fetch(offset: int, limit: int) -> tuple[CustomerLine, ...]:
        asked.append(offset)
        return tuple(replace(OKAFOR, id=offset + row) for row in range(limit))

    first = tuple(replace(OKAFOR, id=row) for row in range(STRETCH))
    page.show_snapshot(snapshot(first, total=100_000, everybody=100_000), fetch)
    page.list.viewport().repaint()
    assert asked == []
    page.list.scrollToBottom()
    page.list.viewport().repaint()
    assert asked == [99_999 // STRETCH * STRETCH]


def test_rows_that_cannot_be_read_stay_empty(page: CustomersPage) -> None:
    page.show_snapshot(snapshot((), total=3, everybody=3), lambda offset, limit: ())
    page.list.viewport().repaint()
    assert page.list.entry() is None
    assert page.list.lines().index(1).data(ACCESSIBLE) == ""


def test_enter_and_a_double_click_open_the_card(page: CustomersPage, qtbot: QtBot) -> None:
    page.focus_list()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.list.open_requested) as signal:
        qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert signal.args == [OKAFOR.id]
    place = page.list.visualRect(page.list.lines().index(0)).center()
    qtbot.mouseClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    with qtbot.waitSignal(page.list.open_requested) as signal:
        qtbot.mouseDClick(page.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args == [LIBIN.id]


def test_home_and_end_go_to_the_ends(page: CustomersPage, qtbot: QtBot) -> None:
    qtbot.keyClick(page.list, Qt.Key.Key_End)
    assert page.list.currentIndex().row() == 1
    qtbot.keyClick(page.list, Qt.Key.Key_Home)
    assert page.list.currentIndex().row() == 0


def test_letters_typed_in_the_list_go_to_the_filter(page: CustomersPage, qtbot: QtBot) -> None:
    page.list.setFocus()
    with qtbot.waitSignal(page.wanted) as signal:
        qtbot.keyClicks(page.list, "o")
    assert signal.args == [CustomerFilter(text="o")]


def test_the_filter_leads_to_the_list_and_opens_who_is_on_top(
    page: CustomersPage, qtbot: QtBot
) -> None:
    page.filters.text.setFocus()
    with qtbot.waitSignal(page.list.open_requested) as signal:
        qtbot.keyClick(page.filters.text, Qt.Key.Key_Return)
    assert signal.args == [LIBIN.id]
    with qtbot.waitSignal(page.list.open_requested, timeout=50, raising=False) as signal:
        qtbot.keyClick(page.filters.text, Qt.Key.Key_Down)
    assert not signal.signal_triggered


@pytest.mark.parametrize(
    ("does", "wanted"),
    [
        (lambda page: page.filters.no_next_step.click(), CustomerFilter(no_next_step=True)),
        (lambda page: page.filters.never_contacted.click(), CustomerFilter(never_contacted=True)),
    ],
)
def test_a_chip_narrows_the_list_down(
    page: CustomersPage,
    qtbot: QtBot,
    does: Callable[[CustomersPage], None],
    wanted: CustomerFilter,
) -> None:
    with qtbot.waitSignal(page.wanted) as signal:
        does(page)
    assert signal.args == [wanted]


def test_long_silence_shows_the_oldest_first(page: CustomersPage, qtbot: QtBot) -> None:
    """M-44; and nothing of it where the shop switched it off."""
    chip = page.filters.long_silence
    assert chip.isHidden()
    since = ((Stage.LOYAL, datetime(2026, 5, 25, tzinfo=UTC)),)
    page.filters.know_silence(since)
    with qtbot.waitSignal(page.wanted) as signal:
        chip.click()
    assert signal.args == [CustomerFilter(silent=since, order=CustomerOrder.LAST_CONTACT)]


def test_stage_and_clerk_are_chosen_by_keyboard(page: CustomersPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.wanted) as signal:
        qtbot.keyClick(page.filters.stage, Qt.Key.Key_Down)
    assert signal.args == [CustomerFilter(stage=Stage.PROSPECT)]
    with qtbot.waitSignal(page.wanted) as signal:
        qtbot.keyClick(page.filters.owner, Qt.Key.Key_End)
    assert signal.args == [CustomerFilter(stage=Stage.PROSPECT, owner_id=ANNA.id)]


def test_a_column_sorts_and_a_second_click_turns_it_around(
    page: CustomersPage, qtbot: QtBot
) -> None:
    button = page.header.sorts[CustomerOrder.LAST_CONTACT]
    with qtbot.waitSignal(page.wanted) as signal:
        button.click()
    wanted = CustomerFilter(order=CustomerOrder.LAST_CONTACT)
    assert signal.args == [wanted]
    page.show_snapshot(snapshot(wanted=wanted), nobody_more)
    with qtbot.waitSignal(page.wanted) as signal:
        button.click()
    assert signal.args == [replace(wanted, descending=True)]


def test_the_selection_stays_on_its_customer(page: CustomersPage) -> None:
    page.list.choose(1)
    page.show_snapshot(snapshot((OKAFOR, LIBIN)), nobody_more)
    entry = page.list.entry()
    assert entry is not None and entry.line.id == OKAFOR.id


def test_a_shop_without_customers_starts_with_a_visit(page: CustomersPage, qtbot: QtBot) -> None:
    page.show_snapshot(snapshot((), total=0, everybody=0), nobody_more)
    assert page.empty.title.text() == "Nobody here yet"
    assert not page.filters.isVisible()
    with qtbot.waitSignal(page.visit_requested):
        page.empty.action.click()


def test_nobody_found_offers_to_show_all_again(page: CustomersPage, qtbot: QtBot) -> None:
    wanted = CustomerFilter(text="zzz", never_contacted=True)
    page.show_snapshot(snapshot((), wanted, total=0), nobody_more)
    assert page.empty.title.text() == "Nobody like that"
    with qtbot.waitSignal(page.wanted) as signal:
        page.empty.action.click()
    assert signal.args == [EVERYBODY]


def test_everybody_with_a_next_step_is_good_news(page: CustomersPage) -> None:
    page.show_snapshot(snapshot((), CustomerFilter(no_next_step=True), total=0), nobody_more)
    assert page.empty.title.text() == "Everybody has a next step"


def test_the_menu_of_a_row_records_a_visit_and_starts_a_call(
    page: CustomersPage, qtbot: QtBot
) -> None:
    actions = page.list.context_menu().actions()
    assert [action.text() for action in actions] == ["Open card", "Record a visit", "Start a call"]
    with qtbot.waitSignal(page.list.visit_requested) as signal:
        actions[1].trigger()
    assert signal.args == [LIBIN.id]
    with qtbot.waitSignal(page.list.call_requested) as signal:
        actions[2].trigger()
    assert signal.args == [LIBIN.id]


LONG_AGO = datetime(2026, 5, 1, tzinfo=UTC)


@pytest.mark.parametrize(
    ("wanted", "title", "sentence"),
    [
        (
            CustomerFilter(never_contacted=True, descending=True),
            "Everybody has heard from the shop",
            "Nobody was left without a word.",
        ),
        (
            CustomerFilter(silent=((Stage.LOYAL, LONG_AGO),)),
            "Nobody was silent for long",
            "You are in touch with everybody.",
        ),
        (
            CustomerFilter(no_next_step=True, stage=Stage.LOYAL),
            "Nobody like that",
            "Nobody fits all that is chosen above.",
        ),
    ],
)
def test_nobody_to_show_is_said_of_what_was_chosen(
    page: CustomersPage, wanted: CustomerFilter, title: str, sentence: str
) -> None:
    page.show_snapshot(snapshot((), wanted, total=0), nobody_more)
    assert (page.empty.title.text(), page.empty.sentence.text()) == (title, sentence)


def test_a_name_that_is_cut_is_the_tooltip(qtbot: QtBot, page: CustomersPage) -> None:
    name = "Adaeze Ngozi Chimamanda Oluwaseun Okafor of the House by the River"
    page.show_snapshot(snapshot((LIBIN, replace(OKAFOR, name=name))), nobody_more)
    page.list.grab()  # what was planned before is asked again
    places = [page.list.visualRect(page.list.lines().index(row)).center() for row in range(2)]
    assert tooltip_at(qtbot, page.list, places[1]) == name
    assert tooltip_at(qtbot, page.list, places[0]) == ""
