"""Once a day: what became late or missed overnight, and what comes again each year."""

from followup_desktop.domain.cadence.around_dates import yearly_thanks
from followup_desktop.domain.cadence.planning import Cadence
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.queue import Budget
from followup_desktop.services.date_plans import plan_next_dates
from followup_desktop.services.order_plans import plan_late_orders, plan_overdue_steps
from followup_desktop.services.planning import plan
from followup_desktop.services.silence_plans import propose_silent
from followup_desktop.store.reads.keeping import missed_promises
from followup_desktop.store.reads.thanks import without_thanks
from followup_desktop.store.rows import PromiseRow
from followup_desktop.store.unit import Unit

AT_ONCE = 200
"""Thanks that are planned in one go: more would hold up the window; the rest comes tomorrow."""


def look_ahead(unit: Unit, cadence: Cadence, loyal_referrals: int, day: Budget) -> int:
    """How many things it found to do. `day`: what a day holds at most."""
    ripe = unit.ripen_stages()
    missed = missed_promises(unit.now.day)
    for promise in missed:
        unit.update(PromiseRow, promise.id, missed_at=unit.now.utc)
    return (
        ripe
        + len(missed)
        + plan_late_orders(unit, cadence)
        + plan_overdue_steps(unit, cadence)
        + plan_next_dates(unit, cadence)
        + _plan_yearly_thanks(unit, cadence, loyal_referrals)
        + propose_silent(unit, cadence, day)
    )


def _plan_yearly_thanks(unit: Unit, cadence: Cadence, loyal_referrals: int) -> int:
    """For the loyal by purchases, years or referrals, on the day they first came, with nothing to
    sell in it (M-42)."""
    if not cadence.settings.is_on(Rule.YEARLY_THANKS):
        return 0
    number = 0
    for loyal in without_thanks(loyal_referrals, cadence.settings.asks_permission, AT_ONCE):
        thanked = loyal.last_thanked_at
        thanked_on = None if thanked is None else unit.now.day_of(thanked)
        planned = yearly_thanks(loyal.since, thanked_on, unit.now.day, cadence)
        number += len(plan(unit, planned, loyal.customer_id, loyal.owner_id))
    return number
