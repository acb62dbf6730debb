"""The method's closed lists: kinds of follow-up and what is fixed about each, purposes, detours.

Codes, not sentences: `words` turns each into language. The values are stored and exported, so they
never change.
"""

from dataclasses import dataclass
from enum import IntEnum, StrEnum


class ContactType(StrEnum):
    """The five groups that kinds belong to."""

    REFERRAL = "referral"
    SERVICE = "service"
    UPDATE = "update"
    HARD_TO_REACH = "hard_to_reach"
    THANKS = "thanks"


class Kind(StrEnum):
    """What sort of follow-up; each kind has one playbook (M-75)."""

    PROMISE = "promise"
    PROBLEM = "problem"
    LATE_ORDER = "late_order"
    ORDER_CHECK = "order_check"
    DAY_AFTER = "day_after"
    TWO_WEEKS = "two_weeks"
    TWO_MONTHS = "two_months"
    AFTER_OCCASION = "after_occasion"
    LEFT_FIRST = "left_first"
    LEFT_SECOND = "left_second"
    LEFT_LATER = "left_later"
    REFERRAL = "referral"
    THANK_REFERRER = "thank_referrer"
    HARD_TO_REACH = "hard_to_reach"
    SOMETHING_NEW = "something_new"
    TIME_TO_RENEW = "time_to_renew"
    THANK_YOU = "thank_you"
    DATE = "date"
    LONG_SILENCE = "long_silence"
    CALL_BACK = "call_back"
    CHECK_IN = "check_in"


class Rank(IntEnum):
    """The fixed order of the day's list (M-46). Lower comes first."""

    PROMISES = 1
    PROBLEMS = 2
    ORDERS = 3
    AFTER_PURCHASE = 4
    NOT_BOUGHT_YET = 5
    DATES = 6
    UPDATES = 7
    THANKS = 8


class Purpose(StrEnum):
    """What a clerk wants from a call (M-2)."""

    REFERRAL = "referral"
    NEXT_PURCHASE = "next_purchase"
    RELATIONSHIP = "relationship"
    LEARN = "learn"
    ARRIVED = "arrived"
    KEEP_PROMISE = "keep_promise"
    PUT_RIGHT = "put_right"
    THANK = "thank"
    SOMETHING_NEW = "something_new"
    WIN_BACK = "win_back"
    OWN_WORDS = "own_words"


class Detour(StrEnum):
    """Where a customer takes the talk (M-8)."""

    SOMETHING_WRONG = "something_wrong"
    NOT_A_GOOD_TIME = "not_a_good_time"
    PRICE = "price"
    BOUGHT_ELSEWHERE = "bought_elsewhere"
    JUST_CHATTING = "just_chatting"
    DOESNT_REMEMBER = "doesnt_remember"
    WANTS_MANAGER = "wants_manager"
    NOT_THE_RIGHT_PERSON = "not_the_right_person"


class Outcome(StrEnum):
    """How a call ended (M-22)."""

    TALKED = "talked"
    NO_ANSWER = "no_answer"
    LEFT_MESSAGE = "left_message"
    CALL_BACK_LATER = "call_back_later"
    BOUGHT_ELSEWHERE = "bought_elsewhere"
    WRONG_NUMBER = "wrong_number"
    DONT_CALL = "dont_call"

    @property
    def reached(self) -> bool:
        """Somebody was talked to, so the contact counts as one."""
        return self in (
            Outcome.TALKED,
            Outcome.CALL_BACK_LATER,
            Outcome.BOUGHT_ELSEWHERE,
            Outcome.DONT_CALL,
        )


class PurposeReached(StrEnum):
    """Whether a talk came to its purpose (M-23)."""

    REACHED = "reached"
    PARTLY = "partly"
    NOT_THIS_TIME = "not_this_time"


class Feeling(StrEnum):
    """How the customer feels about it (M-23)."""

    DELIGHTED = "delighted"
    FINE = "fine"
    UNHAPPY = "unhappy"


class Direction(StrEnum):
    """How a contact came about (M-31)."""

    OUTBOUND = "outbound"
    INBOUND = "inbound"
    TEXT = "text"
    IN_SHOP = "in_shop"


class Stage(StrEnum):
    """Where a customer stands with the shop."""

    PROSPECT = "prospect"
    FIRST_PURCHASE = "first_purchase"
    CUSTOMER = "customer"
    LOYAL = "loyal"


class Way(StrEnum):
    """How somebody may be reached, and what a permission is for."""

    CALL = "call"
    TEXT = "text"
    MAIL = "mail"


class PhoneKind(StrEnum):
    MOBILE = "mobile"
    HOME = "home"
    WORK = "work"
    OTHER = "other"


class FactKind(StrEnum):
    """What sort of thing was learned about a customer (M-51)."""

    SIZE = "size"
    LIKE = "like"
    NOT_RIGHT = "not_right"
    NEED = "need"
    WANT = "want"
    THEIR_WORDS = "their_words"
    NOTE = "note"


class Fulfilment(StrEnum):
    """How a purchase reaches the customer. Everything but TAKEN is an order."""

    TAKEN = "taken"
    ALTERATION = "alteration"
    ORDER = "order"
    DELIVERY = "delivery"


class Step(StrEnum):
    """The checkpoints of an order, in their order (M-37)."""

    ENTERED = "entered"
    READY = "ready"
    COMPLETE = "complete"
    RECEIVED = "received"
    INTACT = "intact"
    QUESTIONS = "questions"
    """Somebody asked whether anything is unclear or worries them."""


class OrderChoice(StrEnum):
    """What a customer chooses when an order isn't complete on its day (M-37)."""

    ALTERNATIVE = "alternative"
    HOLD = "hold"
    PART_NOW = "part_now"
    CANCEL = "cancel"


class ProblemStep(StrEnum):
    """What was done about a problem, each with who and when (M-39)."""

    ACKNOWLEDGED = "acknowledged"
    OWNED = "owned"
    HANDED_OVER = "handed_over"
    TOLD = "told"
    """The customer knows how it is put right, and by when."""
    SOLVED = "solved"
    CAME_BACK = "came_back"
    STAYED_SO = "stayed_so"


class ReferralState(StrEnum):
    NAMED = "named"
    MAY_CALL = "may_call"
    ASKED_TO_RING = "asked_to_ring"
    CALLED = "called"
    CAME_IN = "came_in"
    BOUGHT = "bought"


class FollowUpStatus(StrEnum):
    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"
    CLOSED = "closed"
    """Cancelled by an event: another talk made it needless, or "please don't call"."""


class CallStep(StrEnum):
    """The five steps of the guided call, and its two ends."""

    PURPOSE = "purpose"
    SCRIPT = "script"
    BRIDGE = "bridge"
    CALL = "call"
    WRAP_UP = "wrap_up"
    DONE = "done"
    DROPPED = "dropped"


class LinePart(StrEnum):
    """The two parts of a script (M-5)."""

    WHAT = "what"
    HOW = "how"


@dataclass(frozen=True, slots=True)
class KindFacts:
    """What is fixed about a kind; its words, purposes and minutes are its playbook's."""

    contact_type: ContactType
    rank: Rank
    marketing: bool
    """False means *service*: allowed even where the shop may not advertise (calling-rules.md)."""


_T, _R = ContactType, Rank

KINDS: dict[Kind, KindFacts] = {
    Kind.PROMISE: KindFacts(_T.SERVICE, _R.PROMISES, marketing=False),
    Kind.CALL_BACK: KindFacts(_T.SERVICE, _R.PROMISES, marketing=False),
    Kind.PROBLEM: KindFacts(_T.SERVICE, _R.PROBLEMS, marketing=False),
    Kind.LATE_ORDER: KindFacts(_T.SERVICE, _R.PROBLEMS, marketing=False),
    Kind.ORDER_CHECK: KindFacts(_T.SERVICE, _R.ORDERS, marketing=False),
    Kind.DAY_AFTER: KindFacts(_T.SERVICE, _R.AFTER_PURCHASE, marketing=False),
    Kind.TWO_WEEKS: KindFacts(_T.SERVICE, _R.AFTER_PURCHASE, marketing=False),
    Kind.TWO_MONTHS: KindFacts(_T.SERVICE, _R.AFTER_PURCHASE, marketing=True),
    Kind.AFTER_OCCASION: KindFacts(_T.SERVICE, _R.AFTER_PURCHASE, marketing=True),
    Kind.LEFT_FIRST: KindFacts(_T.UPDATE, _R.NOT_BOUGHT_YET, marketing=True),
    Kind.LEFT_SECOND: KindFacts(_T.UPDATE, _R.NOT_BOUGHT_YET, marketing=True),
    Kind.LEFT_LATER: KindFacts(_T.UPDATE, _R.NOT_BOUGHT_YET, marketing=True),
    Kind.REFERRAL: KindFacts(_T.REFERRAL, _R.NOT_BOUGHT_YET, marketing=True),
    Kind.THANK_REFERRER: KindFacts(_T.THANKS, _R.THANKS, marketing=False),
    Kind.HARD_TO_REACH: KindFacts(_T.HARD_TO_REACH, _R.UPDATES, marketing=True),
    Kind.SOMETHING_NEW: KindFacts(_T.UPDATE, _R.UPDATES, marketing=True),
    Kind.TIME_TO_RENEW: KindFacts(_T.UPDATE, _R.UPDATES, marketing=True),
    Kind.THANK_YOU: KindFacts(_T.THANKS, _R.THANKS, marketing=True),
    Kind.DATE: KindFacts(_T.THANKS, _R.DATES, marketing=True),
    Kind.LONG_SILENCE: KindFacts(_T.UPDATE, _R.UPDATES, marketing=True),
    Kind.CHECK_IN: KindFacts(_T.SERVICE, _R.UPDATES, marketing=True),
}

NOT_BOUGHT_YET = frozenset({Kind.LEFT_FIRST, Kind.LEFT_SECOND, Kind.LEFT_LATER})
"""They looked, and left without buying."""

ALWAYS_FITS = frozenset({Rank.PROMISES, Rank.PROBLEMS})
"""Ranks that the day's time budget never moves to "when there's time" (M-45)."""
