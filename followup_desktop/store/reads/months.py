"""Counting by the shop's months, in SQL that every engine knows."""

from datetime import date, datetime
from typing import Any

from peewee import SQL, Case, fn

from followup_desktop.domain.insights.months import Stretch, Tallies, Tally
from followup_desktop.store.reads.build import tuples


def of_day(column: Any, stretch: Stretch) -> tuple[Any, Any]:
    """The place of the month that a day is in; and the condition that it is in one of them, and
    over."""
    return _place(column, stretch.months), _between(column, stretch.months[0], stretch.today)


def of_moment(column: Any, stretch: Stretch) -> tuple[Any, Any]:
    """The same for something that happened, on a day that is over."""
    starts = [stretch.clock.start_of(month) for month in stretch.months]
    return _place(column, starts), _between(column, starts[0], start_of_today(stretch))


def start_of_today(stretch: Stretch) -> datetime:
    return stretch.clock.start_of(stretch.today)


def _between(column: Any, first: date, end: date) -> Any:
    return (column >= first) & (column < end)


def _place(column: Any, starts: Any) -> Any:
    arms = [(column >= start, place) for place, start in enumerate(starts)]
    return Case(None, arms[:0:-1], 0)


def columns(place: Any, is_good: Any, each: Any = None) -> tuple[Any, Any, Any]:
    """To select for `tallies`. `each`: what counts once in a month, where a row isn't it."""
    if each is None:
        good, of = fn.SUM(Case(None, [(is_good, 1)], 0)), fn.COUNT(SQL("1"))
    else:
        good = fn.COUNT(Case(None, [(is_good, each)]).distinct())
        of = fn.COUNT(each.distinct())
    return place.alias("place"), good, of


def tallies(query: Any) -> Tallies:
    found = tuples(query.group_by(SQL("place")))
    return {place: Tally(int(good), int(of)) for place, good, of in found}


def added(*several: Tallies) -> Tallies:
    """Of one concern that has to do with several things."""
    places = {place for one in several for place in one}
    return {place: sum((one.get(place, Tally()) for one in several), Tally()) for place in places}


def mine(column: Any, stretch: Stretch) -> tuple[Any, ...]:
    """The condition that it is the clerk's own, where somebody asks for theirs."""
    return () if stretch.clerk_id is None else (column == stretch.clerk_id,)
