"""Forms about what is open: a follow-up, a promise, a problem."""

from PySide6.QtWidgets import QWidget

from followup_desktop.domain.customer import ComingUp, CustomerCard, OpenProblem, OpenPromise
from followup_desktop.domain.kinds import Kind
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet, keep
from followup_desktop.ui.kit.dates import DateField, TimeField
from followup_desktop.ui.kit.fields import LineField, TextField
from followup_desktop.ui.kit.pickers import Picker
from followup_desktop.words import N_, _, codes

PLANNED = {
    Kind.CHECK_IN: N_("See how they are"),
    Kind.PROMISE: N_("Something you promised"),
    Kind.SOMETHING_NEW: N_("Something new has come in"),
    Kind.TIME_TO_RENEW: N_("Time to renew"),
    Kind.LEFT_LATER: N_("They left without buying"),
    Kind.THANK_YOU: N_("Say thank you"),
}
"""What a clerk plans by hand; the rest comes from what happens."""


def plan_form(desk: Desk, window: QWidget, card: CustomerCard) -> FormSheet:
    sheet = FormSheet(window, _("Plan a follow-up"), name="plan_form", save=_("Plan it"))
    kind = Picker([(kind, _(text)) for kind, text in PLANNED.items()], name="plan_kind")
    kind.choose(Kind.CHECK_IN)
    sheet.add("kind", _("What for?"), kind)
    about = LineField("", name="plan_about", placeholder=_("The grey suit"))
    sheet.add("about", _("About"), about)
    _when(sheet, desk, "plan")
    sheet.need("due_on")
    keep(desk, sheet, desk.services.today.plan, card.id)
    return sheet


def move_form(desk: Desk, window: QWidget, one: ComingUp) -> FormSheet:
    sheet = FormSheet(window, codes.kind(one.kind), name="move_form", save=_("Move it"))
    _when(sheet, desk, "move", one)
    sheet.need("due_on")
    keep(desk, sheet, desk.services.today.move, one.id)
    return sheet


def promise_form(desk: Desk, window: QWidget, promise: OpenPromise) -> FormSheet:
    sheet = FormSheet(window, _("Another day for it"), name="promise_form", save=_("Move it"))
    _when(sheet, desk, "promise", promise)
    sheet.need("due_on")
    keep(desk, sheet, desk.services.keeping.move_promise, promise.id)
    return sheet


def problem_form(desk: Desk, window: QWidget, problem: OpenProblem) -> FormSheet:
    sheet = FormSheet(window, _("How it is put right"), name="problem_form")
    how = TextField(problem.put_right_how, name="problem_how", lines=2)
    sheet.add("how", _("What did you tell them?"), how)
    sheet.add_row(
        ("by", _("By when"),
         DateField(name="problem_by", today=desk.now().day, value=problem.put_right_by), 3),
        ("by_time", _("At"), TimeField(name="problem_by_time"), 2),
    )  # fmt: skip
    sheet.need("how", "by")
    keep(desk, sheet, desk.services.keeping.problem_put_right, problem.id)
    return sheet


def _when(
    sheet: FormSheet, desk: Desk, name: str, was: ComingUp | OpenPromise | None = None
) -> None:
    day = DateField(name=f"{name}_day", today=desk.now().day, value=was.due_on if was else None)
    at = TimeField(name=f"{name}_time", value=was.due_time if was else None)
    sheet.add_row(("due_on", _("Day"), day, 3), ("due_time", _("Time, if it matters"), at, 2))
