"""Calls: what is planned, written and caught on one, and which are unfinished."""

from collections.abc import Iterable
from dataclasses import fields
from datetime import datetime
from typing import Any

from peewee import fn

from followup_desktop.domain.call import CallLine, WrapUp
from followup_desktop.domain.kinds import CallStep
from followup_desktop.domain.saved_call import SavedBridge, SavedCall, SavedLine
from followup_desktop.store.reads.prepared import Named, Prepared, slot
from followup_desktop.store.reads.readers import readers_of
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
    return next(iter(_SAVED(call=call_id)), None)


_SAVED_AS = tuple(field.name for field in fields(SavedCall) if field.name != "wrap_up")


def _saved(**values: Any) -> SavedCall:
    return SavedCall(
        **{name: values[name] for name in _SAVED_AS},
        wrap_up=WrapUp(**{name: values[name] for name in WRAP_UP}),
    )


_SAVED = Named(
    lambda: CallRow.select().where(CallRow.id == slot("call")), _saved, readers_of(CallRow)
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
    return _LINES(call=call_id)


def _lines() -> Any:
    row = CallLineRow
    return (
        row.select(
            row.id,
            row.part,
            row.words,
            row.filled,
            row.cue,
            row.only_after_need,
            row.hears_need,
            row.ticked_at,
            row.position,
            row.is_own,
        )
        .where(row.call == slot("call"), ~row.is_removed)
        .order_by(row.position, row.id)
    )


def _line(
    *, filled: str, ticked_at: datetime | None, position: int, is_own: bool, **values: Any
) -> SavedLine:
    ticked = ticked_at is not None
    line = CallLine(filled=spans(filled), ticked=ticked, **values)
    return SavedLine(line=line, position=position, is_own=is_own)


_LINES = Named(_lines, _line, readers_of(CallLineRow))


def spans(text: str) -> tuple[tuple[int, int], ...]:
    """ "9-18,30-41" as pairs of numbers."""
    pairs = (pair.partition("-") for pair in text.split(",") if pair)
    return tuple((int(start), int(end)) for start, _, end in pairs)


def spans_text(filled: Iterable[tuple[int, int]]) -> str:
    return ",".join(f"{start}-{end}" for start, end in filled)


def bridges_of(call_id: int) -> tuple[SavedBridge, ...]:
    return _BRIDGES(call=call_id)


def _bridges() -> Any:
    row, detour = CallBridgeRow, DetourRow
    taken = detour.select(detour.id).where(detour.call == row.call, detour.detour == row.detour)
    return (
        row.select(row.id, row.detour, row.words, row.is_own, fn.EXISTS(taken).alias("taken"))
        .where(row.call == slot("call"))
        .order_by(row.id)
    )


_BRIDGES = Named(_bridges, SavedBridge, {**readers_of(CallBridgeRow), "taken": bool})


def removed_words(call_id: int) -> frozenset[str]:
    """The lines that the clerk took out of the plan."""
    row = CallLineRow
    query = row.select(row.words).where(row.call == call_id, row.is_removed)
    return frozenset(line.words for line in query)


def last_declined_at(customer_id: int) -> datetime | None:
    """When they last would rather not, asked for a referral or a next purchase (M-50)."""
    (declined_at,) = _DECLINED(customer=customer_id)
    return declined_at


def _declined() -> Any:
    row = CallRow
    return row.select(fn.MAX(row.finished_at).alias("at")).where(
        row.customer == slot("customer"), row.step == CallStep.DONE, row.declined
    )


_DECLINED: Prepared[datetime | None] = Prepared(
    _declined, lambda at: at, {"at": datetime.fromisoformat}
)


def call_of_line(line_id: int) -> int | None:
    row = CallLineRow
    found: int | None = row.select(row.call).where(row.id == line_id, ~row.is_removed).scalar()
    return found


def has_open_problem(customer_id: int) -> bool:
    """Whether something is recorded as wrong for them: on this call, or before."""
    return bool(_OPEN_PROBLEM(customer=customer_id))


_OPEN_PROBLEM = Prepared(
    lambda: (
        ProblemRow.select(ProblemRow.id)
        .where(ProblemRow.customer == slot("customer"), ProblemRow.solved_at.is_null())
        .limit(1)
    ),
    int,
    {},
)


def customer_exists(customer_id: int) -> bool:
    row = CustomerRow
    found = row.select(row.id).where(row.id == customer_id, row.erased_at.is_null())
    return bool(found.exists())
