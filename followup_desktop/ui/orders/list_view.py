"""The list: whose, what, how far, and for when."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from followup_desktop.ui.kit import chips, cut_words, painting, theme
from followup_desktop.ui.kit.list_rows import paint_ground
from followup_desktop.ui.kit.row_list import RowList
from followup_desktop.ui.kit.tokens import Space, TextRole, ToneName
from followup_desktop.ui.orders.list_model import Entry, OrdersModel
from followup_desktop.words import _

_AVATAR = 34
_PADDING = 9
_STAGES_WIDTH = 150
_STAGES_HEIGHT = 6
_LINE = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextSingleLine
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextSingleLine


class OrderList(RowList):
    """Enter opens the card; Space ticks what is asked next."""

    chosen = Signal(object)
    """Entry, or None when the list is empty."""
    card_requested = Signal()
    check_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="order_list", label=_("Orders on their way"))
        self.setUniformItemSizes(True)
        self._model = OrdersModel(self)
        self.setModel(self._model)
        self.setItemDelegate(OrderDelegate(self))
        self.doubleClicked.connect(lambda: self.card_requested.emit())

    def lines(self) -> OrdersModel:
        return self._model

    def entry(self) -> Entry | None:
        """The selected order."""
        return self._model.entry(self.currentIndex().row())

    def choose(self, order_id: int) -> None:
        """Nothing happens when it isn't on its way any more."""
        place = self._model.place_of(order_id)
        if place >= 0:
            self.setCurrentIndex(self._model.index(place))

    def show_entries(self, entries: list[Entry]) -> None:
        """Show these; the selection stays on its order, or goes to the one in its place."""
        kept, place = self.entry(), self.currentIndex().row()
        self._model.show(entries)
        again = self._model.place_of(kept.order.id) if kept is not None else -1
        if again < 0:
            again = min(max(place, 0), len(entries) - 1)
        if again >= 0:
            self.setCurrentIndex(self._model.index(again))
        else:
            self.chosen.emit(None)

    # Qt's own

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.chosen.emit(self._model.entry(current.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.show_ring()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.entry():
            self.card_requested.emit()
        elif event.key() == Qt.Key.Key_Space and self.entry():
            self.check_requested.emit()
        else:
            super().keyPressEvent(event)


class OrderDelegate(cut_words.KitDelegate):
    # Qt's own

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, 2 * _line_height() + 2 * _PADDING)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        given: Any = option  # PySide's stubs leave out what Qt's option holds
        model = index.model()
        assert isinstance(model, OrdersModel)
        found = model.entry(index.row())
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(given.direction)
        paint_ground(painter, QRectF(given.rect), given)
        if found is not None:
            from_right = given.direction is Qt.LayoutDirection.RightToLeft
            _Painted(painter, QRectF(given.rect), from_right).paint(found)
        painter.restore()


def _line_height() -> int:
    return max(theme.metrics(TextRole.STRONG).height() + 2, chips.badge_size("x").height())


class _Painted:
    """One row while it is painted."""

    def __init__(self, painter: QPainter, rect: QRectF, from_right: bool) -> None:
        self._painter, self._rect, self._from_right = painter, rect, from_right

    def paint(self, found: Entry) -> None:
        rect, look = self._rect, theme.current()
        side = look.px(_AVATAR)
        avatar = QRectF(rect.left() + Space.PAGE - 1, rect.center().y() - side / 2, side, side)
        chips.paint_avatar(self._painter, self._placed(avatar), found.initials, found.tone)
        left, right = avatar.right() + Space.CARD, rect.right() - Space.CARD
        height = _line_height()
        first = QRectF(left, rect.top() + _PADDING, right - left, height)
        second = first.translated(0, height)
        taken = self._right(first, second, found)
        for line in (first, second):
            line.setRight(line.right() - taken - Space.MEDIUM)
        self._text(first, TextRole.STRONG, look.palette.ink, found.name)
        self._text(second, TextRole.SMALL, look.palette.muted, found.what)

    def _right(self, first: QRectF, second: QRectF, found: Entry) -> float:
        """How far it is above, and for when below. Returns the width that it took."""
        look = theme.current()
        width = min(look.px(_STAGES_WIDTH), first.width() / 2)
        tall = look.px(_STAGES_HEIGHT)
        stages = QRectF(first.right() - width, first.center().y() - tall / 2, width, tall)
        self._stages(stages, found)
        ink = look.palette.promise.ink if found.order.is_late else look.palette.muted
        fm = theme.metrics(TextRole.SMALL)
        words = fm.horizontalAdvance(found.promised)
        self._text(second, TextRole.SMALL, ink, found.promised, _RIGHT)
        if found.badge:
            size = chips.badge_size(found.badge)
            badge = QRectF(
                stages.left() - size.width() - Space.MEDIUM,
                first.center().y() - size.height() / 2, size.width(), size.height(),
            )  # fmt: skip
            chips.paint_badge(self._painter, self._placed(badge), found.badge, ToneName.PROMISE)
            return max(width + size.width() + Space.MEDIUM, words)
        return max(width, words)

    def _stages(self, box: QRectF, found: Entry) -> None:
        palette, of = theme.current().palette, max(1, found.of)
        width = (box.width() - Space.HAIR * (of - 1)) / of
        for stage in range(of):
            part = QRectF(box.left() + stage * (width + Space.HAIR), box.top(), width, box.height())
            colour = palette.primary_ink if stage < found.done else palette.track
            if stage == found.done:
                colour = palette.under_way
            painting.rounded(self._painter, self._placed(part), box.height() / 2, colour)

    def _text(self, box: QRectF, role: TextRole, ink: str, text: str, flags: Any = _LINE) -> None:
        fm = theme.metrics(role)
        shown = cut_words.fitted(fm, text, box.width())
        self._painter.setFont(theme.font(role))
        self._painter.setPen(theme.colour(ink))
        self._painter.drawText(self._placed(box), flags, shown)

    def _placed(self, box: QRectF) -> QRectF:
        """At the other side where one reads from right to left."""
        if not self._from_right:
            return box
        mirrored = QRectF(box)
        mirrored.moveLeft(self._rect.left() + self._rect.right() - box.right())
        return mirrored
