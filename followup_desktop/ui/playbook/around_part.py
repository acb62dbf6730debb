"""What stands around the call: title, minutes, why now, the machine, and what may be feared."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.domain.facts import DISCREET, FACT_NAMES
from followup_desktop.domain.phrase import Phrase
from followup_desktop.domain.playbook_error import PlaybookError
from followup_desktop.domain.playbook_parts import Fear
from followup_desktop.domain.playbook_reading import FOR_THE_CLERK, MINUTES_LIMIT
from followup_desktop.ui.fact_text import plain_names, with_names
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.fields import Field, LineField
from followup_desktop.ui.kit.labels import Caps, Muted
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.playbook.draft_part import DraftPart, Shown, take_away
from followup_desktop.ui.playbook.fold_row import FoldRow
from followup_desktop.ui.playbook.phrase_field import PhraseField, PhraseLook
from followup_desktop.words import _
from followup_desktop.words import playbook_faults as faults
from followup_desktop.words import playbooks as words


class AroundPart(DraftPart):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = LineField("", self, name="playbook_title")
        self.minutes = Picker(
            [(count, words.minutes(count)) for count in range(1, MINUTES_LIMIT + 1)],
            self,
            name="playbook_minutes",
        )
        self.why = PhraseField(
            PhraseLook(_("Why call now"), allowed=FOR_THE_CLERK), self, name="playbook_why"
        )
        self.voicemail = PhraseField(
            PhraseLook(_("If a machine answers"), allowed=DISCREET), self, name="playbook_voicemail"
        )
        self.fears: list[FearRow] = []
        self.add = QuietButton(_("Add an answer"), self, name="add_fear", icon="plus")
        self._build_ui()
        self._connect()

    def show_draft(self, shown: Shown) -> None:
        self.shown = shown
        draft = shown.draft
        if self.title.text().strip() != draft.title.strip():
            self.title.setText(draft.title)
        self.minutes.choose(draft.minutes)
        self.why.show_phrase(draft.why)
        self.voicemail.show_phrase(draft.voicemail)
        found = {where: shown.faults_at(where) for where in ("title", "why", "voicemail")}
        said = {where: " ".join(faults.fault(e) for e in those) for where, those in found.items()}
        self.title_field.set_problem(said["title"])
        self.why.show_problem(said["why"])
        self.voicemail.show_problem(said["voicemail"])
        if len(self.fears) != len(draft.fears):
            self._make_rows(draft.fears)
        for number, (row, fear) in enumerate(zip(self.fears, draft.fears, strict=True), start=1):
            row.show_fear(fear, shown.faults_at(f"fears.{number}"))

    def go_to(self, where: str) -> bool:
        key, _dot, rest = where.partition(".")
        fields = {
            "title": self.title,
            "minutes": self.minutes,
            "why": self.why,
            "voicemail": self.voicemail,
        }
        if key in fields:
            fields[key].setFocus()
            return True
        number = rest.partition(".")[0]
        if key == "fears" and number.isdigit():
            self.fears[int(number) - 1].open_up()
        elif key == "fears":
            self.add.setFocus()
        return key == "fears"

    def _build_ui(self) -> None:
        self.title_field = Field(_("Title"), self.title)
        head = QHBoxLayout()
        head.setSpacing(Space.MEDIUM)
        head.addWidget(self.title_field, 3)
        head.addWidget(Field(_("Takes about"), self.minutes), 1)
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.SMALL)
        self.rows.setSpacing(Space.MEDIUM)
        self.rows.addLayout(head)
        self.rows.addWidget(self.why)
        self.rows.addWidget(self.voicemail)
        self.rows.addWidget(Caps(_("What you may fear to hear")))
        self.rows.addWidget(
            Muted(_("Each with an easy way out, so that nobody has to dread it."), wrap=True)
        )
        self.rows.addLayout(self._list)
        self.rows.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.addStretch(1)

    def _connect(self) -> None:
        self.title.textEdited.connect(
            lambda text: self.edited.emit(replace(self.draft, title=text.strip()))
        )
        self.title.editingFinished.connect(self.kept)
        self.minutes.chosen.connect(
            lambda count: self.changed.emit(replace(self.draft, minutes=count))
        )
        self.why.edited.connect(lambda why: self.edited.emit(replace(self.draft, why=why)))
        self.voicemail.edited.connect(
            lambda said: self.edited.emit(replace(self.draft, voicemail=said))
        )
        self.why.kept.connect(self.kept)
        self.voicemail.kept.connect(self.kept)
        self.add.clicked.connect(self._add)

    # Feared answers

    def _make_rows(self, fears: Sequence[Fear]) -> None:
        take_away(self.fears)
        self.fears = []
        for at, fear in enumerate(fears):
            row = FearRow(fear, self, name=f"fear_{at + 1}")
            row.fear_edited.connect(lambda fear, at=at: self.edited.emit(self._with(at, fear)))
            row.kept.connect(self.kept)
            row.moved.connect(lambda by, at=at: self._move(at, by))
            row.removed.connect(lambda at=at: self._remove(at))
            self.fears.append(row)
            self._list.addWidget(row)
            row.show()

    def _with(self, at: int, *put: Fear) -> object:
        fears = self.draft.fears
        return replace(self.draft, fears=(*fears[:at], *put, *fears[at + 1 :]))

    def _add(self) -> None:
        fears = (*self.draft.fears, Fear(Phrase(""), Phrase("")))
        self.changed.emit(replace(self.draft, fears=fears))
        self.fears[-1].open_up()

    def _move(self, at: int, by: int) -> None:
        fears = list(self.draft.fears)
        if 0 <= at + by < len(fears):
            fears.insert(at + by, fears.pop(at))
            self.changed.emit(replace(self.draft, fears=tuple(fears)))
            self.fears[at + by].setFocus()

    def _remove(self, at: int) -> None:
        self.changed.emit(self._with(at))
        (self.fears[min(at, len(self.fears) - 1)] if self.fears else self.add).setFocus()


class FearRow(FoldRow):
    fear_edited = Signal(object)
    kept = Signal()

    def __init__(self, fear: Fear, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent, name=name)
        self.fear = fear
        self._found: tuple[PlaybookError, ...] = ()
        self._fields: dict[str, PhraseField] = {}

    def show_fear(self, fear: Fear, found: Sequence[PlaybookError]) -> None:
        self.fear, self._found = fear, tuple(found)
        said = fear.they_say.words or _("Nothing yet")
        self.show_head(with_names(said), plain_names(said), note=plain_names(fear.way_out.words))
        if self.is_open:
            self._fill()
        self.show_problem(" ".join(faults.fault(error) for error in found))

    def make_editor(self) -> QWidget:
        editor = QWidget(self)
        rows = QVBoxLayout(editor)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.MEDIUM)
        looks = {
            "they_say": PhraseLook(_("They may say"), allowed=FACT_NAMES - {"for_whom"}),
            "way_out": PhraseLook(_("The easy way out")),
        }
        self._fields = {}
        for part, look in looks.items():
            field = PhraseField(look, editor, name=f"fear_{part}")
            field.edited.connect(lambda phrase, part=part: self._take(part, phrase))
            field.kept.connect(self.kept)
            rows.addWidget(field)
            self._fields[part] = field
        editor.setFocusProxy(self._fields["they_say"])
        self._fill()
        return editor

    def _fill(self) -> None:
        for part, field in self._fields.items():
            field.show_phrase(getattr(self.fear, part))
            at = [e for e in self._found if e.where.endswith(part) or f".{part}." in e.where]
            field.show_problem(" ".join(faults.fault(error) for error in at))

    def _take(self, part: str, phrase: Phrase) -> None:
        self.fear = replace(self.fear, **{part: phrase})
        self.fear_edited.emit(self.fear)
