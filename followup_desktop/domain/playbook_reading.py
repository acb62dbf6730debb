"""The parts of a playbook, each read strictly from its own table (docs/playbooks.md)."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from followup_desktop.domain.cues import fits
from followup_desktop.domain.facts import DISCREET, FACT_NAMES, SAID_TO_THEM
from followup_desktop.domain.kinds import KINDS, ContactType, Detour, Kind, LinePart, Purpose
from followup_desktop.domain.phrase import Phrase, facts_in
from followup_desktop.domain.playbook_error import PlaybookError, PlaybookFault
from followup_desktop.domain.playbook_parts import Bridge, Fear, Line, PurposePlan
from followup_desktop.domain.playbook_table import Table, as_code

FOR_THE_CLERK = FACT_NAMES - SAID_TO_THEM
MINUTES_LIMIT = 60

ANY = "any"
"""In a bridge, the way back for every purpose that has none of its own."""


def check_agrees(file: Table, kind: Kind) -> None:
    """The file repeats for its readers what kinds.py fixes, and may not say otherwise."""
    if file.code("contact_type", ContactType) is not KINDS[kind].contact_type:
        raise PlaybookError(PlaybookFault.DISAGREES, "contact_type", file.text("contact_type"))
    file.value("marketing")
    if file.flag("marketing") is not KINDS[kind].marketing:
        raise PlaybookError(PlaybookFault.DISAGREES, "marketing", file.flag("marketing"))


def read_minutes(file: Table) -> int:
    return file.number("minutes", 1, MINUTES_LIMIT)


def read_why(file: Table) -> Phrase:
    return file.phrase("why", allowed=FOR_THE_CLERK)


def read_voicemail(file: Table) -> Phrase:
    return file.phrase("voicemail", allowed=DISCREET)


def read_purpose(table: Table) -> PurposePlan:
    purpose = table.code("purpose", Purpose)
    own_words = purpose is Purpose.OWN_WORDS
    plan = PurposePlan(
        purpose=purpose,
        hint=table.phrase("hint", allowed=FOR_THE_CLERK),
        outcome=None if own_words else table.phrase("outcome", allowed=FOR_THE_CLERK),
        back=table.phrase("back"),
    )
    table.done()
    return plan


def read_opening(table: Table) -> Line:
    """The first thing said, whatever the purpose: who calls, from where, is it a good moment."""
    words = table.phrase_of("words", "fallback", "for_whom")
    cue = _cue(table)
    table.done()
    for wording in (*words.wordings, words.for_whom or words.words):
        if not {"clerk", "shop"} <= facts_in(wording):
            raise PlaybookError(PlaybookFault.NO_NAME_IN_OPENING, table.at("words"), wording)
    return Line(LinePart.WHAT, words, cue)


def read_line(table: Table, known: Collection[Purpose]) -> Line:
    """`known` are the purposes that the playbook has."""
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
        once_in_hand=table.flag("once_in_hand"),
        while_waiting=table.flag("while_waiting"),
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


def read_bridge(table: Table, detour: Detour, plans: Collection[PurposePlan]) -> Bridge:
    """To somebody else on the line nothing may be told, so its ways back are never borrowed."""
    elsewhere = detour is Detour.NOT_THE_RIGHT_PERSON
    allowed = DISCREET if elsewhere else FACT_NAMES
    table.code("detour", Detour)
    answer = table.phrase("answer", allowed=allowed)
    given = table.table("back") if table.has("back") or elsewhere else Table({}, table.at("back"))
    usual = given.phrase(ANY, allowed=allowed) if given.has(ANY) else None
    backs = {}
    for plan in plans:
        if given.has(plan.purpose) or (elsewhere and usual is None):
            backs[plan.purpose] = given.phrase(plan.purpose, allowed=allowed)
        else:
            backs[plan.purpose] = usual or plan.back
    given.done()
    table.done()
    return Bridge(detour, answer, MappingProxyType(backs))


def read_fear(table: Table) -> Fear:
    fear = Fear(table.phrase("they_say"), table.phrase("way_out"))
    table.done()
    return fear


def check_purposes(purposes: Collection[Purpose]) -> None:
    """One that is worth calling for, and the clerk's own words behind it."""
    if len(purposes) < 2:
        raise PlaybookError(PlaybookFault.OUT_OF_RANGE, "purposes", len(purposes))
    if tuple(purposes)[-1] is not Purpose.OWN_WORDS:
        raise PlaybookError(PlaybookFault.MISSING, "purposes", Purpose.OWN_WORDS)


def check_bridges(bridges: Mapping[Detour, object]) -> None:
    for detour in Detour:
        if detour not in bridges:
            raise PlaybookError(PlaybookFault.BRIDGE_MISSING, "bridges", detour)


def check_needs(purposes: Collection[Purpose], lines: Collection[Line]) -> None:
    """A suggestion to buy may not wait for a need that its script never asks about (M-78)."""
    for purpose in purposes:
        served = [line for line in lines if line.serves(purpose)]
        suggests = any(line.only_after_need for line in served)
        if suggests and not any(line.hears_need for line in served):
            raise PlaybookError(PlaybookFault.NO_NEED_ASKED, "lines", purpose)
