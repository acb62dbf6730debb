"""What waits until somebody sees something."""

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget


class AfterPaint(QObject):
    """Says once that `widget` was painted, and with it all that lies in it.

    No span of time would do: on a slow PC it is over before the paint.
    """

    came = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.is_waiting = True
        self._widget = widget
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._on_soon)
        widget.installEventFilter(self)

    def cancel(self) -> None:
        self.is_waiting = False
        self._soon.stop()
        self._widget.removeEventFilter(self)

    def _on_soon(self) -> None:
        self.is_waiting = False
        self.came.emit()

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self._soon.start()
        return False
