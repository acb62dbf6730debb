"""The cadence's rules as a shop sees and changes them in its settings."""

from dataclasses import dataclass
from datetime import date

from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import Kind


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
    """An open follow-up that a rule planned and nobody has moved since."""

    id: int
    customer_id: int
    name: str
    title: str
    rule: Rule
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


@dataclass(frozen=True, slots=True)
class RuleEffect:
    """What a change would do to what is planned."""

    moved: tuple[Moved, ...] = ()
    """By day."""
    waits: int = 0
    """So many would wait until their kind is taken up again."""

    @property
    def moves(self) -> int:
        return sum(one.to is not None for one in self.moved)

    @property
    def goes(self) -> int:
        return len(self.moved) - self.moves

    @property
    def is_nothing(self) -> bool:
        return not self.moved and not self.waits
