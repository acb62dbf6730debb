"""The follow-ups of birthdays and other days: planned with the day, and again each year (M-43)."""

from followup_desktop.domain.cadence.around_dates import around_date
from followup_desktop.domain.cadence.planning import Cadence
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.partial_dates import next_on
from followup_desktop.domain.shop_time import days_after
from followup_desktop.services.planning import plan
from followup_desktop.store.reads import special_dates as reads
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.reads.visits import visitor
from followup_desktop.store.rows import FollowUpRow, SpecialDateRow
from followup_desktop.store.unit import Unit


def plan_date(unit: Unit, date_id: int, clerk_id: int | None, cadence: Cadence) -> int:
    """For the next time it comes that nothing was planned for yet. Answers how many it planned."""
    day = reads.special_date(date_id)
    customer = visitor(day.customer_id) if day else None
    if day is None or customer is None:
        return 0
    if not cadence.settings.may_advertise(customer.may_call, dont_call=customer.dont_call):
        return 0
    after = unit.now.day
    if day.last_due_on is not None:
        after = max(after, days_after(day.last_due_on, 1))
    comes_on = next_on(day.day, day.month, day.year, day.yearly, after)
    if comes_on is None:
        return 0
    planned = around_date(day.name, comes_on, unit.now.day, cadence)
    return len(plan(unit, planned, day.customer_id, clerk_id, special_date=date_id))


def unplan_date(unit: Unit, date_id: int) -> None:
    """What is planned for it is not needed any more."""
    for one in open_of(special_date=date_id):
        unit.delete(FollowUpRow, one.id)


def remove_date(unit: Unit, date_id: int) -> None:
    """The calls that were made for it stay in the story."""
    unplan_date(unit, date_id)
    for follow_up_id in reads.follow_ups_of(date_id):
        unit.update(FollowUpRow, follow_up_id, special_date=None)
    unit.delete(SpecialDateRow, date_id)


def plan_next_dates(unit: Unit, cadence: Cadence) -> int:
    """Everything that comes again and has nothing planned; asked for once a day."""
    if not any(cadence.settings.is_on(rule) for rule in (Rule.DATE_BEFORE, Rule.DATE_ON)):
        return 0
    dates = reads.without_plan(unit.now.day)
    return sum(plan_date(unit, date_id, owner_id, cadence) for date_id, owner_id in dates)
