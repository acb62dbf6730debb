"""Who might hear of something new, who had better not, and a calm spread of days (M-41)."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.shop import ClosingDays, OpenHours
from followup_desktop.domain.shop_time import ShopCalendar
from followup_desktop.domain.updates import (
    NEVER,
    Candidate,
    LeftOut,
    Owner,
    in_order,
    months_after,
    spread,
    weigh,
)
from tests.services.world import at

NOW = at("2026-11-21 10:42")
OWNER = Owner(
    customer_id=1,
    name="Jun Hayashi",
    title="",
    item="navy suit",
    purchase_id=1,
    bought_on=date(2024, 11, 21),
    is_gift=False,
    dont_call=False,
    may_call=True,
    has_number=True,
    last_contact_at=None,
    rest_until=None,
    declined_at=None,
    planned_on=None,
    is_told=False,
    not_right=False,
    owner_id=None,
)
WEEK = ShopCalendar(hours=tuple(OpenHours(day, time(10), time(19)) for day in range(6)))


def test_who_owns_an_older_one_is_on_the_list() -> None:
    assert weigh(OWNER, NOW, asks_permission=True).left_out is None


@pytest.mark.parametrize(
    ("values", "why"),
    [
        ({"dont_call": True}, LeftOut.DONT_CALL),
        ({"may_call": False}, LeftOut.NO_PERMISSION),
        ({"is_told": True}, LeftOut.TOLD),
        ({"has_number": False}, LeftOut.NO_NUMBER),
        ({"is_gift": True}, LeftOut.GIFT),
        ({"not_right": True}, LeftOut.NOT_RIGHT),
        ({"rest_until": date(2026, 11, 22)}, LeftOut.RESTS),
        ({"declined_at": at("2026-10-01 12:00").utc}, LeftOut.DECLINED),
        ({"bought_on": date(2026, 9, 23)}, LeftOut.BOUGHT_LATELY),
        ({"last_contact_at": at("2026-11-15 12:00").utc}, LeftOut.TALKED_LATELY),
        ({"planned_on": date(2026, 12, 5)}, LeftOut.PLANNED),
        # What nobody can overrule is said first.
        ({"is_gift": True, "dont_call": True}, LeftOut.DONT_CALL),
    ],
)
def test_why_somebody_is_left_out(values: dict[str, object], why: LeftOut) -> None:
    assert weigh(replace(OWNER, **values), NOW, asks_permission=False).left_out is why  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "values",
    [
        {"rest_until": date(2026, 11, 21)},
        {"declined_at": at("2026-09-22 09:00").utc},
        {"bought_on": date(2026, 9, 22)},
        {"last_contact_at": at("2026-11-14 12:00").utc},
        {"planned_on": date(2026, 12, 6)},
        {"may_call": None},
    ],
)
def test_what_is_long_enough_ago_is_no_reason(values: dict[str, object]) -> None:
    assert weigh(replace(OWNER, **values), NOW, asks_permission=False).left_out is None  # type: ignore[arg-type]


def test_never_asked_is_no_where_the_region_wants_a_yes() -> None:
    asked = replace(OWNER, may_call=None)
    assert weigh(asked, NOW, asks_permission=True).left_out is LeftOut.NO_PERMISSION


def test_a_promise_to_leave_somebody_alone_is_not_overruled() -> None:
    assert {why for why in LeftOut if not Candidate(OWNER, why).may_be_chosen} == NEVER


def test_the_longest_owners_come_first_and_the_left_out_after_them() -> None:
    older = replace(OWNER, customer_id=2, bought_on=date(2020, 1, 1))
    lines = in_order(
        [
            Candidate(older, LeftOut.TOLD),
            Candidate(replace(older, customer_id=3), LeftOut.PLANNED),
            Candidate(OWNER),
            Candidate(replace(older, customer_id=4)),
        ]
    )
    assert [one.owner.customer_id for one in lines] == [4, 1, 3, 2]


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (date(2026, 1, 31), 1, date(2026, 2, 28)),
        (date(2028, 2, 29), 12, date(2029, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2026, 12, 15), 1, date(2027, 1, 15)),
        (date(2026, 3, 31), -1, date(2026, 2, 28)),
        (date(2026, 1, 15), -13, date(2024, 12, 15)),
    ],
)
def test_months_end_where_the_month_does(day: date, months: int, then: date) -> None:
    assert months_after(day, months) == then


def test_calls_are_spread_over_open_days_within_the_budget() -> None:
    closed = replace(
        WEEK, closing_days=(ClosingDays(date(2026, 11, 24), date(2026, 11, 24), "Stocktaking"),)
    )
    planned = {date(2026, 11, 23): 40}
    days = spread(5, 4, NOW.day, closed, planned, budget=8)
    assert [day.day for day in days] == [25, 25, 26, 26, 27]


def test_a_day_with_nothing_on_it_takes_one_however_long_it_is() -> None:
    assert spread(2, 30, NOW.day, WEEK, {}, budget=10) == [date(2026, 11, 23), date(2026, 11, 24)]


def test_a_shop_that_never_opens_comes_to_an_end() -> None:
    assert len(spread(3, 4, NOW.day, ShopCalendar(), {}, budget=5)) == 3


@given(
    count=st.integers(0, 60),
    minutes=st.integers(1, 30),
    budget=st.integers(5, 60),
    planned=st.dictionaries(st.integers(1, 60), st.integers(0, 90), max_size=30),
)
def test_no_day_gets_more_than_it_has_time_for(
    count: int, minutes: int, budget: int, planned: dict[int, int]
) -> None:
    standing = {NOW.day + timedelta(days=ahead): spent for ahead, spent in planned.items()}
    days = spread(count, minutes, NOW.day, WEEK, standing, budget)
    assert len(days) == count
    assert list(days) == sorted(days)
    for day in set(days):
        assert day > NOW.day
        assert WEEK.is_open_day(day)
        mine = days.count(day) * minutes
        far = day >= NOW.day + timedelta(days=120)
        assert (
            far
            or standing.get(day, 0) + mine <= budget
            or (days.count(day) == 1 and not standing.get(day))
        )
