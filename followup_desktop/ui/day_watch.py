"""The one timer of the windows: a minute while somebody may look, half an hour while nobody can."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

_IN_SIGHT = 60_000
_OUT_OF_SIGHT = 30 * 60_000


class DayWatch(QObject):
    """Asks the clock instead of counting, so that sleep and changed clocks heal by themselves."""

    minute_passed = Signal()
    """In sight only."""
    day_changed = Signal()

    def __init__(self, window: QWidget, today: Callable[[], date]) -> None:
        super().__init__(window)
        self._window = window
        self._today = today
        self._day = today()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        window.installEventFilter(self)
        self._set_pace()

    def look(self) -> None:
        """What the timer does; also when the window comes back into sight."""
        day = self._today()
        if day != self._day:
            self._day = day
            self.day_changed.emit()
        if self._in_sight():
            self.minute_passed.emit()

    def _in_sight(self) -> bool:
        return self._window.isVisible() and not self._window.isMinimized()

    def _set_pace(self) -> None:
        self._timer.start(_IN_SIGHT if self._in_sight() else _OUT_OF_SIGHT)

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGHT:
            self._set_pace()
            if self._in_sight():
                QTimer.singleShot(0, self, self.look)
        return super().eventFilter(watched, event)


_SIGHT = (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.WindowStateChange)
