"""What was bought, named the way a clerk would say it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any

from followup_desktop.store.reads.build import first
from followup_desktop.store.reads.prepared import Prepared, Slot
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
    row = PurchaseRow
    newest = (
        row.select()
        .where(row.customer == customer_id)
        .order_by(row.purchased_on.desc(), row.id.desc())
        .first()
    )
    items = items_of([newest.id] if newest else [])
    return {
        "last_purchase_id": newest and newest.id,
        "last_item": items[newest.id] if newest else "",
        "last_purchase_on": newest and newest.purchased_on,
        "occasion": newest.occasion if newest else "",
        "occasion_on": newest and newest.occasion_on,
        "for_whom": newest.for_whom if newest else "",
        "is_gift": bool(newest and newest.is_gift),
    }


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
