"""`check` finds what doesn't hang together, and nothing where all is well."""

import pytest

from followup_desktop.domain.upkeep import CheckReport
from followup_desktop.store.store import Store
from tests.store.rooms import NOW, add_call, add_customer, add_follow_up, add_purchase


@pytest.fixture
def shop(store: Store) -> Store:
    with store.quiet(NOW) as unit:
        for name in ("Ann Libin", "Bo Lind"):
            customer = add_customer(unit, name)
            purchase = add_purchase(unit, customer)
            add_follow_up(unit, customer, purchase=purchase)
            add_call(unit, customer)
    return store


def test_all_is_well(shop: Store) -> None:
    assert shop.check() == CheckReport()
    assert shop.check().is_sound
    assert not shop.database.in_transaction()


@pytest.mark.parametrize(
    ("harm", "part", "found"),
    [
        ("CREATE TRIGGER t AFTER UPDATE ON customer BEGIN SELECT 1; END", "schema", ("t",)),
        ("DROP INDEX phone_number", "schema", ("phone_number",)),
        ("UPDATE follow_up SET customer_id = 2", "strays", ("follow_up 1 → purchase",)),
        ("UPDATE call SET kind = 'nonsense' WHERE id = 1", "bad_values", ("call.kind",)),
        ("UPDATE follow_up SET due_on = 'soon' WHERE id = 1", "bad_values", ("follow_up.due_on",)),
        ("UPDATE call SET planned_at = '1' WHERE id = 1", "bad_values", ("call.planned_at",)),
        ("UPDATE visit SET bought = 7 WHERE id = 1", "bad_values", ("visit.bought",)),
        ("UPDATE follow_up SET tries = 'x' WHERE id = 1", "bad_values", ("follow_up.tries",)),
        ("UPDATE customer SET purchases = 9 WHERE id = 2", "sums_out_of_step", (2,)),
        ("UPDATE customer SET next_on = NULL WHERE id = 1", "sums_out_of_step", (1,)),
        ("UPDATE customer SET last_contact_at = NULL WHERE id = 1", "sums_out_of_step", (1,)),
        ("UPDATE customer SET stage = 'loyal' WHERE id = 1", "sums_out_of_step", (1,)),
        ("UPDATE customer SET sort_key = 'zzz' WHERE id = 1", "sums_out_of_step", (1,)),
        ("DELETE FROM customer_word", "search_out_of_step", ("customer_word",)),
    ],
)
def test_what_is_wrong_is_named(
    harm: str, part: str, found: tuple[object, ...], shop: Store
) -> None:
    shop.database.execute_sql(harm)
    report = shop.check()
    assert set(found) <= set(getattr(report, part))
    assert not report.is_sound


def test_links_that_lead_nowhere(shop: Store) -> None:
    shop.database.pragma("foreign_keys", 0)
    shop.database.execute_sql("DELETE FROM visit WHERE id = 1")
    shop.database.pragma("foreign_keys", 1)
    assert shop.check().broken_links == ("purchase 1 → visit",)


def test_damage_to_an_index(shop: Store) -> None:
    shop.database.execute_sql("PRAGMA writable_schema = 1")
    shop.database.execute_sql(
        """UPDATE sqlite_schema SET sql = REPLACE(sql, '("number")', '("note")')
        WHERE name = 'phone_number'"""
    )
    shop.database.close()
    shop.database.connect()
    assert shop.check().damage != ()
