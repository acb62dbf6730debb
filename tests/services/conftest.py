"""A set-up shop on a real database, for every test of a service."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from followup_desktop.domain.shop_time import Now
from followup_desktop.services import Services
from followup_desktop.services.shop import ShopService
from followup_desktop.store.store import Store
from tests.services.world import HOURS, at


@pytest.fixture
def now() -> Now:
    """A Saturday morning."""
    return at("2026-11-21 10:42")


@pytest.fixture
def empty(tmp_path: Path, now: Now) -> Iterator[Store]:
    """A store before the first start."""
    store = Store.open(tmp_path / "data", now=now)
    yield store
    store.close()


@pytest.fixture
def store(empty: Store, now: Now) -> Store:
    """A shop in New York with one clerk, Ed (id 1), open Monday to Saturday, 10 to 19."""
    ShopService(empty).set_up(now, "Marsh & Daughter", "US", HOURS, "Ed Marsh")
    return empty


@pytest.fixture
def services(store: Store) -> Services:
    return Services(store)
