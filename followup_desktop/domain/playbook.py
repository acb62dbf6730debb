"""The prepared call for a kind, and its strict reading from plain data (docs/playbooks.md)."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from followup_desktop.domain.cues import fits
from followup_desktop.domain.facts import DISCREET, FACT_NAMES, SAID_TO_THEM
from followup_desktop.domain.kinds import KINDS, ContactType, Detour, Kind, LinePart, Purpose
from followup_desktop.domain.phrase import Phrase, facts_in
from followup_desktop.domain.playbook_error import PlaybookError, PlaybookFault
from followup_desktop.domain.playbook_parts import Bridge, Fear, Line, PurposePlan
from followup_desktop.domain.playbook_table import Table, as_code

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

MINUTES_LIMIT = 60
FOR_THE_CLERK = FACT_NAMES - SAID_TO_THEM
NEEDS_FEARS = frozenset({Kind.LEFT_FIRST, Kind.LEFT_SECOND, Kind.LEFT_LATER})
"""Kinds for those who didn't buy: the answers feared stand in their playbooks (M-80)."""

_ANY = "any"
"""In a bridge, the way back for every purpose that has none of its own."""


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
    _check_agrees(file, kind)
    purposes = _purposes(file)
    playbook = Playbook(
        kind=kind,
        title=file.text("title"),
        contact_type=KINDS[kind].contact_type,
        marketing=KINDS[kind].marketing,
        minutes=file.number("minutes", 1, MINUTES_LIMIT),
        why=file.phrase("why", allowed=FOR_THE_CLERK),
        opening=_opening(file.table("opening")),
        purposes=purposes,
        lines=_lines(file, purposes),
        bridges=_bridges(file, purposes),
        voicemail=file.phrase("voicemail", allowed=DISCREET),
        fears=_fears(file, kind),
    )
    file.done()
    _check_needs(playbook)
    return playbook


def _check_agrees(file: Table, kind: Kind) -> None:
    """The file repeats for its readers what kinds.py fixes, and may not say otherwise."""
    if file.code("contact_type", ContactType) is not KINDS[kind].contact_type:
        raise PlaybookError(PlaybookFault.DISAGREES, "contact_type", file.text("contact_type"))
    file.value("marketing")
    if file.flag("marketing") is not KINDS[kind].marketing:
        raise PlaybookError(PlaybookFault.DISAGREES, "marketing", file.flag("marketing"))


def _purposes(file: Table) -> tuple[PurposePlan, ...]:
    plans: list[PurposePlan] = []
    for table in file.tables("purposes"):
        purpose = table.code("purpose", Purpose)
        if purpose in {plan.purpose for plan in plans}:
            raise PlaybookError(PlaybookFault.DUPLICATE, table.at("purpose"), purpose)
        own_words = purpose is Purpose.OWN_WORDS
        plans.append(
            PurposePlan(
                purpose=purpose,
                hint=table.phrase("hint", allowed=FOR_THE_CLERK),
                outcome=None if own_words else table.phrase("outcome", allowed=FOR_THE_CLERK),
                back=table.phrase("back"),
            )
        )
        table.done()
    if len(plans) < 2:
        raise PlaybookError(PlaybookFault.OUT_OF_RANGE, "purposes", len(plans))
    if plans[-1].purpose is not Purpose.OWN_WORDS:
        raise PlaybookError(PlaybookFault.MISSING, "purposes", Purpose.OWN_WORDS)
    return tuple(plans)


def _opening(table: Table) -> Line:
    """The first thing said, whatever the purpose: who calls, from where, is it a good moment."""
    words = table.phrase_of("words", "fallback", "for_whom")
    cue = _cue(table)
    table.done()
    for wording in (*words.wordings, words.for_whom or words.words):
        if not {"clerk", "shop"} <= facts_in(wording):
            raise PlaybookError(PlaybookFault.NO_NAME_IN_OPENING, table.at("words"), wording)
    return Line(LinePart.WHAT, words, cue)


def _lines(file: Table, purposes: tuple[PurposePlan, ...]) -> tuple[Line, ...]:
    lines = tuple(_line(table, purposes) for table in file.tables("lines"))
    if not lines:
        raise PlaybookError(PlaybookFault.MISSING, "lines", "lines")
    return lines


def _line(table: Table, purposes: tuple[PurposePlan, ...]) -> Line:
    known = {plan.purpose for plan in purposes}
    own = []
    for code in table.rows("purposes"):
        purpose = as_code(code, Purpose, table.at("purposes"))
        if purpose not in known:
            raise PlaybookError(PlaybookFault.UNKNOWN_CODE, table.at("purposes"), purpose)
        own.append(purpose)
    line = Line(
        part=table.code("part", LinePart),
        words=table.phrase_of("words", "fallback", "for_whom"),
        cue=_cue(table),
        purposes=frozenset(own),
        only_after_need=table.flag("only_after_need"),
        hears_need=table.flag("hears_need"),
        tip=table.flag("tip"),
    )
    table.done()
    return line


def _cue(table: Table) -> Phrase:
    """A cue that fits for certain: what is used when facts miss, or are long, has none in it."""
    cue = table.phrase_of("cue", "fallback_cue", "for_whom_cue")
    last = cue.wordings[-1]
    if facts_in(last):
        raise PlaybookError(PlaybookFault.NO_FALLBACK, table.at("cue"), sorted(facts_in(last))[0])
    for wording in (*cue.wordings, cue.for_whom or last):
        if not facts_in(wording) and not fits(wording):
            raise PlaybookError(PlaybookFault.OUT_OF_RANGE, table.at("cue"), wording)
    return cue


def _bridges(file: Table, purposes: tuple[PurposePlan, ...]) -> Mapping[Detour, Bridge]:
    bridges: dict[Detour, Bridge] = {}
    for table in file.tables("bridges"):
        detour = table.code("detour", Detour)
        if detour in bridges:
            raise PlaybookError(PlaybookFault.DUPLICATE, table.at("detour"), detour)
        bridges[detour] = _bridge(table, detour, purposes)
        table.done()
    for detour in Detour:
        if detour not in bridges:
            raise PlaybookError(PlaybookFault.BRIDGE_MISSING, "bridges", detour)
    return MappingProxyType(bridges)


def _bridge(table: Table, detour: Detour, purposes: tuple[PurposePlan, ...]) -> Bridge:
    """To somebody else on the line nothing may be told, so its ways back are never borrowed."""
    elsewhere = detour is Detour.NOT_THE_RIGHT_PERSON
    allowed = DISCREET if elsewhere else FACT_NAMES
    answer = table.phrase("answer", allowed=allowed)
    given = table.table("back") if table.has("back") or elsewhere else Table({}, table.at("back"))
    usual = given.phrase(_ANY, allowed=allowed) if given.has(_ANY) else None
    backs = {}
    for plan in purposes:
        if given.has(plan.purpose) or (elsewhere and usual is None):
            backs[plan.purpose] = given.phrase(plan.purpose, allowed=allowed)
        else:
            backs[plan.purpose] = usual or plan.back
    given.done()
    return Bridge(detour, answer, MappingProxyType(backs))


def _fears(file: Table, kind: Kind) -> tuple[Fear, ...]:
    fears = []
    for table in file.tables("fears"):
        fears.append(Fear(table.phrase("they_say"), table.phrase("way_out")))
        table.done()
    if kind in NEEDS_FEARS and not fears:
        raise PlaybookError(PlaybookFault.MISSING, "fears", "fears")
    return tuple(fears)


def _check_needs(playbook: Playbook) -> None:
    """A suggestion to buy may not wait for a need that its script never asks about (M-78)."""
    for plan in playbook.purposes:
        lines = [line for line in playbook.lines if line.serves(plan.purpose)]
        suggests = any(line.only_after_need for line in lines)
        if suggests and not any(line.hears_need for line in lines):
            raise PlaybookError(PlaybookFault.NO_NEED_ASKED, "lines", plan.purpose)
