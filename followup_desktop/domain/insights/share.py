"""So many of so many, and when that may be said in per cent."""

from dataclasses import dataclass
from math import sqrt

FEWEST_FOR_PERCENT = 10
"""Below it, one more or one less would move the share by more than ten points: the two numbers
themselves say all there is to say."""

SURE = 2.5
"""Standard deviations that chance alone passes, to one side, once in 160 times: of the eight pairs
of hours in a shop's day, one in twenty shops would call one the best that isn't."""


@dataclass(frozen=True, slots=True)
class Share:
    part: int
    of: int

    @property
    def percent(self) -> int | None:
        """Rounded; but all is only what is all, and none what is none. None: too few."""
        if self.of < FEWEST_FOR_PERCENT:
            return None
        if 0 < self.part < self.of:
            return min(99, max(1, round(100 * self.part / self.of)))
        return 100 if self.part else 0

    @property
    def at_least(self) -> float:
        """What the share is at least, 0 to 1, chance set aside (E. B. Wilson, 1927)."""
        if not self.of:
            return 0.0
        share, square = self.part / self.of, SURE**2 / self.of
        spread = SURE * sqrt(share * (1 - share) / self.of + square / (4 * self.of))
        return max(0.0, (share + square / 2 - spread) / (1 + square))

    def __add__(self, other: "Share") -> "Share":
        return Share(self.part + other.part, self.of + other.of)

    def __sub__(self, other: "Share") -> "Share":
        return Share(self.part - other.part, self.of - other.of)


NOTHING = Share(0, 0)
