"""The schema of a file: which version it has, and how it comes to ours.

Migrations are the numbered files beside this one, run by peewee's own Runner; `user_version` is the
number of the newest. The Runner loads them by their path, so the folder has to lie beside this
module as files, in a frozen program too.
"""

from functools import cache
from pathlib import Path
from typing import Any

from playhouse.sqlcipher_ext import SqlCipherDatabase

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.store.database import APPLICATION_ID, FollowupDatabase

FOLDER = Path(__file__).with_name("migrations")


def newest_version() -> int:
    """The number of the last migration."""
    return max(int(path.name[:4]) for path in FOLDER.glob("[0-9]*.py"))


def _runner(database: SqlCipherDatabase) -> Any:
    """Imported late: a start without a migration is 20 ms faster without it."""
    from playhouse.migrations import Runner

    return Runner(database, str(FOLDER))


def migrate(database: FollowupDatabase) -> None:
    """All pending migrations, `user_version` and the check of every foreign key in one
    transaction: the file comes out either as it was or whole.

    Foreign keys are off meanwhile: rebuilding a table would delete the rows that point at it.
    """
    database.pragma("foreign_keys", 0)
    try:
        with database.atomic("IMMEDIATE"):
            _runner(database).up()
            database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            database.execute_sql(f"PRAGMA user_version = {newest_version()}")
            if database.execute_sql("PRAGMA foreign_key_check").fetchone() is not None:
                raise WorldError(Trouble.DAMAGED, where=database.database)
    finally:
        database.pragma("foreign_keys", 1)


Object = tuple[str, str, str, str]
"""Type, name, table and SQL."""

# What SQLite's own ANALYZE makes; it may be there or not.
_STATISTICS = frozenset(
    ("table", name, name, f"CREATE TABLE {name}({columns})")
    for name, columns in (
        ("sqlite_stat1", "tbl,idx,stat"),
        ("sqlite_stat4", "tbl,idx,neq,nlt,ndlt,sample"),
    )
)


def objects(connection: Any) -> frozenset[Object]:
    """Everything in a schema, its SQL with blanks evened out."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    return frozenset(
        (kind, name, table, " ".join((sql or "").split())) for kind, name, table, sql in rows
    )


def differences(connection: Any, version: int) -> tuple[str, ...]:
    """The names of what a schema has too much, too little or otherwise than our migrations up to
    `version` make it."""
    found = objects(connection) - _STATISTICS
    return tuple(sorted({name for _, name, *_ in found ^ expected(version)}))


@cache
def expected(version: int) -> frozenset[Object]:
    """The schema of a version, made anew in memory."""
    database = SqlCipherDatabase(":memory:", passphrase="")
    runner = _runner(database)
    runner.up(next(one.name for one in runner.migrations() if one.idx == version))
    made = objects(database.connection())
    database.close()
    return made
