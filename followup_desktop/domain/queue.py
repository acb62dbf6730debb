"""The day's list: its fixed order, and its groups within the time budget (M-45, M-46)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, time, timedelta
from math import ceil

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import ALWAYS_FITS, Kind, Rank
from followup_desktop.domain.quiet import DEADLINES, QuietRules, Wait
from followup_desktop.domain.shop_time import END_OF_DAY, Now
from followup_desktop.domain.today import Group, TodayRow, Waits

DEFAULT_MINUTES = 5
"""Of a kind whose playbook doesn't say."""

PROPOSALS = frozenset({Kind.LONG_SILENCE})
"""Nobody waits for these calls, so they are for when there's time (M-44)."""

_GROUPS = tuple(Group)
_EVERYBODY_S = frozenset({Waits.SHOP_CLOSED, Waits.CALLING_HOURS})
"""These waits hold for the whole list and say nothing about one customer."""


@dataclass(frozen=True, slots=True)
class Budget:
    """The time that is left of a day for follow-ups, and what each kind takes, in minutes."""

    minutes: int
    each: Mapping[Kind, int] = field(default_factory=dict)


def build(
    due: Iterable[DueFollowUp],
    now: Now,
    rules: QuietRules,
    budget: Budget,
    calls: Mapping[int, int] | None = None,
    put_off: Mapping[int, datetime] | None = None,
) -> tuple[TodayRow, ...]:
    """Everything that is due, in the list's order, whatever the order it was handed in.

    `calls` holds the begun calls by their follow-up, `put_off` until when a reminder stays away.
    Promises and problems always fit. From the first one on that doesn't, the rest waits for when
    there's time: nothing overtakes what comes before it in the fixed order by being shorter.
    """
    waiting = [(one, rules.wait(one, now)) for one in due if one.due_on <= now.day]
    waiting.sort(key=lambda pair: _order(pair[0], pair[1], now))
    left, is_full, rows = budget.minutes, False, []
    for one, wait in waiting:
        minutes = budget.each.get(one.kind, DEFAULT_MINUTES)
        if one.rank in ALWAYS_FITS:
            group = Group.PROMISED if one.rank is Rank.PROMISES else Group.NOW
        elif one.kind in PROPOSALS or _is_for_another_day(wait, now):
            group = Group.WHEN_THERES_TIME
        else:
            is_full = is_full or minutes > left
            group = Group.WHEN_THERES_TIME if is_full else Group.NOW
        if group is not Group.WHEN_THERES_TIME:
            left -= minutes
        rows.append(
            TodayRow(
                due=one,
                group=group,
                minutes=minutes,
                overdue_days=(now.day - one.due_on).days,
                waits=wait.why if wait else None,
                waits_until=wait.until if wait else None,
                put_off_until=put_off.get(one.id) if put_off else None,
                call_id=calls.get(one.id) if calls else None,
            )
        )
    return tuple(sorted(rows, key=lambda row: _GROUPS.index(row.group)))


def minutes_of(rows: Iterable[TodayRow]) -> int:
    """Of everything that is promised or now."""
    return sum(row.minutes for row in rows if row.group is not Group.WHEN_THERES_TIME)


def days_for_the_rest(rows: Iterable[TodayRow], more: int, a_day: int) -> int:
    """How many days of `a_day` minutes what waits for when there's time would take; `more` stand
    behind the rows, and take as long as those."""
    waiting = [row.minutes for row in rows if row.group is Group.WHEN_THERES_TIME]
    minutes = sum(waiting) + more * (sum(waiting) / len(waiting) if waiting else DEFAULT_MINUTES)
    return ceil(minutes / max(1, a_day))


_Order = tuple[int, int, timedelta, time, time, int]
_NEVER = timedelta.max


def _order(due: DueFollowUp, wait: Wait | None, now: Now) -> _Order:
    """Rank; the longest overdue; what suits now or soonest; what ends soonest; its time; its id."""
    suits_in = _NEVER if wait else timedelta()
    if wait and wait.until:
        suits_in = wait.until - now.local
    return (
        due.rank,
        (due.due_on - now.day).days,
        suits_in,
        _suits_until(due),
        due.due_time or END_OF_DAY,
        due.id,
    )


def _suits_until(due: DueFollowUp) -> time:
    """When today it stops suiting: at the customer's last good minute, or at a deadline."""
    if due.due_time is not None and due.kind in DEADLINES:
        return due.due_time
    return due.good_to or END_OF_DAY


def _is_for_another_day(wait: Wait | None, now: Now) -> bool:
    if wait is None or wait.why in _EVERYBODY_S:
        return False
    return wait.until is None or wait.until.date() > now.day
