"""Long silence, proposed once a day as far as there is time for it (M-44, M-45)."""

from collections.abc import Mapping
from datetime import date, datetime, time, timedelta

from followup_desktop.domain.cadence.planning import Cadence
from followup_desktop.domain.cadence.silence import (
    ASKED_LATELY_DAYS,
    SOON_DAYS,
    propose,
    room,
    silent_since,
)
from followup_desktop.domain.kinds import Kind, Stage
from followup_desktop.domain.queue import Budget
from followup_desktop.domain.shop_time import Now, days_after
from followup_desktop.services.planning import plan
from followup_desktop.store.reads import silence as reads
from followup_desktop.store.reads.rules import paused_kinds
from followup_desktop.store.unit import Unit


def propose_silent(unit: Unit, cadence: Cadence, day: Budget) -> int:
    """Oldest first; answers how many. `day`: what the day holds at most."""
    today, before = unit.now.day, silent_since(cadence.settings, unit.now.day)
    if not before or Kind.LONG_SILENCE in paused_kinds() or not cadence.calendar.is_open_day(today):
        return 0
    taken = sum(day.each[kind] * number for kind, number in reads.due_by_kind(today).items())
    limit = room(reads.open_proposals(), day.minutes - taken, day.each[Kind.LONG_SILENCE])
    if not limit:
        return 0
    found = reads.to_propose(
        moments(before, unit.now),
        today=today,
        seen_since=days_after(today, -SOON_DAYS),
        called_by=days_after(today, SOON_DAYS),
        asked_since=unit.now.utc - timedelta(days=ASKED_LATELY_DAYS),
        asks_permission=cadence.settings.asks_permission,
        limit=limit,
    )
    for one in found:
        plan(unit, propose(one.stage, today, cadence), one.customer_id, one.owner_id)
    return len(found)


def moments(before: Mapping[Stage, date], now: Now) -> dict[Stage, datetime]:
    """The beginning of each day, as a moment."""
    return {
        stage: now.utc - (now.local - datetime.combine(day, time.min))
        for stage, day in before.items()
    }
