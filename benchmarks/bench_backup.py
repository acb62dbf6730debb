"""A backup and the look at the start, against copying the file and syncing it (speed.md).

The goal is for the packing. The verification beside it, with a thorough `integrity_check`, takes
longer than that; it runs in a thread once a day, where nobody waits.
"""

import shutil
import tempfile
from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path

from benchmarks.harness import Row, Run, Size, interleaved
from benchmarks.make_shop import NOW, make
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.upkeep import BackupReason
from followup_desktop.store import backups, files, inspecting, schema
from followup_desktop.store.database import connect_raw

ROUNDS = 15


def measure(size: Size) -> list[Row]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make(folder, size.customers, size.follow_ups).close()
        path, copied, packed = (folder / f"{one}.db" for one in ("followup", "copied", "packed"))
        seconds = count()

        def copy() -> None:
            shutil.copyfile(path, copied)
            files.sync(copied)

        def pack() -> None:
            packed.unlink(missing_ok=True)
            with closing(connect_raw(path)) as source:
                backups.pack(source, packed)
            files.sync(packed)

        def verified() -> None:
            moved = timedelta(seconds=next(seconds))
            now = Now(NOW.utc + moved, NOW.local + moved)
            backups.make(folder, now, BackupReason.DAILY).path.unlink()

        def look() -> None:
            inspecting.look(path, schema.newest_version())

        def compare(what: str, ours: Run, goal: float | None) -> Row:
            return Row(what, *interleaved([(ours, copy)], ROUNDS), goal_ratio=goal)

        return [
            compare("a backup: packed and synced", pack, 3.5),
            compare("a backup: verified as well", verified, None),
            compare("the look at the start", look, 2),
        ]
