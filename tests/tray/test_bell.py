"""The bell on a real database: when it rings, what it writes down; and idling costs nothing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from followup_desktop.domain.changes import Did
from followup_desktop.domain.kinds import KINDS, Kind
from followup_desktop.domain.later import Later
from followup_desktop.domain.reminder import Busy, Reminder
from followup_desktop.domain.shop_time import Now
from followup_desktop.services import Services
from followup_desktop.store.rows import AnnouncementRow, CustomerRow, FollowUpRow
from followup_desktop.store.store import Store
from followup_desktop.tray.bell import Bell
from tests.services.world import HOURS, at, statements

LAST_WEEK = at("2026-11-16 12:00")


@dataclass
class Fake:
    """A presenter that remembers."""

    shown: list[tuple[int, ...]] = field(default_factory=list)
    updated: list[tuple[int, ...]] = field(default_factory=list)
    is_up: bool = False

    def show(self, reminder: Reminder, *, hides_names: bool) -> None:
        self.shown.append(reminder.ids)
        self.is_up = True

    def update(self, reminder: Reminder, *, hides_names: bool) -> None:
        self.updated.append(reminder.ids)

    def hide(self) -> None:
        self.is_up = False


@dataclass
class Clock:
    now: Now

    def __call__(self) -> Now:
        return self.now

    def is_at(self, moment: str) -> None:
        self.now = at(f"2026-11-23 {moment}")


@pytest.fixture
def store(data_dir: Path) -> Iterator[Store]:
    store = Store.open(data_dir, now=LAST_WEEK)
    Services(store).shop.set_up(LAST_WEEK, "Marsh & Daughter", "US", HOURS, "Ed Marsh")
    yield store
    store.close()


@pytest.fixture
def clock() -> Clock:
    return Clock(at("2026-11-23 10:00"))


@pytest.fixture
def presenter() -> Fake:
    return Fake()


@pytest.fixture
def bell(qapp: QApplication, store: Store, clock: Clock, presenter: Fake) -> Bell:
    return Bell(Services(store).reminders, clock, presenter)


def plan(store: Store, number: int = 1, kind: Kind = Kind.DAY_AFTER) -> list[int]:
    with store.action(Did.CUSTOMER_ADDED, LAST_WEEK) as unit:
        who = unit.insert(CustomerRow, name="Jun Hayashi", created_at=LAST_WEEK.utc)
        return [
            unit.insert(
                FollowUpRow,
                customer=who,
                kind=kind,
                rank=KINDS[kind].rank,
                due_on=at("2026-11-23 00:00").day,
                created_at=LAST_WEEK.utc,
            )
            for _ in range(number)
        ]


def tick(bell: Bell, clock: Clock, moment: str) -> None:
    clock.is_at(moment)
    bell.tick()


def test_it_rings_at_its_time_once_and_writes_it_down(
    bell: Bell, store: Store, clock: Clock, presenter: Fake
) -> None:
    ids = tuple(plan(store, 2))
    tick(bell, clock, "10:29")
    assert presenter.shown == []
    tick(bell, clock, "10:30")
    assert presenter.shown == [ids]
    assert AnnouncementRow.select().count() == 2
    for moment in ("10:31", "12:00", "16:00"):
        tick(bell, clock, moment)
    assert presenter.shown == [ids]


def test_while_nothing_can_change_a_tick_asks_the_database_nothing(
    bell: Bell, store: Store, clock: Clock
) -> None:
    plan(store)
    tick(bell, clock, "10:00")
    with statements(store) as sent:
        for minute in range(1, 30):
            tick(bell, clock, f"10:{minute:02d}")
    assert sent == []


def test_a_kill_while_the_window_is_up_shows_it_again(
    bell: Bell, store: Store, clock: Clock, presenter: Fake
) -> None:
    ids = tuple(plan(store))
    tick(bell, clock, "10:30")
    again = Fake()
    tick(Bell(Services(store).reminders, clock, again), clock, "10:31")
    assert again.shown == [ids]


def test_an_answer_is_kept_before_the_window_goes(
    bell: Bell, store: Store, clock: Clock, presenter: Fake, monkeypatch: pytest.MonkeyPatch
) -> None:
    ids = plan(store)
    tick(bell, clock, "10:30")
    kept: list[object] = []
    monkeypatch.setattr(presenter, "hide", lambda: kept.append(AnnouncementRow.get().dismissed_at))
    bell.dismiss(ids)
    assert kept == [clock.now.utc]


def test_put_off_it_comes_back(
    bell: Bell, store: Store, clock: Clock, presenter: Fake, qtbot: QtBot
) -> None:
    ids = plan(store)
    tick(bell, clock, "10:30")
    with qtbot.waitSignal(bell.changed):
        bell.put_off(ids, Later.HOUR)
    assert not presenter.is_up
    tick(bell, clock, "11:29")
    assert not presenter.is_up
    tick(bell, clock, "11:30")
    assert presenter.is_up


def test_busy_hides_the_window_and_brings_it_back(
    bell: Bell, store: Store, clock: Clock, presenter: Fake
) -> None:
    plan(store)
    tick(bell, clock, "10:30")
    bell.be_busy(Busy.HOUR)
    assert not presenter.is_up
    tick(bell, clock, "11:30")
    assert presenter.is_up


def test_what_was_put_away_comes_back_when_it_is_asked_for(
    bell: Bell, store: Store, clock: Clock, presenter: Fake
) -> None:
    ids = plan(store)
    tick(bell, clock, "10:30")
    bell.dismiss(ids)
    assert [one.due.id for one in bell.recently_dismissed()] == ids
    assert [due.id for due in bell.first()] == ids
    bell.bring_back(ids)
    assert presenter.is_up


def test_another_one_that_comes_up_is_shown_in_the_same_window(
    bell: Bell, store: Store, clock: Clock, presenter: Fake
) -> None:
    (one,) = plan(store)
    tick(bell, clock, "10:30")
    (promise,) = plan(store, kind=Kind.PROMISE)
    bell.look()
    assert presenter.shown == [(one,), (promise, one)]


def test_what_is_done_elsewhere_is_gone_soon_after(
    bell: Bell, store: Store, clock: Clock, presenter: Fake, qtbot: QtBot
) -> None:
    (one,) = plan(store)
    tick(bell, clock, "10:30")
    Services(store).today.done(clock.now, 1, one)
    bell.look_soon()
    qtbot.waitUntil(lambda: not presenter.is_up)


def test_outside_the_shop_s_hours_a_restart_stays_silent(
    bell: Bell, store: Store, clock: Clock
) -> None:
    ids = tuple(plan(store))
    tick(bell, clock, "10:30")
    again = Fake()
    other = Bell(Services(store).reminders, clock, again)
    tick(other, clock, "21:00")
    assert again.shown == []
    clock.now = at("2026-11-24 10:00")
    other.tick()
    assert again.shown == [ids]


def test_two_hundred_after_an_absence_are_one_window(
    bell: Bell, store: Store, clock: Clock, presenter: Fake
) -> None:
    ids = tuple(plan(store, 200))
    tick(bell, clock, "17:00")
    assert presenter.shown == [ids]


@pytest.mark.slow
def test_five_thousand_are_one_window_too_and_looked_at_in_slices(
    bell: Bell, store: Store, clock: Clock, presenter: Fake, qtbot: QtBot
) -> None:
    plan(store, 4_000)
    tick(bell, clock, "17:00")
    assert presenter.shown == []
    qtbot.waitUntil(lambda: AnnouncementRow.select().count() == 4_000, timeout=60_000)
    assert [len(ids) for ids in presenter.shown] == [4_000]
    clock.now = Now(clock.now.utc + timedelta(minutes=1), clock.now.local + timedelta(minutes=1))
    bell.dismiss(range(1, 4_001))
    qtbot.waitUntil(lambda: not presenter.is_up, timeout=60_000)
