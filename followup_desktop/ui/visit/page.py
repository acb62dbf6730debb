"""The form, laid over whatever the window shows."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.domain.checks import FieldProblem
from followup_desktop.domain.customer_list import CustomerHit
from followup_desktop.domain.visit import NewVisit, VisitPreview
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.fields import Field, TextField
from followup_desktop.ui.kit.notices import Notice
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.plan_card import PlanCard
from followup_desktop.ui.visit.bought_part import BoughtPart
from followup_desktop.ui.visit.left_part import LeftPart
from followup_desktop.ui.visit.phone_field import PhoneField
from followup_desktop.ui.visit.who_field import WhoField
from followup_desktop.words import _, codes, troubles, waits

EMPTY = NewVisit()
_WIDTH = 920


class VisitPage(Sheet):
    edited = Signal()
    """Something was typed or chosen; `visit()` says what stands there now."""
    save_requested = Signal()
    afresh_requested = Signal()

    def __init__(self, parent: QWidget, today: date = date.min) -> None:
        title = _("Record a visit")
        super().__init__(parent, title, name="visit_page", width=_WIDTH, closes_itself=False)
        self._base = EMPTY
        self._showing = False
        self._build_ui(today)
        self._connect()

    # What stands in the form

    def visit(self) -> NewVisit:
        return replace(
            self._base,
            customer_id=self.who.customer_id,
            name=self.who.text(),
            phone=self.phone.text(),
            bought=bool(self.bought.value()),
            learned=self.learned.text(),
            may_call=self.may_call.isChecked() or None,
            changes=self.plan.changes(),
            **self.bought_part.answers(),  # type: ignore[arg-type]
            **self.left_part.answers(),  # type: ignore[arg-type]
        )

    def show_visit(self, visit: NewVisit, known_as: str = "") -> None:
        """Fill the form; `known_as` is the stage of a customer we know already."""
        self._showing = True
        self._base = visit
        if visit.customer_id is None:
            self.who.show_new(visit.name)
        else:
            self.who.show_known(visit.customer_id, visit.name, known_as)
        self.phone.setText(visit.phone)
        self.bought.choose(visit.bought)
        self.bought_part.show_visit(visit)
        self.left_part.show_visit(visit)
        self.learned.set_text(visit.learned)
        self.may_call.setChecked(bool(visit.may_call))
        self.plan.set_changes(visit.changes)
        self._show_part()
        self._showing = False
        self.show_problems(())

    def show_hit(self, hit: CustomerHit) -> None:
        """A customer we know was chosen; their number comes along."""
        self._showing = True
        self.who.show_known(hit.id, hit.name, codes.stage(hit.stage))
        self.phone.setText(hit.phone)
        self._showing = False

    # What the shop answers

    def show_preview(self, preview: VisitPreview, today: date) -> None:
        self.plan.show_plan(preview.planned, today)
        self.plan.show_note(waits.withheld(preview.withheld))
        self.bought_part.items.show_groups(preview.groups)
        self._show_hints(tuple(one for one in preview.problems if not one.blocks))

    def show_reminded(self, name: str) -> None:
        """Who is to call: a colleague who looks after them; empty: whoever fills this in."""
        self.plan.set_title(
            _("We will remind {name}, who looks after them").format(name=name)
            if name
            else _("We will remind you")
        )

    def show_problems(self, problems: tuple[FieldProblem, ...]) -> None:
        """Say at each field why it can't be kept; the keyboard goes to the first one."""
        for field in self.fields.values():
            field.set_problem("")
        self.notice.show_note("")
        for problem in problems:
            words = troubles.field_problem(problem)
            if problem.field in self.fields:
                self.fields[problem.field].set_problem(words)
            else:
                self.notice.show_problem(words)
        first = next((self.fields[one.field] for one in problems if one.field in self.fields), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_trouble(self, sentence: str) -> None:
        self.notice.show_problem(sentence)

    def show_resumed(self, resumed: bool) -> None:
        """Say that the form still holds what was typed before."""
        self.notice.show_note(_("You were in the middle of this one.") if resumed else "")
        self.afresh.setVisible(resumed)

    def set_shop(self, today: date, country: str) -> None:
        self.phone.set_country(country)
        for field in (self.bought_part.occasion_on, self.bought_part.ready_on):
            field.set_today(today)

    def first_field(self) -> QWidget | None:
        return self.who

    def _show_hints(self, hints: tuple[FieldProblem, ...]) -> None:
        said = {hint.field: troubles.field_problem(hint) for hint in hints}
        for name, field in self.fields.items():
            if not field.problem() or name in said:
                field.set_hint(said.get(name, ""))

    def _show_part(self) -> None:
        for part, shown in (
            (self.bought_part, bool(self.bought.value())),
            (self.left_part, not self.bought.value()),
        ):
            part.setVisible(shown)
            part.extra.setVisible(shown)

    def _on_edited(self) -> None:
        if not self._showing:
            self.edited.emit()

    def _on_save_clicked(self) -> None:
        """A day or a time that means nothing to us isn't quietly left out."""
        unclear = self.bought_part.unclear() if self.bought.value() else None
        if unclear is None:
            self.save_requested.emit()
        else:
            unclear.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_bought_chosen(self) -> None:
        self._show_part()
        self._on_edited()

    def _choose_bought(self, bought: bool) -> None:
        self.bought.choose(bought)
        self._on_bought_chosen()

    # Building

    def _build_ui(self, today: date) -> None:
        answers = [(True, _("Bought something")), (False, _("Left without buying"))]
        self.bought = Choices(answers, name="visit_bought", label=_("What happened"))
        self.notice = Notice()
        self.who, self.phone = WhoField(), PhoneField(name="visit_phone")
        self.bought_part, self.left_part = BoughtPart(today), LeftPart()
        self.learned = TextField(name="visit_learned", lines=1)
        self.plan = PlanCard(_("We will remind you"), name="visit_plan")
        who_field, phone_field = Field(_("Who"), self.who), Field(_("Phone"), self.phone)
        learned_field = Field(_("Anything you learned about them"), self.learned)
        self.fields = {
            "name": who_field,
            "phone": phone_field,
            "learned": learned_field,
            **self.bought_part.fields,
            **self.left_part.fields,
        }
        self.body.setSpacing(Space.MEDIUM)
        self.body.addWidget(self.bought)
        self.body.addWidget(self.notice)
        self.body.addLayout(_halves(who_field, phone_field))
        self.body.addWidget(self.bought_part)
        self.body.addWidget(self.left_part)
        extras = (self.bought_part.extra, self.left_part.extra)
        self.body.addLayout(_halves(*extras, learned_field))
        self.body.addWidget(self.plan)
        self._build_footer()

    def _build_footer(self) -> None:
        self.may_call = Tick(_("They said we may call"), name="visit_may_call")
        self.footer.insertWidget(0, self.may_call)
        self.afresh = self.add_cancel(_("Start afresh"))
        self.afresh.setObjectName("visit_afresh")
        self.afresh.clicked.disconnect()
        self.cancel = self.add_cancel(_("Cancel"))
        self.save = self.add_primary(_("Save visit"), name="visit_save")

    def _connect(self) -> None:
        self.bought.chosen.connect(self._on_bought_chosen)
        self.who.textChanged.connect(self._on_edited)
        self.phone.edited.connect(self._on_edited)
        for part in (self.bought_part, self.left_part):
            part.edited.connect(self._on_edited)
        self.learned.edited.connect(self._on_edited)
        self.may_call.ticked.connect(self._on_edited)
        self.plan.changed.connect(self._on_edited)
        self.save.clicked.connect(self._on_save_clicked)
        self.afresh.clicked.connect(self.afresh_requested)
        for keys, does in {
            "Alt+B": lambda: self._choose_bought(True),
            "Alt+L": lambda: self._choose_bought(False),
            "Alt+M": self.may_call.click,
            "Alt+G": self.bought_part.items.group.open,
            "Ctrl+S": self.save.click,
        }.items():
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)


def _halves(*fields: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.MEDIUM + 2)
    for field in fields:
        row.addWidget(field, 1)
    return row
