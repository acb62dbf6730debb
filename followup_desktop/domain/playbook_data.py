"""A playbook's draft as the plain data that a file holds, and back."""

from collections.abc import Mapping
from typing import Any

from followup_desktop.domain.kinds import KINDS, Detour, Kind, LinePart, Purpose
from followup_desktop.domain.phrase import Phrase
from followup_desktop.domain.playbook_draft import BridgeDraft, PlaybookDraft
from followup_desktop.domain.playbook_parts import Fear, Line, PurposePlan

Data = dict[str, Any]


def draft_of(data: Mapping[str, Any]) -> PlaybookDraft:
    """The draft of what `data_of` wrote, or of a playbook that was read without an error.

    Anything else raises KeyError, TypeError, ValueError or AttributeError.
    """
    opening = data["opening"]
    return PlaybookDraft(
        kind=Kind(data["kind"]),
        title=_text(data["title"]),
        minutes=_number(data["minutes"]),
        why=_phrase(data["why"]),
        opening=Line(LinePart.WHAT, _words(opening), _cue(opening)),
        voicemail=_phrase(data["voicemail"]),
        purposes=tuple(_purpose(one) for one in data["purposes"]),
        lines=tuple(_line(one) for one in data["lines"]),
        bridges=tuple(_bridge(one) for one in data["bridges"]),
        fears=tuple(
            Fear(_phrase(one["they_say"]), _phrase(one["way_out"])) for one in data.get("fears", ())
        ),
    )


def _phrase(value: Any) -> Phrase:
    return Phrase(value) if isinstance(value, str) else _words(value)


def _words(table: Any) -> Phrase:
    return _phrase_of(table, "words", "fallback", "for_whom")


def _cue(table: Any) -> Phrase:
    return _phrase_of(table, "cue", "fallback_cue", "for_whom_cue")


def _phrase_of(table: Any, words: str, fallback: str, for_whom: str) -> Phrase:
    others = table.get(fallback, ())
    fallbacks = (others,) if isinstance(others, str) else tuple(_text(one) for one in others)
    whom = table.get(for_whom)
    return Phrase(_text(table[words]), fallbacks, None if whom is None else _text(whom))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: Any) -> int:
    if not isinstance(value, int):
        raise TypeError(value)
    return value


def _purpose(table: Any) -> PurposePlan:
    outcome = table.get("outcome")
    return PurposePlan(
        purpose=Purpose(table["purpose"]),
        hint=_phrase(table["hint"]),
        outcome=None if outcome is None else _phrase(outcome),
        back=_phrase(table["back"]),
    )


def _line(table: Any) -> Line:
    return Line(
        part=LinePart(table["part"]),
        words=_words(table),
        cue=_cue(table),
        purposes=frozenset(Purpose(code) for code in table.get("purposes", ())),
        only_after_need=bool(table.get("only_after_need", False)),
        hears_need=bool(table.get("hears_need", False)),
        tip=bool(table.get("tip", False)),
        once_in_hand=bool(table.get("once_in_hand", False)),
        while_waiting=bool(table.get("while_waiting", False)),
    )


def _bridge(table: Any) -> BridgeDraft:
    backs = {str(code): _phrase(words) for code, words in table.get("back", {}).items()}
    return BridgeDraft(Detour(table["detour"]), _phrase(table["answer"]), backs)


def data_of(draft: PlaybookDraft) -> Data:
    """What a file of it holds, in the order in which the shipped ones are written."""
    facts = KINDS[draft.kind]
    data: Data = {
        "kind": draft.kind.value,
        "title": draft.title,
        "contact_type": facts.contact_type.value,
        "marketing": facts.marketing,
        "minutes": draft.minutes,
        "why": _phrase_data(draft.why),
        "opening": _line_words(draft.opening),
        "voicemail": _phrase_data(draft.voicemail),
        "purposes": [_purpose_data(one) for one in draft.purposes],
        "lines": [_line_data(one) for one in draft.lines],
        "bridges": [_bridge_data(one) for one in draft.bridges],
    }
    if draft.fears:
        data["fears"] = [
            {"they_say": _phrase_data(one.they_say), "way_out": _phrase_data(one.way_out)}
            for one in draft.fears
        ]
    return data


def _phrase_data(phrase: Phrase) -> str | Data:
    """Plain words stay plain."""
    if not phrase.fallbacks and phrase.for_whom is None:
        return phrase.words
    return _table_of(phrase, "words", "fallback", "for_whom")


def _table_of(phrase: Phrase, words: str, fallback: str, for_whom: str) -> Data:
    data: Data = {words: phrase.words}
    if phrase.fallbacks:
        one, *more = phrase.fallbacks
        data[fallback] = [one, *more] if more else one
    if phrase.for_whom is not None:
        data[for_whom] = phrase.for_whom
    return data


def _line_words(line: Line) -> Data:
    words = _table_of(line.words, "words", "fallback", "for_whom")
    return words | _table_of(line.cue, "cue", "fallback_cue", "for_whom_cue")


def _purpose_data(plan: PurposePlan) -> Data:
    data: Data = {"purpose": plan.purpose.value, "hint": _phrase_data(plan.hint)}
    if plan.outcome is not None:
        data["outcome"] = _phrase_data(plan.outcome)
    return data | {"back": _phrase_data(plan.back)}


def _line_data(line: Line) -> Data:
    data: Data = {"part": line.part.value}
    if line.purposes:
        data["purposes"] = [code.value for code in Purpose if code in line.purposes]
    data |= _line_words(line)
    return data | {name: True for name in _FLAGS if getattr(line, name)}


_FLAGS = ("only_after_need", "hears_need", "tip", "once_in_hand", "while_waiting")


def _bridge_data(bridge: BridgeDraft) -> Data:
    data: Data = {"detour": bridge.detour.value, "answer": _phrase_data(bridge.answer)}
    if bridge.backs:
        data["back"] = {code: _phrase_data(words) for code, words in bridge.backs.items()}
    return data
