"""A real shop at a real desk, for the tests of controllers."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from followup_desktop.services import Services
from followup_desktop.services.shop import ShopService
from followup_desktop.store.store import Store
from followup_desktop.ui.desk import Desk
from tests.services.world import HOURS, at

NOW = at("2026-11-21 10:42")
"""A Saturday morning."""


@contextmanager
def desk_in(folder: Path) -> Iterator[Desk]:
    """A shop in New York with one clerk, Ed (id 1), who is at the desk."""
    store = Store.open(folder, now=NOW)
    try:
        ShopService(store).set_up(NOW, "Marsh & Daughter", "US", HOURS, "Ed Marsh")
        yield Desk(Services(store), lambda: NOW, store.undo, clerk_id=1)
    finally:
        store.close()
