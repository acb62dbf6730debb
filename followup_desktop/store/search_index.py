"""Keeps the search tables in step with customers and phones, row by row."""

from collections.abc import Iterator
from contextlib import contextmanager

from followup_desktop.domain import names, slips
from followup_desktop.domain.errors import WorldError
from followup_desktop.store.database import FollowupDatabase
from followup_desktop.store.search_tables import CUTS, NUMBERS, PARTS, VOCABULARY, WORDS
from followup_desktop.store.tables import Table, Values

_ADD_CUT = f'INSERT INTO "{CUTS}" ("cut", "word_id") VALUES (?, ?)'
_REMOVE_CUT = f'DELETE FROM "{CUTS}" WHERE "cut" = ? AND "word_id" = ?'

# Table → the column that is searched, and its index.
_SEARCHED = {"customer": ("search_key", WORDS), "phone": ("number", NUMBERS)}


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
    if table.name in _SEARCHED:
        column, index = _SEARCHED[table.name]
        _add(database, index, column, row["id"], row[column])
    if table.name == "customer":
        for word in row["search_key"].split():
            _count(database, word)


def remove(database: FollowupDatabase, table: Table, row: Values) -> None:
    """While the row is still there as it was."""
    if table.name in _SEARCHED:
        column, index = _SEARCHED[table.name]
        _remove(database, index, column, row["id"], row[column])
    if table.name == "customer":
        for word in row["search_key"].split():
            _discount(database, word)


def _add(database: FollowupDatabase, index: str, column: str, row_id: int, text: str) -> None:
    database.execute_sql(f'INSERT INTO "{index}" (rowid, "{column}") VALUES (?, ?)', (row_id, text))


def _remove(database: FollowupDatabase, index: str, column: str, row_id: int, text: str) -> None:
    """The index has to be told what it holds: it keeps no text of its own."""
    database.execute_sql(
        f'INSERT INTO "{index}" ("{index}", rowid, "{column}") VALUES (\'delete\', ?, ?)',
        (row_id, text),
    )


def _count(database: FollowupDatabase, word: str) -> None:
    """One more customer has this word."""
    known = database.execute_sql(
        f'UPDATE "{VOCABULARY}" SET "customers" = "customers" + 1 WHERE "word" = ?', (word,)
    )
    if known.rowcount == 0:
        new = database.execute_sql(
            f'INSERT INTO "{VOCABULARY}" ("word", "customers") VALUES (?, 1)', (word,)
        )
        _add(database, PARTS, "word", new.lastrowid, word)
        database.execute_many(_ADD_CUT, _cuts(word, new.lastrowid))


def _discount(database: FollowupDatabase, word: str) -> None:
    """One less; the last one takes the word along, so that nothing is left of it."""
    found = database.execute_sql(
        f'SELECT "id", "customers" FROM "{VOCABULARY}" WHERE "word" = ?', (word,)
    ).fetchone()
    word_id, customers = found
    if customers > 1:
        database.execute_sql(
            f'UPDATE "{VOCABULARY}" SET "customers" = ? WHERE "id" = ?', (customers - 1, word_id)
        )
    else:
        _remove(database, PARTS, "word", word_id, word)
        database.execute_many(_REMOVE_CUT, _cuts(word, word_id))
        database.execute_sql(f'DELETE FROM "{VOCABULARY}" WHERE "id" = ?', (word_id,))


def _cuts(word: str, word_id: int) -> list[tuple[str, int]]:
    """None of what is too long to be a word that somebody types."""
    if len(word) not in slips.LENGTHS:
        return []
    return [(cut, word_id) for cut in slips.cuts(word)]


def _all_cuts(database: FollowupDatabase) -> set[tuple[str, int]]:
    """As they have to be."""
    words = database.execute_sql(f'SELECT "word", "id" FROM "{VOCABULARY}"').fetchall()
    return {cut for word, word_id in words for cut in _cuts(word, word_id)}


def rebuild(database: FollowupDatabase) -> None:
    """Make every index anew from the tables: after an import, or when one was found out of step."""
    _make_anew(database, WORDS)
    _make_anew(database, NUMBERS)
    database.execute_sql(f'DELETE FROM "{VOCABULARY}"')
    with _counted(database) as counted:
        database.execute_sql(f'INSERT INTO "{VOCABULARY}" ("word", "customers") {counted}')
    _make_anew(database, PARTS)
    database.execute_sql(f'DELETE FROM "{CUTS}"')
    database.execute_many(_ADD_CUT, sorted(_all_cuts(database)))


def _make_anew(database: FollowupDatabase, index: str) -> None:
    database.execute_sql(f'INSERT INTO "{index}" ("{index}") VALUES (\'rebuild\')')


def tidy(database: FollowupDatabase) -> None:
    """Bring what was added bit by bit into one piece; nothing is left of what was removed."""
    for index in (WORDS, PARTS, NUMBERS):
        database.execute_sql(f'INSERT INTO "{index}" ("{index}") VALUES (\'optimize\')')


def out_of_step(database: FollowupDatabase) -> list[str]:
    """The names of the search tables that don't hold what they should."""
    found = [index for index in (WORDS, PARTS, NUMBERS) if not _is_in_step(database, index)]
    with _counted(database) as counted:
        kept = f'SELECT "word", "customers" FROM "{VOCABULARY}"'
        for one, other in ((counted, kept), (kept, counted)):
            if database.execute_sql(f"{one} EXCEPT {other} LIMIT 1").fetchone() is not None:
                return [*found, VOCABULARY]
    cuts = database.execute_sql(f'SELECT "cut", "word_id" FROM "{CUTS}"').fetchall()
    return found if set(cuts) == _all_cuts(database) else [*found, CUTS]


def _is_in_step(database: FollowupDatabase, index: str) -> bool:
    """SQLite compares the index with its table's column (rank 1), not only with itself."""
    try:
        database.execute_sql(
            f'INSERT INTO "{index}" ("{index}", rank) VALUES (\'integrity-check\', 1)'
        )
    except WorldError:  # a corruption of the virtual table; this only reads
        return False
    return True


@contextmanager
def _counted(database: FollowupDatabase) -> Iterator[str]:
    """A SELECT of every word of the index and how many customers have it."""
    database.execute_sql(
        f"CREATE VIRTUAL TABLE temp.counted USING fts5vocab('main', '{WORDS}', 'row')"
    )
    try:
        yield "SELECT term, doc FROM temp.counted"
    finally:
        database.execute_sql("DROP TABLE temp.counted")
