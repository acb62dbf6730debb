"""The start sequence, and what stands in its way: each a real file, each told plainly."""

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.upkeep import BackupReason
from followup_desktop.store import backups
from followup_desktop.store.database import FILE_NAME
from followup_desktop.store.rows import CustomerRow
from followup_desktop.store.store import Store
from tests.store.rooms import NOW, customer_in, everything


@contextmanager
def opened() -> Iterator[Store]:
    """A new store, for the tests that need one for each example."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder), now=NOW)
        try:
            yield store
        finally:
            store.close()


@pytest.fixture
def database(store: Store, folder: Path) -> Path:
    """The file of a shop with a few hundred customers, closed."""
    for number in range(300):
        customer_in(store, f"Ann Libin {number}")
    store.close()
    return folder / FILE_NAME


def trouble_at_start(folder: Path) -> Trouble:
    with pytest.raises(WorldError) as caught:
        Store.open(folder, now=NOW)
    return caught.value.trouble


def files_in(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def overwrite(path: Path, at: int, data: bytes) -> None:
    with path.open("r+b") as file:
        file.seek(at)
        file.write(data)


def test_the_first_start_makes_everything(folder: Path) -> None:
    Store.open(folder, now=NOW).close()
    assert [path.name for path in folder.iterdir()] == [FILE_NAME]


def test_what_was_saved_is_there_again(store: Store, folder: Path) -> None:
    customer_in(store)
    before = everything(store)
    store.close()
    again = Store.open(folder, now=NOW)
    assert everything(again) == before
    again.close()


def test_a_first_start_that_was_cut_short_is_simply_done_again(folder: Path) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / FILE_NAME)) as bare:
        bare.execute("PRAGMA journal_mode = WAL")
    Store.open(folder, now=NOW).close()


def test_a_newer_file_is_refused_and_left_byte_for_byte(database: Path) -> None:
    overwrite(database, 60, (99).to_bytes(4, "big"))
    before = files_in(database.parent)
    assert trouble_at_start(database.parent) is Trouble.NEWER
    assert files_in(database.parent) == before


def test_a_newer_file_is_known_by_its_wal_too(database: Path, tmp_path: Path) -> None:
    """A newer program migrated and was killed: its version stands in the WAL alone."""
    with closing(sqlite3.connect(database)) as newer:
        newer.execute("PRAGMA wal_autocheckpoint = 0")
        newer.execute("PRAGMA user_version = 99")
        newer.execute("CREATE TABLE more (one)")
        newer.commit()
        killed = tmp_path / "killed"
        shutil.copytree(database.parent, killed)
    before = {name: held for name, held in files_in(killed).items() if "-shm" not in name}
    assert trouble_at_start(killed) is Trouble.NEWER
    assert {name: held for name, held in files_in(killed).items() if "-shm" not in name} == before


def test_the_wal_of_a_killed_program_is_taken_up(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    customer_in(store)
    killed = tmp_path / "killed"
    shutil.copytree(folder, killed)
    assert (killed / f"{FILE_NAME}-wal").stat().st_size > 0
    store.close()
    again = Store.open(killed, now=NOW)
    assert CustomerRow.select().count() == 1
    again.close()


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"Dear diary,\n" * 50, Trouble.NOT_OURS),
        (b"SQLite format 3\x00", Trouble.DAMAGED),
        (b"\x00" * 8192, Trouble.DAMAGED),
        (b"\x7fELF" + b"\x01" * 8188, Trouble.DAMAGED),
    ],
)
def test_what_is_no_database(content: bytes, trouble: Trouble, folder: Path) -> None:
    folder.mkdir()
    (folder / FILE_NAME).write_bytes(content)
    assert trouble_at_start(folder) is trouble
    assert (folder / FILE_NAME).read_bytes() == content


@pytest.mark.parametrize("version", [0, 1, 50])
def test_the_database_of_another_program(version: int, folder: Path) -> None:
    folder.mkdir()
    with closing(sqlite3.connect(folder / FILE_NAME)) as other:
        other.execute("CREATE TABLE recipe (name)")
        other.execute(f"PRAGMA user_version = {version}")
        other.commit()
    before = (folder / FILE_NAME).read_bytes()
    assert trouble_at_start(folder) is Trouble.NOT_OURS
    assert (folder / FILE_NAME).read_bytes() == before


@pytest.mark.parametrize("at", [0, 16, 100, 4096 * 3, 4096 * 20])
def test_damage_is_found_before_anything_is_written(at: int, database: Path) -> None:
    overwrite(database, at, b"\xff" * 512)
    before = database.read_bytes()
    assert trouble_at_start(database.parent) is Trouble.DAMAGED
    assert database.read_bytes() == before


def test_a_file_that_was_cut_off(database: Path) -> None:
    whole = database.read_bytes()
    database.write_bytes(whole[: len(whole) // 2])
    assert trouble_at_start(database.parent) is Trouble.DAMAGED


@pytest.mark.parametrize("left", [None, b"", b"Dear diary,\n" * 50])
def test_where_our_backups_lie_a_lost_file_is_damage(left: bytes | None, database: Path) -> None:
    """Otherwise the program would greet the shop as a new one."""
    backups.make(database.parent, NOW, BackupReason.DAILY)
    database.unlink()
    if left is not None:
        database.write_bytes(left)
    assert trouble_at_start(database.parent) is Trouble.DAMAGED


def test_after_a_start_that_failed_the_next_one_is_free(database: Path) -> None:
    good = database.read_bytes()
    overwrite(database, 4096 * 3, b"\xff" * 512)
    assert trouble_at_start(database.parent) is Trouble.DAMAGED
    database.write_bytes(good)
    store = Store.open(database.parent, now=NOW)
    assert CustomerRow.select().count() == 300
    store.close()
