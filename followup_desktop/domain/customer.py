"""Customers as lists, search and the card show them (M-51 … M-57)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from followup_desktop.domain.follow_up import ComingUp
from followup_desktop.domain.kinds import (
    Direction,
    FactKind,
    FollowUpStatus,
    Fulfilment,
    Kind,
    Outcome,
    PhoneKind,
    ReferralState,
    Stage,
    Step,
    Way,
)


@dataclass(frozen=True, slots=True)
class CustomerHit:
    """A line of the search box's drop-down."""

    id: int
    name: str
    title: str
    stage: Stage
    phone: str
    last_item: str


@dataclass(frozen=True, slots=True)
class CustomerLine:
    """A row of the customers' list."""

    id: int
    name: str
    title: str
    stage: Stage
    purchases: int
    phone: str
    owner_name: str
    last_contact_at: datetime | None
    next_on: date | None
    next_kind: Kind | None
    dont_call: bool


class CustomerOrder(StrEnum):
    NAME = "name"
    LAST_CONTACT = "last_contact"
    NEXT_FOLLOW_UP = "next_follow_up"


@dataclass(frozen=True, slots=True)
class CustomerFilter:
    text: str = ""
    no_next_step: bool = False
    never_contacted: bool = False
    stage: Stage | None = None
    owner_id: int | None = None
    order: CustomerOrder = CustomerOrder.NAME
    descending: bool = False


@dataclass(frozen=True, slots=True)
class CustomerPage:
    """A stretch of the list. `total` is exact."""

    lines: tuple[CustomerLine, ...]
    total: int


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


class EventKind(StrEnum):
    """What the story is made of (M-52)."""

    CALL = "call"
    PURCHASE = "purchase"
    VISIT = "visit"
    ORDER = "order"
    PROMISE = "promise"
    PROBLEM = "problem"
    REFERRAL = "referral"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class StoryEvent:
    """One entry of the story; `words.story` makes it two lines. What is filled depends on `kind`:

    * CALL: `title` is what it continued from, `text` the notes; `outcome`, `direction`, `minutes`,
      and what was heard.
    * PURCHASE: `title` the items, `text` the occasion; `due_on` the promised day of its order.
    * VISIT: somebody left without buying: `title` what they looked at, `text` what held them back.
    * ORDER: a promised day that was moved to `due_on`, with the reason in `text`; or its end
      (`done_at`, or `cancelled`).
    * PROMISE, PROBLEM: `done_at` when it was kept or solved, `is_withdrawn` when it was taken back.
    * REFERRAL: `title` the other one's name; `sent_by_them` says who sent whom.
    * NOTE: a note in `text`; or a follow-up (`call_kind`, `title`) that was done without a call or
      skipped (`status`), and why.
    """

    kind: EventKind
    row_id: int
    at: datetime
    title: str
    """What it was about, in the shop's own words."""
    text: str = ""
    clerk_name: str = ""
    call_kind: Kind | None = None
    direction: Direction | None = None
    outcome: Outcome | None = None
    minutes: int | None = None
    gained: str = ""
    works_well: str = ""
    could_be_better: str = ""
    due_on: date | None = None
    due_time: time | None = None
    done_at: datetime | None = None
    is_withdrawn: bool = False
    cancelled: bool = False
    status: FollowUpStatus | None = None
    fulfilment: Fulfilment | None = None
    for_whom: str = ""
    occasion_on: date | None = None
    is_gift: bool = False
    also_looking_at: str = ""
    referral_state: ReferralState | None = None
    sent_by_them: bool = True


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
