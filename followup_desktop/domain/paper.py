"""What is printed: the day's list, and one customer's call sheet. Cues, never the script."""

from dataclasses import dataclass
from datetime import date

from followup_desktop.domain.call import Known
from followup_desktop.domain.customer import Phone
from followup_desktop.domain.kinds import Kind, Purpose
from followup_desktop.domain.today import TodayRow

LETTER = frozenset(
    {"BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI", "PA", "PH", "PR", "SV", "US", "VE"}
)
"""Countries whose paper is Letter; everywhere else it is A4. As Unicode's CLDR has it."""


@dataclass(frozen=True, slots=True)
class DaySheetRow:
    row: TodayRow
    phone: str
    """The number to dial, as it is shown; empty if none is known."""


@dataclass(frozen=True, slots=True)
class DaySheet:
    shop: str
    clerk: str
    """Whose list; empty: everybody's."""
    country: str
    day: date
    rows: tuple[DaySheetRow, ...]
    more: int
    minutes: int


@dataclass(frozen=True, slots=True)
class SheetCue:
    words: str
    only_after_need: bool = False


@dataclass(frozen=True, slots=True)
class CallSheet:
    shop: str
    clerk: str
    country: str
    day: date
    kind: Kind
    name: str
    greeting: str
    say_it_like: str
    pinned_note: str
    discreet: bool
    phones: tuple[Phone, ...]
    why_now: str
    purpose: Purpose | None
    desired: str
    second_purpose: Purpose | None
    what: tuple[SheetCue, ...]
    how: tuple[SheetCue, ...]
    knows: tuple[Known, ...]
    worth_asking: tuple[str, ...]
    """Codes of missing facts (`domain/script.py`)."""
