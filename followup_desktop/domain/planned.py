"""Follow-ups that are proposed, and what a clerk changes about them."""

from dataclasses import dataclass
from datetime import date, time

from followup_desktop.domain.kinds import Kind


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
    item: str = ""
    """What was bought, of one that stands already: there may be two of a rule."""


@dataclass(frozen=True, slots=True)
class PlanChange:
    """A clerk's change of a proposed follow-up: switched off, or moved."""

    rule: str
    is_on: bool = True
    due_on: date | None = None
    due_time: time | None = None
    follow_up_id: int | None = None
    """As in the `PlannedFollowUp` that is changed."""
