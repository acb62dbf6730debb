"""Step 3: wherever they take the talk, a sentence that leads back (M-8)."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from followup_desktop.domain.call import GuidedCall
from followup_desktop.domain.kinds import CallStep, Detour
from followup_desktop.ui.call.side_cards import FearsCard, KnownCard, PinnedCard, PurposeCard
from followup_desktop.ui.call.step_panel import StepPanel, aloud_button
from followup_desktop.ui.kit.buttons import PrimaryButton, QuietButton
from followup_desktop.ui.kit.fields import Field, TextField
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _
from followup_desktop.words import call as words

_COLUMNS = 2


class BridgeStep(StepPanel):
    bridge_edited = Signal(object, str)
    """Detour, and the sentence."""
    step_requested = Signal(object)
    rehearsal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(
            _("And if they go elsewhere?"),
            _("A kind answer, and the way back to your purpose. One click away during the call."),
            parent,
        )
        self.sentences: dict[Detour, TextField] = {}
        self._build_work()
        self._build_footer()

    def show_call(self, call: GuidedCall, today: date) -> None:
        for bridge in call.bridges:
            self.sentences[bridge.detour].set_text(bridge.words)
        self.purpose.show_call(call)
        self.fears.show_call(call)
        self.pinned.show_call(call)
        self.known.show_known(call.knows, today)

    def first_field(self) -> QWidget:
        return self.next

    def _build_work(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(Space.LARGE)
        grid.setVerticalSpacing(Space.MEDIUM)
        for place, detour in enumerate(Detour):
            sentence = TextField(name=f"bridge_{detour}", lines=2, most_lines=4)
            sentence.edited.connect(lambda text, at=detour: self.bridge_edited.emit(at, text))
            self.sentences[detour] = sentence
            field = Field(words.detour(detour), sentence)
            grid.addWidget(field, place // _COLUMNS, place % _COLUMNS)
        for column in range(_COLUMNS):
            grid.setColumnStretch(column, 1)
        self.work.addLayout(grid)
        self.purpose, self.pinned, self.fears = PurposeCard(), PinnedCard(), FearsCard()
        self.known = KnownCard(_("What you know"))
        for card in (self.pinned, self.purpose, self.fears, self.known):
            self.side.addWidget(card)

    def _build_footer(self) -> None:
        self.back = QuietButton(_("Script"), name="call_back_script", icon="arrow_left")
        self.next = PrimaryButton(_("Now call"), name="call_start", icon="phone", large=True)
        self.back.clicked.connect(lambda: self.step_requested.emit(CallStep.SCRIPT))
        self.next.clicked.connect(lambda: self.step_requested.emit(CallStep.CALL))
        self.aloud = aloud_button("bridge_aloud")
        self.aloud.clicked.connect(self.rehearsal_requested)
        self.footer.addWidget(self.back)
        self.footer.addWidget(self.aloud)
        self.footer.addStretch()
        self.footer.addWidget(self.next)
