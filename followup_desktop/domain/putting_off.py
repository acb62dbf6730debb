"""Until when a reminder is put off, and until when a clerk is busy (M-59, M-62, M-63)."""

from datetime import datetime, time, timedelta

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import Rank
from followup_desktop.domain.later import Later, put_off
from followup_desktop.domain.reminder import Busy
from followup_desktop.domain.shop_time import Now, ShopCalendar, days_after


def snoozed_until(
    until: Later | datetime, promised_at: datetime | None, now: Now, shop: ShopCalendar
) -> datetime:
    """When it comes back. A promise isn't put off beyond its own time."""
    moment = until if isinstance(until, datetime) else _put_off(until, now, shop)
    if promised_at is not None and promised_at > now.local:
        return min(moment, promised_at)
    return moment


def promised_at(due: DueFollowUp) -> datetime | None:
    """The minute that was promised, if one was."""
    if due.rank is not Rank.PROMISES or not due.is_timed or due.due_time is None:
        return None
    return datetime.combine(due.due_on, due.due_time)


def _put_off(span: Later, now: Now, shop: ShopCalendar) -> datetime:
    later = put_off(span, now, shop)
    if later.at is not None:
        return datetime.combine(later.on, later.at)
    stretches = shop.open_hours(later.on)
    return datetime.combine(later.on, stretches[0][0] if stretches else time.min)


def busy_until(busy: Busy, now: Now) -> datetime:
    if busy is Busy.HOUR:
        return now.local + timedelta(hours=1)
    return datetime.combine(days_after(now.day, 1), time.min)


def busy_now(until: datetime | None, now: Now) -> datetime | None:
    """Until when it is quiet; None when nobody is busy. More than a day ahead was never said: then
    the clock was set back."""
    is_busy = until is not None and now.local < until <= now.local + timedelta(days=1)
    return until if is_busy else None
