"""What is typed is saved within a second, and before anything else is done (M-10, M-16)."""

from collections.abc import Callable, Hashable

from PySide6.QtCore import QObject, QTimer, Signal

_SOON_MS = 400


class Autosave(QObject):
    """Keeps the newest write of each field, and does them together shortly after the typing."""

    saved = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._waiting: dict[Hashable, Callable[[], bool]] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SOON_MS)
        self._timer.timeout.connect(self.flush)

    def soon(self, field: Hashable, write: Callable[[], bool]) -> None:
        """Write it soon; `write` says whether it was saved. A newer one takes its place."""
        self._waiting[field] = write
        if not self._timer.isActive():
            self._timer.start()

    def flush(self) -> bool:
        """Write everything now. What the world refuses stays waiting, for the next time."""
        self._timer.stop()
        waiting, self._waiting = self._waiting, {}
        for field, write in waiting.items():
            if not write():
                self._waiting.setdefault(field, write)
        if waiting and not self._waiting:
            self.saved.emit()
        return not self._waiting
