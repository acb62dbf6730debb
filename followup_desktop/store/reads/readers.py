"""How a column is read, by its name: the names mean the same in every table."""

from collections.abc import Callable
from datetime import date, datetime, time
from typing import Any

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
