"""The shop as its settings describe it."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum


class Look(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True, order=True)
class OpenHours:
    """One stretch of open hours; a lunch break makes two for a weekday. Monday is 0."""

    weekday: int
    opens: time
    closes: time


@dataclass(frozen=True, slots=True, order=True)
class ClosingDays:
    first_on: date
    last_on: date
    note: str = ""


@dataclass(frozen=True, slots=True)
class Clerk:
    id: int
    name: str
    is_manager: bool
    left_on: date | None = None
    open_follow_ups: int = 0


@dataclass(frozen=True, slots=True)
class Preferences:
    """Everything in Settings but the shop's name, hours and staff; each under its own name."""

    follow_up_times: tuple[time, ...] = (time(10, 30), time(16, 0))
    """When untimed follow-ups are announced together (M-60)."""
    budget_minutes: int = 45
    """The time a day has for follow-ups (M-45)."""
    first_n_sales: int = 4
    """The first sale and this many less one get the full cadence (M-35)."""
    loyal_after: int = 5
    """Purchases that make a customer loyal."""
    loyal_years: int = 3
    """Or so many years, with more than one purchase."""
    loyal_referrals: int = 2
    """Or so many people they sent, who bought."""
    max_tries: int = 6
    """Tries that reach nobody, before somebody is left in peace for a while (M-25)."""
    calling_region: str = ""
    """A preset of resources/calling_rules.toml; empty: not chosen yet."""
    calling_from: time | None = None
    calling_until: time | None = None
    calling_not_on: tuple[int, ...] = ()
    """The shop's own calling hours where they are stricter than the region's; Monday is 0."""
    holidays: bool = True
    """Public holidays of the shop's country count as closing days."""
    look: Look = Look.SYSTEM
    text_size: int = 100
    """Per cent."""
    language: str = ""
    """Empty: as the system has it."""
    mantra: str = ""
    """The shop's own sentence; empty: ours."""
    mantra_shown: bool = True
    starts_at_login: bool = True
    closes_to_tray: bool = True
    hides_names: bool = False
    """Reminders name nobody: others may be looking at the screen."""
    notifies: bool = False
    """The desktop's own notification too, besides our window."""


@dataclass(frozen=True, slots=True)
class Shop:
    """Everything about the shop that the domain's rules and the settings page need."""

    name: str
    country: str
    hours: tuple[OpenHours, ...]
    closing_days: tuple[ClosingDays, ...]
    clerks: tuple[Clerk, ...]
    preferences: Preferences = Preferences()
