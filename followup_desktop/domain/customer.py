"""A customer as the card shows them (M-51 … M-57)."""

from dataclasses import dataclass
from datetime import date, datetime, time

from followup_desktop.domain.delay import Delay
from followup_desktop.domain.kinds import (
    FactKind,
    FollowUpStatus,
    Fulfilment,
    Kind,
    PhoneKind,
    ReferralState,
    Stage,
    Step,
    Way,
)
from followup_desktop.domain.today import Waits


@dataclass(frozen=True, slots=True)
class Phone:
    id: int
    number: str
    shown: str
    kind: PhoneKind
    good_from: time | None
    good_to: time | None
    note: str
    is_wrong: bool = False
    """A call found somebody else there."""


@dataclass(frozen=True, slots=True)
class Mail:
    id: int
    address: str


@dataclass(frozen=True, slots=True)
class Permission:
    way: Way
    allowed: bool
    given_at: datetime
    source: str
    clerk_name: str


@dataclass(frozen=True, slots=True)
class Person:
    id: int
    relation: str
    name: str
    note: str


@dataclass(frozen=True, slots=True)
class SpecialDate:
    id: int
    name: str
    day: int
    month: int
    year: int | None
    yearly: bool
    person_id: int | None
    next_on: date | None
    """The next time it comes; None when it has passed and doesn't come again."""


@dataclass(frozen=True, slots=True)
class Fact:
    id: int
    kind: FactKind
    text: str


@dataclass(frozen=True, slots=True)
class ReferralLink:
    """A referral on the card, in either direction; `customer_id` is the other one's card."""

    id: int
    customer_id: int | None
    name: str
    relation: str
    what_for: str
    state: ReferralState
    state_at: datetime | None = None
    """When it came so far."""
    state_by: str = ""
    """The clerk who saw to it, or noted it."""


@dataclass(frozen=True, slots=True)
class Checkpoint:
    id: int
    step: Step
    due_on: date | None
    done_at: datetime | None
    done_by: str


@dataclass(frozen=True, slots=True)
class OrderOnCard:
    id: int
    what: str
    fulfilment: Fulfilment
    promised_on: date | None
    promised_time: time | None
    checkpoints: tuple[Checkpoint, ...]
    closed: bool
    cancelled: bool
    delay: Delay | None = None
    """The newest."""


@dataclass(frozen=True, slots=True)
class OpenPromise:
    id: int
    what: str
    due_on: date
    due_time: time | None
    clerk_name: str


@dataclass(frozen=True, slots=True)
class OpenProblem:
    id: int
    what: str
    owner_name: str
    put_right_how: str
    put_right_by: date | None
    opened_at: datetime
    owner_id: int | None = None
    acknowledged_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class ComingUp:
    """A follow-up on the card."""

    id: int
    kind: Kind
    about: str
    due_on: date
    due_time: time | None
    is_timed: bool
    status: FollowUpStatus
    clerk_id: int | None
    promise_id: int | None = None
    waits: Waits | None = None
    waits_until: datetime | None = None
    """As in the day's list."""


@dataclass(frozen=True, slots=True)
class CustomerCard:
    """Everything on the card but the story, which is read by itself (it may be long)."""

    id: int
    name: str
    title: str
    address_as: str
    say_it_like: str
    language: str
    preferred_way: Way | None
    stage: Stage
    purchases: int
    works_as: str
    service_person: str
    pinned_note: str
    discreet: bool
    owner_id: int | None
    owner_name: str
    first_n_sales: int | None
    """Purchases with the full cadence; None: as for everybody (M-35)."""
    dont_call_at: datetime | None
    dont_call_by: str
    last_contact_at: datetime | None
    last_thanked_at: datetime | None
    phones: tuple[Phone, ...]
    mails: tuple[Mail, ...]
    permissions: tuple[Permission, ...]
    people: tuple[Person, ...]
    dates: tuple[SpecialDate, ...]
    facts: tuple[Fact, ...]
    referred_by: tuple[ReferralLink, ...]
    has_referred: tuple[ReferralLink, ...]
    orders: tuple[OrderOnCard, ...]
    promises: tuple[OpenPromise, ...]
    problems: tuple[OpenProblem, ...]
    coming_up: tuple[ComingUp, ...]
    last_purchase_id: int | None
    last_item: str
    last_purchase_on: date | None
    occasion: str
    occasion_on: date | None
    for_whom: str
    is_gift: bool
    call_id: int | None
    """A call that was begun and not finished."""
    rest_until: date | None = None
    """Left in peace until then."""
    nothing_more: str | None = None
    """Why nothing more is planned, as a clerk said (M-24)."""
