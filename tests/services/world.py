"""A shop for the tests: its clock, its hours, and every row of its database."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, time
from typing import Any

from followup_desktop.domain.shop import OpenHours
from followup_desktop.domain.shop_time import Now
from followup_desktop.store.rows import ALL_ROWS, ActionRow
from followup_desktop.store.store import Store

HOURS = tuple(OpenHours(weekday, time(10), time(19)) for weekday in range(6))
"""Monday to Saturday."""


def at(moment: str) -> Now:
    """The shop's clock, which in the tests is UTC: at("2026-11-21 10:42")."""
    local = datetime.fromisoformat(moment)
    return Now(utc=local.replace(tzinfo=UTC), local=local)


def everything(store: Store) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table but the journal of undo itself."""
    tables = [row._meta.table_name for row in ALL_ROWS if row is not ActionRow]
    return {
        table: store.database.execute_sql(f'SELECT * FROM "{table}" ORDER BY "id"').fetchall()
        for table in tables
    }


@contextmanager
def statements(store: Store) -> Iterator[list[str]]:
    """Every statement that is sent to the database meanwhile."""
    sent: list[str] = []
    connection = store.database.connection()
    connection.set_trace_callback(sent.append)
    try:
        yield sent
    finally:
        connection.set_trace_callback(None)
