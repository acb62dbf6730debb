"""The story itself: days at the side, a dot in the colour of each event, two lines beside it."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from followup_desktop.ui.card.story_model import Entry, StoryModel
from followup_desktop.ui.kit import metrics, painting, text_box, theme
from followup_desktop.ui.kit.growing_list import GrowingList
from followup_desktop.ui.kit.row_list import RING
from followup_desktop.ui.kit.tokens import Radius, Space, TextRole
from followup_desktop.words import _

_DOT = 11
_BETWEEN = 9
"""Above and below an event."""
_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_FOCUS = QStyle.StateFlag.State_HasFocus
_HOVER = QStyle.StateFlag.State_MouseOver


class StoryView(GrowingList):
    opened = Signal(object)
    """Entry."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="story", label=_("Story"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self._model = StoryModel(self)
        self.setModel(self._model)
        self.setItemDelegate(StoryDelegate(self))
        self.clicked.connect(lambda index: self.opened.emit(self._model.entry(index.row())))
        self.verticalScrollBar().rangeChanged.connect(self.look_ahead_soon)

    def story(self) -> StoryModel:
        return self._model

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.show_ring()
        index = self.currentIndex()
        if event.key() in _OPENS and index.isValid():
            self.opened.emit(self._model.entry(index.row()))
            return
        super().keyPressEvent(event)


class StoryDelegate(QStyledItemDelegate):
    """Heights are measured once for a width (`text_box`)."""

    # Qt's own

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        given: Any = option  # PySide's stubs leave out what Qt's option holds
        rect = QRectF(0, 0, given.widget.viewport().width(), 0)
        title, text = _lines(_entry(index), rect)
        return QSize(0, round(max(title.bottom(), text.bottom())) + _BETWEEN)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        given: Any = option
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(given.direction)
        _paint_ground(painter, given)
        _paint(painter, QRectF(given.rect), _entry(index), given.direction)
        painter.restore()


def _entry(index: QModelIndex | QPersistentModelIndex) -> Entry:
    model = index.model()
    assert isinstance(model, StoryModel)
    return model.entry(index.row())


def _day_width() -> int:
    return metrics.chars(11, TextRole.SMALL)


def _lines(entry: Entry, rect: QRectF) -> tuple[QRectF, QRectF]:
    """The boxes of the two lines."""
    left = rect.left() + _day_width() + Space.SMALL + theme.current().px(_DOT) + Space.MEDIUM
    width = max(60.0, rect.right() - Space.PAGE - left)
    top = rect.top() + _BETWEEN
    tall = text_box.height(entry.title, TextRole.STRONG, int(width))
    title = QRectF(left, top, int(width), tall)
    below = text_box.height(entry.text, TextRole.SMALL, int(width))
    return title, QRectF(left, title.bottom() + 1, int(width), below)


def _paint_ground(painter: QPainter, option: Any) -> None:
    rect = QRectF(option.rect).adjusted(Space.SMALL, 0, -Space.SMALL, 0)
    if option.state & _HOVER:
        painting.rounded(painter, rect, Radius.SMALL, theme.current().palette.rail)
    if option.widget.property(RING) and option.widget.hasFocus() and option.state & _FOCUS:
        painting.focus_ring(painter, rect.adjusted(0, 1, 0, -1), Radius.SMALL)


def _paint(painter: QPainter, rect: QRectF, entry: Entry, direction: Qt.LayoutDirection) -> None:
    palette = theme.current().palette
    title, text = _lines(entry, rect)
    first_line = theme.metrics(TextRole.STRONG).height()
    day = QRectF(rect.left(), title.top(), _day_width(), first_line)
    side = theme.current().px(_DOT)
    dot = QRectF(day.right() + Space.SMALL, title.top() + (first_line - side) / 2 + 1, side, side)
    if direction is Qt.LayoutDirection.RightToLeft:
        for box in (title, text, day, dot):
            box.moveLeft(rect.left() + rect.right() - box.right())
    painting.rounded(painter, dot, side, palette.tone(entry.tone).ink)
    painter.setFont(theme.font(TextRole.SMALL))
    painter.setPen(theme.colour(palette.faint))
    painter.drawText(day, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, entry.day)
    text_box.paint(painter, title, entry.title, TextRole.STRONG, palette.ink)
    text_box.paint(painter, text, entry.text, TextRole.SMALL, palette.muted)
