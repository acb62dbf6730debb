"""Every rule of the cadence on a table: on a plain day, around closing days, where the clocks
change, at the end of a month and a year."""

from datetime import date

import pytest

from followup_desktop.domain.cadence.planning import Cadence
from followup_desktop.domain.cadence.rules import RULES, CadenceSettings, Override, Rule
from followup_desktop.domain.shop import ClosingDays
from followup_desktop.domain.shop_time import ShopCalendar
from tests.domain.shops import WEEK

# Monday to Saturday; closed over Christmas, on 1 January, and the first Saturday of March.
SHOP = Cadence(
    ShopCalendar(
        WEEK.hours,
        (
            ClosingDays(date(2026, 12, 24), date(2026, 12, 27)),
            ClosingDays(date(2027, 1, 1), date(2027, 1, 1)),
            ClosingDays(date(2027, 3, 6), date(2027, 3, 6)),
        ),
    )
)


def day(text: str) -> date:
    return date.fromisoformat(text)


TABLE: list[tuple[Rule, str, str]] = [
    # The event's day, and when the follow-up is due.
    (Rule.DAY_AFTER, "2026-11-17", "2026-11-18"),
    (Rule.DAY_AFTER, "2026-11-21", "2026-11-23"),  # Sunday
    (Rule.DAY_AFTER, "2026-12-23", "2026-12-28"),  # Christmas
    (Rule.DAY_AFTER, "2026-10-31", "2026-11-02"),  # the night the clocks go back in New York
    (Rule.DAY_AFTER, "2027-03-27", "2027-03-29"),  # and forward in Europe
    (Rule.DAY_AFTER, "2027-02-27", "2027-03-01"),  # over the end of February
    (Rule.TWO_WEEKS, "2026-11-17", "2026-12-01"),
    (Rule.TWO_WEEKS, "2026-12-11", "2026-12-28"),  # Christmas Day
    (Rule.ONE_MONTH, "2027-01-30", "2027-03-01"),
    (Rule.ONE_MONTH, "2026-11-28", "2026-12-28"),
    (Rule.TWO_MONTHS, "2026-11-02", "2027-01-02"),  # past New Year
    (Rule.TWO_MONTHS, "2026-12-31", "2027-03-01"),
    (Rule.AFTER_OCCASION, "2026-11-28", "2026-11-30"),
    (Rule.AFTER_OCCASION, "2026-12-24", "2026-12-28"),
    (Rule.LIGHT_CHECK, "2027-02-20", "2027-03-08"),  # the first Saturday of March, then Sunday
    (Rule.LIGHT_THANKS, "2026-11-17", "2027-01-16"),
    (Rule.LEFT_NEXT_DAY, "2026-11-21", "2026-11-23"),
    (Rule.LEFT_DAY_3, "2026-12-22", "2026-12-28"),
    (Rule.LEFT_DAY_10, "2026-12-15", "2026-12-28"),
    (Rule.LEFT_DAY_30, "2026-12-02", "2027-01-02"),
    (Rule.ORDER_READY, "2026-11-25", "2026-11-25"),
    (Rule.ORDER_READY, "2026-11-29", "2026-11-30"),
    (Rule.ORDER_NO_DATE, "2026-12-18", "2026-12-28"),
    (Rule.ORDER_RECEIVED, "2026-11-28", "2026-11-30"),
    (Rule.ORDER_LATE, "2026-11-25", "2026-11-25"),
    (Rule.ORDER_LATE, "2026-12-25", "2026-12-28"),
    (Rule.PROBLEM_SAME_DAY, "2026-11-25", "2026-11-25"),
    (Rule.PROBLEM_STAYED_SO, "2026-12-17", "2026-12-28"),
    (Rule.REFERRAL_NEXT_DAY, "2026-11-20", "2026-11-21"),
    (Rule.REFERRAL_NEXT_DAY, "2026-12-31", "2027-01-02"),
    (Rule.THANK_REFERRER, "2026-11-21", "2026-11-23"),
    (Rule.OTHER_WAY, "2026-11-21", "2026-11-23"),
    (Rule.REST_OVER, "2026-11-30", "2027-03-01"),  # Sunday 28 February
    (Rule.DATE_BEFORE, "2026-12-28", "2026-12-28"),  # Christmas moves it: on the day itself
    (Rule.DATE_BEFORE, "2026-11-24", "2026-11-21"),
    (Rule.DATE_BEFORE, "2027-03-02", "2027-02-27"),  # over the end of February
    (Rule.DATE_ON, "2026-11-29", "2026-11-30"),
    (Rule.YEARLY_THANKS, "2027-01-01", "2027-01-02"),
    (Rule.CHECK_IN, "2026-11-17", "2027-02-15"),
    (Rule.CHECK_IN, "2026-12-06", "2027-03-08"),  # the closed Saturday, then Sunday
    (Rule.SILENCE_PROSPECT, "2026-05-25", "2026-11-23"),
    (Rule.SILENCE_FIRST, "2026-06-01", "2026-11-30"),
    (Rule.SILENCE_CUSTOMER, "2026-06-28", "2026-12-28"),
    (Rule.SILENCE_LOYAL, "2026-07-03", "2027-01-02"),
]


@pytest.mark.parametrize(("rule", "base", "due_on"), TABLE)
def test_when_a_rule_is_due(rule: Rule, base: str, due_on: str) -> None:
    (planned,) = SHOP.plan(rule, day(base), about="Navy suit")
    assert planned.due_on == day(due_on)
    assert (planned.rule, planned.kind) == (rule, RULES[rule].kind)
    meant = SHOP.settings.day(rule, day(base))
    assert planned.moved_from == (None if meant == planned.due_on else meant)


def test_no_rule_is_left_out() -> None:
    agreed = {rule for rule, facts in RULES.items() if facts.agreed}
    assert {rule for rule, *_ in TABLE} == set(Rule) - agreed - {Rule.RETRY}


@pytest.mark.parametrize("rule", sorted({rule for rule, *_ in TABLE}))
def test_each_can_be_switched_off_and_moved(rule: Rule) -> None:
    base = day("2026-11-17")
    off = Cadence(SHOP.calendar, CadenceSettings(overrides=(Override(rule, is_on=False),)))
    assert off.plan(rule, base) == ()
    moved = Cadence(SHOP.calendar, CadenceSettings(overrides=(Override(rule, days=20),)))
    (planned,) = moved.plan(rule, base)
    assert planned.due_on == day("2026-12-07")


@pytest.mark.parametrize("rule", sorted(rule for rule, facts in RULES.items() if facts.agreed))
def test_what_was_agreed_cannot_be_switched_off(rule: Rule) -> None:
    assert CadenceSettings(overrides=(Override(rule, is_on=False),)).is_on(rule)
