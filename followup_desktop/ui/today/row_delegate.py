"""Paints a row of the day's list: who, why now, what kind, when."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem

from followup_desktop.ui.kit import chips, cut_words, theme
from followup_desktop.ui.kit.list_rows import paint_ground
from followup_desktop.ui.kit.tokens import Space, TextRole
from followup_desktop.ui.today.list_model import ENTRY, Entry, Heading
from followup_desktop.words import codes
from followup_desktop.words.why import RowWords

_AVATAR = 34
_PADDING = 9
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine


class RowDelegate(cut_words.KitDelegate):
    # Qt's own

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        if isinstance(index.data(ENTRY), Heading):
            top = Space.SMALL if index.row() == 0 else Space.MEDIUM
            return QSize(0, theme.metrics(TextRole.CAPS).height() + top + Space.SMALL)
        return QSize(0, _line_height() * 2 + 2 * _PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        line = index.data(ENTRY)
        rect = QRectF(option.rect)  # type: ignore[attr-defined]  # the stubs leave it out
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            _paint_heading(painter, rect, line)
        else:
            paint_ground(painter, rect, option)
            _paint_entry(painter, rect, line)
        painter.restore()


def _line_height() -> int:
    return max(theme.metrics(TextRole.STRONG).height() + 2, chips.badge_size("x").height())


def _paint_heading(painter: QPainter, rect: QRectF, line: Heading) -> None:
    painter.setFont(theme.font(TextRole.CAPS))
    painter.setPen(theme.colour(theme.current().palette.muted))
    inner = rect.adjusted(Space.CARD + 2, 0, -Space.CARD, -Space.SMALL / 2)
    flags = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft
    painter.drawText(inner, flags, codes.group(line.group))


def _paint_entry(painter: QPainter, rect: QRectF, entry: Entry) -> None:
    side = theme.current().px(_AVATAR)
    left = rect.left() + Space.PAGE - 1
    chips.paint_avatar(
        painter,
        QRectF(left, rect.center().y() - side / 2, side, side),
        entry.initials,
        entry.tone,
    )
    text_left = left + side + Space.CARD
    height = _line_height()
    first = QRectF(text_left, rect.top() + _PADDING, rect.right() - text_left, height)
    first.setRight(rect.right() - Space.CARD - 2)
    second = first.translated(0, height)
    right_width = _paint_right(painter, first, second, entry)
    first.setRight(first.right() - right_width - Space.MEDIUM)
    second.setRight(first.right())
    _paint_words(painter, first, second, entry)


def _paint_right(painter: QPainter, first: QRectF, second: QRectF, entry: Entry) -> float:
    """The badge, and when under it; alone it stands in the middle. Returns the width it took."""
    size = chips.badge_size(entry.words.badge)
    top = first.top() + (first.height() - size.height()) / 2
    if not entry.words.below:
        top += first.height() / 2
    box = QRectF(first.right() - size.width(), top, size.width(), size.height())
    chips.paint_badge(painter, box, entry.words.badge, entry.tone)
    below = below_badge(entry.words, second.width() / 2)
    if below != entry.words.below:
        cut_words.note(entry.words.below)
    painter.setFont(theme.font(TextRole.SMALL))
    painter.setPen(theme.colour(theme.current().palette.muted))
    painter.drawText(second, _RIGHT, below)
    return max(size.width(), theme.metrics(TextRole.SMALL).horizontalAdvance(below))


def below_badge(words: RowWords, room: float) -> str:
    """As much of it as leaves room for who and why; until when it waits comes before the rest."""
    fm = theme.metrics(TextRole.SMALL)
    for said in (words.below, words.rests):
        if said and fm.horizontalAdvance(said) <= room:
            return said
    return fm.elidedText(words.rests or words.when, Qt.TextElideMode.ElideRight, int(room))


def _paint_words(painter: QPainter, first: QRectF, second: QRectF, entry: Entry) -> None:
    palette, words = theme.current().palette, entry.words
    name = _draw(painter, first, TextRole.STRONG, palette.ink, words.name)
    rest = QRectF(first)
    rest.setLeft(first.left() + name + Space.HAIR + 1)
    _draw(painter, rest, TextRole.SMALL, palette.faint, words.detail)
    _draw(painter, second, TextRole.SMALL, palette.muted, words.why)


def _draw(painter: QPainter, rect: QRectF, role: TextRole, ink: str, text: str) -> float:
    fm = theme.metrics(role)
    shown = cut_words.fitted(fm, text, rect.width())
    painter.setFont(theme.font(role))
    painter.setPen(theme.colour(ink))
    painter.drawText(rect, _LEFT, shown)
    return float(fm.horizontalAdvance(shown))
