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
    """Milliseconds."""

    median: float
    p95: float

    @classmethod
    def of(cls, seconds: Sequence[float]) -> "Measured":
        ordered = sorted(seconds)
        at = len(ordered) - 1
        return cls(ordered[at // 2] * 1000, ordered[round(at * 0.95)] * 1000)


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, beside its floor. A goal of None is only shown."""

    what: str
    ours: Measured
    floor: Measured | None = None
    goal_ratio: float | None = None
    goal_ms: float | None = None
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
        is_fast = self.goal_ms is None or value <= self.goal_ms
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


def show(title: str, rows: Sequence[Row]) -> bool:
    """Print a table; True when every goal is met."""
    print(f"\n{title}")
    head = f"{'':44}{'ours ms':>18}{'floor ms':>18}{'ratio':>8}  goal"
    print(head)
    for row in rows:
        floor = "" if row.floor is None else f"{row.floor.median:.3f} / {row.floor.p95:.3f}"
        ratio = "" if row.ratio is None else f"{row.ratio:.2f}"
        ours = f"{row.ours.median:.3f} / {row.ours.p95:.3f}"
        print(f"{row.what:44}{ours:>18}{floor:>18}{ratio:>8}  {_goal(row)}")
    print(f"{'':44}median / p95")
    return all(row.is_met for row in rows)


def _goal(row: Row) -> str:
    parts = [] if row.goal_ratio is None else [f"≤ {row.goal_ratio:g}×"]
    parts += [] if row.goal_ms is None else [f"≤ {row.goal_ms:g} ms"]
    if not parts:
        return ""
    which = "p95 " if row.by_p95 else ""
    return f"{which}{', '.join(parts)}{'' if row.is_met else '   MISSED'}"
