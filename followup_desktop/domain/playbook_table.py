"""Strict reading of a playbook's tables: every key known, every type right, every error located."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from followup_desktop.domain.facts import ALWAYS_KNOWN, FACT_NAMES
from followup_desktop.domain.phrase import Phrase, facts_in, has_stray_brace
from followup_desktop.domain.playbook_error import PlaybookError, PlaybookFault

_Code = TypeVar("_Code", bound=StrEnum)

WORDS_LIMIT = 300
"""Characters of one wording: nobody says more in one breath."""
WORDINGS_LIMIT = 6
ROWS_LIMIT = 40


class Table:
    """One table of the file; remembers where it stands and which of its keys were asked for."""

    def __init__(self, data: object, where: str = "") -> None:
        if not isinstance(data, Mapping):
            raise PlaybookError(PlaybookFault.WRONG_TYPE, where, data)
        self._data: Mapping[str, object] = data
        self._where = where
        self._asked: set[str] = set()

    def at(self, key: object) -> str:
        """The path of one of this table's keys."""
        return f"{self._where}.{key}" if self._where else str(key)

    def has(self, key: str) -> bool:
        return key in self._data

    def done(self) -> None:
        """Refuse what nobody asked for: most likely a slip of the pen."""
        for key in self._data:
            if key not in self._asked:
                raise PlaybookError(PlaybookFault.UNKNOWN_KEY, self.at(key), key)

    def value(self, key: str) -> object:
        self._asked.add(key)
        if key not in self._data:
            raise PlaybookError(PlaybookFault.MISSING, self.at(key), key)
        return self._data[key]

    def text(self, key: str) -> str:
        value = self.value(key)
        if not isinstance(value, str):
            raise PlaybookError(PlaybookFault.WRONG_TYPE, self.at(key), value)
        if not value.strip():
            raise PlaybookError(PlaybookFault.OUT_OF_RANGE, self.at(key), value)
        return value

    def flag(self, key: str) -> bool:
        """False unless the file says otherwise."""
        value = self.value(key) if self.has(key) else False
        if not isinstance(value, bool):
            raise PlaybookError(PlaybookFault.WRONG_TYPE, self.at(key), value)
        return value

    def number(self, key: str, low: int, high: int) -> int:
        value = self.value(key)
        if not isinstance(value, int) or isinstance(value, bool):
            raise PlaybookError(PlaybookFault.WRONG_TYPE, self.at(key), value)
        if not low <= value <= high:
            raise PlaybookError(PlaybookFault.OUT_OF_RANGE, self.at(key), value)
        return value

    def code(self, key: str, codes: type[_Code]) -> _Code:
        return as_code(self.text(key), codes, self.at(key))

    def rows(self, key: str) -> tuple[object, ...]:
        """A list, empty when the key is missing."""
        value = self.value(key) if self.has(key) else []
        if not isinstance(value, list):
            raise PlaybookError(PlaybookFault.WRONG_TYPE, self.at(key), value)
        if len(value) > ROWS_LIMIT:
            raise PlaybookError(PlaybookFault.OUT_OF_RANGE, self.at(key), len(value))
        return tuple(value)

    def tables(self, key: str) -> tuple["Table", ...]:
        where = self.at(key)
        return tuple(Table(row, f"{where}.{n}") for n, row in enumerate(self.rows(key), start=1))

    def table(self, key: str) -> "Table":
        return Table(self.value(key), self.at(key))

    def phrase(self, key: str, *, allowed: frozenset[str] = FACT_NAMES) -> Phrase:
        """Either plain words, or a table of `words`, `fallback` and `for_whom`."""
        if isinstance(self._data.get(key), str):
            return checked(Phrase(self.text(key)), self.at(key), allowed)
        inner = self.table(key)
        phrase = inner.phrase_of("words", "fallback", "for_whom", allowed=allowed)
        inner.done()
        return phrase

    def phrase_of(
        self, words: str, fallback: str, for_whom: str, *, allowed: frozenset[str] = FACT_NAMES
    ) -> Phrase:
        """A phrase whose wordings stand under these keys of this very table."""
        phrase = Phrase(
            self.text(words),
            self._fallbacks(fallback),
            self.text(for_whom) if self.has(for_whom) else None,
        )
        return checked(phrase, self.at(words), allowed)

    def _fallbacks(self, key: str) -> tuple[str, ...]:
        """One wording, or a list of them with the best first."""
        if not self.has(key):
            return ()
        if isinstance(self._data[key], str):
            return (self.text(key),)
        rows = self.rows(key)
        if len(rows) > WORDINGS_LIMIT:
            raise PlaybookError(PlaybookFault.OUT_OF_RANGE, self.at(key), len(rows))
        listed = Table({str(n): row for n, row in enumerate(rows, start=1)}, self.at(key))
        return tuple(listed.text(str(number)) for number in range(1, len(rows) + 1))


def as_code(value: object, codes: type[_Code], where: str) -> _Code:
    """The member of a closed list that the file names."""
    if not isinstance(value, str):
        raise PlaybookError(PlaybookFault.WRONG_TYPE, where, value)
    try:
        return codes(value)
    except ValueError:
        raise PlaybookError(PlaybookFault.UNKNOWN_CODE, where, value) from None


def checked(phrase: Phrase, where: str, allowed: frozenset[str]) -> Phrase:
    """The phrase, once it is sure that it can be said whatever is known about the customer."""
    wordings = phrase.wordings if phrase.for_whom is None else (*phrase.wordings, phrase.for_whom)
    for wording in wordings:
        _check_wording(wording, where, allowed)
    always = facts_in(phrase.wordings[-1]) - ALWAYS_KNOWN
    if always:
        raise PlaybookError(PlaybookFault.NO_FALLBACK, where, sorted(always)[0])
    if phrase.for_whom is not None:
        _check_for_whom(phrase.for_whom, where, allowed)
    return phrase


def _check_wording(wording: str, where: str, allowed: frozenset[str]) -> None:
    if len(wording) > WORDS_LIMIT:
        raise PlaybookError(PlaybookFault.OUT_OF_RANGE, where, wording)
    if wording != " ".join(wording.split()):
        raise PlaybookError(PlaybookFault.NOT_ONE_LINE, where, wording)
    for name in sorted(facts_in(wording)):
        if name not in FACT_NAMES:
            raise PlaybookError(PlaybookFault.UNKNOWN_FACT, where, name)
        if name not in allowed:
            raise PlaybookError(PlaybookFault.FACT_NOT_HERE, where, name)
    if has_stray_brace(wording):
        raise PlaybookError(PlaybookFault.STRAY_BRACE, where, wording)


def _check_for_whom(wording: str, where: str, allowed: frozenset[str]) -> None:
    """It is used whenever that one fact is known, so no other may be needed."""
    if "for_whom" not in allowed:
        raise PlaybookError(PlaybookFault.FACT_NOT_HERE, where, "for_whom")
    others = facts_in(wording) - ALWAYS_KNOWN - {"for_whom"}
    if others:
        raise PlaybookError(PlaybookFault.NO_FALLBACK, where, sorted(others)[0])
