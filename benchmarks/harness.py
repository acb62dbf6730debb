"""Measures things against a floor in the same run, turn by turn, so that a busy machine slows both.

Only the ratio means something elsewhere: a shop's PC is slower, its disk much slower (speed.md).
"""

import gc
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from statistics import median
from time import perf_counter
from typing import Any

Run = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Measured:
    """Milliseconds, or what the row says."""

    median: float
    p95: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Measured":
        ordered = sorted(seconds)
        at = len(ordered) - 1
        return cls(ordered[at // 2] * 1000, ordered[round(at * 0.95)] * 1000)

    @classmethod
    def once(cls, value: float) -> "Measured":
        """What is counted, and doesn't swing."""
        return cls(value, value)


@dataclass(frozen=True, slots=True)
class Size:
    """How much is made up, and how long is looked at it."""

    customers: int
    follow_ups: int
    """About an eighth of them open."""
    events: int
    """Of the customer whose card is opened."""
    starts: int
    settle_seconds: int
    """After the start: half a minute a tray that isn't there is looked for, and what was written
    is put in order after twenty seconds."""
    idle_seconds: int
    samples: int
    """Texts that are typed."""


SIZES = {
    "tiny": Size(300, 1_000, 20, 1, 4, 1, 10),
    "small": Size(20_000, 160_000, 500, 7, 60, 60, 100),
    "full": Size(100_000, 1_000_000, 500, 15, 60, 120, 300),
}


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, beside its floor. A goal of None is only shown."""

    what: str
    ours: Measured
    floor: Measured | None = None
    goal_ratio: float | None = None
    goal: float | None = None
    by_p95: bool = False

    @property
    def ratio(self) -> float | None:
        if self.floor is None:
            return None
        if self.by_p95:
            return self.ours.p95 / self.floor.p95
        return self.ours.median / self.floor.median

    @property
    def is_met(self) -> bool:
        value = self.ours.p95 if self.by_p95 else self.ours.median
        is_fast = self.goal is None or value <= self.goal
        return is_fast and (
            self.goal_ratio is None or self.ratio is None or self.ratio <= self.goal_ratio
        )


@contextmanager
def undisturbed() -> Iterator[None]:
    """Without Python's garbage collector in between."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def interleaved(pairs: Sequence[tuple[Run, Run]], rounds: int = 15) -> tuple[Measured, Measured]:
    """The first and the second of each pair in turns. Of each the median of the rounds counts,
    so that what else the machine does stays out; answers both over all pairs."""
    with undisturbed():
        for first, second in pairs:  # caches warm for both
            first()
            second()
        turns = [[(timed(first), timed(second)) for first, second in pairs] for _ in range(rounds)]
    firsts = [median(turn[at][0] for turn in turns) for at in range(len(pairs))]
    seconds = [median(turn[at][1] for turn in turns) for at in range(len(pairs))]
    return Measured.of(firsts), Measured.of(seconds)


def timed(run: Run) -> float:
    start = perf_counter()
    run()
    return perf_counter() - start


def table(rows: Sequence[Row]) -> str:
    lines = [f"{'':44}{'ours':>20}{'floor':>20}{'ratio':>8}  goal"]
    for row in rows:
        floor = "" if row.floor is None else _figures(row.floor)
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        ours = _figures(row.ours)
        lines.append(f"{row.what:44}{ours:>20}{floor:>20}{ratio:>8}  {_goal(row)}")
    return "\n".join([*lines, f"{'':44}median / p95, in ms where nothing else is said"])


def _figures(measured: Measured) -> str:
    if measured.median == measured.p95:
        return f"{measured.median:.1f}"
    return f"{measured.median:.3f} / {measured.p95:.3f}"


def _goal(row: Row) -> str:
    parts = [] if row.goal_ratio is None else [f"≤ {row.goal_ratio:g}×"]
    parts += [] if row.goal is None else [f"≤ {row.goal:g}"]
    if not parts:
        return ""
    which = "p95 " if row.by_p95 else ""
    return f"{which}{', '.join(parts)}   {'ok' if row.is_met else 'SHORT'}"
