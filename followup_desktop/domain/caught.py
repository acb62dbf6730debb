"""What is caught during a call, as its small forms hold it (M-17 … M-20)."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import TypeAlias

from followup_desktop.domain.kinds import FactKind


class CaughtKind(StrEnum):
    """What can be caught during the call (M-17)."""

    PROMISE = "promise"
    REFERRAL = "referral"
    PROBLEM = "problem"
    DATE = "date"
    FACT = "fact"


@dataclass(frozen=True, slots=True)
class PromiseForm:
    """What, by when, by whom."""

    what: str
    due_on: date
    due_time: time | None = None
    clerk_id: int | None = None
    """Who gave it; None: the clerk on the call."""


@dataclass(frozen=True, slots=True)
class ReferralForm:
    name: str
    phone: str = ""
    """As typed. Not needed where we may not call: they are asked to ring us."""
    relation: str = ""
    what_for: str = ""
    may_call: bool = False


@dataclass(frozen=True, slots=True)
class ProblemForm:
    """Acknowledged by writing it down; owned; put right how, and by when."""

    what: str
    put_right_how: str = ""
    put_right_by: date | None = None
    put_right_time: time | None = None
    wants_manager: bool = False
    """A manager calls back at the day and time that the customer was told."""
    manager_id: int | None = None
    """Which one, where the shop has several; None: another one than the clerk on the call."""


@dataclass(frozen=True, slots=True)
class DateForm:
    name: str
    day: int
    month: int
    year: int | None = None
    yearly: bool = True
    person_id: int | None = None


@dataclass(frozen=True, slots=True)
class FactForm:
    text: str
    kind: FactKind = FactKind.NOTE


CaughtForm: TypeAlias = PromiseForm | ReferralForm | ProblemForm | DateForm | FactForm
