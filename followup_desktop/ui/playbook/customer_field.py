"""Whom the preview speaks to: one of the shop's customers, found while typing."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from followup_desktop.domain.customer_list import CustomerHit
from followup_desktop.ui.kit.fields import LineField
from followup_desktop.ui.shell.search_hits import HitPanel
from followup_desktop.ui.shell.search_rows import NewCustomer
from followup_desktop.words import _

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


@dataclass(frozen=True, slots=True)
class _Invented(NewCustomer):
    """The last line of the list leads back to nobody in particular."""

    def words(self) -> str:
        return _("The invented customer")


class CustomerField(LineField):
    """Enter takes the marked line of the list, Escape leaves it."""

    asked = Signal(str)
    customer_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="preview_customer", placeholder=_("Or a real customer"))
        self.setAccessibleName(_("Or a real customer"))
        self._panel: HitPanel | None = None
        self._chosen: CustomerHit | None = None
        self.textEdited.connect(self._on_text_edited)

    def show_hits(self, hits: tuple[CustomerHit, ...]) -> None:
        if not self.text().strip() or not self.hasFocus():
            self.close_panel()
            return
        if self._panel is None:
            self._panel = HitPanel(self.window())
            self._panel.hit_chosen.connect(self._on_hit_chosen)
        self._panel.show_hits(hits, _Invented(self.text().strip()))
        self._panel.place_under(self)

    def clear(self) -> None:
        self._chosen = None
        super().clear()
        self.close_panel()

    def close_panel(self) -> None:
        if self._panel is not None:
            self._panel.hide()

    def _on_text_edited(self, text: str) -> None:
        if not text.strip():
            self.close_panel()
            self._choose(None)
        else:
            self.asked.emit(text.strip())

    def _on_hit_chosen(self, hit: CustomerHit | NewCustomer) -> None:
        self.close_panel()
        self._choose(None if isinstance(hit, NewCustomer) else hit)

    def _choose(self, hit: CustomerHit | None) -> None:
        was, self._chosen = self._chosen, hit
        self.setText("" if hit is None else hit.name)
        if hit is not None or was is not None:
            self.customer_chosen.emit(hit)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._panel is not None and self._panel.isVisible():
            if event.key() in _STEPS:
                self._panel.step(_STEPS[Qt.Key(event.key())])
                return
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
                self._panel.take_current()
                return
            if event.key() == Qt.Key.Key_Escape:
                self.close_panel()
                return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_panel()
        self.setText("" if self._chosen is None else self._chosen.name)

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_panel()
        super().hideEvent(event)
