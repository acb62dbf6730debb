"""Whose calls would wait longer, or less, under other calling hours: nothing is moved by them, for
they are looked at whenever the list is shown (M-47)."""

from collections.abc import Collection
from datetime import date, datetime, time

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.quiet import QuietRules
from followup_desktop.domain.rule_book import Waiting
from followup_desktop.domain.shop import Shop
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.today import Waits
from followup_desktop.services.quiet_rules import quiet_rules
from followup_desktop.store.reads import queue

LOOKED_AT = 5_000
"""Open follow-ups, the pressing ones first: half a second at most. Few shops have more to do."""

_WAITS_FOR = ("calling_region", "calling_from", "calling_until", "calling_not_on", "holidays")
NEVER = datetime.combine(date.max, time.min)
"""Only a person can end that wait."""
_Since = tuple[datetime, Waits | None]


def waiting(
    now: Now, before: Shop, after: Shop, moved: Collection[int]
) -> tuple[tuple[Waiting, ...], int]:
    """Who would wait longer than now, by day; and how many less long. `moved`: shown already."""
    if _hours_of(before) == _hours_of(after):
        return (), 0
    due = queue.due(date.max, LOOKED_AT)
    ids = {one.customer_id for one in due}
    was, becomes = quiet_rules(before, now, ids), quiet_rules(after, now, ids)
    longer, freed = [], 0
    for one in due:
        if one.id in moved:
            continue
        then = _when_due(one, now)
        (earliest, _why), (until, why) = _since(one, then, was), _since(one, then, becomes)
        if until == earliest or not _is_felt(one, earliest, until, now):
            continue
        if until < earliest:
            freed += 1
        else:
            assert why is not None  # or it would not wait
            ends = None if until == NEVER else until
            longer.append(Waiting(one.name, one.about, one.kind, earliest, why, ends))
    return tuple(sorted(longer, key=lambda one: one.was)), freed


def _hours_of(shop: Shop) -> tuple[object, ...]:
    return shop.country, *(getattr(shop.preferences, name) for name in _WAITS_FOR)


def _when_due(one: DueFollowUp, now: Now) -> Now:
    """The moment it comes up, or now when it has."""
    local = max(now.local, datetime.combine(one.due_on, one.due_time or time.min))
    return Now(utc=now.utc + (local - now.local), local=local)


def _since(one: DueFollowUp, then: Now, rules: QuietRules) -> _Since:
    """From when on one may call, and what it waits for till then."""
    wait = rules.wait(one, then)
    if wait is None:
        return then.local, None
    return wait.until or NEVER, wait.why


def _is_felt(one: DueFollowUp, earliest: datetime, until: datetime, now: Now) -> bool:
    """What is due some day without a time is called an hour later on that day: nobody notices."""
    return one.due_time is not None or one.due_on <= now.day or until.date() != earliest.date()
