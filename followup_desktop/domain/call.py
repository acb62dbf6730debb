"""The guided call as its screen shows it (M-1 … M-31)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from followup_desktop.domain.caught import CaughtForm, CaughtKind
from followup_desktop.domain.customer import Phone
from followup_desktop.domain.delay import OrderOnCall
from followup_desktop.domain.kinds import (
    CallStep,
    Detour,
    Direction,
    Feeling,
    Kind,
    LinePart,
    Outcome,
    Purpose,
    PurposeReached,
    ReferralState,
)
from followup_desktop.domain.planned import PlannedFollowUp

__all__ = [
    "CallBridge",
    "CallLine",
    "Caught",
    "CaughtForm",
    "CaughtKind",
    "GuidedCall",
    "Known",
    "KnownCode",
    "NextForOther",
    "PurposeOffer",
    "WrapUp",
]


@dataclass(frozen=True, slots=True)
class PurposeOffer:
    purpose: Purpose
    hint: str
    desired: str
    """The one sentence that the playbook proposes for it."""


@dataclass(frozen=True, slots=True)
class CallLine:
    id: int
    part: LinePart
    words: str
    filled: tuple[tuple[int, int], ...]
    """Where facts from the card stand in `words`, as (start, end), to be tinted."""
    cue: str
    only_after_need: bool
    hears_need: bool
    ticked: bool


@dataclass(frozen=True, slots=True)
class CallBridge:
    detour: Detour
    words: str
    taken: bool


@dataclass(frozen=True, slots=True)
class Caught:
    """Something caught on this call, as the wrap-up lists it."""

    kind: CaughtKind
    row_id: int
    text: str
    detail: str = ""
    phone: str = ""
    due_on: date | None = None
    due_time: time | None = None
    may_call: bool | None = None
    state: ReferralState | None = None
    form: CaughtForm | None = None
    """As it was typed, for changing it."""


@dataclass(frozen=True, slots=True)
class NextForOther:
    """What the call plans for somebody else: the referred person, a manager."""

    name: str
    planned: PlannedFollowUp


@dataclass(frozen=True, slots=True)
class Known:
    """One thing that is known about the customer, coded so that it can be worded."""

    code: "KnownCode"
    text: str = ""
    other: str = ""
    on: date | None = None


class KnownCode(StrEnum):
    SAY_IT_LIKE = "say_it_like"
    BOUGHT = "bought"
    LEFT = "left"
    OCCASION = "occasion"
    FIRST_PURCHASE = "first_purchase"
    LOYAL = "loyal"
    PERSON = "person"
    WORKS_AS = "works_as"
    MET = "met"
    LIKES = "likes"
    NOT_RIGHT = "not_right"
    LEARNED = "learned"
    SENT_BY = "sent_by"
    DATE = "date"
    LAST_TALK = "last_talk"
    OPEN_PROMISE = "open_promise"
    OPEN_PROBLEM = "open_problem"
    ORDER = "order"
    CARE_TIP = "care_tip"


@dataclass(frozen=True, slots=True)
class FearedAnswer:
    """What a clerk dreads to hear, and the easy way out of it (M-80)."""

    they_say: str
    way_out: str


@dataclass(frozen=True, slots=True)
class WrapUp:
    """The answers of the last step, as far as they are given."""

    outcome: Outcome | None = None
    purpose_reached: PurposeReached | None = None
    gained: str = ""
    works_well: str = ""
    could_be_better: str = ""
    feeling: Feeling | None = None
    thanked_us: bool = False
    declined: bool = False
    elsewhere_where: str = ""
    elsewhere_why: str = ""
    call_back_on: date | None = None
    call_back_time: time | None = None
    nothing_more: str = ""


@dataclass(frozen=True, slots=True)
class GuidedCall:
    """Everything the call screen shows, at whichever step."""

    id: int
    customer_id: int
    follow_up_id: int | None
    step: CallStep
    kind: Kind
    direction: Direction
    name: str
    greeting: str
    """How the clerk addresses them: "Mr. Libin", "Jun"."""
    say_it_like: str
    pinned_note: str
    discreet: bool
    purpose: Purpose | None
    desired: str
    second_purpose: Purpose | None
    offers: tuple[PurposeOffer, ...]
    why_now: str
    voicemail: str
    knows: tuple[Known, ...]
    worth_asking: tuple[str, ...]
    """Codes of missing facts (`domain/script.py`)."""
    lines: tuple[CallLine, ...]
    bridges: tuple[CallBridge, ...]
    phones: tuple[Phone, ...]
    phone_id: int | None
    notes: str
    planned_at: datetime
    started_at: datetime | None
    ended_at: datetime | None
    caught: tuple[Caught, ...]
    wrap_up: WrapUp
    next_steps: tuple[PlannedFollowUp, ...]
    next_for_others: tuple[NextForOther, ...]
    tries: int
    next_due_id: int | None
    """The follow-up that "Save, next" goes on to."""
    next_due_name: str
    missing: tuple[str, ...] = ()
    """What the wrap-up still needs before it can be finished, as codes (`domain/wrap_up.py`)."""
    order: OrderOnCall | None = None
    """Where the call is about an order, or they wait for one that is late (M-37)."""
    fears: tuple[FearedAnswer, ...] = ()
