"""Finding customers while somebody types (M-56)."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks import made_up
from followup_desktop.domain import names
from followup_desktop.store import search, search_index
from followup_desktop.store.rows import CustomerRow, PhoneRow
from followup_desktop.store.store import Store
from tests.store.rooms import NOW, add_customer, customer_in, words
from tests.store.test_start import opened

Found = Callable[[str], list[str]]

PEOPLE = {
    "Ann Libin": "+12125550123",
    "Hannah Kolibri": "+442079460712",
    "Zoë Müller-Lüdenscheidt": "+493023125077",
    "Łukasz Żuraw": "+33199001234",
    "Ann van der Linden": "+12125550124",
    "Straße Ødegård": "+447700900123",
    "李娜": "+12025550199",
    "김민수": "+12025550198",
    "Мария Смирнова": "+12025550197",
    "נועה כהן": "+12025550196",
    "O’Brien": "+12025550195",
    "Jo": "+12025550194",
}


@pytest.fixture
def people(store: Store) -> dict[int, str]:
    return {customer_in(store, name, number): name for name, number in PEOPLE.items()}


@pytest.fixture
def found(people: dict[int, str]) -> Found:
    """Whom a text finds, by name, best first."""
    return lambda text: [people[one] for one in search.find(text, 8)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ann Libin", "Ann Libin"),
        ("libin ann", "Ann Libin"),
        ("LIB", "Ann Libin"),
        ("l ann", "Ann Libin"),
        ("ibin", "Ann Libin"),
        ("ibi nn", "Ann Libin"),
        ("muller", "Zoë Müller-Lüdenscheidt"),
        ("MÜLL", "Zoë Müller-Lüdenscheidt"),
        ("denscheid zoe", "Zoë Müller-Lüdenscheidt"),
        ("lukasz", "Łukasz Żuraw"),
        ("zuraw", "Łukasz Żuraw"),
        ("strasse", "Straße Ødegård"),
        ("odegard", "Straße Ødegård"),
        ("李", "李娜"),
        ("김", "김민수"),
        ("смирнов", "Мария Смирнова"),
        ("כהן", "נועה כהן"),
        ("obrien", "O’Brien"),
        ("o'brien", "O’Brien"),
        ("Jo", "Jo"),
    ],
)
def test_any_part_in_any_order_without_accents(text: str, name: str, found: Found) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    "text", ["lbin", "libinn", "lubin", "ilbin", "Lbiin", "ann lbin", "lubin ann", "libni"]
)
def test_one_slip(text: str, found: Found) -> None:
    assert found(text)[0] == "Ann Libin"


@pytest.mark.parametrize("text", ["müllre-lü", "Ludenschied", "Lüdnscheid"])
def test_one_slip_in_a_word_that_is_only_begun(text: str, found: Found) -> None:
    assert found(text)[0] == "Zoë Müller-Lüdenscheidt"


@pytest.mark.parametrize("text", ["марья", "Смирноав", "смирнва"])
def test_one_slip_in_another_script(text: str, found: Found) -> None:
    assert found(text)[0] == "Мария Смирнова"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("0123", "Ann Libin"),
        ("550123", "Ann Libin"),
        ("(212) 555-0123", "Ann Libin"),
        ("+1 212 555 0123", "Ann Libin"),
        ("0207 946 0712", "Hannah Kolibri"),
        ("0044 20 7946 0712", "Hannah Kolibri"),
        ("030 23125077", "Zoë Müller-Lüdenscheidt"),
        ("01 99 00 12 34", "Łukasz Żuraw"),
        ("900123", "Straße Ødegård"),
    ],
)
def test_any_part_of_a_number_as_people_write_it(text: str, name: str, found: Found) -> None:
    assert name in found(text)


@pytest.mark.parametrize(
    "text", ["", "  ", "-", "12", "...", "zzzzzz", "9999999", '"', "*", "a" * 9000]
)
def test_nothing_to_find(text: str, found: Found) -> None:
    assert found(text) == []


def test_a_whole_page_that_was_pasted(found: Found) -> None:
    words = [f"word{number}" for number in range(3000)]
    assert found(" ".join(words)) == []
    assert found(" ".join(["Ann", "Libin"] * 3000)) == ["Ann Libin"]


@pytest.mark.parametrize("text", ['"ann"', "ann*", "(ann)", "ann AND", "NEAR(ann)", "-ann", "ann^"])
def test_signs_are_no_commands(text: str, found: Found) -> None:
    found(text)


def test_whole_words_come_before_beginnings_before_parts_before_slips(store: Store) -> None:
    by_name = {
        name: customer_in(store, name, number="")
        for name in ("Rosan Vale", "Anders Hill", "Ann Moor", "Hannah Reed", "Enn Wold", "Anna Fay")
    }
    order = [by_name[name] for name in ("Ann Moor", "Anna Fay", "Hannah Reed", "Enn Wold")]
    assert search.find("ann", 8) == order
    assert search.find("ann", 2) == order[:2]


def test_among_equals_the_newest_comes_first(store: Store) -> None:
    ids = [customer_in(store, "Ann Moor", number="") for _ in range(12)]
    assert search.find("ann", 8) == ids[:-9:-1]
    assert search.find("moor ann", 8) == ids[:-9:-1]


def test_a_customer_is_found_by_how_they_like_to_be_called(store: Store) -> None:
    customer = customer_in(store, "Junsheng Wu", address_as="Mr. Jojo")
    assert search.find("jojo", 8) == [customer]


def test_a_family_shares_a_number(store: Store) -> None:
    family = [customer_in(store, name) for name in ("Ann Libin", "Bo Libin")]
    assert sorted(search.find("0123", 8)) == family


def test_who_has_several_numbers_is_found_once(store: Store) -> None:
    customer = customer_in(store)
    with store.quiet(NOW) as unit:
        unit.insert(PhoneRow, customer=customer, number="+442079460123")
    assert search.find("0123", 8) == [customer]


def test_the_filter_finds_all_and_guesses_only_when_nobody_is_there(store: Store) -> None:
    ids = [customer_in(store, f"Ann Moor {number}", number="") for number in range(30)]
    hannah = customer_in(store, "Hannah Reed", number="")
    enn = customer_in(store, "Enn Wold", number="")
    assert sorted(search.every("ann")) == [*ids, hannah]
    assert search.every("annn")[0] in (*ids, hannah)
    assert search.every("wodl") == [enn]
    assert search.every("") == []


def test_many_words_hold_the_same_part(store: Store) -> None:
    """More than are looked up one by one."""
    for number in range(60):
        customer_in(store, f"X{chr(97 + number % 26)}{chr(97 + number // 26)}berg Q", number="")
    wanted = customer_in(store, "Yberg Kern", number="")
    other = customer_in(store, "Zberg Kernel", number="")
    assert search.find("erg kern", 8) == [other, wanted]
    assert search.find("berg ern", 8) == [other, wanted]
    assert len(search.every("berg")) == 62
    assert sorted(search.every("erg ern")) == [wanted, other]


# In step ------------------------------------------------------------------------------------------


def test_the_index_follows_every_change(store: Store) -> None:
    customer = customer_in(store)
    with store.quiet(NOW) as unit:
        unit.update(CustomerRow, customer, name="Anna Lind")
        unit.update(PhoneRow, PhoneRow.get().id, number="+442079460999")
    assert (search.find("libin", 8), search.find("lind", 8)) == ([], [customer])
    assert (search.find("0123", 8), search.find("60999", 8)) == ([], [customer])
    assert words(store) == {"anna": 1, "lind": 1}
    assert (search.find("lbin", 8), search.find("lindt", 8)) == ([], [customer])
    with store.quiet(NOW) as unit:
        unit.delete(CustomerRow, customer)
    assert (search.find("lind", 8), search.find("60999", 8)) == ([], [])
    assert words(store) == {}
    assert store.database.execute_sql("SELECT * FROM word_cut").fetchall() == []


def test_who_was_erased_is_not_found(store: Store) -> None:
    customer = customer_in(store)
    with store.quiet(NOW) as unit:
        unit.update(CustomerRow, customer, name="—", erased_at=NOW.utc)
    assert search.find("libin", 8) == []
    assert words(store) == {}


@pytest.mark.parametrize(
    "damage",
    [
        "INSERT INTO customer_words (customer_words) VALUES ('delete-all')",
        "INSERT INTO word_parts (word_parts) VALUES ('delete-all')",
        "INSERT INTO phone_parts (phone_parts) VALUES ('delete-all')",
        "UPDATE customer_word SET customers = 5 WHERE word = 'ann'",
        "UPDATE customer SET search_key = 'somebody else'",
        "DELETE FROM word_cut WHERE cut = 'nn'",
        "INSERT INTO word_cut VALUES ('somebody', 1)",
    ],
)
def test_an_index_out_of_step_is_noticed_and_made_anew(damage: str, store: Store) -> None:
    customer_in(store)
    assert search_index.out_of_step(store.database) == []
    store.database.execute_sql(damage)
    assert search_index.out_of_step(store.database) != []
    search_index.rebuild(store.database)
    assert search_index.out_of_step(store.database) == []


def test_tidying_keeps_everything(store: Store) -> None:
    customer = customer_in(store)
    search_index.tidy(store.database)
    assert search.find("ann", 8) == search.find("0123", 8) == [customer]
    assert search_index.out_of_step(store.database) == []


# Against a plain model ----------------------------------------------------------------------------

NAMES = st.lists(
    st.text("abßéøщ李김 -'", min_size=1, max_size=12).filter(lambda name: bool(names.tokens(name))),
    min_size=1,
    max_size=12,
)


@settings(max_examples=60)
@given(NAMES, st.data())
def test_whatever_stands_in_a_name_finds_it(all_names: list[str], data: st.DataObject) -> None:
    with opened() as store:
        with store.quiet(NOW) as unit:
            ids = {add_customer(unit, name, number=""): name for name in all_names}
        wanted = data.draw(st.sampled_from(sorted(ids)))
        typed = []
        for word in names.tokens(ids[wanted]):
            start = data.draw(st.integers(0, len(word) - 1))
            typed.append(word[start : data.draw(st.integers(start + 1, len(word)))])
        text = " ".join(data.draw(st.permutations(typed)))
        meant = {one for one, name in ids.items() if stands_in(text, name)}
        assert set(search.every(text)) == meant or not meant


def stands_in(text: str, name: str) -> bool:
    """Inside a word only three letters tell something; one that is shorter needs another one to
    go with."""
    parts = names.tokens(text)
    may_be_inside = any(len(part) >= 3 for part in parts)
    return all(
        any(
            word.startswith(part) or (may_be_inside and part in word) for word in names.tokens(name)
        )
        for part in parts
    )


def test_a_word_too_long_to_be_typed_has_no_slips(store: Store) -> None:
    customer = customer_in(store, "a" * 200, number="")
    assert search.find("a" * 200, 8) == [customer]
    assert store.database.execute_sql("SELECT * FROM word_cut").fetchall() == []


def test_every_slip_of_every_word_is_found(store: Store) -> None:
    random = Random(11)
    made = made_up.names(random)
    with store.quiet(NOW) as unit:
        ids = [add_customer(unit, next(made)[1], number="") for _ in range(300)]
    missed = []
    for customer in random.sample(ids, 20):
        for word in names.tokens(CustomerRow.get_by_id(customer).name):
            slips = [slip for slip in made_up.slips(word) if len(slip) >= 3]
            for slip in random.sample(sorted(slips), min(25, len(slips))):
                if customer not in search.find(slip, 300):
                    missed.append((slip, word))
    assert missed == []
