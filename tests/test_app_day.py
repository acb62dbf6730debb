"""Days in the running program that begin with a visit, by the names of what a clerk uses."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from followup_desktop.app.app import App
from followup_desktop.app.hand import Hand
from followup_desktop.domain.customer import ComingUp, CustomerCard
from followup_desktop.domain.kinds import FollowUpStatus, Kind
from followup_desktop.domain.shop_time import Now
from followup_desktop.services import Services
from followup_desktop.store.store import Store
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.kit import theme
from followup_desktop.words import days
from tests.services.world import HOURS, at

FRIDAY = datetime.fromisoformat("2026-11-20T16:00")
"""The shop is open on Saturday, and closed on Sunday."""
MONDAY = date(2026, 11, 23)


class Clock:
    local = FRIDAY

    def now(self) -> Now:
        return Now(utc=self.local.replace(tzinfo=UTC), local=self.local)


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def plain_after(qapp: QApplication) -> Iterator[None]:
    locale = QLocale()
    yield
    QLocale.setDefault(locale)
    days.use(days.PlainDays())
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.NORMAL)


@pytest.fixture
def app(clock: Clock, data_dir: Path, qtbot: QtBot) -> Iterator[App]:
    now = at("2026-11-20 09:00")
    store = Store.open(data_dir, now=now)
    Services(store).shop.set_up(now, "Marsh & Daughter", "US", HOURS, "Ed Marsh")
    store.close()
    app = App(data_dir, clock.now)
    qtbot.addWidget(app.window)
    with qtbot.waitSignal(app.window.moved):
        app.start()
    app.window.resize(1366, 768)
    yield app
    app.window.close()


@pytest.fixture
def hand(app: App, tmp_path: Path) -> Hand:
    return Hand(app.window, tmp_path)


def desk_of(app: App) -> Desk:
    assert app.session is not None
    assert app.session.desk is not None
    return app.session.desk


def card(app: App, name: str) -> CustomerCard:
    desk = desk_of(app)
    (hit,) = desk.services.customers.hits(name)
    return desk.services.customers.card(desk.now(), hit.id)


def record_purchase(hand: Hand) -> None:
    hand.key(Qt.Key.Key_N, control=True)
    hand.write("visit_who", "Jun Hayashi")
    hand.write("visit_phone", "212 555 0188")
    hand.write("visit_items_line", "Navy suit")
    hand.write("visit_occasion", "his sister’s wedding")
    hand.write("visit_occasion_on", "28 nov")
    hand.press("visit_save")


def next_morning(app: App, clock: Clock) -> None:
    clock.local = FRIDAY + timedelta(hours=18, minutes=30)
    desk_of(app).day_changed.emit()


def start_first_call(hand: Hand) -> None:
    hand.press("start_call")


def go_to_the_talk(hand: Hand) -> None:
    hand.press("purpose_referral")
    hand.press("call_next_script")
    hand.press("call_next_bridge")
    hand.press("call_start")


def test_the_program_is_closed_on_the_call_and_goes_on_there(
    hand: Hand, app: App, clock: Clock, data_dir: Path, qtbot: QtBot
) -> None:
    record_purchase(hand)
    next_morning(app, clock)
    start_first_call(hand)
    go_to_the_talk(hand)
    hand.press_some("cue_", 1)
    hand.write("call_notes", "Half a sentence")
    app.window.close()
    again = App(data_dir, clock.now)
    qtbot.addWidget(again.window)
    with qtbot.waitSignal(again.window.moved):
        again.start()
    hand_again = Hand(again.window, data_dir)
    hand_again.rest(200)
    start_first_call(hand_again)
    assert hand_again.see("call_notes").toPlainText() == "Half a sentence"
    assert again.window.in_call
    again.window.close()


def test_nobody_answers_and_the_next_try_is_another_part_of_the_day(
    hand: Hand, app: App, clock: Clock
) -> None:
    record_purchase(hand)
    next_morning(app, clock)
    start_first_call(hand)
    go_to_the_talk(hand)
    hand.press("end_call")
    hand.press("wrap_outcome_no_answer")
    hand.press_first("wrap_save_close", "wrap_save_next")
    tries = [one for one in card(app, "Jun Hayashi").coming_up if _is_next_try(one)]
    (again,) = tries
    assert again.due_on == MONDAY
    assert again.due_time is not None
    assert again.due_time >= time(12)


def _is_next_try(one: ComingUp) -> bool:
    return one.kind is Kind.DAY_AFTER and one.status is FollowUpStatus.OPEN


def test_a_recorded_visit_can_be_taken_back_whole(hand: Hand, app: App) -> None:
    record_purchase(hand)
    assert desk_of(app).services.customers.hits("Jun Hayashi") != ()
    hand.key(Qt.Key.Key_Z, control=True)
    assert desk_of(app).services.customers.hits("Jun Hayashi") == ()
