"""After an absence: hundreds or thousands are due when the program starts. How soon the list is
there, and how long the window stalls at most while all of them are looked at, announced and
answered. The program is `after_absence`, in a process of its own."""

import json
import os
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.harness import Measured, Row, Size

if TYPE_CHECKING:
    from followup_desktop.domain.shop_time import Now

GOAL_LIST_MS, GOAL_STALL_MS = 1_000, 100
DUE = (200, 5_000)
MONDAY = datetime(2026, 11, 23, 11, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Seen:
    """Milliseconds."""

    list_ms: float
    """From the process to today's rows, painted."""
    due_ms: float
    """From those to the reminder window."""
    stall_ms: float
    """The longest moment without a beat, from the first rows on until all was announced."""
    answer_ms: float
    """The same while all of it was put off with one click."""
    titles: list[str]
    """What the reminder window said, each time it came up."""


def make_shop(folder: Path, due: int) -> None:
    """With so many customers, each of whom is due, and hours in which they may be told."""
    from datetime import time as clock_time

    from followup_desktop.domain.kinds import KINDS, Kind
    from followup_desktop.domain.shop import OpenHours
    from followup_desktop.services import Services
    from followup_desktop.store.rows import CustomerRow, FollowUpRow
    from followup_desktop.store.store import Store

    before = clock_at(-timedelta(days=7))
    store = Store.open(folder, now=before)
    hours = tuple(OpenHours(day, clock_time(9), clock_time(19)) for day in range(7))
    Services(store).shop.set_up(before, "The Corner", "US", hours, "Ed Marsh")
    with store.quiet(before) as unit:
        for number in range(due):
            who = unit.insert(CustomerRow, name=f"Jun Hayashi {number}", created_at=before.utc)
            unit.insert(
                FollowUpRow,
                customer=who,
                kind=Kind.DAY_AFTER,
                rank=KINDS[Kind.DAY_AFTER].rank,
                due_on=MONDAY.date(),
                created_at=before.utc,
            )
    store.close()


def clock_at(since_monday: timedelta) -> "Now":
    from followup_desktop.domain.shop_time import Now

    at = MONDAY + since_monday
    return Now(utc=at, local=at.replace(tzinfo=None))


def look(folder: Path) -> Seen:
    """Start the program on it, in a process of its own."""
    command = (sys.executable, "-m", "benchmarks.after_absence", str(folder))
    done = subprocess.run(
        [*command, str(time.monotonic())],
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return Seen(**json.loads(done.stdout))


def measure(size: Size) -> list[Row]:
    rows = []
    for due in DUE if size.customers > max(DUE) else DUE[:1]:
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name)
            make_shop(folder, due)
            seen = look(folder)
        rows += [
            Row(f"{due:,} due: start to today's rows", _once(seen.list_ms), goal=GOAL_LIST_MS),
            Row(f"{due:,} due: rows to the reminder", _once(seen.due_ms)),
            Row(f"{due:,} due: longest stall", _once(seen.stall_ms), goal=GOAL_STALL_MS),
            Row(f"{due:,} put off: longest stall", _once(seen.answer_ms), goal=GOAL_STALL_MS),
        ]
    return rows


def _once(value: float) -> Measured:
    return Measured.once(value)
