"""The customers' list and the search box's hits.

The list is read in two steps: the ids of a page, from an index that is in the list's order and
holds all that the filter asks for (`rows.CustomerRow`); then what is shown, of those few.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain import phones
from followup_desktop.domain.customer_list import (
    CustomerFilter,
    CustomerHit,
    CustomerLine,
    CustomerOrder,
    CustomerPage,
)
from followup_desktop.domain.kinds import FollowUpStatus, Kind
from followup_desktop.store import search
from followup_desktop.store.reads.build import or_empty, read_as, tuples
from followup_desktop.store.reads.next_steps import without_next
from followup_desktop.store.reads.purchases import items_of
from followup_desktop.store.reads.silence import was_silent
from followup_desktop.store.rows import ClerkRow, CustomerRow, FollowUpRow, PhoneRow, PurchaseRow


def page(
    wanted: CustomerFilter, offset: int, limit: int, found: Collection[int] | None
) -> CustomerPage:
    """`found`: the customers that the filter's text found; None when it has no text."""
    total = CustomerRow.select(fn.COUNT(CustomerRow.id)).where(*_conditions(wanted, found)).scalar()
    return CustomerPage(stretch(wanted, offset, limit, found), total)


def stretch(
    wanted: CustomerFilter, offset: int, limit: int, found: Collection[int] | None
) -> tuple[CustomerLine, ...]:
    """The rows alone: counting all of a long list takes longer than reading some of it."""
    if not limit:
        return ()
    ids = (
        CustomerRow.select(CustomerRow.id)
        .where(*_conditions(wanted, found))
        .order_by(*_order(wanted))
        .offset(offset)
        .limit(limit)
    )
    return lines([id_ for (id_,) in tuples(ids)])


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


def _conditions(wanted: CustomerFilter, found: Collection[int] | None) -> Iterator[Any]:
    row = CustomerRow
    yield row.erased_at.is_null()
    if found is not None:
        yield row.id.in_(search.listed(found))
    if wanted.no_next_step:
        yield from without_next()
    if wanted.never_contacted:
        yield row.last_contact_at.is_null()
    if wanted.silent:
        yield was_silent(dict(wanted.silent))
    if wanted.stage is not None:
        yield row.stage == wanted.stage
    if wanted.owner_id is not None:
        yield row.owner == wanted.owner_id


def _order(wanted: CustomerFilter) -> Sequence[Any]:
    """Who was never contacted is the longest ago; who has no next step comes after all who have."""
    row = CustomerRow
    columns: tuple[Any, ...]
    match wanted.order:
        case CustomerOrder.NAME:
            columns = (row.sort_key, row.id)
        case CustomerOrder.LAST_CONTACT:
            columns = (row.last_contact_at, row.sort_key, row.id)
        case CustomerOrder.NEXT_FOLLOW_UP if not wanted.descending:
            return (row.next_on.asc(nulls="LAST"), row.sort_key, row.id)
        case _:
            columns = (row.next_on, row.sort_key, row.id)
    return [column.desc() for column in columns] if wanted.descending else columns


def lines(ids: Sequence[int]) -> tuple[CustomerLine, ...]:
    """In the order of `ids`."""
    row = CustomerRow
    query = (
        row.select(
            row.id,
            row.name,
            row.title,
            row.stage,
            row.purchases,
            first_number(),
            or_empty(ClerkRow.name, "owner_name"),
            row.last_contact_at,
            row.next_on,
            _next_kind(),
            row.dont_call_at,
        )
        .join(ClerkRow, JOIN.LEFT_OUTER, on=row.owner == ClerkRow.id)
        .where(row.id.in_(list(ids)))
    )
    made = {line.id: line for line in map(_line, query.dicts())}
    return tuple(made[id_] for id_ in ids)


def _line(values: Any) -> CustomerLine:
    dont_call = values.pop("dont_call_at") is not None
    number = values.pop("number")
    return CustomerLine(**values, phone=_shown(number), dont_call=dont_call)


def hits(ids: Sequence[int]) -> tuple[CustomerHit, ...]:
    """For the search box, in the order of `ids`."""
    row, bought = CustomerRow, PurchaseRow
    last_purchase = (
        bought.select(bought.id)
        .where(bought.customer == row.id)
        .order_by(bought.purchased_on.desc(), bought.id.desc())
        .limit(1)
    )
    query = row.select(
        row.id, row.name, row.title, row.stage, first_number(), last_purchase.alias("purchase")
    ).where(row.id.in_(list(ids)))
    found = {id_: values for id_, *values in tuples(query)}
    items = items_of([purchase for *_, purchase in found.values() if purchase is not None])
    return tuple(
        CustomerHit(id_, name, title, stage, _shown(number), items.get(purchase, ""))
        for id_ in ids
        for name, title, stage, number, purchase in (found[id_],)
    )


def first_number() -> Any:
    """The one to dial: what a call found to be wrong is not shown."""
    return (
        PhoneRow.select(PhoneRow.number)
        .where(PhoneRow.customer == CustomerRow.id, PhoneRow.wrong_at.is_null())
        .order_by(PhoneRow.id)
        .limit(1)
        .alias("number")
    )


def _next_kind() -> Any:
    first_due = (
        FollowUpRow.select(FollowUpRow.kind)
        .where(FollowUpRow.customer == CustomerRow.id, FollowUpRow.status == FollowUpStatus.OPEN)
        .order_by(FollowUpRow.due_on, FollowUpRow.rank, FollowUpRow.id)
        .limit(1)
    )
    return read_as(Kind, first_due, "next_kind")


def _shown(number: str | None) -> str:
    return "" if number is None else phones.shown(number)
