"""The prepared call for a kind, and its strict reading from plain data (docs/playbooks.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from followup_desktop.domain import playbook_reading as reading
from followup_desktop.domain.kinds import KINDS, ContactType, Detour, Kind, Purpose
from followup_desktop.domain.phrase import Phrase
from followup_desktop.domain.playbook_error import PlaybookError, PlaybookFault
from followup_desktop.domain.playbook_parts import Bridge, Fear, Line, PurposePlan
from followup_desktop.domain.playbook_table import Table

__all__ = [
    "Bridge",
    "Fear",
    "Line",
    "Playbook",
    "PlaybookError",
    "PlaybookFault",
    "PurposePlan",
    "parse_playbook",
]

NEEDS_FEARS = frozenset({Kind.LEFT_FIRST, Kind.LEFT_SECOND, Kind.LEFT_LATER})
"""Kinds for those who didn't buy: the answers feared stand in their playbooks (M-80)."""


@dataclass(frozen=True, slots=True)
class Playbook:
    """Everything prepared for one kind of call."""

    kind: Kind
    title: str
    contact_type: ContactType
    marketing: bool
    minutes: int
    why: Phrase
    opening: Line
    purposes: tuple[PurposePlan, ...]
    """In the order they are suggested; the last one is in the clerk's own words."""
    lines: tuple[Line, ...]
    bridges: Mapping[Detour, Bridge]
    voicemail: Phrase
    fears: tuple[Fear, ...]

    def plan(self, purpose: Purpose) -> PurposePlan:
        """The purpose's part; the clerk's own words for one that this playbook doesn't have."""
        return next((p for p in self.purposes if p.purpose is purpose), self.purposes[-1])


def parse_playbook(data: Mapping[str, object]) -> Playbook:
    """Read a playbook from what a TOML file holds, or raise PlaybookError at the first fault."""
    file = Table(data)
    kind = file.code("kind", Kind)
    reading.check_agrees(file, kind)
    purposes = _purposes(file)
    known = tuple(plan.purpose for plan in purposes)
    playbook = Playbook(
        kind=kind,
        title=file.text("title"),
        contact_type=KINDS[kind].contact_type,
        marketing=KINDS[kind].marketing,
        minutes=reading.read_minutes(file),
        why=reading.read_why(file),
        opening=reading.read_opening(file.table("opening")),
        purposes=purposes,
        lines=_lines(file, known),
        bridges=_bridges(file, purposes),
        voicemail=reading.read_voicemail(file),
        fears=_fears(file, kind),
    )
    file.done()
    reading.check_needs(known, playbook.lines)
    return playbook


def _purposes(file: Table) -> tuple[PurposePlan, ...]:
    plans: dict[Purpose, PurposePlan] = {}
    for table in file.tables("purposes"):
        plan = reading.read_purpose(table)
        if plan.purpose in plans:
            raise PlaybookError(PlaybookFault.DUPLICATE, table.at("purpose"), plan.purpose)
        plans[plan.purpose] = plan
    reading.check_purposes(tuple(plans))
    return tuple(plans.values())


def _lines(file: Table, known: tuple[Purpose, ...]) -> tuple[Line, ...]:
    lines = tuple(reading.read_line(table, known) for table in file.tables("lines"))
    if not lines:
        raise PlaybookError(PlaybookFault.MISSING, "lines", "lines")
    return lines


def _bridges(file: Table, purposes: tuple[PurposePlan, ...]) -> Mapping[Detour, Bridge]:
    bridges: dict[Detour, Bridge] = {}
    for table in file.tables("bridges"):
        detour = table.code("detour", Detour)
        if detour in bridges:
            raise PlaybookError(PlaybookFault.DUPLICATE, table.at("detour"), detour)
        bridges[detour] = reading.read_bridge(table, detour, purposes)
    reading.check_bridges(bridges)
    return MappingProxyType(bridges)


def _fears(file: Table, kind: Kind) -> tuple[Fear, ...]:
    fears = tuple(reading.read_fear(table) for table in file.tables("fears"))
    if kind in NEEDS_FEARS and not fears:
        raise PlaybookError(PlaybookFault.MISSING, "fears", "fears")
    return fears
