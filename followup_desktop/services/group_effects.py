"""What a change of a product group does to what is planned: valuables are asked about later (M-35),
and who was to be called because it is time to renew may have time yet (M-41)."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from followup_desktop.domain.product_group import ProductGroup, group_of
from followup_desktop.domain.rule_book import Moved, RuleEffect
from followup_desktop.domain.shop import Shop
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.updates import months_after
from followup_desktop.services.rule_effects import Terms, of_sales
from followup_desktop.services.rules import cadence_of
from followup_desktop.store.reads import product_groups as reads
from followup_desktop.store.reads.rule_sales import renewals, sales
from followup_desktop.store.reads.shop import valuable_groups

NEW = 0
"""The id of a group that isn't kept yet."""


@dataclass(frozen=True, slots=True)
class GroupChange:
    """The groups as they would be."""

    groups: tuple[ProductGroup, ...]
    moved: Mapping[int, int | None] = field(default_factory=dict)
    """Things that would be in another group."""

    @property
    def taken_in(self) -> tuple[int, ...]:
        return tuple(item_id for item_id, group_id in self.moved.items() if group_id is not None)


def changed_group(group_id: int | None, values: Mapping[str, Any]) -> GroupChange:
    """`values`: of the row. What was sold before under a name that fits, and is in no group, comes
    into it."""
    groups = {one.id: one for one in reads.names_only()}
    own_id = NEW if group_id is None else group_id
    groups[own_id] = replace(groups.get(own_id, ProductGroup(NEW, "")), **values)
    known, sold = tuple(groups.values()), reads.sold()
    fitting = (
        item_id for item_id, name in reads.without_group() if group_of(name, sold, known) == own_id
    )
    first = zip(range(reads.BEFORE), fitting, strict=False)
    return GroupChange(known, {item_id: own_id for _place, item_id in first})


def removed_group(group_id: int) -> GroupChange:
    kept = tuple(one for one in reads.names_only() if one.id != group_id)
    return GroupChange(kept, dict.fromkeys(reads.item_ids(group_id)))


def effect_of(now: Now, shop: Shop, change: GroupChange) -> RuleEffect:
    cadence = cadence_of(shop)
    before = Terms(cadence, valuable_groups())
    valuable = frozenset(one.id for one in change.groups if one.is_valuable)
    after = Terms(cadence, valuable, groups=change.moved)
    if before.valuable == after.valuable and not change.moved:
        sold = RuleEffect()
    else:
        weighed = sales(asks_permission=cadence.settings.asks_permission)
        sold = of_sales(now, before, after, weighed)
    return replace(sold, moved=(*sold.moved, *_not_yet(now, change)))


def _not_yet(now: Now, change: GroupChange) -> tuple[Moved, ...]:
    """Renewals that are planned, and whose time wouldn't have come. Whoever was given another day
    by a person keeps it. Calls for whom the time comes sooner stand under Ahead: nobody is called
    about a renewal unless a clerk said so."""
    months = {one.id: one.renew_months for one in change.groups}
    usual = {one.id: one.renew_months for one in reads.names_only()}
    if months == usual:
        return ()
    return tuple(
        Moved(standing, None)
        for standing, bought_on, group_ids in renewals()
        if _has_come(now.day, bought_on, group_ids, usual)
        and not _has_come(now.day, bought_on, group_ids, months)
    )


def _has_come(
    today: date, bought_on: date, group_ids: frozenset[int], months: Mapping[int, int | None]
) -> bool:
    waits = (months.get(group_id) for group_id in group_ids)
    return any(bought_on <= months_after(today, -wait) for wait in waits if wait is not None)
