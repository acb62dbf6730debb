"""Bringing a backup back, with the store closed.

The backup is believed only after it was looked through, and what is looked through is our own copy,
so that nobody can change it in between. The present database is kept under another name. Whatever
cuts it short, the next start finds either the present database or the one that was asked for.
"""

from datetime import datetime
from pathlib import Path

from followup_desktop.store import files, inspecting, schema
from followup_desktop.store.database import FILE_NAME
from followup_desktop.store.troubles import told

KEPT_FOLDER = "kept"
_COPIED = f"{FILE_NAME}.copied"
_READY = f"{FILE_NAME}.ready"
"""A copy that was looked through and only has to be renamed."""
_BESIDE = ("-wal", "-shm")
_CHUNK = 1 << 20


def restore(folder: Path, backup: Path, now: datetime) -> Path:
    """Put `backup` in place; answers where the present database is kept.

    Raises NOT_OURS, NEWER, DAMAGED or what was in the way; the present database is then as it was.
    """
    with told(str(backup)):
        copied = folder / _COPIED
        try:
            _copy(backup, copied)
            inspecting.require_known(copied, schema.newest_version())
            kept = _keep_present(folder, now)
            files.rename(copied, folder / _READY)  # from here on it is what counts
        finally:
            copied.unlink(missing_ok=True)
        finish(folder)
        return kept


def finish(folder: Path) -> None:
    """The last step of a restore; at the start of the program, if one was cut short before it."""
    ready, path = folder / _READY, folder / FILE_NAME
    if ready.exists():
        with told(str(folder)):
            # SQLite would apply an old WAL to the new file.
            for beside in _BESIDE:
                path.with_name(path.name + beside).unlink(missing_ok=True)
            files.rename(ready, path)


def _copy(backup: Path, copied: Path) -> None:
    copied.unlink(missing_ok=True)
    files.make_file(copied)
    with backup.open("rb") as source, copied.open("wb") as target:
        while chunk := source.read(_CHUNK):
            target.write(chunk)
    files.sync(copied)


def _keep_present(folder: Path, now: datetime) -> Path:
    """The database and its WAL, which may hold saves that aren't in it yet."""
    kept_folder = folder / KEPT_FOLDER
    files.make_folder(kept_folder)
    kept = kept_folder / f"followup-{now:%Y%m%dT%H%M%S%f}Z.db"
    for beside in ("", "-wal"):
        present = folder / f"{FILE_NAME}{beside}"
        if present.exists():
            _copy(present, kept.with_name(kept.name + beside))
    files.sync(kept_folder)
    return kept
