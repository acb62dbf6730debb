"""Text that wraps, measured and painted by the same rules, for delegates."""

from functools import lru_cache
from math import ceil

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.labels import broken_text
from followup_desktop.ui.kit.tokens import TextRole

_BY_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_TALL = 100_000


def shortened(text: str, most: int) -> str:
    """The beginning of a long text. A card shows that; what was typed is kept whole."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def height(text: str, role: TextRole, width: int) -> int:
    return _height(text, role, max(1, width), theme.current().text_size) if text else 0


@lru_cache(maxsize=4096)
def _height(text: str, role: TextRole, width: int, text_size: int) -> int:
    if _breaks(text, role, width, text_size):
        return ceil(broken_text(text, theme.font(role), width).boundingRect().height())
    return theme.metrics(role).boundingRect(0, 0, width, _TALL, _BY_WORDS, text).height()


@lru_cache(maxsize=4096)
def _breaks(text: str, role: TextRole, width: int, text_size: int) -> bool:
    """Whether a word is wider than the box, and so has to be broken."""
    fm = theme.metrics(role)
    some = max(1, width // max(1, fm.maxWidth()))
    return any(len(word) > some and fm.horizontalAdvance(word) > width for word in text.split())


def paint(painter: QPainter, rect: QRectF, text: str, role: TextRole, ink: str) -> None:
    painter.setFont(theme.font(role))
    painter.setPen(theme.colour(ink))
    width = int(rect.width())
    if _breaks(text, role, width, theme.current().text_size):
        broken_text(text, theme.font(role), width).draw(painter, rect.topLeft())
    else:
        painter.drawText(rect, _BY_WORDS, text)
