"""The quiet rules: why a follow-up whose day has come still waits, and until when (M-47)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import KINDS, Kind
from followup_desktop.domain.shop_time import END_OF_DAY, Now, ShopCalendar, days_after
from followup_desktop.domain.today import Waits

TALK_REST_DAYS = 7
"""At most one reached marketing talk within so many days."""

DEADLINES = frozenset({Kind.PROMISE, Kind.PROBLEM, Kind.LATE_ORDER, Kind.ORDER_CHECK})
"""Their time says by when, not from when on: doing it sooner is fine."""

FOREVER = 14
"""When two rules push each other on for so many days, only a person can end the wait."""


@dataclass(frozen=True, slots=True)
class Wait:
    why: Waits
    until: datetime | None
    """The shop's local time; None where only a person can end the wait."""


NextMoment = Callable[[datetime], datetime]


@dataclass(frozen=True, slots=True)
class QuietRules:
    """What holds for the whole list at one moment."""

    shop: ShopCalendar
    calling: ShopCalendar
    """The region's calling hours."""
    asks_permission: bool = False
    """The region wants a yes before a marketing call; "never asked" isn't one."""
    marketing_talks: Mapping[int, date] = field(default_factory=dict)
    """The day of the last reached marketing talk, by customer."""

    def wait(self, due: DueFollowUp, now: Now) -> Wait | None:
        """None when it is fine to call now. Otherwise the first reason, and when all have ended."""
        if never := self._never(due):
            return Wait(never, None)
        moment, why = now.local, None
        for _ in range(FOREVER):
            before = moment
            for reason, next_moment in self._rules(due, now):
                if (later := next_moment(moment)) > moment:
                    moment, why = later, why or reason
            if moment == before:
                return Wait(why, moment) if why else None
        return Wait(why, None) if why else None

    def _never(self, due: DueFollowUp) -> Waits | None:
        """Service is allowed whatever they said about advertising (calling-rules.md)."""
        if not KINDS[due.kind].marketing:
            return None
        if due.dont_call:
            return Waits.DONT_CALL
        is_asked = due.may_call is None and not self.asks_permission
        return None if due.may_call or is_asked else Waits.NO_PERMISSION

    def _rules(self, due: DueFollowUp, now: Now) -> Iterator[tuple[Waits, NextMoment]]:
        talked_on = self.marketing_talks.get(due.customer_id)
        if KINDS[due.kind].marketing and talked_on is not None:
            yield Waits.TALKED_LATELY, _not_before(days_after(talked_on, TALK_REST_DAYS), time.min)
        yield Waits.SHOP_CLOSED, lambda moment: self.shop.next_opening(moment) or moment
        yield Waits.CALLING_HOURS, lambda moment: self.calling.next_opening(moment) or moment
        is_today = due.due_on == now.day
        if not (due.is_timed and is_today):  # a time they agreed to suits them
            yield Waits.GOOD_TIME, lambda moment: _next_good(moment, due.good_from, due.good_to)
        if is_today and due.due_time is not None and due.kind not in DEADLINES:
            yield Waits.LATER_TODAY, _not_before(due.due_on, due.due_time)


def _not_before(on: date, at: time) -> NextMoment:
    return lambda moment: max(moment, datetime.combine(on, at))


def _next_good(moment: datetime, good_from: time | None, good_to: time | None) -> datetime:
    opens, closes = good_from or time.min, good_to or END_OF_DAY
    if opens >= closes or opens <= moment.time() < closes:
        return moment
    if moment.time() >= opens:
        moment += timedelta(days=1)
    return datetime.combine(moment.date(), opens)
