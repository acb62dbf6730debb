"""Who came in: somebody we know, found while typing, or somebody new, in the same field."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from followup_desktop.domain.customer_list import CustomerHit
from followup_desktop.ui.kit.chips import Badge
from followup_desktop.ui.kit.fields import LineField
from followup_desktop.ui.kit.tokens import ToneName
from followup_desktop.ui.shell.search_hits import HitPanel
from followup_desktop.ui.shell.search_rows import NewCustomer
from followup_desktop.words import _, codes

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_TAKES = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


@dataclass(frozen=True, slots=True)
class _NewHere(NewCustomer):
    def words(self) -> str:
        return _("New customer “{text}”").format(text=self.text)


class WhoField(LineField):
    """Enter takes the marked line of the list; Tab leaves what was typed as it is: somebody new."""

    asked = Signal(str)
    """Somebody typed; answer with `show_hits`."""
    customer_chosen = Signal(object)
    """CustomerHit, or None when the chosen one was typed over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, name="visit_who", placeholder=_("Name or phone"))
        self.badge = Badge("")
        self.badge.hide()
        self.set_trailing(self.badge)
        self._customer_id: int | None = None
        self._panel: HitPanel | None = None
        self.textEdited.connect(self._on_text_edited)

    @property
    def customer_id(self) -> int | None:
        return self._customer_id

    def show_known(self, customer_id: int, name: str, known_as: str) -> None:
        """Somebody from the shop's customers; `known_as` is the badge."""
        self._customer_id = customer_id
        self.setText(name)
        self._show_badge(known_as, ToneName.NEUTRAL)
        self.close_panel()

    def show_new(self, name: str) -> None:
        self._customer_id = None
        self.setText(name)
        self._show_badge(_("New customer") if name.strip() else "", ToneName.PURCHASE)
        self.close_panel()

    def show_hits(self, hits: tuple[CustomerHit, ...]) -> None:
        text = self.text().strip()
        if not text or not hits or not self.hasFocus() or self._customer_id is not None:
            self.close_panel()
            return
        panel = self._panel or self._make_panel()
        panel.show_hits(hits, _NewHere(text))
        panel.place_under(self)

    def close_panel(self) -> None:
        if self._panel is not None:
            self._panel.hide()

    def _panel_is_open(self) -> bool:
        return self._panel is not None and self._panel.isVisible()

    def _make_panel(self) -> HitPanel:
        self._panel = HitPanel(self.window())
        self._panel.hit_chosen.connect(self._on_hit_chosen)
        return self._panel

    def _on_text_edited(self, text: str) -> None:
        if self._customer_id is not None:
            self._customer_id = None
            self.customer_chosen.emit(None)
        self._show_badge(_("New customer") if text.strip() else "", ToneName.PURCHASE)
        self.asked.emit(text.strip())

    def _on_hit_chosen(self, hit: CustomerHit | NewCustomer) -> None:
        if isinstance(hit, NewCustomer):
            self.close_panel()
            self.focusNextChild()
            return
        self.show_known(hit.id, hit.name, codes.stage(hit.stage))
        self.customer_chosen.emit(hit)
        self.focusNextChild()

    def _show_badge(self, text: str, tone: ToneName) -> None:
        self.badge.set_badge(text, tone)
        self.badge.setVisible(bool(text))
        self.place_trailing()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._panel is not None and self._panel_is_open():
            if event.key() in _STEPS:
                self._panel.step(_STEPS[Qt.Key(event.key())])
                return
            if event.key() in _TAKES and not event.modifiers():
                self._panel.take_current()
                return
            if event.key() == Qt.Key.Key_Escape:
                self.close_panel()
                return
        elif event.key() == Qt.Key.Key_Down and self.text().strip():
            self.asked.emit(self.text().strip())
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.close_panel()

    def hideEvent(self, event: QHideEvent) -> None:
        self.close_panel()
        super().hideEvent(event)
