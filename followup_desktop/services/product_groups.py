"""Product groups: kept in the settings, guessed on the visit form, changed on the card (M-41)."""

from collections.abc import Iterable
from typing import Any

from followup_desktop.domain import names
from followup_desktop.domain.cadence.needless import ClosedWhy
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import TEXT_LIMIT, Why, checked, refuse
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.product_group import (
    RENEW_MONTHS,
    ItemGroup,
    ItemSold,
    ProductGroup,
    group_of,
)
from followup_desktop.domain.rule_book import RuleEffect
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services.group_effects import changed_group, effect_of, removed_group
from followup_desktop.services.planning import close_all
from followup_desktop.services.rule_effects import follow
from followup_desktop.services.shop import ShopService
from followup_desktop.store.reads import product_groups as reads
from followup_desktop.store.rows import ItemRow, ProductGroupRow
from followup_desktop.store.store import Store
from followup_desktop.store.unit import Unit

SHOWN = Changed.SHOP | Changed.CUSTOMERS | Changed.FOLLOW_UPS


class ProductGroups:
    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop

    def groups(self) -> tuple[ProductGroup, ...]:
        """In alphabetical order."""
        return reads.groups()

    def names(self) -> tuple[ProductGroup, ...]:
        """The same without counting what is in them, for the forms."""
        return reads.names_only()

    def of_visit(self, visit: NewVisit) -> tuple[ItemGroup, ...]:
        """The group of each thing on the form: the one that was chosen, else the one that its name
        tells. Empty for a shop without groups."""
        groups = reads.names_only() if visit.bought else ()
        if not groups:
            return ()
        here = {None, *(group.id for group in groups)}
        chosen = {one.item: one.group_id for one in visit.item_groups if one.group_id in here}
        sold = reads.sold()
        return tuple(
            ItemGroup(item, chosen[item] if item in chosen else group_of(item, sold, groups))
            for item in visit.items
        )

    def holds_valuables(self, groups: Iterable[ItemGroup]) -> bool:
        """Whether one of the things is of a group whose first talk waits a month."""
        valuable = {one.id for one in reads.names_only() if one.is_valuable}
        return any(one.group_id in valuable for one in groups)

    def items(self, purchase_id: int) -> tuple[ItemSold, ...]:
        """What a purchase holds."""
        return reads.items(purchase_id)

    def preview(self, now: Now, group_id: int | None = None, **fields: Any) -> RuleEffect:
        """What `add`, or with a group `change`, would do to what is planned; writes nothing."""
        if group_id is not None:
            _require(group_id)
        return effect_of(now, self._shop.shop(), changed_group(group_id, _values(fields)))

    def preview_removal(self, now: Now, group_id: int) -> RuleEffect:
        """What `remove` would move; the calls about what is new in it go as well."""
        return effect_of(now, self._shop.shop(), removed_group(group_id))

    def add(self, now: Now, clerk_id: int | None, group_name: str, **fields: Any) -> Changes:
        """`fields`: renew_months, is_valuable, care_tip. What was sold before under a name that
        fits, and is in no group, comes into it; what is planned about that goes along."""
        values = _values({"group_name": group_name, **fields})
        _require_new_name(values["name"])
        change = changed_group(None, values)
        effect = effect_of(now, self._shop.shop(), change)
        with self._store.action(Did.PRODUCT_GROUP_CHANGED, now, clerk_id) as unit:
            made_id = unit.insert(ProductGroupRow, **values)
            _take_in(unit, change.taken_in, made_id)
            follow(unit, effect)
        return unit.changes(SHOWN, made_id=made_id)

    def change(self, now: Now, clerk_id: int | None, group_id: int, **fields: Any) -> Changes:
        """`fields`: group_name, renew_months, is_valuable, care_tip."""
        values = _values(fields)
        _require(group_id)
        if "name" in values:
            _require_new_name(values["name"], but=group_id)
        change = changed_group(group_id, values)
        effect = effect_of(now, self._shop.shop(), change)
        with self._store.action(Did.PRODUCT_GROUP_CHANGED, now, clerk_id) as unit:
            unit.update(ProductGroupRow, group_id, **values)
            _take_in(unit, change.taken_in, group_id)
            follow(unit, effect)
        return unit.changes(SHOWN, made_id=group_id)

    def remove(self, now: Now, clerk_id: int | None, group_id: int) -> Changes:
        """What was sold stays sold. What's new in it goes, with the calls that nobody made yet."""
        _require(group_id)
        effect = effect_of(now, self._shop.shop(), removed_group(group_id))
        with self._store.action(Did.PRODUCT_GROUP_CHANGED, now, clerk_id) as unit:
            close_all(unit, reads.open_of_notes(group_id), ClosedWhy.CANCELLED)
            follow(unit, effect)
            unit.delete(ProductGroupRow, group_id)
        return unit.changes(SHOWN)


def _values(fields: dict[str, Any]) -> dict[str, Any]:
    values = dict(fields)
    if "group_name" in values:
        typed = names.clean(values.pop("group_name"))
        values["name"] = checked("group_name", typed, needed=True)
    if "care_tip" in values:
        tip = names.clean(values["care_tip"])
        values["care_tip"] = checked("care_tip", tip, limit=TEXT_LIMIT)
    months = values.get("renew_months")
    if months is not None and months not in RENEW_MONTHS:
        raise refuse("renew_months", Why.OUT_OF_RANGE)
    return values


def _require(group_id: int) -> None:
    if not reads.is_there(group_id):
        raise WorldError(Trouble.GONE, where=f"product group {group_id}")


def _require_new_name(name: str, but: int | None = None) -> None:
    """Two groups of one name could not be told apart on the form."""
    folded = names.fold(name)
    if any(names.fold(one.name) == folded and one.id != but for one in reads.groups()):
        raise refuse("group_name", Why.SAME_NAME)


def _take_in(unit: Unit, item_ids: Iterable[int], group_id: int) -> None:
    for item_id in item_ids:
        unit.update(ItemRow, item_id, product_group=group_id)
