"""What follows from rows: the search index, and what a customer's row keeps about its own.

The unit tells what it writes; before COMMIT everything has followed.
"""

from datetime import date
from typing import Any

from followup_desktop.domain import names, phones
from followup_desktop.store import customer_sums, search_index
from followup_desktop.store.database import FollowupDatabase
from followup_desktop.store.tables import Table, Values

KEPT_BY_STORE: dict[str, frozenset[str]] = {
    "customer": frozenset(
        {"sort_key", "search_key", "purchases", "stage", "last_contact_at", "next_on"}
    ),
    "phone": frozenset({"zones"}),
}
"""Columns that nobody else may write, and that undo doesn't remember."""

# Table → the columns that a customer's sums are made of.
_SUMMED: dict[str, frozenset[str]] = {
    "purchase": frozenset({"customer_id", "purchased_on"}),
    "referral": frozenset({"referrer_id", "state"}),
    "call": frozenset({"customer_id", "step", "outcome", "started_at", "finished_at"}),
    "follow_up": frozenset({"customer_id", "status", "due_on"}),
}
_LOYALTY = frozenset({"loyal_after", "loyal_years", "loyal_referrals"})
_WHOSE = {"referral": "referrer_id"}
"""Where the customer doesn't stand in `customer_id`."""


class Followers:
    """What has to follow within one transaction."""

    def __init__(self, database: FollowupDatabase, today: date) -> None:
        self._database = database
        self._today = today
        self._customers: dict[int, bool] = {}
        """Whose sums have to be made again, in the order of their change; False: only the day of
        their next follow-up, which changes most often."""
        self._loyalty_changed = False
        self._has_moved = False
        """The shop, to another country: what was abroad may be near by."""

    def complete(self, table: Table, values: Values) -> None:
        """Fill in the columns that follow from the row's own."""
        if table.name == "customer":
            values["sort_key"] = names.sort_key(values["name"])
            values["search_key"] = search_index.key_of(
                values["name"], values["address_as"], erased=values["erased_at"] is not None
            )
        elif table.name == "phone":
            values["zones"] = phones.zones(values["number"], self._country())

    def inserted(self, table: Table, new: Values) -> None:
        search_index.add(self._database, table, new)
        self._note(table, new)

    def updating(self, table: Table, before: Values, after: Values) -> None:
        """Before the row changes: the index takes the old words from it."""
        if search_index.differs(table, before, after):
            search_index.remove(self._database, table, before)

    def updated(self, table: Table, before: Values, after: Values) -> None:
        if search_index.differs(table, before, after):
            search_index.add(self._database, table, after)
        if any(before[name] != after[name] for name in _SUMMED.get(table.name, ())):
            self._note(table, before)
            self._note(table, after)
        elif table.name == "setting":
            self._note(table, after)
        elif table.name == "shop" and before["country"] != after["country"]:
            self._has_moved = True

    def deleting(self, table: Table, before: Values) -> None:
        search_index.remove(self._database, table, before)

    def deleted(self, table: Table, before: Values) -> None:
        self._note(table, before)
        if table.name == "customer":
            self._customers.pop(before["id"], None)

    def catch_up(self) -> None:
        """The last statements before COMMIT."""
        if any(self._customers.values()):
            loyal_by = customer_sums.loyal_by(self._database, self._today)
        for customer_id, has_done_more in self._customers.items():
            if has_done_more:
                customer_sums.follow(self._database, customer_id, loyal_by)
            else:
                customer_sums.follow_next(self._database, customer_id)
        if self._loyalty_changed:
            customer_sums.restage(self._database, self._today)
        if self._has_moved:
            self._place_phones()

    def _country(self) -> str:
        found = self._database.execute_sql('SELECT "country" FROM "shop" LIMIT 1').fetchone()
        return "" if found is None else str(found[0])

    def _place_phones(self) -> None:
        country = self._country()
        numbers = self._database.execute_sql('SELECT "number", "zones" FROM "phone"').fetchall()
        for number, was in set(numbers):
            if (zones := phones.zones(number, country)) != was:
                self._database.execute_sql(
                    'UPDATE "phone" SET "zones" = ? WHERE "number" = ?', (zones, number)
                )

    def _note(self, table: Table, values: dict[str, Any]) -> None:
        if table.name in _SUMMED:
            customer_id = values[_WHOSE.get(table.name, "customer_id")]
            has_done_more = table.name != "follow_up"
            self._customers[customer_id] = has_done_more or self._customers.get(customer_id, False)
        elif table.name == "setting" and values["name"] in _LOYALTY:
            self._loyalty_changed = True
