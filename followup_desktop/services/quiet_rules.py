"""The quiet rules as they hold for this shop at one moment (M-47)."""

from collections.abc import Callable, Collection
from datetime import timedelta
from functools import cache

from followup_desktop.domain.kinds import KINDS, Outcome
from followup_desktop.domain.quiet import TALK_REST_DAYS, Lately, QuietRules
from followup_desktop.domain.shop import Shop
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.rules import calendar_of, calling_calendar_of, region_of
from followup_desktop.store.reads.lately import Called, called
from followup_desktop.store.reads.rules import paused_kinds

LOOKS_BACK = timedelta(days=61)
"""Further than any rule looks: a no counts for sixty days, and no region counts tries longer."""

NOBODY = frozenset({Outcome.NO_ANSWER, Outcome.LEFT_MESSAGE})
_QUARTER = timedelta(minutes=15)


def quiet_rules(shop: Shop, now: Now, customer_ids: Collection[int]) -> QuietRules:
    """`customer_ids`: everybody who is asked about."""
    region = region_of(shop)
    calls: dict[int, list[Called]] = {}
    for call in called(customer_ids, now.utc - LOOKS_BACK):
        calls.setdefault(call.customer_id, []).append(call)
    return QuietRules(
        shop=calendar_of(shop),
        calling=calling_calendar_of(shop),
        asks_permission=region.asks_permission,
        lately={customer_id: _lately(theirs, now) for customer_id, theirs in calls.items()},
        cap=region.cap,
        paused=paused_kinds(),
        ahead=_clocks_abroad(now),
    )


def _lately(calls: list[Called], now: Now) -> Lately:
    """Of calls in the order in which they took place."""
    since = now.utc - timedelta(days=TALK_REST_DAYS)
    marketing = [call for call in calls if KINDS[call.kind].marketing]
    talks = [call.at for call in marketing if call.outcome.reached and call.at >= since]
    tries = [call.at for call in calls if call.outcome in NOBODY]
    refusals = [call.at for call in calls if call.declined]
    return Lately(
        talked_on=now.day_of(talks[-1]) if talks else None,
        tried_on=now.day_of(tries[-1]) if tries else None,
        marketing_calls=tuple(now.day_of(call.at) for call in marketing),
        declined_on=now.day_of(refusals[-1]) if refusals else None,
    )


def _clocks_abroad(now: Now) -> Callable[[str], tuple[timedelta, ...]]:
    """By how much the clocks there are ahead, seen from this PC. Where one of the zones has the
    PC's own time, that is the one; where the system knows no zones, nobody is abroad."""
    here = now.local - now.utc.replace(tzinfo=None)

    @cache
    def ahead(zones: str) -> tuple[timedelta, ...]:
        if not zones:
            return ()
        from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # late: most numbers are near by

        found = set()
        for zone in zones.split():
            try:
                there = now.utc.astimezone(ZoneInfo(zone)).utcoffset()
            except (ZoneInfoNotFoundError, ValueError, OSError):
                continue
            if there is not None:
                found.add(round((there - here) / _QUARTER) * _QUARTER)
        return () if timedelta() in found else tuple(sorted(found))

    return ahead
