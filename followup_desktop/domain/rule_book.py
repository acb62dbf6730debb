"""The cadence's rules as a shop sees and changes them in its settings."""

from dataclasses import dataclass
from datetime import date, datetime

from followup_desktop.domain.cadence.needless import ClosedWhy
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.planned import PlannedFollowUp
from followup_desktop.domain.today import Waits


@dataclass(frozen=True, slots=True)
class RuleLine:
    """A rule as it holds now."""

    rule: Rule
    is_on: bool
    days: int
    usual_days: int
    """As it comes with the program."""


@dataclass(frozen=True, slots=True)
class KindLine:
    """What the shop says of a kind."""

    kind: Kind
    minutes: int
    usual_minutes: int
    """As its playbook says."""
    is_paused: bool
    may_pause: bool
    """What was promised, or is wrong, is never put aside."""
    open: int
    """How many are planned."""


@dataclass(frozen=True, slots=True)
class RuleBook:
    rules: tuple[RuleLine, ...]
    kinds: tuple[KindLine, ...]


@dataclass(frozen=True, slots=True)
class RuleChange:
    """What a shop wants a rule to be."""

    rule: Rule
    is_on: bool
    days: int


@dataclass(frozen=True, slots=True)
class Standing:
    """An open follow-up, as a change of the rules finds it."""

    id: int
    customer_id: int
    name: str
    title: str
    rule: Rule | None
    """None: a person planned it."""
    kind: Kind
    about: str
    due_on: date
    base: date | None
    """The day that its rule counts from; None where nobody can tell any more."""


@dataclass(frozen=True, slots=True)
class Moved:
    one: Standing
    to: date | None
    """None: it goes."""
    rule: Rule | None = None
    """The rule that it belongs to from now on, where that is another one."""
    why: ClosedWhy = ClosedWhy.RULE_OFF
    """Why it goes, or what it was before it became another one."""

    @property
    def is_seen(self) -> bool:
        return self.to != self.one.due_on


@dataclass(frozen=True, slots=True)
class Coming:
    """A follow-up that wasn't planned, and would be."""

    customer_id: int
    name: str
    title: str
    purchase_id: int
    clerk_id: int | None
    planned: PlannedFollowUp


@dataclass(frozen=True, slots=True)
class Waiting:
    """It stays on its day, and nobody may call as soon as now; that is looked at whenever it is
    shown, so nothing is kept of it (M-47)."""

    name: str
    about: str
    kind: Kind
    was: datetime
    """From when on one may call now."""
    why: Waits
    until: datetime | None
    """None where only a person can end the wait."""


@dataclass(frozen=True, slots=True)
class RuleEffect:
    """What a change would do to what is planned."""

    moved: tuple[Moved, ...] = ()
    """By day."""
    comes: tuple[Coming, ...] = ()
    waits: int = 0
    """So many would wait until their kind is taken up again."""
    waiting: tuple[Waiting, ...] = ()
    freed: int = 0
    """So many calls would have to wait less than now."""

    @property
    def moves(self) -> int:
        return sum(one.to is not None and one.is_seen for one in self.moved)

    @property
    def goes(self) -> int:
        return sum(one.to is None for one in self.moved)

    @property
    def is_nothing(self) -> bool:
        """There is nothing to show. A follow-up may still come to belong to another rule."""
        seen = any(one.is_seen for one in self.moved)
        return not (seen or self.comes or self.waits or self.waiting or self.freed)
