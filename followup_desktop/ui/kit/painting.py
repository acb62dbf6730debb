"""The few shapes that the kit's widgets are painted from, crisp at every scale."""

from collections.abc import Iterator
from contextlib import contextmanager
from math import ceil

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.row_plan import Pen, RowPlan, Shape

RING = 2.0
"""Width of a focus ring; the gap inside it is as wide as this."""


@contextmanager
def painter_on(widget: QWidget) -> Iterator[QPainter]:
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        yield painter
    finally:
        painter.end()


def hairline(widget: QWidget) -> float:
    """One logical pixel, rounded down to whole device pixels so that it never blurs."""
    ratio = widget.devicePixelRatioF()
    return max(1, int(ratio)) / ratio


def rounded(
    painter: QPainter,
    rect: QRectF,
    radius: float,
    fill: str = "",
    line: str = "",
    width: float = 1.0,
) -> None:
    """A rounded rectangle; the line lies inside `rect`. A radius too large makes a pill."""
    inset = width / 2 if line else 0.0
    box = rect.adjusted(inset, inset, -inset, -inset)
    radius = max(0.0, min(radius - inset, box.height() / 2, box.width() / 2))
    painter.setPen(QPen(theme.colour(line), width) if line else Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour(fill) if fill else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(box, radius, radius)


def planned(painter: QPainter, plan: RowPlan, at: QPointF) -> None:
    """Paint all of a row whose top left is `at`."""
    painter.translate(at)
    where = painter.deviceTransform()
    if where.isScaling():
        for shape in plan.shapes:
            rounded(painter, shape.rect, shape.radius, shape.fill)  # a copy would blur
    else:
        cut = (where.dx() % 1, where.dy() % 1)
        if cut != plan.cut:
            plan.cut, plan.copies = cut, [_copy(cut, *shape) for shape in plan.shapes]
        for place, copy in plan.copies:
            painter.drawPixmap(place, copy)
    for place, text, font, ink in plan.texts:
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawStaticText(place, text)
    painter.translate(-at)


def flat(painter: Pen, rect: QRectF, radius: float, fill: str) -> None:
    """A rounded rectangle without a line, as rows show many of: painted once, then copied."""
    if isinstance(painter, RowPlan):
        painter.shapes.append(Shape(rect, radius, fill))
        return
    where = painter.deviceTransform()
    if where.isScaling():
        rounded(painter, rect, radius, fill)
        return
    painter.drawPixmap(*_copy((where.dx() % 1, where.dy() % 1), rect, radius, fill))


def _copy(
    cut: tuple[float, float], rect: QRectF, radius: float, fill: str
) -> tuple[QPointF, QPixmap]:
    """Where the shape's picture goes, and the picture; `cut`: how far aside of the device's pixels
    the painter's origin is."""
    # What is cut off from a pixel at the edge belongs to the shape.
    left, top = (rect.x() + cut[0]) % 1, (rect.y() + cut[1]) % 1
    key = (rect.width(), rect.height(), radius, fill, left, top)
    shape = _shapes.get(key)
    if shape is None:
        if len(_shapes) >= _MOST_SHAPES:
            _shapes.clear()
        shape = _shapes[key] = _shape(rect.size(), radius, fill, QPointF(left, top))
    return QPointF(rect.x() - left, rect.y() - top), shape


_shapes: dict[tuple[float, float, float, str, float, float], QPixmap] = {}
_MOST_SHAPES = 200


def _shape(size: QSizeF, radius: float, fill: str, at: QPointF) -> QPixmap:
    shape = QPixmap(ceil(size.width() + at.x()), ceil(size.height() + at.y()))
    shape.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shape)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    rounded(painter, QRectF(at, size), radius, fill)
    painter.end()
    return shape


def shadow(painter: QPainter, rect: QRectF, radius: float, reach: int = 12) -> None:
    """A soft shadow around `rect`, painted before the shape itself; it reaches out by `reach`."""
    painter.setPen(Qt.PenStyle.NoPen)
    # Black: at so low an alpha, eight bits would turn any other colour into a tint.
    painter.setBrush(QColor(0, 0, 0, 3))
    for spread in range(reach, 0, -1):
        box = rect.adjusted(-spread, -spread + reach / 4, spread, spread)
        painter.drawRoundedRect(box, radius + spread, radius + spread)


def focus_ring(painter: QPainter, rect: QRectF, radius: float, gap: str = "") -> None:
    """A ring just inside `rect`; `gap` sets it off from a filled shape."""
    palette = theme.current().palette
    rounded(painter, rect, radius, "", palette.focus, RING)
    if gap:
        inner = rect.adjusted(RING, RING, -RING, -RING)
        rounded(painter, inner, radius - RING, "", gap, RING)


def chevron(
    painter: QPainter, centre: QPointF, size: float, colour: str, *, up: bool = False
) -> None:
    """A small open arrow head, as on a button that drops down."""
    pen = QPen(theme.colour(colour), max(1.4, size / 6))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    half, rise = size / 2, size / 4
    tip = -rise if up else rise
    painter.drawPolyline(
        [
            centre + QPointF(-half, -tip),
            centre + QPointF(0, tip),
            centre + QPointF(half, -tip),
        ]
    )


def check_mark(painter: QPainter, rect: QRectF, colour: str) -> None:
    """A tick that fills the middle of `rect`."""
    pen = QPen(theme.colour(colour), max(1.6, rect.width() / 9))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    x, y, w, h = rect.x(), rect.y(), rect.width(), rect.height()
    painter.drawPolyline(
        [
            QPointF(x + w * 0.27, y + h * 0.52),
            QPointF(x + w * 0.43, y + h * 0.68),
            QPointF(x + w * 0.74, y + h * 0.34),
        ]
    )
