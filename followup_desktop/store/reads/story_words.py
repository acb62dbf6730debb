"""What the story tells of words: promises, problems, referrals, notes."""

from datetime import datetime
from functools import partial
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain.kinds import CallStep, FactKind, FollowUpStatus
from followup_desktop.domain.story import EventKind, StoryEvent
from followup_desktop.store.reads.story_part import CLERK_NAME, CUSTOMER, Asked, Part, event_of
from followup_desktop.store.rows import (
    CallRow,
    ClerkRow,
    CustomerRow,
    DateChangeRow,
    FactRow,
    FollowUpRow,
    ProblemRow,
    PromiseRow,
    ReferralRow,
)


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


def _moved_promises() -> Asked:
    row = DateChangeRow
    query = (
        row.select(
            row.id.alias("row_id"),
            row.changed_at.alias("at"),
            PromiseRow.what.alias("title"),
            row.reason.alias("text"),
            CLERK_NAME,
            row.now_on.alias("due_on"),
        )
        .join(PromiseRow)
        .switch(row)
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(PromiseRow.customer == CUSTOMER)
    )
    return query, row.changed_at


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


PROMISES = Part(_promises, _promise)
MOVED_PROMISES = Part(_moved_promises, partial(StoryEvent, EventKind.PROMISE, is_moved=True))
PROBLEMS = Part(_problems, event_of(EventKind.PROBLEM))
SENT_OTHERS = Part(_sent_others, event_of(EventKind.REFERRAL))
SENT_BY = Part(_sent_by, partial(StoryEvent, EventKind.REFERRAL, sent_by_them=False))
NOTES = Part(_notes, partial(StoryEvent, EventKind.NOTE, title=""))
DONE_WITHOUT_A_CALL = Part(_done_without_a_call, event_of(EventKind.NOTE))
