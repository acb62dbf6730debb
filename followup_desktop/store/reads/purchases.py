"""What was bought, named the way a clerk would say it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from followup_desktop.store.reads.build import first
from followup_desktop.store.reads.prepared import Named, Prepared, Slot, slot
from followup_desktop.store.reads.readers import READERS
from followup_desktop.store.rows import ItemRow, PurchaseRow
from followup_desktop.store.search import as_list, listed_as


def items_of(purchase_ids: Collection[int]) -> dict[int, str]:
    """The items of each purchase on one line; every id has one."""
    items: dict[int, list[str]] = {purchase_id: [] for purchase_id in purchase_ids}
    for purchase_id, name in _ITEMS(purchases=as_list(purchase_ids)) if items else ():
        items[purchase_id].append(name)
    return {purchase_id: ", ".join(of_purchase) for purchase_id, of_purchase in items.items()}


def _named() -> Any:
    row = ItemRow
    return (
        row.select(row.purchase, row.name)
        .where(row.purchase.in_(listed_as(Slot("purchases"))))
        .order_by(row.id)
    )


_ITEMS: Prepared[tuple[int, str]] = Prepared(_named, lambda *named: named, {})


def last_purchase(customer_id: int) -> dict[str, Any]:
    """What was bought last and what for, as the card's fields name it."""
    for last in _LAST(customer=customer_id):
        purchase_id = last["last_purchase_id"]
        return {**last, "last_item": items_of([purchase_id])[purchase_id]}
    return {
        "last_purchase_id": None,
        "last_item": "",
        "last_purchase_on": None,
        "occasion": "",
        "occasion_on": None,
        "for_whom": "",
        "is_gift": False,
    }


def _last() -> Any:
    row = PurchaseRow
    return (
        row.select(
            row.id.alias("last_purchase_id"),
            row.purchased_on.alias("last_purchase_on"),
            row.occasion,
            row.occasion_on,
            row.for_whom,
            row.is_gift,
        )
        .where(row.customer == slot("customer"))
        .order_by(row.purchased_on.desc(), row.id.desc())
        .limit(1)
    )


_LAST: Named[dict[str, Any]] = Named(_last, dict, READERS)


@dataclass(frozen=True, slots=True)
class Occasion:
    """What a purchase was for."""

    purchase_id: int
    customer_id: int
    purchased_on: date
    occasion: str
    occasion_on: date | None


def occasion(purchase_id: int) -> Occasion | None:
    row = PurchaseRow
    query = row.select(
        row.id.alias("purchase_id"),
        row.customer.alias("customer_id"),
        row.purchased_on,
        row.occasion,
        row.occasion_on,
    )
    return first(query.where(row.id == purchase_id), Occasion)
