"""Every row there is, table by table, for the export."""

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime, time
from enum import Enum
from typing import Any, TypeAlias

from peewee import ForeignKeyField

from followup_desktop.store.rows import (
    ALL_ROWS,
    ActionRow,
    CustomerRow,
    Row,
    database,
)
from followup_desktop.store.troubles import told

Value: TypeAlias = str | int | bool | None
"""What JSON knows. Days are "2026-11-21", times "10:42", the shop's own days and times
"2026-11-21T10:42", moments "2026-11-21T10:42:07.120Z"."""

JOURNAL = (ActionRow,)
"""What undo needs; it says nothing that the rows themselves don't say."""

MADE_FOR_SEARCH = frozenset({(CustomerRow, "sort_key"), (CustomerRow, "search_key")})
"""Columns that follow from the name, and change with the way we search."""

EXPORTED: tuple[type[Row], ...] = tuple(row for row in ALL_ROWS if row not in JOURNAL)


def table_names() -> tuple[str, ...]:
    return tuple(row._meta.table_name for row in EXPORTED)


def rows_of(table: str) -> Iterator[dict[str, Value]]:
    """The rows of a table by id, one at a time: a shop of twenty years fits in no memory."""
    row = next(row for row in EXPORTED if row._meta.table_name == table)
    names = columns_of(row)
    with told(str(database.database)):
        for values in row.select().order_by(row.id).dicts().iterator():
            yield {name: plain(values[field]) for field, name in names.items()}


def one_moment() -> AbstractContextManager[object]:
    """What is read within the block is as it was at one moment, whatever is saved meanwhile."""
    transaction: AbstractContextManager[object] = database.transaction("DEFERRED")
    return transaction


def columns_of(row: type[Row]) -> dict[str, str]:
    """The fields of a row, and how the export calls them."""
    return {
        field.name: name_of(field)
        for field in row._meta.sorted_fields
        if (row, field.name) not in MADE_FOR_SEARCH
    }


def name_of(field: object) -> str:
    """A column as the export calls it: a link to another row ends in `_id`."""
    name = str(getattr(field, "name"))  # noqa: B009 — peewee says nothing of its types
    return f"{name}_id" if isinstance(field, ForeignKeyField) else name


def plain(value: Any) -> Value:
    match value:
        case Enum():
            return str(value.value)
        case datetime(tzinfo=None):
            return value.isoformat(timespec="minutes")
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case time():
            return value.isoformat(timespec="minutes")
        case _:
            kept: Value = value
            return kept
