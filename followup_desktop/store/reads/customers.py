"""Customers as a row of their list and as a hit of the search box."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain import phones
from followup_desktop.domain.customer_list import CustomerHit, CustomerLine
from followup_desktop.domain.kinds import FollowUpStatus, Kind, Stage
from followup_desktop.store.reads.build import or_empty
from followup_desktop.store.reads.prepared import Prepared, Slot
from followup_desktop.store.reads.purchases import items_of
from followup_desktop.store.rows import ClerkRow, CustomerRow, FollowUpRow, PhoneRow, PurchaseRow
from followup_desktop.store.search import as_list, listed_as


def lines(ids: Sequence[int]) -> tuple[CustomerLine, ...]:
    """In the order of `ids`."""
    made = {line.id: line for line in _LINES(ids=as_list(ids))}
    return tuple(made[id_] for id_ in ids)


def hits(ids: Sequence[int]) -> tuple[CustomerHit, ...]:
    """For the search box, in the order of `ids`."""
    found = {id_: values for id_, *values in _HITS(ids=as_list(ids))}
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


def _shown(number: str | None) -> str:
    return phones.shown(number) if number else ""


# The queries ------------------------------------------------------------------------------------

_ASKED_FOR = CustomerRow.id.in_(listed_as(Slot("ids")))


def _lines() -> Any:
    row = CustomerRow
    return (
        row.select(
            row.id,
            row.name,
            row.title,
            row.stage,
            row.purchases,
            fn.COALESCE(first_number(), "").alias("phone"),
            or_empty(ClerkRow.name, "owner_name"),
            row.last_contact_at,
            row.next_on,
            _next_kind(),
            row.dont_call_at.is_null(False).alias("dont_call"),
        )
        .join(ClerkRow, JOIN.LEFT_OUTER, on=row.owner == ClerkRow.id)
        .where(_ASKED_FOR)
    )


def _next_kind() -> Any:
    return (
        FollowUpRow.select(FollowUpRow.kind)
        .where(FollowUpRow.customer == CustomerRow.id, FollowUpRow.status == FollowUpStatus.OPEN)
        .order_by(FollowUpRow.due_on, FollowUpRow.rank, FollowUpRow.id)
        .limit(1)
        .alias("next_kind")
    )


def _hits() -> Any:
    row, bought = CustomerRow, PurchaseRow
    last_purchase = (
        bought.select(bought.id)
        .where(bought.customer == row.id)
        .order_by(bought.purchased_on.desc(), bought.id.desc())
        .limit(1)
    )
    return row.select(
        row.id, row.name, row.title, row.stage, first_number(), last_purchase.alias("purchase")
    ).where(_ASKED_FOR)


_LINES = Prepared(
    _lines,
    CustomerLine,
    {
        "stage": Stage,
        "phone": _shown,
        "last_contact_at": datetime.fromisoformat,
        "next_on": date.fromisoformat,
        "next_kind": Kind,
        "dont_call": bool,
    },
)
_HITS: Prepared[tuple[Any, ...]] = Prepared(_hits, lambda *values: values, {"stage": Stage})
