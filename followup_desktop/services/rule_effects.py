"""What a change of the shop's rules does to what is planned: weighed first, then written (M-47).

Everything that changes a rule comes here, so that what was shown is what happens.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from followup_desktop.domain.cadence.after_visit import after_purchase
from followup_desktop.domain.cadence.changed_rules import Places, changed
from followup_desktop.domain.cadence.changed_sales import Days, Sale, changed_sale
from followup_desktop.domain.cadence.planning import Cadence, Planned
from followup_desktop.domain.cadence.rules import RULES, Rule
from followup_desktop.domain.kinds import FollowUpStatus, Stage
from followup_desktop.domain.rule_book import Coming, Moved, RuleEffect
from followup_desktop.domain.shop import Shop
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.stages import loyalty, stage_of
from followup_desktop.services.planning import close, move, plan
from followup_desktop.services.rule_rests import now_resting, rest
from followup_desktop.services.rule_waits import waiting
from followup_desktop.services.rules import cadence_of
from followup_desktop.store.reads import rule_follow_ups as reads
from followup_desktop.store.reads.rule_sales import sales
from followup_desktop.store.reads.thanks import records_of
from followup_desktop.store.rows import FollowUpRow
from followup_desktop.store.unit import Unit

CHANGEABLE = tuple(rule for rule, facts in RULES.items() if not facts.agreed and rule != Rule.RETRY)
"""What was agreed with a customer is no rule of ours; the tries have their own number."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a purchase is weighed by."""

    cadence: Cadence
    valuable: frozenset[int]
    """The product groups whose first talk waits a month."""
    groups: Mapping[int, int | None] = field(default_factory=dict)
    """Things that would be in another group."""
    first_n_sales: Mapping[int, int | None] = field(default_factory=dict)
    """Customers who would have another number of their own."""

    def planned(self, sale: Sale) -> Planned:
        """What the purchase plans."""
        groups = {self.groups.get(item_id, group_id) for item_id, group_id in sale.items}
        own = self.first_n_sales.get(sale.customer_id, sale.bought.first_n_sales)
        bought = replace(
            sale.bought, is_valuable=not groups.isdisjoint(self.valuable), first_n_sales=own
        )
        return after_purchase(bought, self.cadence)


def of_shop(now: Now, before: Shop, after: Shop, valuable: frozenset[int]) -> RuleEffect:
    """Its days, its preferences, its country. `valuable`: the groups that are."""
    if before == after:
        return RuleEffect()
    was, becomes = _cadences(before, after)
    moved = (
        *off_closed_days(now, was, becomes),
        *now_resting(now, was, becomes),
        *_no_longer_loyal(now, before, after),
    )
    comes: tuple[Coming, ...] = ()
    if was.settings.first_n_sales != becomes.settings.first_n_sales:
        here = replace(becomes, calendar=was.calendar)
        sold = of_sales(now, Terms(was, valuable), Terms(here, valuable), _all_sales(becomes))
        moved, comes = (*moved, *sold.moved), sold.comes
    waits, freed = waiting(now, before, after, {one.one.id for one in moved})
    return RuleEffect(_by_day(moved), comes, waiting=waits, freed=freed)


def of_sales(now: Now, before: Terms, after: Terms, weighed: Iterable[Sale]) -> RuleEffect:
    """Purchases that count otherwise."""
    found = [
        (sale, was, becomes)
        for sale in weighed
        if (was := before.planned(sale)) != (becomes := after.planned(sale))
    ]
    places = Places(reads.places({sale.customer_id for sale, *_plans in found}))
    days = Days(after.cadence.calendar, now.day)
    changes = [changed_sale(sale, was, becomes, days, places) for sale, was, becomes in found]
    return RuleEffect(
        moved=_by_day(one for moved, _comes in changes for one in moved),
        comes=tuple(one for _moved, comes in changes for one in comes),
    )


def moved_between(
    now: Now, before: Cadence, after: Cadence, rules: tuple[Rule, ...] = CHANGEABLE
) -> tuple[Moved, ...]:
    standing = tuple(reads.planned_by(rules, now.day_of))
    taken = reads.places({one.customer_id for one in standing})
    return changed(standing, before, after, now.day, taken)


def off_closed_days(now: Now, before: Cadence, after: Cadence) -> tuple[Moved, ...]:
    """What is due on a day that would be closed goes to the next open one. What was moved by an
    older closure stays where it is when that is taken back."""
    if before.calendar == after.calendar:
        return ()
    moved = moved_between(now, before, replace(before, calendar=after.calendar))
    return tuple(one for one in moved if not after.calendar.is_open_day(one.one.due_on))


def follow(unit: Unit, effect: RuleEffect) -> None:
    """Within an action: what is planned goes along with the rules."""
    for one in effect.moved:
        if one.rule is Rule.REST_OVER:
            rest(unit, one)
        elif one.to is None:
            close(unit, one.one.id, FollowUpStatus.CLOSED, one.why)
        else:
            _move(unit, one, one.to)
    for new in effect.comes:
        plan(unit, (new.planned,), new.customer_id, new.clerk_id, purchase=new.purchase_id)


def _move(unit: Unit, one: Moved, to: date) -> None:
    if one.is_seen:
        move(unit, one.one.id, to, None, is_timed=False)
    if one.rule is not None:
        unit.update(FollowUpRow, one.one.id, rule=one.rule)


def _cadences(before: Shop, after: Shop) -> tuple[Cadence, Cadence]:
    """The same holidays are one object, so that calendars can be compared."""
    was, becomes = cadence_of(before), cadence_of(after)
    if (before.country, before.preferences.holidays) == (after.country, after.preferences.holidays):
        calendar = replace(becomes.calendar, holidays=was.calendar.holidays)
        becomes = replace(becomes, calendar=calendar)
    if was.calendar.follow_up_times != becomes.calendar.follow_up_times:
        calendar = replace(becomes.calendar, follow_up_times=was.calendar.follow_up_times)
        becomes = replace(becomes, calendar=calendar)
    return was, becomes


def _all_sales(cadence: Cadence) -> list[Sale]:
    return sales(asks_permission=cadence.settings.asks_permission)


def _no_longer_loyal(now: Now, before: Shop, after: Shop) -> tuple[Moved, ...]:
    """Thanks that would be planned for nobody any more (M-42)."""
    by = loyalty(after.preferences, now.day)
    if by == loyalty(before.preferences, now.day):
        return ()
    standing = tuple(reads.planned_by((Rule.YEARLY_THANKS,), now.day_of))
    records = records_of({one.customer_id for one in standing})
    return tuple(
        Moved(one, None)
        for one in standing
        if stage_of(records[one.customer_id], by) is not Stage.LOYAL
        and records[one.customer_id].sent < by.referrals
    )


def _by_day(moved: Iterable[Moved]) -> tuple[Moved, ...]:
    def day(one: Moved) -> tuple[date, int]:
        return one.one.due_on, one.one.id

    return tuple(sorted(moved, key=day))
