"""From the first purchase to the second, of those who were called and of those who weren't (M-67).

It is a link and not a cause: clerks choose whom they call. What can be done about it is done. A
call that was tried counts as one, so that those who are never in aren't put with those whom nobody
called; and it counts only before they came back, so that whoever buys again by themselves and is
called then makes no call look good.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from followup_desktop.domain.insights.asked import Scope, ShopClock
from followup_desktop.domain.insights.share import NOTHING, Share
from followup_desktop.domain.shop_time import days_after

WINDOW = timedelta(days=90)
"""About a season: long enough to need something again, and short enough to be one's doing."""

FEWEST_TO_COMPARE = 20
"""In each group. Of twenty, chance alone moves a share by more than twenty points up or down
(nineteen times of twenty): with fewer, hardly any difference would mean anything."""


@dataclass(frozen=True, slots=True)
class FirstBuyer:
    first_on: date
    second_on: date | None
    """The next day that they bought something on, however late."""
    called_at: datetime | None
    """Our first call after their purchase, tried or talked, however late."""

    @property
    def came_back(self) -> bool:
        return self.second_on is not None and self.second_on <= self.first_on + WINDOW

    def was_called(self, clock: ShopClock) -> bool:
        """Within the window, and on a day before they came back by themselves."""
        if self.called_at is None:
            return False
        on = clock.local_of(self.called_at).date()
        before = self.second_on if self.came_back else None
        return on <= self.first_on + WINDOW and (before is None or on < before)


@dataclass(frozen=True, slots=True)
class ComingBack:
    first_on: date | None
    last_on: date
    """Between these days they bought for the first time."""
    called: Share = NOTHING
    not_called: Share = NOTHING
    begins_on: date | None = None
    """Nobody's window is over yet: the day on which the first one's is; None where nobody ever
    bought."""

    @property
    def total(self) -> Share:
        return self.called + self.not_called

    @property
    def can_compare(self) -> bool:
        return min(self.called.of, self.not_called.of) >= FEWEST_TO_COMPARE


def first_bought_between(scope: Scope) -> tuple[date | None, date]:
    """First buyers whose window came to its end in the time that is asked about: of the last twelve
    weeks' own nobody has had ninety days to come back."""
    over = -WINDOW.days - 1
    first_on = None if scope.first_on is None else days_after(scope.first_on, over)
    return first_on, days_after(scope.last_on, over)


def coming_back(buyers: Iterable[FirstBuyer], scope: Scope) -> ComingBack:
    groups = {True: NOTHING, False: NOTHING}
    earliest: date | None = None
    for one in buyers:
        groups[one.was_called(scope.clock)] += Share(int(one.came_back), 1)
        earliest = one.first_on if earliest is None else min(earliest, one.first_on)
    first_on, last_on = first_bought_between(scope)
    return ComingBack(first_on or earliest, last_on, groups[True], groups[False])


def begins_on(first_purchase: date) -> date:
    """The day from which on somebody who bought then is counted."""
    return days_after(first_purchase, WINDOW.days + 1)
