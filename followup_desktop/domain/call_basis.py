"""What the shop knows when a call is planned: values, before they are worded for anybody's ear."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Protocol

from followup_desktop.domain.customer import Fact, Person
from followup_desktop.domain.facts import Facts
from followup_desktop.domain.kinds import Fulfilment, Kind, ReferralState, Stage, Step
from followup_desktop.domain.shop_time import Now

MOST_TIPS = 3
"""On how to make things last, in one call: more would be a lecture (M-79)."""


@dataclass(frozen=True, slots=True)
class BoughtBefore:
    """The purchase that the call continues from."""

    items: tuple[str, ...]
    on: date
    occasion: str
    occasion_on: date | None
    for_whom: str
    is_gift: bool
    product_group: str
    care_tip: str
    more_tips: tuple[tuple[str, str], ...] = ()
    """Of the other things: each with a tip that wasn't said yet."""
    is_waited_for: bool = False
    """It is on order, being altered or sent: they don't have it yet."""

    @property
    def other_tips(self) -> tuple[tuple[str, str], ...]:
        """Of those of the other things, as many as there is room for beside the main thing's."""
        return self.more_tips[: MOST_TIPS - bool(self.care_tip)]


@dataclass(frozen=True, slots=True)
class LookedBefore:
    """The visit without a purchase that the call continues from."""

    looked_at: str
    held_back: str
    on: date


@dataclass(frozen=True, slots=True)
class PromisedBefore:
    what: str
    on: date
    time: time | None


@dataclass(frozen=True, slots=True)
class OrderedBefore:
    what: str
    fulfilment: Fulfilment
    promised_on: date | None
    promised_time: time | None
    last_step: Step | None
    """The last checkpoint that was ticked off."""
    is_moved: bool
    """The promised date has been changed since it was first given."""


@dataclass(frozen=True, slots=True)
class SentBefore:
    """A referral, seen from the one who is called."""

    name: str
    """The other one: who sent them, or whom they sent."""
    state: ReferralState
    what_for: str


@dataclass(frozen=True, slots=True)
class DateBefore:
    name: str
    person: str
    """Whose day it is, when it isn't their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CallBasis:
    """Everything that a plan is made from. None and empty mean: not known."""

    kind: Kind
    about: str
    """What the follow-up is about, in the shop's words."""
    tries: int
    shop: str
    clerk: str
    manager: str
    name: str
    title: str
    address_as: str
    say_it_like: str
    pinned_note: str
    is_discreet: bool
    stage: Stage
    works_as: str
    service_person: str
    last_contact_at: datetime | None
    last_notes: str
    last_notes_at: datetime | None
    people: tuple[Person, ...]
    facts: tuple[Fact, ...]
    bought: BoughtBefore | None
    looked: LookedBefore | None
    promised: PromisedBefore | None
    ordered: OrderedBefore | None
    problem: str
    sent_by: SentBefore | None
    has_sent: SentBefore | None
    date: DateBefore | None


class FactWriter(Protocol):
    """Words a basis for the script; `words/facts.py` has the one for our language."""

    def facts(self, basis: CallBasis, now: Now) -> Facts: ...
