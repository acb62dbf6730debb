"""A call as it is kept: what the guided call's verbs work on."""

from dataclasses import dataclass
from datetime import datetime

from followup_desktop.domain.call import CallLine, WrapUp
from followup_desktop.domain.kinds import CallStep, Detour, Direction, Kind, Purpose


@dataclass(frozen=True, slots=True)
class SavedCall:
    id: int
    customer_id: int
    clerk_id: int | None
    follow_up_id: int | None
    kind: Kind
    direction: Direction
    step: CallStep
    purpose: Purpose | None
    desired: str
    second_purpose: Purpose | None
    phone_id: int | None
    notes: str
    planned_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    finished_at: datetime | None
    wrap_up: WrapUp


@dataclass(frozen=True, slots=True)
class SavedLine:
    line: CallLine
    position: int
    is_own: bool
    """The clerk wrote or changed it, so another purpose leaves it alone."""


@dataclass(frozen=True, slots=True)
class SavedBridge:
    id: int
    detour: Detour
    words: str
    is_own: bool
    taken: bool
