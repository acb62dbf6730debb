"""What is to be announced now, and until when nothing changes (M-59 … M-63). The tray's rules.

Nothing is planned ahead: at any moment the answer follows from the follow-ups, from what was said
before, and from the clock as it stands. So sleep, a changed clock, a night in which the clocks
change and another time zone heal by themselves. A notice that was said of a version is never said
of it again, whatever the clock reads afterwards.

* A promise with a time is announced ten minutes before it and at its time, another follow-up with
  a time at its time. All others are announced together, at the shop's next follow-up time.
* What the quiet rules hold back, or a clerk who is busy, is announced once that is over.
* What was announced stands until somebody answers: does it, puts it off, or puts it away. Only a
  clock that was set back to an earlier day hides it until its own day comes again.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import Rank
from followup_desktop.domain.notice import Notice
from followup_desktop.domain.putting_off import busy_now
from followup_desktop.domain.quiet import QuietRules
from followup_desktop.domain.reminder import Announcement, Look, Remindable, Told
from followup_desktop.domain.shop_time import CLOCK_SLACK, END_OF_DAY, Now, ShopCalendar, days_after

SOON = timedelta(minutes=10)
"""How long before its time a promise is announced."""
NO_TIME_LEFT = timedelta(minutes=30)
"""What is planned for the same day after its last follow-up time is announced so much later."""
LATE = timedelta(minutes=15)
"""Said so much after its moment, it came up while nobody could be told."""


def look(
    all_of_them: Iterable[Remindable], now: Now, rules: QuietRules, busy_until: datetime | None
) -> Look:
    """`all_of_them`: open, and due by tomorrow's first minutes; those whose last notice was put
    away may be left out, except promises that were only announced beforehand."""
    return sum_up([state_of(one, now, rules) for one in all_of_them], now, busy_until)


def sum_up(of_all: Iterable["State"], now: Now, busy_until: datetime | None) -> Look:
    """`look`, from states that were found a few at a time: five thousand take a while."""
    busy = busy_now(busy_until, now)
    states = sorted(of_all, key=_order)
    fresh = [state.announcement for state in states if state.announcement is not None]
    standing = [state for state in states if state.stands or (state.announcement and not busy)]
    coming = [state.next_at for state in states if state.next_at is not None]
    return Look(
        fresh=() if busy else tuple(fresh),
        standing=tuple(state.due.id for state in standing),
        is_quiet=busy is not None or not any(state.may_show for state in standing),
        late=sum(state.is_late for state in standing),
        come_up=tuple(state.due.id for state in states if state.has_come_up),
        put_off=sum(state.back_at is not None for state in states),
        back_at=min((state.back_at for state in states if state.back_at), default=None),
        next_at=min([*coming, _next_day(now), *([busy] if busy else [])]),
    )


def looks_ahead_to(now: Now) -> datetime:
    """Follow-ups that are due by this day may have something to say."""
    return now.local + SOON


@dataclass(frozen=True, slots=True)
class State:
    """One follow-up at one moment."""

    due: DueFollowUp
    announcement: Announcement | None = None
    """There is something to say that was never said."""
    stands: bool = False
    """Said, and not answered."""
    may_show: bool = False
    """No quiet rule holds it back."""
    has_come_up: bool = False
    is_late: bool = False
    back_at: datetime | None = None
    """It is put off until then."""
    next_at: datetime | None = None


def state_of(one: Remindable, now: Now, rules: QuietRules) -> State:
    moments = _moments(one, now, rules.shop)
    coming = next((at for _, at in moments if at > now.local), None)
    reached = [(notice, at) for notice, at in moments if at <= now.local]
    notice, at = reached[-1] if reached else (None, now.local)
    if notice is not None and _is_new(notice, one.told):
        return _not_said_yet(one, notice, at, coming, now, rules)
    if one.told is not None:
        return _said(one.due, one.told, at, coming, now, rules)
    return State(one.due, next_at=coming)


def _is_new(notice: Notice, told: Told | None) -> bool:
    return told is None or (told.notice is Notice.SOON and notice is Notice.DUE)


def _not_said_yet(
    one: Remindable, notice: Notice, at: datetime, coming: datetime | None,
    now: Now, rules: QuietRules,
) -> State:  # fmt: skip
    due, told = one.due, one.told
    # What was said of a promise beforehand holds until its time is announced.
    before = State(due, next_at=coming)
    if told is not None:
        before = _said(due, told, at, coming, now, rules)
    if wait := rules.wait(_as_rung(due, notice), now):
        return replace(before, next_at=_sooner(wait.until, before.next_at))
    return replace(
        before,
        announcement=Announcement(due.id, due.version, notice),
        may_show=True,
        has_come_up=True,
        back_at=None,
        is_late=_is_late(due, notice, at, now.local, now, rules),
    )


def _said(
    due: DueFollowUp, told: Told, at: datetime, coming: datetime | None,
    now: Now, rules: QuietRules,
) -> State:  # fmt: skip
    """It stands until it is answered, whatever the clock reads meanwhile."""
    if told.is_dismissed:
        return State(due, has_come_up=True, next_at=coming)
    if until := _snoozed_until(told, now):
        return State(due, back_at=until, next_at=_sooner(until, coming))
    if told.snoozed_until is not None and told.snoozed_until > now.local:
        # The clock was set back; once it has caught up, the snooze holds again.
        coming = _sooner(coming, _local(told.at - CLOCK_SLACK, now))
    wait = rules.wait(_as_rung(due, told.notice), now)
    return State(
        due,
        stands=True,
        may_show=wait is None,
        has_come_up=True,
        is_late=_is_late(due, told.notice, at, _local(told.at, now), now, rules),
        next_at=_sooner(wait.until if wait else None, coming),
    )


# The moments of a follow-up -----------------------------------------------------------------------


def _moments(one: Remindable, now: Now, shop: ShopCalendar) -> list[tuple[Notice, datetime]]:
    """When something is to be said of it, if nothing holds it back."""
    due = one.due
    if due.due_time is None or not due.is_timed:
        return [(Notice.DUE, _together(one, now, shop))]
    at = datetime.combine(due.due_on, due.due_time)
    if due.rank is Rank.PROMISES:
        return [(Notice.SOON, at - SOON), (Notice.DUE, at)]
    return [(Notice.DUE, at)]


def _together(one: Remindable, now: Now, shop: ShopCalendar) -> datetime:
    """The first of the shop's follow-up times from when on it suits and was planned."""
    suits = datetime.combine(one.due.due_on, one.due.due_time or time.min)
    planned = _local(one.created_at, now)
    # A row from the future is one from before the clock was set back: it says nothing.
    since = max(suits, planned) if one.created_at <= now.utc else suits
    day = shop.open_day_on_or_after(since.date())
    from_when = since.time() if day == since.date() else time.min
    for at in sorted(shop.follow_up_times):
        if at >= from_when:
            return datetime.combine(day, at)
    return since if since == suits else since + NO_TIME_LEFT


def _as_rung(due: DueFollowUp, notice: Notice) -> DueFollowUp:
    """Beforehand the time itself is no reason to wait."""
    return replace(due, due_time=None) if notice is Notice.SOON else due


def _order(state: State) -> tuple[int, date, time, int]:
    """As in the day's list: rank, the longest overdue, its time, its id."""
    due = state.due
    return due.rank, due.due_on, due.due_time or END_OF_DAY, due.id


# What a person answered ---------------------------------------------------------------------------


def _snoozed_until(told: Told, now: Now) -> datetime | None:
    """None: it isn't put off, or no longer."""
    if told.snoozed_until is None or told.snoozed_until <= now.local:
        return None
    return None if now.utc < told.at - CLOCK_SLACK else told.snoozed_until


# Time ---------------------------------------------------------------------------------------------


def _is_late(
    due: DueFollowUp, notice: Notice, at: datetime, said_at: datetime, now: Now, rules: QuietRules
) -> bool:
    """It could have been said long before it was."""
    if said_at - at < LATE:
        return False
    then = Now(utc=now.utc - (now.local - at), local=at)
    wait = rules.wait(_as_rung(due, notice), then)
    could = at if wait is None else wait.until
    return could is not None and said_at - could >= LATE


def _local(moment: datetime, now: Now) -> datetime:
    return now.local - (now.utc - moment)


def _sooner(one: datetime | None, other: datetime | None) -> datetime | None:
    return min((at for at in (one, other) if at is not None), default=None)


def _next_day(now: Now) -> datetime:
    """The next midnight, or the minutes before it in which a promise may be announced."""
    midnight = datetime.combine(days_after(now.day, 1), time.min)
    return midnight - SOON if now.local < midnight - SOON else midnight


def still_holds(asked: Now, next_at: datetime, now: Now) -> bool:
    """Whether an answer of `look` is still the answer, when nothing was written meanwhile: its
    time hasn't come, and the clock went on as clocks do."""
    by_utc, by_wall = now.utc - asked.utc, now.local - asked.local
    went_on = by_utc >= timedelta() and abs(by_wall - by_utc) < timedelta(minutes=1)
    return went_on and now.local < next_at
