"""A damaged file, a full disk, a folder that can't be written, a file that somebody else holds.

Each is told plainly, nothing is half written, and the shop goes on as soon as it can.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random

import pytest

from followup_desktop.domain.changes import Did
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.upkeep import BackupReason
from followup_desktop.store import backups, database, inspecting, restoring
from followup_desktop.store.database import FILE_NAME
from followup_desktop.store.rows import FollowUpRow
from followup_desktop.store.store import Store
from followup_desktop.store.troubles import told
from tests.store.damage import DAMAGES, damaged, flip_a_letter
from tests.store.disks import SmallDisk
from tests.store.rooms import (
    NOW,
    Everything,
    add_customer,
    add_follow_up,
    add_purchase,
    customer_in,
    everything,
)

DAMAGED_DATABASES = int(os.environ.get("FOLLOWUP_DAMAGED", "200"))


def record_a_visit(store: Store, name: str) -> None:
    """One action that writes to many tables."""
    with store.action(Did.VISIT_RECORDED, NOW) as unit:
        customer = add_customer(unit, name)
        add_purchase(unit, customer)
        for _ in range(3):
            add_follow_up(unit, customer)


def trouble_of(error: pytest.ExceptionInfo[WorldError]) -> Trouble:
    return error.value.trouble


# A damaged file


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Everything]:
    """The folder of a shop with a good backup, closed, and what is in it."""
    folder = tmp_path_factory.mktemp("shop")
    store = Store.open(folder, now=NOW)
    for number in range(120):
        record_a_visit(store, f"Somebody {number}")
    backups.make(folder, NOW, BackupReason.DAILY)
    held = everything(store)
    store.close()
    return folder, held


@pytest.mark.parametrize("kind", DAMAGES)
def test_a_damaged_database_never_stops_the_program_and_never_gets_worse(
    kind: str, shop: tuple[Path, Everything], folder: Path
) -> None:
    whole = (shop[0] / FILE_NAME).read_bytes()
    shutil.copytree(shop[0], folder)
    for number in range(-(-DAMAGED_DATABASES // len(DAMAGES))):
        held = damaged(Random(f"{kind} {number}"), whole, kind)
        (folder / FILE_NAME).write_bytes(held)
        try:
            store = Store.open(folder, now=NOW)
        except WorldError as error:
            allowed = {Trouble.DAMAGED}
            if held[60:64] != whole[60:64]:  # by chance it reads as a later version
                allowed.add(Trouble.NEWER)
            assert error.trouble in allowed, number
            assert (folder / FILE_NAME).read_bytes() == held, "it was written to"
        else:  # a letter, a free page, an index: the start can't see it
            if store.check().is_sound:
                everything(store)
                record_a_visit(store, "The next customer")
            store.close()


def test_a_text_that_is_none_is_damage_too(shop: tuple[Path, Everything], folder: Path) -> None:
    """SQLite doesn't look into texts: the check does, and doesn't show them."""
    shutil.copytree(shop[0], folder)
    flip_a_letter(folder / FILE_NAME, b"Somebody 7", b"Somebody \xff")
    store = Store.open(folder, now=NOW)
    assert store.check().damage == ("not everything can be read: damaged",)
    store.close()


@pytest.mark.parametrize("kind", DAMAGES)
def test_the_newest_good_backup_brings_everything_back(
    kind: str, shop: tuple[Path, Everything], folder: Path
) -> None:
    shutil.copytree(shop[0], folder)
    held = damaged(Random(kind), (folder / FILE_NAME).read_bytes(), kind)
    (folder / FILE_NAME).write_bytes(held)
    good = backups.newest_good(folder)
    assert good is not None
    kept = restoring.restore(folder, good.path, NOW)
    assert kept.read_bytes() == held, "the damaged one may still be salvaged"
    store = Store.open(folder, now=NOW)
    assert everything(store) == shop[1]
    assert store.check().is_sound
    store.close()


def test_a_schema_that_is_no_text_is_damage(shop: tuple[Path, Everything], folder: Path) -> None:
    shutil.copytree(shop[0], folder)
    flip_a_letter(folder / FILE_NAME, b'CREATE TABLE "kind"', b"CREATE TABLE ki \xff\xff\xff")
    with pytest.raises(WorldError) as caught:
        Store.open(folder, now=NOW)
    assert trouble_of(caught) is Trouble.DAMAGED


def test_saves_in_the_wal_of_a_lost_file_are_not_thrown_away(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    """SQLite would delete them, and the shop would start anew."""
    record_a_visit(store, "Jun Hayashi")
    killed = tmp_path / "killed"
    shutil.copytree(folder, killed)
    (killed / FILE_NAME).write_bytes(b"")
    saved = (killed / f"{FILE_NAME}-wal").read_bytes()
    with pytest.raises(WorldError) as caught:
        Store.open(killed, now=NOW)
    assert trouble_of(caught) is Trouble.DAMAGED
    assert (killed / f"{FILE_NAME}-wal").read_bytes() == saved


# A full disk


def test_a_save_on_a_full_disk_leaves_nothing_half_written(small_disk: SmallDisk) -> None:
    store = Store.open(small_disk.path / "data", now=NOW)
    record_a_visit(store, "The first customer")
    small_disk.fill(leave=150_000)
    number = 0
    with pytest.raises(WorldError) as caught:
        for number in range(1000):
            before = everything(store, journal=True)
            record_a_visit(store, f"Somebody {number}")
    assert trouble_of(caught) is Trouble.DISK_FULL
    assert number > 0, "some were saved before"
    assert everything(store, journal=True) == before

    action = store.last_action()
    assert action is not None
    with pytest.raises(WorldError) as caught:
        store.undo(action, NOW)
    assert trouble_of(caught) is Trouble.DISK_FULL
    assert everything(store, journal=True) == before

    small_disk.make_room()
    record_a_visit(store, f"Somebody {number}")
    store.close()
    again = Store.open(small_disk.path / "data", now=NOW)
    assert len(everything(again)["customer"]) == number + 2
    assert FollowUpRow.select().count() == 3 * (number + 2)
    assert again.check().is_sound
    again.close()


def test_a_first_start_on_a_full_disk_can_simply_be_tried_again(small_disk: SmallDisk) -> None:
    small_disk.fill(leave=100_000)
    with pytest.raises(WorldError) as caught:
        Store.open(small_disk.path / "data", now=NOW)
    assert trouble_of(caught) is Trouble.DISK_FULL
    small_disk.make_room()
    store = Store.open(small_disk.path / "data", now=NOW)
    assert store.check().is_sound
    store.close()


FILE_THAT_MAY_NOT_GROW = """
import resource, sys
from pathlib import Path
from followup_desktop.domain.errors import WorldError
from followup_desktop.store.store import Store
from followup_desktop.store.troubles import told
from tests.store.rooms import NOW, customer_in

store = Store.open(Path(sys.argv[1]), now=NOW)
customer_in(store, "The first customer")
size = (store.folder / "followup.db-wal").stat().st_size
resource.setrlimit(resource.RLIMIT_FSIZE, (size + 5000, resource.RLIM_INFINITY))
try:
    customer_in(store, "Nobody")
except WorldError as error:
    print(error.trouble)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
customer_in(store, "The second customer")
store.close()
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such limit")
def test_a_file_that_may_not_grow(folder: Path) -> None:
    """The write itself fails, wherever a test may run."""
    child = subprocess.run(
        [sys.executable, "-c", FILE_THAT_MAY_NOT_GROW, str(folder)],
        check=True, capture_output=True, text=True,
    )  # fmt: skip
    assert child.stdout.split() == ["cannot_write"]
    store = Store.open(folder, now=NOW)
    names = [row[1] for row in everything(store)["customer"]]
    assert names == ["The first customer", "The second customer"]
    assert store.check().is_sound
    store.close()


# A folder that can't be written


@pytest.mark.skipif(os.name != "posix", reason="Windows has other ways to forbid it")
def test_a_folder_that_cannot_be_written(small_disk: SmallDisk) -> None:
    folder = small_disk.path / "data"
    store = Store.open(folder, now=NOW)
    customer_in(store)
    store.close()
    before = (folder / FILE_NAME).read_bytes()
    small_disk.make_read_only()
    with pytest.raises(WorldError) as caught:
        Store.open(folder, now=NOW)
    assert trouble_of(caught) is Trouble.CANNOT_WRITE
    assert (folder / FILE_NAME).read_bytes() == before
    assert os.listdir(folder) == [FILE_NAME]


@pytest.mark.parametrize("name", ["data", "data/deeper"])
def test_a_file_where_the_folder_should_be(name: str, tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a letter")
    with pytest.raises(WorldError) as caught:
        Store.open(tmp_path / name, now=NOW)
    assert trouble_of(caught) is Trouble.CANNOT_WRITE
    assert (tmp_path / "data").read_text() == "a letter"


# Somebody else holds the file

HOLD = """
import sqlite3, sys
held = sqlite3.connect(sys.argv[1], isolation_level=None)
for statement in sys.argv[2:]:
    held.execute(statement).fetchall()
print("held", flush=True)
sys.stdin.read()
"""


@contextmanager
def held(path: Path, *statements: str) -> Iterator[None]:
    """By another process: SQLite's locks don't part two connections of one."""
    command = [sys.executable, "-c", HOLD, str(path), *statements]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as child:
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline() == "held\n"
        try:
            yield
        finally:
            child.stdin.close()


def test_while_another_program_writes_a_save_is_refused_whole(store: Store) -> None:
    customer_in(store)
    before = everything(store, journal=True)
    store.database.execute_sql("PRAGMA busy_timeout = 50")
    with held(store.path, "BEGIN IMMEDIATE"):
        with pytest.raises(WorldError) as caught:
            record_a_visit(store, "Jun Hayashi")
        assert trouble_of(caught) is Trouble.LOCKED
        assert everything(store, journal=True) == before
    record_a_visit(store, "Jun Hayashi")
    assert len(everything(store)["customer"]) == 2


def test_a_file_that_cannot_be_checked_just_now_is_not_called_damaged(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_MILLISECONDS", 50)
    path = tmp_path / "plain.db"
    with held(path, "CREATE TABLE one (two)", "BEGIN EXCLUSIVE"):
        connection = database.connect_raw(path)
        with pytest.raises(WorldError) as caught, told(str(path)):
            inspecting.damage(connection, "quick_check")
        connection.close()
    assert trouble_of(caught) is Trouble.LOCKED


def test_a_file_that_another_program_keeps_to_itself(
    store: Store, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    customer_in(store)
    store.close()
    monkeypatch.setattr(database, "BUSY_MILLISECONDS", 50)
    alone = ("PRAGMA locking_mode = EXCLUSIVE", "BEGIN IMMEDIATE")
    with held(folder / FILE_NAME, *alone):
        with pytest.raises(WorldError) as caught:
            Store.open(folder, now=NOW)
        assert trouble_of(caught) is Trouble.LOCKED
    again = Store.open(folder, now=NOW)
    assert len(everything(again)["customer"]) == 1
    again.close()
