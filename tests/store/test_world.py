"""What the world does in the middle of the work: each save is whole or not at all."""

from pathlib import Path

import pytest
from peewee import InterfaceError

from followup_desktop.domain.changes import Did
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.store.reads import queue
from followup_desktop.store.rows import CustomerRow, FollowUpRow
from followup_desktop.store.store import Store
from tests.store.damage import page_with, tear_a_page
from tests.store.rooms import (
    NOW,
    TODAY,
    add_customer,
    add_follow_up,
    add_purchase,
    customer_in,
    everything,
)


def a_long_action(store: Store, number: int) -> None:
    with store.action(Did.VISIT_RECORDED, NOW) as unit:
        customer = add_customer(unit, f"Ann Libin {number}", pinned_note="tea, " * 2000)
        add_follow_up(unit, customer, purchase=add_purchase(unit, customer))


def test_full_at_any_point_of_a_save(store: Store) -> None:
    """SQLite may take one page more in each round; wherever it runs out, nothing is half there."""
    customer_in(store)
    failed = 0
    for number in range(30):
        before = everything(store, journal=True)
        pages = store.database.pragma("page_count") + number % 8
        store.database.execute_sql(f"PRAGMA max_page_count = {pages}")
        try:
            a_long_action(store, number)
        except WorldError as error:
            assert error.trouble is Trouble.DISK_FULL
            assert everything(store, journal=True) == before
            failed += 1
        store.database.execute_sql("PRAGMA max_page_count = 1000000")
        a_long_action(store, 100 + number)  # the form kept its text: saved again, it is there
        assert CustomerRow.select().where(CustomerRow.name == f"Ann Libin {100 + number}").exists()
    assert failed > 5
    assert store.check().is_sound


def test_a_page_that_is_met_damaged_in_the_middle_of_a_list(store: Store, folder: Path) -> None:
    for number in range(5):
        with store.quiet(NOW) as unit:
            for _ in range(100):
                customer = add_customer(unit, f"Ann Libin {number}")
                add_follow_up(unit, customer, about="the raincoat " * 20)
    store.close()
    file = folder / "followup.db"
    tear_a_page(file, f"SELECT {page_with(file, b'the raincoat')}")
    store.database.connect()
    damaged = 0
    for read in (
        lambda: list(CustomerRow.select()),
        lambda: list(FollowUpRow.select().tuples()),
        lambda: queue.due(TODAY, 1000),
        lambda: store.database.execute_sql("SELECT * FROM follow_up").fetchall(),
        lambda: list(store.database.execute_sql("SELECT * FROM follow_up")),
    ):
        try:
            read()
        except WorldError as error:
            assert error.trouble is Trouble.DAMAGED
            damaged += 1
    assert damaged >= 3


def test_a_closed_store_does_not_open_itself_again(store: Store) -> None:
    store.close()
    with pytest.raises(InterfaceError):
        CustomerRow.select().count()
