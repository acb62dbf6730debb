"""The quiet rules (M-47): why a follow-up waits, and until when."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.kinds import KINDS, Kind, Rank
from followup_desktop.domain.quiet import OFFERS, Lately, QuietRules, Wait
from followup_desktop.domain.resting import TriesCap
from followup_desktop.domain.shop_time import Now, ShopCalendar
from followup_desktop.domain.today import Waits
from tests.domain.follow_ups import TODAY, follow_up
from tests.domain.shops import EVERY_DAY, NEVER, WEEK, at, calendars, hours, nows

TOMORROW = date(2026, 11, 24)
ALL_HOURS = ShopCalendar(hours(0, 1, 2, 3, 4, 5, 6, opens=0, closes=0))
RULES = QuietRules(shop=WEEK, calling=ALL_HOURS)
MARKETING = Kind.LEFT_FIRST


def wait(kind: Kind = Kind.DAY_AFTER, hour: int = 11, **facts: Any) -> Wait | None:
    return RULES.wait(follow_up(kind, **facts), at(TODAY, hour))


def test_within_all_hours_it_is_fine_to_call() -> None:
    assert wait() is None


# Hours


def test_before_the_shop_opens_and_after_it_closes() -> None:
    assert wait(hour=8) == Wait(Waits.SHOP_CLOSED, at(TODAY, 10).local)
    assert wait(hour=20) == Wait(Waits.SHOP_CLOSED, at(TOMORROW, 10).local)


def test_the_regions_hours() -> None:
    lunch = ShopCalendar(hours(0, opens=14, closes=20) + hours(0, opens=10, closes=13))
    rules = replace(RULES, calling=lunch)
    assert rules.wait(follow_up(), at(TODAY, 13)) == Wait(Waits.CALLING_HOURS, at(TODAY, 14).local)


def test_the_first_reason_is_told_and_when_all_of_them_have_ended() -> None:
    rules = replace(RULES, calling=ShopCalendar(hours(0, 1, opens=12, closes=20)))
    due = follow_up(good_from=time(14), good_to=time(16))
    assert rules.wait(due, at(TODAY, 8)) == Wait(Waits.SHOP_CLOSED, at(TODAY, 14).local)


def test_a_shop_without_hours_is_no_reason_to_wait() -> None:
    assert replace(RULES, shop=NEVER).wait(follow_up(), at(TODAY, 3)) is None


# The customer's good times


@pytest.mark.parametrize(
    ("hour", "until"),
    [(12, (TODAY, 14)), (14, None), (16, (TOMORROW, 14)), (17, (TOMORROW, 14))],
)
def test_good_times(hour: int, until: tuple[date, int] | None) -> None:
    expected = None if until is None else Wait(Waits.GOOD_TIME, at(*until).local)
    assert wait(hour=hour, good_from=time(14), good_to=time(16)) == expected


def test_good_times_with_one_end_and_turned_round() -> None:
    assert wait(hour=11, good_to=time(12)) is None
    assert wait(hour=11, good_from=time(12)) == Wait(Waits.GOOD_TIME, at(TODAY, 12).local)
    assert wait(hour=11, good_from=time(18), good_to=time(9)) is None


def test_good_times_outside_the_shops_hours_wait_for_a_person() -> None:
    assert wait(good_from=time(20), good_to=time(21)) == Wait(Waits.GOOD_TIME, None)


def test_a_time_that_was_agreed_suits_them() -> None:
    agreed = {"due_time": time(11), "is_timed": True, "good_from": time(14)}
    assert wait(Kind.CALL_BACK, **agreed) is None
    missed = wait(Kind.CALL_BACK, due_on=date(2026, 11, 21), **agreed)
    assert missed == Wait(Waits.GOOD_TIME, at(TODAY, 14).local)


# Later today


def test_it_waits_for_its_own_time() -> None:
    assert wait(due_time=time(14)) == Wait(Waits.LATER_TODAY, at(TODAY, 14).local)
    assert wait(due_time=time(14), hour=14) is None
    assert wait(due_time=time(14), due_on=date(2026, 11, 21)) is None, "overdue: any time"


@pytest.mark.parametrize("kind", [Kind.PROMISE, Kind.PROBLEM, Kind.LATE_ORDER, Kind.ORDER_CHECK])
def test_a_deadline_may_be_kept_sooner(kind: Kind) -> None:
    assert wait(kind, due_time=time(15, 30), is_timed=True) is None


# What they said


def test_please_dont_call_leaves_service() -> None:
    assert wait(MARKETING, dont_call=True) == Wait(Waits.DONT_CALL, None)
    assert wait(Kind.PROMISE, dont_call=True) is None


@pytest.mark.parametrize(
    ("may_call", "asks", "waits"),
    [
        (None, False, False),
        (None, True, True),
        (True, True, False),
        (True, False, False),
        (False, False, True),
        (False, True, True),
    ],
)
def test_permission(may_call: bool | None, asks: bool, waits: bool) -> None:
    rules = replace(RULES, asks_permission=asks)
    marketing = rules.wait(follow_up(MARKETING, may_call=may_call), at(TODAY))
    assert marketing == (Wait(Waits.NO_PERMISSION, None) if waits else None)
    assert rules.wait(follow_up(Kind.DAY_AFTER, may_call=may_call), at(TODAY)) is None


def test_one_marketing_talk_in_seven_days() -> None:
    rules = replace(RULES, lately={1: Lately(talked_on=date(2026, 11, 18))})
    assert rules.wait(follow_up(MARKETING), at(TODAY)) == Wait(
        Waits.TALKED_LATELY, at(date(2026, 11, 25), 10).local
    )
    assert rules.wait(follow_up(MARKETING), at(date(2026, 11, 25))) is None
    assert rules.wait(follow_up(MARKETING, customer_id=2), at(TODAY)) is None
    assert rules.wait(follow_up(Kind.DAY_AFTER), at(TODAY)) is None


# Room to breathe (M-25, M-50)


def test_one_try_a_day_but_for_what_was_promised_is_wrong_or_on_its_way() -> None:
    rules = replace(RULES, lately={1: Lately(tried_on=TODAY)})
    tomorrow = Wait(Waits.TRIED_TODAY, at(date(2026, 11, 24), 10).local)
    for kind, facts in KINDS.items():
        is_pressing = facts.rank in (Rank.PROMISES, Rank.PROBLEMS, Rank.ORDERS)
        assert rules.wait(follow_up(kind), at(TODAY)) == (None if is_pressing else tomorrow)
    assert rules.wait(follow_up(), at(date(2026, 11, 24))) is None


def test_no_more_calls_than_the_region_allows() -> None:
    """France: four within thirty days; the fifth may come thirty days after the first of them."""
    called = tuple(date(2026, 11, day) for day in (2, 5, 9, 20))
    rules = replace(RULES, cap=TriesCap(4, 30), lately={1: Lately(marketing_calls=called)})
    until = at(date(2026, 12, 2), 10).local
    assert rules.wait(follow_up(MARKETING), at(TODAY)) == Wait(Waits.TRIED_OFTEN, until)
    assert rules.wait(follow_up(MARKETING), at(date(2026, 12, 2))) is None
    assert rules.wait(follow_up(Kind.DAY_AFTER), at(TODAY)) is None
    assert replace(rules, cap=None).wait(follow_up(MARKETING), at(TODAY)) is None


def test_whoever_rests_is_left_in_peace() -> None:
    rests = follow_up(MARKETING, rests_until=date(2026, 12, 1))
    assert RULES.wait(rests, at(TODAY)) == Wait(Waits.RESTS, at(date(2026, 12, 1), 10).local)
    assert RULES.wait(rests, at(date(2026, 12, 1))) is None
    assert RULES.wait(replace(rests, kind=Kind.DAY_AFTER), at(TODAY)) is None


def test_a_no_keeps_offers_away_for_sixty_days() -> None:
    rules = replace(RULES, lately={1: Lately(declined_on=date(2026, 10, 1))})
    until = at(date(2026, 11, 30), 10).local
    for kind in Kind:
        waits = rules.wait(follow_up(kind), at(TODAY))
        assert waits == (Wait(Waits.DECLINED, until) if kind in OFFERS else None)


def test_what_the_shop_put_aside_waits_for_the_shop() -> None:
    rules = replace(RULES, paused=frozenset({Kind.DATE}))
    assert rules.wait(follow_up(Kind.DATE), at(TODAY)) == Wait(Waits.PAUSED, None)
    assert rules.wait(follow_up(Kind.THANK_YOU), at(TODAY)) is None


def test_a_promise_is_kept_outside_the_hours_when_a_clerk_says_why() -> None:
    """M-47: the reason overrules shop, region and good times, and nothing else."""
    promise = follow_up(Kind.PROMISE, good_from=time(9), good_to=time(11))
    evening = at(TODAY, 21)
    assert RULES.wait(promise, evening) is not None
    despite = replace(promise, despite="They asked for the evening")
    assert RULES.wait(despite, evening) is None
    tonight = replace(despite, kind=Kind.CALL_BACK, due_time=time(22), is_timed=True)
    assert RULES.wait(tonight, evening) == Wait(Waits.LATER_TODAY, at(TODAY, 22).local)


# Where they are


def test_calling_hours_are_those_of_the_called() -> None:
    """Called from a shop that is open from ten to seven: in New York it is six hours earlier."""
    west, east = timedelta(hours=-6), timedelta(hours=6)
    rules = replace(
        RULES, calling=EVERY_DAY, ahead=lambda zones: {"ny": (west,), "far": (west, east)}[zones]
    )
    there = follow_up(zones="ny")
    assert rules.wait(there, at(TODAY, 11)) == Wait(Waits.THEIR_NIGHT, at(TODAY, 16).local)
    assert rules.wait(there, at(TODAY, 16)) is None
    # A country from one end of the night to the other: nobody can tell, so it has to suit both.
    assert rules.wait(replace(there, zones="far"), at(TODAY, 12)) is not None


# Whatever the shop


@given(
    calendars(),
    calendars(),
    nows,
    st.sampled_from(Kind),
    st.none() | st.times(),
    st.none() | st.times(),
    st.none() | st.times(),
    st.booleans(),
)
def test_a_wait_ends_when_it_is_fine_to_call_and_no_sooner_than_now(
    shop: ShopCalendar,
    calling: ShopCalendar,
    now: Now,
    kind: Kind,
    good_from: time | None,
    good_to: time | None,
    due_time: time | None,
    is_timed: bool,
) -> None:
    rules = QuietRules(shop, calling)
    due = follow_up(
        kind,
        due_on=now.day,
        due_time=due_time,
        is_timed=is_timed and due_time is not None,
        good_from=good_from,
        good_to=good_to,
    )
    found = rules.wait(due, now)
    if found is None:
        assert shop.is_open(now.local) or shop.next_opening(now.local) is None
    elif found.until is not None:
        assert found.until > now.local
        if not due.is_timed:
            assert rules.wait(due, Now(now.utc, found.until)) is None


@given(st.sampled_from(Kind), st.booleans(), st.none() | st.booleans(), st.booleans())
def test_service_is_never_held_back_by_what_they_said_about_advertising(
    kind: Kind, dont_call: bool, may_call: bool | None, asks: bool
) -> None:
    rules = QuietRules(EVERY_DAY, ALL_HOURS, asks, {1: Lately(talked_on=TODAY)})
    found = rules.wait(follow_up(kind, dont_call=dont_call, may_call=may_call), at(TODAY))
    assert (found is not None) == KINDS[kind].marketing
