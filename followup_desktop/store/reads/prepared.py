"""Queries that are asked again and again: peewee builds their SQL once.

Building it costs more than SQLite takes to answer (speed.md), and so does going through peewee's
own conversion for each value of each row.
"""

from collections.abc import Callable, Mapping
from typing import Any, Generic, TypeVar

from peewee import Value

from followup_desktop.store.rows import database

T = TypeVar("T")


class Slot(str):
    """The name of a parameter, where its value will stand."""


def slot(name: str) -> Any:
    """In a query, for a value that is given when it is asked."""
    return Value(Slot(name), converter=False)


class Prepared(Generic[T]):
    """`query()` is built at the first use; `convert` says by name what a column is read with, None
    being left as it is; the columns in their order are the arguments of `make`. Two threads may
    ask at once (`Store.reading`): what says that the rest is there is set last."""

    def __init__(
        self,
        query: Callable[[], Any],
        make: Callable[..., T],
        convert: Mapping[str, Callable[[Any], Any]],
    ) -> None:
        self._query = query
        self._make = make
        self._convert = convert
        self._sql = ""
        self._parameters: tuple[Any, ...] = ()
        self._converters: tuple[tuple[int, Callable[[Any], Any]], ...] = ()
        self.names: tuple[str, ...] = ()
        """The columns in their order, once it was asked."""

    def __call__(self, **values: Any) -> tuple[T, ...]:
        """`values` in the types that are stored."""
        parameters = [
            values[given] if isinstance(given, Slot) else given for given in self._given()
        ]
        cursor = database.execute_sql(self._sql, parameters)
        if not self.names:
            names = tuple(column[0] for column in cursor.description)
            self._converters = tuple(
                (names.index(name), converter) for name, converter in self._convert.items()
            )
            self.names = names
        return tuple(self._row(row) for row in cursor.fetchall())

    def _given(self) -> tuple[Any, ...]:
        if not self._sql:
            sql, parameters = self._query().sql()
            self._parameters = tuple(parameters)
            self._sql = sql
        return self._parameters

    def _row(self, row: tuple[Any, ...]) -> T:
        values = list(row)
        for at, convert in self._converters:
            if values[at] is not None:
                values[at] = convert(values[at])
        return self._make(*values)


class Named(Generic[T]):
    """The same where the columns are handed to `make` by their names. `readers` may know more
    columns than are there: one table of them serves many queries."""

    def __init__(
        self,
        query: Callable[[], Any],
        make: Callable[..., T],
        readers: Mapping[str, Callable[[Any], Any]],
    ) -> None:
        self._rows: Prepared[tuple[Any, ...]] = Prepared(query, lambda *values: values, {})
        self._make = make
        self._readers = readers
        self._columns: tuple[tuple[str, Callable[[Any], Any] | None], ...] = ()

    def __call__(self, **values: Any) -> tuple[T, ...]:
        """`values` in the types that are stored."""
        rows = self._rows(**values)
        if not self._columns:
            self._columns = tuple((name, self._readers.get(name)) for name in self._rows.names)
        return tuple(self._make(**self._named(row)) for row in rows)

    def _named(self, row: tuple[Any, ...]) -> dict[str, Any]:
        return {
            name: value if value is None or read is None else read(value)
            for (name, read), value in zip(self._columns, row, strict=True)
        }
