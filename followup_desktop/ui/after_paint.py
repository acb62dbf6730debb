"""What waits until somebody sees something."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget


class AfterPaint(QObject):
    """Calls `then` once, right after `widget` is painted, and with it all that lies in it.

    No span of time would do: on a slow PC it is over before the paint.
    """

    def __init__(self, widget: QWidget, then: Callable[[], object]) -> None:
        super().__init__(widget)
        self._widget = widget
        self._then: Callable[[], object] | None = then
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._call)
        widget.installEventFilter(self)

    def cancel(self) -> None:
        self._then = None
        self._widget.removeEventFilter(self)

    @property
    def is_waiting(self) -> bool:
        return self._then is not None

    def _call(self) -> None:
        then, self._then = self._then, None
        if then is not None:
            then()

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self._widget.removeEventFilter(self)
            self._soon.start()
        return False
