"""What finds very many, as one or two letters do among 100,000 customers (M-56).

To put all of them in order takes longer than anybody waits for a letter. Instead, the list is gone
through in its own order, and who fits is taken until there are enough to show.
"""

from dataclasses import dataclass
from typing import Any

from peewee import Value, fn

from followup_desktop.domain import names
from followup_desktop.store.reads.prepared import slot
from followup_desktop.store.rows import database
from followup_desktop.store.search import MOST_WORDS, SHORTEST_PART
from followup_desktop.store.search_tables import WORDS

MANY = 1_000
"""Among 100,000, going through the list is the quicker way from about here on."""

_BEGIN_SO = f"""
SELECT COUNT(*) FROM (SELECT 1 FROM "{WORDS}" WHERE "{WORDS}" MATCH ? LIMIT ?)"""


@dataclass(frozen=True, slots=True)
class Shape:
    """Of a text: all that a condition has to know before the words themselves."""

    words: int
    anywhere: bool
    """A word that is long enough is looked for inside others too, and the rest with it."""

    def fits(self, search_key: Any) -> list[Any]:
        """Conditions for the customers that `search.every` finds, with a slot for each word."""
        text = search_key if self.anywhere else Value(" ").concat(search_key)
        return [fn.INSTR(text, slot(_name(place))) > 0 for place in range(self.words)]

    def values(self, words: list[str]) -> dict[str, str]:
        """What fills the slots."""
        before = "" if self.anywhere else " "
        return {_name(place): before + word for place, word in enumerate(words)}


def words_of_many(text: str) -> list[str]:
    """The words of `text` if very many customers have words that begin so; else none."""
    words = list(dict.fromkeys(names.tokens(text)))[:MOST_WORDS]
    if not words or not any(letter.isalpha() for letter in text):
        return []
    match = " ".join(f'"{word}"*' for word in words)
    ((count,),) = database.execute_sql(_BEGIN_SO, (match, MANY)).fetchall()
    return words if count == MANY else []


def shape_of(words: list[str]) -> Shape:
    return Shape(len(words), any(len(word) >= SHORTEST_PART for word in words))


def _name(place: int) -> str:
    return f"word{place}"
