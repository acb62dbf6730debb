"""However often it is started at once, one Followup runs (M-65).

A few here; fifty real programs with

    FOLLOWUP_STARTS=50 make pytest ARGS=tests/test_many_starts.py
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from followup_desktop.services import Services
from followup_desktop.store.store import Store
from followup_desktop.ui.instance import Instance, Joined
from tests.services.world import HOURS, at

STARTS = int(os.environ.get("FOLLOWUP_STARTS", 5))
PATIENCE = 20 + 4 * STARTS
"""Seconds: each brings a Qt of its own, and the machine may be busy."""

Program = subprocess.Popen[bytes]


@pytest.fixture
def start(data_dir: Path) -> Iterator[Callable[[], Program]]:
    """Followup itself, in a process, on a shop that is set up."""
    store = Store.open(data_dir, now=at("2026-11-16 12:00"))
    Services(store).shop.set_up(at("2026-11-16 12:00"), "The Corner", "US", HOURS, "Ed Marsh")
    store.close()
    started: list[Program] = []

    def start() -> Program:
        command = (sys.executable, "-m", "followup_desktop", "--data-dir", str(data_dir))
        started.append(subprocess.Popen(command, stderr=subprocess.DEVNULL))
        return started[-1]

    yield start
    for one in started:
        one.kill()
        one.wait()


def wait_for(what: Callable[[], bool], why: str) -> None:
    until = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < until, f"waited in vain: {why}"
        time.sleep(0.05)


@pytest.mark.slow
def test_of_many_started_at_once_one_goes_on(start: Callable[[], Program]) -> None:
    programs = [start() for _start in range(STARTS)]
    wait_for(lambda: sum(one.poll() is not None for one in programs) == STARTS - 1, "the others")
    assert sorted(one.returncode or 0 for one in programs) == [0] * STARTS
    (left,) = (one for one in programs if one.poll() is None)
    time.sleep(1)
    assert left.poll() is None
    late = start()
    wait_for(lambda: late.poll() is not None, "one more")
    assert late.returncode == 0 and left.poll() is None


@pytest.mark.slow
def test_when_the_one_is_killed_another_takes_its_place(start: Callable[[], Program]) -> None:
    first = start()
    time.sleep(0.3)
    first.kill()
    programs = [start() for _start in range(3)]
    wait_for(lambda: sum(one.poll() is not None for one in programs) == 2, "two of three")
    assert sum(one.poll() is None for one in programs) == 1


def test_one_that_never_answers_is_said(tmp_path: Path) -> None:
    silent = Instance(tmp_path)
    assert silent.join() is Joined.AS_THE_ONE
    assert Instance(tmp_path).join(patience=300) is Joined.UNHEARD
    silent.release()
    assert Instance(tmp_path).join(patience=300) is Joined.AS_THE_ONE
