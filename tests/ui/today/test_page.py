"""The page with a literal snapshot: what it shows, and what the keyboard does."""

import gc
from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import KINDS, Kind, Outcome, Stage
from followup_desktop.domain.later import Later
from followup_desktop.domain.preview import PersonLine, Preview
from followup_desktop.domain.shop import Clerk
from followup_desktop.domain.today import Group, Today, TodayRow, Waits
from followup_desktop.ui.kit import theme
from followup_desktop.ui.today.list_model import ACCESSIBLE
from followup_desktop.ui.today.page import TodayPage, TodaySnapshot
from followup_desktop.ui.today.row_delegate import below_badge
from followup_desktop.words.why import RowWords
from tests.ui.kit.pointing import tooltip_at

DAY = date(2026, 11, 21)
NOW = datetime.fromisoformat("2026-11-21T09:30")

LIBIN = DueFollowUp(
    id=1,
    customer_id=11,
    kind=Kind.PROMISE,
    rank=KINDS[Kind.PROMISE].rank,
    about="call about the trouser hem",
    due_on=DAY,
    due_time=time(11),
    is_timed=True,
    tries=0,
    version=1,
    clerk_id=1,
    clerk_name="Ed Marsh",
    name="Richard Libin",
    title="Mr.",
    address_as="",
    stage=Stage.CUSTOMER,
    purchases=3,
    discreet=False,
    item="charcoal suit",
    happened_on=date(2026, 11, 14),
    occasion="",
    occasion_on=None,
    sent_by="",
    promised_on=None,
    last_contact_at=datetime(2026, 11, 16, 10, tzinfo=UTC),
    dont_call=False,
    may_call=True,
    good_from=time(9),
    good_to=time(11, 30),
)
HAYASHI = replace(
    LIBIN,
    id=2,
    customer_id=12,
    kind=Kind.DAY_AFTER,
    rank=KINDS[Kind.DAY_AFTER].rank,
    name="Jun Hayashi",
    title="",
    due_time=None,
    is_timed=False,
    item="navy suit",
    happened_on=date(2026, 11, 20),
    stage=Stage.FIRST_PURCHASE,
    purchases=1,
)
ROWS = (TodayRow(LIBIN, Group.PROMISED, 5, 0), TodayRow(HAYASHI, Group.NOW, 5, 0))
TODAY = Today(
    day=DAY,
    rows=ROWS,
    more=0,
    minutes=10,
    promises=1,
    done=3,
    no_next_step=2,
    customers=20,
    thanked=6,
)
COLLEAGUE = Clerk(2, "Anna Berg", is_manager=False)


def snapshot(today: Today = TODAY) -> TodaySnapshot:
    return TodaySnapshot(
        today=today,
        now=NOW,
        clerk_id=1,
        clerk_name="Ed Marsh",
        colleagues=[COLLEAGUE],
        mantra="Help people buy.",
    )


def preview(row: TodayRow) -> Preview:
    return Preview(
        row=row,
        pinned_note="Speaks softly",
        say_it_like="LIB-in",
        last_purchase="charcoal two-button suit",
        last_purchase_on=date(2026, 11, 14),
        bought_for="first board meeting",
        bought_for_on=date(2026, 11, 24),
        people=(PersonLine("wife", "Dana", ""), PersonLine("son", "Eli", "tall, 17")),
        phone="+1 212 555 0143",
        phone_kind="mobile",
        last_talk="Dana loved it.",
        last_talk_on=date(2026, 11, 16),
        last_outcome=Outcome.TALKED,
    )


@pytest.fixture
def page(qtbot: QtBot) -> TodayPage:
    page = TodayPage()
    qtbot.addWidget(page)
    rows = {row.due.id: row for row in ROWS}
    page.selected.connect(lambda id_: page.show_preview(preview(rows[id_])))
    page.resize(1278, 708)
    page.show_snapshot(snapshot())
    page.show()
    return page


def test_says_whom_to_call_and_why(page: TodayPage) -> None:
    model = page.list.lines()
    spoken = [model.index(place).data(ACCESSIBLE) for place in range(model.rowCount())]
    assert spoken == [
        "Promised",
        "Mr. Libin, Promise, by 11:00: You promised: call about the trouser hem",
        "Now",
        "Jun Hayashi, After purchase, day 1: Navy suit, yesterday. How does it feel?",
    ]
    assert page.greeting.text() == "Good morning, Ed"
    assert page.count.text() == "2 follow-ups today, about 10 minutes. 1 of them is a promise."
    assert page.progress_words.text() == "3 of 5 done"


def test_what_stands_under_the_badge_leaves_room_for_the_name(qapp: QApplication) -> None:
    words = RowWords(
        name="Jun Hayashi",
        detail="",
        why="Navy suit",
        badge="After purchase",
        when="since yesterday",
        rests="waits until 10:00",
    )
    assert below_badge(words, 1_000) == "since yesterday · waits until 10:00"
    assert below_badge(words, 150) == "waits until 10:00"
    assert below_badge(words, 60).endswith("…")
    assert below_badge(replace(words, rests=""), 60).startswith("since")


def test_large_letters_have_the_whole_width_for_the_sentence(
    page: TodayPage, qapp: QApplication, qtbot: QtBot
) -> None:
    """On a small screen before opening it took four lines of what the list has."""
    at = datetime.combine(DAY, time(10))
    rows = tuple(replace(row, waits=Waits.SHOP_CLOSED, waits_until=at) for row in ROWS)
    page.resize(1236, 690)
    page.show_snapshot(snapshot(replace(TODAY, rows=rows)))

    def lines() -> int:
        tall = page.count.heightForWidth(page.count.width())
        return round(tall / page.count.fontMetrics().lineSpacing())

    qtbot.waitUntil(lambda: lines() <= 2)
    assert page.count.geometry().right() < page.progress.mapTo(page, QPoint()).x()
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.LARGEST)
    qtbot.waitUntil(lambda: page.count.geometry().right() > page.progress.mapTo(page, QPoint()).x())
    qtbot.waitUntil(lambda: lines() <= 3)
    theme.apply(qapp, theme.Appearance.LIGHT)
    qtbot.waitUntil(lambda: page.count.geometry().right() < page.progress.mapTo(page, QPoint()).x())


def test_before_the_shop_opens_the_page_says_until_when_reminders_wait(page: TodayPage) -> None:
    at = datetime.combine(DAY, time(10))
    rows = tuple(replace(row, waits=Waits.SHOP_CLOSED, waits_until=at) for row in ROWS)
    page.show_snapshot(snapshot(replace(TODAY, rows=rows)))
    assert page.count.text().endswith("Reminders wait until 10:00.")
    model = page.list.lines()
    spoken = [model.index(place).data(ACCESSIBLE) for place in range(model.rowCount())]
    assert not any("10:00" in one for one in spoken)


def test_the_first_row_is_selected_and_previewed(page: TodayPage) -> None:
    assert page.preview.name.text() == "Mr. Libin"
    assert "LIB-in" in page.preview.detail.text()
    assert page.preview.pinned_note.text() == "Speaks softly"
    assert page.preview.promised.accessibleName() == "Promised by 11:00 today."
    assert page.preview.fine.text() == "Last talked Monday. Fine to call now."


def test_arrows_pass_over_headings_and_enter_starts(page: TodayPage, qtbot: QtBot) -> None:
    page.focus_list()
    qtbot.keyClick(page.list, Qt.Key.Key_Down)
    assert page.preview.name.text() == "Jun Hayashi"
    with qtbot.waitSignal(page.list.start_requested):
        qtbot.keyClick(page.list, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("key", "asked"), [(Qt.Key.Key_S, "skip"), (Qt.Key.Key_D, "done"), (Qt.Key.Key_O, "card")]
)
def test_a_letter_does_what_the_button_does(
    page: TodayPage, qtbot: QtBot, key: Qt.Key, asked: str
) -> None:
    with qtbot.waitSignal(page.list.key_requested) as signal:
        qtbot.keyClick(page.list, key)
    assert signal.args == [asked]


def test_the_selection_stays_on_its_follow_up(page: TodayPage) -> None:
    page.list.choose(HAYASHI.id)
    page.show_snapshot(snapshot(replace(TODAY, rows=(ROWS[1],), promises=0)))
    assert page.preview.name.text() == "Jun Hayashi"


def test_when_its_follow_up_goes_the_next_one_is_selected(page: TodayPage) -> None:
    page.show_snapshot(snapshot(replace(TODAY, rows=(ROWS[1],), promises=0)))
    line = page.list.entry()
    assert line is not None and line.row.due.id == HAYASHI.id


def test_a_day_that_is_done_says_what_to_do_next(page: TodayPage, qtbot: QtBot) -> None:
    page.show_snapshot(snapshot(replace(TODAY, rows=(), promises=0, minutes=0)))
    assert page.empty.isVisible()
    assert page.empty.title.text() == "All done for today"
    assert "2 customers have no next step" in page.empty.sentence.text()
    assert not page.preview.isVisible()
    with qtbot.waitSignal(page.empty_action_requested):
        page.empty.action.click()


def test_a_shop_without_customers_starts_with_a_visit(page: TodayPage) -> None:
    page.show_snapshot(snapshot(replace(TODAY, rows=(), done=0, customers=0, no_next_step=0)))
    assert page.empty.action.text() == "Record a visit"
    assert not page.progress.isVisible()


def test_later_offers_the_usual_spans_and_a_day(page: TodayPage, qtbot: QtBot) -> None:
    actions = [one for one in page.preview.later.menu_shown.actions() if one.isVisible()]
    assert [action.text() for action in actions if action.text()] == [
        "In 10 minutes",
        "In an hour",
        "This afternoon",
        "Tomorrow",
        "Next week",
        "Pick a day…",
    ]
    with qtbot.waitSignal(page.preview.later_requested) as signal:
        actions[3].trigger()
    assert signal.args == [Later.TOMORROW]


def test_later_moves_the_call_and_says_that_the_promise_stays(
    page: TodayPage, qtbot: QtBot
) -> None:
    promised = replace(ROWS[0], due=replace(LIBIN, promised_on=DAY))
    for row in (promised, ROWS[1], promised):
        page.show_preview(preview(row))
        gc.collect()
    first, *_others, last = page.preview.later.menu_shown.actions()
    assert first.text() == "Only your call moves. The promise stays for today."
    with qtbot.waitSignal(page.preview.move_promise_requested):
        last.trigger()


def test_a_follow_up_can_be_given_to_a_colleague(page: TodayPage, qtbot: QtBot) -> None:
    actions = page.preview.more.menu().actions()
    assert [action.text() for action in actions] == ["Done without a call", "Give to Anna Berg"]
    with qtbot.waitSignal(page.preview.give_requested) as signal:
        actions[1].trigger()
    assert signal.args == [COLLEAGUE.id]


def test_more_than_the_list_holds_is_counted(page: TodayPage) -> None:
    page.show_snapshot(snapshot(replace(TODAY, more=400)))
    assert page.more.text() == "400 more come up as you go along."
    assert page.count.text().startswith("2 follow-ups today")
    assert "400 more for when there’s time" in page.count.text()


def test_the_buttons_keep_their_words_at_the_largest_text(
    page: TodayPage, large_text: None
) -> None:
    page.show_snapshot(snapshot())
    for button in (page.preview.later, page.preview.skip, page.preview.open_card):
        assert button.width() >= button.sizeHint().width()


def test_what_a_row_has_no_room_for_is_its_tooltip(qtbot: QtBot, page: TodayPage) -> None:
    about = "ask whether the hem of the trousers falls as it should on the new black shoes " * 3
    long = replace(ROWS[0], due=replace(LIBIN, about=about.strip()))
    page.show_snapshot(snapshot(replace(TODAY, rows=(long, ROWS[1]))))
    lines = page.list.lines()
    places = [page.list.visualRect(lines.place_of(row.due.id)).center() for row in ROWS]
    assert about.strip() in tooltip_at(qtbot, page.list, places[0])
    assert tooltip_at(qtbot, page.list, places[1]) == ""
