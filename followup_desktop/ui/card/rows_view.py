"""The rows of a side card: one widget, as high as what is in it, opened by click or Enter."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QSizePolicy, QWidget

from followup_desktop.ui.card.row_painter import SIDE, RowDelegate, lay_out
from followup_desktop.ui.card.rows import Row, RowsModel
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.row_list import RowList, came_by_key

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class RowsView(RowList):
    """Painted, because a card has dozens of rows and is opened all day (speed.md)."""

    opened = Signal(object)
    """Row."""

    def __init__(self, parent: QWidget | None = None, *, name: str, label: str) -> None:
        super().__init__(parent, name=name, label=label)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.viewport().setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._model = RowsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(RowDelegate(self))
        self.clicked.connect(self._on_clicked)
        theme.changed.connect(self.updateGeometry)

    def show_rows(self, rows: Sequence[Row]) -> None:
        place = self.currentIndex().row()
        if self._model.show(rows):
            if place >= 0:
                self.setCurrentIndex(self._model.index(min(place, len(rows) - 1)))
            self.updateGeometry()

    def rows(self) -> tuple[Row, ...]:
        return self._model.rows()

    def open_row(self, key: tuple[str, int]) -> None:
        """As a click on it does."""
        for place, row in enumerate(self.rows()):
            if row.key == key:
                self.setCurrentIndex(self._model.index(place))
                self.opened.emit(row)
                return

    def below_current(self) -> QPoint:
        """Where a menu about the current row drops down, on the screen."""
        row = self.visualRect(self.currentIndex())
        return self.viewport().mapToGlobal(row.bottomLeft() + QPoint(SIDE, 0))

    def _on_clicked(self, index: QModelIndex) -> None:
        self.opened.emit(self._model.row(index.row()))

    # Qt's own

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        palette = theme.current().palette
        return sum(lay_out(row, width, palette).height for row in self.rows())

    def sizeHint(self) -> QSize:
        width = max(self.width(), 120)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(120, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if came_by_key(event.reason()) and not self.currentIndex().isValid() and self.rows():
            self.setCurrentIndex(self._model.index(0))
        super().focusInEvent(event)
        self.viewport().update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        # It shows all it has: the column around it scrolls.
        event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.show_ring()
        index = self.currentIndex()
        if event.key() in _OPENS and index.isValid():
            self.opened.emit(self._model.row(index.row()))
            return
        if event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.ignore()
            return
        super().keyPressEvent(event)
