"""Windows in the corner of the screen, above all others, that never take the keyboard.

Both the flags and `WA_ShowWithoutActivating` are needed, and such a window is never activated.
"""

from PySide6.QtCore import QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainterPath, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.tokens import Radius

WIDTH = 426
"""Logical pixels at a text size of 100 %."""
MARGIN = 18
"""To the edges of what is free of the screen."""

_FLAGS = (
    Qt.WindowType.Tool
    | Qt.WindowType.FramelessWindowHint
    | Qt.WindowType.WindowStaysOnTopHint
    | Qt.WindowType.WindowDoesNotAcceptFocus
)


def _flags() -> Qt.WindowType:
    """On X11 window managers lay a full-screen till above "on top": there it is none of theirs."""
    if QGuiApplication.platformName() == "xcb":
        return _FLAGS | Qt.WindowType.X11BypassWindowManagerHint
    return _FLAGS


def free_of_screen() -> QRect:
    """Of the main one, without the panels."""
    return QGuiApplication.primaryScreen().availableGeometry()


def _beside(other: QWidget) -> QPoint:
    return QPoint(other.x(), other.y() + other.height() + MARGIN)


class CornerWindow(QWidget):
    def __init__(self) -> None:
        super().__init__(None, _flags())
        self.stands_on: QWidget | None = None
        """Another one in the corner, which this one leaves in sight."""
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        # Closing the last page ends the program, whether or not something stands in the corner.
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)

    def appear(self) -> None:
        self.fit()
        self.show()
        self.raise_()

    def fit(self) -> None:
        """Its size, and its place at the bottom right."""
        free = free_of_screen()
        size = self._natural_size(free.width()).boundedTo(free.size())
        self.setFixedSize(size)
        corner = QPoint(free.x() + free.width(), free.y() + free.height())
        other = self.stands_on
        if other is not None and other.isVisible():
            has_room_above = other.y() - size.height() - MARGIN >= free.y()
            corner = QPoint(corner.x(), other.y()) if has_room_above else _beside(other)
        left = max(free.x(), corner.x() - size.width() - MARGIN)
        top = max(free.y(), corner.y() - size.height() - MARGIN)
        self.move(left, top)

    def _natural_size(self, most: int) -> QSize:
        layout = self.layout()
        assert layout is not None
        layout.activate()
        width = min(max(theme.current().px(WIDTH), layout.minimumSize().width()), most)
        return QSize(width, max(layout.totalHeightForWidth(width), layout.minimumSize().height()))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        path = QPainterPath()
        path.addRoundedRect(QRectF(self.rect()), Radius.CARD, Radius.CARD)
        self.setMask(QRegion(path.toFillPolygon().toPolygon()))
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        with painting.painter_on(self) as painter:
            rect, width = QRectF(self.rect()), painting.hairline(self)
            painting.rounded(
                painter, rect, Radius.CARD, palette.surface, palette.control_line, width
            )
