"""What a painted row has no room for: its tooltip says it whole.

A row is painted once more, out of sight, to hear what had to be cut; so
nothing is noted while lists scroll.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

_LONGEST = 2_000
"""Letters of a tooltip."""
_cut: list[str] | None = None
"""None: nobody listens."""


class KitDelegate(QStyledItemDelegate):
    """Of a list whose rows say in a tooltip what was cut in them."""

    # Qt's own

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        if event.type() is not QEvent.Type.ToolTip:
            return super().helpEvent(event, view, option, index)
        words: list[str] = []
        if index.isValid():
            with listening() as words:
                nowhere = QPixmap(1, 1)
                painter = QPainter(nowhere)
                self.paint(painter, option, index)
                painter.end()
        given: Any = option  # PySide's stubs leave out what Qt's option holds
        whole = "\n".join(words)[:_LONGEST]
        QToolTip.showText(event.globalPos(), _wrapping(whole), view.viewport(), given.rect)
        return True


def _wrapping(words: str) -> str:
    """As Qt breaks a tooltip's lines only where it takes them for HTML."""
    # Late: it brings all of HTML's entities, and Today's rows come without.
    from html import escape

    return f"<p>{escape(words)}</p>".replace("\n", "<br>") if words else ""


@contextmanager
def listening() -> Iterator[list[str]]:
    """What is cut meanwhile."""
    global _cut
    words = _cut = []
    try:
        yield words
    finally:
        _cut = None


def is_asked() -> bool:
    """Whether somebody wants to know what is cut: what was planned before can't say it."""
    return _cut is not None


def note(words: str) -> None:
    """There is no room for all of these."""
    if _cut is not None and words and words not in _cut:
        _cut.append(words)


def fitted(metrics: QFontMetrics, words: str, room: float) -> str:
    """As much as there is room for; what doesn't fit ends in …"""
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, int(room)))
    if shown != words:
        note(words)
    return shown
