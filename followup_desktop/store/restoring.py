"""Bringing a backup back, with the store closed.

A backup is a file that anybody may have had in their hands. It is looked through before anything
of it is run, rewritten by SQLite into a file of our own, and looked through once more. The present
database is kept under another name. Whatever cuts this short, the next start finds either the
present database or the one that was asked for.
"""

from contextlib import closing
from pathlib import Path

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.shop_time import Now
from followup_desktop.store import files, inspecting, schema
from followup_desktop.store.database import FILE_NAME, connect_raw
from followup_desktop.store.troubles import told

KEPT_FOLDER = "kept"
_COPIED = f"{FILE_NAME}.copied"
_READY = f"{FILE_NAME}.ready-"
"""A copy that only has to take the present one's place; then the name under which that is kept."""


def restore(folder: Path, backup: Path, now: Now) -> Path:
    """Put `backup` in place; answers where the present database is kept. With its WAL beside it,
    so that it can be brought back in the same way.

    Raises GONE, NOT_OURS, NEWER, DAMAGED or what was in the way; the present database is then as
    it was.
    """
    if not backup.is_file():
        raise WorldError(Trouble.GONE, where=str(backup))
    finish(folder)
    kept_name = _free_name(folder / KEPT_FOLDER, now)
    copied, ready = folder / _COPIED, folder / f"{_READY}{kept_name}"
    with told(str(folder)):
        try:
            copied.unlink(missing_ok=True)
            _copy(backup, copied)
            _require_alone(folder / FILE_NAME)
            files.rename(copied, ready)  # from here on it is what counts
        finally:
            copied.unlink(missing_ok=True)
    finish(folder)
    return folder / KEPT_FOLDER / kept_name


def finish(folder: Path) -> None:
    """The last step of a restore; at the start of the program, if one was cut short before it."""
    with told(str(folder)):
        for ready in folder.glob(f"{_READY}*"):
            path = folder / FILE_NAME
            kept = folder / KEPT_FOLDER / ready.name.removeprefix(_READY)
            files.make_folder(kept.parent)
            for what in ("", "-wal"):
                present = inspecting.beside(path, what)
                if present.exists():
                    files.rename(present, inspecting.beside(kept, what))
            inspecting.beside(path, "-shm").unlink(missing_ok=True)
            files.rename(ready, path)


def _free_name(kept_folder: Path, now: Now) -> str:
    number = 1
    while (kept_folder / (name := f"followup-{now.local:%Y-%m-%d-%H%M%S}-{number}.db")).exists():
        number += 1
    return name


def _copy(backup: Path, copied: Path) -> None:
    from followup_desktop.store import backups  # late: every start looks for an unfinished restore

    backups.require_good(backup)
    files.make_file(copied)
    with told(str(backup)), closing(inspecting.connect(backup)) as source:
        source.execute("VACUUM INTO ?", (str(copied),)).close()
    with told(str(copied)), closing(connect_raw(copied, mode="rw")) as connection:
        connection.execute("PRAGMA journal_mode = WAL").close()  # as it will be used
    files.sync(copied)
    inspecting.require_known(copied, schema.newest_version())


def _require_alone(path: Path) -> None:
    """Raises LOCKED while another program has the present database open: it would go on saving
    into the file that is kept. What is damaged nobody can have open."""
    try:
        is_there = inspecting.look(path, schema.newest_version()) > 0
    except WorldError:
        return
    if is_there:
        with told(str(path)), closing(connect_raw(path, mode="rw")) as connection:
            connection.execute("PRAGMA locking_mode = EXCLUSIVE").close()
            connection.execute("BEGIN IMMEDIATE").close()
            connection.execute("ROLLBACK").close()
