"""The store: opened once, and asked for units of work.

What a start seldom needs is imported where it is used.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Any

from followup_desktop.domain.changes import Changes, Did
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.shop_time import Now
from followup_desktop.store import files, inspecting, restoring, schema
from followup_desktop.store.database import (
    FILE_NAME,
    FollowupDatabase,
    OneReading,
    require_sqlite,
    settle,
)
from followup_desktop.store.rows import database as rows_database
from followup_desktop.store.troubles import told

if TYPE_CHECKING:
    from followup_desktop.domain.upkeep import CheckReport
    from followup_desktop.store.unit import Unit


class Store:
    """One open file. There is one at a time: the row classes read from it."""

    def __init__(self, path: Path, database: FollowupDatabase) -> None:
        self.path = path
        self.database = database
        self._is_closed = False
        self._one_reader = Lock()
        self._interrupting = Lock()
        """Held while the reader's connection may not be closed."""
        self._elsewhere: Any = None
        """The connection of whoever reads in a thread of their own."""

    @classmethod
    def open(cls, folder: Path, *, now: Now) -> "Store":
        """The start sequence of reliability.md; the lock of the instance is the app's.

        Raises `WorldError`. The file is then as it was: nothing is written before it was looked
        through, a migration comes after a verified backup, and is all or nothing.
        """
        require_sqlite()
        path, newest = folder / FILE_NAME, schema.newest_version()
        with told(str(folder)):
            files.make_folder(folder)
            restoring.finish(folder)
            version = _look(path, newest)
            files.make_file(path)
        if 0 < version < newest:
            _back_up(folder, now)
        database = FollowupDatabase(path)
        try:
            database.connect()
            if version < newest:
                schema.migrate(database)
        except BaseException:
            database.close()
            raise
        rows_database.initialize(database)
        return cls(path, database)

    def rest(self, now: Now) -> None:
        """Housekeeping for when nobody waits: old undo entries, statistics, and what was saved
        moves from the WAL into the file."""
        from followup_desktop.store import journal

        with self.database.transaction("IMMEDIATE"):
            journal.forget_old(self.database, now)
        self.database.execute_sql("PRAGMA optimize")
        self.database.execute_sql("PRAGMA wal_checkpoint(PASSIVE)")

    def check(self) -> "CheckReport":
        """Whether everything hangs together. Reads all there is."""
        from followup_desktop.store import checking

        return checking.check(self.database)

    @contextmanager
    def reading(self) -> Iterator[None]:
        """For what takes long, in a thread of its own: it has a connection of its own, one reader
        at a time. `close` cuts it short, with an error that is nobody's trouble any more."""
        with self._one_reader:
            if self._is_closed:
                raise RuntimeError("the store is closed")
            self.database.connect()
            self._elsewhere = self.database.connection()
            try:
                yield
            finally:
                with self._interrupting:
                    self._elsewhere = None
                self.database.close()

    def close(self) -> None:
        self._is_closed = True
        with self._interrupting:
            if self._elsewhere is not None:
                self._elsewhere.interrupt()
        # No file may be moved while somebody has it open.
        with self._one_reader:
            self.database.close()

    @property
    def folder(self) -> Path:
        return self.path.parent

    @contextmanager
    def action(self, did: Did, now: Now, clerk_id: int | None = None) -> "Iterator[Unit]":
        """One clerk's action: saved whole when the block ends, or not at all. It can be undone."""
        with self._one(self._unit(now, clerk_id, did)) as unit:
            yield unit

    @contextmanager
    def quiet(self, now: Now, clerk_id: int | None = None) -> "Iterator[Unit]":
        """The same for what nobody undoes: a draft, a tick, notes while they are typed."""
        with self._one(self._unit(now, clerk_id, None)) as unit:
            yield unit

    def one_reading(self) -> OneReading:
        """What is asked within its block is of one moment, and the file is locked only once."""
        return self.database.one_reading()

    @contextmanager
    def unsynced(self) -> Iterator[None]:
        """Don't wait for the disk after every action: only for data that can be made anew, for a
        power cut meanwhile may damage the file. Afterwards all of it is on the disk."""
        self.database.execute_sql("PRAGMA synchronous = OFF")
        try:
            yield
        finally:
            settle(self.database.connection())
            self.database.execute_sql("PRAGMA wal_checkpoint(PASSIVE)")

    def last_action(self, clerk_id: int | None = None) -> int | None:
        """The newest action that can still be undone; of one clerk, or of anybody."""
        from followup_desktop.store import undoing

        return undoing.last_action(self.database, clerk_id)

    def undo(self, action_id: int, now: Now, clerk_id: int | None = None) -> Changes:
        """Take an action back. What is answered can itself be undone: that does it again."""
        from followup_desktop.store import undoing

        unit = self._unit(now, clerk_id, Did.UNDONE, undoes=action_id)
        with self._one(unit):
            undoing.take_back(unit, self.database, action_id)
        return unit.changes(undoing.shown(unit), customer_id=unit.only_customer())

    def _unit(
        self, now: Now, clerk_id: int | None, did: Did | None, *, undoes: int | None = None
    ) -> "Unit":
        from followup_desktop.store.unit import Unit

        return Unit(self.database, now, clerk_id, did, undoes=undoes)

    @contextmanager
    def _one(self, unit: "Unit") -> "Iterator[Unit]":
        if self.database.in_transaction():
            raise RuntimeError("one action at a time")
        with self.database.transaction("IMMEDIATE"):
            yield unit
            unit.finish()


def _back_up(folder: Path, now: Now) -> None:
    from followup_desktop.domain.upkeep import BackupReason
    from followup_desktop.store import backups

    backups.make(folder, now, BackupReason.MIGRATION)


def _look(path: Path, newest: int) -> int:
    """As `inspecting.look`; but where our backups lie, a file that is missing, empty or nobody's
    is a database that was damaged."""
    try:
        version = inspecting.look(path, newest)
    except WorldError as error:
        if error.trouble is not Trouble.NOT_OURS or not _has_backups(path.parent):
            raise
        raise WorldError(Trouble.DAMAGED, where=str(path)) from error
    if version == 0 and _has_backups(path.parent):
        raise WorldError(Trouble.DAMAGED, where=str(path), why="missing")
    return version


def _has_backups(folder: Path) -> bool:
    from followup_desktop.store import backups

    return bool(backups.listing(folder))
