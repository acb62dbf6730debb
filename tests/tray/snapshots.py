"""Reminders to show, without a database."""

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any

from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.reminder import Reminder
from tests.domain.follow_ups import TODAY, follow_up

NOW = datetime.combine(TODAY, time(10, 50))
LIBIN = follow_up(
    Kind.PROMISE,
    1,
    name="Richard Libin",
    title="Mr.",
    about="the trouser hem",
    due_time=time(11),
    is_timed=True,
)
HAYASHI = follow_up(Kind.DAY_AFTER, 2, item="navy suit", happened_on=date(2026, 11, 22))
KESSLER = follow_up(Kind.REFERRAL, 3, name="Tom Kessler", sent_by="Mr. Libin")

_THREE = Reminder(
    now=NOW,
    rows=(LIBIN, HAYASHI, KESSLER),
    ids=(1, 2, 3),
    minutes=15,
    fresh=(),
    is_quiet=False,
    late=0,
    come_up=(1, 2, 3),
    count=3,
    put_off=0,
    back_at=None,
    busy_until=None,
    next_at=datetime.combine(TODAY, time(11)),
)


def reminder(**facts: Any) -> Reminder:
    """Three that are due, the first a promise."""
    return replace(_THREE, **facts)
