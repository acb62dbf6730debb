"""What is open for a customer: orders, promises, problems, and the follow-ups that come up."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from peewee import JOIN

from followup_desktop.domain.customer import (
    Checkpoint,
    ComingUp,
    OpenProblem,
    OpenPromise,
    OrderOnCard,
)
from followup_desktop.domain.delay import Delay
from followup_desktop.domain.kinds import FollowUpStatus, Kind, Step
from followup_desktop.store.reads.build import or_empty, tuples
from followup_desktop.store.reads.delays import delays
from followup_desktop.store.reads.prepared import Named, slot
from followup_desktop.store.reads.readers import READERS
from followup_desktop.store.rows import (
    CheckpointRow,
    ClerkRow,
    DelayRow,
    FollowUpRow,
    OrderRow,
    ProblemRow,
    PromiseRow,
)

STEPS = tuple(Step)


def orders_of(customer_id: int) -> tuple[OrderOnCard, ...]:
    """Open ones first, then the newest."""
    steps: dict[int, list[Checkpoint]] = {}
    for order_id, checkpoint in _CHECKPOINTS(customer=customer_id):
        steps.setdefault(order_id, []).append(checkpoint)
    newest = {delay.order_id: delay for delay in _DELAYS(customer=customer_id)}
    return tuple(
        replace(
            order,
            checkpoints=_in_order(steps.get(order.id, ())),
            delay=newest.get(order.id),
        )
        for order in _ORDERS(customer=customer_id)
    )


def _order(*, closed_at: datetime | None, **values: Any) -> OrderOnCard:
    return OrderOnCard(closed=closed_at is not None, checkpoints=(), **values)


def _orders() -> Any:
    row = OrderRow
    return (
        row.select(
            row.id,
            row.what,
            row.fulfilment,
            row.promised_on,
            row.promised_time,
            row.cancelled,
            row.closed_at,
        )
        .where(row.customer == slot("customer"))
        .order_by(row.closed_at.is_null(False), row.id.desc())
    )


def _checkpoint(*, order_id: int, **values: Any) -> tuple[int, Checkpoint]:
    return order_id, Checkpoint(**values)


def _checkpoints() -> Any:
    row = CheckpointRow
    theirs = OrderRow.select(OrderRow.id).where(OrderRow.customer == slot("customer"))
    return (
        row.select(row.order.alias("order_id"), *_ABOUT_A_CHECKPOINT)
        .join(ClerkRow, JOIN.LEFT_OUTER, on=row.done_by == ClerkRow.id)
        .where(row.order.in_(theirs))
    )


def _delays_on_card() -> Any:
    """The newest of an order comes last."""
    theirs = OrderRow.select(OrderRow.id).where(OrderRow.customer == slot("customer"))
    return delays().where(DelayRow.order.in_(theirs)).order_by(DelayRow.id)


_ABOUT_A_CHECKPOINT = (
    CheckpointRow.id,
    CheckpointRow.step,
    CheckpointRow.due_on,
    CheckpointRow.done_at,
    or_empty(ClerkRow.name, "done_by"),
)
_ORDERS = Named(_orders, _order, READERS)
_DELAYS = Named(_delays_on_card, Delay, READERS)
_CHECKPOINTS = Named(_checkpoints, _checkpoint, READERS)


def _in_order(checkpoints: Sequence[Checkpoint]) -> tuple[Checkpoint, ...]:
    return tuple(sorted(checkpoints, key=lambda one: STEPS.index(one.step)))


def checkpoints_of(order_ids: object) -> dict[int, tuple[Checkpoint, ...]]:
    """The checkpoints of some orders (ids, or a query for them), in the order of their steps."""
    row = CheckpointRow
    query = (
        row.select(row.order, *_ABOUT_A_CHECKPOINT)
        .join(ClerkRow, JOIN.LEFT_OUTER, on=row.done_by == ClerkRow.id)
        .where(row.order.in_(order_ids))
    )
    found: defaultdict[int, list[Checkpoint]] = defaultdict(list)
    for order_id, *values in tuples(query):
        found[order_id].append(Checkpoint(*values))
    return {order_id: _in_order(checkpoints) for order_id, checkpoints in found.items()}


def open_promises(customer_id: int) -> tuple[OpenPromise, ...]:
    return _PROMISES(customer=customer_id)


def _promises() -> Any:
    row = PromiseRow
    return (
        row.select(
            row.id, row.what, row.due_on, row.due_time, or_empty(ClerkRow.name, "clerk_name")
        )
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(row.customer == slot("customer"), row.kept_at.is_null(), row.withdrawn_at.is_null())
        .order_by(row.due_on, row.id)
    )


_PROMISES = Named(_promises, OpenPromise, READERS)


def open_problems(customer_id: int) -> tuple[OpenProblem, ...]:
    return _PROBLEMS(customer=customer_id)


def _problems() -> Any:
    row = ProblemRow
    return (
        row.select(
            row.id,
            row.what,
            or_empty(ClerkRow.name, "owner_name"),
            row.put_right_how,
            row.put_right_by,
            row.opened_at,
            row.owner.alias("owner_id"),
            row.acknowledged_at,
        )
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(row.customer == slot("customer"), row.solved_at.is_null())
        .order_by(row.opened_at, row.id)
    )


_PROBLEMS = Named(_problems, OpenProblem, READERS)


def coming_up(customer_id: int) -> tuple[ComingUp, ...]:
    return _COMING_UP(customer=customer_id)


def _coming_up() -> Any:
    row = FollowUpRow
    return (
        row.select(
            row.id,
            row.kind,
            row.about,
            row.due_on,
            row.due_time,
            row.is_timed,
            row.status,
            row.clerk.alias("clerk_id"),
            row.promise.alias("promise_id"),
        )
        .where(row.customer == slot("customer"), row.status == FollowUpStatus.OPEN)
        .order_by(row.due_on, row.rank, row.id)
    )


_COMING_UP = Named(_coming_up, ComingUp, {**READERS, "kind": Kind})
