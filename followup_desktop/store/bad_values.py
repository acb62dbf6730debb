"""Values that SQLite would keep and we could not read: a code of no list, a date that is none."""

from typing import Any

from peewee import BooleanField, DateField, DateTimeField, IntegerField, TimeField

from followup_desktop.store.fields import CodeField, MomentField
from followup_desktop.store.rows import ALL_ROWS

_SHAPES = {
    DateField: "[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]",
    DateTimeField: "[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9] [0-2][0-9]:[0-5][0-9]:[0-5][0-9]*",
    TimeField: "[0-2][0-9]:[0-5][0-9]:[0-5][0-9]*",
    MomentField: "[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9].*Z",
}
"""How each is written, for GLOB."""


def bad_values(connection: Any) -> tuple[str, ...]:
    """The columns in which a code or a date stands that means nothing to us."""
    return tuple(
        f"{row._meta.table_name}.{field.column_name}"
        for row in ALL_ROWS
        for field in row._meta.sorted_fields
        if (condition := _is_bad(field)) is not None
        and connection.execute(
            f'SELECT 1 FROM "{row._meta.table_name}" WHERE {condition} LIMIT 1'
        ).fetchone()
    )


def _is_bad(field: Any) -> str | None:
    column = f'"{field.column_name}"'
    for kind, shape in _SHAPES.items():
        if isinstance(field, kind):
            return f"{column} NOT GLOB '{shape}'"
    if isinstance(field, CodeField):
        codes = ", ".join(f"'{code.value}'" for code in field.codes)
        return f"{column} NOT IN ({codes})"
    if isinstance(field, BooleanField):
        return f"{column} NOT IN (0, 1)"
    if isinstance(field, IntegerField):
        return f"TYPEOF({column}) NOT IN ('integer', 'null')"
    return None
