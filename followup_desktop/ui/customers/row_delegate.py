"""Paints a customer's row."""

from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem, QWidget

from followup_desktop.ui.customers.columns import Column, boxes, mirrored
from followup_desktop.ui.customers.list_model import Entry
from followup_desktop.ui.kit import chips, cut_words, painting, row_text, theme
from followup_desktop.ui.kit.row_plan import RowPlan
from followup_desktop.ui.kit.tokens import Palette, Space, TextRole
from followup_desktop.words import _

AVATAR = 32
_PADDING = 8
_BAR = 3
_MOST_PLANS = 200
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUS = QStyle.StateFlag.State_HasFocus
_HOVER = QStyle.StateFlag.State_MouseOver


def row_height() -> int:
    line = theme.metrics(TextRole.STRONG).height()
    return max(theme.current().px(AVATAR), line) + 2 * _PADDING


class CustomerDelegate(cut_words.KitDelegate):
    """Asks the model for its `Entry` directly: one call a row."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._plans: dict[int, tuple[Entry, RowPlan]] = {}
        self._boxes: tuple[QRectF, ...] = ()
        self._planned_for: tuple[object, ...] = ()

    def _plan(self, found: Entry, rect: QRectF, direction: Qt.LayoutDirection) -> RowPlan:
        look = (rect.width(), rect.height(), direction, theme.current())
        if look != self._planned_for or len(self._plans) >= _MOST_PLANS:
            self._planned_for = look
            self._plans.clear()
            from_right = direction is Qt.LayoutDirection.RightToLeft
            self._boxes = boxes(QRectF(0, 0, rect.width(), rect.height()), from_right=from_right)
        kept, plan = self._plans.get(found.line.id, (None, None))
        if plan is None or kept is not found or cut_words.is_asked():
            plan = RowPlan(direction)
            _Row(plan, self._boxes, theme.current().palette).paint(found)
            self._plans[found.line.id] = found, plan
        return plan

    # Qt's own

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, row_height())

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        found = index.model().entry(index.row())  # type: ignore[attr-defined]
        drawn: Any = option  # PySide's stubs leave out what Qt's option holds
        rect = QRectF(drawn.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _ground(painter, rect, drawn)
        if found is not None:
            plan = self._plan(found, rect, drawn.direction)
            painting.planned(painter, plan, rect.topLeft())
        painter.restore()


def _ground(painter: QPainter, rect: QRectF, option: Any) -> None:
    palette, state, widget = theme.current().palette, option.state, option.widget
    from_right = option.direction is Qt.LayoutDirection.RightToLeft
    if state & _SELECTED:
        painter.fillRect(rect, theme.colour(palette.primary_wash))
        bar = QRectF(rect.left(), rect.top(), _BAR, rect.height())
        painter.fillRect(
            mirrored(bar, rect) if from_right else bar, theme.colour(palette.primary_ink)
        )
        if state & _FOCUS and isinstance(widget, QWidget) and widget.property("ring"):
            painting.focus_ring(painter, rect.adjusted(_BAR + 1, 1, -1, -1), Space.HAIR)
    elif state & _HOVER:
        painter.fillRect(rect, theme.colour(palette.rail))


class _Row:
    """One row while it is planned."""

    def __init__(self, plan: RowPlan, columns: tuple[QRectF, ...], palette: Palette) -> None:
        self._painter, self._palette, self._boxes = plan, palette, columns
        self._from_right = plan.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def paint(self, found: Entry) -> None:
        palette, line = self._palette, found.line
        self._name(found)
        self._badge(self._boxes[Column.STAGE], found.stage, found.tone)
        self._text(self._boxes[Column.PHONE], TextRole.BODY, palette.ink, line.phone)
        quiet = palette.faint if line.last_contact_at is None else palette.muted
        self._text(self._boxes[Column.LAST_CONTACT], TextRole.MUTED, quiet, found.last_contact)
        self._next(found)
        self._text(self._boxes[Column.WHOSE], TextRole.MUTED, palette.muted, line.owner_name)

    def _name(self, found: Entry) -> None:
        palette, side = self._palette, theme.current().px(AVATAR)
        box = self._boxes[Column.NAME]
        circle, rest = self._cut(box, side, Space.MEDIUM)
        circle = QRectF(circle.left(), circle.center().y() - side / 2, side, side)
        chips.paint_avatar(self._painter, circle, found.initials, found.tone)
        taken = self._text(rest, TextRole.STRONG, palette.ink, found.name)
        if found.line.dont_call:
            _name, after = self._cut(rest, taken, Space.SMALL)
            self._text(after, TextRole.SMALL, palette.promise.ink, _("please don’t call"))

    def _next(self, found: Entry) -> None:
        palette, box = self._palette, self._boxes[Column.NEXT]
        if not found.next_day:
            self._text(box, TextRole.MUTED, palette.warning.ink, _("no next step"))
            return
        ink = palette.promise.ink if found.is_overdue else palette.ink
        taken = self._text(box, TextRole.BODY, ink, found.next_day)
        self._badge(self._cut(box, taken, Space.SMALL)[1], found.next_kind, found.next_tone)

    def _cut(self, box: QRectF, taken: float, gap: float) -> tuple[QRectF, QRectF]:
        """`box` in two: `taken` from where the line begins, and what is left after a gap."""
        first = QRectF(box.left(), box.top(), min(taken, box.width()), box.height())
        rest = box.adjusted(min(taken + gap, box.width()), 0, 0, 0)
        if self._from_right:
            return mirrored(first, box), mirrored(rest, box)
        return first, rest

    def _badge(self, box: QRectF, words: str, tone: object) -> None:
        size = chips.badge_size(words)
        if not words or box.width() < size.height():
            cut_words.note(words)
            return
        width = min(float(size.width()), box.width())
        place = QRectF(box.left(), box.center().y() - size.height() / 2, width, size.height())
        if self._from_right:
            place = mirrored(place, box)
        chips.paint_badge(self._painter, place, words, tone)  # type: ignore[arg-type]

    def _text(self, box: QRectF, role: TextRole, ink: str, text: str) -> float:
        return row_text.draw(self._painter, box, role, ink, text, from_right=self._from_right)
