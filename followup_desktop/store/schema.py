"""The schema of a file: which version it has, and how it comes to ours.

Migrations are the numbered files beside this one, run by peewee's own Runner; `user_version` is the
number of the newest. The Runner loads them by their path, so the folder has to lie beside this
module as files, in a frozen program too.
"""

from pathlib import Path
from typing import Any

from playhouse.migrations import Runner

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.store.database import APPLICATION_ID, FollowupDatabase

FOLDER = Path(__file__).with_name("migrations")


def newest_version(folder: Path = FOLDER) -> int:
    """The number of the last migration."""
    return max(int(path.name[:4]) for path in folder.glob("[0-9]*.py"))


def migrate(database: FollowupDatabase, folder: Path = FOLDER) -> None:
    """All pending migrations, `user_version` and the check of every foreign key in one
    transaction: the file comes out either as it was or whole.

    Foreign keys are off meanwhile: rebuilding a table would delete the rows that point at it.
    """
    database.pragma("foreign_keys", 0)
    try:
        with database.atomic("IMMEDIATE"):
            Runner(database, str(folder)).up()
            database.execute_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            database.execute_sql(f"PRAGMA user_version = {newest_version(folder)}")
            if database.execute_sql("PRAGMA foreign_key_check").fetchone() is not None:
                raise WorldError(Trouble.DAMAGED, where=database.database)
    finally:
        database.pragma("foreign_keys", 1)


def objects(connection: Any) -> frozenset[tuple[str, str, str, str]]:
    """Everything in a schema: type, name, table and SQL, with blanks evened out."""
    rows = connection.execute("SELECT type, name, tbl_name, sql FROM sqlite_schema").fetchall()
    return frozenset(
        (kind, name, table, " ".join((sql or "").split())) for kind, name, table, sql in rows
    )
