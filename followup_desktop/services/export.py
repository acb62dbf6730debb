"""Everything the shop has written down, as one JSON file (docs/export.md)."""

import contextlib
import json
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from followup_desktop import __version__
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.shop_time import Now
from followup_desktop.store.reads import everything
from followup_desktop.store.store import Store
from followup_desktop.store.troubles import told

FORMAT = "followup"
FORMAT_VERSION = 1
"""Goes up when a name changes or goes; a new name alone doesn't change it."""


class Export:
    def __init__(self, store: Store) -> None:
        self._store = store

    def export(self, path: Path, now: Now) -> dict[str, int]:
        """Write the file whole, or not at all; one that is there is replaced. Answers how many
        rows each table has."""
        if path.absolute().parent == self._store.path.absolute().parent and path.name.startswith(
            self._store.path.name
        ):
            raise WorldError(Trouble.CANNOT_WRITE, where=str(path))  # the database itself
        with told(str(path)), _whole(path) as file, everything.one_moment():
            return _write(file, now)


def _write(file: IO[str], now: Now) -> dict[str, int]:
    head = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "program": __version__,
        "exported_at": everything.plain(now.utc),
    }
    file.write("{\n")
    for name, value in head.items():
        file.write(f"  {json.dumps(name)}: {json.dumps(value)},\n")
    file.write('  "tables": {')
    counts = {}
    for place, table in enumerate(everything.table_names()):
        file.write(f"{',' if place else ''}\n    {json.dumps(table)}: [")
        counts[table] = _write_rows(file, table)
        file.write("]")
    file.write("\n  }\n}\n")
    return counts


def _write_rows(file: IO[str], table: str) -> int:
    count = 0
    for count, row in enumerate(everything.rows_of(table), start=1):
        separator = "," if count > 1 else ""
        file.write(f"{separator}\n      {json.dumps(row, ensure_ascii=False)}")
    if count:
        file.write("\n    ")
    return count


@contextlib.contextmanager
def _whole(path: Path) -> Iterator[IO[str]]:
    """A file beside `path`, readable by its owner alone, that takes its place once it is on the
    disk."""
    handle, name = tempfile.mkstemp(prefix=f".{path.name[:40]}.", suffix=".part", dir=path.parent)
    try:
        with open(handle, "w", encoding="utf-8", newline="\n") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(name)
        raise
