"""What is open for a customer: orders, promises, problems, and the follow-ups that come up."""

from collections import defaultdict

from peewee import JOIN

from followup_desktop.domain.customer import Checkpoint, OpenProblem, OpenPromise, OrderOnCard
from followup_desktop.domain.follow_up import ComingUp
from followup_desktop.domain.kinds import FollowUpStatus, Step
from followup_desktop.store.reads.build import built, or_empty, tuples
from followup_desktop.store.rows import (
    CheckpointRow,
    ClerkRow,
    FollowUpRow,
    OrderRow,
    ProblemRow,
    PromiseRow,
)

STEPS = tuple(Step)


def orders_of(customer_id: int) -> tuple[OrderOnCard, ...]:
    """Open ones first, then the newest."""
    orders = (
        OrderRow.select()
        .where(OrderRow.customer == customer_id)
        .order_by(OrderRow.closed_at.is_null(False), OrderRow.id.desc())
    )
    of_customer = OrderRow.select(OrderRow.id).where(OrderRow.customer == customer_id)
    checkpoints = checkpoints_of(of_customer)
    return tuple(
        OrderOnCard(
            id=order.id,
            what=order.what,
            fulfilment=order.fulfilment,
            promised_on=order.promised_on,
            promised_time=order.promised_time,
            checkpoints=checkpoints.get(order.id, ()),
            closed=order.closed_at is not None,
            cancelled=order.cancelled,
        )
        for order in orders
    )


def checkpoints_of(order_ids: object) -> dict[int, tuple[Checkpoint, ...]]:
    """The checkpoints of some orders (ids, or a query for them), in the order of their steps."""
    row = CheckpointRow
    found: defaultdict[int, tuple[Checkpoint, ...]] = defaultdict(tuple)
    query = (
        row.select(
            row.order, row.id, row.step, row.due_on, row.done_at, or_empty(ClerkRow.name, "done_by")
        )
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(row.order.in_(order_ids))
    )
    for order_id, *values in tuples(query):
        found[order_id] = (*found[order_id], Checkpoint(*values))
    return {
        order_id: tuple(sorted(checkpoints, key=lambda one: STEPS.index(one.step)))
        for order_id, checkpoints in found.items()
    }


def open_promises(customer_id: int) -> tuple[OpenPromise, ...]:
    row = PromiseRow
    return built(
        row.select(
            row.id, row.what, row.due_on, row.due_time, or_empty(ClerkRow.name, "clerk_name")
        )
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(row.customer == customer_id, row.kept_at.is_null(), row.withdrawn_at.is_null())
        .order_by(row.due_on, row.id),
        OpenPromise,
    )


def open_problems(customer_id: int) -> tuple[OpenProblem, ...]:
    row = ProblemRow
    return built(
        row.select(
            row.id,
            row.what,
            or_empty(ClerkRow.name, "owner_name"),
            row.put_right_how,
            row.put_right_by,
            row.opened_at,
        )
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(row.customer == customer_id, row.solved_at.is_null())
        .order_by(row.opened_at, row.id),
        OpenProblem,
    )


def coming_up(customer_id: int) -> tuple[ComingUp, ...]:
    row = FollowUpRow
    return built(
        row.select(
            row.id,
            row.kind,
            row.about,
            row.due_on,
            row.due_time,
            row.is_timed,
            row.status,
            row.clerk.alias("clerk_id"),
        )
        .where(row.customer == customer_id, row.status == FollowUpStatus.OPEN)
        .order_by(row.due_on, row.rank, row.id),
        ComingUp,
    )
