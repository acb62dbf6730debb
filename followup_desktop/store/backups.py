"""Backups: `VACUUM INTO` a temporary name, synced, looked through, and only then named.

Each is a whole database that any SQLite opens. Made on a connection of its own, so that a thread
may make one while the window goes on saving.
"""

import os
import re
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Lock
from typing import Any

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.upkeep import BackupReason, is_backup_due, to_keep
from followup_desktop.store import files, inspecting, schema
from followup_desktop.store.database import FILE_NAME, connect_raw, scalar
from followup_desktop.store.troubles import told

FOLDER_NAME = "backups"

_NAME = re.compile(r"followup-(\d{4}-\d\d-\d\d-\d{6})(?:-(\d+))?-([a-z_]+)\.db")
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
    number: int = 1
    """Of those made in the same second."""

    @property
    def name(self) -> str:
        return self.path.name


def listing(folder: Path) -> tuple[BackupFile, ...]:
    """The finished backups of a data folder, the newest first."""
    place = folder / FOLDER_NAME
    with told(str(place)):
        paths = list(place.iterdir()) if place.is_dir() else []
    found = [backup for path in paths if (backup := _backup_of(path)) is not None]
    return tuple(sorted(found, key=lambda one: (one.made_at, one.number), reverse=True))


def newest_good(folder: Path) -> BackupFile | None:
    """The newest one that can be brought back as it is now."""
    newest = schema.newest_version()
    for backup in listing(folder):
        with suppress(WorldError):
            inspecting.require_known(backup.path, newest)
            return backup
    return None


def make_if_due(folder: Path, now: Now) -> BackupFile | None:
    """The daily one, unless there is one already."""
    newest = next((one.made_at for one in listing(folder)), None)
    return make(folder, now, BackupReason.DAILY) if is_backup_due(newest, now.local) else None


def make(folder: Path, now: Now, reason: BackupReason) -> BackupFile:
    """A verified backup of a data folder's database, open or not; older ones are then thinned out.

    Raises BACKUP_FAILED (`why` says what the world did) with nothing left behind, or DAMAGED when
    it is the database itself that can't be read.
    """
    place = folder / FOLDER_NAME
    with _failing(place), told(str(place)), _one_at_a_time:
        files.make_folder(place)
        _clear(place, now)
        backup = _free_name(place, now.local, reason)
        part = place / f"{backup.name}.{os.getpid()}{_UNFINISHED}"
        try:
            _copy(folder / FILE_NAME, part)
            files.rename(part, backup.path)
        finally:
            _throw_away(part)
        for path in _outlived(folder, now):
            _throw_away(path)
    return backup


def _copy(database: Path, part: Path) -> None:
    with told(str(database)), closing(connect_raw(database)) as source:
        state = scalar(source, "PRAGMA data_version")
        counts = _counts(source)
        files.make_file(part)
        source.execute("VACUUM INTO ?", (str(part),)).close()
        was_saved_meanwhile = scalar(source, "PRAGMA data_version") != state
    files.sync(part)
    with told(str(part)), closing(connect_raw(part, immutable=True)) as copy:
        is_sound = not inspecting.damage(copy, "integrity_check")
        if not (is_sound and (was_saved_meanwhile or _counts(copy) == counts)):
            raise WorldError(Trouble.CANNOT_WRITE, where=str(part))


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
        if error.trouble is Trouble.DAMAGED and not error.where.endswith(_UNFINISHED):
            raise
        raise WorldError(Trouble.BACKUP_FAILED, where=str(place), why=error.trouble) from error


def _backup_of(path: Path) -> BackupFile | None:
    named = _NAME.fullmatch(path.name)
    if named is None:
        return None
    try:
        made_at = datetime.strptime(named[1], _MOMENT)  # noqa: DTZ007 -- the shop's own clock
        return BackupFile(path, made_at, BackupReason(named[3]), int(named[2] or 1))
    except ValueError:
        return None


def _free_name(place: Path, local: datetime, reason: BackupReason) -> BackupFile:
    made_at = local.replace(microsecond=0)
    taken = [one.number for one in listing(place.parent) if one.made_at == made_at]
    number = max(taken, default=0) + 1
    again = "" if number == 1 else f"-{number}"
    name = f"followup-{made_at.strftime(_MOMENT)}{again}-{reason.value}.db"
    return BackupFile(place / name, made_at, reason, number)


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
