"""Writes `store/migrations/0001_first.py` anew from `store/rows.py`.

`python -m tests.tools.freeze_first_migration`. Only until the first release: a schema that is in
use changes by a new migration.

The models come out frozen: plain fields of peewee, values instead of codes, nothing imported from
the program, so that the file does the same for ever whatever becomes of `rows.py`.
"""

from typing import Any

from peewee import ForeignKeyField, Node, SchemaManager, SqliteDatabase

from followup_desktop.domain.kinds import KINDS, ContactType
from followup_desktop.store import schema
from followup_desktop.store.fields import CodeField, MomentField
from followup_desktop.store.rows import ALL_ROWS, Row
from followup_desktop.store.search_tables import CREATE

TARGET = schema.FOLDER / "0001_first.py"

HEAD = '''"""Every table of the first version, its lookup rows, and the tables of the search.

Frozen: written by tests/tools/freeze_first_migration.py until the first release, unchanged for ever
after. Nothing here comes from the program.
"""

from typing import Any

from peewee import (
    SQL,
    AutoField,
    BooleanField,
    DateField,
    DateTimeField,
    DeferredForeignKey,
    ForeignKeyField,
    IntegerField,
    Model,
    TextField,
    TimeField,
)
'''

TAIL = """

def up(migrator: Any, db: Any) -> None:
    for table in LATE:
        table.deferred = False
    with db.bind_ctx(TABLES):
        db.create_tables(TABLES, safe=False)
        for code in CONTACT_TYPES:
            ContactType.create(code=code)
        for code, contact_type in KINDS:
            Kind.create(code=code, contact_type=ContactType.get(code=contact_type), paused=False)
    for statement in SEARCH:
        db.execute_sql(statement)
"""


def main() -> None:
    TARGET.write_text(frozen(), encoding="utf-8")


def frozen() -> str:
    """The whole file, as ruff would format it but for the length of its lines."""
    models = "".join(_model(row) for row in ALL_ROWS)
    late = [f"{_name(row)}.{field.name}" for row in ALL_ROWS for field in _late(row)]
    lists = {
        "TABLES": [_name(row) for row in ALL_ROWS],
        "LATE": late,
        "CONTACT_TYPES": [repr(code.value) for code in ContactType],
        "KINDS": [f"({k.value!r}, {facts.contact_type.value!r})" for k, facts in KINDS.items()],
        "SEARCH": [f'"""{statement}"""' for statement in CREATE],
    }
    rendered = "".join(
        f"\n{name}: tuple[Any, ...] = (\n" + "".join(f"    {item},\n" for item in items) + ")\n"
        for name, items in lists.items()
    )
    return f"{HEAD}{models}\n{_indexes()}\n{rendered}{TAIL}"


def _name(row: type[Row]) -> str:
    return row.__name__.removesuffix("Row")


def _late(row: type[Row]) -> list[Any]:
    """Foreign keys to a table that comes later."""
    place = ALL_ROWS.index
    return [
        field
        for field in row._meta.sorted_fields
        if isinstance(field, ForeignKeyField) and place(field.rel_model) > place(row)
    ]


def _model(row: type[Row]) -> str:
    meta = row._meta
    fields = "".join(f"    {field.name} = {_field(row, field)}\n" for field in meta.sorted_fields)
    full = tuple(index for index in meta.indexes if not isinstance(index, Node))
    indexes = f"        indexes = {full!r}\n" if full else ""
    return (
        f"\n\nclass {_name(row)}(Model):\n{fields}\n"
        f"    class Meta:\n        table_name = {meta.table_name!r}\n"
        f"        legacy_table_names = False\n{indexes}"
    )


def _field(row: type[Row], field: Any) -> str:
    kind = "TextField" if isinstance(field, CodeField | MomentField) else type(field).__name__
    arguments = []
    if isinstance(field, ForeignKeyField):
        is_late = any(field is late for late in _late(row))  # `==` on fields makes SQL
        target = "self" if field.rel_model is row else _name(field.rel_model)
        quoted = is_late or field.rel_model is row
        kind = "DeferredForeignKey" if is_late else kind
        arguments += [repr(target) if quoted else target, "backref='+'"]
        arguments += [f"on_delete={field.on_delete!r}"] if field.on_delete else []
        arguments += [] if field.index else ["index=False"]
    elif field.index and not field.unique and not field.primary_key:
        arguments.append("index=True")
    arguments += [f"{flag}=True" for flag in ("unique", "null") if getattr(field, flag)]
    return f"{kind}({', '.join(arguments)})"


def _indexes() -> str:
    """Those that hold only some rows."""
    lines = []
    for row in ALL_ROWS:
        for index in row._meta.indexes:
            if isinstance(index, Node):
                fields = ", ".join(f"{_name(row)}.{f.name}" for f in index._expressions)
                conditions = _sql(row, index).split(" WHERE ", 1)[1].split(" AND ")
                ends = [" AND "] * (len(conditions) - 1) + [""]
                where = " ".join(repr(one + end) for one, end in zip(conditions, ends, strict=True))
                lines.append(
                    f"{_name(row)}.add_index({_name(row)}.index({fields}, where=SQL({where})))\n"
                )
    return "\n" + "".join(lines)


def _sql(row: type[Row], index: Any) -> str:
    manager = SchemaManager(row, SqliteDatabase(None))
    sql, _ = manager._create_index(index, safe=False).query()
    return str(sql)


if __name__ == "__main__":
    main()
