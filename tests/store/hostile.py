"""Files that somebody would like us to bring back: each looks like a backup, and isn't one."""

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from random import Random
from typing import Any

Plant = Callable[[Random, Any], None]
"""Given a connection to a copy of a good backup."""

TABLES = ("customer", "phone", "visit", "purchase", "follow_up", "call", "promise", "setting")
FILLED = ("customer", "phone", "visit", "purchase", "follow_up")
"""Two empty ones may change places: nobody would notice."""
MOMENTS = ("BEFORE INSERT", "AFTER INSERT", "AFTER UPDATE", "BEFORE DELETE")
DEEDS = (
    'DELETE FROM "suppression"',
    "UPDATE customer SET dont_call_at = NULL",
    "UPDATE phone SET number = '+12125550199'",
    "INSERT INTO setting (name, value) VALUES (hex(randomblob(8)), '1')",
    "SELECT load_extension('elsewhere')",
)


def _trigger(random: Random, db: Any) -> None:
    name = random.choice(("keep_in_step", "sqlite3_auto", "phone_ai", "x' y"))
    moment, table = random.choice(MOMENTS), random.choice(TABLES)
    db.execute(f'CREATE TRIGGER "{name}" {moment} ON "{table}" BEGIN {random.choice(DEEDS)}; END')


def _view(random: Random, db: Any) -> None:
    table = random.choice(TABLES)
    db.execute(f'CREATE VIEW "{random.choice(("story", "all_names"))}" AS SELECT * FROM "{table}"')


def _view_for_a_table(random: Random, db: Any) -> None:
    table = random.choice(TABLES)
    db.execute("PRAGMA foreign_keys = 0")
    db.execute("PRAGMA legacy_alter_table = 1")
    db.execute(f'ALTER TABLE "{table}" RENAME TO "{table}_kept"')
    db.execute(f'CREATE VIEW "{table}" AS SELECT * FROM "{table}_kept" WHERE random() % 2')


def _table(random: Random, db: Any) -> None:
    name = random.choice(("more", "stat9", "Customer ", "customer_words_more"))
    db.execute(f'CREATE TABLE "{name}" (id INTEGER PRIMARY KEY, held BLOB)')


def _statistics(random: Random, db: Any) -> None:
    """SQLite may add tables of its own: but not any table by their names."""
    name = random.choice(("sqlite_stat1", "sqlite_stat4"))
    db.execute("ANALYZE")
    _schema(
        db,
        "UPDATE sqlite_schema SET sql = ? WHERE name = 'sqlite_stat1'",
        f"CREATE TABLE {name}(tbl,idx,stat CHECK (random()))",
    )


def _virtual_table(random: Random, db: Any) -> None:
    db.execute(f'CREATE VIRTUAL TABLE "more{random.randrange(9)}" USING fts5(words)')


def _index(random: Random, db: Any) -> None:
    table = random.choice(TABLES)
    db.execute(f'CREATE INDEX "one_more_{table}" ON "{table}" (id, abs(id))')


def _index_lost(random: Random, db: Any) -> None:
    names = db.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'index' AND sql > ''"
    ).fetchall()
    db.execute(f'DROP INDEX "{random.choice(sorted(names))[0]}"')


def _table_lost(random: Random, db: Any) -> None:
    db.execute("PRAGMA foreign_keys = 0")
    db.execute(f'DROP TABLE "{random.choice(TABLES)}"')


def _column(random: Random, db: Any) -> None:
    db.execute(f'ALTER TABLE "{random.choice(TABLES)}" ADD COLUMN more TEXT DEFAULT 7')


def _schema(db: Any, sql: str, *values: object) -> None:
    db.execute("PRAGMA writable_schema = 1")
    assert db.execute(sql, values).rowcount > 0
    db.execute("PRAGMA writable_schema = 0")


def _words_of_a_table(random: Random, db: Any) -> None:
    """The tables' own words are changed, as no statement of SQL would."""
    table = random.choice(TABLES)
    old, new = random.choice(
        (
            ("NOT NULL", "NOT NULL CHECK (random())"),
            ("TEXT", "TEXT COLLATE NOCASE"),
            ("INTEGER", "TEXT"),
            (")", ") WITHOUT ROWID"),
            ('"id"', '"id" '),
        )
    )
    (sql,) = db.execute("SELECT sql FROM sqlite_schema WHERE name = ?", (table,)).fetchone()
    changed = sql[::-1].replace(old[::-1], new[::-1], 1)[::-1]
    if old == '"id"':
        changed = sql.replace('"id"', '"Id"', 1)
    _schema(db, "UPDATE sqlite_schema SET sql = ? WHERE name = ?", changed, table)


def _roots_exchanged(random: Random, db: Any) -> None:
    one, other = random.sample(FILLED, 2)
    root = "SELECT rootpage FROM sqlite_schema WHERE name = ?"
    (first,), (second,) = (db.execute(root, (name,)).fetchone() for name in (one, other))
    for name, page in ((one, second), (other, first)):
        _schema(db, "UPDATE sqlite_schema SET rootpage = ? WHERE name = ?", page, name)


def _root_shared(random: Random, db: Any) -> None:
    one, other = random.sample(TABLES, 2)
    (page,) = db.execute("SELECT rootpage FROM sqlite_schema WHERE name = ?", (one,)).fetchone()
    _schema(db, "UPDATE sqlite_schema SET rootpage = ? WHERE name = ?", page, other)


def _not_ours(random: Random, db: Any) -> None:
    db.execute(f"PRAGMA application_id = {random.choice((0, 1, random.getrandbits(31)))}")


def _other_version(random: Random, db: Any) -> None:
    db.execute(f"PRAGMA user_version = {random.choice((0, -1, 2, 99, 2**31 - 1, -(2**31)))}")


def _link_to_nowhere(random: Random, db: Any) -> None:
    db.execute("PRAGMA foreign_keys = 0")
    table = random.choice(("phone", "visit", "purchase", "follow_up"))
    db.execute(f'UPDATE "{table}" SET customer_id = 10000 + id WHERE id % 3 = 0')


def _code_of_no_list(random: Random, db: Any) -> None:
    column = random.choice(("kind", "status", "due_on", "created_at"))
    db.execute(f'UPDATE "follow_up" SET "{column}" = ? WHERE id % 3 = 0', (random.choice("?§"),))


def _nothing_where_something_is_needed(random: Random, db: Any) -> None:
    """The rule is taken away, the row is changed, the rule is put back."""
    get = "SELECT sql FROM sqlite_schema WHERE name = 'customer'"
    (sql,) = db.execute(get).fetchone()
    put = "UPDATE sqlite_schema SET sql = ? WHERE name = 'customer'"
    _schema(db, put, sql.replace("NOT NULL", ""))
    version = db.execute("PRAGMA schema_version").fetchone()[0]
    db.execute(f"PRAGMA schema_version = {version + 1}")
    db.execute("UPDATE customer SET name = NULL WHERE id % 3 = 0")
    _schema(db, put, sql)


PLANTS: dict[str, Plant] = {
    "a trigger": _trigger,
    "a view": _view,
    "a view for a table": _view_for_a_table,
    "a table": _table,
    "a virtual table": _virtual_table,
    "statistics": _statistics,
    "an index": _index,
    "an index is lost": _index_lost,
    "a table is lost": _table_lost,
    "a column": _column,
    "words of a table": _words_of_a_table,
    "roots exchanged": _roots_exchanged,
    "a root shared": _root_shared,
    "not ours": _not_ours,
    "another version": _other_version,
    "links to nowhere": _link_to_nowhere,
    "codes of no list": _code_of_no_list,
    "nothing where something is needed": _nothing_where_something_is_needed,
}


def planted(random: Random, good: Path, into: Path, kind: str) -> None:
    """A copy of a good backup with something planted, under a name of its own: whoever does that
    could also compute a digest."""
    into.write_bytes(good.read_bytes())
    with closing(sqlite3.connect(into, isolation_level=None)) as db:
        PLANTS[kind](random, db)
