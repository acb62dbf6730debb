"""How a column is read, by its name: the names mean the same in every table."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

from peewee import BooleanField, DateField, DateTimeField, TimeField

from followup_desktop.domain.kinds import (
    Direction,
    Fulfilment,
    Kind,
    OrderChoice,
    Outcome,
    ReferralState,
    Stage,
    Step,
    Way,
)
from followup_desktop.domain.kinds import FollowUpStatus as Status
from followup_desktop.store.fields import CodeField, MomentField
from followup_desktop.store.rows import Row

_MOMENTS = (
    "at",
    "acknowledged_at",
    "closed_at",
    "done_at",
    "dont_call_at",
    "ended_at",
    "given_at",
    "known_at",
    "last_contact_at",
    "last_thanked_at",
    "opened_at",
    "told_at",
    "withdrawn_at",
    "wrong_at",
)
_DAYS = ("due_on", "last_purchase_on", "occasion_on", "promised_on", "put_right_by", "rest_until")
_TIMES = ("due_time", "good_from", "good_to", "promised_time")
_FLAGS = ("allowed", "cancelled", "discreet", "is_gift", "is_timed", "yearly")

READERS: dict[str, Callable[[Any], Any]] = {
    **dict.fromkeys(_MOMENTS, datetime.fromisoformat),
    **dict.fromkeys(_DAYS, date.fromisoformat),
    **dict.fromkeys(_TIMES, time.fromisoformat),
    **dict.fromkeys(_FLAGS, bool),
    "call_kind": Kind,
    "choice": OrderChoice,
    "direction": Direction,
    "fulfilment": Fulfilment,
    "outcome": Outcome,
    "preferred_way": Way,
    "referral_state": ReferralState,
    "stage": Stage,
    "status": Status,
    "step": Step,
    "way": Way,
}
"""`kind` and `state` are not here: what they mean depends on the table."""


_BY_TYPE: tuple[tuple[Any, Callable[[Any], Any]], ...] = (
    (MomentField, datetime.fromisoformat),
    (DateTimeField, datetime.fromisoformat),
    (DateField, date.fromisoformat),
    (TimeField, time.fromisoformat),
    (BooleanField, bool),
)


def readers_of(row: type[Row]) -> dict[str, Callable[[Any], Any]]:
    """Of every column of a table, for whoever reads whole rows."""
    readers: dict[str, Callable[[Any], Any]] = {}
    for field in row._meta.sorted_fields:
        if isinstance(field, CodeField):
            readers[field.column_name] = field.codes
        for kind, read in _BY_TYPE:
            if isinstance(field, kind):
                readers[field.column_name] = read
    return readers
