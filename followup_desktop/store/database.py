"""The connection: what is set on it, and read back (reliability.md, "Storage")."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from peewee import InterfaceError, PeeweeException
from playhouse.sqlcipher_ext import SqlCipherDatabase
from sqlcipher3 import dbapi2

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.store.troubles import told, world_error

FILE_NAME = "followup.db"

APPLICATION_ID = 0x466F6C75
"""Says that a file is ours: "Folu" in bytes 68 to 71 of its header."""

OLDEST_SQLITE = (3, 51, 3)
"""Before it a WAL that was reset at the wrong moment could damage the file."""

BUSY_MILLISECONDS = 2_000
"""How long a save waits while another program writes. The window waits with it."""

CHECKPOINT_PAGES = 4_000
"""16 MB: where SQLite moves the WAL into the file by itself. `Store.rest` does so before."""

PAGES_READ_ONCE = 100

# Name, what is set, what has to be read back.
PRAGMAS: tuple[tuple[str, str, object], ...] = (
    ("busy_timeout", str(BUSY_MILLISECONDS), BUSY_MILLISECONDS),
    ("trusted_schema", "0", 0),
    ("cell_size_check", "1", 1),
    ("mmap_size", "0", 0),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "1", 1),
    ("secure_delete", "1", 1),
    ("wal_autocheckpoint", str(CHECKPOINT_PAGES), CHECKPOINT_PAGES),
    ("journal_size_limit", str(CHECKPOINT_PAGES * 4096), CHECKPOINT_PAGES * 4096),
)


class FollowupDatabase(SqlCipherDatabase):  # type: ignore[misc]
    """peewee's database with our settings on every connection. Every error of the world that a
    statement meets comes out as `WorldError`, be it of a read or of a write."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path), passphrase="", check_same_thread=True)

    def _connect(self) -> Any:
        with told(self.database):
            return super()._connect()

    def _add_conn_hooks(self, conn: Any) -> None:
        super()._add_conn_hooks(conn)
        settle(conn)

    def execute_sql(self, sql: str, params: Any = None) -> Any:
        try:  # not `told`: this is where every query goes through
            return super().execute_sql(sql, params)
        except PeeweeException as error:
            known = world_error(error, self.database)
            if known is None:
                raise
            raise known from error

    def execute_many(self, sql: str, rows: Iterable[tuple[Any, ...]]) -> None:
        """One statement for many rows."""
        with told(self.database):
            self.connection().executemany(sql, rows)

    def one_reading(self) -> "OneReading":
        """For several questions about the same moment. Each by itself would lock the file and let
        it go again, which takes longer than many an answer."""
        if self.is_closed():
            raise InterfaceError("the store is closed")
        return OneReading(self.connection(), self.database)

    def cursor(self, named_cursor: Any = None) -> Any:
        if self.is_closed():
            raise InterfaceError("the store is closed")
        return self.connection().cursor(TellingCursor)

    def begin(self, lock_type: str | None = None) -> None:
        with told(self.database):
            super().begin(lock_type)

    def commit(self) -> Any:
        with told(self.database):
            return super().commit()

    def rollback(self) -> Any:
        """SQLite may have rolled back by itself, when the disk was full for instance."""
        if self.connection().in_transaction:
            super().rollback()


class OneReading:
    """What is asked on the connection within its block, is of one moment; inside an action it is
    part of that. Written out, for it stands around every keystroke."""

    __slots__ = ("_connection", "_is_ours", "_where")

    def __init__(self, connection: Any, where: str) -> None:
        self._connection = connection
        self._where = where

    def __enter__(self) -> None:
        self._is_ours = not self._connection.in_transaction
        if self._is_ours:
            self._connection.execute("BEGIN")

    def __exit__(self, kind: Any, error: BaseException | None, trace: Any) -> None:
        if self._is_ours and self._connection.in_transaction:
            self._connection.execute("COMMIT")
        if isinstance(error, dbapi2.Error) and (known := world_error(error, self._where)):
            raise known from error


class TellingCursor(dbapi2.Cursor):  # type: ignore[misc]
    """Tells errors of the world in the middle of a result too, where a damaged page may be met."""

    def fetchone(self) -> Any:
        try:
            return super().fetchone()
        except dbapi2.Error as error:
            raise world_error(error, "") or error from None

    def fetchall(self) -> Any:
        try:
            return super().fetchall()
        except dbapi2.Error as error:
            raise world_error(error, "") or error from None

    def __next__(self) -> Any:
        try:
            return super().__next__()
        except dbapi2.Error as error:
            raise world_error(error, "") or error from None


def settle(connection: Any) -> None:
    """Set every pragma and read it back. A setting that didn't take is no setting."""
    for name, value, expected in PRAGMAS:
        connection.execute(f"PRAGMA {name} = {value}").close()
        found = connection.execute(f"PRAGMA {name}").fetchone()
        if found is None or found[0] != expected:
            raise PragmaError(f"{name} is {found}, not {expected}")


class PragmaError(Exception):
    """SQLite did not take a setting that we rely on: the program was built with another SQLite."""


def connect_raw(path: Path, *, mode: str = "ro", immutable: bool = False) -> Any:
    """A connection of its own without peewee, for checks and backups, from any thread.

    mode: `ro`, `rw` or `rwc`. immutable: nobody else has the file, and nothing is made beside it.
    """
    uri = f"{path.absolute().as_uri()}?mode={mode}" + ("&immutable=1" if immutable else "")
    connection = dbapi2.connect(
        uri, uri=True, isolation_level=None, timeout=BUSY_MILLISECONDS / 1000
    )
    connection.text_factory = _readable
    connection.execute("PRAGMA trusted_schema = 0").close()
    connection.execute("PRAGMA cell_size_check = 1").close()
    connection.execute("PRAGMA mmap_size = 0").close()
    return connection


def read_once(connection: Any) -> None:
    """For what goes through a whole file and comes to no page again: to keep pages that nobody
    asks for takes longer than to read them."""
    connection.execute(f"PRAGMA cache_size = {PAGES_READ_ONCE}").close()


def _readable(text: bytes) -> str:
    """What is damaged can still be named."""
    return text.decode("utf-8", "replace")


def require_sqlite(version: tuple[int, ...] = dbapi2.sqlite_version_info) -> None:
    if version < OLDEST_SQLITE:
        raise WorldError(Trouble.SQLITE_TOO_OLD, why=".".join(str(number) for number in version))


def scalar(connection: Any, sql: str) -> Any:
    """The first value of the first row."""
    row = connection.execute(sql).fetchone()
    return None if row is None else row[0]
