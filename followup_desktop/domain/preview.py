"""The person behind a row of the day’s list."""

from dataclasses import dataclass
from datetime import date

from followup_desktop.domain.kinds import Outcome
from followup_desktop.domain.today import TodayRow


@dataclass(frozen=True, slots=True)
class PersonLine:
    relation: str
    name: str
    note: str


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
    people: tuple[PersonLine, ...]
    phone: str
    """Formatted for reading; empty if none is known."""
    phone_kind: str
    last_talk: str
    last_talk_on: date | None
    last_outcome: Outcome | None
    is_outside: bool = False
    """It was promised for a time at which one doesn't call here, unless somebody says why."""
