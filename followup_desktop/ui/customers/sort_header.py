"""The names of the columns; three of them sort."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.domain.customer_list import CustomerOrder
from followup_desktop.ui.customers.columns import Column, boxes
from followup_desktop.ui.kit import icons, painting, theme
from followup_desktop.ui.kit.button_base import Coat, KitButton
from followup_desktop.ui.kit.labels import ElidedLabel
from followup_desktop.ui.kit.tokens import Palette, Radius, Space, TextRole
from followup_desktop.words import _


class SortHeader(QWidget):
    sort_requested = Signal(object, bool)
    """CustomerOrder, and whether from the end."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._order, self._descending = CustomerOrder.NAME, False
        self._bar_width = 0
        self.sorts = {
            CustomerOrder.NAME: _SortButton(_("Name"), self, name="sort_name"),
            CustomerOrder.LAST_CONTACT: _SortButton(
                _("Last contact"), self, name="sort_last_contact"
            ),
            CustomerOrder.NEXT_FOLLOW_UP: _SortButton(
                _("Next follow-up"), self, name="sort_next_follow_up"
            ),
        }
        self._heads: dict[Column, QWidget] = {
            Column.NAME: self.sorts[CustomerOrder.NAME],
            Column.STAGE: _Head(_("Stage"), self),
            Column.PHONE: _Head(_("Phone"), self),
            Column.LAST_CONTACT: self.sorts[CustomerOrder.LAST_CONTACT],
            Column.NEXT: self.sorts[CustomerOrder.NEXT_FOLLOW_UP],
            Column.WHOSE: _Head(_("Whose"), self),
        }
        for order, button in self.sorts.items():
            button.clicked.connect(lambda _=False, chosen=order: self._on_clicked(chosen))

    def show_order(self, order: CustomerOrder, descending: bool) -> None:
        self._order, self._descending = order, descending
        for other, button in self.sorts.items():
            button.show_sorted(None if other is not order else descending)

    def leave_room(self, width: int) -> None:
        """For the scroll bar of the list below, so that the columns stand in line."""
        if width != self._bar_width:
            self._bar_width = width
            self._place()

    def _on_clicked(self, order: CustomerOrder) -> None:
        self.sort_requested.emit(order, order is self._order and not self._descending)

    def _place(self) -> None:
        from_right = self.isRightToLeft()
        row = QRectF(self.rect()).adjusted(0, 0, -self._bar_width, 0)
        if from_right:
            row.moveLeft(self._bar_width)
        for column, box in zip(Column, boxes(row, from_right=from_right), strict=True):
            self._heads[column].setGeometry(box.toRect())

    # Qt's own

    def sizeHint(self) -> QSize:
        return QSize(400, theme.metrics(TextRole.SMALL_STRONG).height() + Space.CARD)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting.painter_on(self) as painter:
            line = QRectF(0, self.height() - 1, self.width(), 1)
            painter.fillRect(line, theme.colour(theme.current().palette.line))


class _Head(ElidedLabel):
    def __init__(self, text: str, parent: QWidget) -> None:
        super().__init__(text, parent, role=TextRole.SMALL)
        self.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)


class _SortButton(KitButton):
    """The name of a column, with an arrow while the list is sorted by it."""

    text_role = TextRole.SMALL_STRONG
    radius = Radius.SMALL
    side_padding = 0

    def __init__(self, text: str, parent: QWidget, *, name: str) -> None:
        super().__init__(text, parent, name=name)
        self._leading = True
        self._descending: bool | None = None

    def show_sorted(self, descending: bool | None) -> None:
        """None: by something else."""
        if descending == self._descending:
            return
        self._descending = descending
        said = {None: "", False: _("sorted, first to last"), True: _("sorted, last to first")}
        self.setAccessibleDescription(said[descending])
        self.update()

    def _coat(self, palette: Palette) -> Coat:
        strong = self._descending is not None or self.underMouse()
        return Coat("", "", palette.ink if strong else palette.muted)

    def _paint_contents(self, painter: QPainter, coat: Coat) -> None:
        fm = theme.metrics(self.text_role)
        side = round(fm.height() * 0.8) if self._descending is not None else 0
        room = max(0, self.width() - side - Space.HAIR)
        shown = fm.elidedText(self._label, Qt.TextElideMode.ElideRight, room)
        taken = fm.horizontalAdvance(shown)
        words = QRectF(0, 0, taken + 2, self.height())
        arrow = QRectF(taken + Space.HAIR, (self.height() - side) / 2, side, side)
        if self.isRightToLeft():
            words.moveRight(self.width())
            arrow.moveRight(self.width() - taken - Space.HAIR)
        painter.setFont(theme.font(self.text_role))
        painter.setPen(theme.colour(coat.ink))
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, shown)
        if side:
            icons.paint(painter, arrow, "arrow_down" if self._descending else "arrow_up", coat.ink)
