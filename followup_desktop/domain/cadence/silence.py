"""Long silence: who wasn't heard from is proposed, a few at a time, when there is time (M-44)."""

from datetime import date

from followup_desktop.domain.cadence.planning import Cadence, Planned
from followup_desktop.domain.cadence.rules import SILENCE, CadenceSettings
from followup_desktop.domain.kinds import Stage
from followup_desktop.domain.shop_time import days_after

PROPOSED = 5
"""More than so many never stand in the list at once; the next come up as these are done."""
ASKED_LATELY_DAYS = 90
"""Whoever was proposed and passed over isn't proposed again sooner."""
SOON_DAYS = 30
"""Whoever is called within so many days anyway, or was in the shop, needs no proposal."""


def silent_since(settings: CadenceSettings, today: date) -> dict[Stage, date]:
    """By stage: last heard from before that day is a long silence. Without the stages that the
    shop doesn't want to be reminded of."""
    return {
        stage: days_after(today, -settings.days(rule))
        for stage, rule in SILENCE.items()
        if settings.is_on(rule)
    }


def room(open_ones: int, minutes_left: int, minutes_each: int) -> int:
    """How many may be proposed in what is left of the day's time."""
    return max(0, min(PROPOSED - open_ones, minutes_left // max(1, minutes_each)))


def propose(stage: Stage, today: date, cadence: Cadence) -> Planned:
    """For one who was silent long enough: from today on, when the shop is open."""
    rule = SILENCE[stage]
    return cadence.plan(rule, days_after(today, -cadence.settings.days(rule)))
