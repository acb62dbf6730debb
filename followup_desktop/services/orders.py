"""Orders on their way to a customer: checkpoints, promised dates, cancelling (M-37)."""

from datetime import date, time

from followup_desktop.domain import names
from followup_desktop.domain.cadence.needless import ClosedWhy
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import checked, checked_due
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.order import PROMISED, OrderLine
from followup_desktop.domain.shop_time import Now
from followup_desktop.services import order_plans
from followup_desktop.services.planning import close_all
from followup_desktop.services.rules import cadence_of
from followup_desktop.services.shop import ShopService
from followup_desktop.store.reads import orders as reads
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.reads.orders import Order
from followup_desktop.store.rows import CheckpointRow, DateChangeRow, OrderRow
from followup_desktop.store.store import Store
from followup_desktop.store.unit import Unit

SHOWN = Changed.ORDERS | Changed.CUSTOMERS | Changed.FOLLOW_UPS


class Orders:
    def __init__(self, store: Store, shop: ShopService) -> None:
        self._store = store
        self._shop = shop

    def orders(self, now: Now) -> tuple[OrderLine, ...]:
        """Those on their way: the late ones first, then by their promised date."""
        return reads.open_orders(now)

    def check(self, now: Now, clerk_id: int | None, checkpoint_id: int) -> Changes:
        """Done, by whom and when. The last one closes the order."""
        order = _order_of(checkpoint_id)
        cadence = cadence_of(self._shop.shop())
        with self._store.action(Did.ORDER_CHANGED, now, clerk_id) as unit:
            unit.update(CheckpointRow, checkpoint_id, done_at=now.utc, done_by=clerk_id)
            steps = reads.checkpoints(order.id)
            step = next(one.step for one in steps if one.id == checkpoint_id)
            order_plans.after_check(unit, order, step, steps, cadence)
            if all(one.done_at for one in steps):
                unit.update(OrderRow, order.id, closed_at=now.utc)
        return unit.changes(SHOWN, customer_id=order.customer_id, made_id=order.id)

    def uncheck(self, now: Now, clerk_id: int | None, checkpoint_id: int) -> Changes:
        """It wasn't done after all; the order is open again."""
        order = _order_of(checkpoint_id)
        with self._store.action(Did.ORDER_CHANGED, now, clerk_id) as unit:
            unit.update(CheckpointRow, checkpoint_id, done_at=None, done_by=None)
            unit.update(OrderRow, order.id, closed_at=None)
        return unit.changes(SHOWN, customer_id=order.customer_id, made_id=order.id)

    def move_date(
        self,
        now: Now,
        clerk_id: int | None,
        order_id: int,
        on: date,
        time: time | None = None,
        reason: str = "",
    ) -> Changes:
        """A new promised date, and why. A later one the customer hears from us the same day."""
        order = _going_on(order_id)
        checked_due("on", on, now.day)
        said = _reason(reason)
        cadence = cadence_of(self._shop.shop())
        with self._store.action(Did.ORDER_CHANGED, now, clerk_id) as unit:
            _date_change(unit, order, on, said)
            unit.update(OrderRow, order.id, promised_on=on, promised_time=time)
            for checkpoint in reads.checkpoints(order.id):
                if checkpoint.step in PROMISED:
                    unit.update(CheckpointRow, checkpoint.id, due_on=on)
            order_plans.after_move(unit, order, on, cadence)
        return unit.changes(SHOWN, customer_id=order.customer_id, made_id=order.id)

    def cancel(self, now: Now, clerk_id: int | None, order_id: int, reason: str) -> Changes:
        """It won't come; nobody calls about it, or asks how they like it."""
        order = _going_on(order_id)
        said = _reason(reason)
        with self._store.action(Did.ORDER_CHANGED, now, clerk_id) as unit:
            _date_change(unit, order, None, said)
            unit.update(OrderRow, order.id, closed_at=now.utc, cancelled=True)
            about_it = {one.id for one in open_of(order=order.id)}
            about_it |= {one.id for one in open_of(purchase=order.purchase_id)}
            close_all(unit, sorted(about_it), ClosedWhy.CANCELLED)
        return unit.changes(SHOWN, customer_id=order.customer_id, made_id=order.id)


def _order_of(checkpoint_id: int) -> Order:
    order_id = reads.order_of(checkpoint_id)
    order = None if order_id is None else reads.order(order_id)
    if order is None or order.cancelled:
        raise WorldError(Trouble.GONE, where=f"checkpoint {checkpoint_id}")
    return order


def _going_on(order_id: int) -> Order:
    order = reads.order(order_id)
    if order is None or order.closed_at is not None:
        raise WorldError(Trouble.GONE, where=f"order {order_id}")
    return order


def _reason(reason: str) -> str:
    return checked("reason", names.clean(reason), needed=True)


def _date_change(unit: Unit, order: Order, on: date | None, reason: str) -> None:
    """Every change is kept with its reason; no date is the end of it."""
    unit.insert(
        DateChangeRow,
        order=order.id,
        was_on=order.promised_on,
        now_on=on,
        reason=reason,
        changed_at=unit.now.utc,
        clerk=unit.clerk_id,
    )
