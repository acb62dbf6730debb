"""A list that gets its rows piece by piece."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit.row_list import RowList

_NEAR_END = 400
"""Pixels before the end of what is there, at which more is asked for."""


class GrowingList(RowList):
    """Its rows are as tall as their words, so that only once they are laid out it is known how far
    the end is."""

    more_wanted = Signal()
    """The end of what is there came near."""

    def __init__(self, parent: QWidget | None = None, *, name: str, label: str) -> None:
        super().__init__(parent, name=name, label=label)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(0)
        self._soon.timeout.connect(self._look_ahead)
        self.verticalScrollBar().valueChanged.connect(self.look_ahead_soon)

    def look_ahead_soon(self) -> None:
        """After new rows were shown: they may all be in sight."""
        self._soon.start()

    def _look_ahead(self) -> None:
        self.executeDelayedItemsLayout()
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum() - _NEAR_END:
            self.more_wanted.emit()

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        model = self.model()
        if not self.currentIndex().isValid() and model.rowCount():
            self.setCurrentIndex(model.index(0, 0))
        super().focusInEvent(event)
