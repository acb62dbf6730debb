"""What the tests of the store put into it, and how they look at all of it."""

from datetime import UTC, date, datetime
from typing import Any

from followup_desktop.domain.changes import Did
from followup_desktop.domain.kinds import KINDS, CallStep, Kind, Outcome
from followup_desktop.domain.shop_time import Now
from followup_desktop.store.rows import (
    ALL_ROWS,
    ActionRow,
    CallRow,
    CustomerRow,
    FollowUpRow,
    PhoneRow,
    PurchaseRow,
    VisitRow,
)
from followup_desktop.store.store import Store
from followup_desktop.store.unit import Unit

TODAY = date(2026, 11, 21)
NOW = Now(
    datetime(2026, 11, 21, 10, 42, tzinfo=UTC),
    datetime(2026, 11, 21, 10, 42),  # noqa: DTZ001 -- the shop's own clock
)
NUMBER = "+12125550123"

Everything = dict[str, list[tuple[Any, ...]]]


def add_customer(unit: Unit, name: str = "Ann Libin", number: str = NUMBER, **more: Any) -> int:
    customer = unit.insert(CustomerRow, name=name, created_at=NOW.utc, **more)
    if number:
        unit.insert(PhoneRow, customer=customer, number=number)
    return customer


def add_purchase(unit: Unit, customer: int, on: date = TODAY) -> int:
    visit = unit.insert(VisitRow, customer=customer, visited_at=NOW.utc, visited_on=on, bought=True)
    return unit.insert(PurchaseRow, customer=customer, visit=visit, purchased_on=on)


def add_follow_up(unit: Unit, customer: int, due_on: date = TODAY, **more: Any) -> int:
    kind = more.pop("kind", Kind.DAY_AFTER)
    return unit.insert(
        FollowUpRow,
        customer=customer,
        kind=kind,
        rank=KINDS[kind].rank,
        due_on=due_on,
        created_at=NOW.utc,
        **more,
    )


def add_call(unit: Unit, customer: int, **more: Any) -> int:
    values = {"step": CallStep.DONE, "outcome": Outcome.TALKED, "started_at": NOW.utc} | more
    return unit.insert(CallRow, customer=customer, kind=Kind.CHECK_IN, planned_at=NOW.utc, **values)


def customer_in(store: Store, name: str = "Ann Libin", number: str = NUMBER, **more: Any) -> int:
    """A customer by themselves, saved."""
    with store.action(Did.CUSTOMER_ADDED, NOW) as unit:
        return add_customer(unit, name, number, **more)


def everything(store: Store, journal: bool = False) -> Everything:
    """Every row of every table; without the journal of undo, if not wanted."""
    tables = [row._meta.table_name for row in ALL_ROWS if journal or row is not ActionRow]
    return {
        table: store.database.execute_sql(f'SELECT * FROM "{table}" ORDER BY "id"').fetchall()
        for table in tables
    }


def words(store: Store) -> dict[str, int]:
    """The vocabulary of the search."""
    return dict(
        store.database.execute_sql('SELECT "word", "customers" FROM "customer_word"').fetchall()
    )
