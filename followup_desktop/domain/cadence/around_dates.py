"""Birthdays, anniversaries, their own events (M-43), and the yearly thanks (M-42)."""

from datetime import date

from followup_desktop.domain.cadence.planning import Cadence, Planned, in_order
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.partial_dates import next_on
from followup_desktop.domain.shop_time import days_after

THANKED_LATELY_DAYS = 180
"""Thanks twice within half a year would be a habit, not a thank-you."""


def around_date(name: str, comes_on: date, today: date, cadence: Cadence) -> Planned:
    """Before it, and on the day. Nothing is planned into the past, and "before" stays before."""
    before = tuple(
        one
        for one in cadence.plan(Rule.DATE_BEFORE, comes_on, about=name)
        if today <= (one.moved_from or one.due_on) and one.due_on < comes_on
    )
    on_the_day = cadence.plan(Rule.DATE_ON, comes_on, about=name) if comes_on >= today else ()
    return in_order(before + on_the_day)


def yearly_thanks(
    since: date, last_thanked_on: date | None, today: date, cadence: Cadence
) -> Planned:
    """On the day, years later, that a loyal customer first bought. Nothing to sell in it."""
    earliest = days_after(today, 1)
    if last_thanked_on is not None:
        earliest = max(earliest, days_after(last_thanked_on, THANKED_LATELY_DAYS))
    comes_on = next_on(since.day, since.month, since.year, yearly=True, today=earliest)
    return () if comes_on is None else cadence.plan(Rule.YEARLY_THANKS, comes_on)
