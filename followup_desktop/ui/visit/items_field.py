"""Several things in one line: a comma or Enter makes each a chip, a click takes it off again."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.domain.product_group import ItemGroup
from followup_desktop.ui.kit.chips import Chip
from followup_desktop.ui.kit.completions import Completions
from followup_desktop.ui.kit.fields import LineField
from followup_desktop.ui.kit.flow import FlowLayout
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.visit.group_chip import GroupChip
from followup_desktop.words import _


class ItemsField(QWidget):
    edited = Signal()
    typed = Signal(str)
    """What is being typed now, to be completed from what was sold before."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._items: list[str] = []
        self.line = _ItemLine(name=f"{name}_line", placeholder=_("Several? Put a comma between"))
        self.line.item_finished.connect(self._on_item_finished)
        self.line.textEdited.connect(self._on_text_edited)
        self.line.take_back_requested.connect(self._on_take_back)
        self.group = GroupChip()
        self.line.set_trailing(self.group)
        self.group.hide()
        self.group.changed.connect(self._on_group_changed)
        self._completions = Completions(self)
        self.line.setCompleter(self._completions)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, gap=Space.HAIR, line_gap=Space.HAIR)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.HAIR)
        layout.addWidget(self.line)
        layout.addWidget(self._chips)
        self._chips.hide()
        self.setFocusProxy(self.line)

    def items(self) -> tuple[str, ...]:
        """Every item, with the one that is still being typed."""
        typed = [part.strip() for part in self.line.text().split(",")]
        return (*self._items, *(part for part in typed if part))

    def set_items(self, items: tuple[str, ...]) -> None:
        *before, last = items or ("",)
        self._items = before
        self.line.setText(last)
        self._show_chips()

    def show_groups(self, found: tuple[ItemGroup, ...]) -> None:
        """In which product group each of them is."""
        self.group.show_groups(found)
        self.line.place_trailing()

    def _on_group_changed(self) -> None:
        self.line.place_trailing()
        self.edited.emit()

    def offer(self, completions: list[str]) -> None:
        self._completions.offer(completions)

    def _on_text_edited(self, text: str) -> None:
        if text.endswith(","):
            self._on_item_finished()
            return
        self.typed.emit(text.strip())
        self.edited.emit()

    def _on_item_finished(self) -> None:
        typed = self.items()[len(self._items) :]
        self._items.extend(typed)
        self.line.clear()
        self._show_chips()
        self.edited.emit()

    def _on_take_back(self) -> None:
        if self._items:
            self.line.setText(self._items.pop())
            self._show_chips()
            self.edited.emit()

    def _take_off(self, place: int) -> None:
        del self._items[place]
        self._show_chips()
        self.line.setFocus()
        self.edited.emit()

    def _show_chips(self) -> None:
        while (shown := self._flow.takeAt(0)) is not None:
            if (widget := shown.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for place, item in enumerate(self._items):
            chip = Chip(item, self._chips, name=f"{self.objectName()}_{place}", icon="close")
            chip.setToolTip(_("Take off “{item}”").format(item=item))
            chip.clicked.connect(lambda _=False, at=place: self._take_off(at))
            self._flow.addWidget(chip)
            chip.show()
        self._chips.setVisible(bool(self._items))


class _ItemLine(LineField):
    """Enter finishes an item; Backspace in the empty line takes the last one back to be changed."""

    item_finished = Signal()
    take_back_requested = Signal()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() and self.text().strip():
            self.item_finished.emit()
            return
        if event.key() == Qt.Key.Key_Backspace and not self.text():
            self.take_back_requested.emit()
            return
        super().keyPressEvent(event)
