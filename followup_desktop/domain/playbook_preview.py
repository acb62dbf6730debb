"""What a playbook that is being edited would say to somebody, finished or not (M-76)."""

from dataclasses import dataclass, replace
from enum import StrEnum

from followup_desktop.domain.facts import FACT_NAMES, Facts
from followup_desktop.domain.kinds import Detour, LinePart, Purpose
from followup_desktop.domain.phrase import Filled, Phrase, facts_in, fill_wording, missing_in
from followup_desktop.domain.playbook_draft import PlaybookDraft
from followup_desktop.domain.playbook_parts import Line, PurposePlan
from followup_desktop.domain.playbook_reading import ANY
from followup_desktop.domain.script import FilledLine, fill

GAP = "…"
"""Stands where a fact would, as long as nobody has said what to do when it isn't known."""


class Known(StrEnum):
    """How much is known about the invented customer of the preview."""

    MUCH = "much"
    LITTLE = "little"
    GIFT = "gift"
    WAITING = "waiting"
    """Much is known, and they don't have it yet."""


@dataclass(frozen=True, slots=True)
class PreviewLine:
    at: int | None
    """Its place among the draft's lines; None: the opening."""
    filled: FilledLine


@dataclass(frozen=True, slots=True)
class PlaybookPreview:
    why: str
    hint: str
    desired: str
    back: str
    """The usual way back to the purpose."""
    lines: tuple[PreviewLine, ...]
    """In the order of the screen: the opening, what, how."""
    bridges: tuple[tuple[Detour, str], ...]
    fears: tuple[tuple[str, str], ...]
    """What they may say, and the way out."""
    voicemail: str


def preview(draft: PlaybookDraft, purpose: Purpose | None, facts: Facts) -> PlaybookPreview:
    """The whole call for one purpose; None: the lines of all, and the first one's way back. Where
    the draft isn't finished there is a `GAP`."""
    plan = next((one for one in draft.purposes if one.purpose is purpose), draft.purposes[0])
    waits = facts.known("still_with_us") is not None
    lines = [PreviewLine(None, filled_line(draft.opening, facts))]
    for part in LinePart:
        lines += [
            PreviewLine(at, filled_line(line, facts))
            for at, line in enumerate(draft.lines)
            if line.part is part
            and line.suits(waits=waits)
            and (purpose is None or line.serves(purpose))
        ]
    return PlaybookPreview(
        why=said(draft.why, facts),
        hint=said(plan.hint, facts),
        back=said(plan.back, facts),
        desired="" if plan.outcome is None else said(plan.outcome, facts),
        lines=tuple(lines),
        bridges=_bridges(draft, plan, facts),
        fears=tuple((said(one.they_say, facts), said(one.way_out, facts)) for one in draft.fears),
        voicemail=said(draft.voicemail, facts),
    )


def said(phrase: Phrase, facts: Facts) -> str:
    """A phrase of a draft as it would be said."""
    return _filled(phrase, facts).text


def filled_line(line: Line, facts: Facts) -> FilledLine:
    """A line of a draft as it would stand in a plan."""
    sayable = replace(line, words=_sayable(line.words, facts), cue=_sayable(line.cue, facts))
    return fill(sayable, facts)


def _bridges(
    draft: PlaybookDraft, plan: PurposePlan, facts: Facts
) -> tuple[tuple[Detour, str], ...]:
    said_ = []
    for bridge in draft.bridges:
        back = bridge.backs.get(plan.purpose) or bridge.backs.get(ANY) or plan.back
        said_.append((bridge.detour, f"{said(bridge.answer, facts)} {said(back, facts)}"))
    return tuple(said_)


def _filled(phrase: Phrase, facts: Facts) -> Filled:
    sayable = _sayable(phrase, facts)
    return fill_wording(sayable.choose(facts), facts)


def _sayable(phrase: Phrase, facts: Facts) -> Phrase:
    """The same, with a gap for facts that don't exist, and for those that miss in what is said
    when others miss."""
    *better, last = (_without_strangers(wording) for wording in phrase.wordings)
    first, *others = (*better, _with_gaps(last, facts))
    for_whom = phrase.for_whom
    if for_whom is not None:
        for_whom = _with_gaps(_without_strangers(for_whom), facts)
    return Phrase(first, tuple(others), for_whom)


def _without_strangers(wording: str) -> str:
    # Again, since one pair of braces may stand within another.
    while strangers := facts_in(wording) - FACT_NAMES:
        for name in strangers:
            wording = wording.replace(f"{{{name}}}", GAP)
    return wording


def _with_gaps(wording: str, facts: Facts) -> str:
    for name in missing_in(wording, facts):
        wording = wording.replace(f"{{{name}}}", GAP)
    return wording
