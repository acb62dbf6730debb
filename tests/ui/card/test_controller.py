"""The card on a real shop: every edit through its form, shown at once, and taken back."""

from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QMainWindow, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.caught import ProblemForm, ReferralForm
from followup_desktop.domain.kinds import Direction, FactKind, Fulfilment, Kind, PhoneKind, Way
from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.card import card_rows
from followup_desktop.ui.card.controller import STRETCH, CardController
from followup_desktop.ui.card.page import CardPage
from followup_desktop.ui.card.section import Section
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.effect_sheet import EffectSheet
from followup_desktop.ui.form_sheet import FormSheet
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.dates import AnnualField, DateField, TimeField
from followup_desktop.ui.kit.fields import LineField, TextField
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.typed_dates import Annual
from followup_desktop.ui.order_card import OrderCard
from followup_desktop.ui.room import Place, RoomName
from followup_desktop.ui.today.skip import SkipSheet
from tests.services.world import at
from tests.ui.shop import NOW, desk_in

_W = TypeVar("_W", bound=QWidget)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with desk_in(tmp_path / "data") as desk:
        visit = NewVisit(
            name="Mr. Richard Libin", phone="212 555 0143", items=("charcoal suit",), may_call=True
        )
        desk.services.visits.record(at("2026-11-14 12:00"), 1, visit)
        yield desk


@pytest.fixture
def customer_id(desk: Desk) -> int:
    return desk.services.customers.hits("libin")[0].id


@pytest.fixture
def page(desk: Desk, customer_id: int, qtbot: QtBot) -> Iterator[CardPage]:
    window = QMainWindow()
    qtbot.addWidget(window)
    page = CardPage(window)
    window.setCentralWidget(page)
    window.resize(1278, 708)
    window.show()
    CardController(desk, page).enter(Place(RoomName.CARD, customer_id))
    yield page


@pytest.fixture
def controller(page: CardPage) -> CardController:
    found = page.findChild(CardController)
    assert isinstance(found, CardController)
    return found


def part(sheet: QWidget, kind: type[_W], name: str) -> _W:
    found = sheet.findChild(kind, name)
    assert isinstance(found, kind), name
    return found


def form(page: CardPage) -> FormSheet:
    (sheet,) = [one for one in page.window().findChildren(FormSheet) if one.isVisible()]
    return sheet


def said(section: Section) -> list[str]:
    return [row.spoken() for row in section.rows.rows()]


def titles(page: CardPage) -> list[str]:
    story = page.story.view.story()
    return [story.entry(place).title for place in range(story.rowCount())]


def choose(controller: CardController, section: Section, key: tuple[str, int], words: str) -> None:
    """As a click on a row and then on the entry of its menu."""
    row = next(row for row in section.rows.rows() if row.key == key)
    dict(controller.actions.choices(row))[words]()


def test_the_card_opens_with_its_story(page: CardPage) -> None:
    assert page.header.name.text() == "Mr. Richard Libin"
    assert titles(page) == ["Bought: charcoal suit"]
    assert page.header.call.hasFocus()


def test_the_customer_is_edited_in_one_form(page: CardPage, desk: Desk) -> None:
    page.header.edit.click()
    sheet = form(page)
    part(sheet, LineField, "say_it_like").setText("LIB-in")
    part(sheet, LineField, "works_as").setText("architect")
    part(sheet, Choices, "preferred_way").pill(Way.TEXT).click()
    part(sheet, Tick, "discreet").click()
    sheet.save.click()
    assert "Say “LIB-in”" in page.header.detail.text()
    assert "Works as: Architect" in said(page.before)
    assert "Prefers a text message" in said(page.reaching)
    assert page.header.discreet.isVisible()
    desk.undo_last()
    assert "LIB-in" not in page.header.detail.text()
    assert not page.header.discreet.isVisible()


def test_a_name_cannot_be_emptied_and_a_long_one_says_so(page: CardPage) -> None:
    page.header.edit.click()
    sheet = form(page)
    name = part(sheet, LineField, "customer_name")
    name.setText("")
    assert not sheet.save.isEnabled()
    name.setText("x" * 10_000)
    sheet.save.click()
    assert sheet.isVisible()
    assert sheet.fields["name"].problem().startswith("This is too long")  # type: ignore[union-attr]


def test_ask_why_is_answered_on_the_card(page: CardPage, desk: Desk, qtbot: QtBot) -> None:
    assert "Bought for: Ask why" in said(page.before)
    row = next(row for row in page.before.rows.rows() if row.is_missing)
    page.before.rows.open_row(row.key)
    sheet = form(page)
    part(sheet, LineField, "occasion").setText("board meeting")
    day = part(sheet, DateField, "occasion_on")
    qtbot.keyClicks(day, "24 nov")
    sheet.save.click()
    assert "Bought for: Board meeting, 24 Nov" in said(page.before)
    assert any("Board meeting" in row for row in said(page.coming))
    desk.undo_last()
    assert "Bought for: Ask why" in said(page.before)


def test_a_gift_makes_the_card_discreet_once(page: CardPage, desk: Desk) -> None:
    def why_form() -> FormSheet:
        page.before.rows.open_row(next(row.key for row in page.before.rows.rows()))
        return form(page)

    sheet = why_form()
    part(sheet, Tick, "is_gift").click()
    sheet.save.click()
    assert "Last bought: Charcoal suit, 14 Nov · a gift" in said(page.before)
    assert page.header.discreet.isVisible()
    page.header.edit.click()
    part(form(page), Tick, "discreet").click()
    form(page).save.click()
    sheet = why_form()
    assert part(sheet, Tick, "is_gift").isChecked()
    part(sheet, LineField, "for_whom").setText("Dana")
    sheet.save.click()
    assert "Bought for: For Dana" in said(page.before)
    assert not page.header.discreet.isVisible()


def test_somebody_gets_all_the_calls_for_more_purchases(
    page: CardPage, desk: Desk, customer_id: int
) -> None:
    page.header.edit.click()
    picker = part(form(page), Picker, "first_n_sales")
    assert picker.currentText() == "The first 4 purchases, as for everybody"
    picker.choose(0)
    assert picker.currentText() == "No purchase"
    form(page).save.click()
    (effect,) = page.window().findChildren(EffectSheet)
    effect.apply.click()  # what was planned after the purchases so far goes along
    again = NewVisit(customer_id=customer_id, items=("tie",))
    rules = [one.rule for one in desk.services.visits.preview(NOW, again).planned]
    assert "two_weeks" not in rules
    page.header.edit.click()
    assert part(form(page), Picker, "first_n_sales").value() == 0
    form(page).request_close()
    desk.undo_last()
    rules = [one.rule for one in desk.services.visits.preview(NOW, again).planned]
    assert "two_weeks" in rules


def _fact(page: CardPage) -> None:
    page.before.add_button.click()
    sheet = form(page)
    part(sheet, Choices, "fact_kind").pill(FactKind.SIZE).click()
    part(sheet, TextField, "fact_text").set_text("42 L")
    sheet.save.click()


def _person(page: CardPage) -> None:
    page.people.add_button.click()
    sheet = form(page)
    part(sheet, LineField, "person_relation").setText("wife")
    part(sheet, LineField, "person_name").setText("Dana")
    sheet.save.click()


def _birthday(page: CardPage) -> None:
    page.dates.add_button.click()
    sheet = form(page)
    part(sheet, LineField, "date_name").setText("birthday")
    part(sheet, AnnualField, "date_day").set_value(Annual(2, 29))
    assert part(sheet, Tick, "date_yearly").isChecked()
    sheet.save.click()


@pytest.mark.parametrize(
    ("add", "section", "row"),
    [
        (_fact, "before", "Sizes: 42 L"),
        (_person, "people", "Wife: Dana"),
        (_birthday, "dates", "29 Feb: Birthday"),
    ],
)
def test_what_is_added_shows_is_removed_and_comes_back(
    page: CardPage, desk: Desk, add: Callable[[CardPage], None], section: str, row: str
) -> None:
    card: Section = getattr(page, section)
    add(page)
    assert row in said(card)
    key = next(one.key for one in card.rows.rows() if one.spoken() == row)
    card.rows.open_row(key)
    form(page).remove.click()
    assert row not in said(card)
    desk.undo_last()
    assert row in said(card)
    desk.undo_last()
    assert row not in said(card)


def test_a_second_number_with_its_good_times(page: CardPage, controller: CardController) -> None:
    controller.actions.add_phone()
    sheet = form(page)
    part(sheet, LineField, "phone_number").setText("212 555 01")
    sheet.save.click()
    assert sheet.fields["number"].problem() == "This doesn’t look like a phone number yet."  # type: ignore[union-attr]
    part(sheet, LineField, "phone_number").setText("212 555 0155")
    part(sheet, Choices, "phone_kind").pill(PhoneKind.WORK).click()
    part(sheet, TimeField, "good_from").set_value(time(9))
    part(sheet, TimeField, "good_to").set_value(time(11, 30))
    sheet.save.click()
    assert "Work: +1 212 555 0155, Good to call 09:00 – 11:30" in said(page.reaching)


def test_a_wrong_number_stays_wrong_until_it_is_said_to_be_right(
    page: CardPage, desk: Desk, controller: CardController, customer_id: int
) -> None:
    from followup_desktop.store.rows import PhoneRow

    phone_id = desk.services.customers.card(NOW, customer_id).phones[0].id
    PhoneRow.update(wrong_at=NOW.utc).where(PhoneRow.id == phone_id).execute()
    controller.refresh()
    assert not page.header.call.isEnabled()
    page.reaching.rows.open_row((card_rows.PHONE, phone_id))
    part(form(page), LineField, "phone_note").setText("ask for the studio")
    form(page).save.click()
    assert not page.header.call.isEnabled()
    page.reaching.rows.open_row((card_rows.PHONE, phone_id))
    part(form(page), Tick, "phone_is_right").click()
    form(page).save.click()
    assert page.header.call.isEnabled()


def test_a_mail_address(page: CardPage, controller: CardController, desk: Desk) -> None:
    controller.actions.add_mail()
    sheet = form(page)
    part(sheet, LineField, "mail_address").setText("libin")
    sheet.save.click()
    assert sheet.isVisible()
    part(sheet, LineField, "mail_address").setText("libin@example.com")
    sheet.save.click()
    assert "E-mail: libin@example.com" in said(page.reaching)
    desk.undo_last()
    assert "E-mail: libin@example.com" not in said(page.reaching)


def test_what_they_allow(page: CardPage) -> None:
    page.reaching.rows.open_row((card_rows.PERMISSION, 0))
    sheet = form(page)
    part(sheet, Choices, "permission_way").pill(Way.TEXT).click()
    part(sheet, Choices, "permission_allowed").pill(False).click()
    part(sheet, LineField, "permission_source").setText("at the till")
    sheet.save.click()
    assert "No texts, please · said 21 Nov · at the till" in said(page.reaching)


def test_please_dont_call_and_may_call_again(page: CardPage, desk: Desk) -> None:
    actions = {one.text(): one for one in page.header.menu().actions()}
    actions["They asked: please don’t call"].trigger()
    assert page.dont_call_card.isVisible()
    desk.undo_last()
    assert not page.dont_call_card.isVisible()
    page.header.dont_call_requested.emit()
    page.header.may_call_requested.emit()
    assert not page.dont_call_card.isVisible()
    assert any(row.startswith("May be called") for row in said(page.reaching))


def test_a_pinned_note(page: CardPage, desk: Desk) -> None:
    page.header.pin_requested.emit()
    part(form(page), TextField, "pinned_note").set_text("Speaks softly")
    form(page).save.click()
    assert page.pinned.text() == "Speaks softly"
    page.change_pinned.click()
    part(form(page), TextField, "pinned_note").set_text("")
    form(page).save.click()
    assert not page.pinned_card.isVisible()
    desk.undo_last()
    assert page.pinned_card.isVisible()


def test_a_note_comes_into_the_story_is_changed_and_found(
    page: CardPage, desk: Desk, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.story.note, "Found his umbrella")
    qtbot.keyClick(page.story.note, Qt.Key.Key_Return)
    assert page.story.note.text() == ""
    assert titles(page)[0] == "Note"
    page.story.opened.emit(page.story.view.story().entry(0))
    part(form(page), TextField, "fact_text").set_text("Found his grey umbrella")
    form(page).save.click()
    with qtbot.waitSignal(page.story.wanted):
        qtbot.keyClicks(page.story.search, "grey umb")
    assert titles(page) == ["Note"]
    desk.undo_last()
    assert titles(page) == []


def test_a_talk_in_the_shop_is_logged(page: CardPage, desk: Desk) -> None:
    page.header.log_requested.emit(Direction.IN_SHOP)
    sheet = form(page)
    assert not sheet.save.isEnabled()
    part(sheet, TextField, "log_text").set_text("Dana loved it")
    sheet.save.click()
    assert "Talk in the shop" in titles(page)
    assert "Last contact: today" in said(page.reaching)
    desk.undo_last()
    assert "Talk in the shop" not in titles(page)


def test_more_of_a_long_story_comes_as_one_scrolls(
    page: CardPage, desk: Desk, controller: CardController, customer_id: int, qtbot: QtBot
) -> None:
    for minute in range(2 * STRETCH):
        moment = at(f"2026-11-20 12:{minute:02}")
        desk.services.customers.note(moment, 1, customer_id, f"note {minute}")
    controller.refresh()
    story = page.story.view.story()
    assert story.rowCount() == STRETCH
    bar = page.story.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 1000)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: story.rowCount() == 2 * STRETCH)
    qtbot.waitUntil(lambda: bar.maximum() > 2000)
    bar.setValue(bar.maximum())
    qtbot.waitUntil(lambda: story.rowCount() == 2 * STRETCH + 1)
    assert len({story.entry(place).event for place in range(story.rowCount())}) == story.rowCount()


def test_a_follow_up_is_planned_moved_and_skipped(
    page: CardPage, desk: Desk, controller: CardController, qtbot: QtBot
) -> None:
    page.plan.click()
    sheet = form(page)
    part(sheet, Picker, "plan_kind").choose(Kind.THANK_YOU)
    qtbot.keyClicks(part(sheet, DateField, "plan_day"), "3 dec")
    sheet.save.click()
    row = next(row for row in page.coming.rows.rows() if row.badge == "Thank you")
    assert row.text == "3 Dec"
    choose(controller, page.coming, row.key, "Move it…")
    day = part(form(page), DateField, "move_day")
    day.selectAll()
    qtbot.keyClicks(day, "4 dec")
    form(page).save.click()
    row = next(row for row in page.coming.rows.rows() if row.badge == "Thank you")
    assert row.text == "4 Dec"
    choose(controller, page.coming, row.key, "Done without a call")
    assert "Thank you: done without a call" in titles(page)
    desk.undo_last()
    assert row in page.coming.rows.rows()


def test_a_promise_is_moved_and_kept(
    page: CardPage, desk: Desk, controller: CardController, customer_id: int, qtbot: QtBot
) -> None:
    desk.do(
        desk.services.today.plan, customer_id, Kind.PROMISE, date(2026, 11, 23), time(11),
        "call about the hem",
    )  # fmt: skip
    row = next(row for row in page.coming.rows.rows() if row.badge == "Promise")
    assert row.key[0] == card_rows.PROMISE
    choose(controller, page.coming, row.key, "Move it…")
    day = part(form(page), DateField, "promise_day")
    day.selectAll()
    qtbot.keyClicks(day, "24 nov")
    form(page).save.click()
    assert "Promise, Tuesday by 11:00, Call about the hem" in said(page.coming)
    choose(controller, page.coming, row.key, "Kept")
    assert not any("hem" in one for one in said(page.coming) + said(page.open))
    desk.undo_last()
    assert "Promise, Tuesday by 11:00, Call about the hem" in said(page.coming)


def test_the_buttons_of_the_head_lead_on(page: CardPage, desk: Desk, qtbot: QtBot) -> None:
    with qtbot.waitSignal(desk.place_requested) as signal:
        page.header.menu().actions()[0].trigger()
    (place,) = signal.args
    assert place.room is RoomName.VISIT and place.given.name == "Richard Libin"


def test_somebody_who_is_gone_is_said_and_nothing_breaks(
    page: CardPage, desk: Desk, controller: CardController, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(desk.troubled):
        controller.enter(Place(RoomName.CARD, 999))


@pytest.fixture
def call_id(desk: Desk, customer_id: int) -> int:
    """A call under way, on which things can be caught."""
    made_id = desk.services.calls.begin(NOW, 1, customer_id).made_id
    assert made_id is not None
    return made_id


def test_a_problem_is_owned_put_right_and_solved(
    page: CardPage, desk: Desk, controller: CardController, call_id: int, qtbot: QtBot
) -> None:
    desk.do(desk.services.calls.catch, call_id, ProblemForm("sleeves too long"))
    (row,) = page.open.rows.rows()
    assert row.spoken().startswith("Problem, Sleeves too long")
    assert "Ed Marsh sees to it" in said(page.open)[0]
    choose(controller, page.open, row.key, "How and by when…")
    part(form(page), TextField, "problem_how").set_text("Aldo shortens them")
    qtbot.keyClicks(part(form(page), DateField, "problem_by"), "24 nov")
    form(page).save.click()
    assert "Aldo shortens them · to be right by Tuesday" in said(page.open)[0]
    choose(controller, page.open, row.key, "Solved")
    assert page.open.rows.rows() == ()
    desk.undo_last()
    assert len(page.open.rows.rows()) == 1


def test_who_looks_after_them_is_chosen_on_its_row(
    page: CardPage, desk: Desk, controller: CardController
) -> None:
    """M-49: where it says that nobody does, too."""
    desk.services.shop.add_clerk(NOW, 1, "Ana Lopez")
    owner = (card_rows.OWNER, 0)
    choose(controller, page.reaching, owner, "Ana Lopez")
    assert said(page.reaching)[-1] == "Looked after by Ana Lopez"
    choose(controller, page.reaching, owner, "Nobody in particular")
    assert said(page.reaching)[-1] == "Nobody in particular looks after them"
    row = page.reaching.rows.rows()[-1]
    assert [text for text, _does in controller.actions.choices(row)] == ["Ana Lopez", "Ed Marsh"]


def test_a_referral_leads_to_the_other_card_and_goes_on(
    page: CardPage, desk: Desk, controller: CardController, call_id: int, qtbot: QtBot
) -> None:
    tom = ReferralForm("Tom Kessler", "212 555 0177", "friend", "dinner jacket", may_call=True)
    desk.do(desk.services.calls.catch, call_id, tom)
    (row,) = page.referrals.rows.rows()
    assert (row.label, row.text) == ("Has sent", "Tom Kessler")
    choose(controller, page.referrals, row.key, "Came in")
    assert page.referrals.rows.rows()[0].badge == "came in"
    assert page.referrals.rows.rows()[0].detail == "Friend · dinner jacket · Ed Marsh, today"
    desk.undo_last()
    assert page.referrals.rows.rows()[0].badge != "came in"


def test_a_referred_customer_knows_who_sent_them(
    page: CardPage, desk: Desk, controller: CardController, call_id: int, qtbot: QtBot
) -> None:
    tom = ReferralForm("Tom Kessler", "212 555 0177", "friend", "dinner jacket", may_call=True)
    desk.do(desk.services.calls.catch, call_id, tom)
    (row,) = page.referrals.rows.rows()
    with qtbot.waitSignal(desk.place_requested) as signal:
        choose(controller, page.referrals, row.key, "Open Tom Kessler’s card")
    controller.enter(signal.args[0])
    assert page.header.name.text() == "Tom Kessler"
    assert said(page.referrals)[0].startswith("Sent by: Richard Libin")


def test_an_unfinished_call_is_taken_up(
    page: CardPage, desk: Desk, controller: CardController, call_id: int, qtbot: QtBot
) -> None:
    controller.refresh()
    assert page.header.call.text() == "Go on with the call"
    with qtbot.waitSignal(desk.place_requested) as signal:
        page.header.call.click()
    assert signal.args == [Place(RoomName.CALL, call_id)]


def test_an_order_is_ticked_and_moved_on_the_card(
    page: CardPage, desk: Desk, customer_id: int, qtbot: QtBot
) -> None:
    altered = NewVisit(
        customer_id=customer_id,
        name="Richard Libin",
        items=("trousers",),
        fulfilment=Fulfilment.ALTERATION,
        promised_on=date(2026, 11, 25),
    )
    desk.do(desk.services.visits.record, altered)
    order = page.findChild(OrderCard)
    assert isinstance(order, OrderCard) and order.isVisible()
    order.next.click()
    assert order.state.text() == "Ready."
    order.menu().actions()[0].trigger()
    day = part(form(page), DateField, "order_day")
    day.selectAll()
    qtbot.keyClicks(day, "27 nov")
    part(form(page), LineField, "order_reason").setText("Aldo is ill")
    form(page).save.click()
    assert order.promised.text() == "Promised for Friday"
    assert "Order moved: trousers" in titles(page)
    desk.undo_last()
    assert order.promised.text() == "Promised for Wednesday"


def test_a_purchase_in_the_story_can_become_a_gift(page: CardPage, desk: Desk) -> None:
    page.story.opened.emit(page.story.view.story().entry(0))
    part(form(page), LineField, "for_whom").setText("his sister")
    part(form(page), Tick, "is_gift").click()
    form(page).save.click()
    assert page.story.view.story().entry(0).text == "A gift. For his sister."
    assert page.header.discreet.isVisible()
    desk.undo_last()
    assert not page.header.discreet.isVisible()


def test_any_other_event_is_read_as_a_whole(page: CardPage, desk: Desk, customer_id: int) -> None:
    desk.do(desk.services.calls.log, customer_id, Direction.INBOUND, "Dana loved it. " * 90)
    entry = page.story.view.story().entry(0)
    assert entry.text.endswith("…")
    page.story.opened.emit(entry)
    (sheet,) = [one for one in page.window().findChildren(Sheet) if one.isVisible()]
    assert any(label.text().count("Dana loved it.") == 90 for label in sheet.findChildren(QLabel))


def test_a_follow_up_is_skipped_only_with_a_reason(
    page: CardPage, desk: Desk, controller: CardController
) -> None:
    row = page.coming.rows.rows()[0]
    choose(controller, page.coming, row.key, "Skip it…")
    sheet = part(page.window(), SkipSheet, "skip_follow_up")
    assert not sheet.skip.isEnabled()
    sheet.own_words.setText("talked yesterday")
    sheet.skip.click()
    assert row not in page.coming.rows.rows()
    assert "talked yesterday" in page.story.view.story().entry(0).words.text
    desk.undo_last()
    assert row in page.coming.rows.rows()


def test_the_menus_that_drop_down_say_the_same(page: CardPage, controller: CardController) -> None:
    row = page.coming.rows.rows()[0]
    menu = controller.actions.menu(controller.actions.choices(row))
    texts = [action.text() for action in menu.actions()]
    assert texts == ["Start the call", "Move it…", "Done without a call", "Skip it…"]
    assert [text for text, _ in controller.actions.ways_to_add()] == [
        "A phone number…",
        "A mail address…",
        "What they allow…",
    ]
