"""The day's list (M-45 … M-48)."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from followup_desktop.domain.follow_up import DueFollowUp


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
    THEIR_NIGHT = "their_night"
    """Where their phone rings it is outside the calling hours."""
    TALKED_LATELY = "talked_lately"
    TRIED_TODAY = "tried_today"
    TRIED_OFTEN = "tried_often"
    """As often as the region allows."""
    RESTS = "rests"
    """Left in peace for a while, after many tries or as they wish."""
    DECLINED = "declined"
    PAUSED = "paused"
    """The shop put this kind aside."""
    DONT_CALL = "dont_call"
    NO_PERMISSION = "no_permission"


@dataclass(frozen=True, slots=True)
class TodayRow:
    due: DueFollowUp
    group: Group
    minutes: int
    overdue_days: int
    waits: Waits | None = None
    waits_until: datetime | None = None
    """The shop's local time; None where only a person can end the wait."""
    put_off_until: datetime | None = None
    """Until then its reminder stays away, in the shop's local time (M-62)."""
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
    days_for_the_rest: int = 0
    """So many days like this one take what is for when there's time (M-45)."""

    @property
    def opens_at(self) -> datetime | None:
        """While the shop is closed: when it opens, in its local time."""
        waiting = (row.waits_until for row in self.rows if row.waits is Waits.SHOP_CLOSED)
        return min((until for until in waiting if until is not None), default=None)

    @property
    def for_today(self) -> int:
        """Promised, or fits into the day."""
        return sum(row.group is not Group.WHEN_THERES_TIME for row in self.rows)

    @property
    def for_later(self) -> int:
        return len(self.rows) + self.more - self.for_today
