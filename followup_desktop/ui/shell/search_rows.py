"""The rows under the search box: the best hits, and a last one for somebody new."""

from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from followup_desktop.domain.customer_list import CustomerHit
from followup_desktop.domain.names import initials
from followup_desktop.ui import tones
from followup_desktop.ui.kit import icons, painting, row_text, theme
from followup_desktop.ui.kit.chips import paint_avatar
from followup_desktop.ui.kit.tokens import Radius, Space, TextRole
from followup_desktop.words import _
from followup_desktop.words.codes import stage as stage_words

_Index = QModelIndex | QPersistentModelIndex
_DISPLAY = Qt.ItemDataRole.DisplayRole
_ROW = Qt.ItemDataRole.UserRole
_AVATAR = 32
_EDGE = 7


@dataclass(frozen=True, slots=True)
class NewCustomer:
    """The last row: nobody of that name or number yet."""

    text: str

    def words(self) -> str:
        return _("New customer “{text}”: record a visit").format(text=self.text)


class HitModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: tuple[CustomerHit | NewCustomer, ...] = ()

    def show(self, rows: tuple[CustomerHit | NewCustomer, ...]) -> None:
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def row(self, index: int) -> CustomerHit | NewCustomer:
        return self._rows[index]

    # Qt's own

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt declares it
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = _DISPLAY) -> object:
        row = self._rows[index.row()]
        if role == _ROW:
            return row
        if role == _DISPLAY:
            if isinstance(row, NewCustomer):
                return row.words()
            return ", ".join(part for part in (row.name, row.phone, row.last_item) if part)
        return None


class HitDelegate(QStyledItemDelegate):
    """A row of the drop-down: who, what they last bought, their number; at its end a telephone that
    calls them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.calls = False
        """The last click was on the telephone."""

    # Qt's own

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        lines = theme.metrics(TextRole.STRONG).height() + theme.metrics(TextRole.SMALL).height()
        return QSize(0, lines + 2 * _EDGE)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect: QRect = option.rect  # type: ignore[attr-defined]
        state: QStyle.StateFlag = option.state  # type: ignore[attr-defined]
        if state & QStyle.StateFlag.State_Selected:
            box = QRectF(rect).adjusted(0, 1, 0, -1)
            fill = theme.current().palette.primary_tint
            painting.rounded(painter, box, Radius.SMALL, fill)
        row = index.data(_ROW)
        if isinstance(row, NewCustomer):
            self._paint_new(painter, rect, row)
        else:
            self._paint_hit(painter, rect, row)
            if state & QStyle.StateFlag.State_Selected:
                icons.paint(painter, _icon_in(rect), "phone", theme.current().palette.primary_ink)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,
        option: QStyleOptionViewItem,
        index: _Index,
    ) -> bool:
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonRelease:
            rect: QRect = option.rect  # type: ignore[attr-defined]
            is_hit = not isinstance(index.data(_ROW), NewCustomer)
            self.calls = is_hit and event.position().x() >= call_place(rect).left()
        return super().editorEvent(event, model, option, index)

    def _paint_hit(self, painter: QPainter, rect: QRect, hit: CustomerHit) -> None:
        palette = theme.current().palette
        side = theme.current().px(_AVATAR)
        round_box = QRectF(rect.x() + Space.MEDIUM, rect.center().y() - side / 2 + 0.5, side, side)
        paint_avatar(painter, round_box, initials(hit.name), tones.of_stage(hit.stage))
        left = round(round_box.right()) + Space.MEDIUM
        right = round(call_place(rect).left()) - Space.SMALL
        top = QRect(left, rect.y() + _EDGE, right - left, theme.metrics(TextRole.STRONG).height())
        number = _line(painter, top, TextRole.SMALL, hit.phone, palette.muted, at_end=True) + 2
        before = top.adjusted(0, 0, -number - Space.MEDIUM, 0)
        _line(painter, before, TextRole.STRONG, _full_name(hit), palette.ink)
        below = QRect(left, top.bottom() + 1, right - left, theme.metrics(TextRole.SMALL).height())
        _line(
            painter, below, TextRole.SMALL, hit.last_item or stage_words(hit.stage), palette.muted
        )

    def _paint_new(self, painter: QPainter, rect: QRect, row: NewCustomer) -> None:
        palette = theme.current().palette
        side = theme.current().px(_AVATAR)
        icon_side = side * 0.6
        x = rect.x() + Space.MEDIUM + (side - icon_side) / 2
        box = QRectF(x, rect.center().y() - icon_side / 2 + 0.5, icon_side, icon_side)
        icons.paint(painter, box, "plus", palette.primary_ink)
        left = rect.x() + Space.MEDIUM + side + Space.MEDIUM
        line = QRect(left, rect.y(), rect.right() - Space.LARGE - left, rect.height())
        _line(painter, line, TextRole.BODY, row.words(), palette.primary_ink)


def call_place(rect: QRect) -> QRectF:
    """The end of a row, where a click calls them."""
    side = theme.current().px(_AVATAR)
    return QRectF(rect.right() - Space.SMALL - side, rect.y(), side, rect.height())


def _icon_in(rect: QRect) -> QRectF:
    place, side = call_place(rect), theme.current().px(_AVATAR) * 0.5
    middle = place.center()
    return QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)


def _full_name(hit: CustomerHit) -> str:
    return f"{hit.title} {hit.name}" if hit.title else hit.name


def _line(
    painter: QPainter,
    rect: QRect,
    role: TextRole,
    text: str,
    colour: str,
    *,
    at_end: bool = False,
) -> int:
    """The width it took."""
    from_right = at_end is not (painter.layoutDirection() is Qt.LayoutDirection.RightToLeft)
    return row_text.draw(painter, QRectF(rect), role, colour, text, from_right=from_right)
