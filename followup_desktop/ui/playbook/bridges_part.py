"""The bridges: one for each detour, and how each leads back to each purpose (M-8)."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.domain.facts import DISCREET, FACT_NAMES
from followup_desktop.domain.kinds import Detour
from followup_desktop.domain.phrase import Phrase
from followup_desktop.domain.playbook_draft import BridgeDraft
from followup_desktop.domain.playbook_error import PlaybookError
from followup_desktop.domain.playbook_parts import PurposePlan
from followup_desktop.domain.playbook_reading import ANY
from followup_desktop.ui.fact_text import plain_names, with_names
from followup_desktop.ui.kit.labels import Muted
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.playbook.draft_part import DraftPart, Shown
from followup_desktop.ui.playbook.fold_row import FoldRow
from followup_desktop.ui.playbook.phrase_field import PhraseField, PhraseLook
from followup_desktop.words import _
from followup_desktop.words import call as call_words
from followup_desktop.words import playbook_faults as faults
from followup_desktop.words import playbooks as words


class BridgesPart(DraftPart):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bridges: dict[Detour, BridgeRow] = {}
        self.rows.addWidget(
            Muted(_("A kind answer, and the way back to the purpose of the call."), wrap=True)
        )
        for detour in Detour:
            row = BridgeRow(detour, self)
            row.bridge_edited.connect(self._on_edited)
            row.kept.connect(self.kept)
            row.opened.connect(lambda row=row: self._fold_others(row))
            self.bridges[detour] = row
            self.rows.addWidget(row)
        self.rows.addStretch(1)

    def show_draft(self, shown: Shown) -> None:
        self.shown = shown
        for number, bridge in enumerate(shown.draft.bridges, start=1):
            found = shown.faults_at(f"bridges.{number}")
            plans = tuple(
                plan
                for plan in shown.draft.purposes
                if shown.purpose is None or plan.purpose is shown.purpose
            )
            self.bridges[bridge.detour].show_bridge(bridge, plans, found)

    def go_to(self, where: str) -> bool:
        key, _dot, rest = where.partition(".")
        if key != "bridges":
            return False
        number = rest.partition(".")[0]
        if number.isdigit():
            self.bridges[self.draft.bridges[int(number) - 1].detour].open_up()
        return True

    def _fold_others(self, row: "BridgeRow") -> None:
        for other in self.bridges.values():
            if other is not row:
                other.fold()

    def _on_edited(self, bridge: BridgeDraft) -> None:
        bridges = tuple(
            bridge if one.detour is bridge.detour else one for one in self.draft.bridges
        )
        self.edited.emit(replace(self.draft, bridges=bridges))


class BridgeRow(FoldRow):
    bridge_edited = Signal(object)
    kept = Signal()

    def __init__(self, detour: Detour, parent: QWidget | None = None) -> None:
        super().__init__(parent, name=f"playbook_bridge_{detour}", movable=False, removable=False)
        self.bridge = BridgeDraft(detour, Phrase(""), {})
        self._plans: tuple[PurposePlan, ...] = ()
        self._found: tuple[PlaybookError, ...] = ()
        self._fields: dict[str, PhraseField] = {}
        """By purpose or `ANY`; the answer's is ""."""

    def show_bridge(
        self, bridge: BridgeDraft, plans: tuple[PurposePlan, ...], found: Sequence[PlaybookError]
    ) -> None:
        others = [plan.purpose for plan in plans] != [plan.purpose for plan in self._plans]
        self.bridge, self._plans, self._found = bridge, plans, tuple(found)
        if others and self.is_open:
            self.fold()
        name = call_words.detour(bridge.detour)
        self.show_head(with_names(name), name, note=plain_names(bridge.answer.words))
        if self.is_open:
            self._fill()
        self.show_problem(" ".join(faults.fault(error) for error in found))

    def make_editor(self) -> QWidget:
        allowed = DISCREET if self._is_elsewhere else FACT_NAMES
        editor = QWidget(self)
        rows = QVBoxLayout(editor)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.MEDIUM)
        looks = {"": PhraseLook(_("The answer"), allowed=allowed)}
        for plan in self._plans:
            label = _("The way back to “{purpose}”").format(purpose=words.purpose(plan.purpose))
            looks[plan.purpose.value] = PhraseLook(label, allowed=allowed, optional=True)
        looks[ANY] = PhraseLook(_("The way back to all others"), allowed=allowed, optional=True)
        self._fields = {}
        for code, look in looks.items():
            field = PhraseField(look, editor, name=f"bridge_{code or 'answer'}")
            field.edited.connect(lambda phrase, code=code: self._take(code, phrase))
            field.kept.connect(self.kept)
            rows.addWidget(field)
            self._fields[code] = field
        editor.setFocusProxy(self._fields[""])
        self._fill()
        return editor

    @property
    def _is_elsewhere(self) -> bool:
        return self.bridge.detour is Detour.NOT_THE_RIGHT_PERSON

    def _fill(self) -> None:
        """An empty way back shows which one is taken instead."""
        usual = self.bridge.backs.get(ANY)
        for code, field in self._fields.items():
            field.show_phrase(self.bridge.backs.get(code) if code else self.bridge.answer)
            field.show_problem("")
        for plan in self._plans:
            instead = usual or (None if self._is_elsewhere else plan.back)
            self._fields[plan.purpose.value].show_placeholder(instead.words if instead else "")
        for error in self._found:
            parts = error.where.split(".")
            code = parts[3] if len(parts) > 3 else ANY if parts[-1] == "back" else ""
            self._fields.get(code, self._fields[""]).show_problem(faults.fault(error))

    def _take(self, code: str, phrase: Phrase | None) -> None:
        if not code:
            self.bridge = replace(self.bridge, answer=phrase or Phrase(""))
        else:
            backs = {one: words for one, words in self.bridge.backs.items() if one != code}
            self.bridge = replace(
                self.bridge, backs=backs if phrase is None else {**backs, code: phrase}
            )
        self.bridge_edited.emit(self.bridge)
