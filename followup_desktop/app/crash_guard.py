"""A bug is told and reported, and the program goes on: what was saved is saved already.

Where an installed program lost a part of itself, that is said instead: it is what went wrong.
"""

import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from datetime import datetime


class CrashGuard(QObject):
    close_requested = Signal()
    _raised_elsewhere = Signal(object)
    """From another thread to the window's."""

    def __init__(
        self, folder: Path, now: "Callable[[], datetime]", parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._folder = folder
        self._now = now
        self._is_telling = False
        self._raised_elsewhere.connect(self.tell)

    def install(self) -> None:
        sys.excepthook = self._on_exception
        threading.excepthook = lambda args: self._raised_elsewhere.emit(args.exc_value)

    def _on_exception(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            self.close_requested.emit()
            return
        self.tell(error)

    def tell(self, error: BaseException) -> None:
        """Report it, and say so once: bugs rarely come alone."""
        from followup_desktop import paths
        from followup_desktop.ui.shell import crash_report

        now = self._now()
        report = crash_report.keep(error, self._folder, now)
        if sys.stderr is not None:  # Windows gives the program of the window none
            sys.stderr.write(crash_report.text_of(error, now))
        if self._is_telling:
            return
        from followup_desktop.ui.shell.crash_window import CrashWindow

        self._is_telling = True
        try:
            window = CrashWindow(report, missing=next(iter(paths.missing_parts()), ""))
            window.exec()
        finally:
            self._is_telling = False
        if window.wants_to_close:
            self.close_requested.emit()
