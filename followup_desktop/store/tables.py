"""The statements of a table, built once from its peewee model.

Building SQL is what peewee costs (speed.md); a save uses the same few statements again and again.
They are plain enough for every engine.
"""

from collections.abc import Mapping
from datetime import date, time
from functools import cache
from typing import Any

from peewee import ForeignKeyField

from followup_desktop.store.rows import ALL_ROWS, Row

Values = dict[str, Any]
"""A row by its columns, in the types that are stored."""


class Table:
    """One row class, and what is said to its table."""

    def __init__(self, row: type[Row], param: str = "?") -> None:
        meta = row._meta
        self.row = row
        self.name: str = meta.table_name
        self._param = param
        self._fields: dict[str, Any] = dict(meta.combined)
        self.columns: tuple[str, ...] = tuple(field.column_name for field in meta.sorted_fields)
        self._defaults = {
            field.column_name: _plain(field.db_value(field.default)) for field in meta.sorted_fields
        }
        self.insert = self._insert(self.columns[1:])
        self.insert_with_id = self._insert(self.columns)
        names = ", ".join(f'"{column}"' for column in self.columns)
        self.select = f'SELECT {names} FROM "{self.name}" WHERE "id" = {param}'
        self.delete = f'DELETE FROM "{self.name}" WHERE "id" = {param}'
        self._updates: dict[tuple[str, ...], str] = {}

    def _insert(self, columns: tuple[str, ...]) -> str:
        names = ", ".join(f'"{column}"' for column in columns)
        values = ", ".join(self._param for _ in columns)
        return f'INSERT INTO "{self.name}" ({names}) VALUES ({values})'

    def select_ids_by(self, column: str) -> str:
        return f'SELECT "id" FROM "{self.name}" WHERE "{column}" = {self._param} ORDER BY "id"'

    def update(self, columns: tuple[str, ...]) -> str:
        statement = self._updates.get(columns)
        if statement is None:
            changes = ", ".join(f'"{column}" = {self._param}' for column in columns)
            statement = f'UPDATE "{self.name}" SET {changes} WHERE "id" = {self._param}'
            self._updates[columns] = statement
        return statement

    def stored(self, values: Mapping[str, Any]) -> Values:
        """Values by field or column, as they are stored."""
        stored = {}
        for name, value in values.items():
            field = self._fields.get(name)
            if field is None:
                raise TypeError(f"{self.row.__name__} has no {name}")
            stored[field.column_name] = _plain(field.db_value(value))
        return stored

    def defaults(self) -> Values:
        """A new row before anything is known of it."""
        return dict(self._defaults)


def _plain(value: Any) -> Any:
    """As SQLite gives it back, so that what was written can be compared with what is there."""
    if isinstance(value, bool):
        return int(value)
    return str(value) if isinstance(value, date | time) else value


@cache
def table_of(row: type[Row]) -> Table:
    return Table(row)


@cache
def table_named(name: str) -> Table:
    return next(table for row in ALL_ROWS if (table := table_of(row)).name == name)


@cache
def pointing_at(row: type[Row]) -> tuple[tuple[Table, str, str], ...]:
    """Who points at a row: table, column, and what becomes of them when it goes."""
    return tuple(
        (table_of(other), field.column_name, field.on_delete)
        for other in ALL_ROWS
        for field in other._meta.sorted_fields
        if isinstance(field, ForeignKeyField) and field.rel_model is row
    )
