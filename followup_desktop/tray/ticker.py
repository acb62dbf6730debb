"""The one timer of the reminders: asks again every half minute, and does nothing else.

Nothing is scheduled per item: sleep, a changed clock and another time zone are over with the next
tick. The coarsest timer there is, so that the PC wakes up for it together with others.
"""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

EVERY = 30_000
"""Milliseconds. Qt's coarsest timers keep whole seconds, and are at most one late."""


class Ticker(QObject):
    ticked = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self.ticked)

    def start(self) -> None:
        self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
