"""Settings, Rules: a change that would move something is shown before it is made."""

from datetime import date

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.shop import ClosingDays
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services.rules import calling_regions
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.effect_sheet import EffectSheet
from followup_desktop.ui.room import Place, RoomName
from followup_desktop.ui.settings.controller import SettingsController
from followup_desktop.ui.settings.page import Part, SettingsPage
from followup_desktop.words import rules as words


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> SettingsPage:
    desk.do(
        desk.services.visits.record,
        NewVisit(name="Jun Hayashi", phone="212 555 0143", items=("White shirt",)),
    )
    page = SettingsPage(None, today=desk.now().day, regions=calling_regions(), folder=desk.folder)
    qtbot.addWidget(page)
    controller = SettingsController(desk, page)
    page.resize(1200, 700)
    page.show()
    controller.enter(Place(RoomName.SETTINGS, given=Part.RULES))
    return page


def open_sheet(page: QWidget) -> EffectSheet | None:
    return next((one for one in page.findChildren(EffectSheet) if one.isVisible()), None)


def rules_of_jun() -> set[str]:
    return {one.rule for one in open_of(customer=1)}


def switch_off(page: SettingsPage, rule: Rule) -> EffectSheet:
    page.rules.rules[rule].tick.click()
    sheet = open_sheet(page)
    assert sheet is not None
    return sheet


def test_a_rule_is_left_as_it_was_when_its_effect_is_not_wanted(
    page: SettingsPage, desk: Desk
) -> None:
    before = desk.undoable
    sheet = switch_off(page, Rule.TWO_MONTHS)
    assert sheet.said.text() == "1 follow-up would go."
    sheet.leave.click()
    assert open_sheet(page) is None
    assert page.rules.rules[Rule.TWO_MONTHS].tick.isChecked()
    assert "two_months" in rules_of_jun()
    assert desk.undoable == before


def test_a_rule_is_changed_after_its_effect_was_seen_and_taken_back_as_one(
    page: SettingsPage, desk: Desk
) -> None:
    switch_off(page, Rule.TWO_MONTHS).apply.click()
    assert "two_months" not in rules_of_jun()
    assert not page.rules.rules[Rule.TWO_MONTHS].tick.isChecked()
    assert not page.rules.rules[Rule.TWO_MONTHS].days.isEnabled()
    desk.undo_last()
    assert "two_months" in rules_of_jun()
    assert page.rules.rules[Rule.TWO_MONTHS].tick.isChecked()


def test_where_nothing_would_move_it_is_kept_at_once(page: SettingsPage, desk: Desk) -> None:
    page.rules.rules[Rule.LEFT_DAY_30].tick.click()
    assert open_sheet(page) is None
    line = next(one for one in desk.services.rules.book().rules if one.rule is Rule.LEFT_DAY_30)
    assert not line.is_on


def test_days_minutes_tries_and_what_is_put_aside(page: SettingsPage, desk: Desk) -> None:
    days = page.rules.rules[Rule.CHECK_IN].days
    days.chosen.emit(days.value())  # as it stands: nothing to do
    days.choose(120)
    days.chosen.emit(120)
    page.rules.kinds[Kind.DATE].minutes.choose(10)
    page.rules.kinds[Kind.DATE].minutes.chosen.emit(10)
    page.rules.kinds[Kind.DATE].pause.click()
    button = page.rules.tries.findChild(QAbstractButton, "max_tries_4")
    assert button is not None
    button.click()
    book = desk.services.rules.book()
    assert next(one.days for one in book.rules if one.rule is Rule.CHECK_IN) == 120
    date = next(one for one in book.kinds if one.kind is Kind.DATE)
    assert (date.minutes, date.is_paused) == (10, True)
    assert desk.services.shop.shop().preferences.max_tries == 4


def test_putting_aside_says_how_many_will_wait(page: SettingsPage, desk: Desk) -> None:
    page.rules.kinds[Kind.TWO_WEEKS].pause.click()
    sheet = open_sheet(page)
    assert sheet is not None
    assert sheet.said.text() == "1 follow-up would wait until you take this up again."
    sheet.apply.click()
    assert page.rules.kinds[Kind.TWO_WEEKS].pause.isChecked()


def test_every_rule_that_can_be_changed_stands_on_the_page_once(
    page: SettingsPage, desk: Desk
) -> None:
    shown = [rule for _caption, rules in words.GROUPS for rule in rules]
    assert sorted(shown) == sorted(one.rule for one in desk.services.rules.book().rules)
    for controls in page.rules.rules.values():
        assert controls.tick.accessibleName() and controls.days.accessibleName()
        assert controls.days.currentText()


def test_closing_days_show_what_they_would_move(page: SettingsPage, desk: Desk) -> None:
    """M-47: the shirt's two weeks fall on them."""
    closed = ClosingDays(date(2026, 12, 4), date(2026, 12, 9), "Stocktaking")
    page.shop.closing.changed.emit((closed,))
    sheet = open_sheet(page)
    assert sheet is not None
    assert sheet.said.text() == "1 follow-up would move."
    sheet.leave.click()
    assert desk.services.shop.shop().closing_days == ()
    page.shop.closing.changed.emit((closed,))
    sheet = open_sheet(page)
    assert sheet is not None
    sheet.apply.click()
    assert desk.services.shop.shop().closing_days == (closed,)
    due = {one.rule: one.due_on for one in open_of(customer=1)}
    assert due["two_weeks"] == date(2026, 12, 10)


def choose(page: SettingsPage, choice: str) -> EffectSheet:
    button = page.findChild(QAbstractButton, choice)
    assert button is not None
    button.click()
    sheet = open_sheet(page)
    assert sheet is not None
    return sheet


def texts(sheet: EffectSheet) -> list[str]:
    return [label.text() for label in sheet.findChildren(QLabel) if label.isVisible()]


def test_fewer_first_sales_show_what_goes_and_what_comes(page: SettingsPage, desk: Desk) -> None:
    """M-35."""
    desk.do(desk.services.visits.record, NewVisit(customer_id=1, items=("Grey coat",)))
    sheet = choose(page, "first_n_sales_1")
    assert sheet.said.text() == "2 follow-ups would go. 1 new one would come instead."
    assert "Jun Hayashi · Thank you" in texts(sheet)
    sheet.leave.click()
    assert desk.services.shop.shop().preferences.first_n_sales == 4
    assert page.rules.first_sales.value() == 4
    choose(page, "first_n_sales_1").apply.click()
    assert "light_thanks" in rules_of_jun()
    desk.undo_last()
    assert "light_thanks" not in rules_of_jun()


def test_stricter_hours_say_how_many_would_wait_and_that_nothing_moves(
    page: SettingsPage, desk: Desk
) -> None:
    """M-47: a Saturday in France waits until Monday, and advertising for a yes."""
    page.follow_ups.region.chosen.emit("fr")
    sheet = open_sheet(page)
    assert sheet is not None
    assert sheet.said.text() == "2 calls would wait longer than now."
    assert "Everything stays on its day. Each call says until when it waits." in texts(sheet)
    assert {"Sat 5 Dec: waits until Mon 7 Dec", "Wed 20 Jan: no permission yet"} < set(texts(sheet))
    sheet.apply.click()
    assert desk.services.shop.shop().preferences.calling_region == "fr"


def test_what_cannot_be_kept_is_said_and_not_shown_as_an_effect(
    page: SettingsPage, desk: Desk
) -> None:
    page.follow_ups.own_not_on.chosen.emit(tuple(range(7)))
    assert open_sheet(page) is None
    assert page.notice.isVisible()
