"""The connection: what is set on it, and that it took."""

import os
import stat
from contextlib import closing
from pathlib import Path

import pytest
from peewee import InterfaceError, OperationalError
from sqlcipher3 import dbapi2

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.store import database as module
from followup_desktop.store import files, search
from followup_desktop.store.database import (
    APPLICATION_ID,
    FILE_NAME,
    OLDEST_SQLITE,
    PRAGMAS,
    FollowupDatabase,
    PragmaError,
    connect_raw,
    require_sqlite,
)
from followup_desktop.store.store import Store
from tests.store.rooms import NOW, add_customer

RELIABILITY = {
    "journal_mode": "wal",
    "synchronous": 2,  # FULL
    "foreign_keys": 1,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "mmap_size": 0,
    "secure_delete": 1,
}


def pragma(database: FollowupDatabase, name: str) -> object:
    return database.execute_sql(f"PRAGMA {name}").fetchone()[0]


def test_every_connection_has_the_settings_of_reliability(store: Store) -> None:
    for _ in range(2):
        assert {name: pragma(store.database, name) for name in RELIABILITY} == RELIABILITY
        assert int(str(pragma(store.database, "busy_timeout"))) > 0
        store.database.close()
        store.database.connect()


@pytest.mark.parametrize("name", [name for name, *_ in PRAGMAS])
def test_a_setting_that_does_not_take_stops_the_start(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    changed = tuple(
        (one, value, "something else" if one == name else expected)
        for one, value, expected in PRAGMAS
    )
    monkeypatch.setattr(module, "PRAGMAS", changed)
    with pytest.raises(PragmaError, match=name):
        FollowupDatabase(tmp_path / "one.db").connect()


def test_the_file_says_whose_it_is_and_which_version(store: Store, folder: Path) -> None:
    store.close()
    header = (folder / "followup.db").read_bytes()[:100]
    assert int.from_bytes(header[68:72], "big") == APPLICATION_ID
    assert int.from_bytes(header[60:64], "big") == 1


def test_an_sqlite_with_the_wal_reset_bug_is_refused() -> None:
    require_sqlite(OLDEST_SQLITE)
    with pytest.raises(WorldError) as caught:
        require_sqlite((3, 51, 2))
    assert caught.value.trouble is Trouble.SQLITE_TOO_OLD


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps the folder by its own rules")
def test_nobody_else_on_the_pc_can_read_the_data(store: Store, folder: Path) -> None:
    store.database.execute_sql("CREATE TABLE temp.one (two)")
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    files = list(folder.iterdir())
    assert {path.name for path in files} >= {"followup.db", "followup.db-wal"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files} == {0o600}


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps the folder by its own rules")
def test_a_folder_that_was_open_to_all_is_closed(folder: Path, now: object) -> None:
    folder.mkdir(mode=0o755)
    (folder / "followup.db").touch(mode=0o644)
    Store.open(folder, now=now).close()  # type: ignore[arg-type]
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "followup.db").stat().st_mode) == 0o600


def test_a_mistake_in_a_statement_is_a_bug_and_not_the_worlds(store: Store) -> None:
    with pytest.raises(OperationalError, match="no such table"):
        store.database.execute_sql("SELECT * FROM wrong_name")


def test_many_rows_tell_the_world_and_bugs_apart_too(store: Store) -> None:
    with pytest.raises(dbapi2.OperationalError, match="no such table"):
        store.database.execute_many("INSERT INTO wrong_name VALUES (?)", [(1,)])


def test_windows_syncs_the_names_in_a_folder_by_itself(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[int] = []
    monkeypatch.setattr(os, "fsync", synced.append)
    files.sync(tmp_path)
    assert len(synced) == 1
    monkeypatch.setattr(os, "name", "nt")
    files.sync(tmp_path)
    assert len(synced) == 1


def test_after_unsynced_work_every_save_waits_for_the_disk_again(store: Store) -> None:
    with store.unsynced():
        assert pragma(store.database, "synchronous") == 0
    assert pragma(store.database, "synchronous") == RELIABILITY["synchronous"]


def test_one_reading_sees_one_moment(store: Store, folder: Path) -> None:
    with closing(connect_raw(folder / FILE_NAME, mode="rw")) as other:
        with store.database.one_reading():
            before = pragma(store.database, "user_version")
            other.execute("PRAGMA user_version = 77")
            assert pragma(store.database, "user_version") == before
        assert pragma(store.database, "user_version") == 77


def test_a_reading_within_an_action_leaves_it_as_it_is(store: Store) -> None:
    with store.quiet(NOW) as unit:
        customer = add_customer(unit, "Ann Libin")
        assert search.find("libin", 8) == [customer]
    assert search.find("libin", 8) == [customer]


def test_a_reading_that_fails_tells_why_and_is_over(store: Store) -> None:
    with pytest.raises(dbapi2.OperationalError), store.database.one_reading():
        store.database.connection().execute("SELECT * FROM nowhere")
    assert not store.database.connection().in_transaction
    store.database.execute_sql("DELETE FROM customer_words_data")
    with pytest.raises(WorldError):
        search.find("libin", 8)
    assert not store.database.connection().in_transaction


def test_a_closed_store_is_not_read(store: Store) -> None:
    store.close()
    with pytest.raises(InterfaceError):
        search.find("libin", 8)
