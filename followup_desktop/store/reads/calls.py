"""Calls: what is planned, written and caught on one, and which are unfinished."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain.call import CallLine, WrapUp
from followup_desktop.domain.kinds import CallStep
from followup_desktop.domain.saved_call import SavedBridge, SavedCall, SavedLine
from followup_desktop.store.rows import (
    CallBridgeRow,
    CallLineRow,
    CallRow,
    CustomerRow,
    DetourRow,
    ProblemRow,
)

ENDED = (CallStep.DONE, CallStep.DROPPED)

WRAP_UP = (
    "outcome",
    "purpose_reached",
    "gained",
    "works_well",
    "could_be_better",
    "feeling",
    "thanked_us",
    "declined",
    "elsewhere_where",
    "elsewhere_why",
    "call_back_on",
    "call_back_time",
    "nothing_more",
)
"""The fields of `WrapUp`, which the call keeps under the same names."""


def saved_call(call_id: int) -> SavedCall | None:
    row: Any = CallRow.get_or_none(CallRow.id == call_id)
    if row is None:
        return None
    return SavedCall(
        id=row.id,
        customer_id=row.customer_id,
        clerk_id=row.clerk_id,
        follow_up_id=row.follow_up_id,
        kind=row.kind,
        direction=row.direction,
        step=row.step,
        purpose=row.purpose,
        desired=row.desired,
        second_purpose=row.second_purpose,
        phone_id=row.phone_id,
        notes=row.notes,
        planned_at=row.planned_at,
        started_at=row.started_at,
        ended_at=row.ended_at,
        finished_at=row.finished_at,
        wrap_up=WrapUp(**{name: getattr(row, name) for name in WRAP_UP}),
    )


def unfinished_call(customer_id: int, follow_up_id: int | None) -> int | None:
    """The call to take up again (M-11): this follow-up's, or without one the customer's newest."""
    query = CallRow.select(CallRow.id).where(
        CallRow.customer == customer_id, CallRow.step.not_in(ENDED)
    )
    if follow_up_id is not None:
        query = query.where(CallRow.follow_up == follow_up_id)
    found: int | None = query.order_by(CallRow.id.desc()).limit(1).scalar()
    return found


def dropped_call(customer_id: int, follow_up_id: int | None) -> int | None:
    """A plan that was put aside and can be taken up again: this follow-up's newest call, if it was
    dropped; without one, the customer's newest that has no follow-up either."""
    row = CallRow
    is_its = row.follow_up.is_null() if follow_up_id is None else row.follow_up == follow_up_id
    newest = (
        row.select(row.id, row.step)
        .where(row.customer == customer_id, is_its)
        .order_by(row.id.desc())
        .first()
    )
    return newest.id if newest is not None and newest.step is CallStep.DROPPED else None


def unfinished_calls(clerk_id: int | None) -> tuple[int, ...]:
    """What this clerk has begun and not finished, newest first."""
    is_theirs = CallRow.clerk.is_null() if clerk_id is None else CallRow.clerk == clerk_id
    query = CallRow.select(CallRow.id).where(is_theirs, CallRow.step.not_in(ENDED))
    return tuple(row.id for row in query.order_by(CallRow.id.desc()))


def lines_of(call_id: int) -> tuple[SavedLine, ...]:
    query = (
        CallLineRow.select()
        .where(CallLineRow.call == call_id, ~CallLineRow.is_removed)
        .order_by(CallLineRow.position, CallLineRow.id)
    )
    return tuple(
        SavedLine(
            line=CallLine(
                id=row.id,
                part=row.part,
                words=row.words,
                filled=spans(row.filled),
                cue=row.cue,
                only_after_need=row.only_after_need,
                hears_need=row.hears_need,
                ticked=row.ticked_at is not None,
            ),
            position=row.position,
            is_own=row.is_own,
        )
        for row in query
    )


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """ "9-18,30-41" as pairs of numbers."""
    pairs = (pair.partition("-") for pair in text.split(",") if pair)
    return tuple((int(start), int(end)) for start, _, end in pairs)


def spans_text(filled: Iterable[tuple[int, int]]) -> str:
    return ",".join(f"{start}-{end}" for start, end in filled)


def bridges_of(call_id: int) -> tuple[SavedBridge, ...]:
    taken = (
        DetourRow.select(DetourRow.detour)
        .where(DetourRow.call == call_id)
        .distinct()
        .alias("taken")
    )
    query: Any = (
        CallBridgeRow.select(
            CallBridgeRow.id,
            CallBridgeRow.detour,
            CallBridgeRow.words,
            CallBridgeRow.is_own,
            taken.c.detour.is_null(False).alias("taken"),
        )
        .join(taken, JOIN.LEFT_OUTER, on=taken.c.detour == CallBridgeRow.detour)
        .where(CallBridgeRow.call == call_id)
        .order_by(CallBridgeRow.id)
    )
    return tuple(
        SavedBridge(row["id"], row["detour"], row["words"], row["is_own"], bool(row["taken"]))
        for row in query.dicts()
    )


def removed_words(call_id: int) -> frozenset[str]:
    """The lines that the clerk took out of the plan."""
    row = CallLineRow
    query = row.select(row.words).where(row.call == call_id, row.is_removed)
    return frozenset(line.words for line in query)


def last_declined_at(customer_id: int) -> datetime | None:
    """When they last would rather not, asked for a referral or a next purchase (M-50)."""
    row = CallRow
    declined: datetime | None = (
        row.select(fn.MAX(row.finished_at))
        .where(row.customer == customer_id, row.step == CallStep.DONE, row.declined)
        .scalar()
    )
    return declined


def call_of_line(line_id: int) -> int | None:
    row = CallLineRow
    found: int | None = row.select(row.call).where(row.id == line_id, ~row.is_removed).scalar()
    return found


def has_open_problem(customer_id: int) -> bool:
    """Whether something is recorded as wrong for them: on this call, or before."""
    row = ProblemRow
    open_ones = row.select(row.id).where(row.customer == customer_id, row.solved_at.is_null())
    return bool(open_ones.exists())


def customer_exists(customer_id: int) -> bool:
    row = CustomerRow
    found = row.select(row.id).where(row.id == customer_id, row.erased_at.is_null())
    return bool(found.exists())
