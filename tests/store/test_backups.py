"""Backups: whole, sound, while the shop goes on; and what is left when one fails."""

import os
import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.upkeep import BackupReason
from followup_desktop.services.upkeep import Upkeep
from followup_desktop.store import backups, files, inspecting, schema
from followup_desktop.store.backup_watch import BackupCancelled, BackupWatch
from followup_desktop.store.rows import CustomerRow
from followup_desktop.store.store import Store
from tests.store.damage import flip_a_letter, tear_a_page
from tests.store.disks import SmallDisk
from tests.store.rooms import NOW, Everything, add_customer, customer_in, everything


def after(**time: float) -> Now:
    moved = timedelta(**time)
    return Now(NOW.utc + moved, NOW.local + moved)


def brought_back(backup: Path, folder: Path) -> Everything:
    """What a backup holds, looked at as a database of its own."""
    folder.mkdir(parents=True)
    (folder / "followup.db").write_bytes(backup.read_bytes())
    store = Store.open(folder, now=NOW)
    try:
        return everything(store, journal=True)
    finally:
        store.close()


# What a backup is


def test_a_backup_holds_everything_saved_the_newest_too(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    customer_in(store, "Jun Hayashi")
    assert (folder / "followup.db-wal").stat().st_size > 0, "what was saved is in the WAL alone"
    made = Upkeep(store).backup(NOW)
    assert brought_back(made.path, tmp_path / "other") == everything(store, journal=True)


def test_it_is_one_file_that_any_sqlite_opens(store: Store) -> None:
    customer_in(store, "Jun Hayashi")
    made = Upkeep(store).backup(NOW)
    with closing(sqlite3.connect(f"{made.path.as_uri()}?mode=ro", uri=True)) as plain:
        assert plain.execute('SELECT "name" FROM "customer"').fetchall() == [("Jun Hayashi",)]
    assert os.listdir(made.path.parent) == [made.name]


def test_its_name_says_when_by_the_shops_own_clock_and_why(store: Store) -> None:
    in_sydney = replace(NOW, utc=datetime(2026, 11, 20, 23, 42, 5, tzinfo=UTC))
    made = Upkeep(store).backup(in_sydney)
    assert made.name.startswith("followup-2026-11-21-104200-by_hand-")
    assert made.made_at == NOW.local
    assert Upkeep(store).backups() == (made,)


@pytest.mark.skipif(os.name != "posix", reason="Windows keeps the folder by its own rules")
def test_nobody_else_on_the_pc_can_read_it(store: Store) -> None:
    made = Upkeep(store).backup(NOW)
    assert stat.S_IMODE(made.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(made.path.parent.stat().st_mode) == 0o700


def test_two_in_the_same_second_are_two(store: Store) -> None:
    first = Upkeep(store).backup(NOW)
    customer_in(store)
    second = Upkeep(store).backup(NOW)
    assert set(Upkeep(store).backups()) == {first, second}


def test_one_is_made_in_a_thread_while_the_shop_saves(
    store: Store, folder: Path, tmp_path: Path
) -> None:
    for number in range(300):
        customer_in(store, f"Somebody {number}", "")
    made: list[backups.BackupFile] = []
    is_done = Event()

    def run() -> None:
        made.extend(Upkeep(store).backup(after(seconds=second)) for second in range(3))
        is_done.set()

    thread = Thread(target=run)
    thread.start()
    saved = 300
    while not is_done.is_set():
        customer_in(store, f"Somebody {saved}", "")
        saved += 1
    thread.join()
    assert len(made) == 3
    assert CustomerRow.select().count() == saved
    for number, backup in enumerate(made):
        names = [row[1] for row in brought_back(backup.path, tmp_path / str(number))["customer"]]
        assert 300 <= len(names) <= saved
        assert names == [f"Somebody {number}" for number in range(len(names))], "a gap"


# When, and which stay


def test_the_daily_one_is_made_once_a_day(store: Store) -> None:
    upkeep = Upkeep(store)
    assert upkeep.backup_if_due(NOW) is not None
    assert upkeep.backup_if_due(after(hours=8)) is None
    assert upkeep.backup_if_due(after(hours=23)) is not None
    assert [one.reason for one in upkeep.backups()] == [BackupReason.DAILY] * 2


def test_old_ones_are_thinned_out_and_nothing_else_is_touched(store: Store) -> None:
    upkeep = Upkeep(store)
    for day in range(40):
        customer_in(store, f"Somebody {day}", "")
        upkeep.backup(after(days=day))
    mine = upkeep.backups()[0].path.with_name("followup-before-the-move.db")
    mine.write_bytes(b"a copy that somebody put there")
    not_a_day = mine.with_name(f"followup-2026-13-45-104200-daily-{'0' * 16}.db")
    not_a_day.touch()
    upkeep.backup(after(days=40))
    ages = [(NOW.day + timedelta(days=40) - one.made_at.date()).days for one in upkeep.backups()]
    assert ages[:14] == list(range(14))
    assert len(ages) < 22
    assert mine.exists()
    assert not_a_day.exists()


def test_what_was_cut_short_goes_with_the_next_one(store: Store, folder: Path) -> None:
    upkeep = Upkeep(store)
    place = upkeep.backup(NOW).path.parent
    old, fresh = place / "2026-11-20-190000.7.part", place / "2026-11-21-104159.8.part"
    for part, age in ((old, 3700), (fresh, 1)):
        part.write_bytes(b"half a backup")
        os.utime(part, (NOW.utc.timestamp() - age,) * 2)
    upkeep.backup(after(seconds=1))
    assert not old.exists()
    assert fresh.exists(), "another process is still at it"


# When it fails


def require_failed(store: Store, why: Trouble) -> None:
    """It says so, leaves nothing behind, and the shop goes on."""
    place = store.folder / "backups"
    there = os.listdir(place) if place.is_dir() else []
    before = everything(store)
    with pytest.raises(WorldError) as caught:
        Upkeep(store).backup(after(minutes=1))
    assert (caught.value.trouble, caught.value.why) == (Trouble.BACKUP_FAILED, why)
    assert (os.listdir(place) if place.is_dir() else []) == there
    assert everything(store) == before
    customer_in(store, "The next customer")


def test_a_folder_that_cannot_be_written(store: Store) -> None:
    (store.folder / "backups").write_text("not a folder")
    require_failed(store, Trouble.CANNOT_WRITE)


def test_a_full_disk(small_disk: SmallDisk) -> None:
    store = Store.open(small_disk.path / "data", now=NOW)
    for number in range(50):
        customer_in(store, f"Somebody {number}")
    Upkeep(store).backup(NOW)
    small_disk.fill(leave=200_000)
    require_failed(store, Trouble.DISK_FULL)
    store.close()


def empty(path: Path) -> None:
    path.write_bytes(bytes(path.stat().st_size))


@pytest.mark.parametrize("harm", [tear_a_page, empty, Path.unlink])
def test_a_disk_that_gives_back_something_else(
    store: Store, harm: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    customer_in(store)
    sync = files.sync

    def bad_disk(path: Path) -> None:
        sync(path)
        if path.is_file():
            harm(path)

    with monkeypatch.context() as patch:
        patch.setattr(files, "sync", bad_disk)
        require_failed(store, Trouble.CANNOT_WRITE)
    assert Upkeep(store).backup(NOW).path.exists()


def test_a_damaged_database_is_told_as_that(store: Store) -> None:
    """It is not the backup's fault, and the older backups stay."""
    for number in range(200):
        customer_in(store, f"Somebody {number}")
    upkeep = Upkeep(store)
    good = upkeep.backup(NOW)
    store.database.execute_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    tear_a_page(store.path, 'SELECT rootpage FROM sqlite_schema WHERE name = "customer"')
    with pytest.raises(WorldError) as caught:
        upkeep.backup(after(minutes=1))
    assert caught.value.trouble is Trouble.DAMAGED
    assert upkeep.backups() == (good,)


# Which can be relied on


def test_the_newest_good_one_is_found(store: Store) -> None:
    customer_in(store, "Jun Hayashi")
    upkeep = Upkeep(store)
    made = [upkeep.backup(after(minutes=minute)) for minute in range(5)]
    flip_a_letter(made[4].path, b"Jun Hayashi", b"Jun Hayeshi")
    made[3].path.write_bytes(made[3].path.read_bytes()[:-4096])
    made[2].path.write_text("not a database")
    assert backups.newest_good(store.folder) == made[1]


def test_a_letter_that_the_disk_changed_passes_every_check_but_ours(store: Store) -> None:
    """Why the name holds a digest."""
    customer_in(store, "Jun Hayashi")
    made = Upkeep(store).backup(NOW)
    flip_a_letter(made.path, b"Jun Hayashi", b"Jun Hayeshi")
    inspecting.require_known(made.path, schema.newest_version())
    with pytest.raises(WorldError) as caught:
        backups.require_good(made.path)
    assert caught.value.trouble is Trouble.DAMAGED
    assert backups.newest_good(store.folder) is None


def test_before_the_first_backup_there_is_none(store: Store) -> None:
    assert Upkeep(store).backups() == ()
    assert backups.newest_good(store.folder) is None


# One that somebody looks at, and may call off


def many_words(store: Store, count: int = 4_000) -> None:
    with store.quiet(NOW) as unit:
        for number in range(count):
            add_customer(unit, f"Ann Libin {number} " + "of the long street " * 20)


def test_it_says_how_far_it_is(store: Store, folder: Path) -> None:
    many_words(store)
    seen: list[tuple[float, bool]] = []

    class Looking(BackupWatch):
        @property
        def is_cancelled(self) -> bool:
            seen.append((self.copied, self.is_checking))
            return super().is_cancelled

    backups.make(folder, NOW, BackupReason.BY_HAND, Looking())
    copied = [share for share, checks in seen if not checks]
    assert copied == sorted(copied) and any(0 < share < 1 for share in copied)
    assert (1.0, True) in seen


@pytest.mark.parametrize("is_checking", [False, True])
def test_it_is_called_off_at_any_moment_and_leaves_nothing(
    store: Store, folder: Path, is_checking: bool
) -> None:
    many_words(store)
    kept = backups.make(folder, NOW, BackupReason.DAILY)

    class Hasty(BackupWatch):
        @property
        def is_cancelled(self) -> bool:
            if self.copied > 0 and self.is_checking is is_checking:
                self.cancel()
            return super().is_cancelled

    with pytest.raises(BackupCancelled):
        backups.make(folder, after(hours=1), BackupReason.BY_HAND, Hasty())
    assert [path.name for path in (folder / "backups").iterdir()] == [kept.name]
    assert CustomerRow.select().count() == 4_000
    assert backups.make(folder, after(hours=1), BackupReason.BY_HAND)
