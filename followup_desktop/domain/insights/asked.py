"""What somebody asks of Insights: which time, and whose numbers (M-74)."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from enum import StrEnum

from followup_desktop.domain.shop import Clerk
from followup_desktop.domain.shop_time import days_after

FEWEST_TO_SEE_THE_SHOP = 3
"""Of two, each would know the other's numbers: the shop's less their own."""

_WEEK = 7


class Period(StrEnum):
    FOUR_WEEKS = "four_weeks"
    TWELVE_WEEKS = "twelve_weeks"
    YEAR = "year"
    ALL = "all"


class Whose(StrEnum):
    """There is no third: nobody can ask for a colleague's numbers."""

    SHOP = "shop"
    MINE = "mine"


@dataclass(frozen=True, slots=True)
class Asked:
    period: Period = Period.TWELVE_WEEKS
    whose: Whose = Whose.SHOP
    first_weekday: int = 0
    """The day that a week begins with here; Monday is 0."""


@dataclass(frozen=True, slots=True)
class ShopClock:
    """What the shop's own clock showed at a moment, and when it showed a time; nights in which it
    was put forward or back included."""

    local_of: Callable[[datetime], datetime]
    """From an aware moment to the naive time on the wall."""

    def utc_of(self, local: datetime) -> datetime:
        """An hour that came twice is meant the first time; one that was skipped is what follows."""
        # Seen as if it were UTC, the moment is at most a day off; twice, for the clock may have
        # changed within that day.
        moment = local.replace(tzinfo=UTC)
        for _ in range(2):
            moment += local - self.local_of(moment)
        return moment

    def start_of(self, day: date) -> datetime:
        return self.utc_of(datetime.combine(day, time()))


@dataclass(frozen=True, slots=True)
class Scope:
    """What is counted."""

    asked: Asked
    first_on: date | None
    """None: from the beginning."""
    last_on: date
    """Today."""
    since: datetime | None
    """The moment `first_on` begins at."""
    until: datetime
    """Now; not included."""
    clerk_id: int | None
    """None: the shop's."""
    clock: ShopClock


def first_day(asked: Asked, today: date) -> date | None:
    """Whole weeks or months up to today, the one under way among them; None: from the beginning."""
    week = days_after(today, -((today.weekday() - asked.first_weekday) % _WEEK))
    match asked.period:
        case Period.FOUR_WEEKS:
            return days_after(week, -3 * _WEEK)
        case Period.TWELVE_WEEKS:
            return days_after(week, -11 * _WEEK)
        case Period.YEAR:
            year, month = divmod(today.year * 12 + today.month - 12, 12)
            return date(year, month + 1, 1)
        case Period.ALL:
            return None


def choices(clerks: Iterable[Clerk], clerk_id: int | None) -> tuple[Whose, ...]:
    """Whose numbers they may see (M-74), what is shown first in front.

    A manager sees the shop's, a clerk their own; both may look at the other too, as long as that
    tells them nothing about one colleague.
    """
    here = [clerk for clerk in clerks if clerk.left_on is None]
    me = next((clerk for clerk in here if clerk.id == clerk_id), None)
    if me is None or len(here) == 1:
        return (Whose.SHOP,)
    if me.is_manager:
        return (Whose.SHOP, Whose.MINE)
    if len(here) < FEWEST_TO_SEE_THE_SHOP:
        return (Whose.MINE,)
    return (Whose.MINE, Whose.SHOP)
