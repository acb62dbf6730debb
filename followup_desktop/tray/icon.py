"""The tray's icon: the program's sign, with the count of what is due.

Painted once for each size a panel may ask for, on its own grid of pixels, so that it stays sharp.
A light outline lets it stand out on a dark panel; on a light one the tile itself does.
"""

from functools import cache

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QIcon, QPainter, QPixmap

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.tokens import LIGHT, TextRole

SIZES = (16, 18, 20, 22, 24, 28, 32, 36, 40, 44, 48, 64, 96, 128)
"""Device pixels: 16 to 64 at the usual scales."""
_BADGE = "#c0352f"
_OUTLINE = QColor(255, 255, 255, 150)
_SMALL = 22
"""Below this a second figure can't be read."""
_ROOMY = 32
"""From this on there is room for three signs."""


@cache
def icon(count: int) -> QIcon:
    """Neutral without anything due."""
    made = QIcon()
    for side in SIZES:
        made.addPixmap(pixmap(count, side))
    return made


def figures(count: int, side: int) -> str:
    """The count as far as it can be read at that size."""
    most = 9 if side < _SMALL else 99
    if count <= most:
        return str(count)
    return f"{most}+" if most == 9 or side >= _ROOMY else str(most)


def pixmap(count: int, side: int) -> QPixmap:
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_tile(painter, side, has_badge=count > 0)
    if count > 0:
        _paint_badge(painter, side, figures(count, side))
    painter.end()
    return made


def _paint_tile(painter: QPainter, side: int, *, has_badge: bool) -> None:
    # Whole pixels, so that no edge is blurred.
    inset = max(1, round(side * 0.14)) if has_badge else 0
    tile = QRectF(0, inset, side - inset, side - inset)
    radius = side * 0.2
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_OUTLINE)
    painter.drawRoundedRect(tile, radius, radius)
    edge = max(1, round(side / 24))
    painter.setBrush(QColor(LIGHT.primary))
    painter.drawRoundedRect(tile.adjusted(edge, edge, -edge, -edge), radius - edge, radius - edge)
    font = QFont(theme.font(TextRole.HEADING))
    font.setPixelSize(max(9, round(tile.height() * 0.66)))
    painter.setFont(font)
    painter.setPen(QColor(LIGHT.on_primary))
    shift = -tile.width() * 0.16 if has_badge else 0.0
    box = tile.adjusted(shift, -tile.height() * 0.04, shift, -tile.height() * 0.04)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "f")


def _paint_badge(painter: QPainter, side: int, text: str) -> None:
    height = round(side * 0.62)
    width = height if len(text) == 1 else round(side * (0.72 if len(text) == 2 else 0.9))
    badge = QRectF(side - width, 0, width, height)
    edge = max(1, round(side / 24))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor("white"))
    painter.drawRoundedRect(badge, height / 2, height / 2)
    painter.setBrush(QColor(_BADGE))
    inner = badge.adjusted(edge, edge, -edge, -edge) if side >= _SMALL else badge
    painter.drawRoundedRect(inner, inner.height() / 2, inner.height() / 2)
    font = QFont(theme.font(TextRole.STRONG))
    font.setPixelSize(max(8, round(height * (0.74 if len(text) < 3 else 0.6))))
    painter.setFont(font)
    painter.setPen(QColor("white"))
    painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextDontClip, text)
