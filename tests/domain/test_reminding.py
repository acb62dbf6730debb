"""What the tray says, when, and how often. The timelines show the same for whatever happens."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

import pytest

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.later import Later
from followup_desktop.domain.notice import Notice
from followup_desktop.domain.putting_off import (
    busy_now,
    busy_until,
    promised_at,
    snoozed_until,
)
from followup_desktop.domain.quiet import QuietRules
from followup_desktop.domain.reminder import Busy, Look, Remindable, Told
from followup_desktop.domain.reminding import look, still_holds
from followup_desktop.domain.shop import ClosingDays
from followup_desktop.domain.shop_time import Now
from tests.domain.follow_ups import TODAY, follow_up
from tests.domain.shops import NEVER, WEEK

LONG_AGO = datetime(2026, 11, 1, tzinfo=UTC)
ANYTIME = QuietRules(shop=WEEK, calling=NEVER)
"""A shop that is open Monday to Saturday, 10 to 19, with 10:30 and 16:00 for its follow-ups."""


def at(hour: int, minute: int = 0, day: date = TODAY, offset: int = 2) -> Now:
    local = datetime.combine(day, time(hour, minute))
    return Now(utc=local.replace(tzinfo=UTC) - timedelta(hours=offset), local=local)


def one(
    kind: Kind = Kind.DAY_AFTER, number: int = 1, created: datetime = LONG_AGO, **facts: Any
) -> Remindable:
    told = facts.pop("told", None)
    return Remindable(follow_up(kind, number, **facts), created, told)


def promise(hour: int, minute: int = 0, **facts: Any) -> Remindable:
    return one(Kind.PROMISE, due_time=time(hour, minute), is_timed=True, **facts)


def seen(*ones: Remindable, now: Now, rules: QuietRules = ANYTIME, **more: Any) -> Look:
    return look(ones, now, rules, more.get("busy_until"))


def said(told: Look) -> list[tuple[int, Notice]]:
    return [(one.follow_up_id, one.notice) for one in told.fresh]


def told(notice: Notice = Notice.DUE, *, when: Now, **answers: Any) -> Told:
    return Told(notice, when.utc, **answers)


# When


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at(10, 49), []),
        (at(10, 50), [(1, Notice.SOON)]),
        (at(11, 0), [(1, Notice.DUE)]),
        (at(15, 0), [(1, Notice.DUE)]),
    ],
)
def test_a_promise_is_announced_ten_minutes_before_and_at_its_time(
    now: Now, expected: list[tuple[int, Notice]]
) -> None:
    assert said(seen(promise(11), now=now)) == expected


def test_whoever_asked_to_be_called_back_is_announced_beforehand_too() -> None:
    back = one(Kind.CALL_BACK, due_time=time(11), is_timed=True)
    assert said(seen(back, now=at(10, 50))) == [(1, Notice.SOON)]


def test_another_one_with_a_time_is_announced_at_that_time_alone() -> None:
    problem = one(Kind.PROBLEM, due_time=time(12), is_timed=True)
    assert said(seen(problem, now=at(11, 59))) == []
    assert said(seen(problem, now=at(12))) == [(1, Notice.DUE)]


def test_those_without_a_time_come_together_at_the_shop_s_follow_up_times() -> None:
    ones = [one(number=number) for number in (1, 2, 3)]
    early = seen(*ones, now=at(10, 29))
    assert early.fresh == ()
    assert early.next_at == at(10, 30).local
    assert said(seen(*ones, now=at(10, 30))) == [(number, Notice.DUE) for number in (1, 2, 3)]


@pytest.mark.parametrize(
    ("from_when", "rings"),
    [(time(11), at(16)), (time(16), at(16)), (time(17), at(17))],
)
def test_one_that_suits_only_later_waits_for_the_next_of_them(from_when: time, rings: Now) -> None:
    afternoon = one(due_time=from_when)
    assert seen(afternoon, now=at(10, 30)).next_at == rings.local
    assert said(seen(afternoon, now=rings)) == [(1, Notice.DUE)]


@pytest.mark.parametrize(("planned", "rings"), [(at(11), at(16)), (at(17), at(17, 30))])
def test_one_that_was_planned_today_doesn_t_ring_at_once(planned: Now, rings: Now) -> None:
    new = one(created=planned.utc)
    a_minute = timedelta(minutes=1)
    before = Now(rings.utc - a_minute, rings.local - a_minute)
    assert seen(new, now=before).next_at == rings.local
    assert said(seen(new, now=rings)) == [(1, Notice.DUE)]


def test_what_falls_on_a_closed_day_comes_at_the_next_open_day_s_time() -> None:
    rules = replace(ANYTIME, shop=replace(WEEK, closing_days=(ClosingDays(TODAY, TODAY),)))
    tomorrow = TODAY + timedelta(days=1)
    assert said(seen(one(), now=at(10, 29, tomorrow), rules=rules)) == []
    assert said(seen(one(), now=at(10, 30, tomorrow), rules=rules)) == [(1, Notice.DUE)]


# Waiting


def test_outside_the_shop_s_hours_it_waits_for_the_opening() -> None:
    early = seen(promise(9), now=at(9, 15))
    assert (early.fresh, early.next_at) == ((), at(10).local)
    assert said(seen(promise(9), now=at(10))) == [(1, Notice.DUE)]


def test_it_waits_for_the_customer_s_good_time() -> None:
    picky = one(good_from=time(13), good_to=time(15))
    waiting = seen(picky, now=at(10, 30))
    assert (waiting.fresh, waiting.next_at) == ((), at(13).local)
    assert said(seen(picky, now=at(13))) == [(1, Notice.DUE)]


def test_it_waits_for_the_region_s_calling_hours() -> None:
    calling = replace(WEEK, hours=tuple(replace(one, opens=time(12)) for one in WEEK.hours))
    waiting = seen(one(), now=at(10, 30), rules=replace(ANYTIME, calling=calling))
    assert (waiting.fresh, waiting.next_at) == ((), at(12).local)


def test_nobody_is_announced_who_asked_not_to_be_called() -> None:
    never = one(Kind.LEFT_FIRST, dont_call=True)
    assert seen(never, now=at(16)).fresh == ()


def test_waiting_for_one_holds_nothing_else_back() -> None:
    picky = one(number=1, good_from=time(13), good_to=time(15))
    assert said(seen(picky, one(number=2), now=at(10, 30))) == [(2, Notice.DUE)]


# Once


def test_what_was_said_isn_t_said_again_and_stands_until_it_is_answered() -> None:
    standing = one(told=told(when=at(10, 30)))
    for now in (at(10, 31), at(16), at(11, day=TODAY + timedelta(days=3))):
        assert seen(standing, now=now).fresh == ()
        assert seen(standing, now=now).standing == (1,)


def test_not_even_when_the_clock_is_set_back() -> None:
    for now in (at(10, 10), at(10, 30)):
        again = seen(one(told=told(when=at(10, 30))), now=now)
        assert (again.fresh, again.standing) == ((), (1,))


def test_the_window_stays_away_while_nobody_may_be_called() -> None:
    closed = seen(one(told=told(when=at(10, 30))), now=at(20))
    assert (closed.standing, closed.is_quiet) == ((1,), True)
    assert not seen(one(told=told(when=at(10, 30))), now=at(18)).is_quiet


def test_a_promise_put_away_beforehand_is_announced_at_its_time() -> None:
    put_away = promise(11, told=told(Notice.SOON, when=at(10, 50), is_dismissed=True))
    quiet = seen(put_away, now=at(10, 55))
    assert (quiet.fresh, quiet.standing, quiet.next_at) == ((), (), at(11).local)
    assert said(seen(put_away, now=at(11))) == [(1, Notice.DUE)]


def test_a_new_version_is_announced_anew() -> None:
    moved = one(version=2, created=LONG_AGO)
    (fresh,) = seen(moved, now=at(10, 30)).fresh
    assert fresh.version == 2


# The order of the window


def test_promises_come_first_then_the_longest_overdue() -> None:
    yesterday = TODAY - timedelta(days=1)
    ones = [
        one(Kind.REFERRAL, 1),
        one(Kind.DAY_AFTER, 2),
        one(Kind.DAY_AFTER, 3, due_on=yesterday),
        promise(10, 40, number=4),
    ]
    assert seen(*ones, now=at(10, 30)).standing == (4, 3, 2, 1)


# Away, and busy


def test_after_an_absence_everything_comes_at_once_and_says_that_it_is_late() -> None:
    ones = [one(number=1), promise(12, number=2), one(number=3, due_time=time(16))]
    back = seen(*ones, now=at(17))
    assert said(back) == [(2, Notice.DUE), (3, Notice.DUE), (1, Notice.DUE)]
    assert back.late == 3


def test_what_waited_for_the_opening_isn_t_late() -> None:
    assert seen(promise(8), now=at(10)).late == 0


def test_it_stays_late_until_it_is_answered() -> None:
    standing = one(told=told(when=at(17)))
    assert seen(standing, now=at(17, 20)).late == 1


def test_a_busy_clerk_hears_nothing_and_the_count_goes_on() -> None:
    until = busy_until(Busy.HOUR, at(10, 15))
    busy = seen(one(), promise(10, 30, number=2), now=at(10, 30), busy_until=until)
    assert (busy.fresh, busy.standing, busy.is_quiet) == ((), (), True)
    assert busy.come_up == (2, 1)
    assert busy.next_at == at(11, 15).local
    after = seen(one(), now=at(11, 15), busy_until=until)
    assert said(after) == [(1, Notice.DUE)]
    assert not after.is_quiet


def test_busy_until_tomorrow_ends_at_midnight_and_the_shop_s_hours_do_the_rest() -> None:
    assert busy_until(Busy.UNTIL_TOMORROW, at(15)) == datetime.combine(
        TODAY + timedelta(days=1), time.min
    )


def test_an_hour_over_midnight_is_an_hour() -> None:
    now = at(23, 30)
    assert busy_now(busy_until(Busy.HOUR, now), now) == now.local + timedelta(hours=1)


def test_busy_ends_when_the_clock_is_set_back_by_more_than_it_can_mean() -> None:
    until = busy_until(Busy.UNTIL_TOMORROW, at(15, day=TODAY + timedelta(days=30)))
    assert busy_now(until, at(15)) is None


# Putting off


@pytest.mark.parametrize(
    ("span", "until"),
    [
        (Later.TEN_MINUTES, at(10, 52)),
        (Later.HOUR, at(11, 42)),
        (Later.THIS_AFTERNOON, at(14)),
        (Later.TOMORROW, at(10, day=TODAY + timedelta(days=1))),
    ],
)
def test_later_is_a_time_on_the_clock(span: Later, until: Now) -> None:
    assert snoozed_until(span, None, at(10, 42), WEEK) == until.local


def test_a_time_that_was_picked_is_that_time() -> None:
    picked = at(15, 20, TODAY + timedelta(days=4)).local
    assert snoozed_until(picked, None, at(10, 42), WEEK) == picked


def test_a_promise_isn_t_put_off_beyond_its_own_time() -> None:
    at_eleven = promised_at(promise(11).due)
    assert snoozed_until(Later.HOUR, at_eleven, at(10, 50), WEEK) == at(11).local
    assert snoozed_until(Later.HOUR, at_eleven, at(11), WEEK) == at(12).local


def test_only_a_promise_has_a_promised_minute() -> None:
    assert promised_at(one(Kind.PROBLEM, due_time=time(11), is_timed=True).due) is None
    assert promised_at(one(Kind.PROMISE, due_time=time(11)).due) is None


def test_in_a_shop_without_hours_tomorrow_is_its_midnight() -> None:
    tomorrow = at(0, day=TODAY + timedelta(days=1))
    assert snoozed_until(Later.TOMORROW, None, at(11), NEVER) == tomorrow.local


def test_what_was_put_off_comes_back_at_its_time_without_being_announced_anew() -> None:
    snoozed = one(told=told(when=at(10, 30), snoozed_until=at(11, 30).local))
    away = seen(snoozed, now=at(11, 29))
    assert (away.standing, away.next_at, away.come_up) == ((), at(11, 30).local, ())
    assert (away.put_off, away.back_at) == (1, at(11, 30).local)
    back = seen(snoozed, now=at(11, 30))
    assert (back.fresh, back.standing, back.is_quiet) == ((), (1,), False)


def test_a_snooze_from_a_wrong_year_doesn_t_last_a_year() -> None:
    wrong = at(10, 30, date(2030, 1, 1))
    snoozed = one(told=told(when=wrong, snoozed_until=wrong.local + timedelta(minutes=10)))
    assert seen(snoozed, now=at(10, 45)).standing == (1,)


def test_what_was_planned_in_a_wrong_year_is_announced_all_the_same() -> None:
    new = one(created=datetime(2030, 1, 1, tzinfo=UTC))
    assert said(seen(new, now=at(10, 30))) == [(1, Notice.DUE)]


# Until when the answer holds


def test_nothing_is_asked_again_before_something_can_change() -> None:
    asked = at(10)
    until = seen(one(), now=asked).next_at
    assert still_holds(asked, until, at(10, 29))
    assert not still_holds(asked, until, at(10, 30))


@pytest.mark.parametrize(
    "now",
    [at(9, 59), at(10, 10, offset=3), at(10, 10, offset=1)],
    ids=["set back", "one zone east", "one zone west"],
)
def test_a_clock_that_jumped_is_asked_again(now: Now) -> None:
    assert not still_holds(at(10, 0), at(16).local, now)


def test_a_new_day_is_looked_at_anew_and_a_promise_of_its_first_minutes_in_time() -> None:
    assert seen(now=at(12)).next_at == at(23, 50).local
    assert seen(now=at(23, 50)).next_at == at(0, day=TODAY + timedelta(days=1)).local
