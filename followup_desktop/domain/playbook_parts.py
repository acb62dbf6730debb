"""What a playbook is made of: purposes, lines, bridges, and the answers a clerk dreads."""

from collections.abc import Mapping
from dataclasses import dataclass

from followup_desktop.domain.kinds import Detour, LinePart, Purpose
from followup_desktop.domain.phrase import Phrase


@dataclass(frozen=True, slots=True)
class PurposePlan:
    """What a purpose means on this kind of call."""

    purpose: Purpose
    hint: Phrase
    outcome: Phrase | None
    """The desired outcome in one sentence; None only for a purpose in the clerk's own words."""
    back: Phrase
    """The way back to it after a detour, where the bridge has no better one."""


@dataclass(frozen=True, slots=True)
class Line:
    """Something to say, and the few words that stand for it during the call."""

    part: LinePart
    words: Phrase
    cue: Phrase
    purposes: frozenset[Purpose] = frozenset()
    """Empty: it belongs to every purpose."""
    only_after_need: bool = False
    """A suggestion to buy: grey until a line that hears a need was ticked (M-78)."""
    hears_need: bool = False
    tip: bool = False
    """A care or saving tip (M-79)."""
    once_in_hand: bool = False
    """Left out as long as the thing is still with us: nobody has worn it yet."""
    while_waiting: bool = False
    """Said only as long as it is."""

    def serves(self, purpose: Purpose | None) -> bool:
        return not self.purposes or purpose in self.purposes

    def suits(self, *, waits: bool) -> bool:
        """`waits`: they don't have the thing yet."""
        return not (self.once_in_hand if waits else self.while_waiting)


@dataclass(frozen=True, slots=True)
class Bridge:
    """The answer to a detour, and the ways back from it."""

    detour: Detour
    answer: Phrase
    backs: Mapping[Purpose, Phrase]


@dataclass(frozen=True, slots=True)
class Fear:
    """An answer that a clerk dreads, and the easy way out (M-80)."""

    they_say: Phrase
    way_out: Phrase
