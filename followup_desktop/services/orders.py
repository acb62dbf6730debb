"""Orders on their way to a customer: checkpoints, promised dates, cancelling (M-37).

What happens when one isn't complete on its day stands in `order_delays`.
"""

from datetime import date, time

from followup_desktop.domain.changes import Changes, Did
from followup_desktop.domain.checks import checked_due
from followup_desktop.domain.customer import Checkpoint
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.order import OrderLine
from followup_desktop.domain.shop_time import Now
from followup_desktop.services import order_plans
from followup_desktop.services.order_delays import SHOWN, DelayVerbs, checked_reason, going_on
from followup_desktop.services.rules import cadence_of
from followup_desktop.store.reads import orders as reads
from followup_desktop.store.reads.orders import Order
from followup_desktop.store.rows import CheckpointRow, OrderRow


class Orders(DelayVerbs):
    def orders(self, now: Now) -> tuple[OrderLine, ...]:
        """Those on their way: who has to hear it first, the late ones, then by promised date."""
        return reads.open_orders(now)

    def steps(self, now: Now, order_id: int) -> tuple[Checkpoint, ...]:
        """Each checkpoint of an order with who and when."""
        return reads.checkpoints(order_id)

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

    def plan_step(
        self, now: Now, clerk_id: int | None, checkpoint_id: int, due_on: date | None
    ) -> Changes:
        """By when a checkpoint should be ticked; None: no day of its own. What was promised to the
        customer stays as it is."""
        order = _order_of(checkpoint_id)
        if due_on is not None:
            checked_due("due_on", due_on, now.day)
        with self._store.action(Did.ORDER_CHANGED, now, clerk_id) as unit:
            unit.update(CheckpointRow, checkpoint_id, due_on=due_on)
        return unit.changes(SHOWN, customer_id=order.customer_id, made_id=order.id)

    def move_date(
        self,
        now: Now,
        clerk_id: int | None,
        order_id: int,
        on: date,
        time: time | None = None,
        reason: str = "",
        they_know: bool = False,
    ) -> Changes:
        """A new promised date, and why. A later one the customer hears from us the same day, unless
        it was agreed with them just now."""
        order = going_on(order_id)
        checked_due("on", on, now.day)
        said = checked_reason("reason", reason)
        with self._store.action(Did.ORDER_CHANGED, now, clerk_id) as unit:
            self._move(unit, order, on, time, said, they_know=they_know)
        return unit.changes(SHOWN, customer_id=order.customer_id, made_id=order.id)

    def cancel(self, now: Now, clerk_id: int | None, order_id: int, reason: str) -> Changes:
        """It won't come; nobody calls about it, or asks how they like it."""
        order = going_on(order_id)
        said = checked_reason("reason", reason)
        with self._store.action(Did.ORDER_CHANGED, now, clerk_id) as unit:
            order_plans.cancel(unit, order, said)
        return unit.changes(SHOWN, customer_id=order.customer_id, made_id=order.id)


def _order_of(checkpoint_id: int) -> Order:
    order_id = reads.order_of(checkpoint_id)
    order = None if order_id is None else reads.order(order_id)
    if order is None or order.cancelled:
        raise WorldError(Trouble.GONE, where=f"checkpoint {checkpoint_id}")
    return order
