"""When an order isn't complete on its day: the customer hears it from us, and chooses (M-37)."""

from datetime import date, time

from followup_desktop.domain import names
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import checked, checked_due
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import OrderChoice
from followup_desktop.domain.order import due_dates
from followup_desktop.domain.shop_time import Now
from followup_desktop.services import order_plans
from followup_desktop.services.rules import cadence_of
from followup_desktop.services.shop import ShopService
from followup_desktop.store.reads import orders as reads
from followup_desktop.store.reads.delays import newest_delay
from followup_desktop.store.reads.orders import Order
from followup_desktop.store.rows import CheckpointRow, DateChangeRow, DelayRow, OrderRow
from followup_desktop.store.store import Store
from followup_desktop.store.unit import Unit

SHOWN = Changed.ORDERS | Changed.CUSTOMERS | Changed.FOLLOW_UPS


class DelayVerbs:
    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop

    def not_complete(
        self,
        now: Now,
        clerk_id: int | None,
        order_id: int,
        what: str,
        on: date | None = None,
        time: time | None = None,
    ) -> Changes:
        """Something is missing: the customer is called today. `on`: the new day, where there is one
        already; nobody guesses."""
        order = going_on(order_id)
        said = checked_reason("what", what)
        if on is not None:
            checked_due("on", on, now.day)
        with self._store.action(Did.ORDER_CHANGED, now, clerk_id) as unit:
            if on is not None and on != order.promised_on:
                self._move(unit, order, on, time, said, they_know=False)
            order_plans.note_delay(unit, order, newest_delay(order_id), said)
            order_plans.plan_telling(unit, order, cadence_of(self._shop.shop()))
        return unit.changes(SHOWN, customer_id=order.customer_id, made_id=order_id)

    def told(self, now: Now, clerk_id: int | None, order_id: int) -> Changes:
        """They know that it will be late: by a talk in the shop, or a text."""
        order = going_on(order_id)
        with self._store.action(Did.ORDER_CHANGED, now, clerk_id) as unit:
            tell(unit, order)
            order_plans.after_telling(unit, order, cadence_of(self._shop.shop()))
        return unit.changes(SHOWN, customer_id=order.customer_id, made_id=order_id)

    def choose(
        self,
        now: Now,
        clerk_id: int | None,
        order_id: int,
        choice: OrderChoice | None,
        note: str = "",
    ) -> Changes:
        """What they would like instead; whoever chooses has been told. None: they haven't chosen
        after all. An order they would rather cancel is cancelled when the call is finished, or by
        `cancel`."""
        order = going_on(order_id)
        said = checked("note", names.clean(note))
        with self._store.action(Did.ORDER_CHANGED, now, clerk_id) as unit:
            delay_id = tell(unit, order)
            unit.update(
                DelayRow,
                delay_id,
                choice=choice,
                choice_note=said if choice else "",
                chosen_at=now.utc if choice else None,
            )
            order_plans.after_telling(unit, order, cadence_of(self._shop.shop()))
        return unit.changes(SHOWN | Changed.CALLS, customer_id=order.customer_id, made_id=order_id)

    def _move(
        self, unit: Unit, order: Order, on: date, at: time | None, reason: str, *, they_know: bool
    ) -> None:
        """Every change of the promised date is kept with its reason."""
        unit.insert(
            DateChangeRow,
            order=order.id,
            was_on=order.promised_on,
            now_on=on,
            reason=reason,
            changed_at=unit.now.utc,
            clerk=unit.clerk_id,
        )
        unit.update(OrderRow, order.id, promised_on=on, promised_time=at)
        due = due_dates(order.fulfilment, on)
        for one in reads.checkpoints(order.id):
            if one.step in due:
                unit.update(CheckpointRow, one.id, due_on=due[one.step])
        is_later = order.promised_on is not None and on > order.promised_on
        if is_later:
            order_plans.note_delay(unit, order, newest_delay(order.id), reason)
        moved, cadence = going_on(order.id), cadence_of(self._shop.shop())
        order_plans.after_move(unit, order, on, cadence, is_told=they_know)
        if they_know and is_later:
            tell(unit, order)
            order_plans.after_telling(unit, moved, cadence)


def going_on(order_id: int) -> Order:
    order = reads.order(order_id)
    if order is None or order.closed_at is not None:
        raise WorldError(Trouble.GONE, where=f"order {order_id}")
    return order


def checked_reason(field: str, reason: str) -> str:
    return checked(field, names.clean(reason), needed=True)


def tell(unit: Unit, order: Order) -> int:
    """They know: the hours to tell end here. The delay's id; where nobody had noted one, the shop
    and the customer have learned of it together."""
    newest = newest_delay(order.id)
    if newest is not None and newest.is_told:
        return newest.id
    delay_id = order_plans.note_delay(unit, order, newest, "")
    unit.update(DelayRow, delay_id, told_at=unit.now.utc, told_by=unit.clerk_id)
    return delay_id
