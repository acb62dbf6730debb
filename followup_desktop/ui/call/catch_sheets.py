"""Catch it now: one small form for each thing that must not be forgotten (M-17 … M-20)."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.domain.caught import (
    CaughtForm,
    CaughtKind,
    DateForm,
    FactForm,
    ProblemForm,
    PromiseForm,
    ReferralForm,
)
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.kinds import FactKind
from followup_desktop.domain.shop import Clerk
from followup_desktop.ui.kit.dates import AnnualField, DateField, TimeField
from followup_desktop.ui.kit.fields import Field, LineField, TextField
from followup_desktop.ui.kit.labels import Muted
from followup_desktop.ui.kit.notices import Notice
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.kit.typed_dates import Annual
from followup_desktop.ui.visit.phone_field import PhoneField
from followup_desktop.words import _, codes, troubles


class CatchSheet(Sheet):
    """The base: `form()` when everything needed is there."""

    caught = Signal(object)
    """CaughtForm; whoever listens calls `dismiss()` or `show_refused()`."""

    def __init__(self, window: QWidget, title: str, kind: CaughtKind) -> None:
        super().__init__(window, title, name=f"catch_{kind}_sheet", width=640)
        self.fields: dict[str, Field] = {}
        self.notice = Notice()
        self.body.addWidget(self.notice)
        self.add_cancel(_("Cancel"))
        self.keep = self.add_primary(_("Keep it"), name=f"catch_{kind}_keep")
        self.keep.clicked.connect(self._on_keep)

    def form(self) -> CaughtForm | None:
        """What was typed, or None while something needed is missing."""
        raise NotImplementedError

    def show_refused(self, error: WorldError) -> None:
        for field in self.fields.values():
            field.set_problem("")
        if error.field in self.fields:
            self.fields[error.field].set_problem(troubles.why(error.field, error.why))
            self.fields[error.field].setFocus()
        else:
            self.notice.show_problem(troubles.trouble(error))

    def _add(self, name: str, field: Field) -> Field:
        self.fields[name] = field
        return field

    def _update(self) -> None:
        self.keep.setEnabled(self.form() is not None)

    def _on_keep(self) -> None:
        form = self.form()
        if form is not None:
            self.caught.emit(form)


class PromiseSheet(CatchSheet):
    def __init__(
        self,
        window: QWidget,
        today: date,
        clerks: Sequence[Clerk],
        clerk_id: int | None,
        was: PromiseForm | None = None,
    ) -> None:
        super().__init__(window, _("What did you promise?"), CaughtKind.PROMISE)
        self.what = LineField(was.what if was else "", name="promise_what")
        self.day = DateField(name="promise_day", today=today, value=was.due_on if was else None)
        self.time = TimeField(name="promise_time", value=was.due_time if was else None)
        self.clerk = Picker([(one.id, one.name) for one in clerks], name="promise_clerk")
        self.clerk.choose(was.clerk_id if was and was.clerk_id is not None else clerk_id)
        self.body.addWidget(self._add("what", Field(_("What will happen"), self.what)))
        row = _row(
            (self._add("due_on", Field(_("By when"), self.day)), 3),
            (self._add("due_time", Field(_("At"), self.time)), 2),
            (Field(_("Who sees to it"), self.clerk), 4),
        )
        self.body.addLayout(row)
        self.what.textChanged.connect(self._update)
        self.day.changed.connect(self._update)
        self._update()

    def form(self) -> PromiseForm | None:
        what, due_on, who = self.what.text().strip(), self.day.value(), self.clerk.value()
        if not what or due_on is None or not self.time.understood():
            return None
        clerk_id = who if isinstance(who, int) else None
        return PromiseForm(what, due_on, self.time.value(), clerk_id)


class ReferralSheet(CatchSheet):
    def __init__(self, window: QWidget, country: str, was: ReferralForm | None = None) -> None:
        super().__init__(window, _("Who did they think of?"), CaughtKind.REFERRAL)
        was = was or ReferralForm("")
        self.name = LineField(was.name, name="referral_name")
        self.phone = PhoneField(name="referral_phone")
        self.phone.set_country(country)
        self.phone.setText(was.phone)
        self.relation = LineField(
            was.relation, name="referral_relation", placeholder=_("Cousin, colleague…")
        )
        self.what_for = LineField(was.what_for, name="referral_what_for")
        self.may_call = Tick(_("They said we may call them"), name="referral_may_call")
        self.may_call.setChecked(was.may_call)
        self.note = Muted("", wrap=True)
        self.body.addLayout(
            _row(
                (self._add("name", Field(_("Name"), self.name)), 1),
                (self._add("relation", Field(_("Who is it to them?"), self.relation)), 1),
            )
        )
        self.body.addLayout(
            _row(
                (self._add("phone", Field(_("Phone"), self.phone)), 1),
                (self._add("what_for", Field(_("What are they looking for?"), self.what_for)), 1),
            )
        )
        self.body.addWidget(self.may_call)
        self.body.addWidget(self.note)
        self.name.textChanged.connect(self._update)
        self.may_call.ticked.connect(self._update)
        self._update()

    def form(self) -> ReferralForm | None:
        if not self.name.text().strip():
            return None
        return ReferralForm(
            name=self.name.text().strip(),
            phone=self.phone.text().strip(),
            relation=self.relation.text().strip(),
            what_for=self.what_for.text().strip(),
            may_call=self.may_call.isChecked(),
        )

    def _update(self) -> None:
        super()._update()
        self.note.setText(
            _("We plan a first hello for the next open day.")
            if self.may_call.isChecked()
            else _("Without their word we don’t call. Ask them to pass on our number.")
        )


class ProblemSheet(CatchSheet):
    def __init__(
        self,
        window: QWidget,
        today: date,
        clerks: Sequence[Clerk],
        clerk_id: int | None,
        was: ProblemForm | None = None,
    ) -> None:
        super().__init__(window, _("What is wrong?"), CaughtKind.PROBLEM)
        was = was or ProblemForm("")
        managers = [one for one in clerks if one.is_manager and one.left_on is None]
        managers.sort(key=lambda one: one.id == clerk_id)  # a colleague first
        steps = Muted(_("Say you are sorry to hear it. Own it. Say what you will do, and by when."))
        steps.setWordWrap(True)
        self.what = TextField(was.what, name="problem_what", lines=2)
        self.how = LineField(was.put_right_how, name="problem_how")
        self.day = DateField(name="problem_by", today=today, value=was.put_right_by)
        self.time = TimeField(name="problem_time", value=was.put_right_time)
        self.manager = Tick(_("They want to talk to the manager"), name="problem_manager")
        self.manager.setChecked(was.wants_manager)
        self.body.addWidget(steps)
        self.body.addWidget(self._add("what", Field(_("In their words"), self.what)))
        self.body.addWidget(self._add("put_right_how", Field(_("How we put it right"), self.how)))
        self.body.addLayout(
            _row(
                (self._add("put_right_by", Field(_("By when"), self.day)), 3),
                (self._add("put_right_time", Field(_("At"), self.time)), 2),
            )
        )
        self.body.addWidget(self.manager)
        self.which = Picker(
            [(one.id, one.name) for one in managers],
            name="problem_which_manager",
            label=_("Which manager?"),
        )
        self.which.choose(was.manager_id or next((one.id for one in managers), None))
        self._has_several = len(managers) > 1
        self._which_field = self._add("manager_id", Field(_("Which manager?"), self.which))
        self.body.addWidget(self._which_field)
        self.told = Muted(
            _("A manager calls them on that day at that time. Tell them so now."), wrap=True
        )
        self.body.addWidget(self.told)
        self.what.textChanged.connect(self._update)
        self.manager.ticked.connect(self._update)
        for typed in (self.day, self.time):
            typed.changed.connect(self._update)
        self._update()

    def want_manager(self) -> None:
        self.manager.setChecked(True)
        self._update()

    def _update(self) -> None:
        super()._update()
        wanted = self.manager.isChecked()
        self.told.setVisible(wanted)
        self._which_field.setVisible(wanted and self._has_several)

    def form(self) -> ProblemForm | None:
        what, by = self.what.text().strip(), self.day.value()
        is_told = by is not None and self.time.value() is not None
        told_when = not self.manager.isChecked() or is_told
        if not what or not told_when or not (self.day.understood() and self.time.understood()):
            return None
        which = self.which.value() if self.manager.isChecked() and self._has_several else None
        return ProblemForm(
            what,
            self.how.text().strip(),
            by,
            self.time.value(),
            self.manager.isChecked(),
            which if isinstance(which, int) else None,
        )


class DateSheet(CatchSheet):
    def __init__(self, window: QWidget, was: DateForm | None = None) -> None:
        super().__init__(window, _("Which day shall we remember?"), CaughtKind.DATE)
        self.name = LineField(
            was.name if was else "", name="date_name", placeholder=_("Birthday, anniversary…")
        )
        self.day = AnnualField(name="date_day")
        if was is not None:
            self.day.set_value(Annual(was.month, was.day, was.year))
        self.yearly = Tick(_("It comes every year"), name="date_yearly")
        self.yearly.setChecked(was.yearly if was else True)
        self.body.addLayout(
            _row(
                (self._add("name", Field(_("What is it?"), self.name)), 3),
                (self._add("day", Field(_("Day, the year if you know it"), self.day)), 2),
            )
        )
        self.body.addWidget(self.yearly)
        self.name.textChanged.connect(self._update)
        self.day.changed.connect(self._update)
        self._update()

    def form(self) -> DateForm | None:
        name, day = self.name.text().strip(), self.day.value()
        if not name or day is None:
            return None
        return DateForm(name, day.day, day.month, day.year, yearly=self.yearly.isChecked())


class FactSheet(CatchSheet):
    def __init__(self, window: QWidget, was: FactForm | None = None) -> None:
        super().__init__(window, _("What did you learn?"), CaughtKind.FACT)
        self.kind = Picker([(kind, codes.fact(kind)) for kind in FactKind], name="fact_kind")
        self.kind.choose(was.kind if was else FactKind.NOTE)
        self.text = TextField(was.text if was else "", name="fact_text", lines=2)
        self.body.addWidget(self._add("text", Field(_("What"), self.text)))
        self.body.addWidget(Field(_("What sort of thing"), self.kind))
        self.text.textChanged.connect(self._update)
        self._update()

    def form(self) -> FactForm | None:
        text, kind = self.text.text().strip(), self.kind.value()
        return FactForm(text, FactKind(kind)) if text and isinstance(kind, str) else None


def _row(*fields: tuple[QWidget, int]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(Space.MEDIUM)
    for field, stretch in fields:
        row.addWidget(field, stretch)
    return row
