"""What changes an order: another promised date, or the end of it, each with its reason."""

from PySide6.QtWidgets import QWidget

from followup_desktop.domain.customer import OrderOnCard
from followup_desktop.domain.order import OrderLine
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet, keep
from followup_desktop.ui.kit.dates import DateField, TimeField
from followup_desktop.ui.kit.fields import LineField
from followup_desktop.ui.kit.labels import Muted
from followup_desktop.words import _


def move_order(desk: Desk, window: QWidget, order: OrderOnCard | OrderLine) -> FormSheet:
    sheet = FormSheet(window, _("A new promised date"), name="move_order", save=_("Move it"))
    sheet.body.addWidget(
        Muted(_("If it is later, they hear it from us today, before they have to ask."), wrap=True)
    )
    day = DateField(name="order_day", today=desk.now().day, value=order.promised_on)
    sheet.add_row(
        ("on", _("Day"), day, 3),
        ("time", _("Time, if it matters"),
         TimeField(name="order_time", value=order.promised_time), 2),
    )  # fmt: skip
    sheet.add("reason", _("Why does it move?"), LineField(name="order_reason"))
    sheet.need("on", "reason")
    keep(desk, sheet, desk.services.orders.move_date, order.id)
    sheet.open()
    return sheet


def cancel_order(desk: Desk, window: QWidget, order: OrderOnCard | OrderLine) -> FormSheet:
    title = _("Cancel the order: {what}?").format(what=order.what)
    sheet = FormSheet(window, title, name="cancel_order", save=_("Cancel the order"))
    sheet.body.addWidget(
        Muted(_("Nobody will call about it any more. You can take it back."), wrap=True)
    )
    sheet.add("reason", _("Why?"), LineField(name="cancel_reason"))
    sheet.need("reason")
    keep(desk, sheet, desk.services.orders.cancel, order.id)
    sheet.open()
    return sheet
