"""Keystroke to rows, in SQL (speed.md): what `search.find` takes, against the bare questions that
bring the same rows.

One question of the index brings them where eight begin as was typed; where there are fewer, those
that hold it inside or are one slip away need one of their own. Beside the first question, without
which nobody knows that, the floor asks only those that it knows to bring somebody, on a connection
without any of our layers.
"""

import tempfile
from pathlib import Path
from random import Random
from typing import Any
from unittest.mock import patch

from benchmarks.harness import Measured, Row, Size, interleaved
from benchmarks.made_up import slips
from benchmarks.make_shop import make
from followup_desktop.domain import names
from followup_desktop.store import search
from followup_desktop.store.database import connect_raw
from followup_desktop.store.rows import CustomerRow, PhoneRow
from followup_desktop.store.search_tables import CUTS, NUMBERS, PARTS, VOCABULARY, WORDS

LIMIT = 8

Question = tuple[str, tuple[Any, ...]]


def measure(size: Size) -> list[Row]:
    goal = 1.0 if size.customers <= 100_000 else 5.0
    with tempfile.TemporaryDirectory() as folder:
        store = make(Path(folder), size.customers, size.customers * 2)
        bare = connect_raw(store.path)
        random = Random(7)
        rows = [
            _measure(what, typed, bare, goal)
            for what, typed in (
                ("search in SQL: one word", typed_words(random, size)),
                ("search in SQL: two words", _two_words(random, size)),
                ("search in SQL: part of a phone number", _numbers(random, size)),
                ("search in SQL: a slip in one word", _slips(random, size)),
            )
        ]
        rows.append(_size(bare))
        store.close()
        bare.close()
    return rows


def _measure(what: str, typed: list[str], bare: Any, goal: float) -> Row:
    def ask(questions: list[Question]) -> None:
        for sql, parameters in questions:
            bare.execute(sql, parameters).fetchall()

    pairs = [
        (lambda text=text: search.find(text, LIMIT), lambda needed=needed: ask(needed))
        for text, needed in [(text, _needed(text)) for text in typed]
    ]
    ours, base = interleaved(pairs)
    return Row(what, ours, base, goal_ratio=2, goal=goal, by_p95=True)


def _needed(text: str) -> list[Question]:
    """Of what `find` asks the first, and what brings its hits or the words to ask for them by."""
    asked: list[tuple[Question, set[Any]]] = []
    rows_of = search._rows

    def remember(sql: str, *parameters: Any) -> list[Any]:
        rows = rows_of(sql, *parameters)
        asked.append(((sql, parameters), {row[0] for row in rows}))
        return rows

    with patch.object(search, "_rows", remember):
        wanted = set(search.find(text, LIMIT))
    needed = [asked[0][0]]
    wanted -= asked[0][1]
    words: list[Question] = []
    for question, found in asked[1:]:
        if any(isinstance(one, str) for one in found):
            words.append(question)
        elif found & wanted and question[0] != search._IS_KNOWN:
            needed += [*words, question]
            words = []
            wanted -= found
    return needed


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
    return [random.choice(sorted(slips(word))) for word in words if len(word) > 3]


def _size(bare: Any) -> Row:
    """The index against the customers' table with its phones, both without their B-tree indexes."""
    tables = sum(_bytes(bare, f'SELECT * FROM "{table}"') for table in ("customer", "phone"))
    index = sum(
        _bytes(bare, f'SELECT * FROM "{table}"')
        for table in (
            VOCABULARY,
            CUTS,
            *(f"{name}_{part}" for name in (WORDS, PARTS, NUMBERS) for part in ("data", "idx")),
        )
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
