"""Forms about reaching somebody: numbers, addresses, what is allowed, what took place."""

from PySide6.QtWidgets import QWidget

from followup_desktop.domain.customer import CustomerCard, Mail, Phone
from followup_desktop.domain.kinds import Direction, PhoneKind, Way
from followup_desktop.ui.card.forms_about import removing
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet, keep
from followup_desktop.ui.kit.choices import Choices
from followup_desktop.ui.kit.dates import DateField, TimeField
from followup_desktop.ui.kit.fields import LineField, TextField
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.kit.typed_dates import Prefer
from followup_desktop.ui.visit.phone_field import PhoneField
from followup_desktop.words import _, codes
from followup_desktop.words.call import phone_kind


def phone_form(
    desk: Desk, window: QWidget, customer_id: int, country: str, was: Phone | None = None
) -> FormSheet:
    customers = desk.services.customers
    sheet = FormSheet(
        window,
        _("A phone number"),
        name="phone_form",
        remove=_("Take it off the card") if was else "",
    )
    number = PhoneField(name="phone_number")
    number.set_country(country)
    number.setText(was.shown if was else "")
    sheet.add("number", _("Number"), number, needed=True)
    kind = Choices([(kind, phone_kind(kind)) for kind in PhoneKind], name="phone_kind")
    kind.choose(was.kind if was else PhoneKind.MOBILE)
    sheet.add("kind", _("Where does it ring?"), kind)
    sheet.add_row(
        ("good_from", _("Good from"),
         TimeField(name="good_from", value=was.good_from if was else None), 1),
        ("good_to", _("Good until"),
         TimeField(name="good_to", value=was.good_to if was else None), 1),
    )  # fmt: skip
    note = LineField(was.note if was else "", name="phone_note")
    sheet.add("note", _("Good to know"), note)
    if was is None:
        keep(desk, sheet, customers.add_phone, customer_id)
        return sheet
    if was.is_wrong:
        sheet.add("is_right", "", Tick(_("It is theirs after all"), name="phone_is_right"))

    def changed(values: dict[str, object]) -> dict[str, object]:
        """A number that stays as it is isn't handed over: that would make a wrong one right."""
        is_right = values.pop("is_right", False)
        if values["number"] == was.shown:
            del values["number"]
        return {**values, "is_wrong": False} if is_right else values

    keep(desk, sheet, customers.change_phone, was.id, read=changed)
    removing(desk, sheet, customers.remove_phone, was.id)
    return sheet


def mail_form(desk: Desk, window: QWidget, customer_id: int, was: Mail | None = None) -> FormSheet:
    customers = desk.services.customers
    sheet = FormSheet(
        window,
        _("A mail address"),
        name="mail_form",
        remove=_("Take it off the card") if was else "",
    )
    address = LineField(was.address if was else "", name="mail_address")
    sheet.add("address", _("Address"), address, needed=True)
    if was is None:
        keep(desk, sheet, customers.add_mail, customer_id)
    else:
        keep(desk, sheet, customers.change_mail, was.id)
        removing(desk, sheet, customers.remove_mail, was.id)
    return sheet


def permission_form(desk: Desk, window: QWidget, card: CustomerCard) -> FormSheet:
    sheet = FormSheet(window, _("May we reach them?"), name="permission_form")
    ways = Choices([(way, codes.way(way)) for way in Way], name="permission_way")
    ways.choose(Way.CALL)
    sheet.add("way", _("How"), ways)
    answers = Choices([(True, _("Yes, we may")), (False, _("No"))], name="permission_allowed")
    sheet.add("allowed", _("What they said"), answers, needed=True)
    source = LineField("", name="permission_source", placeholder=_("At the till, on the phone…"))
    sheet.add("source", _("Where they said it"), source)
    keep(desk, sheet, desk.services.customers.permit, card.id)
    return sheet


def log_form(desk: Desk, window: QWidget, card: CustomerCard, direction: Direction) -> FormSheet:
    """A contact that nobody planned (M-31)."""
    sheet = FormSheet(window, _title(direction), name="log_form", save=_("Keep it"))
    text = TextField("", name="log_text", lines=3)
    sheet.add("text", _("What was said?"), text, needed=True)
    today = desk.now().day
    day = DateField(name="log_on", today=today, value=today, prefer=Prefer.PAST)
    sheet.add("on", _("When?"), day)
    if direction is Direction.TEXT:
        answered = Tick(_("They answered"), name="log_was_reached")
        answered.setChecked(True)
        sheet.add("was_reached", "", answered)
    keep(desk, sheet, desk.services.calls.log, card.id, direction)
    return sheet


def _title(direction: Direction) -> str:
    match direction:
        case Direction.INBOUND:
            return _("They called")
        case Direction.TEXT:
            return _("We wrote to each other")
        case _:
            return _("We talked in the shop")
