"""Paints the lines: headings, notes, and entries of one line or two."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from followup_desktop.ui.kit import chips, cut_words, metrics, painting, theme
from followup_desktop.ui.kit.lines import LINE, Line, LineKind
from followup_desktop.ui.kit.list_rows import paint_ground
from followup_desktop.ui.kit.tokens import Radius, Space, TextRole

_PADDING = 8
_LEAD_CHARS = 11
_WHEN_CHARS = 7
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine


class LinesDelegate(cut_words.KitDelegate):
    """The list's property "ring" says whether the keyboard is in use."""

    def __init__(self, parent: QWidget, *, two_lines: bool) -> None:
        super().__init__(parent)
        self._two_lines = two_lines

    # Qt's own

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        line: Line = index.data(LINE)
        if line.kind is LineKind.HEADING:
            top = Space.SMALL if index.row() == 0 else Space.LARGE
            return QSize(0, theme.metrics(TextRole.CAPS).height() + top + Space.SMALL)
        if line.kind is LineKind.NOTE:
            return QSize(0, theme.metrics(TextRole.SMALL).height() + _PADDING)
        return QSize(0, _line_height() * (2 if self._two_lines else 1) + _PADDING * 2 - 4)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        given: Any = option  # PySide's stubs leave out what Qt's option holds
        line: Line = index.data(LINE)
        rect = QRectF(given.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if line.kind is LineKind.ENTRY:
            paint_ground(painter, rect, given)
        _Painted(painter, rect, given.direction is Qt.LayoutDirection.RightToLeft).paint(
            line, two_lines=self._two_lines
        )
        painter.restore()


def _line_height() -> int:
    return max(theme.metrics(TextRole.STRONG).height() + 2, chips.badge_size("x").height())


class _Painted:
    """One line while it is painted; `free` is what is left of its width."""

    def __init__(self, painter: QPainter, rect: QRectF, from_right: bool) -> None:
        self._painter, self._rect, self._from_right = painter, rect, from_right
        self._free = rect.adjusted(Space.CARD + 2, 0, -Space.CARD - 2, 0)

    def paint(self, line: Line, *, two_lines: bool) -> None:
        match line.kind:
            case LineKind.HEADING:
                self._heading(line)
            case LineKind.NOTE:
                self._lead(line)
                muted = theme.current().palette.muted
                self._text(self._free, TextRole.SMALL, muted, line.title)
            case LineKind.ENTRY:
                self._tick(line)
                if two_lines:
                    self._entry_of_two(line)
                else:
                    self._entry_of_one(line)

    def _heading(self, line: Line) -> None:
        box = self._free.adjusted(0, 0, 0, -Space.SMALL / 2)
        flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
        self._text(box, TextRole.CAPS, theme.current().palette.muted, line.title, flags)

    def _lead(self, line: Line) -> None:
        width = metrics.chars(_LEAD_CHARS)
        box = QRectF(self._free)
        box.setWidth(width)
        self._text(box, TextRole.STRONG, theme.current().palette.ink, line.lead)
        self._free.setLeft(self._free.left() + width + Space.MEDIUM)

    def _entry_of_one(self, line: Line) -> None:
        palette = theme.current().palette
        self._lead(line)
        width = metrics.chars(_WHEN_CHARS, TextRole.SMALL)
        box = QRectF(self._free)
        box.setWidth(width)
        self._text(box, TextRole.SMALL, palette.muted, line.when)
        self._free.setLeft(self._free.left() + width)
        self._badge(line, self._free.center().y())
        self._title(line, self._free)

    def _entry_of_two(self, line: Line) -> None:
        top = self._rect.top() + (self._rect.height() - 2 * _line_height()) / 2
        first = QRectF(self._free.left(), top, self._free.width(), _line_height())
        if line.badge:
            self._badge(line, first.center().y())
            first.setRight(self._free.right())
        self._title(line, first)
        second = first.translated(0, _line_height())
        second.setRight(self._rect.right() - Space.CARD - 2)
        palette = theme.current().palette
        if line.when:
            width = theme.metrics(TextRole.SMALL).horizontalAdvance(line.when)
            self._text(second, TextRole.SMALL, palette.muted, line.when, _RIGHT)
            second.setRight(second.right() - width - Space.MEDIUM)
        self._text(second, TextRole.SMALL, palette.muted, line.second)

    def _title(self, line: Line, box: QRectF) -> None:
        palette = theme.current().palette
        quiet = line.ticked is False
        ink = palette.muted if quiet else palette.ink
        taken = self._text(box, TextRole.STRONG, ink, line.title)
        rest = QRectF(box)
        rest.setLeft(box.left() + taken + Space.SMALL)
        self._text(rest, TextRole.SMALL, palette.faint, line.detail)

    def _badge(self, line: Line, middle: float) -> None:
        if not line.badge:
            return
        size = chips.badge_size(line.badge)
        width = min(size.width(), self._free.width() / 2)
        box = QRectF(self._free.right() - width, middle - size.height() / 2, width, size.height())
        chips.paint_badge(self._painter, self._placed(box), line.badge, line.tone)
        self._free.setRight(box.left() - Space.MEDIUM)

    def _tick(self, line: Line) -> None:
        if line.ticked is None:
            return
        palette = theme.current().palette
        side = round(theme.metrics(TextRole.BODY).height() * 0.95)
        box = QRectF(self._free.left(), self._rect.center().y() - side / 2, side, side)
        placed, radius = self._placed(box), Radius.SMALL - 2
        if line.ticked:
            painting.rounded(self._painter, placed, radius, palette.primary)
            painting.check_mark(self._painter, placed, palette.on_primary)
        else:
            fill, edge = palette.surface, palette.control_line
            painting.rounded(self._painter, placed, radius, fill, edge, 1.5)
        self._free.setLeft(box.right() + Space.MEDIUM)

    def _text(self, box: QRectF, role: TextRole, ink: str, text: str, flags: Any = _LEFT) -> float:
        """The width that it took."""
        fm: QFontMetrics = theme.metrics(role)
        shown = cut_words.fitted(fm, text, box.width())
        self._painter.setFont(theme.font(role))
        self._painter.setPen(theme.colour(ink))
        self._painter.drawText(self._placed(box), flags, shown)
        return float(fm.horizontalAdvance(shown))

    def _placed(self, box: QRectF) -> QRectF:
        """At the other side where one reads from right to left."""
        if not self._from_right:
            return box
        mirrored = QRectF(box)
        mirrored.moveLeft(self._rect.left() + self._rect.right() - box.right())
        return mirrored
