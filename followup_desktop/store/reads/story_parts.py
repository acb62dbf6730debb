"""What the story is put together from: one query for each thing that can have happened."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain.customer import EventKind, StoryEvent
from followup_desktop.domain.kinds import CallStep, FactKind, FollowUpStatus
from followup_desktop.store.reads.build import or_empty
from followup_desktop.store.reads.purchases import items_of
from followup_desktop.store.rows import (
    CallRow,
    ClerkRow,
    CustomerRow,
    DateChangeRow,
    FactRow,
    FollowUpRow,
    OrderRow,
    ProblemRow,
    PromiseRow,
    PurchaseRow,
    ReferralRow,
    VisitRow,
)

CLERK_NAME = or_empty(ClerkRow.name, "clerk_name")


Events = tuple[StoryEvent, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """`query` selects the arguments of `make`; `at` is the moment it is ordered by."""

    query: Any
    at: Any
    make: Callable[..., StoryEvent]
    complete: Callable[[Events], Events] = lambda events: events
    """Adds what one query could not bring."""


def _event(kind: EventKind) -> Callable[..., StoryEvent]:
    return partial(StoryEvent, kind)


def _calls(customer_id: int) -> Part:
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
        .where(row.customer == customer_id, row.step == CallStep.DONE)
    )
    return Part(query, at, _call)


def _call(*, at: datetime, ended_at: datetime | None, **values: Any) -> StoryEvent:
    minutes = None if ended_at is None else max(0, round((ended_at - at).total_seconds() / 60))
    return StoryEvent(EventKind.CALL, at=at, minutes=minutes, **values)


def _purchases(customer_id: int) -> Part:
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
        .where(row.customer == customer_id)
    )
    make = partial(StoryEvent, EventKind.PURCHASE, title="")
    return Part(query, VisitRow.visited_at, make, _with_items)


def _with_items(purchases: Events) -> Events:
    items = items_of([purchase.row_id for purchase in purchases])
    return tuple(replace(purchase, title=items[purchase.row_id]) for purchase in purchases)


def _visits(customer_id: int) -> Part:
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
        .where(row.customer == customer_id, ~row.bought)
    )
    return Part(query, row.visited_at, _event(EventKind.VISIT))


def _moved_orders(customer_id: int) -> Part:
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
        .where(OrderRow.customer == customer_id)
    )
    return Part(query, row.changed_at, _moved_order)


def _moved_order(*, due_on: date | None, **values: Any) -> StoryEvent:
    return StoryEvent(EventKind.ORDER, due_on=due_on, cancelled=due_on is None, **values)


def _finished_orders(customer_id: int) -> Part:
    row = OrderRow
    query = row.select(
        row.id.alias("row_id"),
        row.closed_at.alias("at"),
        row.what.alias("title"),
        row.promised_on.alias("due_on"),
        row.closed_at.alias("done_at"),
        row.fulfilment,
    ).where(row.customer == customer_id, row.closed_at.is_null(False), ~row.cancelled)
    return Part(query, row.closed_at, _event(EventKind.ORDER))


def _promises(customer_id: int) -> Part:
    row = PromiseRow
    query = (
        row.select(
            row.id.alias("row_id"),
            row.made_at.alias("at"),
            row.what.alias("title"),
            CLERK_NAME,
            row.due_on,
            row.due_time,
            row.kept_at.alias("done_at"),
            row.withdrawn_at,
        )
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(row.customer == customer_id)
    )
    return Part(query, row.made_at, _promise)


def _promise(*, withdrawn_at: datetime | None, **values: Any) -> StoryEvent:
    return StoryEvent(EventKind.PROMISE, is_withdrawn=withdrawn_at is not None, **values)


def _problems(customer_id: int) -> Part:
    row = ProblemRow
    query = (
        row.select(
            row.id.alias("row_id"),
            row.opened_at.alias("at"),
            row.what.alias("title"),
            row.put_right_how.alias("text"),
            CLERK_NAME,
            row.put_right_by.alias("due_on"),
            row.put_right_time.alias("due_time"),
            row.solved_at.alias("done_at"),
        )
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(row.customer == customer_id)
    )
    return Part(query, row.opened_at, _event(EventKind.PROBLEM))


def _sent_others(customer_id: int) -> Part:
    row = ReferralRow
    query = row.select(
        row.id.alias("row_id"),
        row.made_at.alias("at"),
        row.name.alias("title"),
        row.what_for.alias("text"),
        row.state.alias("referral_state"),
    ).where(row.referrer == customer_id)
    return Part(query, row.made_at, _event(EventKind.REFERRAL))


def _sent_by(customer_id: int) -> Part:
    row = ReferralRow
    query = (
        row.select(
            row.id.alias("row_id"),
            row.made_at.alias("at"),
            CustomerRow.name.alias("title"),
            row.what_for.alias("text"),
            row.state.alias("referral_state"),
        )
        .join(CustomerRow, on=row.referrer == CustomerRow.id)
        .where(row.referred == customer_id)
    )
    return Part(query, row.made_at, partial(StoryEvent, EventKind.REFERRAL, sent_by_them=False))


def _notes(customer_id: int) -> Part:
    row = FactRow
    query = (
        row.select(
            row.id.alias("row_id"),
            row.learned_at.alias("at"),
            row.text,
            CLERK_NAME,
        )
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(row.customer == customer_id, row.kind == FactKind.NOTE)
    )
    return Part(query, row.learned_at, partial(StoryEvent, EventKind.NOTE, title=""))


def _done_without_a_call(customer_id: int) -> Part:
    """Done by a person's word, or skipped with a reason; what a call did is told by the call."""
    row = FollowUpRow
    query = (
        row.select(
            row.id.alias("row_id"),
            row.closed_at.alias("at"),
            row.about.alias("title"),
            row.closed_why.alias("text"),
            CLERK_NAME,
            row.kind.alias("call_kind"),
            row.status,
        )
        .join(ClerkRow, JOIN.LEFT_OUTER, on=row.closed_by == ClerkRow.id)
        .where(
            row.customer == customer_id,
            row.status.in_((FollowUpStatus.DONE, FollowUpStatus.SKIPPED)),
            ~fn.EXISTS(
                CallRow.select(CallRow.id).where(
                    CallRow.follow_up == row.id, CallRow.step == CallStep.DONE
                )
            ),
        )
    )
    return Part(query, row.closed_at, _event(EventKind.NOTE))


PARTS: tuple[tuple[EventKind, tuple[Callable[[int], Part], ...]], ...] = (
    (EventKind.CALL, (_calls,)),
    (EventKind.PURCHASE, (_purchases,)),
    (EventKind.VISIT, (_visits,)),
    (EventKind.ORDER, (_moved_orders, _finished_orders)),
    (EventKind.PROMISE, (_promises,)),
    (EventKind.PROBLEM, (_problems,)),
    (EventKind.REFERRAL, (_sent_others, _sent_by)),
    (EventKind.NOTE, (_notes, _done_without_a_call)),
)
"""At one moment, what stands first here is told first."""
