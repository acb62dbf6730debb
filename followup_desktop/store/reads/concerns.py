"""What the ten concerns are measured by: promises, thanks, and talks (M-72).

Whoever was erased since stays in the counts, for these tell nothing about anybody; but of a buyer
nothing is left that could be asked.
"""

from typing import Any

from peewee import fn

from followup_desktop.domain.insights.concerns import THANKED_WITHIN_DAYS
from followup_desktop.domain.insights.months import Shares, Stretch
from followup_desktop.domain.kinds import Direction, Outcome, Way
from followup_desktop.store.reads.months import by_month, columns, days_of, mine, of_day, of_moment
from followup_desktop.store.rows import (
    CallLineRow,
    CallRow,
    CustomerRow,
    PhoneRow,
    PromiseRow,
    PurchaseRow,
    VisitRow,
)

REACHED = tuple(outcome for outcome in Outcome if outcome.reached)


def promised_calls(stretch: Stretch) -> Shares:
    """Promises, by their day: kept by then. What was taken back in time isn't owed any more."""
    row = PromiseRow
    month, is_over = of_day(row.due_on, stretch)
    kept = row.kept_at.is_null(False) & row.missed_at.is_null()
    owed = row.withdrawn_at.is_null() | row.missed_at.is_null(False)
    query = row.select(*columns(month, kept))
    return by_month(query.where(is_over, owed, *mine(row.clerk, stretch)))


def numbers_and_times(stretch: Stretch) -> Shares:
    """Those who bought, by that month: a number and when to ring it stands on their card."""
    row, phone = PurchaseRow, PhoneRow
    month, is_over = of_day(row.purchased_on, stretch)
    when = phone.good_from.is_null(False) | phone.good_to.is_null(False) | (phone.note != "")
    known = phone.select(phone.id).where(
        phone.customer == row.customer, phone.wrong_at.is_null(), when
    )
    query = _bought(row.select(*columns(month, fn.EXISTS(known), row.customer)), stretch)
    return by_month(query.where(is_over))


def appreciation(stretch: Stretch) -> Shares:
    """Purchases, by their month: we were in touch within two weeks. Whoever asked not to be called
    is thanked by not being called."""
    row, days = PurchaseRow, days_of(stretch, THANKED_WITHIN_DAYS)
    heard = contacts(row.customer).where(
        CallRow.direction != Direction.INBOUND,
        # When it was begun: the index of a customer's calls goes by that.
        CallRow.planned_at > VisitRow.visited_at,
        CallRow.planned_at < days.c.until,
    )
    query = row.select(*columns(days.c.place, fn.EXISTS(heard)))
    query = _bought(query.join(days, on=row.purchased_on == days.c.day).switch(row), stretch)
    return by_month(query.where(CustomerRow.dont_call_at.is_null()).with_cte(days))


def _bought(query: Any, stretch: Stretch) -> Any:
    """Purchases, with their customers; the clerk's own are those of their visits."""
    row = PurchaseRow
    query = query.join(CustomerRow, on=row.customer == CustomerRow.id)
    query = query.join(VisitRow, on=row.visit == VisitRow.id)
    return query.where(CustomerRow.erased_at.is_null(), *mine(VisitRow.clerk, stretch))


def contacts(customer: Any) -> Any:
    """Calls, texts and talks that reached somebody."""
    row = CallRow
    return row.select(row.id).where(
        row.customer == customer, row.finished_at.is_null(False), row.outcome.in_(REACHED)
    )


# Talks ------------------------------------------------------------------------------------------


def care(stretch: Stretch) -> Shares:
    """Talks that a care tip was prepared for: it was said."""
    row, line = CallRow, CallLineRow
    month, is_over = of_moment(row.finished_at, stretch)
    query = (
        row.select(*columns(month, line.ticked_at.is_null(False), row.id))
        .join(line)
        .where(
            is_over,
            row.outcome == Outcome.TALKED,
            line.tip,
            ~line.is_removed,
            *mine(row.clerk, stretch),
        )
    )
    return by_month(query)


def personally(stretch: Stretch) -> Shares:
    """Contacts that reached somebody: a talk, or in writing where they like that best."""
    row = CallRow
    month, is_over = of_moment(row.finished_at, stretch)
    in_writing = CustomerRow.select(CustomerRow.id).where(
        CustomerRow.id == row.customer, CustomerRow.preferred_way.in_((Way.TEXT, Way.MAIL))
    )
    talked = (row.direction != Direction.TEXT) | fn.EXISTS(in_writing)
    query = row.select(*columns(month, talked)).where(
        is_over,
        row.outcome.in_(REACHED),
        *mine(row.clerk, stretch),
    )
    return by_month(query)
