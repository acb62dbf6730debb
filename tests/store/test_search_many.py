"""Many who fit are found in the list's order as they are by the search (M-56)."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from followup_desktop.domain.customer_list import CustomerFilter, CustomerOrder
from followup_desktop.store import search, search_many
from followup_desktop.store.reads import customer_list
from followup_desktop.store.store import Store
from tests.store.rooms import customer_in

NAMES = (
    "Ann Libin", "Hannah Kolibri", "Anna-Lena Sand", "Lia Ann Berg", "Lili Ba", "Libby Annan",
    "Bo Lind", "Łukasz Ban", "Libor Ånn", "Bea Lib",
)  # fmt: skip


@pytest.fixture
def few_are_many(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in NAMES:
        customer_in(store, name, "+12125550123")
    monkeypatch.setattr(search_many, "MANY", 2)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(st.text("abilns", min_size=1, max_size=4), min_size=1, max_size=2),
    st.sampled_from(CustomerOrder),
    st.booleans(),
)
@pytest.mark.usefixtures("few_are_many")
def test_the_list_of_many_is_the_same(
    words: list[str], order: CustomerOrder, descending: bool
) -> None:
    wanted = CustomerFilter(text=" ".join(words), order=order, descending=descending)
    whole = [line.id for line in customer_list.stretch(wanted, 0, customer_list.NEAR + 1)]
    assert sorted(whole) == sorted(search.every(wanted.text))
    near = [line.id for line in customer_list.stretch(wanted, 1, 3)]
    assert near == whole[1:4]


@pytest.mark.usefixtures("few_are_many")
def test_who_stands_together_at_the_end_is_found_as_well(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_many, "MANY", 1)
    monkeypatch.setattr(customer_list, "MOST_PASSED", 3)
    found = customer_list.stretch(CustomerFilter(text="sand"), 0, 1)
    assert [line.name for line in found] == ["Anna-Lena Sand"]
