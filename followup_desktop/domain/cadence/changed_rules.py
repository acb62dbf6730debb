"""What a change of the rules, or of the days the shop is open, would move or close.

Only what a rule planned and nobody touched since follows it: a day that a person chose stays as
chosen, and what was agreed with a customer is moved by nobody but a person.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from followup_desktop.domain.cadence.planning import Cadence
from followup_desktop.domain.cadence.rules import RULES, Rule
from followup_desktop.domain.kinds import KINDS, Kind, Rank
from followup_desktop.domain.partial_dates import in_year
from followup_desktop.domain.rule_book import Moved, Standing
from followup_desktop.domain.shop_time import days_after

Place = tuple[int, Rank, date]
"""Customer, rank, day: there is never more than one for the same reason on one day."""

_IN_HAND = frozenset(
    {Rule.TWO_WEEKS, Rule.ONE_MONTH, Rule.TWO_MONTHS, Rule.LIGHT_CHECK, Rule.LIGHT_THANKS}
)
_LEFT = frozenset({Rule.LEFT_NEXT_DAY, Rule.LEFT_DAY_3, Rule.LEFT_DAY_10, Rule.LEFT_DAY_30})
_DATES = frozenset({Rule.DATE_BEFORE, Rule.DATE_ON})
WHENEVER = frozenset(
    {
        Rule.YEARLY_THANKS,
        Rule.SILENCE_PROSPECT,
        Rule.SILENCE_FIRST,
        Rule.SILENCE_CUSTOMER,
        Rule.SILENCE_LOYAL,
    }
)
"""They count from nothing that is kept."""


@dataclass(frozen=True, slots=True)
class EventDays:
    """The days of what a follow-up belongs to."""

    created_on: date
    purchased_on: date | None = None
    occasion_on: date | None = None
    promised_on: date | None = None
    visited_on: date | None = None
    special: tuple[int, int] | None = None
    """Day and month."""

    def base(self, rule: Rule, due_on: date) -> date | None:
        """What the rule counts from."""
        if rule in WHENEVER:
            return None
        if rule in _DATES:
            return self._special_near(due_on)
        if rule in _LEFT:
            return self.visited_on
        if rule in _IN_HAND:
            return max((on for on in (self.purchased_on, self.promised_on) if on), default=None)
        match rule:
            case Rule.DAY_AFTER | Rule.ORDER_NO_DATE:
                return self.purchased_on
            case Rule.AFTER_OCCASION:
                return self.occasion_on
            case Rule.ORDER_READY | Rule.ORDER_RECEIVED:
                return self.promised_on
            case _:
                return self.created_on

    def _special_near(self, due_on: date) -> date | None:
        if self.special is None:
            return None
        years = range(max(due_on.year - 1, 1), min(due_on.year + 1, date.max.year) + 1)
        comes_on = [in_year(*self.special, year) for year in years]
        return min(comes_on, key=lambda on: abs((on - due_on).days))


def changed(
    standing: Iterable[Standing],
    before: Cadence,
    after: Cadence,
    today: date,
    taken: Iterable[Place],
) -> tuple[Moved, ...]:
    """`taken`: the places of everything that is open for these customers, `standing` included.
    What would come to stand beside another one about the same on one day goes."""
    places = Places(taken)
    moved = []
    for one in sorted(standing, key=lambda one: (one.due_on, one.id)):
        rule = one.rule
        if rule is None or RULES[rule].agreed or not _is_untouched(one, rule, before):
            continue
        to = _new_day(one, rule, before, after, today)
        if to != one.due_on:
            moved.append(Moved(one, places.move(one, to)))
    return tuple(moved)


class Places:
    """Where something stands for a customer: never two for the same reason on one day."""

    def __init__(self, taken: Iterable[Place]) -> None:
        self._taken = Counter(taken)

    def move(self, one: Standing, to: date | None) -> date | None:
        """`to`; None where another one stands already."""
        rank = KINDS[one.kind].rank
        self._taken[one.customer_id, rank, one.due_on] -= 1
        return to if to is not None and self.take(one.customer_id, one.kind, to) else None

    def take(self, customer_id: int, kind: Kind, on: date) -> bool:
        place = customer_id, KINDS[kind].rank, on
        if self._taken[place] > 0:
            return False
        self._taken[place] += 1
        return True


def _is_untouched(one: Standing, rule: Rule, before: Cadence) -> bool:
    if one.base is None:
        return rule in WHENEVER
    return one.due_on == before.calendar.open_day_on_or_after(before.settings.day(rule, one.base))


def _new_day(
    one: Standing, rule: Rule, before: Cadence, after: Cadence, today: date
) -> date | None:
    """None: the rule plans it no more. What is overdue stays so, unless its day lies ahead now."""
    if not after.settings.is_on(rule):
        return None
    if one.base is None:
        by = after.settings.days(rule) - before.settings.days(rule)
        meant = days_after(one.due_on, by if rule is Rule.YEARLY_THANKS else 0)
    else:
        meant = after.settings.day(rule, one.base)
    if one.due_on <= today and meant <= today:
        return one.due_on
    to = after.calendar.open_day_on_or_after(max(meant, today))
    if rule is Rule.DATE_BEFORE and one.base is not None and to >= one.base:
        return None  # "before" stays before
    return to
