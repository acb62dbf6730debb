"""The list itself: one row chosen, everything possible by keyboard."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit.row_list import RowList
from followup_desktop.ui.shell.keys import TODAY_KEYS
from followup_desktop.ui.today.list_model import ENTRY, Entry, TodayModel
from followup_desktop.ui.today.row_delegate import RowDelegate
from followup_desktop.words import _

_KEYS = {
    **{getattr(Qt.Key, f"Key_{key.sequence}"): key.name for key in TODAY_KEYS},
    Qt.Key.Key_Menu: "menu",
    # With Shift; not every keyboard has a menu key.
    Qt.Key.Key_F10: "menu",
}


class TodayList(RowList):
    """Enter starts the call; the other letters ask for what the preview's buttons do."""

    chosen = Signal(object)
    """Entry: another row is selected."""
    start_requested = Signal()
    key_requested = Signal(str)
    """ "later", "skip", "done", "card" or "menu"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, name="today_list", label=_("Follow-ups for today"))
        self.setModel(TodayModel(self))
        self.setItemDelegate(RowDelegate(self))
        self.doubleClicked.connect(self._on_double_clicked)

    def lines(self) -> TodayModel:
        model = self.model()
        assert isinstance(model, TodayModel)
        return model

    def entry(self) -> Entry | None:
        """The selected follow-up."""
        line = self.currentIndex().data(ENTRY)
        return line if isinstance(line, Entry) else None

    def show_entries(self, entries: list[Entry]) -> None:
        """Show these; the selection stays on its follow-up, or goes to the one in its place."""
        kept, place = self.entry(), self.currentIndex().row()
        self.lines().show(entries)
        index = self.lines().place_of(kept.row.due.id if kept else None)
        if not index.isValid():
            index = self.lines().entry_near(place)
        self.setCurrentIndex(index)
        if not index.isValid():
            self.chosen.emit(None)

    def choose(self, follow_up_id: int) -> None:
        self.setCurrentIndex(self.lines().place_of(follow_up_id))

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if isinstance(index.data(ENTRY), Entry):
            self.start_requested.emit()

    # Qt's own

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            if current.row() == 1:
                self.scrollToTop()
            self.chosen.emit(self.entry())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.show_ring()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.entry():
            self.start_requested.emit()
            return
        asked = _KEYS.get(Qt.Key(event.key()))
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if asked and plain and self.entry():
            self.key_requested.emit(asked)
            return
        super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.entry():
            self.key_requested.emit("menu")
