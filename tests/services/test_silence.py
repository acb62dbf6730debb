"""Long silence and thanks: a few at a time, when there is time (M-42, M-44, M-45, M-70)."""

from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.cadence.silence import PROPOSED, room
from followup_desktop.domain.caught import ReferralForm
from followup_desktop.domain.customer_list import CustomerFilter, CustomerOrder
from followup_desktop.domain.kinds import Direction, Kind
from followup_desktop.domain.rule_book import RuleChange
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.today import Group
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.words import why
from tests.services.call_world import ED
from tests.services.world import at

TODAY = at("2026-11-23 09:30")
"""A Monday."""


def somebody(services: Services, number: int, heard_on: str = "", **fields: Any) -> int:
    """Known to the shop, and last heard from on that day, if ever."""
    long_ago = at("2020-01-02 11:00")
    made = services.customers.add(
        long_ago, ED, f"Customer {number:03}", f"212 555 01{number % 100:02}"
    )
    customer_id = made.customer_id or 0
    if heard_on:
        talked = at(f"{heard_on} 11:00")
        services.calls.log(talked, ED, customer_id, Direction.INBOUND, "Hello")
        for one in open_of(customer=customer_id):
            services.today.skip(talked, ED, one.id, "Only for the test")
    if fields:
        services.customers.change(long_ago, ED, customer_id, **fields)
    return customer_id


def proposed(services: Services, now: Now = TODAY) -> list[int]:
    services.today.look_ahead(now)
    rows = services.today.today(now, None).rows
    return [row.due.customer_id for row in rows if row.due.kind is Kind.LONG_SILENCE]


def test_never_contacted_comes_first_then_the_oldest(services: Services) -> None:
    recent = somebody(services, 1, "2026-06-01")
    oldest = somebody(services, 2, "2021-03-01")
    never = somebody(services, 3)
    older = somebody(services, 4, "2025-12-24")
    somebody(services, 5, "2026-05-26")
    assert proposed(services) == [never, oldest, older]
    rows = services.today.today(TODAY, None).rows
    assert {row.group for row in rows} == {Group.WHEN_THERES_TIME}
    said = [why.why(row.due, TODAY.day) for row in rows]
    assert said[0] == "Nobody has called yet"
    assert said[1].startswith("Not heard from us since 1 Mar 2021")
    # Six months after 1 June.
    assert recent in proposed(services, at("2026-12-01 09:30"))


def test_no_more_than_a_few_stand_there_and_nobody_twice(services: Services) -> None:
    everybody = {somebody(services, number) for number in range(12)}
    seen: list[int] = []
    for day in range(23, 28):
        now = at(f"2026-11-{day} 09:30")
        today = proposed(services, now)
        assert today == proposed(services, now)
        assert len(today) == PROPOSED if len(seen) < 6 else len(today) <= PROPOSED
        for one in services.today.today(now, None).rows:
            services.today.skip(now, ED, one.due.id, "Not the right moment")
            seen.append(one.due.customer_id)
    assert sorted(seen) == sorted(everybody)


@pytest.mark.parametrize(
    ("open_ones", "minutes_left", "minutes_each", "proposals"),
    [(0, 45, 5, 5), (4, 45, 5, 1), (5, 45, 5, 0), (9, 45, 5, 0), (0, 12, 5, 2), (0, -30, 5, 0)],
)
def test_only_as_many_as_there_is_time_for(
    open_ones: int, minutes_left: int, minutes_each: int, proposals: int
) -> None:
    assert room(open_ones, minutes_left, minutes_each) == proposals


def test_a_full_day_proposes_nobody(services: Services) -> None:
    somebody(services, 1)
    other = somebody(services, 2)
    services.shop.prefer(TODAY, ED, budget_minutes=5)
    services.today.plan(TODAY, ED, other, Kind.TWO_WEEKS, TODAY.day)
    assert proposed(services) == []


@pytest.mark.parametrize(
    "why_not", ["asked", "refused", "rests", "settled", "soon", "seen", "wrong"]
)
def test_who_is_left_in_peace(services: Services, why_not: str) -> None:
    one = somebody(services, 1)
    match why_not:
        case "asked":
            services.customers.dont_call(TODAY, ED, one)
        case "refused":
            services.shop.prefer(TODAY, ED, calling_region="de")
        case "rests":
            services.customers.change(TODAY, ED, one, rest_until=date(2026, 12, 24))
        case "settled":
            services.customers.settle(TODAY, ED, one, "Moved to Lisbon")
        case "soon":
            services.today.plan(TODAY, ED, one, Kind.TWO_WEEKS, date(2026, 12, 10))
        case "seen":
            bought(services, one, "2026-11-02 11:00")
        case _:
            services.customers.remove_phone(TODAY, ED, 1)
    assert proposed(services) == []


def test_the_stage_says_how_long_and_can_be_switched_off(services: Services) -> None:
    one = somebody(services, 1, "2026-08-01")
    assert proposed(services) == []
    services.rules.change(TODAY, ED, RuleChange(Rule.SILENCE_PROSPECT, is_on=True, days=91))
    services.rules.change(TODAY, ED, RuleChange(Rule.SILENCE_LOYAL, is_on=False, days=182))
    assert proposed(services) == [one]
    off = RuleChange(Rule.SILENCE_PROSPECT, is_on=False, days=91)
    assert services.rules.preview(TODAY, off).goes == 1
    services.rules.change(TODAY, ED, off)
    assert proposed(services) == []


def test_put_aside_nobody_is_proposed_and_on_a_closed_day_neither(services: Services) -> None:
    somebody(services, 1)
    assert proposed(services, at("2026-11-22 11:00")) == []
    services.rules.pause(TODAY, ED, Kind.LONG_SILENCE, True)
    assert proposed(services) == []


# Thanks (M-42)


def thanked_on(services: Services, customer_id: int) -> list[date]:
    services.today.look_ahead(TODAY)
    return [one.due_on for one in open_of(customer=customer_id) if one.kind is Kind.THANK_YOU]


def bought(services: Services, customer_id: int, *moments: str) -> None:
    """Purchases, after which nothing is left to do."""
    for moment in moments:
        now = at(moment)
        services.visits.record(now, ED, NewVisit(customer_id=customer_id, items=("Shirt",)))
        for one in open_of(customer=customer_id):
            services.today.skip(now, ED, one.id, "Only for the test")


def test_loyal_by_years_and_more_than_one_purchase(services: Services) -> None:
    by_years, once_only, too_young = (somebody(services, number) for number in range(3))
    bought(services, by_years, "2023-11-20 11:00", "2024-05-20 11:00")
    bought(services, once_only, "2019-11-20 11:00")
    bought(services, too_young, "2024-11-22 11:00", "2025-05-20 11:00")
    assert thanked_on(services, by_years) == [date(2027, 11, 20)]
    assert thanked_on(services, once_only) == thanked_on(services, too_young) == []
    services.shop.prefer(TODAY, ED, loyal_years=2)
    assert thanked_on(services, too_young) == [date(2027, 11, 22)]


def test_loyal_by_whom_they_sent(services: Services) -> None:
    """Never bought themselves: thanked on the day they became known."""
    sender = somebody(services, 50)
    services.shop.prefer(TODAY, ED, loyal_referrals=1)
    assert thanked_on(services, sender) == []
    call = services.calls.begin(TODAY, ED, sender).made_id or 0
    services.calls.catch(
        TODAY, ED, call, ReferralForm("Kenji Mori", "212 555 0177", "cousin", "", may_call=True)
    )
    kenji = services.customers.hits("kenji")[0].id
    services.visits.record(TODAY, ED, NewVisit(customer_id=kenji, items=("Suit",)))
    assert [one.rule for one in open_of(customer=sender) if one.kind is Kind.THANK_REFERRER] == [
        "thank_referrer"
    ]
    assert thanked_on(services, sender) == [date(2027, 1, 2)]


# The lists (M-70)


def test_a_reason_takes_somebody_off_the_list_until_something_happens(services: Services) -> None:
    """M-24, M-55: a next step, or a stated reason."""
    one = somebody(services, 1)
    assert [line.id for line in services.today.without_next_step(TODAY)] == [one]
    services.customers.settle(TODAY, ED, one, "Moved to Lisbon")
    assert services.today.without_next_step(TODAY) == ()
    assert services.customers.card(TODAY, one).nothing_more == "Moved to Lisbon"
    services.today.plan(TODAY, ED, one, Kind.CHECK_IN, TODAY.day, time(16))
    assert services.customers.card(TODAY, one).nothing_more is None
    later = replace(TODAY, local=TODAY.local + timedelta(hours=1))
    (check_in,) = open_of(customer=one)
    services.today.done(later, ED, check_in.id)
    assert [line.id for line in services.today.without_next_step(later)] == [one]


def test_the_list_of_a_long_silence(services: Services) -> None:
    """Heard from, and long ago; who never was is a list of its own."""
    old = somebody(services, 1, "2024-03-01")
    somebody(services, 2)
    somebody(services, 3, "2026-11-02")
    wanted = CustomerFilter(silent=services.rules.silence(TODAY), order=CustomerOrder.LAST_CONTACT)
    assert [line.id for line in services.customers.page(wanted, 0, 10).lines] == [old]
    never = services.customers.page(CustomerFilter(never_contacted=True), 0, 10)
    assert [line.id for line in never.lines] == [2]
