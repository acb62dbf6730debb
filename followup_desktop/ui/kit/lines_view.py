"""A list of lines: one chosen by mouse or keyboard, some with a box to tick."""

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit.lines import Line, LineKind, LinesModel
from followup_desktop.ui.kit.lines_painter import LinesDelegate
from followup_desktop.ui.kit.row_list import RowList

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FAR = (Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


class LinesView(RowList):
    """Enter or a click opens; where lines can be ticked, a click and the space bar tick."""

    chosen = Signal(object)
    """Line, or None when the list is empty."""
    opened = Signal(object)
    """Line."""
    ticked = Signal(object, bool)
    """The key of a line, and whether it is ticked now."""

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        name: str,
        label: str,
        two_lines: bool = False,
        opens_at_click: bool = False,
    ) -> None:
        super().__init__(parent, name=name, label=label)
        self._opens_at_click = opens_at_click
        self._model = LinesModel(self)
        self.setModel(self._model)
        self.setItemDelegate(LinesDelegate(self, two_lines=two_lines))
        self.clicked.connect(self._on_clicked)

    def lines(self) -> LinesModel:
        return self._model

    def line(self) -> Line | None:
        """The chosen one."""
        return self._model.line(self.currentIndex().row())

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these; the choice stays on its line, or goes to the one in its place."""
        kept, place = self.line(), self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        self._model.show(lines)
        again = self._model.place_of(kept.key) if kept is not None else -1
        if again < 0:
            again = self._model.entry_near(max(place, 0))
        if again >= 0:
            self.setCurrentIndex(self._model.index(again))
        else:
            self.chosen.emit(None)
        self.verticalScrollBar().setValue(scrolled)

    def choose(self, key: object) -> bool:
        place = self._model.place_of(key)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place))
        return place >= 0

    def _on_clicked(self, index: QModelIndex) -> None:
        line = self._model.line(index.row())
        if line is None or line.kind is not LineKind.ENTRY:
            return
        if line.ticked is not None:
            self._tick(index.row(), line)
        elif self._opens_at_click:
            self.opened.emit(line)

    def _go_far(self, key: Qt.Key) -> None:
        """Qt's own steps end on a line that cannot be chosen, and so would not be taken."""
        page = max(1, self.viewport().height() // max(1, self.sizeHintForRow(0)) - 1)
        by = {Qt.Key.Key_PageUp: -page, Qt.Key.Key_PageDown: page}
        last = self._model.rowCount() - 1
        target = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: last}.get(key)
        if target is None:
            target = min(max(self.currentIndex().row() + by[key], 0), last)
        place = self._model.entry_near(target)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place))

    def _tick(self, place: int, line: Line) -> None:
        self._model.tick(place, not line.ticked)
        self.ticked.emit(line.key, not line.ticked)

    # Qt's own

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            if current.row() <= 1:
                self.scrollToTop()
            self.chosen.emit(self._model.line(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.show_ring()
        line = self.line()
        if line is not None and event.key() in _ENTER and not event.modifiers():
            self.opened.emit(line)
        elif line is not None and event.key() == Qt.Key.Key_Space and line.ticked is not None:
            self._tick(self.currentIndex().row(), line)
        elif event.key() in _FAR and not event.modifiers():
            self._go_far(Qt.Key(event.key()))
        else:
            super().keyPressEvent(event)
