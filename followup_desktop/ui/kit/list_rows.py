"""What lies behind a row of a list: chosen, pointed at, or with the keyboard on it."""

from typing import Any

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.row_list import RING
from followup_desktop.ui.kit.tokens import Space

_BAR = 3
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUS = QStyle.StateFlag.State_HasFocus
_HOVER = QStyle.StateFlag.State_MouseOver


def paint_ground(painter: QPainter, rect: QRectF, option: QStyleOptionViewItem) -> None:
    """With a ring where the keyboard is in use."""
    given: Any = option  # PySide's stubs leave out what Qt's option holds
    palette = theme.current().palette
    if given.state & _SELECTED:
        painter.fillRect(rect, theme.colour(palette.primary_wash))
        bar = QRectF(rect.left(), rect.top(), _BAR, rect.height())
        if given.direction is Qt.LayoutDirection.RightToLeft:
            bar.moveRight(rect.right())
        painter.fillRect(bar, theme.colour(palette.primary_ink))
        if given.state & _FOCUS and given.widget is not None and given.widget.property(RING):
            painting.focus_ring(painter, rect.adjusted(_BAR + 1, 1, -1, -1), Space.HAIR)
    elif given.state & _HOVER:
        painter.fillRect(rect, theme.colour(palette.rail))
