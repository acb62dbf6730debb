"""Which product group a thing is most likely in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.product_group import ProductGroup, group_of

SUITS, RINGS, WEDDING, WATCHES, TIES, HOSEN = (
    ProductGroup(1, "Suits"),
    ProductGroup(2, "Rings"),
    ProductGroup(3, "Wedding rings"),
    ProductGroup(4, "Watches"),
    ProductGroup(5, "Ties"),
    ProductGroup(6, "Hosen"),
)
GROUPS = (SUITS, RINGS, WEDDING, WATCHES, TIES, HOSEN)


@pytest.mark.parametrize(
    ("item", "group"),
    [
        ("Navy suit", SUITS),
        ("two SUITS", SUITS),
        ("Gold ring", RINGS),
        ("Wedding ring, white gold", WEDDING),
        ("wedding suit", SUITS),
        ("Watch", WATCHES),
        ("Silk tie", TIES),
        ("Graue Hose", HOSEN),
        ("Suitcase", None),
        ("Tied belt", None),
        ("Ringed cup", None),
        ("", None),
    ],
)
def test_a_group_is_told_by_the_words_of_its_name(item: str, group: ProductGroup | None) -> None:
    assert group_of(item, {}, GROUPS) == (group.id if group else None)


def test_what_the_shop_said_before_counts_for_more() -> None:
    assert group_of("  Navy Suit ", {"navy suit": WATCHES.id}, GROUPS) == WATCHES.id


def test_a_shop_without_groups_has_none() -> None:
    assert group_of("Navy suit", {}, ()) is None


@given(st.text(max_size=30))
def test_whatever_is_typed_gets_a_group_that_is_there_or_none(item: str) -> None:
    assert group_of(item, {}, GROUPS) in {None, *(group.id for group in GROUPS)}
