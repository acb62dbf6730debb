"""Finding customers while somebody types (M-56).

Whole words come first, then beginnings of words, then what stands inside a word, and last what is
one slip away; among equals the newest customer. Each step asks an index with its LIMIT inside, and
only while there is room for more. The tables are in `search_tables`.
"""

import json
from collections.abc import Callable, Collection
from typing import Any

from peewee import SQL

from followup_desktop.domain import names, phones
from followup_desktop.domain.slips import cuts, is_one_slip, is_one_slip_begun
from followup_desktop.store.rows import database
from followup_desktop.store.search_tables import CUTS, NUMBERS, PARTS, VOCABULARY, WORDS

SHORTEST_PART = 3
"""Letters or digits: what the indexes of parts are made of."""
SHORTEST_BEGINNING = 5
"""Letters of a word that is only begun and has a slip; with fewer it could mean anybody."""
FEW_WORDS = 20
"""So many are rather looked up than compared."""
SLIP_LENGTHS = range(3, 41)
"""Letters of a word in which a slip is looked for."""
WORD_LIMIT = 100
"""Words that are looked for in place of one that was typed."""
MOST_MEANT = 1000
"""Words that are weighed whether they were meant."""
MOST_COMPARED = 1000
"""Customers whose names are looked through for a part, so that a keystroke stays one."""
MOST_WORDS = 12
"""Of a text that was pasted; nobody has more names."""
UNLIMITED = -1

_BY_WORDS = f"""
SELECT rowid FROM "{WORDS}" WHERE "{WORDS}" MATCH ? ORDER BY rowid DESC LIMIT ?"""
_BY_WORDS_HOLDING = f"""
SELECT id FROM (
SELECT rowid AS id, "search_key" FROM "{WORDS}" WHERE "{WORDS}" MATCH ?
ORDER BY rowid DESC LIMIT ?) WHERE {{holding}} LIMIT ?"""
_HOLDING_IT = 'INSTR("search_key", ?)'
_IS_KNOWN = f'SELECT 1 FROM "{VOCABULARY}" WHERE "word" = ?'
_HOLDING = f"""
SELECT "{VOCABULARY}"."word" FROM "{PARTS}"
CROSS JOIN "{VOCABULARY}" ON "{VOCABULARY}"."id" = "{PARTS}".rowid
WHERE "{PARTS}" MATCH ? AND INSTR("{VOCABULARY}"."word", ?) > 1 LIMIT ?"""
_BY_NUMBER = f"""
SELECT "phone"."customer_id" FROM "{NUMBERS}"
CROSS JOIN "phone" ON "phone"."id" = "{NUMBERS}".rowid
WHERE "{NUMBERS}" MATCH ? AND INSTR("phone"."number", ?) ORDER BY "{NUMBERS}".rowid DESC LIMIT ?"""
_MEANT = f"""
SELECT DISTINCT "word" FROM json_each(?) CROSS JOIN "{CUTS}" ON "cut" = value
CROSS JOIN "{VOCABULARY}" ON "{VOCABULARY}"."id" = "word_id" LIMIT {MOST_MEANT}"""
_MEANT_BEGINNINGS = f"""
SELECT DISTINCT "word" FROM json_each(?)
CROSS JOIN "{CUTS}" ON "cut" >= value AND "cut" < value || char(1114111)
CROSS JOIN "{VOCABULARY}" ON "{VOCABULARY}"."id" = "word_id" LIMIT {MOST_MEANT}"""


def find(text: str, limit: int) -> list[int]:
    """The best customers for what was typed so far, best first."""
    with database.one_reading():
        return list(_found(text, limit))[:limit]


def every(text: str) -> list[int]:
    """All of them, for the filter of the list: what is one slip away only if nothing else is."""
    with database.one_reading():
        return list(_found(text, UNLIMITED))


def listed(ids: Collection[int]) -> Any:
    """`ids` to ask for with `.in_()`: as one value, however many they are."""
    return SQL("(SELECT value FROM json_each(?))", [json.dumps(list(ids))])


def listed_as(slot: str) -> Any:
    """The same in a query that is built once; `as_list` makes the value of its `slot`."""
    return SQL("(SELECT value FROM json_each(?))", [slot])


def as_list(ids: Collection[int]) -> str:
    return json.dumps(list(ids))


def _found(text: str, limit: int) -> dict[int, None]:
    found: dict[int, None] = {}
    words = list(dict.fromkeys(names.tokens(text)))[:MOST_WORDS]
    if not words:
        return found
    is_number = not any(letter.isalpha() for letter in text)
    if is_number:
        found |= _by_number(phones.digits(text), limit)
    steps = (_by_beginnings,) if is_number else (_by_beginnings, _by_parts, _by_slips)
    for step in steps:
        if len(found) >= limit != UNLIMITED:
            break
        found |= step(words, limit, bool(found))
    return found


def _by_number(digits: str, limit: int) -> dict[int, None]:
    """As typed, then without the zeros that a number written in its own country begins with."""
    found: dict[int, None] = {}
    for middle in dict.fromkeys((digits, digits.lstrip("0"))):
        if len(middle) >= SHORTEST_PART:
            threes = " ".join(map(_whole, _threes(middle)))
            found |= _ids(_BY_NUMBER, threes, middle, limit)
    return found


def _by_beginnings(words: list[str], limit: int, has_found: bool) -> dict[int, None]:
    """Those whose words begin so; first those who have exactly these words."""
    found = _by_words(" ".join(map(_beginning, words)), limit)
    if len(found) > 1 and limit != UNLIMITED and all(_rows(_IS_KNOWN, word) for word in words):
        return _by_words(" ".join(map(_whole, words)), limit) | found
    return found


def _by_parts(words: list[str], limit: int, has_found: bool) -> dict[int, None]:
    """Those who have the words anywhere inside their own.

    What stands inside only a few words is looked up by those. What stands inside many, and what is
    too short for the index, is compared, as long as there is another word to go by; while somebody
    types with the newest customers who have that.
    """
    inside = {word: _holding(word, FEW_WORDS + 1) for word in words if len(word) >= SHORTEST_PART}
    has_short = len(inside) < len(words)
    if not inside or not (has_short or any(inside.values())):
        return {}
    compared = [word for word in words if word not in inside or len(inside[word]) > FEW_WORDS]
    if len(compared) == len(words):
        first = next(iter(inside))
        compared.remove(first)
        inside[first] = _holding(first, WORD_LIMIT if limit != UNLIMITED else UNLIMITED)
    groups = [
        " OR ".join([_beginning(word), *map(_whole, inside[word])])
        for word in words
        if word not in compared
    ]
    match = " AND ".join(f"({group})" for group in groups)
    if not compared:
        return _by_words(match, limit)
    return _by_words_holding(match, compared, limit)


def _holding(part: str, most: int) -> list[str]:
    """The words of customers that hold this after their beginning."""
    return [word for (word,) in _rows(_HOLDING, " ".join(map(_whole, _threes(part))), part, most)]


def _by_slips(words: list[str], limit: int, has_found: bool) -> dict[int, None]:
    """Those whom one of the words finds with a slip, the others as beginnings."""
    if has_found and (limit == UNLIMITED or len(words) > 1):
        return {}  # nothing to guess
    slips = [word for word in words if len(word) in SLIP_LENGTHS]
    found = _by_meant(words, {word: _meant(_MEANT, word, is_one_slip) for word in slips}, limit)
    if found or has_found:
        return found
    begun = [word for word in slips if len(word) >= SHORTEST_BEGINNING]
    meant = {word: _meant(_MEANT_BEGINNINGS, word, is_one_slip_begun) for word in begun}
    return _by_meant(words, meant, limit)


def _meant(sql: str, typed: str, is_meant: Callable[[str, str], bool]) -> list[str]:
    """The words of customers that were perhaps meant."""
    # Folded words hold nothing that JSON would escape.
    weighed = _rows(sql, '["' + '","'.join(cuts(typed)) + '"]')
    return [word for (word,) in weighed if is_meant(typed, word)][:WORD_LIMIT]


def _by_meant(words: list[str], meant: dict[str, list[str]], limit: int) -> dict[int, None]:
    choices = []
    for word, candidates in meant.items():
        if candidates:
            others = [_beginning(other) for other in words if other != word]
            any_of_them = " OR ".join(map(_whole, candidates))
            choices.append("(" + " AND ".join([f"({any_of_them})", *others]) + ")")
    return _by_words(" OR ".join(choices), limit) if choices else {}


def _by_words(match: str, limit: int) -> dict[int, None]:
    return _ids(_BY_WORDS, match, limit)


def _by_words_holding(match: str, parts: list[str], limit: int) -> dict[int, None]:
    """The same of those who have all `parts` anywhere."""
    sql = _BY_WORDS_HOLDING.format(holding=" AND ".join([_HOLDING_IT] * len(parts)))
    most = MOST_COMPARED if limit != UNLIMITED else UNLIMITED
    return _ids(sql, match, most, *parts, limit)


def _threes(text: str) -> list[str]:
    """The first and the last three; what stands between is compared. More would cost more than
    they tell apart."""
    return list(dict.fromkeys((text[:SHORTEST_PART], text[-SHORTEST_PART:])))


def _whole(word: str) -> str:
    return f'"{word}"'


def _beginning(word: str) -> str:
    return f'"{word}"*'


def _ids(sql: str, *parameters: Any) -> dict[int, None]:
    """Each once, in their order."""
    return {row[0]: None for row in _rows(sql, *parameters)}


def _rows(sql: str, *parameters: Any) -> list[Any]:
    """Within `one_reading`."""
    rows: list[Any] = database.connection().execute(sql, parameters).fetchall()
    return rows
