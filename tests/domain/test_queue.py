"""The day's list (M-45, M-46): its order, its groups, the budget."""

from dataclasses import replace
from datetime import date, time, timedelta
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import ALWAYS_FITS, Kind, Rank
from followup_desktop.domain.queue import Budget, build, minutes_of
from followup_desktop.domain.quiet import Lately, QuietRules
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.today import Group, Waits
from tests.domain.follow_ups import TODAY, follow_up
from tests.domain.shops import EVERY_DAY, WEEK, at, calendars, nows

RULES = QuietRules(WEEK, EVERY_DAY)
NOON = at(TODAY, 12)
PLENTY = Budget(480)

ONE_PER_RANK = (
    Kind.PROMISE,
    Kind.PROBLEM,
    Kind.ORDER_CHECK,
    Kind.DAY_AFTER,
    Kind.LEFT_FIRST,
    Kind.DATE,
    Kind.SOMETHING_NEW,
    Kind.THANK_REFERRER,
)


def ids(due: list[DueFollowUp], now: Now = NOON, budget: Budget = PLENTY) -> list[int]:
    return [row.due.id for row in build(due, now, RULES, budget)]


# Order


def test_the_fixed_order_of_ranks() -> None:
    due = [follow_up(kind, number) for number, kind in enumerate(ONE_PER_RANK)]
    assert ids(due[::-1]) == list(range(len(ONE_PER_RANK)))


def test_inside_a_rank_the_longest_overdue_comes_first() -> None:
    due = [
        follow_up(number=1),
        follow_up(number=2, due_on=date(2026, 11, 20)),
        follow_up(number=3, due_on=date(2026, 11, 1)),
    ]
    assert ids(due) == [3, 2, 1]
    assert [row.overdue_days for row in build(due, NOON, RULES, PLENTY)] == [22, 3, 0]


def test_then_the_hour_that_suits_the_customer() -> None:
    due = [
        follow_up(number=1, good_from=time(16), good_to=time(18)),
        follow_up(number=2),
        follow_up(number=3, good_from=time(11), good_to=time(13)),
        follow_up(number=4, good_from=time(9), good_to=time(11)),
        follow_up(number=5, due_time=time(14)),
    ]
    # Now and soon over; any time; from 14:00; from 16:00; tomorrow again.
    assert ids(due) == [3, 2, 5, 1, 4]


def test_promises_by_their_time() -> None:
    due = [
        follow_up(Kind.PROMISE, 1),
        follow_up(Kind.PROMISE, 2, due_time=time(15, 30), is_timed=True),
        follow_up(Kind.PROMISE, 3, due_time=time(11), is_timed=True),
    ]
    assert ids(due) == [3, 2, 1]


def test_what_is_alike_stands_in_the_order_it_was_planned() -> None:
    assert ids([follow_up(number=3), follow_up(number=1), follow_up(number=2)]) == [1, 2, 3]


def test_what_isnt_due_isnt_in_the_list() -> None:
    assert ids([follow_up(due_on=TODAY + timedelta(days=1))]) == []


# Groups and budget


def groups(due: list[DueFollowUp], budget: Budget) -> list[tuple[int, Group]]:
    return [(row.due.id, row.group) for row in build(due, NOON, RULES, budget)]


def test_what_doesnt_fit_waits_for_when_theres_time() -> None:
    due = [follow_up(kind, number) for number, kind in enumerate(ONE_PER_RANK)]
    assert groups(due, Budget(20)) == [
        (0, Group.PROMISED),
        (1, Group.NOW),
        (2, Group.NOW),
        (3, Group.NOW),
        (4, Group.WHEN_THERES_TIME),
        (5, Group.WHEN_THERES_TIME),
        (6, Group.WHEN_THERES_TIME),
        (7, Group.WHEN_THERES_TIME),
    ]


def test_long_silence_is_only_for_when_theres_time() -> None:
    """M-44: a proposal takes no minute of the day from anybody."""
    due = [follow_up(Kind.LONG_SILENCE, 1), follow_up(Kind.THANK_REFERRER, 2)]
    assert groups(due, PLENTY) == [(2, Group.NOW), (1, Group.WHEN_THERES_TIME)]


def test_nothing_overtakes_by_being_shorter() -> None:
    due = [follow_up(Kind.DAY_AFTER, 1), follow_up(Kind.THANK_REFERRER, 2)]
    each = {Kind.DAY_AFTER: 12, Kind.THANK_REFERRER: 2}
    assert groups(due, Budget(10, each)) == [
        (1, Group.WHEN_THERES_TIME),
        (2, Group.WHEN_THERES_TIME),
    ]


def test_promises_and_problems_fit_into_no_time_at_all() -> None:
    due = [follow_up(Kind.PROMISE, 1), follow_up(Kind.LATE_ORDER, 2), follow_up(number=3)]
    assert groups(due, Budget(0)) == [
        (1, Group.PROMISED),
        (2, Group.NOW),
        (3, Group.WHEN_THERES_TIME),
    ]


def test_what_waits_until_another_day_takes_no_time_from_the_others() -> None:
    due = [
        follow_up(Kind.LEFT_FIRST, 1, dont_call=True),
        follow_up(Kind.LEFT_FIRST, 2, good_to=time(11)),
        follow_up(Kind.LEFT_FIRST, 3, due_time=time(16)),
        follow_up(Kind.THANK_REFERRER, 4),
    ]
    rows = build(due, NOON, RULES, Budget(10))
    assert [(row.due.id, row.group, row.waits) for row in rows] == [
        (3, Group.NOW, Waits.LATER_TODAY),
        (4, Group.NOW, None),
        (2, Group.WHEN_THERES_TIME, Waits.GOOD_TIME),
        (1, Group.WHEN_THERES_TIME, Waits.DONT_CALL),
    ]
    assert minutes_of(rows) == 10


def test_before_the_shop_opens_the_list_already_looks_as_it_will() -> None:
    due = [follow_up(number=1), follow_up(Kind.THANK_REFERRER, 2)]
    for hour in (8, 20):
        rows = build(due, at(TODAY, hour), RULES, PLENTY)
        assert [(row.group, row.waits) for row in rows] == [(Group.NOW, Waits.SHOP_CLOSED)] * 2


def test_a_begun_call_stands_with_its_follow_up() -> None:
    rows = build([follow_up(number=1), follow_up(number=2)], NOON, RULES, PLENTY, {2: 77})
    assert {row.due.id: row.call_id for row in rows} == {1: None, 2: 77}


def test_minutes_are_the_playbooks() -> None:
    (row,) = build([follow_up(Kind.PROMISE)], NOON, RULES, Budget(45, {Kind.PROMISE: 8}))
    assert (row.minutes, minutes_of([row])) == (8, 8)
    assert minutes_of([replace(row, group=Group.WHEN_THERES_TIME)]) == 0


# Whatever is due

times = st.none() | st.times().map(lambda at: at.replace(microsecond=0))
due_ones = st.builds(
    follow_up,
    kind=st.sampled_from(Kind),
    number=st.integers(1, 10_000),
    customer_id=st.integers(1, 5),
    due_on=st.integers(-40, 0).map(lambda days: TODAY + timedelta(days=days)),
    due_time=times,
    is_timed=st.booleans(),
    dont_call=st.booleans(),
    may_call=st.none() | st.booleans(),
    good_from=times,
    good_to=times,
)
lists = st.lists(due_ones, max_size=25, unique_by=lambda due: due.id)
moments = st.builds(at, st.just(TODAY), st.integers(0, 23), st.integers(0, 59))
budgets = st.builds(
    Budget,
    st.integers(0, 90),
    st.dictionaries(st.sampled_from(Kind), st.integers(1, 20)),
)
lately = st.integers(-9, 0).map(lambda days: TODAY + timedelta(days=days))
rules = st.builds(
    QuietRules,
    calendars(),
    calendars(),
    st.booleans(),
    st.dictionaries(
        st.integers(1, 5),
        st.builds(Lately, st.none() | lately, st.none() | lately, st.just(()), st.none() | lately),
    ),
    paused=st.frozensets(st.sampled_from([Kind.DATE, Kind.THANK_YOU, Kind.TWO_WEEKS])),
)


@given(lists, moments, rules, budgets, st.randoms())
def test_the_list_is_the_same_whatever_order_it_was_handed_in(
    due: list[DueFollowUp], now: Now, rules: QuietRules, budget: Budget, random: Random
) -> None:
    shuffled = list(due)
    random.shuffle(shuffled)
    assert build(due, now, rules, budget) == build(shuffled, now, rules, budget)


@given(lists, moments, rules, budgets)
def test_nothing_vanishes_and_nothing_comes_twice(
    due: list[DueFollowUp], now: Now, rules: QuietRules, budget: Budget
) -> None:
    rows = build(due, now, rules, budget)
    assert sorted(row.due.id for row in rows) == sorted(one.id for one in due)


@given(lists, moments, rules, budgets)
def test_the_budget_holds_and_promises_and_problems_always_fit(
    due: list[DueFollowUp], now: Now, rules: QuietRules, budget: Budget
) -> None:
    rows = build(due, now, rules, budget)
    for row in rows:
        assert (row.group is Group.PROMISED) == (row.due.rank is Rank.PROMISES)
        if row.due.rank in ALWAYS_FITS:
            assert row.group is not Group.WHEN_THERES_TIME
    always = sum(row.minutes for row in rows if row.due.rank in ALWAYS_FITS)
    assert minutes_of(rows) <= max(always, budget.minutes)


@given(lists, moments, rules, budgets)
def test_groups_ranks_and_days_stand_in_order(
    due: list[DueFollowUp], now: Now, rules: QuietRules, budget: Budget
) -> None:
    rows = build(due, now, rules, budget)
    order = [(list(Group).index(row.group), row.due.rank, -row.overdue_days) for row in rows]
    assert order == sorted(order)


@given(lists, nows)
def test_a_smaller_budget_only_moves_rows_down(due: list[DueFollowUp], now: Now) -> None:
    def now_ones(minutes: int) -> set[int]:
        rows = build(due, now, RULES, Budget(minutes))
        return {row.due.id for row in rows if row.group is not Group.WHEN_THERES_TIME}

    assert now_ones(10) <= now_ones(30) <= now_ones(90)
