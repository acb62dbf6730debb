"""How far a backup has come, and the way to call it off; looked at from another thread."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event
from typing import Any

STEPS_BETWEEN = 20_000
"""SQLite's own steps between two looks: some milliseconds."""


class BackupCancelled(Exception):
    """Somebody called it off: nothing is left behind."""


class BackupWatch:
    def __init__(self) -> None:
        self.copied = 0.0
        """0 to 1."""
        self.is_checking = False
        """Everything is copied, and is read back now."""
        self._cancelled = Event()

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def cancel(self) -> None:
        self._cancelled.set()

    def go_on(self) -> None:
        """Raises `BackupCancelled` when it was called off."""
        if self.is_cancelled:
            raise BackupCancelled

    @contextmanager
    def copying(self, source: Any, size: int, part: Path) -> Iterator[None]:
        """While `part` grows to about `size` bytes."""

        def look() -> int:
            self.copied = min(part.stat().st_size / max(size, 1), 1.0)
            return int(self.is_cancelled)

        source.set_progress_handler(look, STEPS_BETWEEN)
        yield
        source.set_progress_handler(None, 0)
        self.go_on()

    @contextmanager
    def checking(self, copy: Any) -> Iterator[None]:
        self.copied, self.is_checking = 1.0, True
        copy.set_progress_handler(lambda: int(self.is_cancelled), STEPS_BETWEEN)
        yield
        copy.set_progress_handler(None, 0)
