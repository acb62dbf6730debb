"""Orders on their way."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from peewee import fn

from followup_desktop.domain import phones
from followup_desktop.domain.customer import Checkpoint
from followup_desktop.domain.kinds import Fulfilment, Kind, Step
from followup_desktop.domain.order import PROMISED, OrderLine, is_late
from followup_desktop.domain.shop_time import Now
from followup_desktop.store.reads.build import built, first
from followup_desktop.store.reads.card_open import STEPS, checkpoints_of
from followup_desktop.store.reads.customers import first_number
from followup_desktop.store.reads.delays import newest_delays
from followup_desktop.store.reads.follow_ups import IS_OPEN
from followup_desktop.store.rows import CheckpointRow, CustomerRow, FollowUpRow, OrderRow


@dataclass(frozen=True, slots=True)
class Order:
    """An order as it stands."""

    id: int
    customer_id: int
    purchase_id: int
    what: str
    fulfilment: Fulfilment
    promised_on: date | None
    promised_time: time | None
    closed_at: datetime | None
    cancelled: bool


def order(order_id: int) -> Order | None:
    return first(_orders().where(OrderRow.id == order_id), Order)


def _orders() -> Any:
    row = OrderRow
    return row.select(
        row.id,
        row.customer.alias("customer_id"),
        row.purchase.alias("purchase_id"),
        row.what,
        row.fulfilment,
        row.promised_on,
        row.promised_time,
        row.closed_at,
        row.cancelled,
    )


def order_of(checkpoint_id: int) -> int | None:
    row = CheckpointRow
    order_id: int | None = row.select(row.order).where(row.id == checkpoint_id).scalar()
    return order_id


def checkpoints(order_id: int) -> tuple[Checkpoint, ...]:
    return checkpoints_of([order_id]).get(order_id, ())


def open_orders(now: Now) -> tuple[OrderLine, ...]:
    """Who has to hear it first, then the late ones, then by their promised date; those without one
    last."""
    row = OrderRow
    query = (
        row.select(
            row.id,
            CustomerRow.id.alias("customer_id"),
            CustomerRow.name,
            CustomerRow.title,
            first_number(),
            row.what,
            row.fulfilment,
            row.promised_on,
            row.promised_time,
        )
        .join(CustomerRow)
        .where(row.closed_at.is_null())
        .order_by(row.promised_on.asc(nulls="LAST"), row.promised_time, row.id)
    )
    going_on = row.select(row.id).where(row.closed_at.is_null())
    steps, delays = checkpoints_of(going_on), newest_delays(going_on)

    def line(*, id: int, number: str | None, **values: Any) -> OrderLine:
        checkpoints = steps.get(id, ())
        return OrderLine(
            id=id,
            phone="" if number is None else phones.shown(number),
            checkpoints=checkpoints,
            is_late=is_late(values["promised_on"], values["promised_time"], checkpoints, now),
            delay=delays.get(id),
            **values,
        )

    return tuple(
        sorted(built(query, line), key=lambda line: (not line.is_untold, not line.is_late))
    )


def late_without_a_call(today: date) -> tuple[Order, ...]:
    """Open orders past their date that are not ready and complete, without a call planned."""
    row, step = OrderRow, CheckpointRow
    undone = step.select(step.id).where(
        step.order == row.id, step.step.in_(PROMISED), step.done_at.is_null()
    )
    told = FollowUpRow.select(FollowUpRow.id).where(
        FollowUpRow.order == row.id, FollowUpRow.kind == Kind.LATE_ORDER, IS_OPEN
    )
    is_late = (row.closed_at.is_null(), row.promised_on < today, fn.EXISTS(undone))
    return built(_orders().where(*is_late, ~fn.EXISTS(told)).order_by(row.id), Order)


@dataclass(frozen=True, slots=True)
class OverdueStep:
    order_id: int
    step: Step
    due_on: date


def overdue_steps(today: date, asked_since: datetime) -> tuple[OverdueStep, ...]:
    """Of each open order the first checkpoint whose day has passed, where nothing is planned about
    the order, and nobody has looked after it since `asked_since`."""
    row, step, asked = OrderRow, CheckpointRow, FollowUpRow
    cared_for = asked.select(asked.id).where(
        asked.order == row.id, IS_OPEN | (asked.closed_at >= asked_since)
    )
    query = (
        step.select(step.order.alias("order_id"), step.step, step.due_on)
        .join(row)
        .where(
            row.closed_at.is_null(),
            step.done_at.is_null(),
            step.due_on < today,
            ~fn.EXISTS(cared_for),
        )
    )
    first_of: dict[int, OverdueStep] = {}
    for one in sorted(built(query, OverdueStep), key=lambda one: STEPS.index(one.step)):
        first_of.setdefault(one.order_id, one)
    return tuple(first_of.values())
