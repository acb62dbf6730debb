"""Birthdays and other days, as the plans for them need to know them."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from peewee import fn

from followup_desktop.store.reads.build import first, read_as, tuples
from followup_desktop.store.reads.follow_ups import IS_OPEN
from followup_desktop.store.reads.permissions import may_call
from followup_desktop.store.rows import CustomerRow, FollowUpRow, SpecialDateRow


@dataclass(frozen=True, slots=True)
class Remembered:
    id: int
    customer_id: int
    name: str
    day: int
    month: int
    year: int | None
    yearly: bool
    last_due_on: date | None
    """The last day that anything was planned for it."""


def special_date(date_id: int) -> Remembered | None:
    row = SpecialDateRow
    last_due_on = FollowUpRow.select(fn.MAX(FollowUpRow.due_on)).where(
        FollowUpRow.special_date == row.id
    )
    query = row.select(
        row.id,
        row.customer.alias("customer_id"),
        row.name,
        row.day,
        row.month,
        row.year,
        row.yearly,
        read_as(date.fromisoformat, last_due_on, "last_due_on"),
    )
    return first(query.where(row.id == date_id), Remembered)


def follow_ups_of(date_id: int) -> list[int]:
    rows = FollowUpRow.select(FollowUpRow.id).where(FollowUpRow.special_date == date_id)
    return [row.id for row in rows]


def without_plan(today: date) -> list[tuple[Any, ...]]:
    """(date, owner of the customer) of what may come again, of those who may be called."""
    row, customer = SpecialDateRow, CustomerRow
    comes_again = row.yearly | row.year.is_null() | (row.year >= today.year)
    planned = FollowUpRow.select(FollowUpRow.id).where(FollowUpRow.special_date == row.id, IS_OPEN)
    query = (
        row.select(row.id, customer.owner)
        .join(customer)
        .where(
            comes_again,
            customer.erased_at.is_null(),
            customer.dont_call_at.is_null(),
            fn.COALESCE(may_call(), True),
            ~fn.EXISTS(planned),
        )
    )
    return tuples(query)
