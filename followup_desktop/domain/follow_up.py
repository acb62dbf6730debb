"""A follow-up with all that the day's list says about it (M-45 … M-48)."""

from dataclasses import dataclass
from datetime import date, datetime, time

from followup_desktop.domain.kinds import Kind, Rank, Stage


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
    despite: str = ""
    """Why it is kept although a quiet rule would have it wait (M-47)."""
    rests_until: date | None = None
    """They are left in peace until then (M-25)."""
    zones: str = ""
    """The time zones their phone may ring in; empty where nobody can tell."""
