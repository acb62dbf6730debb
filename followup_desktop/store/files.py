"""Files and folders that only the shop's own account may read, and that are really on the disk."""

import os
from pathlib import Path

PRIVATE_FOLDER, PRIVATE_FILE = 0o700, 0o600


def make_folder(folder: Path) -> None:
    """The folder and those above it; ours is private, also when somebody else made it."""
    folder.mkdir(mode=PRIVATE_FOLDER, parents=True, exist_ok=True)
    _keep_private(folder, PRIVATE_FOLDER)


def make_file(path: Path) -> None:
    """An empty private file where there is none. What SQLite puts beside it is as private."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, PRIVATE_FILE))
    _keep_private(path, PRIVATE_FILE)


def _keep_private(path: Path, mode: int) -> None:
    if os.name == "posix" and path.stat().st_mode & 0o077:
        path.chmod(mode)


def sync(path: Path) -> None:
    """Until it is on the disk. A folder holds its files' names; Windows syncs those itself."""
    if path.is_dir() and os.name != "posix":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def rename(path: Path, to: Path) -> None:
    """Replaces what is there in one step that a power cut leaves either undone or done."""
    os.replace(path, to)
    sync(to.parent)
