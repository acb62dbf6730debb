"""What a change of the rules moves: the days that each counts from, and what it leaves alone."""

from dataclasses import replace
from datetime import date

import pytest

from followup_desktop.domain.cadence.changed_rules import EventDays, changed
from followup_desktop.domain.cadence.planning import Cadence
from followup_desktop.domain.cadence.rules import RULES, CadenceSettings, Override, Rule
from followup_desktop.domain.kinds import KINDS
from followup_desktop.domain.rule_book import Standing
from tests.domain.shops import EVERY_DAY

TODAY = date(2026, 11, 23)
DAYS = EventDays(
    created_on=date(2026, 11, 20),
    purchased_on=date(2026, 11, 18),
    occasion_on=date(2026, 11, 28),
    promised_on=date(2026, 11, 25),
    visited_on=date(2026, 11, 17),
    special=(29, 2),
)
BEFORE = Cadence(EVERY_DAY)


@pytest.mark.parametrize(
    ("rule", "base"),
    [
        (Rule.DAY_AFTER, DAYS.purchased_on),
        (Rule.ORDER_NO_DATE, DAYS.purchased_on),
        (Rule.TWO_WEEKS, DAYS.promised_on),
        (Rule.LEFT_DAY_30, DAYS.visited_on),
        (Rule.AFTER_OCCASION, DAYS.occasion_on),
        (Rule.ORDER_RECEIVED, DAYS.promised_on),
        (Rule.DATE_ON, date(2027, 2, 28)),
        (Rule.CHECK_IN, DAYS.created_on),
        (Rule.YEARLY_THANKS, None),
        (Rule.SILENCE_LOYAL, None),
    ],
)
def test_what_a_rule_counts_from(rule: Rule, base: date | None) -> None:
    assert DAYS.base(rule, date(2027, 2, 27)) == base


def test_a_date_that_is_gone_from_the_card_is_no_base() -> None:
    assert replace(DAYS, special=None).base(Rule.DATE_ON, TODAY) is None


def one(rule: Rule, due_on: date, base: date | None) -> Standing:
    return Standing(1, 7, "Jun Hayashi", "", rule, RULES[rule].kind, "", due_on, base)


def moved(standing: Standing, override: Override) -> date | str | None:
    after = Cadence(EVERY_DAY, CadenceSettings(overrides=(override,)))
    place = (standing.customer_id, KINDS[standing.kind].rank, standing.due_on)
    answers = changed([standing], BEFORE, after, TODAY, [place])
    return answers[0].to if answers else "stays"


def test_thanks_without_a_day_to_count_from_move_by_as_much() -> None:
    thanks = one(Rule.YEARLY_THANKS, date(2026, 12, 1), None)
    assert moved(thanks, Override(Rule.YEARLY_THANKS, days=7)) == date(2026, 12, 8)


def test_a_proposal_stays_where_it_is_and_goes_with_its_rule() -> None:
    proposal = one(Rule.SILENCE_LOYAL, date(2026, 11, 25), None)
    assert moved(proposal, Override(Rule.SILENCE_LOYAL, days=365)) == "stays"
    assert moved(proposal, Override(Rule.SILENCE_LOYAL, is_on=False)) is None


def test_what_nobody_can_place_any_more_is_left_alone() -> None:
    lost = one(Rule.DATE_ON, date(2026, 12, 1), None)
    assert moved(lost, Override(Rule.DATE_ON, is_on=False)) == "stays"


def test_before_stays_before() -> None:
    """Moved up to the day itself, there is nothing left to say beforehand."""
    near = one(Rule.DATE_BEFORE, date(2026, 11, 27), date(2026, 11, 30))
    assert moved(near, Override(Rule.DATE_BEFORE, days=-1)) == date(2026, 11, 29)
    assert moved(near, Override(Rule.DATE_BEFORE, days=0)) is None


def test_what_was_agreed_is_moved_by_nobody() -> None:
    promise = one(Rule.PROMISE_DUE, date(2026, 12, 1), date(2026, 12, 1))
    assert moved(promise, Override(Rule.PROMISE_DUE, is_on=False, days=4)) == "stays"
