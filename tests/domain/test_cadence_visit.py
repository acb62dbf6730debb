"""What a visit and an order plan (M-35 … M-37)."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.domain.cadence.after_order import order_checks, order_late, order_received
from followup_desktop.domain.cadence.after_visit import Bought, after_leaving, after_purchase
from followup_desktop.domain.cadence.planning import Cadence, Planned, with_changes
from followup_desktop.domain.cadence.rules import RULES, CadenceSettings, Override, Rule
from followup_desktop.domain.kinds import KINDS, Fulfilment, Kind, Rank
from followup_desktop.domain.planned import PlanChange
from followup_desktop.domain.shop import ClosingDays
from followup_desktop.domain.shop_time import ShopCalendar
from tests.domain.shops import EVERY_DAY, NEVER, WEEK, calendars, days

SATURDAY = date(2026, 11, 21)
SUIT = Bought(on=SATURDAY, sale=1, item="Navy suit")
WEDDING = replace(SUIT, occasion="Sister’s wedding", occasion_on=date(2026, 11, 28))
EVERY = Cadence(EVERY_DAY)
WEEKLY = Cadence(WEEK)


def plan(planned: Planned) -> list[tuple[str, date]]:
    return [(one.rule, one.due_on) for one in planned]


# Bought


def test_the_day_after_two_weeks_two_months() -> None:
    assert plan(after_purchase(SUIT, EVERY)) == [
        ("day_after", date(2026, 11, 22)),
        ("two_weeks", date(2026, 12, 5)),
        ("two_months", date(2027, 1, 20)),
    ]


def test_a_closed_day_moves_to_the_next_open_one_and_says_so() -> None:
    day_after = after_purchase(SUIT, WEEKLY)[0]
    assert day_after.due_on == date(2026, 11, 23)
    assert day_after.moved_from == date(2026, 11, 22)
    assert day_after.about == "Navy suit"


@pytest.mark.parametrize("cadence", [EVERY, WEEKLY])
def test_a_suit_that_is_altered_for_a_wedding(cadence: Cadence) -> None:
    planned = after_purchase(
        replace(WEDDING, fulfilment=Fulfilment.ALTERATION, promised_on=date(2026, 11, 25)), cadence
    )
    assert plan(planned)[1:] == [
        ("order_ready", date(2026, 11, 25)),
        ("after_occasion", date(2026, 11, 30)),
        # Counted from the day the suit is in his hands.
        ("two_weeks", date(2026, 12, 9)),
        ("two_months", planned[-1].due_on),
    ]
    assert planned[0].kind is Kind.DAY_AFTER
    assert planned[2].about == "Sister’s wedding"


@pytest.mark.parametrize(
    ("days_until", "rules"),
    [
        # Worn tonight: the call on the day after asks about it.
        (0, ["day_after", "two_weeks", "two_months"]),
        # Nobody is called on their great day.
        (1, ["after_occasion", "two_weeks", "two_months"]),
        (2, ["day_after", "after_occasion", "two_weeks", "two_months"]),
        # Within three days of two weeks: one call asks both.
        (9, ["day_after", "after_occasion", "two_months"]),
        (15, ["day_after", "after_occasion", "two_months"]),
        (16, ["day_after", "two_weeks", "after_occasion", "two_months"]),
        (58, ["day_after", "two_weeks", "after_occasion"]),
        # Already over.
        (-1, ["day_after", "two_weeks", "two_months"]),
    ],
)
def test_an_occasion_is_never_asked_about_twice(days_until: int, rules: list[str]) -> None:
    occasion_on = SATURDAY + timedelta(days=days_until)
    planned = after_purchase(replace(SUIT, occasion_on=occasion_on), EVERY)
    assert [one.rule for one in planned] == rules


def test_valuables_take_a_month_instead_of_two_weeks() -> None:
    planned = after_purchase(replace(SUIT, is_valuable=True), EVERY)
    assert plan(planned)[1] == ("one_month", date(2026, 12, 21))


@pytest.mark.parametrize(
    ("sale", "own", "is_full"),
    [(1, None, True), (4, None, True), (5, None, False), (5, 6, True), (1, 0, False)],
)
def test_the_first_sales_get_all_the_calls(sale: int, own: int | None, is_full: bool) -> None:
    planned = after_purchase(replace(SUIT, sale=sale, first_n_sales=own), EVERY)
    light = ["light_check", "light_thanks"]
    assert [one.rule for one in planned] == (
        ["day_after", "two_weeks", "two_months"] if is_full else light
    )


def test_later_sales_get_one_check_on_the_best_day_and_thanks() -> None:
    planned = after_purchase(replace(WEDDING, sale=9), EVERY)
    assert plan(planned) == [
        ("after_occasion", date(2026, 11, 30)),
        ("light_thanks", date(2027, 1, 20)),
    ]


# Left


def test_left_without_buying() -> None:
    planned = after_leaving(SATURDAY, "Camel coat", WEEKLY)
    assert plan(planned) == [
        ("left_next_day", date(2026, 11, 23)),
        ("left_day_10", date(2026, 12, 1)),
        ("left_day_30", date(2026, 12, 21)),
    ]
    assert {one.about for one in planned} == {"Camel coat"}


def test_a_long_closure_doesnt_bring_three_calls_on_one_day() -> None:
    shop = ShopCalendar(WEEK.hours, (ClosingDays(date(2026, 11, 22), date(2026, 12, 31)),))
    assert plan(after_leaving(SATURDAY, "", Cadence(shop))) == [("left_next_day", date(2027, 1, 1))]


# Orders


@pytest.mark.parametrize(
    ("fulfilment", "promised_on", "checks"),
    [
        (Fulfilment.TAKEN, None, []),
        (Fulfilment.TAKEN, date(2026, 11, 25), []),
        (Fulfilment.ORDER, None, [("order_no_date", date(2026, 11, 28))]),
        (Fulfilment.ORDER, date(2026, 12, 4), [("order_ready", date(2026, 12, 4))]),
        (Fulfilment.ALTERATION, date(2026, 11, 1), [("order_ready", SATURDAY)]),
        (
            Fulfilment.DELIVERY,
            date(2026, 12, 5),
            [("order_ready", date(2026, 12, 5)), ("order_received", date(2026, 12, 7))],
        ),
    ],
)
def test_order_checks(
    fulfilment: Fulfilment, promised_on: date | None, checks: list[tuple[str, date]]
) -> None:
    assert plan(order_checks(fulfilment, SATURDAY, promised_on, "Suit", cadence=WEEKLY)) == checks


def test_a_late_order_is_told_the_same_day() -> None:
    assert plan(order_late(SATURDAY, "Boots", WEEKLY)) == [("order_late", SATURDAY)]
    assert plan(order_received(SATURDAY, "Boots", WEEKLY)) == [
        ("order_received", date(2026, 11, 23))
    ]


# The shop's own rules


def test_a_rule_can_be_moved_and_switched_off() -> None:
    settings = CadenceSettings(
        overrides=(
            Override(Rule.TWO_WEEKS, days=10),
            Override(Rule.TWO_MONTHS, is_on=False),
            Override(Rule.PROMISE_DUE, is_on=False),
        )
    )
    assert plan(after_purchase(SUIT, Cadence(EVERY_DAY, settings))) == [
        ("day_after", date(2026, 11, 22)),
        ("two_weeks", date(2026, 12, 1)),
    ]
    assert settings.is_on(Rule.PROMISE_DUE), "what was agreed is no rule of the shop's"


def test_every_rule_stands_in_the_table() -> None:
    assert RULES.keys() == set(Rule)


# A clerk's changes


def test_a_clerk_switches_off_and_moves() -> None:
    planned = after_purchase(SUIT, WEEKLY)
    changed = with_changes(
        planned,
        (
            PlanChange("day_after", due_on=date(2026, 11, 22)),
            PlanChange("two_weeks", is_on=False),
            PlanChange("two_months", due_time=time(15)),
            PlanChange("left_day_10", is_on=False),
        ),
    )
    assert [(one.due_on, one.is_on, one.due_time, one.moved_from) for one in changed] == [
        (date(2026, 11, 22), True, None, None),
        (date(2026, 12, 5), False, None, None),
        (date(2027, 1, 20), True, time(15), None),
    ]
    assert changed[2].is_timed
    assert with_changes(planned, ()) == planned


# Whatever the shop, whatever the day

boughts = st.builds(
    Bought,
    on=days,
    sale=st.integers(1, 9),
    item=st.just("Navy suit"),
    occasion=st.just("Wedding"),
    occasion_on=st.none() | days,
    fulfilment=st.sampled_from(Fulfilment),
    promised_on=st.none() | days,
    is_valuable=st.booleans(),
    first_n_sales=st.none() | st.integers(0, 9),
)
overrides = st.lists(
    st.builds(
        Override,
        st.sampled_from(Rule),
        st.booleans(),
        st.none() | st.integers(0, 400),
    ),
    max_size=5,
)
cadences = st.builds(
    Cadence,
    calendars(),
    st.builds(CadenceSettings, overrides=overrides.map(tuple), first_n_sales=st.integers(0, 6)),
)


def check(planned: Planned, on: date, cadence: Cadence) -> None:
    """No follow-up on a closed day or in the past, in order, and never two for one reason."""
    for one in planned:
        opens = cadence.calendar.is_open_day(one.due_on)
        assert opens or not cadence.calendar.is_open_day(cadence.calendar.next_open_day(one.due_on))
        assert one.due_on >= on
        assert one.moved_from is None or one.moved_from < one.due_on
        assert not one.is_timed
    assert [one.due_on for one in planned] == sorted(one.due_on for one in planned)
    reasons = [(one.due_on, KINDS[one.kind].rank) for one in planned]
    assert len(set(reasons)) == len(reasons)
    assert len({one.rule for one in planned}) == len(planned)


@given(boughts, cadences)
def test_whatever_was_bought(bought: Bought, cadence: Cadence) -> None:
    planned = after_purchase(bought, cadence)
    check(planned, bought.on, cadence)
    talks = [one for one in planned if KINDS[one.kind].rank is Rank.AFTER_PURCHASE]
    assert bought.occasion_on not in {one.due_on for one in talks if one.rule == Rule.DAY_AFTER}


@given(days, cadences)
def test_whoever_left(on: date, cadence: Cadence) -> None:
    check(after_leaving(on, "Camel coat", cadence), on, cadence)


@given(boughts, cadences)
def test_a_proposal_depends_on_nothing_else(bought: Bought, cadence: Cadence) -> None:
    assert after_purchase(bought, cadence) == after_purchase(bought, cadence)


def test_a_shop_that_never_opens_plans_on_the_days_meant() -> None:
    assert plan(after_purchase(SUIT, Cadence(NEVER)))[0] == ("day_after", date(2026, 11, 22))
