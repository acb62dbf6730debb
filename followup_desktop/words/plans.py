"""What a planned follow-up will ask, in one short sentence: "How do you feel about it?"."""

from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.planned import PlannedFollowUp
from followup_desktop.words import N_, _, codes
from followup_desktop.words.letters import upper_first

_RULES = {
    Rule.DAY_AFTER: N_("How do you feel about it?"),
    Rule.TWO_WEEKS: N_("Two weeks on: anything to adjust?"),
    Rule.ONE_MONTH: N_("A month on: anything to adjust?"),
    Rule.TWO_MONTHS: N_("Two months on: still a good choice?"),
    Rule.LIGHT_CHECK: N_("Two weeks on: is all well?"),
    Rule.LIGHT_THANKS: N_("A thank you, with nothing to sell in it"),
    Rule.LEFT_NEXT_DAY: N_("Thank you for looking. What would help?"),
    Rule.LEFT_DAY_3: N_("A second try, another part of the day"),
    Rule.LEFT_DAY_10: N_("Still thinking about it?"),
    Rule.LEFT_DAY_30: N_("A last friendly word"),
    Rule.ORDER_READY: N_("Is it ready, complete, as promised?"),
    Rule.ORDER_NO_DATE: N_("How far is it? When will it be ready?"),
    Rule.ORDER_RECEIVED: N_("Did it arrive, complete and intact?"),
    Rule.ORDER_LATE: N_("Tell them before they ask"),
    Rule.PROBLEM_SAME_DAY: N_("Say that you are on it"),
    Rule.PROBLEM_BY_DATE: N_("Is it put right, as we said?"),
    Rule.PROBLEM_STAYED_SO: N_("Has it stayed right?"),
    Rule.RETRY: N_("Try again, another part of the day"),
    Rule.OTHER_WAY: N_("Try another way to reach them"),
    Rule.REST_OVER: N_("A fresh try, after a rest"),
    Rule.CALL_BACK: N_("Call back, as they asked"),
    Rule.YEARLY_THANKS: N_("A year with you. Say thank you"),
    Rule.CHECK_IN: N_("See how they are doing"),
}

_RULES_ABOUT = {
    Rule.AFTER_OCCASION: N_("{about}: how did it go?"),
    Rule.PROMISE_DUE: N_("{about}"),
    Rule.PROBLEM_BY_DATE: N_("Is it put right? {about}"),
    Rule.REFERRAL_NEXT_DAY: N_("First hello: {about}"),
    Rule.THANK_REFERRER: N_("Thank them for sending {about}"),
    Rule.CALL_BACK: N_("Call back: {about}"),
    Rule.DATE_BEFORE: N_("{about} is near"),
    Rule.DATE_ON: N_("{about}"),
    Rule.CHECK_IN: N_("{about}"),
}

_RULES_OF_ITEM = {
    Rule.DAY_AFTER: N_("{item}: how do you feel about it?"),
    Rule.TWO_WEEKS: N_("{item}, two weeks on: anything to adjust?"),
    Rule.ONE_MONTH: N_("{item}, a month on: anything to adjust?"),
    Rule.TWO_MONTHS: N_("{item}, two months on: still a good choice?"),
    Rule.LIGHT_CHECK: N_("{item}, two weeks on: is all well?"),
}

_KINDS = {
    Kind.PROMISE: N_("Keep the promise"),
    Kind.AFTER_OCCASION: N_("How did the day go?"),
    Kind.REFERRAL: N_("First hello"),
    Kind.THANK_REFERRER: N_("Thank them for the introduction"),
    Kind.DATE: N_("A day of theirs"),
}


def sentence(planned: PlannedFollowUp) -> str:
    """What the follow-up is there for."""
    rule = Rule(planned.rule) if planned.rule in set(Rule) else None
    if planned.about and rule in _RULES_ABOUT:
        return upper_first(_(_RULES_ABOUT[rule]).format(about=planned.about))
    if planned.item and rule in _RULES_OF_ITEM:
        return _(_RULES_OF_ITEM[rule]).format(item=upper_first(planned.item))
    if rule is Rule.RETRY and planned.due_time is None:
        return _("Try again")
    if rule in _RULES:
        return _(_RULES[rule])
    if planned.about:
        return upper_first(planned.about)
    return _(_KINDS[planned.kind]) if planned.kind in _KINDS else codes.kind(planned.kind)
