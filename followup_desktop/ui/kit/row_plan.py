"""What a row paints, noted once: a list is painted far more often than its rows change."""

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPixmap, QStaticText


class Shape(NamedTuple):
    """A rounded rectangle without a line."""

    rect: QRectF
    radius: float
    fill: str


class Text(NamedTuple):
    at: QPointF
    text: QStaticText
    font: QFont
    ink: QColor


class RowPlan:
    """Stands in for the painter while a row is set, its top left being the origin."""

    def __init__(self, direction: Qt.LayoutDirection) -> None:
        self._direction = direction
        self.shapes: list[Shape] = []
        self.texts: list[Text] = []
        self.copies: list[tuple[QPointF, QPixmap]] = []
        """Of the shapes, painted once for the pixels of the device."""
        self.cut: tuple[float, float] | None = None
        """How far aside of the pixels; None: not painted yet."""
        self._font, self._ink = QFont(), QColor()

    # As the painter's

    def layoutDirection(self) -> Qt.LayoutDirection:
        return self._direction

    def setFont(self, font: QFont) -> None:
        self._font = font

    def setPen(self, ink: QColor) -> None:
        self._ink = ink

    def drawStaticText(self, at: QPointF, text: QStaticText) -> None:
        self.texts.append(Text(at, text, self._font, self._ink))


Pen = QPainter | RowPlan
"""Whatever a row's parts are painted with."""
