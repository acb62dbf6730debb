"""A list of painted rows, and the ring around the row that the keyboard is on."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QWidget

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.scroller import see_through

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractItemView

    _View = QAbstractItemView
else:
    _View = object

RING = "ring"
"""The list's property that delegates paint after: the keyboard is in use there."""
_BY_KEY = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
_HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


def came_by_key(reason: Qt.FocusReason) -> bool:
    """Whether a key brought the keyboard here: the keys of a shortcut are still down then."""
    if reason is Qt.FocusReason.OtherFocusReason:
        return bool(QApplication.keyboardModifiers() & _HELD)
    return reason in _BY_KEY


class ShowsRing(_View):
    """In front of the item view that it goes with: a mouse needs no ring, the first key has one."""

    def show_ring(self) -> None:
        """The keyboard is in use here."""
        self.setProperty(RING, True)

    # Qt's own

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.setProperty(RING, came_by_key(event.reason()))
        super().focusInEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setProperty(RING, False)
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.show_ring()
        super().keyPressEvent(event)


class RowList(ShowsRing, QListView):
    """As wide as its column; it scrolls by pixels, and its rows are painted by a delegate."""

    def __init__(self, parent: QWidget | None = None, *, name: str, label: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setMouseTracking(True)
        see_through(self)
        theme.changed.connect(self.scheduleDelayedItemsLayout)
