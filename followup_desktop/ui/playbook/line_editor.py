"""Everything about one line of a playbook: its words, its cue, and when it is said."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.domain.cues import fits, propose_cue
from followup_desktop.domain.facts import ALWAYS_KNOWN, FACT_NAMES
from followup_desktop.domain.kinds import Purpose
from followup_desktop.domain.phrase import Phrase, facts_in
from followup_desktop.domain.playbook_error import PlaybookError
from followup_desktop.domain.playbook_parts import Line
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.fields import Field
from followup_desktop.ui.kit.flow import FlowLayout
from followup_desktop.ui.kit.labels import Small
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.playbook.phrase_field import PhraseField, PhraseLook
from followup_desktop.words import _
from followup_desktop.words import playbook_faults as faults
from followup_desktop.words import playbooks as words


class LineEditor(QWidget):
    """`edited` while somebody types, `changed` for what is done at once; both carry the line."""

    edited = Signal(object)
    changed = Signal(object)
    kept = Signal()

    def __init__(
        self,
        line: Line,
        purposes: Sequence[Purpose],
        parent: QWidget | None = None,
        *,
        is_opening: bool = False,
    ) -> None:
        super().__init__(parent)
        self._line = line
        self._is_opening = is_opening
        self.words = PhraseField(PhraseLook(_("What is said")), self, name="line_words")
        self.cue = PhraseField(
            PhraseLook(
                _("Cue"),
                instead=_("Cue when a fact isn’t known"),
                allowed=FACT_NAMES,
                serif=True,
                placeholder=_("The few words that are seen on the call"),
            ),
            self,
            name="line_cue",
        )
        named = [(one, words.purpose(one)) for one in purposes]
        self.purposes = Choices(
            named, self, name="line_purposes", label=_("Said for"), several=True
        )
        self.hears = Tick(_("Hears a need"), self, name="line_hears")
        self.after = Tick(_("Only after a need was heard"), self, name="line_after")
        self.tip = Tick(_("How to make it last"), self, name="line_tip")
        self.in_hand = Tick(_("Only once they have it"), self, name="line_in_hand")
        self.waiting = Tick(_("Only while they wait for it"), self, name="line_waiting")
        self._build_ui()
        self._connect()
        self.show_line(line)
        self.setFocusProxy(self.words)

    def show_line(self, line: Line) -> None:
        self._line = line
        self.words.show_phrase(line.words)
        self.cue.show_phrase(line.cue)
        self.purposes.choose(*line.purposes)
        for tick, on in (
            (self.hears, line.hears_need),
            (self.after, line.only_after_need),
            (self.tip, line.tip),
            (self.in_hand, line.once_in_hand),
            (self.waiting, line.while_waiting),
        ):
            tick.setChecked(on)

    def show_faults(self, found: Sequence[PlaybookError]) -> None:
        """Those of this line, each at its field."""
        self.words.show_problem("")
        self.cue.show_problem("")
        for error in found:
            at_cue = error.where.endswith(("cue", "cue.1"))
            (self.cue if at_cue else self.words).show_problem(faults.fault(error))

    def _build_ui(self) -> None:
        ticks = QWidget(self)
        flow = FlowLayout(ticks, gap=Space.LARGE)
        for tick in (self.hears, self.after, self.tip, self.in_hand, self.waiting):
            flow.addWidget(tick)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.MEDIUM)
        layout.addWidget(self.words)
        layout.addWidget(self.cue)
        if self._is_opening:
            return
        said_for = Field(
            _("Said for"), self.purposes, hint=_("With none of them it is said for every purpose.")
        )
        layout.addWidget(said_for)
        layout.addWidget(ticks)
        note = Small(
            _(
                "A suggestion to buy stays grey on the call until a line that hears a need was "
                "ticked."
            ),
            wrap=True,
        )
        row = QHBoxLayout()
        row.addWidget(note, 1)
        layout.addLayout(row)

    def _connect(self) -> None:
        self.words.edited.connect(lambda words: self._take(words=words))
        self.cue.edited.connect(lambda cue: self._take(cue=cue))
        for field in (self.words, self.cue):
            field.kept.connect(self._on_kept)
        self.purposes.chosen.connect(
            lambda chosen: self._take(at_once=True, purposes=frozenset(chosen))
        )
        self.hears.ticked.connect(lambda on: self._take(at_once=True, hears_need=on))
        self.after.ticked.connect(lambda on: self._take(at_once=True, only_after_need=on))
        self.tip.ticked.connect(lambda on: self._take(at_once=True, tip=on))
        self.in_hand.ticked.connect(lambda on: self._take(at_once=True, once_in_hand=on))
        self.waiting.ticked.connect(lambda on: self._take(at_once=True, while_waiting=on))

    def _take(self, *, at_once: bool = False, **values: object) -> None:
        self._line = replace(self._line, **values)  # type: ignore[arg-type]
        (self.changed if at_once else self.edited).emit(self._line)

    def _on_kept(self) -> None:
        """A line that has words gets a cue, one with facts in its cue another without."""
        line = self._line
        if line.words.words.strip() and (cue := _with_proposals(line)) != line.cue:
            self._line = replace(line, cue=cue)
            self.cue.show_phrase(cue)
            self.edited.emit(self._line)
        self.kept.emit()


def _with_proposals(line: Line) -> Phrase:
    cue, plain = line.cue, line.words.words
    if facts_in(plain) - ALWAYS_KNOWN:
        plain = line.words.wordings[-1]
    for name in facts_in(plain):
        plain = plain.replace(f"{{{name}}}", "")
    proposal = propose_cue(plain)
    if not cue.words.strip():
        cue = replace(cue, words=proposal)
    needs = facts_in(cue.words) - ALWAYS_KNOWN or not fits(cue.wordings[-1])
    if needs and not cue.fallbacks and facts_in(cue.words):
        cue = replace(cue, fallbacks=(proposal,))
    return cue
