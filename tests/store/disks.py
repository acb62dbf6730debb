"""A small disk of its own for a test, which can be filled up."""

import os
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

SIZE = 16_000_000


@dataclass(frozen=True)
class SmallDisk:
    path: Path

    def fill(self, leave: int) -> None:
        """Until this many bytes are free."""
        free = os.statvfs(self.path)
        with (self.path / "filler").open("ab") as filler:
            filler.write(b"\0" * max(0, free.f_bavail * free.f_frsize - leave))

    def make_room(self) -> None:
        (self.path / "filler").unlink()

    def make_read_only(self) -> None:
        """For every account: this is not about permissions."""
        subprocess.run(["mount", "-o", "remount,ro", str(self.path)], check=True)


def mounted(path: Path) -> Iterator[SmallDisk]:
    """Skips where this account may not mount a file system in memory."""
    path.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(path)]
    try:
        subprocess.run(mount, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"a small disk can't be mounted here: {error}")
    yield SmallDisk(path)
    subprocess.run(["umount", "--lazy", str(path)], check=True)
