"""The search box of the top bar, which drops the hits down under itself."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit.chips import KeyHint
from followup_desktop.ui.kit.fields import LineField
from followup_desktop.words import _

if TYPE_CHECKING:
    # Late: the first search brings them.
    from followup_desktop.domain.customer_list import CustomerHit
    from followup_desktop.ui.shell.search_hits import HitPanel
    from followup_desktop.ui.shell.search_rows import NewCustomer

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LONGEST = 200


class SearchBox(LineField):
    asked = Signal(str)
    """Somebody typed; answer with `show_hits`."""
    hit_chosen = Signal(object)
    """CustomerHit or NewCustomer."""
    call_chosen = Signal(object)
    """CustomerHit: whom to call at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            "", parent, name="search", placeholder=_("Find a customer by name or phone")
        )
        self.setAccessibleName(_("Find a customer by name or phone"))
        self.setMaxLength(_LONGEST)
        self._key = KeyHint(_("Ctrl K"))
        self.set_trailing(self._key)
        self._panel: HitPanel | None = None
        self.textEdited.connect(self._on_text_edited)

    def show_hits(self, hits: "tuple[CustomerHit, ...]") -> None:
        """The answer to `asked`; not shown when the box was left meanwhile."""
        from followup_desktop.ui.shell.search_rows import NewCustomer

        text = self.text().strip()
        if not text or not self.hasFocus():
            self.close_panel()
            return
        panel = self._panel or self._make_panel()
        panel.show_hits(hits, NewCustomer(text))
        panel.place_under(self)

    def begin(self) -> None:
        """Ctrl+K: the focus comes here, and what stood here is replaced by what is typed."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def close_panel(self) -> None:
        if self._panel is not None:
            self._panel.hide()

    def panel_is_open(self) -> bool:
        return self._panel is not None and self._panel.isVisible()

    def _make_panel(self) -> "HitPanel":
        from followup_desktop.ui.shell.search_hits import HitPanel

        self._panel = HitPanel(self.window())
        self._panel.hit_chosen.connect(self._on_hit_chosen)
        self._panel.call_chosen.connect(self._on_call_chosen)
        return self._panel

    def _on_text_edited(self, text: str) -> None:
        self._key.setVisible(not text)
        self.place_trailing()
        if text.strip():
            self.asked.emit(text.strip())
        else:
            self.close_panel()

    def _on_hit_chosen(self, hit: "CustomerHit | NewCustomer") -> None:
        self._empty()
        self.clearFocus()
        self.hit_chosen.emit(hit)

    def _on_call_chosen(self, hit: "CustomerHit") -> None:
        self._empty()
        self.clearFocus()
        self.call_chosen.emit(hit)

    def _empty(self) -> None:
        self.clear()
        self._key.show()
        self.place_trailing()
        self.close_panel()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._panel is not None and self.panel_is_open():
            if event.key() in _STEPS:
                self._panel.step(_STEPS[Qt.Key(event.key())])
                return
            if event.key() in _TAKES:
                held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                self._panel.take_current(calls=bool(held))
                return
        elif event.key() == Qt.Key.Key_Down and self.text().strip():
            self.asked.emit(self.text().strip())
            return
        if event.key() == Qt.Key.Key_Escape:
            self._empty()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self.close_panel()

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_panel()
        super().hideEvent(event)
