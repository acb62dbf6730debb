"""Every benchmark runs; at this size its figures mean nothing."""

from importlib import import_module
from pathlib import Path

import pytest

from benchmarks.__main__ import EVERY
from benchmarks.harness import SIZES, Measured, Row, table

ASKED_FOR = {"start", "search", "painted", "lists", "store", "card", "idle", "backup", "reminders"}


def test_what_the_goals_speak_of_is_measured() -> None:
    assert set(EVERY) >= ASKED_FOR


@pytest.mark.slow
@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", EVERY)
def test_it_measures(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[1])  # it starts the program as a module
    rows = import_module(f"benchmarks.bench_{name}").measure(SIZES["tiny"])
    assert all(row.ours.p95 >= row.ours.median >= 0 for row in rows)
    assert all(row.what in table(rows) for row in rows)


def test_a_goal_that_is_missed_says_so() -> None:
    slow = Row("slow", Measured(4, 5), Measured(2, 2), goal_ratio=1.5)
    quick = Row("quick", Measured(2, 9), Measured(2, 2), goal_ratio=1.5, goal=3)
    by_p95 = Row("uneven", Measured(2, 9), Measured(2, 2), goal_ratio=1.5, by_p95=True)
    assert [row.is_met for row in (slow, quick, by_p95)] == [False, True, False]
    assert table([slow]).count("SHORT") == 1
