"""Fonts, measures and lines of text on a printed page, whatever its resolution."""

from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QPagedPaintDevice,
    QPainter,
    QPen,
    QTextLayout,
    QTextOption,
)

from followup_desktop.ui.kit.fonts import SANS, SERIF

BLACK, GREY, PALE = QColor("#1e2328"), QColor("#5e656d"), QColor("#c9c4ba")
_MM_OF_INCH = 25.4


class Face(Enum):
    """Family, points, semibold, ink."""

    TITLE = (SERIF, 20.0, False, BLACK)
    LEAD = (SERIF, 12.0, False, BLACK)
    HEAD = (SANS, 8.5, True, GREY)
    STRONG = (SANS, 10.5, True, BLACK)
    BODY = (SANS, 10.5, False, BLACK)
    CUE = (SANS, 13.0, False, BLACK)
    SMALL = (SANS, 8.5, False, GREY)

    def font(self) -> QFont:
        family, points, semibold, _ink = self.value
        font = QFont([family])
        font.setPointSizeF(points)
        if semibold:
            font.setWeight(QFont.Weight.DemiBold)
        if self is Face.HEAD:
            font.setCapitalization(QFont.Capitalization.AllUppercase)
        return font

    @property
    def ink(self) -> QColor:
        ink: QColor = self.value[3]
        return ink


class Ink:
    """A painter on a page; lengths in millimetres come out as the device's own."""

    def __init__(self, painter: QPainter, device: QPagedPaintDevice) -> None:
        self._painter, self._device = painter, device
        self.width, self.height = float(device.width()), float(device.height())

    def mm(self, length: float) -> float:
        return length * self._device.logicalDpiX() / _MM_OF_INCH

    def lay(self, text: str, face: Face, width: float) -> "Laid":
        """Text in lines of at most `width`, broken between words, or within one that is wider."""
        layout = QTextLayout(text, face.font(), self._device)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(1.0, width))
            line.setPosition(QPointF(0, y))
            y += line.height()
        layout.endLayout()
        return Laid(layout, y, face)

    def draw(self, laid: "Laid", x: float, y: float) -> None:
        self._painter.setPen(laid.face.ink)
        laid.layout.draw(self._painter, QPointF(x, y))

    def draw_at_end(self, text: str, face: Face, right: float, y: float) -> float:
        """One line that ends at `right`; answers its width."""
        laid = self.lay(text, face, self.width)
        width = laid.layout.maximumWidth() if text else 0.0
        self.draw(laid, right - width, y)
        return width

    def rule(self, y: float) -> None:
        self._painter.setPen(QPen(PALE, self.mm(0.2)))
        self._painter.drawLine(QPointF(0, y), QPointF(self.width, y))

    def box(self, x: float, y: float, side: float) -> None:
        """To be ticked with a pen."""
        self._painter.setPen(QPen(GREY, self.mm(0.25)))
        self._painter.setBrush(Qt.BrushStyle.NoBrush)
        self._painter.drawRect(QRectF(x, y, side, side))


class Laid:
    """Text that has its lines."""

    def __init__(self, layout: QTextLayout, height: float, face: Face) -> None:
        self.layout, self.height, self.face = layout, height, face

    def line_height(self) -> float:
        return self.layout.lineAt(0).height() if self.layout.lineCount() else self.height
