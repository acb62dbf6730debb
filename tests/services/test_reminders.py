"""Reminders on a real database: announced, put off, put away, brought back, and a busy clerk."""

from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from followup_desktop.domain.changes import Changed, Did
from followup_desktop.domain.kinds import KINDS, Kind
from followup_desktop.domain.later import Later
from followup_desktop.domain.notice import Notice
from followup_desktop.domain.reminder import Busy, Reminder
from followup_desktop.domain.shop_time import Now
from followup_desktop.services import Services
from followup_desktop.store.reads import reminders as reads
from followup_desktop.store.rows import (
    AnnouncementRow,
    CustomerRow,
    FollowUpRow,
    PhoneRow,
    SettingRow,
)
from followup_desktop.store.store import Store
from tests.services.world import at, statements

LAST_WEEK = at("2026-11-16 12:00")
MONDAY = date(2026, 11, 23)


@pytest.fixture
def jun(store: Store) -> int:
    return customer(store, "Jun Hayashi")


def customer(store: Store, name: str, **values: Any) -> int:
    with store.action(Did.CUSTOMER_ADDED, LAST_WEEK) as unit:
        return unit.insert(CustomerRow, name=name, created_at=LAST_WEEK.utc, **values)


def plan(store: Store, who: int, kind: Kind = Kind.DAY_AFTER, **values: Any) -> int:
    with store.action(Did.FOLLOW_UP_PLANNED, LAST_WEEK) as unit:
        return unit.insert(
            FollowUpRow,
            customer=who,
            kind=kind,
            rank=KINDS[kind].rank,
            due_on=values.pop("due_on", MONDAY),
            created_at=LAST_WEEK.utc,
            **values,
        )


def promise(store: Store, who: int, hour: int = 11) -> int:
    return plan(store, who, Kind.PROMISE, due_time=time(hour), is_timed=True)


def monday(clock: str) -> Now:
    return at(f"2026-11-23 {clock}")


def show(services: Services, now: Now) -> Reminder:
    """What the tray does when it looks."""
    seen = services.reminders.due(now)
    if seen.fresh:
        services.reminders.announced(now, seen.fresh)
    return seen


# What is due


def test_those_without_a_time_are_announced_together_with_how_many_and_how_long(
    services: Services, store: Store, jun: int
) -> None:
    ids = tuple(plan(store, jun) for _ in range(5))
    assert show(services, monday("10:29")).ids == ()
    seen = show(services, monday("10:30"))
    assert seen.ids == ids
    assert [row.id for row in seen.rows] == list(ids[:3])
    assert (seen.more, seen.minutes, seen.count) == (2, 25, 5)
    assert not seen.is_quiet


def test_a_row_of_the_window_knows_what_its_words_need(services: Services, store: Store) -> None:
    promise(store, customer(store, "Richard Libin", title="Mr."))
    (row,) = show(services, monday("10:50")).rows
    assert (row.name, row.title, row.due_time) == ("Richard Libin", "Mr.", time(11))
    assert show(services, monday("10:50")).first_is_promise


def test_nothing_due_is_neutral(services: Services) -> None:
    seen = show(services, monday("12:00"))
    assert (seen.ids, seen.count, seen.is_quiet, seen.first_is_promise) == ((), 0, True, False)


def test_what_was_announced_stands_after_the_program_was_killed(
    services: Services, store: Store, jun: int, tmp_path: Path
) -> None:
    one = plan(store, jun)
    show(services, monday("10:30"))
    folder = store.path.parent
    store.close()
    again = Store.open(folder, now=monday("10:31"))
    seen = Services(again).reminders.due(monday("10:31"))
    assert (seen.ids, seen.fresh) == ((one,), ())
    again.close()


def test_a_promise_is_written_down_twice_and_what_was_answered_is_answered_anew(
    services: Services, store: Store, jun: int
) -> None:
    one = promise(store, jun)
    show(services, monday("10:50"))
    services.reminders.dismiss(monday("10:51"), 1, [one])
    assert show(services, monday("10:52")).ids == ()
    assert show(services, monday("11:00")).ids == (one,)
    (row,) = AnnouncementRow.select()
    assert (row.notice, row.dismissed_at) == (Notice.DUE, None)


def test_what_is_done_leaves_the_window(services: Services, store: Store, jun: int) -> None:
    one, other = plan(store, jun), plan(store, jun)
    show(services, monday("10:30"))
    services.today.done(monday("10:31"), 1, one)
    seen = services.reminders.due(monday("10:31"))
    assert (seen.ids, seen.count) == ((other,), 1)


def test_what_is_moved_is_announced_again_at_its_new_time(
    services: Services, store: Store, jun: int
) -> None:
    one = plan(store, jun)
    show(services, monday("10:30"))
    services.today.move(monday("10:31"), 1, one, MONDAY, time(14))
    assert show(services, monday("13:59")).ids == ()
    assert [fresh.follow_up_id for fresh in show(services, monday("14:00")).fresh] == [one]


def test_a_move_that_was_taken_back_uses_no_version_twice(
    services: Services, store: Store, jun: int
) -> None:
    one = plan(store, jun, due_on=MONDAY)
    show(services, monday("10:30"))
    moved = services.today.move(monday("10:31"), 1, one, MONDAY, time(11))
    show(services, monday("11:00"))
    assert moved.action_id is not None
    store.undo(moved.action_id, monday("11:01"))
    services.today.move(monday("11:02"), 1, one, MONDAY, time(12))
    assert [fresh.follow_up_id for fresh in show(services, monday("12:00")).fresh] == [one]


def test_it_waits_for_the_customer_s_good_time_and_for_those_who_may_not_be_called(
    services: Services, store: Store, jun: int
) -> None:
    with store.action(Did.CUSTOMER_CHANGED, LAST_WEEK) as unit:
        unit.insert(
            PhoneRow, customer=jun, number="+12125550188", good_from=time(13), good_to=time(15)
        )
    one = plan(store, jun)
    never = customer(store, "Ada Berg", dont_call_at=LAST_WEEK.utc)
    plan(store, never, Kind.LEFT_FIRST)
    waiting = show(services, monday("10:30"))
    assert (waiting.ids, waiting.next_at) == ((), monday("13:00").local)
    assert show(services, monday("13:00")).ids == (one,)


# Put off, put away, brought back


def test_put_off_it_comes_back_at_its_time_and_the_tray_says_when(
    services: Services, store: Store, jun: int
) -> None:
    one = plan(store, jun)
    show(services, monday("10:30"))
    changes = services.reminders.snooze(monday("10:42"), 1, [one], Later.HOUR)
    assert changes.what is Changed.FOLLOW_UPS
    away = show(services, monday("11:41"))
    assert (away.ids, away.count, away.put_off) == ((), 0, 1)
    assert away.back_at == monday("11:42").local
    back = show(services, monday("11:42"))
    assert (back.ids, back.fresh) == ((one,), ())
    assert FollowUpRow.get_by_id(one).due_on == MONDAY


def test_the_day_s_list_says_until_when_it_is_put_off(
    services: Services, store: Store, jun: int
) -> None:
    one = plan(store, jun)
    plan(store, jun)
    show(services, monday("10:41"))
    services.reminders.snooze(monday("10:42"), 1, [one], Later.HOUR)
    now = monday("11:00")
    assert [row.put_off_until for row in services.today.today(now, None).rows] == [
        monday("11:42").local,
        None,
    ]
    assert services.today.preview(now, one).row.put_off_until == monday("11:42").local
    assert services.today.preview(monday("11:42"), one).row.put_off_until is None
    # A clock that was set back: the reminder doesn't wait for it, and neither does the list.
    assert services.today.preview(monday("09:30"), one).row.put_off_until is None
    services.today.move(now, 1, one, MONDAY)
    assert services.today.preview(now, one).row.put_off_until is None


def test_a_picked_time_holds_for_all_and_a_promise_keeps_its_own(
    services: Services, store: Store, jun: int
) -> None:
    one, other = promise(store, jun, 12), plan(store, jun)
    show(services, monday("11:50"))
    services.reminders.snooze(monday("11:51"), 1, [one, other], monday("15:00").local)
    assert show(services, monday("12:00")).ids == (one,)
    assert show(services, monday("15:00")).ids == (one, other)


def test_put_away_it_can_be_brought_back_for_a_week(
    services: Services, store: Store, jun: int
) -> None:
    one, other = plan(store, jun), plan(store, jun)
    show(services, monday("10:30"))
    services.reminders.dismiss(monday("10:31"), 1, [one])
    services.reminders.dismiss(monday("10:32"), 1, [other])
    away = show(services, monday("10:33"))
    assert (away.ids, away.count) == ((), 2)
    found = services.reminders.recently_dismissed(monday("10:33"))
    assert [one.due.id for one in found] == [other, one]
    assert found[0].at == monday("10:32").utc
    services.reminders.bring_back(monday("10:34"), 1, [one])
    assert show(services, monday("10:35")).ids == (one,)
    later = at("2026-11-30 10:31")
    assert [one.due.id for one in services.reminders.recently_dismissed(later)] == [other]
    assert services.reminders.recently_dismissed(at("2026-11-30 10:33")) == ()


def test_what_was_put_off_before_it_was_announced_is_left_alone(
    services: Services, store: Store, jun: int
) -> None:
    one = plan(store, jun)
    services.reminders.dismiss(monday("10:00"), 1, [one])
    assert show(services, monday("10:30")).ids == (one,)


# The menu


def first(services: Services, now: Now) -> list[int]:
    seen = services.reminders.due(now)
    return [due.id for due in services.reminders.first(now, seen)]


def test_the_menu_has_the_first_of_all_that_is_counted(
    services: Services, store: Store, jun: int
) -> None:
    done, away = plan(store, jun, Kind.REFERRAL), plan(store, jun)
    show(services, monday("10:30"))
    services.reminders.dismiss(monday("10:31"), 1, [done, away])
    soon = promise(store, jun)
    assert first(services, monday("10:50")) == [soon, away, done]


# Busy


def test_a_busy_clerk_is_left_in_peace_and_the_count_still_shows(
    services: Services, store: Store, jun: int
) -> None:
    services.reminders.busy(monday("10:15"), 1, Busy.HOUR)
    one = plan(store, jun)
    busy = show(services, monday("10:30"))
    assert (busy.fresh, busy.is_quiet, busy.count) == ((), True, 1)
    assert busy.busy_until == monday("11:15").local
    assert first(services, monday("10:31")) == [one]
    after = show(services, monday("11:15"))
    assert (after.ids, after.late, after.busy_until) == ((one,), 1, None)


def test_busy_can_be_ended_and_begun_again(services: Services, store: Store, jun: int) -> None:
    one = plan(store, jun)
    services.reminders.busy(monday("10:15"), 1, Busy.UNTIL_TOMORROW)
    services.reminders.busy(monday("10:40"), 1, None)
    assert show(services, monday("10:40")).ids == (one,)


def test_a_quiet_that_can_t_be_read_is_none(services: Services, store: Store, jun: int) -> None:
    with store.quiet(monday("10:00")) as unit:
        unit.insert(SettingRow, name=reads.BUSY, value="soon")
    assert services.reminders.due(monday("10:00")).busy_until is None


# After an absence


@pytest.mark.parametrize("number", [200, pytest.param(5_000, marks=pytest.mark.slow)])
def test_after_an_absence_there_is_one_summary(
    services: Services, store: Store, jun: int, number: int
) -> None:
    with store.quiet(LAST_WEEK) as unit:
        for _ in range(number):
            unit.insert(
                FollowUpRow,
                customer=jun,
                kind=Kind.DAY_AFTER,
                rank=KINDS[Kind.DAY_AFTER].rank,
                due_on=MONDAY - timedelta(days=2),
                created_at=LAST_WEEK.utc,
            )
    seen = show(services, monday("12:00"))
    assert (len(seen.fresh), len(seen.ids), seen.late, len(seen.rows)) == (number,) * 3 + (3,)
    again = show(services, monday("12:01"))
    assert (again.fresh, len(again.ids), again.late) == ((), number, number)
    services.reminders.snooze(monday("12:02"), 1, again.ids, Later.TOMORROW)
    assert show(services, monday("18:00")).ids == ()
    services.reminders.dismiss(at("2026-11-24 10:00"), 1, again.ids)
    assert show(services, at("2026-11-24 10:01")).count == number


def test_looking_takes_a_fixed_number_of_statements(
    services: Services, store: Store, jun: int
) -> None:
    counted = []
    for _ in range(2):
        for _ in range(4):
            plan(store, jun)
        services.reminders.due(monday("10:30"))
        with statements(store) as sent:
            services.reminders.due(monday("10:30"))
        counted.append(len(sent))
    assert counted[0] == counted[1] <= 16
