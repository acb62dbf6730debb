"""Reminders as they are kept and as the tray shows them (M-58 … M-63)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import Rank
from followup_desktop.domain.notice import Notice
from followup_desktop.domain.quiet import Wait


class Busy(StrEnum):
    """How long a clerk with a customer wants quiet (M-63)."""

    HOUR = "hour"
    UNTIL_TOMORROW = "until_tomorrow"


@dataclass(frozen=True, slots=True)
class Told:
    """The announcement of a due version, and what a person answered."""

    notice: Notice
    """The last that was said."""
    at: datetime
    """UTC."""
    snoozed_until: datetime | None = None
    """The shop's local time: what the window said is what its clock has to show."""
    is_dismissed: bool = False


@dataclass(frozen=True, slots=True)
class Remindable:
    """An open follow-up, with what was said about its present version."""

    due: DueFollowUp
    """As far as the quiet rules need it; the words are asked for only where they are shown."""
    created_at: datetime
    told: Told | None = None


@dataclass(frozen=True, slots=True)
class Announcement:
    """What is to be written down as said now."""

    follow_up_id: int
    version: int
    notice: Notice


@dataclass(frozen=True, slots=True)
class Look:
    """What the rules say at one moment; ids in the order of the day's list."""

    fresh: tuple[Announcement, ...]
    """Never said before."""
    standing: tuple[int, ...]
    """In the window: what is fresh, and what was said and not answered yet."""
    is_quiet: bool
    """Nobody is to be disturbed now: a window that isn't up stays away."""
    late: int
    """How many of those standing came up while nobody could be told: asleep, closed, busy."""
    come_up: tuple[int, ...]
    """What has come up and isn't put off, of those that were looked at; also what a busy clerk
    isn't told yet."""
    put_off: int
    back_at: datetime | None
    """When the first of those comes back."""
    next_at: datetime
    """Until then, in local time, nothing changes by itself."""


@dataclass(frozen=True, slots=True)
class Reminder:
    """Everything that the tray shows at one moment."""

    now: datetime
    """The shop's local time."""
    rows: tuple[DueFollowUp, ...]
    """The first of what stands in the window."""
    ids: tuple[int, ...]
    """Of all that stand in it."""
    minutes: int
    fresh: tuple[Announcement, ...]
    is_quiet: bool
    late: int
    come_up: tuple[int, ...]
    """The first of what has come up and isn't put off, but for what was put away."""
    count: int
    """Everything that has come up and isn't put off, answered in the window or not."""
    put_off: int
    back_at: datetime | None
    busy_until: datetime | None
    next_at: datetime
    waits: Mapping[int, Wait] = field(default_factory=dict)
    """Why one of `rows` isn't to be called just now, although it was announced before (M-47)."""

    @property
    def more(self) -> int:
        return len(self.ids) - len(self.rows)

    @property
    def first_is_promise(self) -> bool:
        return bool(self.rows) and self.rows[0].rank is Rank.PROMISES


@dataclass(frozen=True, slots=True)
class Dismissed:
    """What was put away within the last days and can be brought back."""

    due: DueFollowUp
    at: datetime
    """UTC."""
