"""The page with a literal snapshot: what it shows, and what mouse and keyboard do."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from followup_desktop.domain.kinds import Direction
from followup_desktop.domain.story import EventKind
from followup_desktop.ui.card import card_rows
from followup_desktop.ui.card.page import CardPage
from followup_desktop.ui.card.section import Section
from followup_desktop.ui.card.story_panel import StoryWanted
from tests.ui.card.literal import BOUGHT, CARD, NOTE, STORY, moment, snapshot


@pytest.fixture
def page(qtbot: QtBot) -> CardPage:
    page = CardPage()
    qtbot.addWidget(page)
    page.resize(1278, 708)
    page.show_snapshot(snapshot())
    page.show()
    return page


def said(section: Section) -> list[str]:
    return [row.spoken() for row in section.rows.rows()]


def told(page: CardPage) -> list[str]:
    story = page.story.view.story()
    return [str(story.index(place).data()) for place in range(story.rowCount())]


def test_the_head_says_who_it_is_and_how_to_say_it(page: CardPage) -> None:
    header = page.header
    assert header.name.text() == "Mr. Richard Libin"
    assert header.stage.text() == "Repeat customer · 3 purchases"
    assert header.detail.text() == (
        "Say “LIB-in” · prefers “Mr. Libin” · +1 212-555-0143 mobile · good to call 09:00 – 11:30"
    )
    assert not header.discreet.isVisible()


def test_before_you_talk_holds_what_matters_to_them(page: CardPage) -> None:
    assert said(page.before) == [
        "Last bought: Charcoal suit, 14 Nov",
        "Bought for: Board meeting, 24 Nov",
        "Works as: Architect, own studio",
        "Likes: Charcoal",
        " : No pleats",
        "Sizes: 42 L, shoe 11",
        "They say: “I want to look at ease”",
        "Not right: Slim trousers",
        "Met: Aldo",
    ]


def test_a_missing_reason_is_worth_asking(page: CardPage) -> None:
    page.show_snapshot(snapshot(replace(CARD, occasion="", occasion_on=None)))
    row = page.before.rows.rows()[1]
    assert row.text == "Ask why" and row.is_missing
    assert row.key == (card_rows.PURCHASE, 7)


def test_people_and_dates(page: CardPage) -> None:
    assert said(page.people) == ["Wife: Dana", "Son: Eli, 17, tall"]
    assert said(page.dates) == ["24 Nov: First board meeting, Tuesday", "29 Feb: Birthday"]


def test_referrals_stand_both_ways(page: CardPage) -> None:
    assert said(page.referrals) == [
        "Sent by: Anna Berg, Bought",
        "came in, Has sent: Tom Kessler, Friend · dinner jacket",
        "named,  : Lena, Cousin",
    ]


def test_what_is_open_and_what_comes_up(page: CardPage) -> None:
    """The promise is said once: with the follow-up that reminds of it."""
    assert said(page.open) == [
        "Problem, Sleeves too long,"
        " Aldo shortens them · to be right by Monday · Ed Marsh sees to it"
    ]
    assert said(page.coming) == [
        "Promise, today by 11:00, Call when the trousers are ready",
        "After the day, Wednesday, Board meeting",
    ]
    assert page.coming.rows.rows()[0].key == (card_rows.PROMISE, 1)


def test_a_promise_without_a_follow_up_is_said_too(page: CardPage) -> None:
    page.show_snapshot(snapshot(replace(CARD, coming_up=())))
    assert said(page.open)[0] == "Promise, today by 11:00, Call when the trousers are ready"


def test_nobody_who_looks_after_them_is_said_too(page: CardPage) -> None:
    page.show_snapshot(snapshot(replace(CARD, owner_id=None, owner_name="")))
    assert said(page.reaching)[-1] == "Nobody in particular looks after them"


def test_nothing_open_says_where_a_promise_stands(page: CardPage) -> None:
    """A promise stands with its call under "Coming up", and nowhere else."""
    page.show_snapshot(snapshot(replace(CARD, problems=())))
    assert said(page.open) == []
    hint = "What you promised stands under “Coming up”, with its call."
    assert (page.open.hint.text(), page.open.hint.isVisible()) == (hint, True)
    page.show_snapshot(snapshot(replace(CARD, problems=(), promises=(), coming_up=())))
    assert page.open.hint.text() == "Nothing is promised, and nothing is wrong."


def test_no_next_step_is_visible(page: CardPage) -> None:
    page.show_snapshot(snapshot(replace(CARD, coming_up=())))
    assert page.coming.hint.isVisible()
    assert page.coming.hint.text() == "No next step yet."


def test_many_follow_ups_are_shortened_until_asked_for(page: CardPage) -> None:
    many = tuple(replace(CARD.coming_up[1], id=place) for place in range(9))
    page.show_snapshot(snapshot(replace(CARD, coming_up=many)))
    assert [row.text for row in page.coming.rows.rows()][4:] == ["5 more"]
    page.coming.rows.open_row(card_rows.MORE)
    assert len(page.coming.rows.rows()) == 9


def test_reaching_them(page: CardPage) -> None:
    assert said(page.reaching) == [
        "Mobile: +1 212-555-0143, Good to call 09:00 – 11:30",
        "Work: +1 212-555-0199, Somebody else answered there",
        "E-mail: libin@example.com",
        "May be called · agreed 11 May · said at a visit",
        "Prefers a call · speaks English",
        "Last contact: Monday",
        "Last thanked: never",
        "Looked after by Ed Marsh",
    ]


def test_who_was_never_asked_is_worth_asking(page: CardPage) -> None:
    page.show_snapshot(snapshot(replace(CARD, permissions=())))
    missing = [row.text for row in page.reaching.rows.rows() if row.is_missing]
    assert missing == ["Ask whether we may call"]


def test_please_dont_call_stands_above_everything(page: CardPage) -> None:
    stopped = replace(CARD, dont_call_at=moment("2026-11-18 12:00"), dont_call_by="Ed Marsh")
    page.show_snapshot(snapshot(stopped))
    assert page.dont_call_card.isVisible()
    assert page.dont_call.text() == (
        "They asked Ed Marsh on 18 Nov not to be called. Please keep to it."
    )
    texts = [action.text() for action in page.header.menu().actions()]
    assert "They may be called again" in texts


def test_a_pinned_note_shows_when_there_is_one(page: CardPage) -> None:
    assert not page.pinned_card.isVisible()
    page.show_snapshot(snapshot(replace(CARD, pinned_note="Speaks softly")))
    assert page.pinned_card.isVisible() and page.pinned.text() == "Speaks softly"


def test_the_order_says_what_is_asked_next(page: CardPage, qtbot: QtBot) -> None:
    (order,) = page._orders
    assert order.accessibleName() == "Alteration · charcoal suit"
    assert order.state.text() == "Entered, in the workroom."
    with qtbot.waitSignal(order.checked) as signal:
        order.next.click()
    assert signal.args == [11]


def test_a_closed_order_is_only_in_the_story(page: CardPage) -> None:
    closed = replace(CARD.orders[0], closed=True)
    page.show_snapshot(snapshot(replace(CARD, orders=(closed,))))
    assert not any(order.isVisible() for order in page._orders)


def test_the_story_is_told_in_two_lines_each(page: CardPage) -> None:
    assert told(page) == [
        "16 Nov: You called · 6 min · reached. “Dana loved it.” Works well: the lapels."
        " Better: sleeves a touch long.",
        "16 Nov: Promise: call when the trousers are ready. By 21 Nov, 11:00 · open",
        "14 Nov: Bought: charcoal suit. For board meeting, 24 Nov. To be altered."
        " Promised for 20 Nov.",
        "30 Aug: Note by Anna Berg. Found his umbrella.",
        "11 May: Visit · left to think. Looked at linen blazers."
        " Held back by: wanted to think. Also looking at Hart & Sons.",
    ]


def test_a_day_is_written_once(page: CardPage) -> None:
    story = page.story.view.story()
    assert [story.entry(place).day for place in range(3)] == ["16 Nov", "", "14 Nov"]


def test_tabs_and_words_narrow_the_story_down(page: CardPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.story.wanted) as signal:
        page.story.tabs._tabs["calls"].click()
    assert signal.args == [StoryWanted("", (EventKind.CALL,))]
    with qtbot.waitSignal(page.story.wanted) as signal:
        qtbot.keyClicks(page.story.search, "lapel")
    assert signal.args == [StoryWanted("lapel", (EventKind.CALL,))]
    page.show_snapshot(snapshot(story=()))
    assert page.story.empty.title.text() == "Nothing like that"


def test_scrolling_to_the_end_asks_for_more_once(page: CardPage, qtbot: QtBot) -> None:
    many = tuple(replace(NOTE, row_id=place) for place in range(60))
    page.show_snapshot(snapshot(story=many, has_more=True))
    bar = page.story.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    with qtbot.waitSignal(page.story.more_wanted):
        bar.setValue(bar.maximum())
    with qtbot.waitSignal(page.story.more_wanted, timeout=20, raising=False) as again:
        bar.setValue(bar.maximum() - 1)
    assert not again.signal_triggered
    page.story.add_events(STORY, has_more=False)
    assert page.story.view.story().rowCount() == 65


def test_nothing_more_is_asked_for_while_the_end_is_far(page: CardPage, qtbot: QtBot) -> None:
    many = tuple(replace(NOTE, row_id=place) for place in range(60))
    with qtbot.waitSignal(page.story.more_wanted, timeout=50, raising=False) as asked:
        page.show_snapshot(snapshot(story=many, has_more=True))
    assert not asked.signal_triggered


def test_a_window_higher_than_what_is_there_asks_for_more(page: CardPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.story.more_wanted):
        page.show_snapshot(snapshot(story=STORY[:2], has_more=True))


def test_a_note_is_added_with_enter(page: CardPage, qtbot: QtBot) -> None:
    qtbot.keyClicks(page.story.note, "  Likes tea ")
    with qtbot.waitSignal(page.story.note_added) as signal:
        qtbot.keyClick(page.story.note, Qt.Key.Key_Return)
    assert signal.args == ["Likes tea"]


def test_rows_and_events_open_by_keyboard(page: CardPage, qtbot: QtBot) -> None:
    page.people.rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.people.rows, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.opened) as signal:
        qtbot.keyClick(page.people.rows, Qt.Key.Key_Return)
    assert signal.args[0].key == (card_rows.PERSON, 2)
    page.story.view.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(2):
        qtbot.keyClick(page.story.view, Qt.Key.Key_Down)
    with qtbot.waitSignal(page.story.opened) as signal:
        qtbot.keyClick(page.story.view, Qt.Key.Key_Return)
    assert signal.args[0].event == BOUGHT


def test_a_click_opens_a_row(page: CardPage, qtbot: QtBot) -> None:
    rows = page.people.rows
    place = rows.visualRect(rows.model().index(0, 0)).center()
    with qtbot.waitSignal(page.opened) as signal:
        qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert signal.args[0].key == (card_rows.PERSON, 1)


def test_tab_leaves_a_list_of_rows(page: CardPage, qtbot: QtBot) -> None:
    page.people.rows.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.people.rows, Qt.Key.Key_Tab)
    assert not page.people.rows.hasFocus()


def test_every_row_is_as_high_as_its_words(page: CardPage, qtbot: QtBot) -> None:
    """Nothing is cut: the list is as high as all its rows together."""
    long = replace(CARD, works_as="Donaudampfschifffahrtsgesellschaftskapitän " * 6)
    page.show_snapshot(snapshot(long))
    qtbot.wait(1)
    for section in (page.before, page.people, page.reaching):
        rows = section.rows
        last = rows.visualRect(rows.model().index(len(rows.rows()) - 1, 0))
        assert last.bottom() < rows.height()


@pytest.mark.parametrize("name", ["x" * 10_000, "נועה כהן", "محمد الحسن", "佐藤 さくら", "👩‍🎨"])
def test_any_name_fits(page: CardPage, name: str) -> None:
    page.show_snapshot(snapshot(replace(CARD, name=name, pinned_note=name, works_as=name)))
    assert page.minimumSizeHint().width() <= 1278
    assert page.header.name.text().endswith(name)
    page.grab()


def test_the_menu_logs_what_took_place(page: CardPage, qtbot: QtBot) -> None:
    actions = {action.text(): action for action in page.header.menu().actions()}
    with qtbot.waitSignal(page.header.log_requested) as signal:
        actions["We talked in the shop…"].trigger()
    assert signal.args == [Direction.IN_SHOP]


def test_an_unfinished_call_is_gone_on_with(page: CardPage) -> None:
    page.show_snapshot(snapshot(replace(CARD, call_id=5, phones=())))
    assert page.header.call.text() == "Go on with the call"
    assert page.header.call.isEnabled()


def test_another_customer_begins_with_an_empty_search(page: CardPage) -> None:
    page.story.search.setText("x")
    page.story.note.setText("half a note")
    page.begin()
    texts = [field.text() for field in page.story.findChildren(QLineEdit)]
    assert texts == ["", ""]
