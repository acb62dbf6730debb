"""Counting by the shop's months, in SQL that every engine knows."""

from datetime import date, timedelta
from typing import Any

from peewee import CTE, SQL, Case, ValuesList, fn

from followup_desktop.domain.insights.months import (
    Shares,
    Stretch,
    next_month,
    place_of,
)
from followup_desktop.domain.insights.share import NOTHING, Share
from followup_desktop.store.fields import MomentField
from followup_desktop.store.reads.build import tuples


def of_day(column: Any, stretch: Stretch) -> tuple[Any, Any]:
    """The place of the month that a day is in; and the condition that it is in one of them, and
    over."""
    return _place(column, stretch.months), _between(column, stretch.months[0], stretch.today)


def of_moment(column: Any, stretch: Stretch) -> tuple[Any, Any]:
    """The same for something that happened, on a day that is over."""
    starts = [stretch.clock.start_of(month) for month in stretch.months]
    return _place(column, starts), _between(
        column, starts[0], stretch.clock.start_of(stretch.today)
    )


def _between(column: Any, first: date, end: date) -> Any:
    return (column >= first) & (column < end)


def _place(column: Any, starts: Any) -> Any:
    arms = [(column >= start, place) for place, start in enumerate(starts)]
    return Case(None, arms[:0:-1], 0)


def days_of(stretch: Stretch, more: int = 0) -> Any:
    """A table of its days: `day`, the `place` of its month, and the moment `until` which it lasts,
    so many days `more` with it. Only the shop's clock knows that moment. A day whose moment hasn't
    come yet isn't there."""
    first, end = stretch.months[0], next_month(stretch.months[-1])
    table = []
    for ahead in range((end - first).days):
        day = first + timedelta(days=ahead)
        after = day + timedelta(days=more + 1)
        if after <= stretch.today:
            until = MomentField().db_value(stretch.clock.start_of(after))
            table.append((str(day), place_of(day, stretch.months), until))
    # An empty table is none in SQL.
    return CTE("days", ValuesList(table or [("", 0, "")]), columns=("day", "place", "until"))


def columns(place: Any, is_good: Any, each: Any = None) -> tuple[Any, Any, Any]:
    """To select for `by_month`. `each`: what counts once in a month, where a row isn't it."""
    if each is None:
        good, of = fn.SUM(Case(None, [(is_good, 1)], 0)), fn.COUNT(SQL("1"))
    else:
        good = fn.COUNT(Case(None, [(is_good, each)]).distinct())
        of = fn.COUNT(each.distinct())
    return place.alias("place"), good, of


def by_month(query: Any) -> Shares:
    found = tuples(query.group_by(SQL("place")))
    return {place: Share(int(good), int(of)) for place, good, of in found}


def added(*several: Shares) -> Shares:
    """Of one concern that has to do with several things."""
    places = {place for one in several for place in one}
    return {place: sum((one.get(place, NOTHING) for one in several), NOTHING) for place in places}


def mine(column: Any, stretch: Stretch) -> tuple[Any, ...]:
    """The condition that it is the clerk's own, where somebody asks for theirs."""
    return () if stretch.clerk_id is None else (column == stretch.clerk_id,)
