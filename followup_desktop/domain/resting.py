"""How long somebody is left in peace: after a no, and where a region limits tries."""

from dataclasses import dataclass
from datetime import date

from followup_desktop.domain.shop_time import days_after

DECLINED_DAYS = 60
"""So long a no is respected (M-50)."""


@dataclass(frozen=True, slots=True)
class TriesCap:
    """A region's limit on tries for advertising: at most `tries` within `days`."""

    tries: int
    days: int

    def next_day(self, day: date, tries: tuple[date, ...]) -> date:
        """`day`, or the first one after it on which another try is allowed."""
        if len(tries) < self.tries:
            return day
        return max(day, days_after(sorted(tries)[-self.tries], self.days))
