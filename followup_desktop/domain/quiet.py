"""The quiet rules: why a follow-up whose day has come still waits, and until when (M-47)."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import ALWAYS_FITS, KINDS, Kind, Rank
from followup_desktop.domain.resting import DECLINED_DAYS, TriesCap
from followup_desktop.domain.shop_time import END_OF_DAY, Now, ShopCalendar, days_after
from followup_desktop.domain.today import Waits

TALK_REST_DAYS = 7
"""At most one reached marketing talk within so many days."""

HOURS = frozenset({Waits.SHOP_CLOSED, Waits.CALLING_HOURS, Waits.THEIR_NIGHT, Waits.GOOD_TIME})
"""What a promise may be kept in spite of, with a reason."""

DEADLINES = frozenset({Kind.PROMISE, Kind.PROBLEM, Kind.LATE_ORDER, Kind.ORDER_CHECK})
"""Their time says by when, not from when on: doing it sooner is fine."""

OFFERS = frozenset({Kind.SOMETHING_NEW, Kind.TIME_TO_RENEW})
"""They ask whether somebody would like something, so a no keeps them away for a while (M-50)."""

PRESSING = ALWAYS_FITS | {Rank.ORDERS}
"""May be tried more than once a day."""

FOREVER = 14
"""When two rules push each other on for so many days, only a person can end the wait."""


@dataclass(frozen=True, slots=True)
class Wait:
    why: Waits
    until: datetime | None
    """The shop's local time; None where only a person can end the wait."""


NextMoment = Callable[[datetime], datetime]


@dataclass(frozen=True, slots=True)
class Lately:
    """What took place with one customer, as far as it makes the next call wait."""

    talked_on: date | None = None
    """The day of the last reached marketing talk."""
    tried_on: date | None = None
    """The day of the last try of any kind that reached nobody."""
    marketing_calls: tuple[date, ...] = ()
    """Reached or not: what a region's cap counts."""
    declined_on: date | None = None


NOTHING_LATELY = Lately()


def nowhere_else(zones: str) -> tuple[timedelta, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class QuietRules:
    """What holds for the whole list at one moment."""

    shop: ShopCalendar
    calling: ShopCalendar
    """The hours in which one may call, at the place of whoever is called."""
    asks_permission: bool = False
    """The region wants a yes before a marketing call; "never asked" isn't one."""
    lately: Mapping[int, Lately] = field(default_factory=dict)
    """By customer."""
    cap: TriesCap | None = None
    """The region's."""
    paused: frozenset[Kind] = frozenset()
    """What the shop put aside for a while."""
    ahead: Callable[[str], tuple[timedelta, ...]] = nowhere_else
    """By how much the clocks in a phone's time zones are ahead of the shop's, where they differ."""

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
        if KINDS[due.kind].marketing:
            if due.dont_call:
                return Waits.DONT_CALL
            is_asked = due.may_call is None and not self.asks_permission
            if not (due.may_call or is_asked):
                return Waits.NO_PERMISSION
        return Waits.PAUSED if due.kind in self.paused else None

    def _rules(self, due: DueFollowUp, now: Now) -> Iterator[tuple[Waits, NextMoment]]:
        yield from self._room(due)
        if not due.despite:  # a clerk gave their word, and said why
            yield from self._hours(due, now)
        is_today = due.due_on == now.day
        if is_today and due.due_time is not None and due.kind not in DEADLINES:
            yield Waits.LATER_TODAY, _not_before(due.due_on, due.due_time)

    def _room(self, due: DueFollowUp) -> Iterator[tuple[Waits, NextMoment]]:
        """Nobody is called again too soon."""
        lately = self.lately.get(due.customer_id, NOTHING_LATELY)
        if KINDS[due.kind].marketing:
            if lately.talked_on is not None:
                yield Waits.TALKED_LATELY, _from(days_after(lately.talked_on, TALK_REST_DAYS))
            if due.rests_until is not None:
                yield Waits.RESTS, _from(due.rests_until)
            if self.cap is not None and len(lately.marketing_calls) >= self.cap.tries:
                allowed = self.cap.next_day(date.min, lately.marketing_calls)
                yield Waits.TRIED_OFTEN, _from(allowed)
        if due.kind in OFFERS and lately.declined_on is not None:
            yield Waits.DECLINED, _from(days_after(lately.declined_on, DECLINED_DAYS))
        if due.rank not in PRESSING and lately.tried_on is not None:
            yield Waits.TRIED_TODAY, _from(days_after(lately.tried_on, 1))

    def _hours(self, due: DueFollowUp, now: Now) -> Iterator[tuple[Waits, NextMoment]]:
        yield Waits.SHOP_CLOSED, lambda moment: self.shop.next_opening(moment) or moment
        for ahead in self.ahead(due.zones) or (timedelta(),):
            why = Waits.THEIR_NIGHT if ahead else Waits.CALLING_HOURS
            yield why, self._calling_at(ahead)
        if not (due.is_timed and due.due_on == now.day):  # a time they agreed to suits them
            yield Waits.GOOD_TIME, lambda moment: _next_good(moment, due.good_from, due.good_to)

    def _calling_at(self, ahead: timedelta) -> NextMoment:
        """The next moment in the hours at a place whose clocks are ahead by so much."""

        def next_moment(moment: datetime) -> datetime:
            there = self.calling.next_opening(moment + ahead)
            return moment if there is None else there - ahead

        return next_moment


def _from(day: date) -> NextMoment:
    return _not_before(day, time.min)


def _not_before(on: date, at: time) -> NextMoment:
    return lambda moment: max(moment, datetime.combine(on, at))


def _next_good(moment: datetime, good_from: time | None, good_to: time | None) -> datetime:
    opens, closes = good_from or time.min, good_to or END_OF_DAY
    if opens >= closes or opens <= moment.time() < closes:
        return moment
    if moment.time() >= opens:
        moment += timedelta(days=1)
    return datetime.combine(moment.date(), opens)
