"""The cadence's rules as one table, and the shop's own adjustments of them.

The defaults and where they come from: the method's "a day later", what clienteling practice and
the studies of lead response and showroom traffic agree on. A shop changes each in its settings.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from followup_desktop.domain.kinds import Kind, Stage
from followup_desktop.domain.resting import TriesCap
from followup_desktop.domain.shop import Preferences
from followup_desktop.domain.shop_time import days_after


class Rule(StrEnum):
    """Why a follow-up was planned. Stored with it, so the values never change."""

    DAY_AFTER = "day_after"
    TWO_WEEKS = "two_weeks"
    ONE_MONTH = "one_month"
    TWO_MONTHS = "two_months"
    AFTER_OCCASION = "after_occasion"
    LIGHT_CHECK = "light_check"
    LIGHT_THANKS = "light_thanks"
    LEFT_NEXT_DAY = "left_next_day"
    LEFT_DAY_3 = "left_day_3"
    LEFT_DAY_10 = "left_day_10"
    LEFT_DAY_30 = "left_day_30"
    ORDER_READY = "order_ready"
    ORDER_NO_DATE = "order_no_date"
    ORDER_RECEIVED = "order_received"
    ORDER_LATE = "order_late"
    PROMISE_DUE = "promise_due"
    PROBLEM_SAME_DAY = "problem_same_day"
    PROBLEM_BY_DATE = "problem_by_date"
    PROBLEM_STAYED_SO = "problem_stayed_so"
    REFERRAL_NEXT_DAY = "referral_next_day"
    THANK_REFERRER = "thank_referrer"
    RETRY = "retry"
    OTHER_WAY = "other_way"
    REST_OVER = "rest_over"
    CALL_BACK = "call_back"
    DATE_BEFORE = "date_before"
    DATE_ON = "date_on"
    YEARLY_THANKS = "yearly_thanks"
    CHECK_IN = "check_in"
    SILENCE_PROSPECT = "silence_prospect"
    SILENCE_FIRST = "silence_first"
    SILENCE_CUSTOMER = "silence_customer"
    SILENCE_LOYAL = "silence_loyal"


@dataclass(frozen=True, slots=True)
class RuleFacts:
    kind: Kind
    days: int = 0
    """Calendar days after the rule's event; before it when negative."""
    agreed: bool = False
    """The customer was told this day, so nothing but a person ever moves it."""


RULES: dict[Rule, RuleFacts] = {
    Rule.DAY_AFTER: RuleFacts(Kind.DAY_AFTER, 1),
    Rule.TWO_WEEKS: RuleFacts(Kind.TWO_WEEKS, 14),
    # Valuables take longer to be shown around: instead of the two weeks.
    Rule.ONE_MONTH: RuleFacts(Kind.TWO_WEEKS, 30),
    Rule.TWO_MONTHS: RuleFacts(Kind.TWO_MONTHS, 60),
    # Two days: nobody wants a call on the morning after their wedding.
    Rule.AFTER_OCCASION: RuleFacts(Kind.AFTER_OCCASION, 2),
    Rule.LIGHT_CHECK: RuleFacts(Kind.TWO_WEEKS, 14),
    Rule.LIGHT_THANKS: RuleFacts(Kind.THANK_YOU, 60),
    Rule.LEFT_NEXT_DAY: RuleFacts(Kind.LEFT_FIRST, 1),
    Rule.LEFT_DAY_3: RuleFacts(Kind.LEFT_FIRST, 3),
    Rule.LEFT_DAY_10: RuleFacts(Kind.LEFT_SECOND, 10),
    Rule.LEFT_DAY_30: RuleFacts(Kind.LEFT_LATER, 30),
    Rule.ORDER_READY: RuleFacts(Kind.ORDER_CHECK),
    Rule.ORDER_NO_DATE: RuleFacts(Kind.ORDER_CHECK, 7),
    Rule.ORDER_RECEIVED: RuleFacts(Kind.ORDER_CHECK, 1),
    Rule.ORDER_LATE: RuleFacts(Kind.LATE_ORDER),
    Rule.PROMISE_DUE: RuleFacts(Kind.PROMISE, agreed=True),
    Rule.PROBLEM_SAME_DAY: RuleFacts(Kind.PROBLEM),
    Rule.PROBLEM_BY_DATE: RuleFacts(Kind.PROBLEM, agreed=True),
    Rule.PROBLEM_STAYED_SO: RuleFacts(Kind.PROBLEM, 7),
    Rule.REFERRAL_NEXT_DAY: RuleFacts(Kind.REFERRAL, 1),
    Rule.THANK_REFERRER: RuleFacts(Kind.THANK_REFERRER, 1),
    # A retry keeps the kind of what was tried, and has its own days: RETRY_GAPS.
    Rule.RETRY: RuleFacts(Kind.HARD_TO_REACH, 1),
    Rule.OTHER_WAY: RuleFacts(Kind.HARD_TO_REACH, 1),
    Rule.REST_OVER: RuleFacts(Kind.HARD_TO_REACH, 90),
    Rule.CALL_BACK: RuleFacts(Kind.CALL_BACK, agreed=True),
    Rule.DATE_BEFORE: RuleFacts(Kind.DATE, -3),
    Rule.DATE_ON: RuleFacts(Kind.DATE),
    Rule.YEARLY_THANKS: RuleFacts(Kind.THANK_YOU),
    Rule.CHECK_IN: RuleFacts(Kind.CHECK_IN, 90),
    # Half a year without a word, whoever they are (M-44).
    Rule.SILENCE_PROSPECT: RuleFacts(Kind.LONG_SILENCE, 182),
    Rule.SILENCE_FIRST: RuleFacts(Kind.LONG_SILENCE, 182),
    Rule.SILENCE_CUSTOMER: RuleFacts(Kind.LONG_SILENCE, 182),
    Rule.SILENCE_LOYAL: RuleFacts(Kind.LONG_SILENCE, 182),
}

SILENCE = {
    Stage.PROSPECT: Rule.SILENCE_PROSPECT,
    Stage.FIRST_PURCHASE: Rule.SILENCE_FIRST,
    Stage.CUSTOMER: Rule.SILENCE_CUSTOMER,
    Stage.LOYAL: Rule.SILENCE_LOYAL,
}
"""The rule of a long silence, by where a customer stands with the shop."""

RETRY_GAPS = (1, 2, 3, 5, 7)
"""Open days between one try and the next: six tries take about three weeks (M-25)."""


@dataclass(frozen=True, slots=True)
class Override:
    """What a shop made of a rule. `days` None: as it comes."""

    rule: Rule
    is_on: bool = True
    days: int | None = None


@dataclass(frozen=True, slots=True)
class CadenceSettings:
    overrides: tuple[Override, ...] = ()
    first_n_sales: int = Preferences().first_n_sales
    """The shop's; a customer may have a number of their own (M-35)."""
    max_tries: int = Preferences().max_tries
    asks_permission: bool = False
    """The region wants a yes before anything but service is planned (calling-rules.md)."""
    cap: TriesCap | None = None

    def is_on(self, rule: Rule) -> bool:
        """What was agreed with a customer cannot be switched off as a rule."""
        return RULES[rule].agreed or all(o.is_on for o in self.overrides if o.rule is rule)

    def may_advertise(self, may_call: bool | None, *, dont_call: bool) -> bool:
        """Whether anything but service is planned for somebody (M-28). `may_call` None: never
        asked."""
        if dont_call:
            return False
        return not self.asks_permission if may_call is None else may_call

    def days(self, rule: Rule) -> int:
        own = (o.days for o in self.overrides if o.rule is rule and o.days is not None)
        return next(own, RULES[rule].days)

    def day(self, rule: Rule, base: date) -> date:
        """The day that the rule means, whether the shop is open then or not."""
        return days_after(base, self.days(rule))
