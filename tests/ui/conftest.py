"""A desk in a set-up shop on a real database, for the tests of the rooms' controllers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from followup_desktop.domain.shop_time import Now
from followup_desktop.services import Services
from followup_desktop.store.store import Store
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.kit import theme
from tests.services.world import HOURS, at


@pytest.fixture
def now() -> Now:
    """A Saturday morning."""
    return at("2026-11-21 10:42")


@pytest.fixture
def store(data_dir: Path, now: Now) -> Iterator[Store]:
    """A shop in New York with one clerk, Ed (id 1), open Monday to Saturday, 10 to 19."""
    store = Store.open(data_dir, now=now)
    Services(store).shop.set_up(now, "Marsh & Daughter", "US", HOURS, "Ed Marsh")
    yield store
    store.close()


@pytest.fixture
def desk(qapp: QApplication, store: Store, now: Now) -> Desk:
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.NORMAL)
    return Desk(Services(store), lambda: now, store.undo, clerk_id=1, folder=store.path.parent)
