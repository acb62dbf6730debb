"""What a given word plans: promises (M-18, M-38), problems (M-39), referrals (M-19, M-40)."""

from dataclasses import replace
from datetime import date, time

from followup_desktop.domain.cadence.planning import Cadence, Planned, agreed
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.shop_time import Now


def after_promise(what: str, due_on: date, due_time: time | None) -> Planned:
    return agreed(Rule.PROMISE_DUE, due_on, due_time, about=what)


def after_problem(
    what: str,
    now: Now,
    cadence: Cadence,
    *,
    put_right_by: date | None = None,
    put_right_time: time | None = None,
) -> Planned:
    """A call the same day, then on the day they were told.

    When that day is today, one call does. After closing time the same day is the next open one.
    """
    opening = cadence.calendar.next_opening(now.local) or now.local
    same_day = tuple(
        replace(one, moved_from=None if one.due_on == now.day else now.day)
        for one in cadence.plan(
            Rule.PROBLEM_SAME_DAY, now.day, about=what, not_before=opening.date()
        )
    )
    if put_right_by is None:
        return same_day
    told = agreed(Rule.PROBLEM_BY_DATE, put_right_by, put_right_time, about=what)
    return tuple(one for one in same_day if one.due_on < put_right_by) + told


def problem_solved(what: str, on: date, cadence: Cadence) -> Planned:
    """Once more, to see that it stayed so."""
    return cadence.plan(Rule.PROBLEM_STAYED_SO, on, about=what)


def after_referral(what_for: str, on: date, cadence: Cadence, *, may_call: bool) -> Planned:
    """For the referred person. Without leave to call they are asked to ring us, and wait for it."""
    return cadence.plan(Rule.REFERRAL_NEXT_DAY, on, about=what_for) if may_call else ()


def referral_bore_fruit(name: str, on: date, cadence: Cadence) -> Planned:
    """For the referrer: something came of it, so say thank you."""
    return cadence.plan(Rule.THANK_REFERRER, on, about=name)
