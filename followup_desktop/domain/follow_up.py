"""Follow-ups as the day's list and its preview show them (M-45 … M-48)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from followup_desktop.domain.kinds import FollowUpStatus, Kind, Outcome, Rank, Stage


@dataclass(frozen=True, slots=True)
class PlannedFollowUp:
    """A follow-up that is proposed, not saved yet. `rule` identifies it within its event."""

    rule: str
    kind: Kind
    due_on: date
    due_time: time | None = None
    is_timed: bool = False
    about: str = ""
    moved_from: date | None = None
    """The day the rule meant, when the shop is closed then."""
    is_on: bool = True
    follow_up_id: int | None = None
    """Of one that stands already, where a proposal shows it beside what is new (M-24)."""


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A clerk's change of a proposed follow-up: switched off, or moved."""

    rule: str
    is_on: bool = True
    due_on: date | None = None
    due_time: time | None = None
    follow_up_id: int | None = None
    """As in the `PlannedFollowUp` that is changed."""


@dataclass(frozen=True, slots=True)
class DueFollowUp:
    """An open follow-up with what its row says about why now. Built straight from the join."""

    id: int
    customer_id: int
    kind: Kind
    rank: Rank
    about: str
    due_on: date
    due_time: time | None
    is_timed: bool
    tries: int
    version: int
    clerk_id: int | None
    clerk_name: str
    name: str
    title: str
    address_as: str
    stage: Stage
    purchases: int
    discreet: bool
    item: str
    """What was bought, tried on or ordered in what this continues from; empty if there is none."""
    happened_on: date | None
    """The day of the visit or the promise it continues from."""
    occasion: str
    occasion_on: date | None
    sent_by: str
    """The referrer's name."""
    promised_on: date | None
    """The recorded date of the order or the promise behind it."""
    last_contact_at: datetime | None
    dont_call: bool
    may_call: bool | None
    """None: never asked."""
    good_from: time | None
    good_to: time | None


class Group(StrEnum):
    """The groups of the day's list, in their order."""

    PROMISED = "promised"
    NOW = "now"
    WHEN_THERES_TIME = "when_theres_time"


class Waits(StrEnum):
    """Why a follow-up waits although its day has come (M-47)."""

    SHOP_CLOSED = "shop_closed"
    CALLING_HOURS = "calling_hours"
    GOOD_TIME = "good_time"
    LATER_TODAY = "later_today"
    TALKED_LATELY = "talked_lately"
    DONT_CALL = "dont_call"
    NO_PERMISSION = "no_permission"


class Later(StrEnum):
    """How long a follow-up can be put off at a click (M-59); else a day is picked."""

    TEN_MINUTES = "ten_minutes"
    HOUR = "hour"
    THIS_AFTERNOON = "this_afternoon"
    TOMORROW = "tomorrow"
    NEXT_WEEK = "next_week"


@dataclass(frozen=True, slots=True)
class TodayRow:
    due: DueFollowUp
    group: Group
    minutes: int
    overdue_days: int
    waits: Waits | None = None
    waits_until: datetime | None = None
    """The shop's local time; None where only a person can end the wait."""
    call_id: int | None = None
    """A call that was begun and can be taken up again (M-11)."""


@dataclass(frozen=True, slots=True)
class Today:
    """The day's list."""

    day: date
    rows: tuple[TodayRow, ...]
    """At most `LIMIT` of the queue; `more` counts the rest."""
    more: int
    minutes: int
    """Of everything that is promised or now, whole minutes."""
    promises: int
    """Of the rows; they come first."""
    done: int
    """Follow-ups finished today."""
    no_next_step: int
    customers: int
    """As far as 1,000: it tells a young shop from an old one."""
    thanked: int
    """How often somebody thanked us for calling, the last 30 days (M-29)."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What stands beside the list for the selected row."""

    row: TodayRow
    pinned_note: str
    say_it_like: str
    last_purchase: str
    last_purchase_on: date | None
    bought_for: str
    bought_for_on: date | None
    people: tuple["PersonLine", ...]
    phone: str
    """Formatted for reading; empty if none is known."""
    phone_kind: str
    last_talk: str
    last_talk_on: date | None
    last_outcome: Outcome | None


@dataclass(frozen=True, slots=True)
class PersonLine:
    relation: str
    name: str
    note: str


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
