"""The next step after a call, by how it ended (M-24 … M-27)."""

from dataclasses import dataclass, replace
from datetime import date, time

from followup_desktop.domain.cadence.planning import Cadence, Planned, agreed
from followup_desktop.domain.cadence.rules import RETRY_GAPS, Rule
from followup_desktop.domain.kinds import ALWAYS_FITS, KINDS, Kind, Outcome
from followup_desktop.domain.planned import PlannedFollowUp
from followup_desktop.domain.shop_time import (
    Now,
    PartOfDay,
    ShopCalendar,
    Stretch,
    part_of,
)

ANOTHER_PART = {
    PartOfDay.MORNING: (PartOfDay.AFTERNOON, PartOfDay.EVENING, PartOfDay.MIDDAY),
    PartOfDay.MIDDAY: (PartOfDay.AFTERNOON, PartOfDay.EVENING, PartOfDay.MORNING),
    PartOfDay.AFTERNOON: (PartOfDay.EVENING, PartOfDay.MORNING, PartOfDay.MIDDAY),
    PartOfDay.EVENING: (PartOfDay.MORNING, PartOfDay.AFTERNOON, PartOfDay.MIDDAY),
}
"""Where to go after a try that reached nobody. The late afternoon reaches most."""


@dataclass(frozen=True, slots=True)
class Tried:
    """The call that ended, and what stands around it."""

    kind: Kind
    rule: str = ""
    about: str = ""
    tries: int = 1
    """In a row without reaching them, this one included."""
    happened_on: date | None = None
    """The day of the visit it continues from."""
    marketing_tries: tuple[date, ...] = ()
    """The days of the tries that the region's cap counts, this one included."""
    good: Stretch | None = None
    """When the customer likes to be called."""
    next_of_event_on: date | None = None
    """When the next open follow-up about the same thing is due."""
    taken: frozenset[date] = frozenset()
    """Days on which somebody calls them about something else."""
    has_next: bool = False
    """Whether anything else is open for this customer, what was caught on the call included."""
    has_other_phone: bool = False


def after_call(
    outcome: Outcome,
    tried: Tried,
    now: Now,
    cadence: Cadence,
    *,
    call_back_on: date | None = None,
    call_back_time: time | None = None,
) -> Planned:
    """What is proposed as next step; empty when one stands already, or none may be."""
    match outcome:
        case Outcome.NO_ANSWER | Outcome.LEFT_MESSAGE:
            return _try_again(tried, now, cadence)
        case Outcome.CALL_BACK_LATER if call_back_on is not None:
            called_back = agreed(Rule.CALL_BACK, call_back_on, call_back_time, about=tried.about)
            # A promise that is only put off by the customer stays that promise.
            keep = tried.kind if is_kept_up(tried.kind) else called_back[0].kind
            return (replace(called_back[0], kind=keep),)
        case Outcome.TALKED | Outcome.BOUGHT_ELSEWHERE if not tried.has_next:
            return cadence.plan(Rule.CHECK_IN, now.day)
        case Outcome.WRONG_NUMBER if tried.has_other_phone or is_kept_up(tried.kind):
            day = _free_day(cadence.calendar.next_open_day(now.day), tried, cadence.calendar)
            return (PlannedFollowUp(Rule.RETRY, tried.kind, day, about=tried.about),)
        case Outcome.WRONG_NUMBER:
            return cadence.plan(Rule.OTHER_WAY, now.day, about=tried.about)
        case _:
            return ()


def is_moved(outcome: Outcome, tried: Kind, planned: PlannedFollowUp) -> bool:
    """Whether `planned` is the tried follow-up itself at a new time, and not a new one."""
    has_talked = outcome in (Outcome.TALKED, Outcome.BOUGHT_ELSEWHERE)
    return planned.kind is tried and not has_talked


def _try_again(tried: Tried, now: Now, cadence: Cadence) -> Planned:
    if not is_kept_up(tried.kind) and tried.tries >= cadence.settings.max_tries:
        return cadence.plan(Rule.REST_OVER, now.day, about=tried.about)
    day, rule = _next_try_day(tried, now, cadence)
    is_asked_anyway = tried.next_of_event_on is not None and tried.next_of_event_on <= day
    if is_asked_anyway and not is_kept_up(tried.kind):
        return ()
    return (
        PlannedFollowUp(
            rule=rule,
            kind=tried.kind,
            due_on=day,
            due_time=another_part(day, now.time, cadence.calendar, tried.good),
            about=tried.about,
        ),
    )


def is_kept_up(kind: Kind) -> bool:
    """What was promised, or went wrong, is tried every day until somebody is reached (M-38)."""
    return KINDS[kind].rank in ALWAYS_FITS


def _next_try_day(tried: Tried, now: Now, cadence: Cadence) -> tuple[date, Rule]:
    calendar, settings = cadence.calendar, cadence.settings
    gap = 1 if is_kept_up(tried.kind) else RETRY_GAPS[min(tried.tries, len(RETRY_GAPS)) - 1]
    day, rule = calendar.open_days_after(now.day, gap), Rule.RETRY
    if tried.rule == Rule.LEFT_NEXT_DAY and settings.is_on(Rule.LEFT_DAY_3):
        third = settings.day(Rule.LEFT_DAY_3, tried.happened_on or now.day)
        day, rule = max(calendar.next_open_day(now.day), third), Rule.LEFT_DAY_3
    if KINDS[tried.kind].marketing:
        day = settings.cap.next_day(day, tried.marketing_tries) if settings.cap else day
    return _free_day(calendar.open_day_on_or_after(day), tried, calendar), rule


def _free_day(day: date, tried: Tried, calendar: ShopCalendar) -> date:
    """Nobody is called twice on one day: whatever else is planned keeps its day, and the next try
    goes to the next open one that is free. What was promised or is wrong doesn't wait."""
    taken = frozenset() if is_kept_up(tried.kind) else tried.taken
    while day in taken and (later := calendar.next_open_day(day)) > day:
        day = later
    return day


def another_part(
    day: date, tried_at: time, calendar: ShopCalendar, good: Stretch | None = None
) -> time | None:
    """From when on to try on `day`: in another part of the day than the last time.

    The customer's good times go before that. None when the shop's day has no other part.
    """
    starts = {
        part: start
        for part in ANOTHER_PART[part_of(tried_at)]
        if (start := calendar.start_of(part, day)) is not None
    }
    opens, closes = good or (time.min, time.min)
    if opens < closes:
        suits = {part: max(start, opens) for part, start in starts.items() if start < closes}
        starts = {part: at for part, at in suits.items() if part_of(at) is part}
    return next(iter(starts.values()), None)
