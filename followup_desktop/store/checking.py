"""Whether everything that is kept hangs together: what `check` looks through."""

from collections.abc import Iterator
from typing import Any

from peewee import ForeignKeyField

from followup_desktop.domain import names
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.upkeep import CheckReport
from followup_desktop.store import customer_sums, inspecting, schema, search_index
from followup_desktop.store.bad_values import bad_values
from followup_desktop.store.database import FollowupDatabase
from followup_desktop.store.rows import ALL_ROWS, FollowUpRow
from followup_desktop.store.troubles import told


def check(database: FollowupDatabase) -> CheckReport:
    """Reads everything: minutes in a very large shop. Writes nothing. What is damaged is looked at
    no further."""
    connection = database.connection()
    if damage := inspecting.damage(connection, "integrity_check"):
        return CheckReport(damage=damage)
    try:
        with told(str(database.database)):
            return _beyond_sqlite(database, connection)
    except WorldError as error:  # SQLite doesn't look into texts
        return CheckReport(damage=(f"not everything can be read: {error.trouble}",))


def _beyond_sqlite(database: FollowupDatabase, connection: Any) -> CheckReport:
    return CheckReport(
        schema=schema.differences(connection, schema.newest_version()),
        broken_links=inspecting.broken_links(connection),
        strays=tuple(_strays(connection)),
        bad_values=bad_values(connection),
        sums_out_of_step=tuple(sorted(set(_out_of_step(database)))),
        search_out_of_step=tuple(search_index.out_of_step(database)),
    )


def _strays(connection: Any) -> Iterator[str]:
    """Rows of one customer that point at another customer's. A call may plan for others: the one
    who was named on it, or the one to thank for it."""
    for row in ALL_ROWS:
        for field in row._meta.sorted_fields:
            if not isinstance(field, ForeignKeyField) or not _is_a_customers(row):
                continue
            if _is_a_customers(field.rel_model) and field is not FollowUpRow.call:
                table, other = row._meta.table_name, field.rel_model._meta.table_name
                found = connection.execute(
                    f'SELECT one."id" FROM "{table}" AS one JOIN "{other}" AS other'
                    f' ON other."id" = one."{field.column_name}"'
                    ' WHERE other."customer_id" <> one."customer_id"'
                )
                yield from (f"{table} {row_id} → {other}" for (row_id,) in found.fetchall())


def _is_a_customers(row: Any) -> bool:
    return "customer" in row._meta.fields


def _out_of_step(database: FollowupDatabase) -> Iterator[int]:
    yield from customer_sums.out_of_step(database)
    yield from customer_sums.wrong_stages(database)
    rows = database.execute_sql(
        'SELECT "id", "name", "address_as", "erased_at" IS NOT NULL, "sort_key", "search_key"'
        ' FROM "customer"'
    )
    for customer_id, name, address_as, erased, *kept in rows:
        keys = [names.sort_key(name), search_index.key_of(name, address_as, erased=bool(erased))]
        if keys != kept:
            yield customer_id
