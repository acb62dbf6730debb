"""A shop's day killed at any moment: no acknowledged verb is lost, nothing is half done.

The full size: make test-kills
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = os.environ.get("FOLLOWUP_KILLS", "40")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL")


def killed(folder: Path, *more: str) -> subprocess.CompletedProcess[str]:
    """In a process of its own: a fork of the one with the tests would take along its threads."""
    return subprocess.run(
        [sys.executable, "-m", "tests.services.killing", str(folder), *more],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
    )


def test_no_acknowledged_verb_is_lost(tmp_path: Path) -> None:
    done = killed(tmp_path, KILLS)
    assert done.returncode == 0, done.stderr
    assert f"{KILLS} kills" in done.stdout


@pytest.mark.parametrize("mutant", ["early", "loose"])
def test_a_store_that_breaks_its_word_is_caught(mutant: str, tmp_path: Path) -> None:
    done = killed(tmp_path, "100", mutant)
    assert done.returncode == 1
    assert "killing.Lost: " in done.stderr
