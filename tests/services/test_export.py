"""The export: everything, under stable names, whole or not at all."""

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import sample
from followup_desktop.services.export import Export
from followup_desktop.services.shop import ShopService
from followup_desktop.services.visits import Visits
from followup_desktop.store.reads.everything import EXPORTED, columns_of
from followup_desktop.store.rows import ALL_ROWS, AnnouncementRow
from followup_desktop.store.store import Store
from tests.services.world import everything

DOCS = Path(__file__).parents[2] / "docs" / "export.md"


def exported(store: Store, path: Path, now: Now) -> dict[str, Any]:
    Export(store).export(path, now)
    return dict(json.loads(path.read_text(encoding="utf-8")))


@pytest.fixture
def jun(store: Store, now: Now) -> None:
    visit = NewVisit(
        name="Jun Hayashi 😀",
        phone="212 555 0143",
        items=("Navy suit, “two-button”",),
        occasion="Sister’s wedding",
        occasion_on=date(2026, 11, 28),
        learned="Lives with his parents\nNervous about the speech",
    )
    Visits(store, ShopService(store)).record(now, 1, visit)


def test_everything_is_in_it(store: Store, jun: None, tmp_path: Path, now: Now) -> None:
    written = exported(store, tmp_path / "out.json", now)
    assert {name: len(rows) for name, rows in written["tables"].items()} == {
        name: len(rows) for name, rows in everything(store).items()
    }
    assert written["format"] == "followup"
    assert written["exported_at"] == "2026-11-21T10:42:00.000Z"


def test_the_whole_sample_shop(empty: Store, tmp_path: Path, now: Now) -> None:
    """Every table that a day in a shop fills, and not a row more or less."""
    sample.fill(empty, now)
    written = exported(empty, tmp_path / "out.json", now)["tables"]
    there = everything(empty)
    assert {name: len(rows) for name, rows in written.items()} == {
        name: len(rows) for name, rows in there.items()
    }
    for row in EXPORTED:
        names = set(columns_of(row).values())
        assert all(one.keys() == names for one in written[row._meta.table_name])
    assert [one["id"] for one in written["customer"]] == [one[0] for one in there["customer"]]


def test_values_are_what_any_program_can_read(
    store: Store, jun: None, tmp_path: Path, now: Now
) -> None:
    tables = exported(store, tmp_path / "out.json", now)["tables"]
    (customer,) = tables["customer"]
    assert customer["name"] == "Jun Hayashi 😀"
    assert customer["owner_id"] == 1
    assert customer["created_at"] == "2026-11-21T10:42:00.000Z"
    (purchase,) = tables["purchase"]
    assert purchase["occasion_on"] == "2026-11-28"
    assert purchase["is_gift"] is False
    assert tables["opening_hours"][0]["opens"] == "10:00"
    assert {row["kind"] for row in tables["follow_up"]} >= {"day_after", "after_occasion"}


def test_days_and_times_are_the_shops_own(
    store: Store, jun: None, tmp_path: Path, now: Now
) -> None:
    """A reminder that was put off: its day and time have no time zone."""
    with store.quiet(now) as unit:
        unit.insert(
            AnnouncementRow,
            follow_up=1,
            version=1,
            notice="due",
            announced_at=now.utc,
            snoozed_until=now.local,
        )
    (told,) = exported(store, tmp_path / "out.json", now)["tables"]["announcement"]
    assert told["snoozed_until"] == "2026-11-21T10:42"
    assert told["notice"] == "due"


def test_a_shop_before_its_first_day(empty: Store, tmp_path: Path, now: Now) -> None:
    tables = exported(empty, tmp_path / "out.json", now)["tables"]
    assert tables["customer"] == []
    assert len(tables["kind"]) == 21


def test_what_undo_needs_is_not_in_it(store: Store, tmp_path: Path, now: Now) -> None:
    tables = exported(store, tmp_path / "out.json", now)["tables"]
    assert "action" not in tables


def test_every_name_is_documented() -> None:
    """A name that isn't in docs/export.md isn't stable, and one that isn't exported is a lie."""
    documented: dict[str, list[str]] = {}
    for line in DOCS.read_text(encoding="utf-8").splitlines():
        if found := re.match(r"### `(\w+)`", line):
            names = documented.setdefault(found[1], [])
        elif found := re.match(r"\| `(\w+)` \|", line):
            names.append(found[1])
    assert documented == {row._meta.table_name: list(columns_of(row).values()) for row in EXPORTED}
    assert len(EXPORTED) == len(ALL_ROWS) - 1


def test_a_file_that_is_there_is_replaced_whole(
    store: Store, jun: None, tmp_path: Path, now: Now
) -> None:
    path = tmp_path / "out.json"
    path.write_text("x" * 1_000_000)
    assert exported(store, path, now)["tables"]["customer"]
    assert [file.name for file in tmp_path.iterdir() if file.is_file()] == ["out.json"]


def test_it_is_for_its_owner_alone(store: Store, tmp_path: Path, now: Now) -> None:
    exported(store, tmp_path / "out.json", now)
    assert (tmp_path / "out.json").stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("name", ["missing/out.json", "folder"])
def test_a_place_that_cannot_be_written(store: Store, tmp_path: Path, now: Now, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(WorldError) as refused:
        Export(store).export(tmp_path / name, now)
    assert refused.value.trouble is Trouble.CANNOT_WRITE
    assert not list(tmp_path.rglob("*.part"))


def test_a_full_disk_leaves_the_earlier_export(
    store: Store, jun: None, tmp_path: Path, now: Now
) -> None:
    """The disk says so when the file is to be kept."""
    import followup_desktop.services.export as module

    path = tmp_path / "out.json"
    path.write_text("earlier")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module.os, "fsync", _full)
        with pytest.raises(WorldError) as refused:
            Export(store).export(path, now)
    assert refused.value.trouble is Trouble.DISK_FULL
    assert path.read_text() == "earlier"
    assert not list(tmp_path.rglob("*.part"))


def _full(_handle: int) -> None:
    raise OSError(28, "No space left on device")


def test_the_database_is_not_overwritten(store: Store, now: Now) -> None:
    with pytest.raises(WorldError) as refused:
        Export(store).export(store.path, now)
    assert refused.value.trouble is Trouble.CANNOT_WRITE
    assert ShopService(store).is_set_up()
