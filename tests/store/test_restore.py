"""Bringing a backup back: everything, or nothing at all, whatever file somebody hands us."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from followup_desktop.domain.changes import Did
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.upkeep import BackupReason
from followup_desktop.store import backups, database, restoring, schema
from followup_desktop.store.database import FILE_NAME
from followup_desktop.store.store import Store
from tests.store.damage import DAMAGES, damaged, flip_a_letter
from tests.store.disks import SmallDisk
from tests.store.hostile import PLANTS, planted
from tests.store.rooms import (
    NOW,
    Everything,
    add_customer,
    add_follow_up,
    add_purchase,
    customer_in,
    everything,
)

HOSTILE_FILES = int(os.environ.get("FOLLOWUP_HOSTILE", "200"))
PER_KIND = -(-HOSTILE_FILES // (len(PLANTS) + len(DAMAGES)))


@dataclass(frozen=True)
class Shop:
    """A closed shop whose newest save stands in its WAL alone, and a backup from before that."""

    folder: Path
    backup: Path
    before: Everything
    now: Everything

    def copy(self, to: Path) -> "Shop":
        shutil.copytree(self.folder, to)
        backup = to / self.backup.relative_to(self.folder)
        return Shop(to, backup, self.before, self.now)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    open_folder, folder = (tmp_path_factory.mktemp(name) for name in ("open", "killed"))
    store = Store.open(open_folder, now=NOW)
    for number in range(40):
        with store.action(Did.VISIT_RECORDED, NOW) as unit:
            customer = add_customer(unit, f"Somebody {number}", f"+121255501{number:02}")
            add_purchase(unit, customer)
            add_follow_up(unit, customer)
    backup = backups.make(open_folder, NOW, BackupReason.DAILY)
    before = everything(store)
    customer_in(store, "The newest customer")
    now = everything(store)
    shutil.copytree(open_folder, folder, dirs_exist_ok=True)  # as a killed program leaves it
    (folder / f"{FILE_NAME}-shm").unlink()
    store.close()
    return Shop(folder, folder / "backups" / backup.name, before, now)


@pytest.fixture
def shop(made: Shop, folder: Path) -> Shop:
    return made.copy(folder)


def held_by(folder: Path) -> Everything:
    store = Store.open(folder, now=NOW)
    try:
        assert store.check().is_sound
        return everything(store)
    finally:
        store.close()


def files_in(folder: Path) -> dict[str, bytes]:
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def refused(shop: Shop, file: Path) -> Trouble:
    """Nothing in the data folder is another than before."""
    before = files_in(shop.folder)
    with pytest.raises(WorldError) as caught:
        restoring.restore(shop.folder, file, NOW)
    assert files_in(shop.folder) == before
    return caught.value.trouble


# What comes back


def test_everything_comes_back_and_the_present_is_kept(shop: Shop) -> None:
    kept = restoring.restore(shop.folder, shop.backup, NOW)
    assert held_by(shop.folder) == shop.before
    assert kept.parent == shop.folder / "kept"
    assert backups.newest_good(shop.folder) is not None, "a backup can be brought back twice"


def test_the_present_can_be_brought_back_again_with_its_newest_save(shop: Shop) -> None:
    kept = restoring.restore(shop.folder, shop.backup, NOW)
    held_by(shop.folder)
    restoring.restore(shop.folder, kept, NOW)
    assert held_by(shop.folder) == shop.now
    assert len(list((shop.folder / "kept").glob("*.db"))) == 2, "both are kept"


def test_into_an_empty_folder(shop: Shop, tmp_path: Path) -> None:
    """A new PC, and a backup on a stick."""
    other = tmp_path / "new"
    other.mkdir()
    restoring.restore(other, shop.backup, NOW)
    assert held_by(other) == shop.before


def test_the_stick_may_be_read_only(shop: Shop, small_disk: SmallDisk) -> None:
    stick = small_disk.path / "a copy of it.db"
    stick.write_bytes(shop.backup.read_bytes())
    small_disk.make_read_only()
    restoring.restore(shop.folder, stick, NOW)
    assert held_by(shop.folder) == shop.before


@pytest.mark.parametrize("pragma", ["page_size = 1024", "journal_mode = WAL", "auto_vacuum = 1"])
def test_the_same_content_in_another_form_is_welcome(shop: Shop, pragma: str) -> None:
    """Somebody looked at it with another program, which packed it otherwise."""
    other = shop.folder.with_name("repacked.db")
    shutil.copy(shop.backup, other)
    with closing(sqlite3.connect(other, isolation_level=None)) as plain:
        plain.execute(f"PRAGMA {pragma}")
        plain.execute("VACUUM")
    restoring.restore(shop.folder, other, NOW)
    assert held_by(shop.folder) == shop.before


ADD_COLUMN = """
from peewee import TextField

def up(migrator, db):
    migrator.migrate(migrator.add_column("customer", "nickname", TextField(default="")))
"""


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> pytest.MonkeyPatch:
    """A later program, which has one more migration; `undo` goes back to ours."""
    folder = tmp_path / "migrations"
    shutil.copytree(schema.FOLDER, folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "0002_nickname.py").write_text(ADD_COLUMN)
    monkeypatch.setattr(schema, "FOLDER", folder)
    return monkeypatch


def test_a_backup_of_an_older_program_is_brought_up_to_date(
    shop: Shop, later: pytest.MonkeyPatch
) -> None:
    restoring.restore(shop.folder, shop.backup, NOW)
    store = Store.open(shop.folder, now=NOW)
    assert store.database.pragma("user_version") == 2
    assert everything(store)["phone"] == shop.before["phone"]
    store.close()


def test_a_backup_of_a_newer_program_is_refused(shop: Shop, later: pytest.MonkeyPatch) -> None:
    newer = shop.copy(shop.folder.with_name("newer"))
    Store.open(newer.folder, now=NOW).close()
    file = backups.make(newer.folder, NOW, BackupReason.DAILY).path
    later.undo()
    schema.expected.cache_clear()
    assert refused(shop, file) is Trouble.NEWER


# What is refused


@pytest.mark.parametrize("kind", PLANTS)
def test_nothing_planted_gets_in(kind: str, shop: Shop, tmp_path: Path) -> None:
    for number in range(PER_KIND):
        file = tmp_path / f"backup {number}.db"
        planted(Random(f"{kind} {number}"), shop.backup, file, kind)
        assert refused(shop, file) in {Trouble.NOT_OURS, Trouble.NEWER, Trouble.DAMAGED}, number


@pytest.mark.parametrize("kind", DAMAGES)
def test_no_damaged_backup_gets_in(kind: str, shop: Shop) -> None:
    whole = shop.backup.read_bytes()
    for number in range(PER_KIND):
        shop.backup.write_bytes(damaged(Random(f"{kind} {number}"), whole, kind))
        assert refused(shop, shop.backup) is Trouble.DAMAGED, number


@pytest.mark.parametrize("kind", DAMAGES)
def test_of_a_damaged_copy_gets_in_only_what_is_sound(
    kind: str, shop: Shop, tmp_path: Path
) -> None:
    """Under another name there is no digest; a letter may be another then, and no more."""
    whole = shop.backup.read_bytes()
    file = tmp_path / "a copy of it.db"
    for number in range(PER_KIND):
        file.write_bytes(damaged(Random(f"{kind} {number}"), whole, kind))
        before = files_in(shop.folder)
        try:
            restoring.restore(shop.folder, file, NOW)
        except WorldError:
            assert files_in(shop.folder) == before
        else:
            held = held_by(shop.folder)
            assert {name: len(rows) for name, rows in held.items()} == {
                name: len(rows) for name, rows in shop.before.items()
            }


def test_a_trigger_planted_in_the_wal_beside_it_does_not_get_in(shop: Shop, tmp_path: Path) -> None:
    open_file, file = tmp_path / "open.db", tmp_path / "backup.db"
    shutil.copy(shop.backup, open_file)
    with closing(sqlite3.connect(open_file, isolation_level=None)) as plain:
        plain.execute("PRAGMA journal_mode = WAL")
        plain.execute("PRAGMA wal_autocheckpoint = 0")
        planted_sql = "CREATE TRIGGER planted AFTER INSERT ON call BEGIN DELETE FROM call; END"
        plain.execute(planted_sql)
        for beside in ("", "-wal"):
            shutil.copy(f"{open_file}{beside}", f"{file}{beside}")
    assert planted_sql.encode() not in file.read_bytes()
    assert refused(shop, file) is Trouble.NOT_OURS


@pytest.mark.parametrize(
    ("content", "trouble"),
    [
        (b"", Trouble.DAMAGED),
        (b"Dear diary,\n" * 50, Trouble.NOT_OURS),
        (b"SQLite format 3\x00", Trouble.DAMAGED),
    ],
)
def test_no_database_at_all(shop: Shop, content: bytes, trouble: Trouble, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    file.write_bytes(content)
    assert refused(shop, file) is trouble


def test_a_schema_that_is_no_text(shop: Shop, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    shutil.copy(shop.backup, file)
    flip_a_letter(file, b'CREATE TABLE "kind"', b"CREATE TABLE ki \xff\xff\xff")
    assert refused(shop, file) is Trouble.DAMAGED


def test_a_file_that_is_gone(shop: Shop) -> None:
    assert refused(shop, shop.backup.with_name("gone.db")) is Trouble.GONE
    assert refused(shop, shop.backup.parent) is Trouble.GONE


def test_the_mutant_that_looks_at_nothing_but_sqlites_own_check_lets_a_trigger_in(
    shop: Shop, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So the tests above can fail."""
    file = tmp_path / "backup.db"
    planted(Random(1), shop.backup, file, "a trigger")
    monkeypatch.setattr(schema, "differences", lambda connection, version: ())
    restoring.restore(shop.folder, file, NOW)
    with closing(sqlite3.connect(shop.folder / FILE_NAME)) as plain:
        found = plain.execute("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger'")
        assert found.fetchone() == (1,)


# What may come in between


def test_a_disk_without_room_for_it(shop: Shop, small_disk: SmallDisk) -> None:
    there = shop.copy(small_disk.path / "data")
    small_disk.fill(leave=200_000)
    assert refused(there, there.backup) is Trouble.DISK_FULL


def test_while_the_program_has_it_open(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "BUSY_MILLISECONDS", 50)
    open_it = (
        "import sys; from pathlib import Path; from followup_desktop.store.store import Store;"
        "from tests.store.rooms import NOW;"
        "store = Store.open(Path(sys.argv[1]), now=NOW); print('open', flush=True);"
        "sys.stdin.read(); store.close()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", open_it, str(shop.folder)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
    ) as child:  # fmt: skip
        assert child.stdout is not None
        assert child.stdin is not None
        assert child.stdout.readline() == "open\n"
        with pytest.raises(WorldError) as caught:
            restoring.restore(shop.folder, shop.backup, NOW)
        child.stdin.close()
    assert caught.value.trouble is Trouble.LOCKED
    assert held_by(shop.folder) == shop.now


KILLED = """
import os, sys
from pathlib import Path
from followup_desktop.store import files, restoring
from tests.store.rooms import NOW

rename, left = files.rename, int(sys.argv[3])

def rename_and_be_killed(path, to):
    global left
    left -= 1
    if left < 0:
        os._exit(9)
    rename(path, to)

files.rename = rename_and_be_killed
restoring.restore(Path(sys.argv[1]), Path(sys.argv[2]), NOW)
"""


def killed_after(renames: int, shop: Shop) -> int:
    """Answers the exit code: 9, unless it came to the end before that."""
    command = [sys.executable, "-c", KILLED, str(shop.folder), str(shop.backup), str(renames)]
    return subprocess.run(command, check=False).returncode


@pytest.mark.parametrize("renames", range(4))
def test_killed_at_any_step_the_next_start_finds_one_or_the_other(shop: Shop, renames: int) -> None:
    assert killed_after(renames, shop) == (9 if renames < 3 else 0)
    if renames == 0:
        assert held_by(shop.folder) == shop.now
        return
    assert held_by(shop.folder) == shop.before
    (kept,) = (shop.folder / "kept").glob("*.db")
    restoring.restore(shop.folder, kept, NOW)
    assert held_by(shop.folder) == shop.now


@pytest.mark.parametrize("renames", range(5))
def test_nor_is_a_damaged_database_lost_for_whoever_can_salvage_it(
    shop: Shop, renames: int
) -> None:
    with (shop.folder / FILE_NAME).open("r+b") as file:
        file.write(bytes(512))
    parts = [(shop.folder / f"{FILE_NAME}{beside}").read_bytes() for beside in ("", "-wal")]
    assert killed_after(renames, shop) == (9 if renames < 4 else 0)
    if renames > 0:
        assert held_by(shop.folder) == shop.before
    there = [held for name, held in files_in(shop.folder).items() if "backups" not in name]
    assert all(part in there for part in parts)
