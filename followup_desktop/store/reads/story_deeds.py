"""What the story tells of deeds: calls, purchases, visits, and how orders went."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain.kinds import CallStep
from followup_desktop.domain.story import EventKind, StoryEvent
from followup_desktop.store.reads.build import or_empty
from followup_desktop.store.reads.purchases import items_of
from followup_desktop.store.reads.story_part import (
    CLERK_NAME,
    CUSTOMER,
    Asked,
    Events,
    Part,
    event_of,
)
from followup_desktop.store.rows import (
    CallRow,
    ClerkRow,
    DateChangeRow,
    DelayRow,
    FollowUpRow,
    OrderRow,
    PurchaseRow,
    VisitRow,
)


def _calls() -> Asked:
    row = CallRow
    at = fn.COALESCE(row.started_at, row.finished_at)
    query = (
        row.select(
            row.id.alias("row_id"),
            at.alias("at"),
            or_empty(FollowUpRow.about, "title"),
            row.notes.alias("text"),
            CLERK_NAME,
            row.kind.alias("call_kind"),
            row.direction,
            row.outcome,
            row.gained,
            row.works_well,
            row.could_be_better,
            row.ended_at,
        )
        .join(ClerkRow, JOIN.LEFT_OUTER, on=row.clerk == ClerkRow.id)
        .switch(row)
        .join(FollowUpRow, JOIN.LEFT_OUTER, on=row.follow_up == FollowUpRow.id)
        .where(row.customer == CUSTOMER, row.step == CallStep.DONE)
    )
    return query, at


def _call(*, at: datetime, ended_at: datetime | None, **values: Any) -> StoryEvent:
    minutes = None if ended_at is None else max(0, round((ended_at - at).total_seconds() / 60))
    return StoryEvent(EventKind.CALL, at=at, minutes=minutes, **values)


def _purchases() -> Asked:
    row = PurchaseRow
    query = (
        row.select(
            row.id.alias("row_id"),
            VisitRow.visited_at.alias("at"),
            row.occasion.alias("text"),
            CLERK_NAME,
            row.fulfilment,
            row.for_whom,
            row.occasion_on,
            row.is_gift,
            OrderRow.promised_on.alias("due_on"),
            OrderRow.promised_time.alias("due_time"),
        )
        .join(VisitRow, on=row.visit == VisitRow.id)
        .join(ClerkRow, JOIN.LEFT_OUTER, on=VisitRow.clerk == ClerkRow.id)
        .switch(row)
        .join(OrderRow, JOIN.LEFT_OUTER, on=OrderRow.purchase == row.id)
        .where(row.customer == CUSTOMER)
    )
    return query, VisitRow.visited_at


def _with_items(purchases: Events) -> Events:
    items = items_of([purchase.row_id for purchase in purchases])
    return tuple(replace(purchase, title=items[purchase.row_id]) for purchase in purchases)


def _visits() -> Asked:
    row = VisitRow
    query = (
        row.select(
            row.id.alias("row_id"),
            row.visited_at.alias("at"),
            row.looked_at.alias("title"),
            row.held_back.alias("text"),
            row.also_looking_at,
            CLERK_NAME,
        )
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(row.customer == CUSTOMER, ~row.bought)
    )
    return query, row.visited_at


def _moved_orders() -> Asked:
    row = DateChangeRow
    query = (
        row.select(
            row.id.alias("row_id"),
            row.changed_at.alias("at"),
            OrderRow.what.alias("title"),
            row.reason.alias("text"),
            CLERK_NAME,
            row.now_on.alias("due_on"),
            OrderRow.fulfilment,
        )
        .join(OrderRow)
        .switch(row)
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(OrderRow.customer == CUSTOMER)
    )
    return query, row.changed_at


def _moved_order(*, due_on: date | None, **values: Any) -> StoryEvent:
    return StoryEvent(EventKind.ORDER, due_on=due_on, cancelled=due_on is None, **values)


def _finished_orders() -> Asked:
    row = OrderRow
    query = row.select(
        row.id.alias("row_id"),
        row.closed_at.alias("at"),
        row.what.alias("title"),
        row.promised_on.alias("due_on"),
        row.closed_at.alias("done_at"),
        row.fulfilment,
    ).where(row.customer == CUSTOMER, row.closed_at.is_null(False), ~row.cancelled)
    return query, row.closed_at


def _delays() -> Asked:
    row = DelayRow
    query = (
        row.select(
            row.id.alias("row_id"),
            row.known_at.alias("at"),
            OrderRow.what.alias("title"),
            row.what.alias("text"),
            CLERK_NAME,
            row.told_at.alias("done_at"),
            row.choice,
            row.choice_note,
        )
        .join(OrderRow)
        .switch(row)
        .join(ClerkRow, JOIN.LEFT_OUTER, on=row.told_by == ClerkRow.id)
        .where(OrderRow.customer == CUSTOMER)
    )
    return query, row.known_at


CALLS = Part(_calls, _call)
PURCHASES = Part(
    _purchases, partial(StoryEvent, EventKind.PURCHASE, title=""), complete=_with_items
)
VISITS = Part(_visits, event_of(EventKind.VISIT))
DELAYS = Part(_delays, event_of(EventKind.DELAY))
MOVED_ORDERS = Part(_moved_orders, _moved_order)
FINISHED_ORDERS = Part(_finished_orders, event_of(EventKind.ORDER))
