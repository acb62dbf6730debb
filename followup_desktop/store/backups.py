"""Backups: `VACUUM INTO` a temporary name, synced, looked through, and only then named.

Each is a whole database that any SQLite opens. Made on a connection of its own, so that a thread
may make one while the window goes on saving.
"""

import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from sqlcipher3 import dbapi2

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.upkeep import BackupReason, is_backup_due, to_keep
from followup_desktop.store import files, inspecting, schema
from followup_desktop.store.backup_watch import BackupWatch
from followup_desktop.store.database import FILE_NAME, connect_raw, read_once, scalar
from followup_desktop.store.troubles import told

FOLDER_NAME = "backups"

_NAME = re.compile(
    r"followup-(?P<moment>\d{4}-\d\d-\d\d-\d{6})-(?P<reason>[a-z_]+)-(?P<digest>[0-9a-f]{16})\.db"
)
_MOMENT = "%Y-%m-%d-%H%M%S"
_UNFINISHED = ".part"
_LEFT_BEHIND = 3600
"""Seconds after which an unfinished backup is nobody's any more."""

_one_at_a_time = Lock()
"""The daily one in its thread, and one that is asked for meanwhile."""


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A finished backup. It was read back and checked before it got its name."""

    path: Path
    made_at: datetime
    """The shop's local time, naive; it stands in the name, which survives being copied about."""
    reason: BackupReason
    digest: str
    """Of its bytes; it too stands in the name, and tells when the disk changed a letter in it."""

    @property
    def name(self) -> str:
        return self.path.name


def listing(folder: Path) -> tuple[BackupFile, ...]:
    """The finished backups of a data folder, the newest first."""
    place = folder / FOLDER_NAME
    with told(str(place)):
        paths = list(place.iterdir()) if place.is_dir() else []
    found = [backup for path in paths if (backup := _backup_of(path)) is not None]
    return tuple(sorted(found, key=lambda one: one.made_at, reverse=True))


def newest_good(folder: Path) -> BackupFile | None:
    """The newest one that can be brought back as it is now."""
    for backup in listing(folder):
        with suppress(WorldError):
            require_good(backup.path)
            return backup
    return None


def require_good(path: Path) -> None:
    """That a file can be brought back. One that isn't named as our backups are can be, too.

    Raises NOT_OURS, NEWER or DAMAGED.
    """
    backup = _backup_of(path)
    with told(str(path)):
        if backup is not None and _digest(path) != backup.digest:
            raise WorldError(Trouble.DAMAGED, where=str(path), why="digest")
        inspecting.require_known(path, schema.newest_version())


def make_if_due(folder: Path, now: Now) -> BackupFile | None:
    """The daily one, unless there is one already."""
    newest = next((one.made_at for one in listing(folder)), None)
    return make(folder, now, BackupReason.DAILY) if is_backup_due(newest, now.local) else None


def make(
    folder: Path, now: Now, reason: BackupReason, watch: BackupWatch | None = None
) -> BackupFile:
    """A verified backup of a data folder's database, open or not; older ones are then thinned out.

    Raises BACKUP_FAILED (`why` says what the world did) with nothing left behind, or DAMAGED when
    it is the database itself that can't be read; `BackupCancelled` when `watch` called it off.
    """
    watch = watch or BackupWatch()
    try:
        return _make(folder, now, reason, watch)
    except (WorldError, dbapi2.Error):
        watch.go_on()  # SQLite says no more of it than that it was interrupted
        raise


def _make(folder: Path, now: Now, reason: BackupReason, watch: BackupWatch) -> BackupFile:
    place = folder / FOLDER_NAME
    with _failing(place), told(str(place)), _one_at_a_time:
        files.make_folder(place)
        _clear(place, now)
        part = place / f"{now.local:{_MOMENT}}.{os.getpid()}{_UNFINISHED}"
        try:
            _copy(folder / FILE_NAME, part, watch)
            backup = _named(place, now.local, reason, _digest(part))
            files.rename(part, backup.path)
        finally:
            _throw_away(part)
            _throw_away(inspecting.beside(part, "-journal"))  # where the disk was full meanwhile
        for path in _outlived(folder, now):
            _throw_away(path)
    return backup


def _copy(database: Path, part: Path, watch: BackupWatch) -> None:
    files.make_file(part)
    with told(str(database)), closing(connect_raw(database)) as source:
        state = scalar(source, "PRAGMA data_version")
        counts = _counts(source)
        with watch.copying(source, database.stat().st_size, part):
            pack(source, part)
        was_saved_meanwhile = scalar(source, "PRAGMA data_version") != state
    files.sync(part)
    if not _holds(part, None if was_saved_meanwhile else counts, watch):
        watch.go_on()
        raise WorldError(Trouble.CANNOT_WRITE, where=str(part), why="copy")


def pack(source: Any, part: Path) -> None:
    """All that a connection sees in one file, which has to be synced yet."""
    read_once(source)
    source.execute("VACUUM INTO ?", (str(part),)).close()


def _holds(part: Path, counts: dict[str, int] | None, watch: BackupWatch) -> bool:
    """Whether the disk gives back what it was given. Without `counts`: whether it is sound."""
    try:
        with told(str(part)), closing(connect_raw(part, immutable=True)) as copy:
            with watch.checking(copy):
                is_sound = not inspecting.damage(copy, "integrity_check")
            return is_sound and (counts is None or _counts(copy) == counts)
    except WorldError:
        return False


def _counts(connection: Any) -> dict[str, int]:
    """Rows by table."""
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0"
    ).fetchall()
    return {name: int(scalar(connection, f'SELECT count(*) FROM "{name}"')) for (name,) in tables}


@contextmanager
def _failing(place: Path) -> Iterator[None]:
    try:
        yield
    except WorldError as error:
        if error.trouble is Trouble.DAMAGED:
            raise
        raise WorldError(Trouble.BACKUP_FAILED, where=str(place), why=error.trouble) from error


def _backup_of(path: Path) -> BackupFile | None:
    named = _NAME.fullmatch(path.name)
    if named is None:
        return None
    try:
        made_at = datetime.strptime(named["moment"], _MOMENT)  # noqa: DTZ007 -- the shop's clock
        return BackupFile(path, made_at, BackupReason(named["reason"]), named["digest"])
    except ValueError:
        return None


def _named(place: Path, local: datetime, reason: BackupReason, digest: str) -> BackupFile:
    made_at = local.replace(microsecond=0)
    name = f"followup-{made_at:{_MOMENT}}-{reason.value}-{digest}.db"
    return BackupFile(place / name, made_at, reason, digest)


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()[:16]


def _outlived(folder: Path, now: Now) -> list[Path]:
    made = listing(folder)
    kept = to_keep((one.made_at for one in made), now.local)
    return [one.path for one in made if one.made_at not in kept]


def _clear(place: Path, now: Now) -> None:
    """What a backup left that was cut short."""
    for path in place.glob(f"*{_UNFINISHED}*"):
        if path.stat().st_mtime < now.utc.timestamp() - _LEFT_BEHIND:
            _throw_away(path)


def _throw_away(path: Path) -> None:
    """If it can't be done now, the next backup does it."""
    with suppress(OSError):
        path.unlink(missing_ok=True)
