"""From the first purchase to the second, of those called and those not (M-67)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.insights.asked import Period
from followup_desktop.domain.insights.coming_back import (
    ComingBack,
    FirstBuyer,
    begins_on,
    coming_back,
    first_bought_between,
)
from followup_desktop.domain.insights.share import Share
from tests.domain.insights.asking import LONDON, TODAY, clock_in, scope_of

JUNE = date(2026, 6, 1)


def buyer(second: int | None = None, called: int | None = None) -> FirstBuyer:
    """First bought on 1 June; bought again and was called so many days later."""
    return FirstBuyer(
        JUNE,
        None if second is None else JUNE + timedelta(days=second),
        None if called is None else datetime(2026, 6, 1, 11, tzinfo=UTC) + timedelta(days=called),
    )


@pytest.mark.parametrize(
    ("who", "came", "called"),
    [
        (buyer(), False, False),
        (buyer(second=1), True, False),
        (buyer(second=90), True, False),
        (buyer(second=91), False, False),
        (buyer(called=0), False, True),
        (buyer(called=90), False, True),
        (buyer(called=91), False, False),
        (buyer(second=20, called=19), True, True),
        # They had come back by themselves: the call has no part in it.
        (buyer(second=20, called=20), True, False),
        (buyer(second=20, called=40), True, False),
        # They came back after their ninety days, and were called before: it counts against us.
        (buyer(second=120, called=60), False, True),
    ],
)
def test_who_came_back_and_who_was_called(who: FirstBuyer, came: bool, called: bool) -> None:
    assert (who.came_back, who.was_called(LONDON)) == (came, called)


def test_the_day_of_a_call_is_the_shops_own() -> None:
    """Called on Tuesday evening in New York, when it was Wednesday in London; came on Wednesday."""
    call = datetime(2026, 6, 3, 1, 30, tzinfo=UTC)
    who = FirstBuyer(JUNE, date(2026, 6, 3), call)
    assert who.was_called(clock_in("America/New_York"))
    assert not who.was_called(LONDON)


def test_only_those_whose_ninety_days_are_over_are_counted() -> None:
    """The last twelve weeks' own had no time to come back: it is those of before."""
    assert first_bought_between(scope_of()) == (date(2026, 6, 1), date(2026, 8, 21))
    assert begins_on(date(2026, 8, 21)) == TODAY
    assert first_bought_between(scope_of(Period.ALL)) == (None, date(2026, 8, 21))


def test_the_two_groups_side_by_side() -> None:
    found = coming_back(
        [buyer(), buyer(second=9), buyer(second=9, called=2), buyer(called=2), buyer(called=3)],
        scope_of(),
    )
    assert (found.called, found.not_called, found.total) == (Share(1, 3), Share(1, 2), Share(2, 5))
    assert (found.first_on, found.last_on) == (date(2026, 6, 1), date(2026, 8, 21))


def test_from_the_beginning_is_from_the_first_buyer_on() -> None:
    assert coming_back([buyer()], scope_of(Period.ALL)).first_on == JUNE
    assert coming_back([], scope_of(Period.ALL)).first_on is None


@pytest.mark.parametrize(
    ("called", "not_called", "can"),
    [(20, 20, True), (19, 200, False), (200, 19, False), (0, 500, False)],
)
def test_too_few_are_not_compared(called: int, not_called: int, can: bool) -> None:
    found = ComingBack(JUNE, TODAY, Share(3, called), Share(3, not_called))
    assert found.can_compare is can


BUYERS = st.lists(
    st.builds(buyer, st.none() | st.integers(1, 200), st.none() | st.integers(0, 200)),
    max_size=60,
)


@given(BUYERS)
def test_everybody_is_in_one_group(buyers: list[FirstBuyer]) -> None:
    found = coming_back(buyers, scope_of())
    assert found.total == Share(sum(one.came_back for one in buyers), len(buyers))
    for group in (found.called, found.not_called):
        assert 0 <= group.part <= group.of


@given(BUYERS)
def test_a_call_after_they_came_back_changes_nothing(buyers: list[FirstBuyer]) -> None:
    """So nobody can make calls look good afterwards."""
    uncalled = [replace(one, called_at=None) for one in buyers]
    called_after = [
        replace(one, called_at=datetime.combine(one.second_on, time(12), UTC))
        if one.came_back and one.second_on
        else one
        for one in uncalled
    ]
    assert coming_back(called_after, scope_of()) == coming_back(uncalled, scope_of())
