"""A rule is changed: what it would move is shown first, and happens only then (M-47, issue 4)."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest

from followup_desktop.domain.cadence.rules import RULES, Rule
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.kinds import Kind, Outcome
from followup_desktop.domain.rule_book import RuleChange, RuleEffect
from followup_desktop.domain.shop import ClosingDays
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.today import Waits
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.rows import FollowUpRow
from followup_desktop.store.store import Store
from tests.services.call_world import COAT, ED, SUIT, Talk
from tests.services.world import HOURS, at, everything, statements

SHIRT = NewVisit(name="Jun Hayashi", phone="212 555 0143", items=("White shirt",), may_call=True)
LATER = at("2026-11-24 11:00")


@pytest.fixture
def jun(services: Services, now: Now) -> int:
    """Bought a shirt on Saturday 21 November."""
    return services.visits.record(now, ED, SHIRT).customer_id or 0


def planned(customer_id: int) -> dict[str, date]:
    return {one.rule: one.due_on for one in open_of(customer=customer_id)}


def told(effect: RuleEffect) -> list[tuple[str, date, date | None]]:
    return [(one.one.rule, one.one.due_on, one.to) for one in effect.moved]


def test_a_change_is_shown_then_made_and_taken_back_as_one(
    services: Services, store: Store, jun: int
) -> None:
    three_weeks = RuleChange(Rule.TWO_WEEKS, is_on=True, days=21)
    before = everything(store)
    effect = services.rules.preview(LATER, three_weeks)
    assert told(effect) == [("two_weeks", date(2026, 12, 5), date(2026, 12, 12))]
    assert (effect.moves, effect.goes, effect.is_nothing) == (1, 0, False)
    assert everything(store) == before
    made = services.rules.change(LATER, ED, three_weeks)
    assert planned(jun)["two_weeks"] == date(2026, 12, 12)
    assert made.action_id is not None
    store.undo(made.action_id, LATER)
    assert everything(store) == before


def test_a_rule_that_is_switched_off_takes_its_follow_ups_along(
    services: Services, jun: int
) -> None:
    off = RuleChange(Rule.TWO_MONTHS, is_on=False, days=60)
    effect = services.rules.preview(LATER, off)
    assert told(effect) == [("two_months", date(2027, 1, 20), None)]
    assert (effect.moves, effect.goes) == (0, 1)
    services.rules.change(LATER, ED, off)
    assert "two_months" not in planned(jun)
    again = services.visits.preview(LATER, replace(SHIRT, customer_id=jun))
    assert "two_months" not in {one.rule for one in again.planned}
    line = next(one for one in services.rules.book().rules if one.rule is Rule.TWO_MONTHS)
    assert (line.is_on, line.days, line.usual_days) == (False, 60, 60)


def test_what_a_person_moved_stays_where_they_put_it(services: Services, jun: int) -> None:
    (two_weeks,) = (one for one in open_of(customer=jun) if one.rule == Rule.TWO_WEEKS)
    services.today.move(LATER, ED, two_weeks.id, date(2026, 12, 7))
    for change in (RuleChange(Rule.TWO_WEEKS, True, 21), RuleChange(Rule.TWO_WEEKS, False, 14)):
        assert services.rules.preview(LATER, change).is_nothing


def test_one_that_comes_to_stand_beside_another_one_goes(services: Services, jun: int) -> None:
    """Never two for the same reason on one day."""
    as_late = RuleChange(Rule.TWO_WEEKS, is_on=True, days=60)
    assert told(services.rules.preview(LATER, as_late)) == [("two_weeks", date(2026, 12, 5), None)]


def test_a_shorter_rule_never_makes_anything_overdue(services: Services, jun: int) -> None:
    christmas = at("2026-12-02 11:00")
    effect = services.rules.preview(christmas, RuleChange(Rule.TWO_WEEKS, is_on=True, days=3))
    assert told(effect) == [("two_weeks", date(2026, 12, 5), date(2026, 12, 2))]


def test_what_is_overdue_already_stays_overdue(services: Services, jun: int) -> None:
    week_later = at("2026-11-30 11:00")
    effect = services.rules.preview(week_later, RuleChange(Rule.DAY_AFTER, is_on=True, days=2))
    assert effect.is_nothing


def test_the_days_count_from_what_the_rule_is_about(services: Services, now: Now) -> None:
    """An altered suit for a wedding: from the day it is in their hands, and from the day it is
    for; whoever left: from their visit; a date: from itself."""
    jun = services.visits.record(now, ED, SUIT).customer_id or 0
    services.visits.record(now, ED, COAT)
    services.customers.add_date(now, ED, jun, "Birthday", 12, 1)
    expected = {
        Rule.AFTER_OCCASION: (3, date(2026, 11, 30), date(2026, 12, 1)),
        Rule.LEFT_DAY_10: (12, date(2026, 12, 1), date(2026, 12, 3)),
        Rule.DATE_BEFORE: (-5, date(2027, 1, 9), date(2027, 1, 7)),
    }
    for rule, (days, was, to) in expected.items():
        change = RuleChange(rule, is_on=True, days=days)
        assert told(services.rules.preview(LATER, change)) == [(rule, was, to)]


def test_back_to_the_usual_leaves_no_trace(services: Services, store: Store, now: Now) -> None:
    before = everything(store)["cadence"]
    services.rules.change(now, ED, RuleChange(Rule.CHECK_IN, is_on=False, days=90))
    services.rules.change(now, ED, RuleChange(Rule.CHECK_IN, is_on=True, days=120))
    services.rules.change(now, ED, RuleChange(Rule.CHECK_IN, is_on=True, days=90))
    assert everything(store)["cadence"] == before


@pytest.mark.parametrize(
    "change",
    [
        RuleChange(Rule.PROMISE_DUE, is_on=False, days=0),
        RuleChange(Rule.CALL_BACK, is_on=True, days=3),
        RuleChange(Rule.RETRY, is_on=False, days=1),
        RuleChange(Rule.TWO_WEEKS, is_on=True, days=5_000),
    ],
)
def test_what_was_agreed_is_no_rule_and_no_day_is_out_of_this_world(
    services: Services, now: Now, change: RuleChange
) -> None:
    with pytest.raises(WorldError):
        services.rules.change(now, ED, change)


def test_every_rule_and_kind_stands_in_the_book_once(services: Services) -> None:
    book = services.rules.book()
    agreed = {rule for rule, facts in RULES.items() if facts.agreed}
    assert {one.rule for one in book.rules} == set(Rule) - agreed - {Rule.RETRY}
    assert [one.kind for one in book.kinds] == list(Kind)
    assert {one.kind for one in book.kinds if not one.may_pause} == {
        Kind.PROMISE,
        Kind.CALL_BACK,
        Kind.PROBLEM,
        Kind.LATE_ORDER,
    }


def test_minutes_are_the_shops_until_they_are_the_playbooks_again(
    services: Services, now: Now
) -> None:
    def line() -> tuple[int, int]:
        kinds = services.rules.book().kinds
        return next((one.minutes, one.usual_minutes) for one in kinds if one.kind is Kind.DATE)

    usual = line()[1]
    services.rules.take_minutes(now, ED, Kind.DATE, 12)
    assert line() == (12, usual)
    services.rules.take_minutes(now, ED, Kind.DATE, usual)
    assert line() == (usual, usual)
    with pytest.raises(WorldError):
        services.rules.take_minutes(now, ED, Kind.DATE, 0)


# The days on which the shop is open


def test_days_that_are_closed_from_now_on_send_on_what_was_planned(
    services: Services, store: Store, jun: int
) -> None:
    """Shown first, moved with them, taken back with them; a promise and a chosen day stay."""
    (two_months,) = (one for one in open_of(customer=jun) if one.rule == Rule.TWO_MONTHS)
    services.today.move(LATER, ED, two_months.id, date(2026, 12, 4))
    promise = services.today.plan(LATER, ED, jun, Kind.PROMISE, date(2026, 12, 4), about="Ring")
    before = everything(store)
    closed = (ClosingDays(date(2026, 12, 4), date(2026, 12, 9), "Stocktaking"),)
    effect = services.rules.preview_shop(LATER, closing_days=closed)
    assert told(effect) == [("two_weeks", date(2026, 12, 5), date(2026, 12, 10))]
    made = services.shop.change_shop(LATER, ED, closing_days=closed)
    due = {one.id: one.due_on for one in open_of(customer=jun)}
    assert due[two_months.id] == due[promise.made_id or 0] == date(2026, 12, 4)
    assert planned(jun)["two_weeks"] == date(2026, 12, 10)
    store.undo(made.action_id or 0, LATER)
    assert everything(store) == before


def test_another_week_sends_on_what_falls_on_its_closed_days(services: Services, jun: int) -> None:
    mondays_to_fridays = HOURS[:5]
    effect = services.rules.preview_shop(LATER, hours=mondays_to_fridays)
    assert told(effect) == [("two_weeks", date(2026, 12, 5), date(2026, 12, 7))]
    assert services.rules.preview_shop(LATER, hours=HOURS).is_nothing
    assert services.rules.preview_shop(LATER).is_nothing


def test_a_preview_of_the_kinds_pause(services: Services, jun: int) -> None:
    assert services.rules.preview_pause(LATER, Kind.TWO_WEEKS, True).waits == 1
    assert services.rules.preview_pause(LATER, Kind.TWO_WEEKS, False).is_nothing


# Numbers, regions and countries (M-25, M-35, M-42, M-47)


def buy(services: Services, customer_id: int, moment: str) -> None:
    services.visits.record(at(moment), ED, replace(SHIRT, customer_id=customer_id))


def test_fewer_first_sales_show_and_make_the_light_plan_of_what_is_planned(
    services: Services, store: Store, jun: int
) -> None:
    """M-35: the second purchase is one of the first four, and wouldn't be one of the first one."""
    buy(services, jun, "2026-11-24 11:00")
    before, now = everything(store), at("2026-11-25 11:00")
    effect = services.rules.preview_preferences(now, first_n_sales=1)
    assert told(effect) == [
        ("day_after", date(2026, 11, 25), None),
        ("two_weeks", date(2026, 12, 8), date(2026, 12, 8)),
        ("two_months", date(2027, 1, 23), None),
    ]
    assert [(one.planned.rule, one.planned.due_on) for one in effect.comes] == [
        ("light_thanks", date(2027, 1, 23))
    ]
    assert (effect.moves, effect.goes) == (0, 2)
    assert everything(store) == before
    made = services.shop.prefer(now, ED, first_n_sales=1)
    second = {one.rule: one.due_on for one in open_of(customer=jun) if one.id > 3}
    assert second == {"light_check": date(2026, 12, 8), "light_thanks": date(2027, 1, 23)}
    store.undo(made.action_id or 0, now)
    assert everything(store) == before


def test_more_first_sales_bring_the_calls_that_are_still_ahead(
    services: Services, store: Store, jun: int
) -> None:
    services.shop.prefer(LATER, ED, first_n_sales=1)
    buy(services, jun, "2026-11-24 11:00")
    now = at("2026-11-27 11:00")
    effect = services.rules.preview_preferences(now, first_n_sales=4)
    assert [(rule, to) for rule, _was, to in told(effect)] == [
        ("light_check", date(2026, 12, 8)),
        ("light_thanks", None),
    ]
    assert [one.planned.rule for one in effect.comes] == ["two_months"]
    services.shop.prefer(now, ED, first_n_sales=4)
    assert {"two_weeks", "two_months"} <= planned(jun).keys()
    assert "day_after" not in {one.rule for one in open_of(customer=jun) if one.id > 3}


def test_whoever_has_a_number_of_their_own_keeps_it(services: Services, jun: int) -> None:
    buy(services, jun, "2026-11-24 11:00")
    services.customers.change(LATER, ED, jun, first_n_sales=6)
    assert services.rules.preview_preferences(LATER, first_n_sales=1).is_nothing


def test_fewer_tries_leave_in_peace_who_has_been_tried_so_often(
    services: Services, store: Store, jun: int
) -> None:
    """M-25: two tries, and from now on two are enough."""
    for day in ("2026-11-24 11:00", "2026-11-25 15:00"):
        talk = Talk(services, at(day), jun)
        talk.begin(min(open_of(customer=jun), key=lambda one: one.due_on).id)
        talk.end(Outcome.NO_ANSWER)
    now = at("2026-11-25 16:00")
    assert services.rules.preview_preferences(now, max_tries=3).is_nothing
    before = everything(store)
    effect = services.rules.preview_preferences(now, max_tries=2)
    assert told(effect)[0][2] == date(2027, 2, 23)
    assert {(rule, to) for rule, _was, to in told(effect)[1:]} == {("two_months", None)}
    assert everything(store) == before
    made = services.shop.prefer(now, ED, max_tries=2)
    assert planned(jun)["rest_over"] == date(2027, 2, 23)
    tried = FollowUpRow.get(FollowUpRow.tries > 0)
    assert (tried.status, tried.closed_why, tried.rule) == ("closed", "rests", "day_after")
    assert services.customers.card(now, jun).rest_until == date(2027, 2, 23)
    store.undo(made.action_id or 0, now)
    assert everything(store) == before
    services.shop.prefer(now, ED, max_tries=2)
    assert services.rules.preview_preferences(now, max_tries=8).is_nothing


def test_fewer_tries_are_weighed_in_the_same_statements_for_however_many(
    services: Services, store: Store, jun: int
) -> None:
    """And whoever was reached in between begins anew."""

    def weighed() -> tuple[set[str], int]:
        with statements(store) as sent:
            effect = services.rules.preview_preferences(at("2026-11-27 16:00"), max_tries=2)
        return {one.one.name for one in effect.moved}, len(sent)

    call(services, jun, "2026-11-24 11:00", Outcome.NO_ANSWER)
    call(services, jun, "2026-11-25 15:00", Outcome.NO_ANSWER)
    names, count = weighed()
    assert names == {"Jun Hayashi"}
    for name, between in (("Ingrid Vale", Outcome.NO_ANSWER), ("Ed Rourke", Outcome.TALKED)):
        who = services.visits.record(at("2026-11-21 10:42"), ED, replace(SHIRT, name=name))
        assert who.customer_id is not None
        call(services, who.customer_id, "2026-11-24 12:00", Outcome.NO_ANSWER)
        call(services, who.customer_id, "2026-11-25 16:00", between)
        if between is Outcome.TALKED:
            call(services, who.customer_id, "2026-11-26 12:00", Outcome.NO_ANSWER)
    assert weighed() == ({"Jun Hayashi", "Ingrid Vale"}, count)


def call(services: Services, who: int, moment: str, outcome: Outcome) -> None:
    talk = Talk(services, at(moment), who)
    talk.begin(min(open_of(customer=who), key=lambda one: one.due_on).id)
    talk.end(outcome)


def test_where_nobody_tries_again_after_the_rest_the_tries_end(
    services: Services, store: Store, jun: int
) -> None:
    talk = Talk(services, LATER, jun)
    talk.begin(min(open_of(customer=jun), key=lambda one: one.due_on).id)
    talk.end(Outcome.NO_ANSWER)
    services.rules.change(LATER, ED, RuleChange(Rule.REST_OVER, is_on=False, days=90))
    effect = services.rules.preview_preferences(LATER, max_tries=1)
    assert [(rule, to) for rule, _was, to in told(effect)] == [("day_after", None)]
    services.shop.prefer(LATER, ED, max_tries=1)
    assert "day_after" not in planned(jun)
    assert services.customers.card(LATER, jun).rest_until is None


def test_what_would_come_beside_another_one_does_not_come(services: Services, jun: int) -> None:
    """Never two for the same reason on one day."""
    services.shop.prefer(LATER, ED, first_n_sales=1)
    buy(services, jun, "2026-11-24 11:00")
    services.today.plan(LATER, ED, jun, Kind.TWO_MONTHS, date(2027, 1, 23), about="Hat")
    effect = services.rules.preview_preferences(LATER, first_n_sales=4)
    assert [one.planned.rule for one in effect.comes] == ["day_after"]


def test_what_no_rule_is_made_of_moves_nothing(services: Services, store: Store, jun: int) -> None:
    before = everything(store)["follow_up"]
    for preference in ({"follow_up_times": (time(9),)}, {"text_size": 130}, {"budget_minutes": 90}):
        assert services.rules.preview_preferences(LATER, **preference).is_nothing
        services.shop.prefer(LATER, ED, **preference)
    assert everything(store)["follow_up"] == before


def test_stricter_hours_say_who_would_wait_and_move_nothing(
    services: Services, store: Store, jun: int
) -> None:
    """M-47: looked at whenever it is shown, so nothing is kept of it."""
    services.today.plan(LATER, ED, jun, Kind.CHECK_IN, date(2026, 11, 25), time(10, 30))
    before = everything(store)
    effect = services.rules.preview_preferences(LATER, calling_from=time(12))
    waits = [(f"{one.was:%d %H:%M}", f"{one.until:%d %H:%M}") for one in effect.waiting]
    assert waits == [("24 11:00", "24 12:00"), ("25 10:30", "25 12:00")]
    assert {(one.name, one.why) for one in effect.waiting} == {("Jun Hayashi", Waits.CALLING_HOURS)}
    assert (effect.moved, effect.freed) == ((), 0)
    services.shop.prefer(LATER, ED, calling_from=time(12))
    assert everything(store)["follow_up"] == before["follow_up"]
    back = services.rules.preview_preferences(LATER, calling_from=None)
    assert (back.waiting, back.freed) == ((), 2)


def test_a_region_that_wants_a_yes_says_who_would_wait_for_it(services: Services) -> None:
    services.visits.record(LATER, ED, replace(COAT, may_call=None))
    effect = services.rules.preview_preferences(LATER, calling_region="fr")
    assert {(one.why, one.until) for one in effect.waiting} == {(Waits.NO_PERMISSION, None)}


def test_another_country_sends_on_what_falls_on_its_holidays(services: Services, jun: int) -> None:
    """2 December is no holiday in either; 5 December is one in Thailand, and 26 January in
    Australia; the shop is in the United States."""
    services.rules.change(LATER, ED, RuleChange(Rule.TWO_MONTHS, is_on=True, days=66))
    assert planned(jun)["two_months"] == date(2027, 1, 26)
    effect = services.rules.preview_shop(LATER, country="AU")
    assert told(effect) == [("two_months", date(2027, 1, 26), date(2027, 1, 27))]
    services.shop.change_shop(LATER, ED, country="AU")
    assert planned(jun)["two_months"] == date(2027, 1, 27)


def test_thanks_of_those_who_would_not_be_loyal_any_more_go(services: Services, jun: int) -> None:
    """M-42."""
    for day in range(1, 6):
        buy(services, jun, f"2026-12-0{day} 11:00")
    now = at("2026-12-07 11:00")
    for one in open_of(customer=jun):
        services.today.skip(now, ED, one.id, "Only for the test")
    services.today.look_ahead(now)
    assert list(planned(jun)) == ["yearly_thanks"]
    effect = services.rules.preview_preferences(now, loyal_after=10)
    assert [(rule, to) for rule, _was, to in told(effect)] == [("yearly_thanks", None)]
    services.shop.prefer(now, ED, loyal_after=10)
    assert planned(jun) == {}


def test_a_rule_that_is_changed_twice_takes_its_follow_ups_along_twice(
    services: Services, jun: int
) -> None:
    for days, on in ((21, 12), (14, 5)):
        services.rules.change(LATER, ED, RuleChange(Rule.TWO_WEEKS, is_on=True, days=days))
        assert planned(jun)["two_weeks"] == date(2026, 12, on)


def test_promises_and_what_a_person_moved_stay_whatever_is_changed(
    services: Services, store: Store, jun: int
) -> None:
    for one in open_of(customer=jun):
        services.today.move(LATER, ED, one.id, one.due_on + timedelta(days=1))
    services.today.plan(LATER, ED, jun, Kind.PROMISE, date(2026, 12, 26), about="Ring")
    before = everything(store)["follow_up"]
    services.shop.prefer(LATER, ED, first_n_sales=0, max_tries=1, calling_region="fr")
    services.shop.change_shop(LATER, ED, country="FR")
    kept = [(row[0], *row[5:8]) for row in everything(store)["follow_up"]]
    assert kept == [(row[0], *row[5:8]) for row in before]
