"""What comes in the next weeks, table by table (M-73)."""

from datetime import date
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain.book import BookEntry, Coming
from followup_desktop.domain.kinds import Kind, Rank
from followup_desktop.domain.partial_dates import next_on
from followup_desktop.store.reads.build import built, or_empty, tuples
from followup_desktop.store.reads.follow_ups import IS_OPEN
from followup_desktop.store.reads.permissions import may_call
from followup_desktop.store.reads.purchases import items_of
from followup_desktop.store.rows import (
    ClerkRow,
    CustomerRow,
    FollowUpRow,
    OrderRow,
    ProblemRow,
    PromiseRow,
    PurchaseRow,
    SpecialDateRow,
)

IN_THE_BOOK = (Kind.PROMISE, Kind.CALL_BACK, Kind.PROBLEM)
"""Follow-ups whose day was told to the customer: they stand in the book by themselves."""


def promises(today: date, until: date) -> tuple[BookEntry, ...]:
    row = PromiseRow
    query = (
        _of_customer(row, row.due_on, row.what, row.due_time, row.clerk)
        .where(row.kept_at.is_null(), row.withdrawn_at.is_null())
        .where(row.due_on.between(today, until))
    )
    return _entries(query, Coming.PROMISE)


def call_backs(today: date, until: date) -> tuple[BookEntry, ...]:
    row = FollowUpRow
    query = _of_customer(row, row.due_on, row.about, row.due_time, row.clerk).where(
        IS_OPEN,
        row.rank == Rank.PROMISES,
        row.kind == Kind.CALL_BACK,
        row.due_on.between(today, until),
    )
    return _entries(query, Coming.CALL_BACK)


def problems(today: date, until: date) -> tuple[BookEntry, ...]:
    row = ProblemRow
    query = _of_customer(row, row.put_right_by, row.what, row.put_right_time, row.owner).where(
        row.solved_at.is_null(), row.put_right_by.between(today, until)
    )
    return _entries(query, Coming.PROBLEM)


def orders(today: date, until: date) -> tuple[BookEntry, ...]:
    row = OrderRow
    query = (
        _of_customer(row, row.promised_on, row.what, row.promised_time)
        .select_extend(row.id.alias("order_id"))
        .where(row.closed_at.is_null(), row.promised_on.between(today, until))
    )
    return _entries(query, Coming.ORDER)


def occasions(today: date, until: date) -> tuple[BookEntry, ...]:
    """Of those who may be called: whom one may not, one leaves in peace that day too."""
    row = PurchaseRow
    query = (
        row.select(
            row.id,
            row.occasion_on,
            row.occasion,
            CustomerRow.id,
            CustomerRow.name,
            CustomerRow.title,
        )
        .join(CustomerRow)
        .where(row.occasion_on.between(today, until), *_may_be_called())
    )
    found = tuples(query)
    items = items_of([purchase_id for purchase_id, *_rest in found])
    return tuple(
        BookEntry(
            coming=Coming.OCCASION,
            on=on,
            what=occasion or items[purchase_id],
            customer_id=customer_id,
            name=name,
            title=title,
        )
        for purchase_id, on, occasion, customer_id, name, title in found
    )


def dates(today: date, until: date) -> tuple[BookEntry, ...]:
    row = SpecialDateRow
    months = {(today.month + ahead - 1) % 12 + 1 for ahead in range(_months(today, until) + 1)}
    query = (
        row.select(
            row.name, row.day, row.month, row.year, row.yearly,
            CustomerRow.id, CustomerRow.name, CustomerRow.title,
        )
        .join(CustomerRow)
        .where(row.month.in_(sorted(months)), *_may_be_called())
    )  # fmt: skip
    found = []
    for what, day, month, year, yearly, customer_id, name, title in tuples(query):
        on = next_on(day, month, year, yearly, today)
        if on is not None and on <= until:
            found.append(
                BookEntry(Coming.DATE, on, what, customer_id=customer_id, name=name, title=title)
            )
    return tuple(found)


def planned(today: date, until: date) -> list[tuple[date, Kind, int]]:
    """(day, kind, how many) of the other follow-ups."""
    row = FollowUpRow
    query = (
        row.select(row.due_on, row.kind, fn.COUNT(row.id))
        .where(IS_OPEN, row.due_on.between(today, until), row.kind.not_in(IN_THE_BOOK))
        .group_by(row.due_on, row.kind)
    )
    return [(due_on, kind, count) for due_on, kind, count in tuples(query)]


def _months(today: date, until: date) -> int:
    return (until.year - today.year) * 12 + until.month - today.month


def _may_be_called() -> tuple[Any, ...]:
    return (
        CustomerRow.erased_at.is_null(),
        CustomerRow.dont_call_at.is_null(),
        fn.COALESCE(may_call(), True),
    )


def _of_customer(row: Any, on: Any, what: Any, at: Any, clerk: Any = None) -> Any:
    columns = [
        on.alias("on"),
        what.alias("what"),
        at.alias("at"),
        CustomerRow.id.alias("customer_id"),
        CustomerRow.name,
        CustomerRow.title,
    ]
    if clerk is None:
        return row.select(*columns).join(CustomerRow, on=row.customer == CustomerRow.id)
    return (
        row.select(*columns, or_empty(ClerkRow.name, "clerk"))
        .join(CustomerRow, on=row.customer == CustomerRow.id)
        .switch(row)
        .join(ClerkRow, JOIN.LEFT_OUTER, on=clerk == ClerkRow.id)
    )


def _entries(query: Any, coming: Coming) -> tuple[BookEntry, ...]:
    return built(query, lambda **values: BookEntry(coming=coming, **values))
