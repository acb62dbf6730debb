"""From a join straight to snapshots."""

from collections.abc import Callable
from typing import Any, TypeVar

from peewee import fn

T = TypeVar("T")


def built(query: Any, make: Callable[..., T]) -> tuple[T, ...]:
    """One snapshot for each row; the selected names are the arguments of `make`."""
    return tuple(query.objects(make))


def first(query: Any, make: Callable[..., T]) -> T | None:
    """The snapshot of the first row, if there is one."""
    return next(iter(built(query.limit(1), make)), None)


def or_empty(column: Any, name: str) -> Any:
    """A text from an outer join, as `name`; empty where there is nothing to join."""
    return fn.COALESCE(column, "").alias(name)


def read_as(read: Callable[[Any], Any], expression: Any, name: str) -> Any:
    """A subquery or a comparison, as `name`. peewee knows no type for it; `read` makes it one."""
    known = fn.COALESCE(expression, None)
    return known.python_value(lambda value: None if value is None else read(value)).alias(name)


def how_many(condition: Any) -> Any:
    """Of all rows that are summed up, those which it holds for; 0 where there are none."""
    return fn.COALESCE(fn.SUM(condition.cast("INTEGER")), 0)


def tuples(query: Any) -> list[tuple[Any, ...]]:
    """The rows as plain tuples."""
    return list(query.tuples())
