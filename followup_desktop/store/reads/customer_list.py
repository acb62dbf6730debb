"""The customers' list: who is on it, in which order (M-56).

It is read in two steps: the ids of a stretch, from an index that is in the list's order and holds
all that the filter asks for (`rows.CustomerRow`); then what is shown, of those few.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from peewee import fn

from followup_desktop.domain.customer_list import (
    CustomerFilter,
    CustomerLine,
    CustomerOrder,
    CustomerPage,
)
from followup_desktop.store.reads.build import tuples
from followup_desktop.store.reads.customers import lines
from followup_desktop.store.reads.next_steps import without_next
from followup_desktop.store.reads.prepared import Prepared, Slot, slot
from followup_desktop.store.reads.silence import was_silent
from followup_desktop.store.rows import CustomerRow, database
from followup_desktop.store.search import as_list, every, listed_as
from followup_desktop.store.search_many import Shape, shape_of, words_of_many

NEAR = 1_000
"""Rows from the top, so far as a list of many is gone through."""
MOST_PASSED = 2_000
"""Customers that are passed on the way to those who fit, before all are looked for after all: they
may stand together at the end."""


def page(wanted: CustomerFilter, offset: int, limit: int) -> CustomerPage:
    return CustomerPage(stretch(wanted, offset, limit), total(wanted))


def total(wanted: CustomerFilter) -> int:
    """How long the whole list is: counting takes longer than reading some of it."""
    text = wanted.text.strip()
    count = _counted(replace(wanted, text=""), bool(text))
    (number,) = count(found=as_list(every(text))) if text else count()
    return number


def stretch(wanted: CustomerFilter, offset: int, limit: int) -> tuple[CustomerLine, ...]:
    with database.one_reading():
        return lines(_ids(wanted.text.strip(), replace(wanted, text=""), offset, limit))


def without_next_step(limit: int) -> tuple[CustomerLine, ...]:
    """ "No next step": who was longest without a word comes first, never contacted before all."""
    row = CustomerRow
    ids = (
        row.select(row.id)
        .where(*without_next())
        .order_by(row.last_contact_at, row.sort_key)
        .limit(limit)
    )
    return lines([id_ for (id_,) in tuples(ids)])


def _ids(text: str, others: CustomerFilter, offset: int, limit: int) -> Sequence[int]:
    """`others` is the filter without its text."""
    place = {"offset": offset, "limit": limit}
    if not text:
        return _in_order(others, False)(**place)
    if offset + limit <= NEAR and (words := words_of_many(text)):
        shape = shape_of(words)
        passed = _passed_through(others, shape)
        ids = passed(**place, most=MOST_PASSED, **shape.values(words))
        if len(ids) == limit:
            return ids
    return _in_order(others, True)(**place, found=as_list(every(text)))


# The queries, built once for each filter ---------------------------------------------------------


@lru_cache(maxsize=64)
def _in_order(others: CustomerFilter, has_text: bool) -> Prepared[int]:
    def query() -> Any:
        row = CustomerRow
        ids = row.select(row.id).where(*_conditions(others, has_text)).order_by(*_order(others))
        return ids.offset(slot("offset")).limit(slot("limit"))

    return Prepared(query, int, {})


@lru_cache(maxsize=64)
def _passed_through(others: CustomerFilter, shape: Shape) -> Prepared[int]:
    def query() -> Any:
        row = CustomerRow
        passed = (
            row.select(row.id, row.search_key)
            .where(*_conditions(others, False))
            .order_by(*_order(others))
            .limit(slot("most"))
            .alias("passed")
        )
        ids = row.select(passed.c.id).from_(passed).where(*shape.fits(passed.c.search_key))
        return ids.offset(slot("offset")).limit(slot("limit"))

    return Prepared(query, int, {})


@lru_cache(maxsize=64)
def _counted(others: CustomerFilter, has_text: bool) -> Prepared[int]:
    def query() -> Any:
        row = CustomerRow
        return row.select(fn.COUNT(row.id)).where(*_conditions(others, has_text))

    return Prepared(query, int, {})


def _conditions(others: CustomerFilter, has_text: bool) -> Iterator[Any]:
    row = CustomerRow
    yield row.erased_at.is_null()
    if has_text:
        yield row.id.in_(listed_as(Slot("found")))
    if others.no_next_step:
        yield from without_next()
    if others.never_contacted:
        yield row.last_contact_at.is_null()
    if others.silent:
        yield was_silent(dict(others.silent))
    if others.stage is not None:
        yield row.stage == others.stage
    if others.owner_id is not None:
        yield row.owner == others.owner_id


def _order(others: CustomerFilter) -> Sequence[Any]:
    """Who was never contacted is the longest ago; who has no next step comes after all who have."""
    row = CustomerRow
    columns: tuple[Any, ...]
    match others.order:
        case CustomerOrder.NAME:
            columns = (row.sort_key, row.id)
        case CustomerOrder.LAST_CONTACT:
            columns = (row.last_contact_at, row.sort_key, row.id)
        case CustomerOrder.NEXT_FOLLOW_UP if not others.descending:
            return (row.next_on.asc(nulls="LAST"), row.sort_key, row.id)
        case _:
            columns = (row.next_on, row.sort_key, row.id)
    return [column.desc() for column in columns] if others.descending else columns
