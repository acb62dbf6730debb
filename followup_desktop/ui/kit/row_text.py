"""One line of text in a row of a list: set once, painted often.

To set a line takes longer than to paint it. What many rows say ("First purchase", "never") is set
once for all of them, and what comes into sight again is there already.
"""

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QStaticText, QTextOption

from followup_desktop.ui.kit import cut_words, theme
from followup_desktop.ui.kit.row_plan import Pen
from followup_desktop.ui.kit.tokens import TextRole

KEPT = 1_500
"""Lines; some screens of rows."""
_END = Qt.TextElideMode.ElideRight
_PLAIN = Qt.TextFormat.PlainText


class Line(NamedTuple):
    text: QStaticText
    """As much as there was room for."""
    width: float
    height: float
    is_cut: bool

    @property
    def taken(self) -> int:
        """Whole pixels, for what stands beside it."""
        return int(self.width + 0.5)


_Key = tuple[TextRole, str, int, Qt.LayoutDirection]
_lines: dict[_Key, Line] = {}


def line(role: TextRole, text: str, room: int, direction: Qt.LayoutDirection) -> Line:
    """`text` in at most `room` pixels; what doesn't fit ends in …

    `direction` is the painter's.
    """
    key = (role, text, room, direction)
    found = _lines.get(key)
    if found is None:
        if len(_lines) >= KEPT:
            _lines.clear()
        found = _lines[key] = set_line(_metrics(role), text, room, direction)
    if found.is_cut:
        cut_words.note(text)
    return found


def set_line(metrics: QFontMetricsF, text: str, room: int, direction: Qt.LayoutDirection) -> Line:
    """The same, not kept."""
    shown = text.replace("\n", " ")
    width = metrics.horizontalAdvance(shown)
    is_cut = width > room
    if is_cut:
        shown = metrics.elidedText(shown, _END, max(0, room))
        width = metrics.horizontalAdvance(shown)
    static = QStaticText(shown)
    static.setTextFormat(_PLAIN)
    static.setTextOption(_option(direction))
    return Line(static, width, metrics.height(), is_cut)


@cache
def _option(direction: Qt.LayoutDirection) -> QTextOption:
    option = QTextOption()
    option.setTextDirection(direction)
    return option


@cache
def _metrics(role: TextRole) -> QFontMetricsF:
    return QFontMetricsF(theme.font(role))


def draw(
    painter: Pen,
    box: QRectF,
    role: TextRole,
    ink: str,
    text: str,
    *,
    from_right: bool = False,
) -> int:
    """In the middle of `box`'s height, from its left or its right; the width that it took."""
    if not text:
        return 0
    found = line(role, text, int(box.width()), painter.layoutDirection())
    painter.setFont(theme.font(role))
    painter.setPen(theme.colour(ink))
    x = box.right() - found.width if from_right else box.left()
    painter.drawStaticText(QPointF(x, box.top() + (box.height() - found.height) / 2), found.text)
    return found.taken


def _forget() -> None:
    _lines.clear()
    _metrics.cache_clear()


theme.changed.connect(_forget)
