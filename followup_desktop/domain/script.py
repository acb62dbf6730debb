"""The script of one call: a playbook's lines filled with what is known (M-5, M-6, M-8)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from followup_desktop.domain.cues import fits, propose_cue
from followup_desktop.domain.facts import ASKABLE, Facts
from followup_desktop.domain.kinds import Detour, LinePart, Purpose
from followup_desktop.domain.phrase import Span, fill_wording, say
from followup_desktop.domain.playbook import Line, Playbook

__all__ = [
    "Facts",
    "FilledLine",
    "bridge_words",
    "fill",
    "plan_script",
    "propose_cue",
    "say",
    "worth_asking",
]

WHAT, HOW = LinePart.WHAT, LinePart.HOW


@dataclass(frozen=True, slots=True)
class FilledLine:
    """A line as it stands in a plan."""

    part: LinePart
    text: str
    cue: str
    spans: tuple[Span, ...] = ()
    """Where facts were filled into the text, in code points."""
    missing: frozenset[str] = frozenset()
    """Facts that would have let a better wording be said."""
    only_after_need: bool = False
    hears_need: bool = False
    tip: bool = False


def fill(line: Line, facts: Facts) -> FilledLine:
    """The line for this customer; never with a hole or a placeholder in it."""
    wording = line.words.choose(facts)
    filled = fill_wording(wording, facts)
    return FilledLine(
        part=line.part,
        text=filled.text,
        cue=_fill_cue(line, wording, facts),
        spans=filled.spans,
        missing=line.words.missing(facts),
        only_after_need=line.only_after_need,
        hears_need=line.hears_need,
        tip=line.tip,
    )


def _fill_cue(line: Line, wording: str, facts: Facts) -> str:
    """The cue that goes with the wording; one that a long fact made unreadable gives way."""
    last = line.cue.wordings[-1]
    if wording == line.words.wordings[-1] != line.words.words:
        return last
    text = say(line.cue, facts)
    return text if fits(text) else last


def plan_script(
    playbook: Playbook, purpose: Purpose, facts: Facts, second_purpose: Purpose | None = None
) -> tuple[FilledLine, ...]:
    """The opening, what you want to say, then how you will say it, in the playbook's own order.

    The second purpose brings only its questions along: a call has one thing to say (M-3).
    """
    waits = facts.known("still_with_us") is not None
    meant = [each for each in playbook.lines if each.suits(waits=waits)]
    lines = [playbook.opening]
    lines += [each for each in meant if each.part is WHAT and each.serves(purpose)]
    lines += [
        each
        for each in meant
        if each.part is HOW and (each.serves(purpose) or each.serves(second_purpose))
    ]
    return tuple(filled for line in lines for filled in _with_tips(line, facts))


def _with_tips(line: Line, facts: Facts) -> Iterator[FilledLine]:
    """After the tip for the main thing those for the others (M-79). Where only the others have one,
    it isn't asked about in general either."""
    if not (line.tip and facts.more_tips):
        yield fill(line, facts)
        return
    if facts.known("tip") is not None:
        yield fill(line, facts)
    for more in facts.more_tips:
        yield FilledLine(
            part=line.part,
            text=more.words,
            cue=more.cue,
            spans=tuple(_spans_of(more.words, more.item, more.tip)),
            only_after_need=line.only_after_need,
            tip=True,
        )


def _spans_of(words: str, *facts: str) -> Iterator[Span]:
    start = 0
    for fact in facts:
        start = words.find(fact, start)
        if start < 0:
            return
        yield start, start + len(fact)
        start += len(fact)


def bridge_words(playbook: Playbook, detour: Detour, purpose: Purpose, facts: Facts) -> str:
    """What answers the detour, and leads back to the purpose of this call (M-8)."""
    bridge = playbook.bridges[detour]
    back = bridge.backs[playbook.plan(purpose).purpose]
    return f"{say(bridge.answer, facts)} {say(back, facts)}"


def worth_asking(lines: Iterable[FilledLine]) -> tuple[str, ...]:
    """The facts to ask for, in the order in which the script misses them (M-6)."""
    found = (name for line in lines for name in sorted(line.missing & ASKABLE))
    return tuple(dict.fromkeys(found))
