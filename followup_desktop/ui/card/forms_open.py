"""Forms about follow-ups that are open, or are to be planned."""

from PySide6.QtWidgets import QWidget

from followup_desktop.domain.customer import ComingUp, CustomerCard
from followup_desktop.domain.kinds import Kind
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet, keep
from followup_desktop.ui.kit.dates import DateField, TimeField
from followup_desktop.ui.kit.fields import LineField
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


def _when(sheet: FormSheet, desk: Desk, name: str, was: ComingUp | None = None) -> None:
    day = DateField(name=f"{name}_day", today=desk.now().day, value=was.due_on if was else None)
    at = TimeField(name=f"{name}_time", value=was.due_time if was else None)
    sheet.add_row(("due_on", _("Day"), day, 3), ("due_time", _("Time, if it matters"), at, 2))
