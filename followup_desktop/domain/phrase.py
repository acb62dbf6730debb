"""A sentence with facts in it, and what is said instead when a fact is not known (M-6)."""

import re
from dataclasses import dataclass

from followup_desktop.domain.facts import Facts

_FACT = re.compile(r"\{([^{}]*)\}")
_SENTENCE_ENDS = (".", "?", "!", "…")

Span = tuple[int, int]
"""Start and end of a filled fact, counted in code points (a window counts in UTF-16 units)."""


def facts_in(wording: str) -> frozenset[str]:
    return frozenset(_FACT.findall(wording))


def has_stray_brace(wording: str) -> bool:
    """Whether a brace is left that isn't part of a `{fact}`."""
    return any(brace in _FACT.sub("", wording) for brace in "{}")


@dataclass(frozen=True, slots=True)
class Filled:
    """A wording with its facts put in."""

    text: str
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """One thing to say. The first wording whose facts are all known is the one that is used."""

    words: str
    fallbacks: tuple[str, ...] = ()
    for_whom: str | None = None
    """Said instead of all others when it was bought for somebody else."""

    @property
    def wordings(self) -> tuple[str, ...]:
        """Without the one for somebody else, best first."""
        return (self.words, *self.fallbacks)

    def choose(self, facts: Facts) -> str:
        """The wording for these facts, not yet filled."""
        if self.for_whom is not None and facts.known("for_whom") is not None:
            return self.for_whom
        return next((w for w in self.wordings if not missing_in(w, facts)), self.wordings[-1])

    def missing(self, facts: Facts) -> frozenset[str]:
        """The facts that would have let the best wording be said."""
        if self.choose(facts) == self.for_whom:
            return frozenset()
        return missing_in(self.words, facts)


def missing_in(wording: str, facts: Facts) -> frozenset[str]:
    return frozenset(name for name in facts_in(wording) if facts.known(name) is None)


def fill_wording(wording: str, facts: Facts) -> Filled:
    """Put the facts in, taken literally whatever they contain; each must be known.

    A fact that brings its own full stop swallows the sentence's ("at 6 p.m.." is never said).
    """
    text, spans, end = "", [], 0
    for match in _FACT.finditer(wording):
        text += wording[end : match.start()]
        value = facts.known(match[1])
        if value is None:
            raise KeyError(match[1])
        spans.append((len(text), len(text) + len(value)))
        text += value
        end = match.end()
        if value.endswith(_SENTENCE_ENDS) and wording.startswith(".", end):
            end += 1
    return Filled(text + wording[end:], tuple(spans))


def say(phrase: Phrase, facts: Facts) -> str:
    """The phrase as it is said to, or about, this customer."""
    return fill_wording(phrase.choose(facts), facts).text
