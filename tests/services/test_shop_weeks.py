"""Whatever happens in a shop: no call on a closed day, never two for one reason, caps hold,
promises never move by themselves, and everybody has a next step or a stated reason."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from followup_desktop.services import Services
from followup_desktop.store.store import Store
from tests.services.shop_weeks import CHRISTMAS, ED, Weeks
from tests.services.world import HOURS, at

US = "212 555 01"
OPENING = at("2026-10-18 09:00")


def a_shop(folder: Path, region: str, country: str) -> Iterator[Services]:
    store = Store.open(folder, now=OPENING)
    try:
        services = Services(store)
        services.shop.set_up(OPENING, "Marsh & Daughter", country, HOURS, "Ed Marsh")
        services.shop.prefer(OPENING, ED, calling_region=region)
        services.shop.change_shop(OPENING, ED, closing_days=(CHRISTMAS,))
        yield services
    finally:
        store.close()


@pytest.mark.parametrize(
    ("region", "country", "numbers"), [("us", "US", US), ("fr", "FR", "06 39 98 01 ")]
)
@settings(max_examples=2, deadline=None, phases=[Phase.generate])
@given(seed=st.integers(0, 10_000))
def test_weeks_in_a_shop(region: str, country: str, numbers: str, seed: int) -> None:
    with TemporaryDirectory() as folder:
        for services in a_shop(Path(folder), region, country):
            Weeks(services, Random(seed), numbers).play(days=21)


def test_through_christmas(tmp_path: Path) -> None:
    """Ten days closed, the end of a month and of a year."""
    for services in a_shop(tmp_path / "data", "us", "US"):
        Weeks(services, Random(7), US).play(days=30, first_day=date(2026, 12, 14))
