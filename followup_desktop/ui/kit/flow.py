"""A layout that sets its items one after the other and goes on in the next line."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from followup_desktop.ui.kit.tokens import Space


class FlowLayout(QLayout):
    """Wraps chips and choices. Items keep their size hint.

    One wider than the line is narrowed to it.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = Space.SMALL, line_gap: int = Space.SMALL
    ) -> None:
        super().__init__(parent)
        self.setContentsMargins(0, 0, 0, 0)
        self._items: list[QLayoutItem] = []
        self._gap = gap
        self._line_gap = line_gap

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        """Set the items into `rect` (only if `place`) and return the height they take."""
        margins = self.contentsMargins()
        area = rect.marginsRemoved(margins)
        line: list[tuple[QLayoutItem, QSize]] = []
        x, y, tallest = area.x(), area.y(), 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            size.setWidth(min(size.width(), max(1, area.width())))
            if line and x + size.width() > area.right() + 1:
                self._place(line, area, y, tallest, place=place)
                y += tallest + self._line_gap
                x, tallest, line = area.x(), 0, []
            line.append((item, size))
            x += size.width() + self._gap
            tallest = max(tallest, size.height())
        self._place(line, area, y, tallest, place=place)
        return y + tallest - rect.y() + margins.bottom()

    def _place(
        self,
        line: list[tuple[QLayoutItem, QSize]],
        area: QRect,
        y: int,
        tallest: int,
        *,
        place: bool,
    ) -> None:
        x = area.x()
        for item, size in line:
            if place:
                box = QRect(QPoint(x, y + (tallest - size.height()) // 2), size)
                right_to_left = self.parentWidget().layoutDirection()
                if right_to_left is Qt.LayoutDirection.RightToLeft:
                    box.moveLeft(area.right() - (box.right() - area.x()))
                item.setGeometry(box)
            x += size.width() + self._gap

    # Qt's own

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # type: ignore[override]
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """All in one line; a narrower place is given more height by `heightForWidth`."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._gap * max(0, len(shown) - 1)
        height = max((size.height() for size in shown), default=0)
        margins = self.contentsMargins()
        return QSize(
            width + margins.left() + margins.right(), height + margins.top() + margins.bottom()
        )

    def minimumSize(self) -> QSize:
        shown = [item.minimumSize() for item in self._items if not item.isEmpty()]
        margins = self.contentsMargins()
        return QSize(
            max((size.width() for size in shown), default=0) + margins.left() + margins.right(),
            max((size.height() for size in shown), default=0) + margins.top() + margins.bottom(),
        )
