"""What customers said, the newest first; under their words who, when, and what about."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from followup_desktop.domain.insights.said import Said, SaidKind
from followup_desktop.ui.kit import chips, cut_words, text_box, theme
from followup_desktop.ui.kit.growing_list import GrowingList
from followup_desktop.ui.kit.list_rows import paint_ground
from followup_desktop.ui.kit.tokens import Space, TextRole, ToneName
from followup_desktop.words import _
from followup_desktop.words import said as words
from followup_desktop.words.letters import upper_first

SAID = Qt.ItemDataRole.UserRole
_DISPLAY = Qt.ItemDataRole.DisplayRole
_ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
_NO_PARENT = QModelIndex()
_BETWEEN = 9
"""Above and below an entry."""
_LONGEST = 420
"""Letters that are shown; the whole stands on the card."""
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_TONES = {
    SaidKind.GAINED: ToneName.PURCHASE,
    SaidKind.WORKS_WELL: ToneName.PURCHASE,
    SaidKind.COULD_BE_BETTER: ToneName.NOT_BOUGHT,
    SaidKind.WENT_WRONG: ToneName.WARNING,
    SaidKind.WISH: ToneName.REFERRAL,
    SaidKind.THEIR_WORDS: ToneName.THANKS,
}


class SaidModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._said: list[Said] = []
        self.today = date.min

    def show(self, said: Sequence[Said], today: date) -> None:
        self.beginResetModel()
        self._said, self.today = list(said), today
        self.endResetModel()

    def add(self, said: Sequence[Said]) -> None:
        """What comes after the last."""
        if not said:
            return
        first = len(self._said)
        self.beginInsertRows(_NO_PARENT, first, first + len(said) - 1)
        self._said += said
        self.endInsertRows()

    def said(self, place: int) -> Said | None:
        return self._said[place] if 0 <= place < len(self._said) else None

    def last(self) -> Said | None:
        return self._said[-1] if self._said else None

    # Qt's own

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._said)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> object:
        said = self._said[index.row()]
        if role == SAID:
            return said
        if role in (_DISPLAY, _ACCESSIBLE):
            return words.spoken(said, self.today)
        return None


class SaidList(GrowingList):
    """Enter or a click opens the card."""

    opened = Signal(object)
    """Said."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="said_list", label=_("What customers say"))
        self._model = SaidModel(self)
        self.setModel(self._model)
        self.setItemDelegate(SaidDelegate(self))
        self.clicked.connect(lambda index: self._open(index.row()))

    def lines(self) -> SaidModel:
        return self._model

    def show_words(self, said: Sequence[Said], today: date, *, stays: bool) -> None:
        """`stays`: they answer the same as before, so the place in them stays too."""
        place, scrolled = self.currentIndex().row(), self.verticalScrollBar().value()
        self._model.show(said, today)
        if stays and place >= 0:
            self.setCurrentIndex(self._model.index(min(place, len(said) - 1)))
        self.executeDelayedItemsLayout()
        self.verticalScrollBar().setValue(scrolled if stays else 0)

    def _open(self, place: int) -> None:
        if said := self._model.said(place):
            self.opened.emit(said)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.show_ring()
        if event.key() in _ENTER and not event.modifiers():
            self._open(self.currentIndex().row())
        else:
            super().keyPressEvent(event)


class SaidDelegate(cut_words.KitDelegate):
    """Heights are measured once for a width (`text_box`)."""

    # Qt's own

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        given: Any = option  # PySide's stubs leave out what Qt's option holds
        rect = QRectF(0, 0, given.widget.viewport().width(), 0)
        _text, below, badge = _boxes(index.data(SAID), _today(index), rect)
        return QSize(0, round(max(below.bottom(), badge.bottom())) + _BETWEEN)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        given: Any = option
        said: Said = index.data(SAID)
        rect, palette = QRectF(given.rect), theme.current().palette
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(given.direction)
        paint_ground(painter, rect, given)
        text, below, badge = _boxes(said, _today(index), rect)
        if given.direction is Qt.LayoutDirection.RightToLeft:
            for box in (text, below, badge):
                box.moveLeft(rect.left() + rect.right() - box.right())
        text_box.paint(painter, text, _shown(said), TextRole.BODY, palette.ink)
        source = words.source(said, _today(index))
        text_box.paint(painter, below, source, TextRole.SMALL, palette.muted)
        chips.paint_badge(painter, badge, words.kind(said.kind), _TONES[said.kind])
        painter.restore()


def _today(index: QModelIndex | QPersistentModelIndex) -> date:
    model = index.model()
    assert isinstance(model, SaidModel)
    return model.today


def _shown(said: Said) -> str:
    whole = upper_first(said.text)
    shown = text_box.shortened(whole, _LONGEST)
    if shown != whole:
        cut_words.note(whole)
    return shown


def _boxes(said: Said, today: date, rect: QRectF) -> tuple[QRectF, QRectF, QRectF]:
    """Of the words, of the line under them, and of the badge beside them."""
    size = chips.badge_size(words.kind(said.kind))
    left, right = rect.left() + Space.CARD, rect.right() - Space.CARD
    top = rect.top() + _BETWEEN
    badge = QRectF(right - size.width(), top, size.width(), size.height())
    width = int(max(60, badge.left() - Space.LARGE - left))
    text = QRectF(left, top, width, text_box.height(_shown(said), TextRole.BODY, width))
    tall = text_box.height(words.source(said, today), TextRole.SMALL, width)
    return text, QRectF(left, text.bottom() + 1, width, tall), badge
