"""Product groups: what a shop sells, in its own few drawers, and which of them a thing belongs in.

Nobody sorts things by hand at a till, so the group is guessed, shown, and can be changed.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from followup_desktop.domain import names

RENEW_MONTHS = range(1, 241)
"""What a time to renew may be: twenty years at most."""

_ENDINGS = frozenset({"", "s", "es", "e", "n", "en"})
"""How a plural may end: suit and suits, watch and watches, Hose and Hosen."""
_STEM = 3


@dataclass(frozen=True, slots=True)
class ProductGroup:
    id: int
    name: str
    renew_months: int | None = None
    """After so long it is worth looking at it again; None: never asked about."""
    is_valuable: bool = False
    """It takes longer to be shown around: a month instead of two weeks."""
    care_tip: str = ""
    """How to make it last (M-79)."""
    items: int = 0
    """Things sold that are in it."""


@dataclass(frozen=True, slots=True)
class ItemGroup:
    """The group of one thing on the visit form; None: in no group."""

    item: str
    group_id: int | None


@dataclass(frozen=True, slots=True)
class ItemSold:
    """A thing of a purchase, and its group."""

    id: int
    name: str
    group_id: int | None


def group_of(item: str, sold: Mapping[str, int], groups: Iterable[ProductGroup]) -> int | None:
    """The group that a thing is most likely in, or None.

    `sold` has the folded names of what was sold before, and the group each was put in: the shop
    knows its own words best. Else the group of which every word is in the thing's name, the
    longest such name first: "wedding ring" is in "Wedding rings" before it is in "Rings".
    """
    known = sold.get(names.fold(names.clean(item)))
    if known is not None:
        return known
    words = names.tokens(item)
    fitting = [group for group in groups if _is_named(names.tokens(group.name), words)]
    best = max(fitting, key=lambda one: (len(names.tokens(one.name)), -one.id), default=None)
    return None if best is None else best.id


def names_group(text: str, group: str) -> bool:
    """Whether a text speaks of a group: "pleated trousers" of "Trousers"."""
    return _is_named(names.tokens(group), names.tokens(text))


def _is_named(group: tuple[str, ...], item: tuple[str, ...]) -> bool:
    return bool(group) and all(any(_is_same(one, word) for word in item) for one in group)


def _is_same(one: str, other: str) -> bool:
    """The same word, in the singular or the plural."""
    one, other = _without_ies(one), _without_ies(other)
    if one == other:
        return True
    stem = min(len(one), len(other))
    return any(
        one[:length] == other[:length] and one[length:] in _ENDINGS and other[length:] in _ENDINGS
        for length in range(max(_STEM, stem - 2), stem + 1)
    )


def _without_ies(word: str) -> str:
    return word.removesuffix("ies") + "y" if word.endswith("ies") and len(word) > 4 else word
