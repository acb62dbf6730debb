"""Why this call, and why now: one line for each kind (M-46)."""

from collections.abc import Callable
from datetime import date

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import Kind
from followup_desktop.words import _, days
from followup_desktop.words.letters import upper_first
from followup_desktop.words.second_person import lower_first


def line(due: DueFollowUp, today: date) -> str:
    return _LINES[due.kind](due, today)


def ended(line: str) -> str:
    """A line as a whole sentence, so that another can follow it."""
    return line if line.endswith((".", "?", "…")) else _("{sentence}.").format(sentence=line)


def _promise(due: DueFollowUp, today: date) -> str:
    if due.about and due.promised_on is not None and due.promised_on < today:
        return _("You promised by {day}: {about}. Say sorry first").format(
            day=days.near_day(due.promised_on, today), about=due.about
        )
    if due.about:
        return _("You promised: {about}").format(about=due.about)
    return _("You promised to call")


def _call_back(due: DueFollowUp, today: date) -> str:
    if due.about:
        return _("Asked to be called back: {about}").format(about=due.about)
    return _("Asked to be called back")


def _problem(due: DueFollowUp, today: date) -> str:
    if due.about:
        return _("Something is wrong: {about}").format(about=due.about)
    return _("Something was wrong. See that it is right now")


def _late_order(due: DueFollowUp, today: date) -> str:
    item = _item(due)
    if due.promised_on is not None:
        return _("{item}, promised for {day}. Tell them before they ask").format(
            item=item, day=days.near_day(due.promised_on, today)
        )
    return _("{item} is late. Tell them before they ask").format(item=item)


def _order_check(due: DueFollowUp, today: date) -> str:
    item = _item(due)
    if due.promised_on is not None:
        return _("{item}, promised for {day}. Is everything in order?").format(
            item=item, day=days.near_day(due.promised_on, today)
        )
    return _("{item}. Is everything in order?").format(item=item)


def _day_after(due: DueFollowUp, today: date) -> str:
    if due.occasion and due.happened_on is not None:
        return _("{item} for {occasion}, {day}. How does it feel?").format(
            item=_item(due), occasion=due.occasion, day=days.near_day(due.happened_on, today)
        )
    if due.happened_on is not None:
        return _("{item}, {day}. How does it feel?").format(
            item=_item(due), day=days.near_day(due.happened_on, today)
        )
    return _("{item}. How does it feel?").format(item=_item(due))


def _two_weeks(due: DueFollowUp, today: date) -> str:
    return _("{item}, two weeks on. Anything to adjust?").format(item=_item(due))


def _two_months(due: DueFollowUp, today: date) -> str:
    return _("{item}, two months on. Still a good choice?").format(item=_item(due))


def _after_occasion(due: DueFollowUp, today: date) -> str:
    occasion = upper_first(due.occasion or due.about)
    if not occasion:
        return _("The day it was for has passed. How did it go?")
    if due.occasion_on is not None:
        return _("{occasion}, {day}. How did it go?").format(
            occasion=occasion, day=days.near_day(due.occasion_on, today)
        )
    return _("{occasion}. How did it go?").format(occasion=occasion)


def _left(due: DueFollowUp, today: date) -> str:
    looked_at = due.item or due.about
    if looked_at:
        return _("Looked at {item}, left to think").format(item=lower_first(looked_at))
    return _("Came in, left to think")


def _referral(due: DueFollowUp, today: date) -> str:
    if due.about and due.sent_by:
        return _("{about}. Thank {referrer} after").format(
            about=upper_first(due.about), referrer=due.sent_by
        )
    if due.sent_by:
        return _("First hello. Thank {referrer} after").format(referrer=due.sent_by)
    return upper_first(due.about) or _("First hello")


def _thank_referrer(due: DueFollowUp, today: date) -> str:
    if due.about:
        return _("Sent {name}. Say thank you").format(name=due.about)
    return _("Sent somebody to us. Say thank you")


def _hard_to_reach(due: DueFollowUp, today: date) -> str:
    return _with_about(due, _("Not reached yet: {about}"), _("Not reached yet"))


def _something_new(due: DueFollowUp, today: date) -> str:
    return _with_about(due, _("Something new: {about}"), _("Something new is in"))


def _time_to_renew(due: DueFollowUp, today: date) -> str:
    # Of several things that were bought together the one that it is about.
    item = due.about or due.item
    if not item:
        return _("Time to renew")
    return _("{item}: time to look at it again").format(item=upper_first(item))


def _thank_you(due: DueFollowUp, today: date) -> str:
    return _with_about(due, _("{about}"), _("Say thank you, with nothing to sell in it"))


def _date(due: DueFollowUp, today: date) -> str:
    name = upper_first(due.about or due.occasion) or _("A date of theirs")
    if due.occasion_on is not None:
        return _("{name}, {day}").format(name=name, day=days.near_day(due.occasion_on, today))
    return name


def _long_silence(due: DueFollowUp, today: date) -> str:
    if due.last_contact_at is None:
        return _("Nobody has called yet")
    day = days.day(days.local_day(due.last_contact_at), today)
    return _("Not heard from us since {day}").format(day=day)


def _check_in(due: DueFollowUp, today: date) -> str:
    return _with_about(due, _("{about}"), _("See how they are doing"))


def _with_about(due: DueFollowUp, known: str, unknown: str) -> str:
    return known.format(about=upper_first(due.about)) if due.about else unknown


def _item(due: DueFollowUp) -> str:
    return upper_first(due.item or due.about) or _("The purchase")


_LINES: dict[Kind, Callable[[DueFollowUp, date], str]] = {
    Kind.PROMISE: _promise,
    Kind.CALL_BACK: _call_back,
    Kind.PROBLEM: _problem,
    Kind.LATE_ORDER: _late_order,
    Kind.ORDER_CHECK: _order_check,
    Kind.DAY_AFTER: _day_after,
    Kind.TWO_WEEKS: _two_weeks,
    Kind.TWO_MONTHS: _two_months,
    Kind.AFTER_OCCASION: _after_occasion,
    Kind.LEFT_FIRST: _left,
    Kind.LEFT_SECOND: _left,
    Kind.LEFT_LATER: _left,
    Kind.REFERRAL: _referral,
    Kind.THANK_REFERRER: _thank_referrer,
    Kind.HARD_TO_REACH: _hard_to_reach,
    Kind.SOMETHING_NEW: _something_new,
    Kind.TIME_TO_RENEW: _time_to_renew,
    Kind.THANK_YOU: _thank_you,
    Kind.DATE: _date,
    Kind.LONG_SILENCE: _long_silence,
    Kind.CHECK_IN: _check_in,
}
