"""The bridges: always in sight, one click away; the cues stay where they were (M-15)."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QScrollArea, QWidget

from followup_desktop.domain.call import CallBridge, FearedAnswer
from followup_desktop.domain.kinds import Detour
from followup_desktop.ui.call.fears import Fears
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.flow import FlowLayout
from followup_desktop.ui.kit.labels import Serif, Strong
from followup_desktop.ui.kit.surfaces import Card, TintedCard
from followup_desktop.ui.kit.tokens import Space, ToneName
from followup_desktop.words import N_, _
from followup_desktop.words import call as words

_NOTED = {
    Detour.SOMETHING_WRONG: N_("Note what is wrong…"),
    Detour.WANTS_MANAGER: N_("Give them a time…"),
}
"""Detours that must not end with a sentence."""


class Bridges(Card):
    """Ctrl+1 … Ctrl+8, or a click, shows the sentence large; the same again folds it away."""

    detour_taken = Signal(object)
    problem_requested = Signal(bool)
    """Something is wrong, to be noted; True: they want the manager (M-20)."""

    def __init__(self) -> None:
        super().__init__(_("If they go elsewhere"), padding=Space.LARGE)
        self._shown: Detour | None = None
        self.buttons: dict[Detour, QuietButton] = {}
        self._sentences: dict[Detour, str] = {}
        self.said = TintedCard(tone=ToneName.WARNING)
        self.said_title, self.said_words = Strong(wrap=True), Serif(wrap=True)
        self.said.add(self.said_title)
        self.said.add(self.said_words)
        self.note_it = QuietButton("", name="bridge_note_it", icon="plus")
        self.note_it.clicked.connect(
            lambda: self.problem_requested.emit(self._shown is Detour.WANTS_MANAGER)
        )
        self.said.add(self.note_it)
        self.said.hide()
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips)
        for detour in Detour:
            button = QuietButton(words.detour(detour), name=f"detour_{detour}")
            button.clicked.connect(lambda _=False, at=detour: self._on_button(at))
            self._flow.addWidget(button)
            self.buttons[detour] = button
        self.add(self.said)
        self.add(self._chips)
        self.fears = Fears()
        self.fears.asked.connect(self._on_fear)
        self.add(self.fears)

    def add_shortcuts(self, scope: QWidget) -> None:
        for number, detour in enumerate(Detour, start=1):
            shortcut = QShortcut(QKeySequence(f"Ctrl+{number}"), scope)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda at=detour: self._on_button(at))
            self.buttons[detour].setToolTip(_("Ctrl+{number}").format(number=number))

    def show_bridges(self, bridges: tuple[CallBridge, ...]) -> None:
        self._sentences = {bridge.detour: bridge.words for bridge in bridges}
        for bridge in bridges:
            icon = "check" if bridge.taken else ""
            self.buttons[bridge.detour].set_icon(icon)
        if self._shown is not None:
            self._show(self._shown)

    def show_fears(self, fears: tuple[FearedAnswer, ...]) -> None:
        self.fears.show_fears(fears)

    def fold(self) -> None:
        self._show(None)

    def _on_fear(self, fear: FearedAnswer) -> None:
        """The way out, in the same place as a bridge's sentence; the same again folds it away."""
        title = _("“{sentence}”").format(sentence=fear.they_say)
        is_shown = self.said.isVisibleTo(self) and self.said_title.text() == title
        self._show(None)
        if not is_shown:
            self.said_title.setText(title)
            self.said_words.setText(_("“{sentence}”").format(sentence=fear.way_out))
            self.note_it.hide()
            self.said.show()
            QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        """The sentence stands on top; its chip may be far below."""
        at = self.parentWidget()
        while at is not None and not isinstance(at, QScrollArea):
            at = at.parentWidget()
        if at is not None:
            at.ensureWidgetVisible(self.said)

    def _on_button(self, detour: Detour) -> None:
        if detour is self._shown:
            self._show(None)
            return
        self._show(detour)
        self.detour_taken.emit(detour)

    def _show(self, detour: Detour | None) -> None:
        """The sentence stands above the chips, which all stay in sight."""
        self._shown = detour
        self.said.setVisible(detour is not None)
        if detour is None:
            return
        self.said_title.setText(words.detour(detour))
        sentence = self._sentences.get(detour, "")
        self.said_words.setText(_("“{sentence}”").format(sentence=sentence))
        self.note_it.setVisible(detour in _NOTED)
        if detour in _NOTED:
            self.note_it.set_label(_(_NOTED[detour]))
