"""A store of its own for every test, on a real file."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_desktop.domain.shop_time import Now
from followup_desktop.store.store import Store
from tests.store.disks import SmallDisk, mounted
from tests.store.rooms import NOW


@pytest.fixture
def now() -> Now:
    return NOW


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A data folder, not made yet."""
    return tmp_path / "data"


@pytest.fixture
def store(folder: Path) -> Iterator[Store]:
    store = Store.open(folder, now=NOW)
    yield store
    store.close()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[SmallDisk]:
    yield from mounted(tmp_path / "disk")
