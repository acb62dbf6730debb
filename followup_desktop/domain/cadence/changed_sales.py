"""What becomes of the calls after a purchase when it counts otherwise: as one of the first sales or
not, as valuable or not (M-35)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from followup_desktop.domain.cadence.after_visit import Bought
from followup_desktop.domain.cadence.changed_rules import Places
from followup_desktop.domain.cadence.planning import Planned
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import KINDS
from followup_desktop.domain.planned import PlannedFollowUp
from followup_desktop.domain.rule_book import Coming, Moved, Standing
from followup_desktop.domain.shop_time import ShopCalendar

TALKS = frozenset(
    {
        Rule.DAY_AFTER,
        Rule.TWO_WEEKS,
        Rule.ONE_MONTH,
        Rule.TWO_MONTHS,
        Rule.AFTER_OCCASION,
        Rule.LIGHT_CHECK,
        Rule.LIGHT_THANKS,
    }
)
"""What a purchase plans beside its order's checks."""


@dataclass(frozen=True, slots=True)
class SaleStep:
    """A talk about a purchase that was planned once."""

    standing: Standing
    is_open: bool
    is_untouched: bool
    """Nobody gave it a day or a time of its own, and nobody tried it yet."""


@dataclass(frozen=True, slots=True)
class Sale:
    purchase_id: int
    customer_id: int
    name: str
    title: str
    clerk_id: int | None
    may_advertise: bool
    bought: Bought
    """Not valuable; whether it is, the groups of its things say."""
    items: tuple[tuple[int, int | None], ...]
    """Each thing, and its product group."""
    steps: tuple[SaleStep, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """Today, on the shop's calendar."""

    calendar: ShopCalendar
    today: date

    def or_today(self, meant: date) -> date:
        return self.calendar.open_day_on_or_after(max(meant, self.today))


def changed_sale(
    sale: Sale, before: Planned, after: Planned, days: Days, places: Places
) -> tuple[tuple[Moved, ...], tuple[Coming, ...]]:
    """`before` and `after`: what the purchase plans as it counted, and as it would count. The same
    talk under another rule moves; what only one of the two plans goes, or comes. Where a person has
    given one its day that would go, it stays, and nothing comes beside it."""
    old, new = _talks(before), _talks(after)
    gone = old.keys() - new.keys()
    fresh = {rule: one for rule, one in new.items() if rule not in old}
    moved, stays = [], False
    for step in sorted(sale.steps, key=lambda one: one.standing.due_on):
        rule = step.standing.rule
        if not step.is_open or rule is None or rule not in gone:
            continue
        twin = next((one for one in fresh.values() if one.kind is step.standing.kind), None)
        if twin is not None:
            del fresh[Rule(twin.rule)]
        is_free = step.is_untouched and step.standing.due_on == old[rule].due_on
        if (change := _changed(step.standing, twin, is_free, days, places)) is not None:
            moved.append(change)
        else:
            stays = True
    comes = _coming(sale, fresh.values(), days, places) if moved and not stays else ()
    return tuple(moved), tuple(comes)


def _talks(planned: Planned) -> dict[Rule, PlannedFollowUp]:
    return {Rule(one.rule): one for one in planned if one.rule in TALKS}


def _changed(
    one: Standing, twin: PlannedFollowUp | None, is_free: bool, days: Days, places: Places
) -> Moved | None:
    if twin is None:
        return Moved(one, places.move(one, None)) if is_free else None
    to = one.due_on
    is_overdue = one.due_on <= days.today and twin.due_on <= days.today
    if is_free and not is_overdue:
        to = days.or_today(twin.due_on)
    return Moved(one, places.move(one, to), Rule(twin.rule))


def _coming(
    sale: Sale, fresh: Iterable[PlannedFollowUp], days: Days, places: Places
) -> Iterable[Coming]:
    """Nothing that is past, and nothing that was planned once already, whatever became of it."""
    known = {step.standing.kind for step in sale.steps}
    for one in fresh:
        is_allowed = sale.may_advertise or not KINDS[one.kind].marketing
        if one.due_on <= days.today or one.kind in known or not is_allowed:
            continue
        if places.take(sale.customer_id, one.kind, one.due_on):
            yield Coming(
                sale.customer_id, sale.name, sale.title, sale.purchase_id, sale.clerk_id, one
            )
