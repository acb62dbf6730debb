"""A whole playbook in rows to read: every sentence with its facts still in braces."""

from collections.abc import Iterator

from followup_desktop.domain.kinds import LinePart, Purpose
from followup_desktop.domain.phrase import Phrase
from followup_desktop.domain.playbook_draft import BridgeDraft, PlaybookDraft
from followup_desktop.domain.playbook_parts import Line, PurposePlan
from followup_desktop.domain.playbook_reading import ANY
from followup_desktop.domain.playbook_rows import Row
from followup_desktop.words import _, call, playbooks

_OPENING = "opening"


def rows(draft: PlaybookDraft) -> tuple[Row, ...]:
    return (
        *_about(draft),
        _line(_("The opening"), draft.opening, _OPENING),
        *_lines(draft),
        *(_purpose(plan) for plan in draft.purposes),
        *(_bridge(bridge) for bridge in draft.bridges),
        *_fears(draft),
    )


def _about(draft: PlaybookDraft) -> Iterator[Row]:
    section = _("Around the call")
    yield Row(section, "title", draft.title, (playbooks.minutes(draft.minutes),))
    yield Row(section, "why", draft.why.words, (_("Why call now"), *_instead(draft.why)))
    machine = draft.voicemail
    yield Row(section, "voicemail", machine.words, (_("If a machine answers"), *_instead(machine)))


def _lines(draft: PlaybookDraft) -> Iterator[Row]:
    """As on the screen: all of what, then all of how."""
    for part in LinePart:
        for line in draft.lines:
            if line.part is part:
                yield _line(playbooks.part(part), line, line.words.words)


def _line(section: str, line: Line, key: str) -> Row:
    beside = (*_instead(line.words), *_titled(_("Cue"), line.cue))
    if key != _OPENING:
        beside += (playbooks.purposes(line.purposes), *playbooks.said_when(line))
    return Row(section, key, line.words.words, beside)


def _purpose(plan: PurposePlan) -> Row:
    outcome = () if plan.outcome is None else _titled(_("Outcome"), plan.outcome)
    beside = (
        plan.hint.words,
        *_instead(plan.hint),
        *outcome,
        *_titled(_("The way back"), plan.back),
    )
    return Row(_("Purposes"), plan.purpose, playbooks.purpose(plan.purpose), beside)


def _bridge(bridge: BridgeDraft) -> Row:
    beside = [bridge.answer.words, *_instead(bridge.answer)]
    for code in (*Purpose, ANY):
        if code in bridge.backs:
            beside += _titled(_purpose_name(code), bridge.backs[code])
    return Row(_("Bridges"), bridge.detour, call.detour(bridge.detour), tuple(beside))


def _fears(draft: PlaybookDraft) -> Iterator[Row]:
    for fear in draft.fears:
        beside = (*_instead(fear.they_say), *_titled(_("The way out"), fear.way_out))
        said = fear.they_say.words
        yield Row(_("What you may fear to hear"), said, said, beside)


def _purpose_name(code: str) -> str:
    return _("The way back to all others") if code == ANY else playbooks.purpose(Purpose(code))


def _titled(title: str, phrase: Phrase) -> tuple[str, ...]:
    return (_("{title}: {words}").format(title=title, words=phrase.words), *_instead(phrase))


def _instead(phrase: Phrase) -> tuple[str, ...]:
    """The wordings for when something isn't known, or is for somebody else."""
    others = [_("Or: {words}").format(words=wording) for wording in phrase.fallbacks]
    if phrase.for_whom is not None:
        others.append(_("For somebody else: {words}").format(words=phrase.for_whom))
    return tuple(others)
