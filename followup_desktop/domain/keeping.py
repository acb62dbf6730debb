"""Words given, as their page lists them: promises (M-38), problems (M-39), referrals (M-40)."""

from dataclasses import dataclass
from datetime import date, datetime, time

from followup_desktop.domain.kinds import ProblemStep, ReferralState
from followup_desktop.domain.shop_time import Now

LATELY_DAYS = 14
"""So long what came to a good end stays in sight."""


@dataclass(frozen=True, slots=True)
class PromiseLine:
    id: int
    customer_id: int
    name: str
    title: str
    phone: str
    what: str
    due_on: date
    due_time: time | None
    clerk_id: int | None
    clerk_name: str
    """Who gave it."""
    made_at: datetime
    kept_at: datetime | None
    missed_at: datetime | None
    follow_up_id: int | None
    """Its open call."""
    call_on: date | None
    """When that call is due: "Later" moves the call, and never what they were told."""
    moved_from: date | None
    """The day before it was last moved."""
    moved_why: str

    def is_missed(self, now: Now) -> bool:
        return self.kept_at is None and has_passed(self.due_on, self.due_time, now)


def has_passed(due_on: date, due_time: time | None, now: Now) -> bool:
    """A day without a time lasts until its end."""
    if due_on != now.day or due_time is None:
        return due_on < now.day
    return due_time < now.time


@dataclass(frozen=True, slots=True)
class StepTaken:
    """What was done about a problem, by whom and when."""

    step: ProblemStep
    at: datetime
    clerk_name: str
    note: str


@dataclass(frozen=True, slots=True)
class ProblemLine:
    id: int
    customer_id: int
    name: str
    title: str
    phone: str
    what: str
    owner_id: int | None
    owner_name: str
    for_manager: bool
    opened_at: datetime
    acknowledged_at: datetime | None
    put_right_how: str
    put_right_by: date | None
    put_right_time: time | None
    solved_at: datetime | None
    stayed_so_at: datetime | None
    follow_up_id: int | None
    """Its next open call."""
    call_on: date | None
    steps: tuple[StepTaken, ...] = ()
    """In their order."""

    @property
    def is_open(self) -> bool:
        return self.solved_at is None

    @property
    def is_looked_at_again(self) -> bool:
        """Solved; once more somebody asks whether it stayed so."""
        return self.solved_at is not None and self.stayed_so_at is None

    def is_late(self, now: Now) -> bool:
        """Not right by the day that they were told."""
        by = self.put_right_by
        return self.is_open and by is not None and has_passed(by, self.put_right_time, now)


@dataclass(frozen=True, slots=True)
class StateReached:
    """How far a referral came, by whom and when."""

    state: ReferralState
    at: datetime
    clerk_name: str


@dataclass(frozen=True, slots=True)
class ReferralLine:
    id: int
    customer_id: int
    """The one who named them."""
    name: str
    title: str
    phone: str
    referred_id: int | None
    """The one who was named, once they are a customer here."""
    referred_name: str
    """As it was given."""
    referred_phone: str
    relation: str
    what_for: str
    may_call: bool
    state: ReferralState
    made_at: datetime
    thanked_at: datetime | None
    hello_id: int | None
    """The open first call to the one who was named."""
    hello_on: date | None
    thanks_id: int | None
    """The open thank-you to the one who named them."""
    thanks_on: date | None
    same_number_id: int | None
    """A customer who has that number, or that very name: maybe it is them."""
    same_number_name: str
    steps: tuple[StateReached, ...] = ()
    """In their order."""

    @property
    def is_done(self) -> bool:
        """They bought, and whoever sent them was thanked."""
        return self.state is ReferralState.BOUGHT and self.thanked_at is not None
