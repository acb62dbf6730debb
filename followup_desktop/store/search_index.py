"""Keeps the search tables in step with customers and phones, row by row."""

from collections.abc import Iterable

from followup_desktop.domain import names
from followup_desktop.store.database import FollowupDatabase
from followup_desktop.store.search_tables import NUMBERS, PARTS, VOCABULARY, WORDS
from followup_desktop.store.tables import Table, Values

# Table → the column that is searched, and its indexes.
_SEARCHED: dict[str, tuple[str, tuple[str, ...]]] = {
    "customer": ("search_key", (WORDS, PARTS)),
    "phone": ("number", (NUMBERS,)),
}


def key_of(name: str, address_as: str, *, erased: bool) -> str:
    """The folded words that a customer is found by, each once; none of somebody who was erased."""
    if erased:
        return ""
    return " ".join(dict.fromkeys((*names.tokens(name), *names.tokens(address_as))))


def differs(table: Table, before: Values, after: Values) -> bool:
    searched = _SEARCHED.get(table.name)
    return searched is not None and before[searched[0]] != after[searched[0]]


def add(database: FollowupDatabase, table: Table, row: Values) -> None:
    """After the row is there."""
    if table.name not in _SEARCHED:
        return
    column, indexes = _SEARCHED[table.name]
    for index in indexes:
        database.execute_sql(
            f'INSERT INTO "{index}" (rowid, "{column}") VALUES (?, ?)', (row["id"], row[column])
        )
    if table.name == "customer":
        _count(database, row[column].split(), 1)


def remove(database: FollowupDatabase, table: Table, row: Values) -> None:
    """While the row is still there as it was."""
    if table.name not in _SEARCHED:
        return
    column, indexes = _SEARCHED[table.name]
    for index in indexes:
        database.execute_sql(
            f'INSERT INTO "{index}" ("{index}", rowid, "{column}") VALUES (\'delete\', ?, ?)',
            (row["id"], row[column]),
        )
    if table.name == "customer":
        _count(database, row[column].split(), -1)


def _count(database: FollowupDatabase, words: Iterable[str], by: int) -> None:
    for word in words:
        database.execute_sql(
            f'INSERT INTO "{VOCABULARY}" (word, customers) VALUES (?, ?)'
            " ON CONFLICT (word) DO UPDATE SET customers = customers + excluded.customers",
            (word, by),
        )
        if by < 0:
            database.execute_sql(
                f'DELETE FROM "{VOCABULARY}" WHERE word = ? AND customers <= 0', (word,)
            )
