"""Which time is meant, and whose numbers; what every part's verbs begin with."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import TypeVar

from followup_desktop.domain.checks import Why, refuse
from followup_desktop.domain.insights.asked import (
    Asked,
    Scope,
    ShopClock,
    Whose,
    choices,
    first_day,
)
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.customers import Customers
from followup_desktop.store.reads.shop import clerks
from followup_desktop.store.store import Store

_T = TypeVar("_T")
_SAME = timedelta(minutes=1)


class InsightsBase:
    def __init__(self, store: Store, customers: Customers) -> None:
        self._store, self._customers = store, customers

    def aside(self, read: Callable[[], _T]) -> _T:
        """What one of the verbs answers, in a thread of the caller's own: over years of a large
        shop it takes up to a second."""
        with self._store.reading():
            return read()

    def choices(self, now: Now, clerk_id: int | None) -> tuple[Whose, ...]:
        """Whose numbers they may see, what is shown first in front (M-74)."""
        return choices(clerks(), clerk_id)

    def scope(self, now: Now, clerk_id: int | None, asked: Asked) -> Scope:
        """Raises `WorldError` for numbers that aren't theirs to see."""
        if asked.whose not in self.choices(now, clerk_id):
            raise refuse("whose", Why.NOT_A_MANAGER)
        clock = shop_clock(now)
        first_on = first_day(asked, now.day)
        return Scope(
            asked=asked,
            first_on=first_on,
            last_on=now.day,
            since=None if first_on is None else clock.start_of(first_on),
            until=now.utc,
            clerk_id=clerk_id if asked.whose is Whose.MINE else None,
            clock=clock,
        )


def shop_clock(now: Now) -> ShopClock:
    """The PC's clock, summer and winter. A clock that isn't the PC's own (the tour's) has no
    seasons that anybody knows of."""

    def of_this_pc(moment: datetime) -> datetime:
        return moment.astimezone().replace(tzinfo=None)

    def as_now(moment: datetime) -> datetime:
        return now.local - (now.utc - moment)

    is_this_pc = abs(of_this_pc(now.utc) - now.local) < _SAME
    return ShopClock(of_this_pc if is_this_pc else as_now)
