"""Which open follow-ups an event closes or moves, because nobody needs them as they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from followup_desktop.domain.cadence.planning import Cadence, Planned
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import KINDS, NOT_BOUGHT_YET, Kind
from followup_desktop.domain.shop_time import days_after


class ClosedWhy(StrEnum):
    """Stored with a follow-up that an event closed."""

    TALKED = "talked"
    BOUGHT = "bought"
    CAME_AGAIN = "came_again"
    BOUGHT_ELSEWHERE = "bought_elsewhere"
    DONT_CALL = "dont_call"
    RESTS = "rests"
    ANSWERED = "answered"
    """What it was to ask is known: the order went on, the problem is solved."""
    RULE_OFF = "rule_off"
    """The shop switched off the rule that had planned it, or another one took its day."""
    CANCELLED = "cancelled"
    """What it was about will not be: an order, a promise, a referral that was taken back."""


@dataclass(frozen=True, slots=True)
class OpenFollowUp:
    id: int
    kind: Kind
    rule: str
    due_on: date
    same_event: bool = False
    """It belongs to the same purchase, visit or referral as what was talked about."""


@dataclass(frozen=True, slots=True)
class Needless:
    """Close it, or move it when there is a day to move it to."""

    id: int
    why: ClosedWhy
    move_to: date | None = None


NOT_IN_TOUCH = frozenset({Kind.LONG_SILENCE, Kind.HARD_TO_REACH})
HOW_IS_IT = frozenset({Kind.DAY_AFTER, Kind.TWO_WEEKS, Kind.TWO_MONTHS}) | NOT_BOUGHT_YET
"""They all ask how somebody feels about one thing."""

FRESH_DAYS = 3
"""So long a talk about something stands in for the next call about it."""
ROOM_DAYS = 30
"""A check-in sooner than this after a talk moves away from it."""


def after_talking(
    open_ones: Iterable[OpenFollowUp], on: date, cadence: Cadence
) -> tuple[Needless, ...]:
    """What a reached contact on `on` makes needless (M-31). What the call itself took up aside.

    Promises, problems, orders, dates and thanks stay: a talk doesn't keep them.
    """
    check_in_on = cadence.calendar.open_day_on_or_after(cadence.settings.day(Rule.CHECK_IN, on))
    answers = []
    for one in open_ones:
        if _was_talked_about(one, on):
            answers.append(Needless(one.id, ClosedWhy.TALKED))
        elif one.kind is Kind.CHECK_IN and one.due_on < min(days_after(on, ROOM_DAYS), check_in_on):
            answers.append(Needless(one.id, ClosedWhy.TALKED, move_to=check_in_on))
    return tuple(answers)


def _was_talked_about(one: OpenFollowUp, on: date) -> bool:
    if one.kind in NOT_IN_TOUCH or one.kind is Kind.REFERRAL:
        return True  # they have said hello by now, whoever rang
    if not one.same_event:
        return False
    if one.rule == Rule.LEFT_DAY_3:
        return True  # only there because nobody had been reached
    if one.kind is Kind.AFTER_OCCASION:
        return one.due_on <= on
    return one.kind in HOW_IS_IT and one.due_on <= days_after(on, FRESH_DAYS)


def after_coming_in(
    open_ones: Iterable[OpenFollowUp], on: date, *, bought: bool, planned: Planned = ()
) -> tuple[Needless, ...]:
    """A new visit takes over from what an earlier one without buying, or a referral, left open.
    Who buys again was asked how the last thing is while they stood there. `planned`: by the visit
    itself; nobody is thanked twice, nor asked about two things in two calls on one day."""
    why = ClosedWhy.BOUGHT if bought else ClosedWhy.CAME_AGAIN
    kept = [one for one in planned if one.is_on]
    asked_on = {one.due_on for one in kept if one.kind in HOW_IS_IT}
    is_asked_tomorrow = any(one.kind is Kind.DAY_AFTER for one in kept)
    is_thanked = any(one.kind is Kind.THANK_YOU for one in kept)

    def is_needless(one: OpenFollowUp) -> bool:
        if one.kind in _TAKEN_OVER:
            return True
        if one.kind in HOW_IS_IT:
            was_asked = bought and one.due_on <= days_after(on, FRESH_DAYS)
            if one.kind is Kind.DAY_AFTER:  # about what they may have bought an hour ago
                was_asked = was_asked and is_asked_tomorrow
            return was_asked or one.due_on in asked_on
        return is_thanked and one.kind is Kind.THANK_YOU and one.rule in _THANKS

    return tuple(Needless(one.id, why) for one in open_ones if is_needless(one))


_TAKEN_OVER = NOT_BOUGHT_YET | NOT_IN_TOUCH | {Kind.REFERRAL}
_THANKS = frozenset({Rule.LIGHT_THANKS, Rule.YEARLY_THANKS})


def after_buying_elsewhere(open_ones: Iterable[OpenFollowUp]) -> tuple[Needless, ...]:
    """Closed kindly: nobody asks again what they decided (M-27)."""
    return tuple(
        Needless(one.id, ClosedWhy.BOUGHT_ELSEWHERE)
        for one in open_ones
        if one.kind in NOT_BOUGHT_YET or one.kind in NOT_IN_TOUCH
    )


def after_refusal(open_ones: Iterable[OpenFollowUp]) -> tuple[Needless, ...]:
    """ "Please don't call" closes every marketing follow-up at once; service stays (M-28)."""
    return tuple(
        Needless(one.id, ClosedWhy.DONT_CALL) for one in open_ones if KINDS[one.kind].marketing
    )


def while_resting(open_ones: Iterable[OpenFollowUp], until: date) -> tuple[Needless, ...]:
    """After the last try nobody is rung for marketing until the rest is over (M-25)."""
    return tuple(
        Needless(one.id, ClosedWhy.RESTS)
        for one in open_ones
        if KINDS[one.kind].marketing and one.due_on < until
    )
