"""What the tray's rules need to know of the open follow-ups, and what was said of each."""

from collections.abc import Callable
from dataclasses import fields
from datetime import date, datetime, time
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import FollowUpStatus, Kind, Rank, Way
from followup_desktop.domain.notice import Notice
from followup_desktop.domain.reminder import Remindable, Told
from followup_desktop.store.reads.build import or_empty, tuples
from followup_desktop.store.reads.prepared import Prepared, slot
from followup_desktop.store.rows import (
    AnnouncementRow,
    CustomerRow,
    FollowUpRow,
    PermissionRow,
    PhoneRow,
    SettingRow,
)

LIMIT = 5_000
"""What stands in one window. Nobody calls more in a month; the rest comes up as these are done."""
BUSY = "busy_until"
"""The name under which a busy clerk's quiet is kept."""

_SAID = (AnnouncementRow.follow_up == FollowUpRow.id) & (
    AnnouncementRow.version == FollowUpRow.version
)
_IS_OPEN = FollowUpRow.status == FollowUpStatus.OPEN
_IN_ORDER = (FollowUpRow.rank, FollowUpRow.due_on, FollowUpRow.due_time, FollowUpRow.id)


Raw = tuple[Any, ...]
"""A row as it is stored. `made` reads it: with thousands of them a few at a time."""


def remindable(on_or_before: date) -> tuple[Raw, ...]:
    """The open ones that may have something to say; not those whose last notice was put away."""
    return _REMINDABLE(day=str(on_or_before))


def customer_of(raw: Raw) -> int:
    return int(raw[_NAMES.index("customer_id")])


def made(raw: Raw) -> Remindable:
    values = dict(zip(_NAMES, raw, strict=True))
    for name, convert in _CONVERT.items():
        if values[name] is not None:
            values[name] = convert(values[name])
    told = None
    if values["notice"] is not None:
        told = Told(*(values[name] for name in _TOLD))
    due = DueFollowUp(**{name: values[name] for name in _DUE}, **_UNASKED)
    return Remindable(due, values["created_at"], told)


def put_away_count(on_or_before: date) -> int:
    """How many are due whose last notice was put away."""
    return _PUT_AWAY_COUNT(day=str(on_or_before))[0]


def put_away(on_or_before: date, limit: int) -> list[int]:
    """The first of those, in the order of the day's list."""
    query = _joined(FollowUpRow.id).where(*_is_put_away(on_or_before))
    return [row_id for (row_id,) in tuples(query.order_by(*_IN_ORDER).limit(limit))]


def dismissed_since(moment: datetime, limit: int) -> list[tuple[Any, ...]]:
    """Follow-ups that are still open and were put away since; the last one first."""
    row = AnnouncementRow
    query = _joined(FollowUpRow.id, row.dismissed_at).where(_IS_OPEN, row.dismissed_at >= moment)
    return tuples(query.order_by(row.dismissed_at.desc(), row.id.desc()).limit(limit))


def promised() -> dict[int, datetime]:
    """The promised minute of every open promise that has one."""
    row = FollowUpRow
    query = row.select(row.id, row.due_on, row.due_time).where(
        _IS_OPEN, row.rank == Rank.PROMISES, row.is_timed, row.due_time.is_null(False)
    )
    return {row_id: datetime.combine(on, at) for row_id, on, at in tuples(query)}


def busy_until() -> tuple[int, str] | None:
    """The setting's id, and its text."""
    query = SettingRow.select(SettingRow.id, SettingRow.value).where(SettingRow.name == BUSY)
    return next(iter(tuples(query)), None)


def _joined(*columns: Any) -> Any:
    return AnnouncementRow.select(*columns).join(FollowUpRow, on=_SAID)


def _is_put_away(day: Any) -> list[Any]:
    away, last = AnnouncementRow.dismissed_at.is_null(False), AnnouncementRow.notice == Notice.DUE
    return [_IS_OPEN, FollowUpRow.rank.in_(list(Rank)), FollowUpRow.due_on <= day, away, last]


def _query() -> Any:
    row, customer, said = FollowUpRow, CustomerRow, AnnouncementRow
    may_call = (
        PermissionRow.select(PermissionRow.allowed)
        .where(PermissionRow.customer == customer.id, PermissionRow.way == Way.CALL)
        .order_by(PermissionRow.given_at.desc(), PermissionRow.id.desc())
        .limit(1)
    )
    their_phone: Any = PhoneRow.alias()
    first_phone = (
        their_phone.select(their_phone.id)
        .where(their_phone.customer == customer.id, their_phone.wrong_at.is_null())
        .order_by(their_phone.id)
        .limit(1)
    )
    is_open_question = (
        said.id.is_null() | said.dismissed_at.is_null() | (said.notice == Notice.SOON)
    )
    return (
        row.select(
            row.id,
            row.customer.alias("customer_id"),
            row.kind,
            row.rank,
            row.due_on,
            row.due_time,
            row.is_timed,
            row.version,
            row.created_at,
            customer.dont_call_at.is_null(False).alias("dont_call"),
            may_call.alias("may_call"),
            PhoneRow.good_from,
            PhoneRow.good_to,
            row.despite,
            customer.rest_until.alias("rests_until"),
            or_empty(PhoneRow.zones, "zones"),
            said.notice,
            said.announced_at,
            said.snoozed_until,
            said.dismissed_at.is_null(False).alias("is_dismissed"),
        )
        .join(customer, on=row.customer == customer.id)
        .join(PhoneRow, JOIN.LEFT_OUTER, on=PhoneRow.id == first_phone)
        .join(said, JOIN.LEFT_OUTER, on=_SAID)
        .where(
            _IS_OPEN,
            row.rank.in_(list(Rank)),
            row.due_on <= slot("day"),
            is_open_question,
        )
        .order_by(*_IN_ORDER)
        .limit(LIMIT)
    )


_CONVERT: dict[str, Callable[[Any], Any]] = {
    "kind": Kind,
    "rank": Rank,
    "due_on": date.fromisoformat,
    "due_time": time.fromisoformat,
    "is_timed": bool,
    "created_at": datetime.fromisoformat,
    "dont_call": bool,
    "may_call": bool,
    "good_from": time.fromisoformat,
    "good_to": time.fromisoformat,
    "rests_until": date.fromisoformat,
    "notice": Notice,
    "announced_at": datetime.fromisoformat,
    "snoozed_until": datetime.fromisoformat,
    "is_dismissed": bool,
}


_NAMES = (
    *("id", "customer_id", "kind", "rank", "due_on", "due_time", "is_timed", "version"),
    *("created_at", "dont_call", "may_call", "good_from", "good_to"),
    *("despite", "rests_until", "zones"),
    *("notice", "announced_at", "snoozed_until", "is_dismissed"),
)
"""The columns of the query."""
_TOLD = ("notice", "announced_at", "snoozed_until", "is_dismissed")
_DUE = tuple(name for name in _NAMES if name not in (*_TOLD, "created_at"))
# What the rules don't ask for.
_UNASKED: dict[str, Any] = {
    field.name: None for field in fields(DueFollowUp) if field.name not in _DUE
}

_REMINDABLE = Prepared(_query, lambda *raw: raw, {})
_PUT_AWAY_COUNT = Prepared(
    lambda: _joined(fn.COUNT(FollowUpRow.id)).where(*_is_put_away(slot("day"))), int, {}
)
