"""The purposes, in the order in which they are suggested (M-2, M-4)."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.domain.kinds import Purpose
from followup_desktop.domain.phrase import Phrase
from followup_desktop.domain.playbook_draft import add_purpose, remove_purpose
from followup_desktop.domain.playbook_parts import PurposePlan
from followup_desktop.domain.playbook_reading import FOR_THE_CLERK
from followup_desktop.ui.fact_text import plain_names, with_names
from followup_desktop.ui.kit.buttons import MenuButton
from followup_desktop.ui.kit.labels import Muted
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.playbook.draft_part import DraftPart, Shown, take_away
from followup_desktop.ui.playbook.fold_row import FoldRow
from followup_desktop.ui.playbook.phrase_field import PhraseField, PhraseLook
from followup_desktop.words import _
from followup_desktop.words import call as call_words
from followup_desktop.words import playbook_faults as faults
from followup_desktop.words import playbooks as words

_NONE = Phrase("")


class PurposesPart(DraftPart):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.purposes: dict[Purpose, PurposeRow] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(Space.SMALL)
        self.add = MenuButton(_("Add a purpose"), self, name="add_purpose")
        self.rows.addWidget(
            Muted(
                _("The first one is proposed when a call is begun; the others are one click away."),
                wrap=True,
            )
        )
        self.rows.addLayout(self._list)
        self.rows.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows.addStretch(1)

    def show_draft(self, shown: Shown) -> None:
        self.shown = shown
        order = [plan.purpose for plan in shown.draft.purposes]
        if order != list(self.purposes):
            self._make_rows(shown.draft.purposes)
        for number, plan in enumerate(shown.draft.purposes, start=1):
            row = self.purposes[plan.purpose]
            row.show_plan(plan, shown.faults_at(f"purposes.{number}"))
        self._fill_menu()

    def go_to(self, where: str) -> bool:
        key, _dot, rest = where.partition(".")
        if key != "purposes":
            return False
        number = rest.partition(".")[0]
        if number.isdigit():
            self.purposes[self.draft.purposes[int(number) - 1].purpose].open_up()
        return True

    def _make_rows(self, plans: tuple[PurposePlan, ...]) -> None:
        was_open = {purpose for purpose, row in self.purposes.items() if row.is_open}
        take_away(list(self.purposes.values()))
        self.purposes = {plan.purpose: self._make_row(plan) for plan in plans}
        for purpose, row in self.purposes.items():
            self._list.addWidget(row)
            row.show()
            if purpose in was_open:
                row.open_up()

    def _make_row(self, plan: PurposePlan) -> "PurposeRow":
        purpose = plan.purpose
        row = PurposeRow(plan, self)
        row.plan_edited.connect(lambda plan: self.edited.emit(self._with(plan)))
        row.kept.connect(self.kept)
        row.moved.connect(lambda by: self._move(purpose, by))
        row.removed.connect(lambda: self._remove(purpose))
        row.opened.connect(lambda: self._fold_others(row))
        return row

    def _fold_others(self, row: "PurposeRow") -> None:
        for other in self.purposes.values():
            if other is not row:
                other.fold()

    def _with(self, plan: PurposePlan) -> object:
        plans = tuple(plan if one.purpose is plan.purpose else one for one in self.draft.purposes)
        return replace(self.draft, purposes=plans)

    def _move(self, purpose: Purpose, by: int) -> None:
        """The clerk's own words stay last."""
        plans = list(self.draft.purposes)
        at = [plan.purpose for plan in plans].index(purpose)
        if not 0 <= at + by < len(plans) - 1:
            return
        plans.insert(at + by, plans.pop(at))
        self.changed.emit(replace(self.draft, purposes=tuple(plans)))
        self.purposes[purpose].setFocus()

    def _remove(self, purpose: Purpose) -> None:
        self.changed.emit(remove_purpose(self.draft, purpose))
        next(iter(self.purposes.values())).setFocus()

    def _fill_menu(self) -> None:
        menu = self.add.menu_shown
        menu.clear()
        for purpose in Purpose:
            if purpose not in self.purposes and purpose is not Purpose.OWN_WORDS:
                menu.addAction(
                    call_words.purpose(purpose), lambda purpose=purpose: self._add(purpose)
                )
        self.add.setEnabled(not menu.isEmpty())

    def _add(self, purpose: Purpose) -> None:
        self.changed.emit(add_purpose(self.draft, PurposePlan(purpose, _NONE, _NONE, _NONE)))
        if purpose in self.purposes:
            self.purposes[purpose].open_up()


class PurposeRow(FoldRow):
    plan_edited = Signal(object)
    kept = Signal()

    def __init__(self, plan: PurposePlan, parent: QWidget | None = None) -> None:
        is_last = plan.purpose is Purpose.OWN_WORDS
        super().__init__(
            parent, name=f"purpose_{plan.purpose}", movable=not is_last, removable=not is_last
        )
        self.plan = plan
        self._problems: dict[str, str] = {}
        self.fields: dict[str, PhraseField] = {}

    def show_plan(self, plan: PurposePlan, found: object) -> None:
        self.plan = plan
        self._problems = {
            error.where.split(".")[2]: faults.fault(error)
            for error in found  # type: ignore[attr-defined]
            if error.where.count(".") >= 2
        }
        name = words.purpose(plan.purpose)
        wanted = plan.outcome.words if plan.outcome is not None else plan.hint.words
        self.show_head(with_names(name), name, note=plain_names(wanted))
        if self.is_open:
            self._fill()
        self.show_problem(" ".join(self._problems.values()))

    def make_editor(self) -> QWidget:
        looks = {
            "hint": PhraseLook(_("Under its name"), allowed=FOR_THE_CLERK),
            "outcome": PhraseLook(_("The desired outcome, in one sentence"), allowed=FOR_THE_CLERK),
            "back": PhraseLook(_("The usual way back to it")),
        }
        if self.plan.outcome is None:
            del looks["outcome"]
        editor = QWidget(self)
        rows = QVBoxLayout(editor)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.MEDIUM)
        self.fields = {}
        for part, look in looks.items():
            field = PhraseField(look, editor, name=f"purpose_{part}")
            field.edited.connect(lambda phrase, part=part: self._take(part, phrase))
            field.kept.connect(self.kept)
            rows.addWidget(field)
            self.fields[part] = field
        editor.setFocusProxy(self.fields["hint"])
        self._fill()
        return editor

    def _fill(self) -> None:
        for part, field in self.fields.items():
            field.show_phrase(getattr(self.plan, part))
            field.show_problem(self._problems.get(part, ""))

    def _take(self, part: str, phrase: Phrase) -> None:
        self.plan = replace(self.plan, **{part: phrase})  # type: ignore[arg-type]
        self.plan_edited.emit(self.plan)
