"""Text that wraps, measured and painted by the same rules, for delegates."""

from functools import lru_cache
from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.tokens import TextRole

_BY_WORDS = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
_ANYWHERE = _BY_WORDS | Qt.TextFlag.TextWrapAnywhere
_TALL = 100_000


def shortened(text: str, most: int) -> str:
    """The beginning of a long text. A card shows that; what was typed is kept whole."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def height(text: str, role: TextRole, width: int) -> int:
    return _height(text, role, max(1, width), theme.current().text_size) if text else 0


@lru_cache(maxsize=4096)
def _height(text: str, role: TextRole, width: int, text_size: int) -> int:
    fm = theme.metrics(role)
    flags = _flags(text, role, width, text_size)
    return fm.boundingRect(0, 0, width, _TALL, flags, text).height()


@lru_cache(maxsize=4096)
def _flags(text: str, role: TextRole, width: int, text_size: int) -> Any:
    """A word is only broken where it is wider than the box."""
    fm = theme.metrics(role)
    some = max(1, width // max(1, fm.maxWidth()))
    breaks = any(len(word) > some and fm.horizontalAdvance(word) > width for word in text.split())
    return _ANYWHERE if breaks else _BY_WORDS


def paint(painter: QPainter, rect: QRectF, text: str, role: TextRole, ink: str) -> None:
    painter.setFont(theme.font(role))
    painter.setPen(theme.colour(ink))
    flags = _flags(text, role, int(rect.width()), theme.current().text_size)
    painter.drawText(rect, flags, text)
