"""Paints the scorecard's fields: how many of how many, and a quiet bar that says it again."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from followup_desktop.domain.insights.share import Share
from followup_desktop.ui.insights.concerns_model import FIELD, Field
from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.row_list import RING
from followup_desktop.ui.kit.tokens import Space, TextRole
from followup_desktop.words import concerns as words

_BAR = 5
_SIDE = 6
"""Beside what stands in a field."""
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine
_SELECTED = QStyle.StateFlag.State_Selected
_HOVER = QStyle.StateFlag.State_MouseOver


def row_height() -> int:
    """The least: two lines."""
    return _first_line() + theme.metrics(TextRole.SMALL).height() + 1


def _first_line() -> int:
    return theme.metrics(TextRole.STRONG).height()


def fitted(share: Share, width: float) -> str:
    """What a field of that width says: the numbers where there is room for them."""
    said = words.share(share)
    fits = theme.metrics(TextRole.SMALL).horizontalAdvance(said) <= width
    return said if fits or share.percent is None else words.in_percent(share)


class ConcernsDelegate(QStyledItemDelegate):
    # Qt's own

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        given: Any = option  # PySide's stubs leave out what Qt's option holds
        field: Field = index.data(FIELD)
        rect = QRectF(given.rect)
        palette = theme.current().palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(given.direction)
        is_current = given.widget.currentIndex() == index
        if given.widget.currentIndex().row() == index.row():
            painter.fillRect(rect, theme.colour(palette.primary_wash))
        elif given.state & _HOVER:
            painter.fillRect(rect, theme.colour(palette.rail))
        if index.row():
            line = QRectF(rect.left(), rect.top(), rect.width(), 1)
            painter.fillRect(line, theme.colour(palette.line))
        if field.is_head:
            _paint_head(painter, rect, field, given.direction)
        else:
            _paint_share(painter, rect, field.share)
        if is_current and given.widget.hasFocus() and given.widget.property(RING):
            painting.focus_ring(painter, rect.adjusted(1, 1, -1, -1), Space.HAIR)
        painter.restore()


def _paint_head(
    painter: QPainter, rect: QRectF, field: Field, direction: Qt.LayoutDirection
) -> None:
    palette = theme.current().palette
    small = theme.metrics(TextRole.SMALL).height()
    top = rect.top() + (rect.height() - _first_line() - small) / 2
    width = rect.width() - Space.CARD - _SIDE
    box = QRectF(rect.left() + Space.CARD, top, width, _first_line())
    if direction is Qt.LayoutDirection.RightToLeft:
        box.moveLeft(rect.left() + _SIDE)
    below = QRectF(box.left(), box.bottom(), width, small)
    _text(painter, box, TextRole.STRONG, palette.ink, words.title(field.concern), _LEFT)
    _text(painter, below, TextRole.SMALL, palette.muted, words.counted(field.concern), _LEFT)


def _paint_share(painter: QPainter, rect: QRectF, share: Share) -> None:
    palette = theme.current().palette
    box = rect.adjusted(_SIDE, 0, -_SIDE, 0)
    if not share.of:
        _text(painter, box, TextRole.SMALL, palette.faint, words.share(share), _MIDDLE)
        return
    line = theme.metrics(TextRole.SMALL).height()
    top = rect.top() + (rect.height() - line - _BAR - 3) / 2
    said = fitted(share, box.width())
    place = QRectF(box.left(), top, box.width(), line)
    _text(painter, place, TextRole.SMALL, palette.ink, said, _MIDDLE)
    bar = QRectF(box.left() + 2, place.bottom() + 3, box.width() - 4, _BAR)
    painting.rounded(painter, bar, _BAR / 2, palette.track)
    if share.part:
        filled = QRectF(bar)
        filled.setWidth(max(_BAR, bar.width() * share.part / share.of))
        if painter.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            filled.moveRight(bar.right())
        painting.rounded(painter, filled, _BAR / 2, palette.primary)


def _text(painter: QPainter, box: QRectF, role: TextRole, ink: str, text: str, flags: Any) -> None:
    shown = theme.metrics(role).elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.setFont(theme.font(role))
    painter.setPen(theme.colour(ink))
    painter.drawText(box, flags, shown)
