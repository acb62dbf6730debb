"""The part "In short": what following up brings, on one page (M-67 … M-70)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from statistics import median

from followup_desktop.domain.insights.asked import Scope
from followup_desktop.domain.insights.calls import Bars, WhenReached
from followup_desktop.domain.insights.coming_back import ComingBack
from followup_desktop.domain.insights.share import Share


@dataclass(frozen=True, slots=True)
class Took:
    """How long something took: the middle one of them, for one that lay for weeks would speak for
    all in a mean."""

    count: int = 0
    middle: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Referrals:
    named: int
    """On our calls."""
    bought: int
    """Of those, so far."""


@dataclass(frozen=True, slots=True)
class Sales:
    """Purchases, each counted once."""

    first: int
    """Of somebody's first day, and nobody sent them."""
    referred: int
    """Of somebody's first day, sent by another customer."""
    again: int
    """They had bought before."""

    @property
    def total(self) -> int:
        return self.first + self.referred + self.again


@dataclass(frozen=True, slots=True)
class Told:
    """Orders that weren't complete on their day (M-68)."""

    took: Took
    """From when the shop knew until the customer did."""
    waiting: int
    """They don't know yet, today."""


@dataclass(frozen=True, slots=True)
class Problems:
    acknowledged: Took
    """From when it came up until somebody had said that they heard it."""
    solved: Took
    open: int
    """Today."""


@dataclass(frozen=True, slots=True)
class Leak:
    """Today, whatever time is asked about (M-70)."""

    never_contacted: int
    no_next_step: int


@dataclass(frozen=True, slots=True)
class InShort:
    scope: Scope
    promises: Share
    """Kept on time, of those that came to their end."""
    coming_back: ComingBack
    referrals: Referrals
    calls: Bars
    reached: WhenReached
    sales: Sales
    told: Told
    problems: Problems
    leak: Leak

    @property
    def is_empty(self) -> bool:
        """Nothing of anything: a new shop."""
        counts = (
            self.promises.of, self.coming_back.total.of, self.referrals.named, self.calls.total.of,
            self.sales.total, self.told.took.count, self.told.waiting,
            self.problems.acknowledged.count, self.problems.solved.count, self.problems.open,
            self.leak.never_contacted, self.leak.no_next_step,
        )  # fmt: skip
        return not any(counts)


def took(spans: Iterable[timedelta]) -> Took:
    """A clock that was set back makes none shorter than nothing."""
    seconds = [max(0.0, span.total_seconds()) for span in spans]
    return Took(len(seconds), timedelta(seconds=median(seconds)) if seconds else None)
