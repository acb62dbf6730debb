"""How a row of a side card is set: where its parts stand, and how they are painted."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from followup_desktop.ui.card.rows import Row, RowsModel
from followup_desktop.ui.kit import chips, metrics, painting, text_box, theme
from followup_desktop.ui.kit.row_list import RING
from followup_desktop.ui.kit.tokens import Palette, Radius, Space, TextRole

SIDE = Space.SMALL
"""Beside the words, so that a row can light up under the pointer."""
_ABOVE = Space.HAIR
_LONGEST = 400
"""Letters that are shown of one text; the form that a click opens has the rest."""
_WIDEST_LABEL = 11
_NARROWEST_VALUE = 15
"""Letters; with less room beside it, as with large text, a value stands below its label."""
_FOCUS = QStyle.StateFlag.State_HasFocus
_HOVER = QStyle.StateFlag.State_MouseOver


@dataclass(frozen=True, slots=True)
class Part:
    box: QRectF
    text: str
    role: TextRole
    ink: str


@dataclass(frozen=True, slots=True)
class Layout:
    """Where everything of a row stands, from its top left."""

    parts: tuple[Part, ...]
    badge: QRectF | None
    height: int


def lay_out(row: Row, width: int, palette: Palette) -> Layout:
    inner = max(40, width - 2 * SIDE)
    if row.label:
        return _two_columns(row, inner, palette)
    return _one_column(row, inner, palette)


def _two_columns(row: Row, inner: int, palette: Palette) -> Layout:
    label_width = min(metrics.chars(_WIDEST_LABEL), inner // 2)
    rest = inner - label_width - Space.SMALL
    left, top = float(SIDE + label_width + Space.SMALL), float(_ABOVE)
    if rest < metrics.chars(_NARROWEST_VALUE):
        label_width = rest = inner
        left, top = float(SIDE), top + theme.metrics(TextRole.FAINT).height()
    parts = [_part(row.label, TextRole.FAINT, palette.faint, SIDE, _ABOVE, label_width)]
    y = _below(parts[0])
    parts.append(_part(row.text, *_set(row, palette), left, top, rest))
    bottom = _below(parts[-1])
    bottom = _detail(row, parts, palette, left, bottom, rest)
    badge = None
    if row.badge:
        size = chips.badge_size(row.badge)
        badge = QRectF(left, bottom + 2, min(size.width(), rest), size.height())
        bottom = badge.bottom()
    return Layout(tuple(parts), badge, round(max(y, bottom)) + _ABOVE)


def _one_column(row: Row, inner: int, palette: Palette) -> Layout:
    parts: list[Part] = []
    badge, left, top, width = None, float(SIDE), float(_ABOVE), inner
    bottom = top
    if row.badge:
        size = chips.badge_size(row.badge)
        badge = QRectF(SIDE, _ABOVE, min(size.width(), inner), size.height())
        bottom = badge.bottom()
        beside = theme.metrics(TextRole.STRONG).horizontalAdvance(row.text[:80])
        if badge.width() + Space.SMALL + beside <= inner:
            left = badge.right() + Space.SMALL
            width = round(inner - badge.width() - Space.SMALL)
            top += (size.height() - theme.metrics(TextRole.STRONG).height()) / 2
        else:
            top = bottom + 2
    parts.append(_part(row.text, *_set(row, palette), left, top, width))
    bottom = max(bottom, _below(parts[-1]))
    bottom = _detail(row, parts, palette, SIDE, bottom + (2 if row.badge else 0), inner)
    return Layout(tuple(parts), badge, round(bottom) + _ABOVE)


def _set(row: Row, palette: Palette) -> tuple[TextRole, str]:
    if row.is_missing:
        return TextRole.BODY, palette.warning.ink
    if row.badge and not row.label:
        return TextRole.STRONG, palette.ink
    if row.is_avoided:
        return TextRole.BODY, palette.promise.ink
    if row.is_small:
        return TextRole.SMALL, palette.muted
    return TextRole.BODY, palette.primary_ink if row.is_link else palette.ink


def _detail(
    row: Row, parts: list[Part], palette: Palette, left: float, top: float, width: int
) -> float:
    if not row.detail:
        return top
    parts.append(_part(row.detail, TextRole.SMALL, palette.muted, left, top, width))
    return _below(parts[-1])


def _part(text: str, role: TextRole, ink: str, left: float, top: float, width: int) -> Part:
    shown = text_box.shortened(text, _LONGEST)
    tall = text_box.height(shown, role, width)
    return Part(QRectF(left, top, width, tall), shown, role, ink)


def _below(part: Part) -> float:
    return part.box.bottom()


class RowDelegate(QStyledItemDelegate):
    def layout_of(self, index: QModelIndex | QPersistentModelIndex, width: int) -> Layout:
        model = index.model()
        assert isinstance(model, RowsModel)
        return lay_out(model.row(index.row()), width, theme.current().palette)

    # Qt's own

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        given: Any = option  # PySide's stubs leave out what Qt's option holds
        width = given.widget.viewport().width()
        return QSize(0, self.layout_of(index, width).height)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        given: Any = option
        rect = QRectF(given.rect)
        layout = self.layout_of(index, round(rect.width()))
        model = index.model()
        assert isinstance(model, RowsModel)
        row = model.row(index.row())
        from_right = given.direction is Qt.LayoutDirection.RightToLeft
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(given.direction)
        _paint_ground(painter, rect, given)
        for part in layout.parts:
            box = _placed(part.box, rect, from_right)
            text_box.paint(painter, box, part.text, part.role, part.ink)
        if layout.badge is not None:
            box = _placed(layout.badge, rect, from_right)
            chips.paint_badge(painter, box, row.badge, row.tone)
        painter.restore()


def _placed(box: QRectF, rect: QRectF, from_right: bool) -> QRectF:
    placed = box.translated(rect.topLeft())
    if from_right:
        placed.moveLeft(rect.left() + rect.right() - placed.right())
    return placed


def _paint_ground(painter: QPainter, rect: QRectF, option: Any) -> None:
    ring = option.widget.property(RING) and option.widget.hasFocus()
    if option.state & _HOVER:
        fill = theme.current().palette.window
        painting.rounded(painter, rect, Radius.SMALL, fill)
    if ring and option.state & _FOCUS:
        painting.focus_ring(painter, rect.adjusted(1, 1, -1, -1), Radius.SMALL)
