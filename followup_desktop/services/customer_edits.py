"""The customer's own fields, and what their purchases were for."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from followup_desktop.domain.cadence.planning import Cadence, Planned
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.changes import Changes, Did
from followup_desktop.domain.checks import TEXT_LIMIT, Why, refuse
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.rule_book import RuleEffect
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.customer_action import (
    EDITED,
    CustomerAction,
    line,
    lines,
    require,
    whose,
)
from followup_desktop.services.planning import plan
from followup_desktop.services.rule_effects import Terms, follow, of_sales
from followup_desktop.services.rules import cadence_of
from followup_desktop.store.reads import product_groups
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.reads.purchases import items_of, occasion
from followup_desktop.store.reads.rule_sales import sales
from followup_desktop.store.reads.shop import clerks, valuable_groups
from followup_desktop.store.rows import CustomerRow, FollowUpRow, ItemRow, PurchaseRow
from followup_desktop.store.unit import Unit

LINES = ("title", "address_as", "say_it_like", "language", "works_as", "service_person")
FIRST_N = range(21)


class CustomerEdits(CustomerAction):
    def change(self, now: Now, clerk_id: int | None, customer_id: int, **fields: Any) -> Changes:
        """`fields`: name, title, address_as, say_it_like, language, preferred_way, works_as,
        service_person, pinned_note, discreet, owner_id, first_n_sales, rest_until."""
        require(customer_id)
        values = _customer(fields)
        effect = self.preview_change(now, customer_id, **fields)
        with self._store.action(Did.CUSTOMER_CHANGED, now, clerk_id) as unit:
            unit.update(CustomerRow, customer_id, **values)
            follow(unit, effect)
        return unit.changes(EDITED, customer_id=customer_id, made_id=customer_id)

    def preview_change(self, now: Now, customer_id: int, **fields: Any) -> RuleEffect:
        """What `change` would do to what is planned: another number of first sales (M-35)."""
        if "first_n_sales" not in fields:
            return RuleEffect()
        cadence = cadence_of(self._shop.shop())
        before = Terms(cadence, valuable_groups())
        after = replace(before, first_n_sales={customer_id: fields["first_n_sales"]})
        theirs = sales(asks_permission=cadence.settings.asks_permission, customer_id=customer_id)
        return of_sales(now, before, after, theirs)

    def settle(self, now: Now, clerk_id: int | None, customer_id: int, why: str) -> Changes:
        """Nothing more is needed for them, and why: they leave the list of those without a next
        step until something happens again (M-24, M-55)."""
        require(customer_id)
        reason = line("why", why, needed=True)
        with self._store.action(Did.CUSTOMER_CHANGED, now, clerk_id) as unit:
            unit.update(CustomerRow, customer_id, nothing_more=reason)
        return unit.changes(EDITED, customer_id=customer_id, made_id=customer_id)

    def change_purchase(
        self, now: Now, clerk_id: int | None, purchase_id: int, **fields: Any
    ) -> Changes:
        """`fields`: occasion, occasion_on, for_whom, is_gift, item_groups (item → product group).
        "Ask why" is answered here (M-33); the call after the occasion moves with its day."""
        customer_id = whose(PurchaseRow, purchase_id)
        values = dict(fields)
        groups = _groups(purchase_id, values.pop("item_groups", {}))
        for name in ("occasion", "for_whom"):
            if name in values:
                values[name] = line(name, values[name])
        cadence = cadence_of(self._shop.shop())
        effect = _other_groups(now, purchase_id, groups, cadence)
        with self._store.action(Did.CUSTOMER_CHANGED, now, clerk_id) as unit:
            unit.update(PurchaseRow, purchase_id, **values)
            follow(unit, effect)
            for item_id, group_id in groups.items():
                unit.update(ItemRow, item_id, product_group=group_id)
            if values.get("is_gift"):
                unit.update(CustomerRow, customer_id, discreet=True)
            if values.keys() & {"occasion", "occasion_on"}:
                _plan_occasion(unit, purchase_id, cadence)
        return unit.changes(EDITED, customer_id=customer_id, made_id=purchase_id)


def _customer(fields: Mapping[str, Any]) -> dict[str, Any]:
    values = dict(fields)
    if "name" in values:
        values["name"] = line("name", values["name"], needed=True)
    if "pinned_note" in values:
        values["pinned_note"] = lines("pinned_note", values["pinned_note"], TEXT_LIMIT)
    values |= {name: line(name, values[name]) for name in LINES if name in values}
    if "owner_id" in values:
        values["owner"] = _clerk("owner_id", values.pop("owner_id"))
    if values.get("first_n_sales") is not None and values["first_n_sales"] not in FIRST_N:
        raise refuse("first_n_sales", Why.OUT_OF_RANGE)
    return values


def _groups(purchase_id: int, chosen: Mapping[int, int | None]) -> dict[int, int | None]:
    """Of the things of this purchase those whose group is another one now."""
    standing = {one.id: one.group_id for one in product_groups.items(purchase_id)}
    if any(group is not None and not product_groups.is_there(group) for group in chosen.values()):
        raise refuse("item_groups", Why.UNKNOWN)
    return {
        item_id: group_id
        for item_id, group_id in chosen.items()
        if item_id in standing and standing[item_id] != group_id
    }


def _other_groups(
    now: Now, purchase_id: int, groups: Mapping[int, int | None], cadence: Cadence
) -> RuleEffect:
    """A thing that is valuable now, or isn't any more, is asked about later or sooner."""
    if not groups:
        return RuleEffect()
    before = Terms(cadence, valuable_groups())
    asks = cadence.settings.asks_permission
    weighed = sales(asks_permission=asks, purchase_id=purchase_id)
    return of_sales(now, before, replace(before, groups=groups), weighed)


def _clerk(field: str, clerk_id: int | None) -> int | None:
    present = {clerk.id for clerk in clerks() if clerk.left_on is None}
    if clerk_id is not None and clerk_id not in present:
        raise refuse(field, Why.UNKNOWN)
    return clerk_id


def _plan_occasion(unit: Unit, purchase_id: int, cadence: Cadence) -> None:
    """What was planned for the day as it was told before gives way to what it is now."""
    for one in open_of(purchase=purchase_id):
        if one.kind is Kind.AFTER_OCCASION:
            unit.delete(FollowUpRow, one.id)
    bought = occasion(purchase_id)
    if bought is None or bought.occasion_on is None:
        return
    about = bought.occasion or items_of([purchase_id])[purchase_id]
    planned: Planned = cadence.plan(Rule.AFTER_OCCASION, bought.occasion_on, about=about)
    ahead = [one for one in planned if one.due_on >= unit.now.day]
    if bought.occasion_on >= bought.purchased_on:
        plan(unit, ahead, bought.customer_id, unit.clerk_id, purchase=purchase_id)
