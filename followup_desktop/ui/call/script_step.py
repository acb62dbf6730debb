"""Step 2: what will you say, and how? (M-5, M-6)"""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.domain.call import CallLine, GuidedCall
from followup_desktop.domain.kinds import CallStep, LinePart
from followup_desktop.domain.names import first_name
from followup_desktop.ui.call.script_line import ScriptLine
from followup_desktop.ui.call.side_cards import KnownCard, PinnedCard, PurposeCard, WorthAskingCard
from followup_desktop.ui.call.step_panel import StepPanel, aloud_button
from followup_desktop.ui.kit.buttons import PrimaryButton, QuietButton
from followup_desktop.ui.kit.labels import Caps
from followup_desktop.ui.kit.tab_order import TabPlace
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _

_LEFT = Qt.AlignmentFlag.AlignLeft
_FRESH = CallLine(
    0, LinePart.HOW, "", (), "", only_after_need=False, hears_need=False, ticked=False
)


class ScriptStep(StepPanel):
    line_changed = Signal(int, str, str)
    line_added = Signal(str, str)
    """Words and cue of a line that is their own."""
    line_removed = Signal(int)
    line_moved = Signal(int, int)
    step_requested = Signal(object)
    rehearsal_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("What will you say, and how?"), " ", parent)
        self.lines: dict[int, ScriptLine] = {}
        self._fresh: ScriptLine | None = None
        self._build_work()
        self._build_footer()

    def show_call(self, call: GuidedCall, today: date) -> None:
        self.sentence.setText(
            _(
                "Written with what you know about {name}. Change anything. "
                "On the call you will see only the cues."
            ).format(name=first_name(call.name))
        )
        self._show_lines(call.lines)
        self.purpose.show_call(call)
        self.pinned.show_call(call)
        self.known.show_known(call.knows, today)
        self.worth_asking.show_call(call)

    def begin_line(self) -> None:
        """A new line to type in; it is nothing until it has words."""
        if self._fresh is not None:
            self._fresh.open_up()
            return
        self._fresh = ScriptLine(_FRESH)
        self._fresh.changed.connect(self._on_fresh_changed)
        self._fresh.left_empty.connect(self._drop_fresh)
        self._parts[LinePart.HOW].addWidget(self._fresh)
        self._fresh.open_up()

    def _on_fresh_changed(self, _line_id: int, words: str, cue: str) -> None:
        self._drop_fresh()
        self.line_added.emit(words, cue)

    def _drop_fresh(self) -> None:
        if self._fresh is not None:
            self._fresh.hide()
            self._fresh.deleteLater()
            self._fresh = None

    def keep(self) -> None:
        """Take what is being typed in a line."""
        for line in (*self.lines.values(), self._fresh):
            if line is not None:
                line.keep()

    def first_field(self) -> QWidget:
        return next(iter(self.lines.values()), self.add)

    def _show_lines(self, lines: tuple[CallLine, ...]) -> None:
        if [line.id for line in lines] == list(self.lines):
            for line in lines:
                if self.lines[line.id].line != line:
                    self.lines[line.id].show_line(line)
            return
        for gone in self.lines.values():
            gone.hide()
            gone.deleteLater()
        self.lines = {line.id: self._make_line(line) for line in lines}
        for line in lines:
            self._parts[line.part].addWidget(self.lines[line.id])
            self.lines[line.id].show()  # at once, or it couldn't take the keyboard yet
        self._place.lead_through(*self.lines.values())
        for part, caps in self._captions.items():
            caps.setVisible(any(line.part is part for line in lines))

    def _make_line(self, line: CallLine) -> ScriptLine:
        widget = ScriptLine(line)
        widget.changed.connect(self.line_changed)
        widget.removed.connect(lambda: self.line_removed.emit(line.id))
        widget.moved.connect(lambda by: self.line_moved.emit(line.id, by))
        return widget

    def _build_work(self) -> None:
        self._captions = {
            LinePart.WHAT: Caps(_("What you want to say")),
            LinePart.HOW: Caps(_("How you will say it")),
        }
        self._parts: dict[LinePart, QVBoxLayout] = {}
        self._place = TabPlace(self)
        for part, caps in self._captions.items():
            rows = QVBoxLayout()
            rows.setSpacing(Space.SMALL)
            self._parts[part] = rows
            self.work.addWidget(caps)
            self.work.addLayout(rows)
        self.work.setSpacing(Space.SMALL)
        self.add = QuietButton(_("Add a line"), name="script_add", icon="plus")
        self.add.clicked.connect(self.begin_line)
        self.work.addWidget(self.add)
        self.work.setAlignment(self.add, _LEFT)
        self.purpose, self.pinned = PurposeCard(), PinnedCard()
        self.known, self.worth_asking = KnownCard(_("What you know")), WorthAskingCard()
        for card in (self.pinned, self.purpose, self.known, self.worth_asking):
            self.side.addWidget(card)

    def _build_footer(self) -> None:
        self.back = QuietButton(_("Purpose"), name="call_back_purpose", icon="arrow_left")
        self.next = PrimaryButton(
            _("Next: bridge"), name="call_next_bridge", large=True, onward=True
        )
        self.back.clicked.connect(lambda: self.step_requested.emit(CallStep.PURPOSE))
        self.next.clicked.connect(lambda: self.step_requested.emit(CallStep.BRIDGE))
        self.aloud = aloud_button("script_aloud")
        self.aloud.clicked.connect(self.rehearsal_requested)
        self.footer.addWidget(self.back)
        self.footer.addWidget(self.aloud)
        self.footer.addStretch()
        self.footer.addWidget(self.next)
