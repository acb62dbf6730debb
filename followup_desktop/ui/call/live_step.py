"""Step 4: the call itself. Cues, not the script; the notes have the keyboard (M-12 … M-21)."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from followup_desktop.domain.call import CaughtKind, GuidedCall
from followup_desktop.ui.call.bridges import Bridges
from followup_desktop.ui.call.cues import Cues
from followup_desktop.ui.call.number_card import NumberCard
from followup_desktop.ui.call.order_part import OrderPart
from followup_desktop.ui.call.side_cards import KnownCard, PinnedCard
from followup_desktop.ui.kit import metrics
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.fields import TextField
from followup_desktop.ui.kit.flow import FlowLayout
from followup_desktop.ui.kit.labels import Caps, Mantra, Serif, Small
from followup_desktop.ui.kit.scroller import Scroller
from followup_desktop.ui.kit.surfaces import Card, Divider
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _
from followup_desktop.words import call as words

_CATCH_KEYS = {
    CaughtKind.PROMISE: "Alt+P",
    CaughtKind.REFERRAL: "Alt+R",
    CaughtKind.PROBLEM: "Alt+O",
    CaughtKind.DATE: "Alt+D",
    CaughtKind.FACT: "Alt+G",
}


class LiveStep(QWidget):
    notes_edited = Signal(str)
    catch_requested = Signal(object)
    """CaughtKind."""
    step_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number, self.pinned = NumberCard(), PinnedCard()
        self.remember = KnownCard(_("Remember"))
        self.cues, self.bridges, self.order = Cues(), Bridges(), OrderPart()
        self.notes = TextField(name="call_notes", lines=3)
        self.notes.fill_height()
        self.notes.setAccessibleName(_("Notes"))
        self.notes.edited.connect(self.notes_edited)
        self._build_ui()
        self.cues.add_shortcuts(self)
        self.bridges.add_shortcuts(self)

    def show_call(self, call: GuidedCall, today: date) -> None:
        self.number.show_call(call)
        self.pinned.show_call(call)
        self.remember.show_known(call.knows, today)
        self.purpose.setText(call.desired or (words.purpose(call.purpose) if call.purpose else ""))
        self.cues.show_lines(call.lines)
        self.bridges.show_bridges(call.bridges)
        self.bridges.show_fears(call.fears)
        self.notes.set_text(call.notes)
        count = len(call.caught)
        self.caught.setText(
            _("Caught so far: {what}").format(
                what=", ".join(words.caught(one.kind) for one in call.caught)
            )
            if count
            else ""
        )
        self.caught.setVisible(bool(count))
        self.order.show_order(call.order)
        self.message.setText(call.voicemail)
        self.message_card.setVisible(bool(call.voicemail))

    def first_field(self) -> QWidget:
        return self.notes

    def _build_ui(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.PAGE - 4, Space.PAGE, Space.PAGE - 4)
        layout.setSpacing(Space.LARGE + Space.HAIR)
        layout.addWidget(self._left(), 15)
        layout.addWidget(self._middle(), 29)
        layout.addWidget(self._right(), 20)

    def _left(self) -> QWidget:
        self.message_card = Card(_("If a machine answers"))
        self.message = Small(wrap=True)
        self.message_card.add(self.message)
        mantra = Mantra(_("You planned it. Now talk, don’t read."), wrap=True)
        return _column(
            self.number, self.pinned, self.order, self.remember, mantra, self.message_card
        )

    def _middle(self) -> QWidget:
        self.purpose = Serif(wrap=True)
        head = QWidget()
        rows = QVBoxLayout(head)
        rows.setContentsMargins(Space.PAGE - 2, Space.LARGE, Space.PAGE - 2, Space.LARGE)
        rows.setSpacing(Space.HAIR)
        rows.addWidget(Caps(_("Purpose")))
        rows.addWidget(self.purpose)
        cues = Scroller(self.cues)
        cues.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        notes = QWidget()
        below = QVBoxLayout(notes)
        below.setContentsMargins(Space.PAGE - 2, Space.MEDIUM, Space.PAGE - 2, Space.LARGE)
        below.setSpacing(Space.SMALL)
        below.addWidget(Caps(_("Notes")))
        below.addWidget(self.notes, 1)
        card = Card(padding=1)
        card.body.setSpacing(0)
        for widget in (head, Divider()):
            card.add(widget)
        card.add(cues, 2)
        card.add(notes, 1)
        card.setMinimumWidth(metrics.chars(44))
        return card

    def _right(self) -> QWidget:
        catch = Card(_("Catch it now"), padding=Space.LARGE)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        for kind, keys in _CATCH_KEYS.items():
            button = QuietButton(words.caught(kind), name=f"catch_{kind}", icon="plus")
            button.clicked.connect(lambda _=False, what=kind: self.catch_requested.emit(what))
            button.setToolTip(keys)
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)
            self._flow.addWidget(button)
        catch.add(self._chips)
        self.caught = Small(wrap=True)
        catch.add(self.caught)
        side = QWidget()
        rows = QVBoxLayout(side)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.LARGE)
        rows.addWidget(_column(self.bridges), 1)
        rows.addWidget(catch)
        return side


def _column(*widgets: QWidget) -> Scroller:
    content = QWidget()
    rows = QVBoxLayout(content)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(Space.LARGE)
    for widget in widgets:
        rows.addWidget(widget)
    rows.addStretch()
    return Scroller(content)
