"""The few words that stand for a script line during the call (M-5, M-12)."""

import unicodedata

CUE_LIMIT = 32
"""Characters of a cue: it is read at a glance, in large letters, while talking."""

CUE_WORDS = 6
_SHORT = 3
"""Letters of a word whose full stop is taken for an abbreviation's."""
_QUESTION_MARKS = "?\u061f\uff1f\u055e"
"""Latin, Arabic, full width, Armenian."""
_SENTENCE_ENDS = ".!…\u3002\uff01" + _QUESTION_MARKS
_JOINERS = "\u200d\ufe0e\ufe0f"

_SAID_IN_PASSING = """
    a an the and or but so to of for at in on with as from about into
    i you he she it we they me him her us them my your his its our their i'm you're it's i'd i'll
    is are was were be been am do does did has have had will would shall could can may might
    if that this there here just really very quite some any please then now well get got
    tell say let hello
"""
_FILLERS = frozenset(_SAID_IN_PASSING.split())
"""English words that a cue can do without; in another language none match, and none are dropped."""


def fits(cue: str) -> bool:
    """Whether it can be read at a glance."""
    return len(cue) <= CUE_LIMIT and len(cue.split()) <= CUE_WORDS


def propose_cue(words: str) -> str:
    """A short cue for a changed line: the words that carry it, and its question mark if it asks.

    Never empty, unless `words` is blank.
    """
    sentence, mark = _carrying_sentence(" ".join(words.split()))
    spoken = [bare for word in sentence.split() if (bare := _without_punctuation(word))]
    if not spoken:
        return _cut(sentence, CUE_LIMIT)
    room = CUE_LIMIT - len(mark)
    if len(spoken) > CUE_WORDS or len(" ".join(spoken)) > room:
        spoken = [word for word in spoken if not _is_filler(word)] or spoken
    cue = _first_words(spoken, room)
    first = cue[0].upper()
    return (first if len(first) == 1 else cue[0]) + cue[1:] + mark


def _is_filler(word: str) -> bool:
    return word.casefold().replace("’", "'") in _FILLERS


def _first_words(words: list[str], room: int) -> str:
    """As many whole words as there is room for; of the first one at least a part."""
    cue = _cut(words[0], room)
    for word in words[1:CUE_WORDS]:
        if len(cue) + 1 + len(word) > room:
            break
        cue = f"{cue} {word}"
    return cue


def _carrying_sentence(text: str) -> tuple[str, str]:
    """The first question, else the first sentence that says anything; and the question mark."""
    first, start = "", 0
    for end, character in enumerate(text):
        if character not in _SENTENCE_ENDS or _is_part_of_a_word(text, end):
            continue
        sentence, start = text[start:end].strip(), end + 1
        if _without_punctuation(sentence):
            if character in _QUESTION_MARKS:
                return sentence, character
            first = first or sentence
    return first or text[start:].strip() or text, ""


def _is_part_of_a_word(text: str, at: int) -> bool:
    """A full stop in "Mr.", "p.m." or "2.5" ends no sentence."""
    if text[at] != ".":
        return False
    if text[at + 1 : at + 2] not in (" ", ""):
        return True
    before = text[max(0, at - _SHORT - 1) : at].split(" ")[-1]
    return 0 < len(before) <= _SHORT


def _without_punctuation(word: str) -> str:
    """The word without quotes, commas and the like around it; empty when it is nothing else."""
    start, end = 0, len(word)
    while start < end and unicodedata.category(word[start])[0] in "PZC":
        start += 1
    while end > start and unicodedata.category(word[end - 1])[0] in "PZC":
        end -= 1
    return word[start:end]


def _cut(text: str, limit: int) -> str:
    """At most `limit` characters, not torn between a letter and its accent or inside an emoji."""
    if len(text) <= limit:
        return text
    end = limit - 1
    while end and _leans_on_the_one_before(text, end):
        end -= 1
    return text[: end or limit - 1] + "…"


def _leans_on_the_one_before(text: str, at: int) -> bool:
    character = text[at]
    return (
        unicodedata.category(character).startswith("M")
        or character in _JOINERS
        or text[at - 1] == "\u200d"
        or "\U0001f3fb" <= character <= "\U0001f3ff"
    )
