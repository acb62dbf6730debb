"""What the story is put together from: one query for each thing that can have happened."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain.customer import EventKind, StoryEvent
from followup_desktop.domain.kinds import CallStep, FactKind, FollowUpStatus
from followup_desktop.store.reads.build import or_empty
from followup_desktop.store.reads.prepared import Named, slot
from followup_desktop.store.reads.purchases import items_of
from followup_desktop.store.reads.readers import READERS
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
CUSTOMER = slot("customer")

Events = tuple[StoryEvent, ...]
Asked = tuple[Any, Any]
"""A query for one customer, and the moment that its rows are ordered by."""


class Part:
    """One thing that can have happened: a stretch of it, newest first, or what was at one moment.

    `complete` adds what one query could not bring.
    """

    def __init__(
        self,
        asked: Callable[[], Asked],
        make: Callable[..., StoryEvent],
        complete: Callable[[Events], Events] = lambda events: events,
    ) -> None:
        def stretch() -> Any:
            query, at = asked()
            return query.where(at < slot("before")).order_by(at.desc()).limit(slot("limit"))

        def moment() -> Any:
            query, at = asked()
            return query.where(at == slot("at"))

        self.stretch = Named(stretch, make, READERS)
        self.moment = Named(moment, make, READERS)
        self.complete = complete


def _event(kind: EventKind) -> Callable[..., StoryEvent]:
    return partial(StoryEvent, kind)


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


def _promises() -> Asked:
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
        .where(row.customer == CUSTOMER)
    )
    return query, row.made_at


def _promise(*, withdrawn_at: datetime | None, **values: Any) -> StoryEvent:
    return StoryEvent(EventKind.PROMISE, is_withdrawn=withdrawn_at is not None, **values)


def _problems() -> Asked:
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
        .where(row.customer == CUSTOMER)
    )
    return query, row.opened_at


def _sent_others() -> Asked:
    row = ReferralRow
    query = row.select(
        row.id.alias("row_id"),
        row.made_at.alias("at"),
        row.name.alias("title"),
        row.what_for.alias("text"),
        row.state.alias("referral_state"),
    ).where(row.referrer == CUSTOMER)
    return query, row.made_at


def _sent_by() -> Asked:
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
        .where(row.referred == CUSTOMER)
    )
    return query, row.made_at


def _notes() -> Asked:
    row = FactRow
    query = (
        row.select(
            row.id.alias("row_id"),
            row.learned_at.alias("at"),
            row.text,
            CLERK_NAME,
        )
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(row.customer == CUSTOMER, row.kind == FactKind.NOTE)
    )
    return query, row.learned_at


def _done_without_a_call() -> Asked:
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
            row.customer == CUSTOMER,
            row.status.in_((FollowUpStatus.DONE, FollowUpStatus.SKIPPED)),
            ~fn.EXISTS(
                CallRow.select(CallRow.id).where(
                    CallRow.follow_up == row.id, CallRow.step == CallStep.DONE
                )
            ),
        )
    )
    return query, row.closed_at


PARTS: tuple[tuple[EventKind, tuple[Part, ...]], ...] = (
    (EventKind.CALL, (Part(_calls, _call),)),
    (
        EventKind.PURCHASE,
        (Part(_purchases, partial(StoryEvent, EventKind.PURCHASE, title=""), _with_items),),
    ),
    (EventKind.VISIT, (Part(_visits, _event(EventKind.VISIT)),)),
    (
        EventKind.ORDER,
        (Part(_moved_orders, _moved_order), Part(_finished_orders, _event(EventKind.ORDER))),
    ),
    (EventKind.PROMISE, (Part(_promises, _promise),)),
    (EventKind.PROBLEM, (Part(_problems, _event(EventKind.PROBLEM)),)),
    (
        EventKind.REFERRAL,
        (
            Part(_sent_others, _event(EventKind.REFERRAL)),
            Part(_sent_by, partial(StoryEvent, EventKind.REFERRAL, sent_by_them=False)),
        ),
    ),
    (
        EventKind.NOTE,
        (
            Part(_notes, partial(StoryEvent, EventKind.NOTE, title="")),
            Part(_done_without_a_call, _event(EventKind.NOTE)),
        ),
    ),
)
"""At one moment, what stands first here is told first."""
