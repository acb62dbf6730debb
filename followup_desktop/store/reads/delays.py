"""Orders that won't be complete on their day, and since when the customer knows (M-37, M-68)."""

from datetime import datetime
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain.delay import Delay, OrderOnCall
from followup_desktop.domain.kinds import OrderChoice
from followup_desktop.store.fields import MomentField
from followup_desktop.store.reads.build import built, first, or_empty
from followup_desktop.store.reads.prepared import Named, Prepared, slot
from followup_desktop.store.reads.readers import READERS
from followup_desktop.store.rows import ClerkRow, DelayRow, OrderRow


def newest_delay(order_id: int) -> Delay | None:
    return first(delays().where(DelayRow.order == order_id).order_by(DelayRow.id.desc()), Delay)


def newest_delays(order_ids: Any) -> dict[int, Delay]:
    """By order: of some orders (ids, or a query for them)."""
    query = delays().where(DelayRow.order.in_(order_ids)).order_by(DelayRow.id)
    return {delay.order_id: delay for delay in built(query, Delay)}


def delays() -> Any:
    """As a query, to be narrowed."""
    row, knew, told = DelayRow, ClerkRow.alias("knew"), ClerkRow.alias("told")
    return (
        row.select(
            row.id,
            row.order.alias("order_id"),
            row.what,
            row.known_at,
            or_empty(knew.name, "known_by"),
            row.told_at,
            or_empty(told.name, "told_by"),
            row.choice,
            row.choice_note,
        )
        .join(knew, JOIN.LEFT_OUTER, on=row.known_by == knew.id)
        .switch(row)
        .join(told, JOIN.LEFT_OUTER, on=row.told_by == told.id)
    )


# On a call ---------------------------------------------------------------------------------------


def order_on_call(customer_id: int, order_id: int | None) -> OrderOnCall | None:
    """The open order that the call's follow-up is about; else their newest one that is delayed."""
    return next(iter(_ON_CALL(customer=customer_id, order=order_id)), None)


def _on_call() -> Any:
    row, delay = OrderRow, DelayRow
    newest, its_order = delay.alias("newest"), slot("order")
    is_newest = delay.id == newest.select(fn.MAX(newest.id)).where(newest.order == row.id)
    return (
        row.select(
            row.id,
            row.what,
            row.promised_on,
            row.promised_time,
            delay.choice,
            or_empty(delay.choice_note, "choice_note"),
        )
        .join(delay, JOIN.LEFT_OUTER, on=(delay.order == row.id) & is_newest)
        .where(
            row.customer == slot("customer"),
            row.closed_at.is_null(),
            (row.id == its_order) | delay.id.is_null(False),
        )
        .order_by((row.id == its_order).desc(), row.id.desc())
        .limit(1)
    )


_ON_CALL = Named(_on_call, OrderOnCall, READERS)


def given_up_since(customer_id: int, since: datetime) -> tuple[int, ...]:
    """Their open orders that they said since then they would rather cancel."""
    return _GIVEN_UP(customer=customer_id, since=MomentField().db_value(since))


def _given_up() -> Any:
    row, delay = OrderRow, DelayRow
    return (
        row.select(row.id)
        .join(delay, on=delay.order == row.id)
        .where(
            row.customer == slot("customer"),
            row.closed_at.is_null(),
            delay.choice == OrderChoice.CANCEL,
            delay.chosen_at >= slot("since"),
        )
        .order_by(row.id)
        .distinct()
    )


_GIVEN_UP = Prepared(_given_up, int, {})
