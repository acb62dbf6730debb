"""Keystroke to rows, in SQL (speed.md): what `search.find` takes against one bare index query.

The floor asks the same index once, on a connection without any of our layers, for what was typed.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path
from random import Random
from typing import Any

from benchmarks.harness import Measured, Row, Size, interleaved
from benchmarks.make_shop import make
from followup_desktop.domain import names
from followup_desktop.domain.slips import one_slip_away
from followup_desktop.store import search
from followup_desktop.store.database import connect_raw
from followup_desktop.store.rows import CustomerRow, PhoneRow
from followup_desktop.store.search_tables import NUMBERS, PARTS, VOCABULARY, WORDS

LIMIT = 8

NEWEST = f" ORDER BY rowid DESC LIMIT {LIMIT}"
_WORDS = f'SELECT rowid FROM "{WORDS}" WHERE "{WORDS}" MATCH ?{NEWEST}'
_NUMBERS = f'SELECT rowid FROM "{NUMBERS}" WHERE "{NUMBERS}" MATCH ?{NEWEST}'
_LIKE = f'SELECT word FROM json_each(?) CROSS JOIN "{VOCABULARY}" ON "word" = value'

Floor = Callable[[Any, str], Any]


def measure(size: Size) -> list[Row]:
    goal = 1.0 if size.customers <= 100_000 else 5.0
    with tempfile.TemporaryDirectory() as folder:
        store = make(Path(folder), size.customers, size.customers * 2)
        bare = connect_raw(store.path)
        random = Random(7)
        rows = [
            _measure(what, typed, floor, bare, goal)
            for what, typed, floor in (
                ("search in SQL: one word", typed_words(random, size), _bare_words),
                ("search in SQL: two words", _two_words(random, size), _bare_words),
                ("search in SQL: part of a phone number", _numbers(random, size), _bare_number),
                ("search in SQL: a slip in one word", _slips(random, size), _bare_slip),
            )
        ]
        rows.append(_size(bare))
        store.close()
        bare.close()
    return rows


def _measure(what: str, typed: list[str], floor: Floor, bare: Any, goal: float) -> Row:
    pairs = [
        (lambda text=text: search.find(text, LIMIT), lambda text=text: floor(bare, text))
        for text in typed
    ]
    ours, base = interleaved(pairs)
    return Row(what, ours, base, goal_ratio=2, goal=goal, by_p95=True)


def _bare_words(bare: Any, text: str) -> Any:
    words = names.tokens(text)
    return bare.execute(_WORDS, (" ".join(f'"{word}"*' for word in words),)).fetchall()


def _bare_number(bare: Any, text: str) -> Any:
    parts = " ".join(f'"{text[at : at + 3]}"' for at in range(len(text) - 2))
    return bare.execute(_NUMBERS, (parts,)).fetchall()


def _bare_slip(bare: Any, text: str) -> Any:
    (word,) = names.tokens(text)
    slips = '","'.join(one_slip_away(word))
    found = bare.execute(_LIKE, (f'["{slips}"]',)).fetchall()
    return bare.execute(_WORDS, (" OR ".join(f'"{one}"' for (one,) in found) or '""',)).fetchall()


def _names(random: Random, size: Size) -> list[str]:
    ids = [random.randrange(1, CustomerRow.select().count()) for _ in range(size.samples)]
    return [CustomerRow.get_by_id(customer_id).name for customer_id in ids]


def typed_words(random: Random, size: Size) -> list[str]:
    words = [random.choice(name.split()) for name in _names(random, size)]
    return [word[: random.randint(1, len(word))] for word in words]


def _two_words(random: Random, size: Size) -> list[str]:
    typed = []
    for name in _names(random, size):
        words = name.split()
        random.shuffle(words)
        typed.append(f"{words[0]} {words[-1][: random.randint(1, len(words[-1]))]}")
    return typed


def _numbers(random: Random, size: Size) -> list[str]:
    ids = [random.randrange(1, PhoneRow.select().count()) for _ in range(size.samples)]
    typed = []
    for phone_id in ids:
        digits = PhoneRow.get_by_id(phone_id).number[1:]
        length = random.randint(3, 7)
        start = random.randint(0, len(digits) - length)
        typed.append(digits[start : start + length])
    return typed


def _slips(random: Random, size: Size) -> list[str]:
    words = [max(names.tokens(name), key=len) for name in _names(random, size)]
    return [random.choice(sorted(one_slip_away(word))) for word in words if len(word) > 3]


def _size(bare: Any) -> Row:
    """The index against the customers' table with its phones, both without their B-tree indexes."""
    tables = sum(_bytes(bare, f'SELECT * FROM "{table}"') for table in ("customer", "phone"))
    index = _bytes(bare, f'SELECT * FROM "{VOCABULARY}"') + sum(
        _bytes(bare, f'SELECT * FROM "{name}_{part}"')
        for name in (WORDS, PARTS, NUMBERS)
        for part in ("data", "idx")
    )
    ours, floor = Measured.once(index / 1e6), Measured.once(tables / 1e6)
    return Row("search's index / the tables, MB", ours, floor, goal_ratio=0.7)


def _bytes(bare: Any, select: str) -> int:
    """What the rows take on disk in a table of their own."""
    with tempfile.TemporaryDirectory() as folder:
        bare.execute("ATTACH ? AS aside", (f"{folder}/aside.db",))
        bare.execute(f"CREATE TABLE aside.copy AS {select}")
        pages = bare.execute("PRAGMA aside.page_count").fetchone()[0]
        bare.execute("DETACH aside")
    return int(pages) * 4096
