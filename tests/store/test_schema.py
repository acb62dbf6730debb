"""Migrations: frozen, all or nothing, and the same tables as `rows.py`."""

import ast
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from peewee import CharField, IntegrityError
from playhouse.migrate import SqliteMigrator, migrate
from playhouse.sqlcipher_ext import SqlCipherDatabase

from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.kinds import KINDS, ContactType, Kind
from followup_desktop.store import backups, schema
from followup_desktop.store.database import FollowupDatabase
from followup_desktop.store.rows import ALL_ROWS, ContactTypeRow, KindRow, PhoneRow
from followup_desktop.store.search_tables import CREATE
from followup_desktop.store.store import Store
from tests.store.rooms import NOW, customer_in, everything
from tests.tools import freeze_first_migration

ADD_COLUMN = """
from peewee import TextField

def up(migrator, db):
    migrator.migrate(migrator.add_column("customer", "nickname", TextField(default="")))
"""
FAIL = """
def up(migrator, db):
    db.execute_sql("DELETE FROM customer")
    raise RuntimeError("a mistake in a migration")
"""
BREAK_A_LINK = """
def up(migrator, db):
    db.execute_sql("DELETE FROM customer")
"""
REBUILD = """
from peewee import CharField

def up(migrator, db):
    migrator.migrate(migrator.alter_column_type("customer", "works_as", CharField()))
"""


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Store]:
    """Opens a folder as a later program would, which has more migrations."""

    def open_later(folder: Path, **migrations: str) -> Store:
        copy = tmp_path / "migrations"
        shutil.copytree(schema.FOLDER, copy, ignore=shutil.ignore_patterns("__pycache__"))
        for number, (name, body) in enumerate(migrations.items(), start=2):
            (copy / f"{number:04}_{name}.py").write_text(body, encoding="utf-8")
        with monkeypatch.context() as patch:
            patch.setattr(schema, "FOLDER", copy)
            return Store.open(folder, now=NOW)

    return open_later


def test_the_rows_are_the_tables_that_the_migrations_make(store: Store) -> None:
    """Failing after a change of rows.py: see its first lines for what to do."""
    plain = SqlCipherDatabase(":memory:", passphrase="")
    with plain.bind_ctx(ALL_ROWS):
        plain.create_tables(ALL_ROWS, safe=False)
    for statement in CREATE:
        plain.execute_sql(statement)
    migrated = {
        one for one in schema.objects(store.database.connection()) if "schema_mig" not in one[2]
    }
    assert schema.objects(plain.connection()) == migrated
    plain.close()


def test_the_first_migration_is_frozen_from_the_rows() -> None:
    """Until the first release; from then on this test goes and the file stays."""
    kept = (schema.FOLDER / "0001_first.py").read_text(encoding="utf-8")
    assert ast.dump(ast.parse(kept)) == ast.dump(ast.parse(freeze_first_migration.frozen()))


def test_the_first_migration_needs_nothing_of_the_program() -> None:
    tree = ast.parse((schema.FOLDER / "0001_first.py").read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported == {"typing", "peewee"}


def test_kinds_and_contact_types_are_there_from_the_start(store: Store) -> None:
    assert {row.code for row in ContactTypeRow.select()} == set(ContactType)
    kinds = KindRow.select(KindRow, ContactTypeRow).join(ContactTypeRow)
    assert {row.code: row.contact_type.code for row in kinds} == {
        kind: facts.contact_type for kind, facts in KINDS.items()
    }
    assert set(KINDS) == set(Kind)


def test_an_older_file_is_backed_up_and_brought_up_to_date(
    store: Store, folder: Path, later: Callable[..., Store]
) -> None:
    customer_in(store)
    before = everything(store)
    store.close()
    newer = later(folder, nickname=ADD_COLUMN)
    assert newer.database.pragma("user_version") == 2
    assert everything(newer)["phone"] == before["phone"]
    assert [one.reason.value for one in backups.listing(folder)] == ["migration"]
    newer.close()


@pytest.mark.parametrize(("body", "error"), [(FAIL, RuntimeError), (BREAK_A_LINK, WorldError)])
def test_a_migration_that_fails_leaves_the_file_as_it_was(
    body: str, error: type[Exception], store: Store, folder: Path, later: Callable[..., Store]
) -> None:
    customer_in(store)
    before = everything(store)
    store.close()
    with pytest.raises(error):
        later(folder, nickname=ADD_COLUMN, wrong=body)
    again = Store.open(folder, now=NOW)
    assert everything(again) == before
    again.close()


def test_rebuilding_a_table_keeps_the_rows_that_point_at_it(
    store: Store, folder: Path, later: Callable[..., Store]
) -> None:
    customer_in(store)
    store.close()
    newer = later(folder, rebuild=REBUILD)
    assert PhoneRow.select().count() == 1
    newer.close()


def test_the_bare_migrator_would_lose_them(store: Store) -> None:
    """The mutant that shows that the test above can fail."""
    customer_in(store)
    migrator = SqliteMigrator(store.database)
    with store.database.atomic():
        migrate(migrator.alter_column_type("customer", "works_as", CharField()))
    assert PhoneRow.select().count() == 0


def test_foreign_keys_hold_in_both_directions_between_calls_and_follow_ups(store: Store) -> None:
    for table, column in (("call", "follow_up_id"), ("follow_up", "call_id")):
        found = store.database.execute_sql(f'PRAGMA foreign_key_list("{table}")').fetchall()
        assert column in {row[3] for row in found}
    with pytest.raises(IntegrityError):
        store.database.execute_sql(
            "INSERT INTO mail (customer_id, address) VALUES (77, 'nobody@example.org')"
        )


def test_a_schema_names_what_differs(store: Store) -> None:
    connection = store.database.connection()
    assert schema.differences(connection, 1) == ()
    store.database.execute_sql("CREATE INDEX one_too_many ON customer (title)")
    store.database.execute_sql("DROP INDEX phone_number")
    assert schema.differences(connection, 1) == ("one_too_many", "phone_number")
    assert isinstance(store.database, FollowupDatabase)
