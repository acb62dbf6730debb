"""Killed at any moment: no acknowledged save is lost, nothing is half done.

The full size, about two minutes: FOLLOWUP_KILLS=1000 make pytest ARGS=tests/store/test_kill.py
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = os.environ.get("FOLLOWUP_KILLS", "40")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL"),
]


def killed(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: a fork of the one with the tests would take along its threads."""
    return subprocess.run(
        [sys.executable, "-m", "tests.store.killing", str(folder), *more],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
    )


def test_no_acknowledged_save_is_lost(folder: Path) -> None:
    done = killed(folder, KILLS)
    assert done.returncode == 0, done.stderr
    assert f"{KILLS} kills" in done.stdout


@pytest.mark.parametrize("mutant", ["early", "loose"])
def test_a_store_that_breaks_its_word_is_caught(mutant: str, folder: Path) -> None:
    done = killed(folder, "300", mutant)
    assert done.returncode == 1
    assert "\nLost: " in done.stderr
