"""What every edit of a customer has in common: one action, with undo, about one card."""

from typing import Any

from followup_desktop.domain import names, phones
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import LINE_LIMIT, Why, checked, refuse
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.shop import ShopService
from followup_desktop.store.rows import Row
from followup_desktop.store.store import Store

EDITED = Changed.CUSTOMERS | Changed.FOLLOW_UPS
"""A name, a good time or a "please don't call" shows in the day's list as well."""


class CustomerAction:
    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop

    def _add(
        self, row: type[Row], now: Now, clerk_id: int | None, customer_id: int, **values: Any
    ) -> Changes:
        """One new row about a customer."""
        require(customer_id)
        with self._store.action(Did.CUSTOMER_CHANGED, now, clerk_id) as unit:
            made_id = unit.insert(row, customer=customer_id, **values)
        return unit.changes(EDITED, customer_id=customer_id, made_id=made_id)

    def _change(
        self, row: type[Row], now: Now, clerk_id: int | None, row_id: int, **values: Any
    ) -> Changes:
        customer_id = whose(row, row_id)
        with self._store.action(Did.CUSTOMER_CHANGED, now, clerk_id) as unit:
            unit.update(row, row_id, **values)
        return unit.changes(EDITED, customer_id=customer_id, made_id=row_id)

    def _remove(self, row: type[Row], now: Now, clerk_id: int | None, row_id: int) -> Changes:
        customer_id = whose(row, row_id)
        with self._store.action(Did.CUSTOMER_CHANGED, now, clerk_id) as unit:
            unit.delete(row, row_id)
        return unit.changes(EDITED, customer_id=customer_id)

    def _number(self, field: str, typed: str) -> str:
        """As it is kept, E.164."""
        if not typed.strip():
            raise refuse(field, Why.MISSING)
        number = phones.parse(typed.strip(), self._shop.shop().country)
        if not number.is_valid:
            raise refuse(field, Why.NOT_A_PHONE)
        return number.e164


def require(customer_id: int) -> None:
    from followup_desktop.store.reads.card_people import (
        is_here,  # late: the day's list needs no card
    )

    if not is_here(customer_id):
        raise WorldError(Trouble.GONE, where=f"customer {customer_id}")


def whose(row: type[Row], row_id: int) -> int:
    """On whose card the row stands."""
    from followup_desktop.store.reads.card_people import customer_of

    customer_id = customer_of(row, row_id)
    if customer_id is None:
        raise WorldError(Trouble.GONE, where=f"{row.__name__} {row_id}")
    return customer_id


def line(field: str, typed: str, *, needed: bool = False) -> str:
    """One line as it is kept, or `WorldError`."""
    return checked(field, names.clean(typed), needed=needed)


def lines(field: str, typed: str, limit: int = LINE_LIMIT, *, needed: bool = False) -> str:
    """The same for what may have several lines."""
    return checked(field, names.clean_lines(typed), needed=needed, limit=limit)
