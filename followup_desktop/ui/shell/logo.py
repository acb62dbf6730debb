"""The sign of the program: a serif f on a green tile."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.tokens import TextRole

_SIDE = 40


class Logo(QWidget):
    def __init__(self, parent: QWidget | None = None, side: int = _SIDE) -> None:
        super().__init__(parent)
        self._side = side
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # Qt's own

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        with painting.painter_on(self) as painter:
            rect = QRectF(self.rect())
            painting.rounded(painter, rect, self._side / 4, palette.primary)
            font = QFont(theme.font(TextRole.HEADING))
            font.setPixelSize(round(self._side * 0.62))
            painter.setFont(font)
            painter.setPen(theme.colour(palette.on_primary))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, "f")
