"""What changes an order: another promised date, what is missing, its steps, or the end of it."""

from PySide6.QtWidgets import QWidget

from followup_desktop.domain.customer import Checkpoint
from followup_desktop.domain.delay import OrderOnCall
from followup_desktop.domain.kinds import OrderChoice
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.form_sheet import FormSheet, keep
from followup_desktop.ui.kit.dates import DateField, TimeField
from followup_desktop.ui.kit.fields import LineField
from followup_desktop.ui.kit.labels import Muted
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.ticks import Tick
from followup_desktop.ui.order_card import AnyOrder, OrderCard
from followup_desktop.ui.order_steps import OrderSteps
from followup_desktop.words import _, codes
from followup_desktop.words import orders as words


def connect_order(desk: Desk, page: QWidget, card: OrderCard) -> None:
    """What the card asks for, with the verbs and forms that do it."""
    orders = desk.services.orders
    card.checked.connect(lambda step_id: desk.do(orders.check, step_id))
    card.unchecked.connect(lambda step_id: desk.do(orders.uncheck, step_id))
    if card.steps is not None:
        _connect_steps(desk, page, card.steps)
    card.move_requested.connect(lambda one: move_order(desk, page.window(), one))
    card.cancel_requested.connect(lambda one: cancel_order(desk, page.window(), one))
    card.not_complete_requested.connect(lambda one: not_complete(desk, page.window(), one))
    card.told.connect(lambda order_id: desk.do(orders.told, order_id))
    card.chosen.connect(lambda one, choice: _choose(desk, page, one, choice))
    card.steps_requested.connect(lambda one: step_by_step(desk, page.window(), one))


def _connect_steps(desk: Desk, page: QWidget, steps: OrderSteps) -> None:
    orders = desk.services.orders
    steps.checked.connect(lambda step_id: desk.do(orders.check, step_id))
    steps.unchecked.connect(lambda step_id: desk.do(orders.uncheck, step_id))
    steps.date_requested.connect(lambda step: plan_step(desk, page.window(), step))


def _choose(desk: Desk, page: QWidget, order: AnyOrder, choice: OrderChoice | None) -> None:
    """Without a call, an order that they give up is cancelled there and then."""
    if choice is OrderChoice.CANCEL:
        cancel_order(desk, page.window(), order)
    else:
        desk.do(desk.services.orders.choose, order.id, choice)


def move_order(
    desk: Desk, window: QWidget, order: AnyOrder | OrderOnCall, *, they_know: bool = False
) -> FormSheet:
    """`they_know`: the new day is being agreed with them."""
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
    known = Tick(_("They know it already"), name="order_they_know")
    known.setChecked(they_know)
    sheet.add("they_know", "", known)
    sheet.need("on", "reason")
    keep(desk, sheet, desk.services.orders.move_date, order.id)
    sheet.open()
    return sheet


def not_complete(desk: Desk, window: QWidget, order: AnyOrder) -> FormSheet:
    title = _("Not complete: {what}").format(what=order.what)
    sheet = FormSheet(window, title, name="not_complete", save=_("Plan the call for today"))
    sheet.body.addWidget(
        Muted(
            _("They hear it from us today, with the new day, and choose what helps them most."),
            wrap=True,
        )
    )
    sheet.add("what", _("What is missing, and why?"), LineField(name="missing_what"))
    sheet.add_row(
        ("on", _("New day, if there is one you are sure of"),
         DateField(name="missing_day", today=desk.now().day), 3),
        ("time", _("Time, if it matters"), TimeField(name="missing_time"), 2),
    )  # fmt: skip
    sheet.need("what")
    keep(desk, sheet, desk.services.orders.not_complete, order.id)
    sheet.open()
    return sheet


def plan_step(desk: Desk, window: QWidget, step: Checkpoint) -> FormSheet:
    title = _("{step}: by when?").format(step=codes.order_step(step.step))
    sheet = FormSheet(window, title, name="plan_step")
    sheet.body.addWidget(Muted(_("When the day has passed, a follow-up asks about it."), wrap=True))
    day = DateField(name="step_day", today=desk.now().day, value=step.due_on)
    sheet.add("due_on", _("Day; empty for none"), day)
    keep(desk, sheet, desk.services.orders.plan_step, step.id)
    sheet.open()
    return sheet


def step_by_step(desk: Desk, window: QWidget, order: AnyOrder) -> Sheet:
    """Each checkpoint with who and when."""
    sheet = Sheet(
        window, words.title(order.fulfilment, order.what), name="order_steps_sheet", width=560
    )
    steps = OrderSteps(name="order_steps")

    def show() -> None:
        card = desk.ask(desk.services.orders.steps, order.id)
        if card is not None:
            steps.show_steps(card, desk.now().day)

    _connect_steps(desk, sheet, steps)
    desk.changed.connect(show)
    sheet.dismissed.connect(lambda: desk.changed.disconnect(show))
    sheet.dismissed.connect(sheet.deleteLater)
    show()
    sheet.body.addWidget(steps)
    sheet.add_cancel(_("Close"))
    sheet.open()
    return sheet


def cancel_order(desk: Desk, window: QWidget, order: AnyOrder) -> FormSheet:
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
