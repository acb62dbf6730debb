"""The guided call in words: purposes, detours, outcomes, what is known, what is worth asking."""

from datetime import date

from followup_desktop.domain.call import CaughtKind, Known, KnownCode
from followup_desktop.domain.kinds import (
    CallStep,
    Detour,
    Direction,
    Feeling,
    Outcome,
    PhoneKind,
    Purpose,
    PurposeReached,
    ReferralState,
)
from followup_desktop.words import N_, _, days
from followup_desktop.words.letters import upper_first
from followup_desktop.words.second_person import inside, item

_PURPOSES = {
    Purpose.REFERRAL: N_("A referral"),
    Purpose.NEXT_PURCHASE: N_("A next purchase"),
    Purpose.RELATIONSHIP: N_("Build the relationship"),
    Purpose.LEARN: N_("Learn"),
    Purpose.ARRIVED: N_("See that it all arrived"),
    Purpose.KEEP_PROMISE: N_("Keep a promise"),
    Purpose.PUT_RIGHT: N_("Put a problem right"),
    Purpose.THANK: N_("Thank them"),
    Purpose.SOMETHING_NEW: N_("Tell about something new"),
    Purpose.WIN_BACK: N_("Win them back"),
    Purpose.OWN_WORDS: N_("Another purpose…"),
}

_PURPOSE_LINES = {
    Purpose.REFERRAL: N_("Purpose: a referral"),
    Purpose.NEXT_PURCHASE: N_("Purpose: a next purchase"),
    Purpose.RELATIONSHIP: N_("Purpose: build the relationship"),
    Purpose.LEARN: N_("Purpose: learn"),
    Purpose.ARRIVED: N_("Purpose: see that it all arrived"),
    Purpose.KEEP_PROMISE: N_("Purpose: keep a promise"),
    Purpose.PUT_RIGHT: N_("Purpose: put a problem right"),
    Purpose.THANK: N_("Purpose: thank them"),
    Purpose.SOMETHING_NEW: N_("Purpose: tell about something new"),
    Purpose.WIN_BACK: N_("Purpose: win them back"),
    Purpose.OWN_WORDS: N_("Purpose: in your own words"),
}

_DETOURS = {
    Detour.SOMETHING_WRONG: N_("Something is wrong"),
    Detour.NOT_A_GOOD_TIME: N_("Not a good time"),
    Detour.PRICE: N_("Price"),
    Detour.BOUGHT_ELSEWHERE: N_("Bought elsewhere"),
    Detour.JUST_CHATTING: N_("Just chatting"),
    Detour.DOESNT_REMEMBER: N_("Doesn’t remember"),
    Detour.WANTS_MANAGER: N_("Wants the manager"),
    Detour.NOT_THE_RIGHT_PERSON: N_("Not the right person"),
}

_OUTCOMES = {
    Outcome.TALKED: N_("Talked"),
    Outcome.NO_ANSWER: N_("No answer"),
    Outcome.LEFT_MESSAGE: N_("Left a message"),
    Outcome.CALL_BACK_LATER: N_("Call back later"),
    Outcome.BOUGHT_ELSEWHERE: N_("Bought elsewhere"),
    Outcome.WRONG_NUMBER: N_("Wrong number"),
    Outcome.DONT_CALL: N_("Please don’t call"),
}

_REACHED = {
    PurposeReached.REACHED: N_("Reached"),
    PurposeReached.PARTLY: N_("Partly"),
    PurposeReached.NOT_THIS_TIME: N_("Not this time"),
}

_FEELINGS = {
    Feeling.DELIGHTED: N_("Delighted"),
    Feeling.FINE: N_("Fine"),
    Feeling.UNHAPPY: N_("Unhappy"),
}

_STEPS = {
    CallStep.PURPOSE: N_("Purpose"),
    CallStep.SCRIPT: N_("Script"),
    CallStep.BRIDGE: N_("Bridge"),
    CallStep.CALL: N_("Call"),
    CallStep.WRAP_UP: N_("Wrap up"),
    CallStep.DONE: N_("Done"),
    CallStep.DROPPED: N_("Put aside"),
}

_CAUGHT = {
    CaughtKind.PROMISE: N_("Promise"),
    CaughtKind.REFERRAL: N_("Referral"),
    CaughtKind.PROBLEM: N_("Problem"),
    CaughtKind.DATE: N_("Date"),
    CaughtKind.FACT: N_("Good to know"),
}

_DIRECTIONS = {
    Direction.OUTBOUND: N_("We called"),
    Direction.INBOUND: N_("They called"),
    Direction.TEXT: N_("Text message"),
    Direction.IN_SHOP: N_("Talk in the shop"),
}

_PHONES = {
    PhoneKind.MOBILE: N_("Mobile"),
    PhoneKind.HOME: N_("Home"),
    PhoneKind.WORK: N_("Work"),
    PhoneKind.OTHER: N_("Other"),
}

_REFERRAL_STATES = {
    ReferralState.NAMED: N_("named"),
    ReferralState.MAY_CALL: N_("may be called"),
    ReferralState.ASKED_TO_RING: N_("asked to call us"),
    ReferralState.CALLED: N_("called"),
    ReferralState.CAME_IN: N_("came in"),
    ReferralState.BOUGHT: N_("bought"),
}

_KNOWN = {
    KnownCode.SAY_IT_LIKE: N_("Say “{text}”"),
    KnownCode.OCCASION: N_("For {text}"),
    KnownCode.FIRST_PURCHASE: N_("First purchase here"),
    KnownCode.LOYAL: N_("A loyal customer"),
    KnownCode.WORKS_AS: N_("Works as: {text}"),
    KnownCode.MET: N_("Met {text}"),
    KnownCode.LIKES: N_("Likes: {text}"),
    KnownCode.NOT_RIGHT: N_("Not right for them: {text}"),
    KnownCode.LEARNED: N_("{text}"),
    KnownCode.SENT_BY: N_("Sent by {text}"),
    KnownCode.LAST_TALK: N_("Last talk: “{text}”"),
    KnownCode.OPEN_PROMISE: N_("Promised: {text}"),
    KnownCode.OPEN_PROBLEM: N_("Something is wrong: {text}"),
    KnownCode.ORDER: N_("On order: {text}"),
    KnownCode.CARE_TIP: N_("To make it last: {text}"),
    KnownCode.BOUGHT: N_("{text}"),
    KnownCode.LEFT: N_("Looked at {text}"),
    KnownCode.DATE: N_("{text}"),
}

_KNOWN_ON = {
    KnownCode.BOUGHT: N_("{text}, bought {day}"),
    KnownCode.LEFT: N_("Looked at {text} {day}"),
    KnownCode.OCCASION: N_("For {text}, {day}"),
    KnownCode.DATE: N_("{text} on {day}"),
    KnownCode.LAST_TALK: N_("Last talk, {day}: “{text}”"),
    KnownCode.OPEN_PROMISE: N_("Promised for {day}: {text}"),
    KnownCode.ORDER: N_("On order: {text}, promised for {day}"),
}


def purpose(purpose: Purpose) -> str:
    return _(_PURPOSES[purpose])


def purpose_line(purpose: Purpose) -> str:
    """ "Purpose: a referral", over the question whether it was reached."""
    return _(_PURPOSE_LINES[purpose])


def detour(detour: Detour) -> str:
    return _(_DETOURS[detour])


def outcome(outcome: Outcome) -> str:
    return _(_OUTCOMES[outcome])


def reached(reached: PurposeReached) -> str:
    return _(_REACHED[reached])


def feeling(feeling: Feeling) -> str:
    return _(_FEELINGS[feeling])


def step(step: CallStep) -> str:
    return _(_STEPS[step])


def caught(kind: CaughtKind) -> str:
    return _(_CAUGHT[kind])


def direction(direction: Direction) -> str:
    return _(_DIRECTIONS[direction])


def phone_kind(kind: PhoneKind) -> str:
    return _(_PHONES[kind])


def referral_state(state: ReferralState) -> str:
    return _(_REFERRAL_STATES[state])


def known(known: Known, today: date) -> str:
    """One line of "what you know": "Navy suit, bought yesterday"."""
    if known.code is KnownCode.PERSON:
        return _person(known)
    if known.code is KnownCode.CARE_TIP and known.other:
        thing = item(known.other)
        return _("To make the {item} last: {text}").format(item=thing, text=known.text)
    text = known.text
    if known.code in (KnownCode.BOUGHT, KnownCode.ORDER):
        text = things(text)
    elif known.code in _STARTS_WITH_TEXT:
        text = upper_first(text)
    elif known.code is KnownCode.OCCASION:
        text = inside(text)
    if known.on is not None and known.code in _KNOWN_ON:
        return _(_KNOWN_ON[known.code]).format(text=text, day=days.near_day(known.on, today))
    return _(_KNOWN[known.code]).format(text=text)


_STARTS_WITH_TEXT = frozenset({KnownCode.LEARNED, KnownCode.DATE})


def _person(known: Known) -> str:
    """`text` is the relation, `other` the name; either may be missing."""
    if known.text and known.other:
        return _("{relation} {name}").format(relation=upper_first(known.text), name=known.other)
    return upper_first(known.text or known.other)


def things(noted: str) -> str:
    """Several things, each noted by itself, as one list: "Grey jacket, wool tie"."""
    first, *others = noted.split(", ")
    return ", ".join([upper_first(first), *(inside(one) for one in others)])


# Worth asking -----------------------------------------------------------------------------------

_WORTH_ASKING = {
    "person": N_("You don’t know yet who is around them: family, friends, colleagues."),
    "item": N_("You don’t know yet what they chose."),
    "occasion": N_("You don’t know yet what it was for."),
    "occasion_date": N_("You don’t know yet when the day is that it was for."),
    "looked_at": N_("You don’t know yet what they looked at."),
    "held_back": N_("You don’t know yet what held them back."),
    "last_words": N_("You haven’t noted yet how they put it in their own words."),
}


def worth_asking(fact: str) -> str:
    """What a missing fact of the script is worth (`domain/facts.py` ASKABLE)."""
    return _(_WORTH_ASKING[fact])
