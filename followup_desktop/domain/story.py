"""A customer's one story (M-52)."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum

from followup_desktop.domain.kinds import (
    Direction,
    FollowUpStatus,
    Fulfilment,
    Kind,
    OrderChoice,
    Outcome,
    ReferralState,
)


class EventKind(StrEnum):
    """What the story is made of (M-52)."""

    CALL = "call"
    PURCHASE = "purchase"
    VISIT = "visit"
    ORDER = "order"
    DELAY = "delay"
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
    * DELAY: an order that won't be complete on its day, and why in `text`; `done_at` when they were
      told, and by whom; `choice`.
    * PROMISE, PROBLEM: `done_at` when it was kept or solved, `is_withdrawn` when it was taken back;
      or a promise that was moved to `due_on` (`is_moved`), with the reason in `text`.
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
    choice: OrderChoice | None = None
    choice_note: str = ""
    is_moved: bool = False
