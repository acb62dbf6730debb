"""Product groups, and what was put in them."""

from functools import lru_cache

from peewee import JOIN, fn

from followup_desktop.domain import names
from followup_desktop.domain.product_group import ItemSold, ProductGroup
from followup_desktop.store.reads.build import built, tuples
from followup_desktop.store.reads.follow_ups import IS_OPEN
from followup_desktop.store.rows import (
    FollowUpRow,
    ItemRow,
    ProductGroupRow,
    WhatsNewRow,
)

RECENT = 1_000
"""What is looked through for a name: what was sold lately is what is being sold."""
BEFORE = 2_000
"""Things sold before that a new group takes in one go; more would hold up the window."""
_LOOKED_THROUGH = 20_000

_fold = lru_cache(maxsize=4 * RECENT)(names.fold)


def _by_name(group: ProductGroup) -> str:
    return _fold(group.name)


def groups() -> tuple[ProductGroup, ...]:
    """In alphabetical order."""
    row = ProductGroupRow
    query = (
        row.select(
            row.id,
            row.name,
            row.renew_months,
            row.is_valuable,
            row.care_tip,
            fn.COUNT(ItemRow.id).alias("items"),
        )
        .join(ItemRow, JOIN.LEFT_OUTER)
        .group_by(row.id)
    )
    return tuple(sorted(built(query, ProductGroup), key=_by_name))


def names_only() -> tuple[ProductGroup, ...]:
    """The same without counting what is in them: asked at every key of the visit form."""
    row = ProductGroupRow
    query = row.select(row.id, row.name, row.renew_months, row.is_valuable, row.care_tip)
    return tuple(sorted(built(query, ProductGroup), key=_by_name))


def is_there(group_id: int) -> bool:
    row = ProductGroupRow
    return bool(row.select(row.id).where(row.id == group_id).exists())


def sold() -> dict[str, int]:
    """The folded names of what was sold lately, with the group that each was last put in."""
    row = ItemRow
    query = (
        row.select(row.name, row.product_group)
        .where(row.product_group.is_null(False))
        .order_by(row.id.desc())
        .limit(RECENT)
    )
    found: dict[str, int] = {}
    for name, group_id in tuples(query):
        found.setdefault(_fold(name), group_id)
    return found


def without_group() -> list[tuple[int, str]]:
    """(id, name) of things sold that are in no group, the newest first."""
    row = ItemRow
    query = row.select(row.id, row.name).where(row.product_group.is_null())
    return [
        (item_id, name)
        for item_id, name in tuples(query.order_by(row.id.desc()).limit(_LOOKED_THROUGH))
    ]


def items(purchase_id: int) -> tuple[ItemSold, ...]:
    """What a purchase holds."""
    row = ItemRow
    query = row.select(row.id, row.name, row.product_group.alias("group_id"))
    return built(query.where(row.purchase == purchase_id).order_by(row.id), ItemSold)


def item_ids(group_id: int) -> list[int]:
    """The things sold that are in a group."""
    row = ItemRow
    return [
        item_id for (item_id,) in tuples(row.select(row.id).where(row.product_group == group_id))
    ]


def open_of_notes(group_id: int) -> list[int]:
    """Open follow-ups that tell of something new in a group."""
    row = FollowUpRow
    query = (
        row.select(row.id)
        .join(WhatsNewRow, on=row.whats_new == WhatsNewRow.id)
        .where(WhatsNewRow.product_group == group_id, IS_OPEN)
    )
    return [follow_up_id for (follow_up_id,) in tuples(query)]
