"""Why a follow-up waits, from the rows of a real shop (M-25, M-28, M-34, M-47, M-50)."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from followup_desktop.domain.call import WrapUp
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.kinds import KINDS, CallStep, Kind, Outcome, PhoneKind, PurposeReached
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.today import Group, TodayRow, Waits
from followup_desktop.services import Services
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.store import Store
from followup_desktop.words import why
from tests.services.call_world import COAT, ED, SUIT, visited
from tests.services.world import HOURS, at

MONDAY = at("2026-11-23 11:00")


def plan(services: Services, customer_id: int, kind: Kind, **due: Any) -> int:
    made = services.today.plan(at("2026-11-21 10:42"), ED, customer_id, kind, MONDAY.day, **due)
    assert made.made_id is not None
    return made.made_id


def row(services: Services, follow_up_id: int, now: Now = MONDAY) -> TodayRow:
    rows = services.today.today(now, ED).rows
    return next(row for row in rows if row.due.id == follow_up_id)


def wait(services: Services, follow_up_id: int, now: Now = MONDAY) -> Waits | None:
    return row(services, follow_up_id, now).waits


@pytest.fixture
def jun(services: Services, now: Now) -> int:
    return services.customers.add(now, ED, "Jun Hayashi", "212 555 0143").customer_id or 0


# Permission, by region (M-28)


@pytest.mark.parametrize("region", ["de", "fr"])
def test_where_a_region_asks_for_it_only_service_remains_and_the_screen_says_why(
    services: Services, jun: int, now: Now, region: str
) -> None:
    date_of_theirs, order = (plan(services, jun, kind) for kind in (Kind.DATE, Kind.ORDER_CHECK))
    assert wait(services, date_of_theirs) is None
    services.shop.prefer(now, ED, calling_region=region)
    assert wait(services, order) is None
    held_back = row(services, date_of_theirs)
    assert (held_back.waits, held_back.waits_until) == (Waits.NO_PERMISSION, None)
    assert held_back.group is Group.WHEN_THERES_TIME
    assert why.row(held_back, MONDAY.day).below.endswith("no permission yet")
    assert "Ask when they are next in" in why.fine_to_call(held_back, MONDAY.local)


# What the shop decides


def test_what_is_put_aside_waits_and_comes_back(services: Services, jun: int, now: Now) -> None:
    one = plan(services, jun, Kind.DATE)
    services.rules.pause(now, ED, Kind.DATE, True)
    assert (wait(services, one), row(services, one).group) == (
        Waits.PAUSED,
        Group.WHEN_THERES_TIME,
    )
    services.rules.pause(now, ED, Kind.DATE, False)
    assert wait(services, one) is None
    with pytest.raises(WorldError):
        services.rules.pause(now, ED, Kind.PROMISE, True)


def test_the_shops_own_stricter_hours(services: Services, jun: int, now: Now) -> None:
    one = plan(services, jun, Kind.DAY_AFTER)
    services.shop.prefer(now, ED, calling_from=time(13), calling_not_on=(1,))
    assert row(services, one).waits_until == at("2026-11-23 13:00").local
    tuesday = at("2026-11-24 14:00")
    assert row(services, one, tuesday).waits_until == at("2026-11-25 13:00").local
    with pytest.raises(WorldError):
        services.shop.prefer(now, ED, calling_not_on=tuple(range(7)))


# Room (M-25, M-50)


def test_after_a_try_everything_but_the_pressing_waits_for_tomorrow(store: Store) -> None:
    talk = visited(store, SUIT)
    talk.now = MONDAY
    date_of_theirs = plan(talk.services, talk.customer_id, Kind.DATE)
    order = plan(talk.services, talk.customer_id, Kind.ORDER_CHECK)
    (day_after,) = (one for one in open_of(customer=talk.customer_id) if one.rule == "day_after")
    talk.begin(day_after.id)
    talk.end(Outcome.NO_ANSWER)
    later = at("2026-11-23 16:00")
    assert wait(talk.services, date_of_theirs, later) is Waits.TRIED_TODAY
    assert wait(talk.services, order, later) is None
    assert wait(talk.services, date_of_theirs, at("2026-11-24 11:00")) is None


def test_the_french_cap_holds_whatever_the_calls_were_about(store: Store) -> None:
    services = Services(store)
    services.shop.prefer(at("2026-11-20 10:00"), ED, calling_region="fr")
    talk = visited(store, COAT)
    for day in (23, 24, 25, 26):
        talk.now, talk.call_id = at(f"2026-11-{day} 11:00"), 0
        made = services.today.plan(talk.now, ED, talk.customer_id, Kind.LEFT_SECOND, talk.now.day)
        talk.begin(made.made_id)
        talk.end(Outcome.NO_ANSWER)
    other = services.today.plan(
        talk.now, ED, talk.customer_id, Kind.DATE, date(2026, 11, 30)
    ).made_id
    held_back = row(services, other or 0, at("2026-11-30 11:00"))
    assert held_back.waits is Waits.TRIED_OFTEN
    assert held_back.waits_until == at("2026-12-23 10:00").local


def test_left_in_peace_as_they_wish(services: Services, jun: int, now: Now) -> None:
    """The customer's own rest, beside the one after the last try."""
    one, order = (plan(services, jun, kind) for kind in (Kind.DATE, Kind.ORDER_CHECK))
    services.customers.change(now, ED, jun, rest_until=date(2026, 12, 1))
    assert row(services, one).waits_until == at("2026-12-01 10:00").local
    assert wait(services, order) is None
    assert services.customers.card(now, jun).rest_until == date(2026, 12, 1)


def test_a_no_keeps_offers_away_and_leaves_the_rest(store: Store) -> None:
    talk = visited(store, SUIT)
    talk.now = MONDAY
    talk.end(Outcome.TALKED, declined=True, purpose_reached=PurposeReached.NOT_THIS_TIME)
    december = at("2026-12-07 11:00")
    made = talk.services.today.plan(MONDAY, ED, talk.customer_id, Kind.SOMETHING_NEW, december.day)
    assert made.made_id is not None
    held_back = row(talk.services, made.made_id, december)
    assert (held_back.waits, held_back.waits_until) == (
        Waits.DECLINED,
        at("2027-01-22 10:00").local,
    )
    assert why.row(held_back, december.day).below.endswith("said no lately, until 22 Jan")


# Where they are


@pytest.mark.parametrize(
    ("number", "hour", "waits_until"),
    [
        ("+1 212 555 0143", 11, None),
        # The shop's clock in these tests is that of Greenwich.
        ("+44 20 7946 0143", 11, None),
        ("+33 1 99 00 12 34", 11, None),
        # Tokyo is nine hours ahead: 19:30 there. One calls from 8 to 21, and the shop shuts at 7.
        ("+81 3 1234 5678", 10, None),
        ("+81 3 1234 5678", 13, "2026-11-24 10:00"),
    ],
)
def test_calling_hours_are_the_called_partys(
    services: Services, now: Now, number: str, hour: int, waits_until: str | None
) -> None:
    one = services.customers.add(now, ED, "Jun Hayashi", number).customer_id or 0
    waiting = row(services, plan(services, one, Kind.DAY_AFTER), at(f"2026-11-23 {hour}:30"))
    until = None if waits_until is None else at(waits_until).local
    assert waiting.waits_until == until
    assert waiting.waits is (None if until is None else Waits.THEIR_NIGHT)


def test_a_shop_that_moves_finds_its_customers_abroad(
    services: Services, jun: int, now: Now
) -> None:
    """At 11:00 in Greenwich it is 6:00 in New York, which only matters to a shop elsewhere; from
    eight on one may call there."""
    one = plan(services, jun, Kind.DAY_AFTER)
    assert wait(services, one) is None
    services.shop.change_shop(now, ED, country="GB")
    assert row(services, one).waits_until == at("2026-11-23 13:00").local


# A promise with a reason (M-47)


def test_a_promise_is_kept_outside_the_hours_with_its_reason(services: Services, jun: int) -> None:
    promise = plan(
        services, jun, Kind.PROMISE, due_time=time(20, 30), about="Call after the concert"
    )
    assert services.today.preview(MONDAY, promise).is_outside
    evening = at("2026-11-23 20:30")
    assert wait(services, promise, evening) is Waits.SHOP_CLOSED
    services.today.keep_anyway(MONDAY, ED, promise, "They asked for that time")
    assert wait(services, promise, evening) is None
    assert not services.today.preview(MONDAY, promise).is_outside
    shown = why.fine_to_call(row(services, promise), MONDAY.local)
    assert "Kept whatever the hours: They asked for that time." in shown
    rung = services.reminders.due(evening)
    assert promise in rung.ids
    # Another time, another question.
    services.today.move(MONDAY, ED, promise, MONDAY.day, time(21))
    assert services.today.preview(MONDAY, promise).is_outside


def test_only_a_promise_overrules_and_only_with_a_reason(services: Services, jun: int) -> None:
    for kind, reason in ((Kind.DATE, "They asked"), (Kind.PROMISE, " ")):
        one = plan(services, jun, kind, about="Something")
        with pytest.raises(WorldError):
            services.today.keep_anyway(MONDAY, ED, one, reason)


def test_a_promise_within_the_hours_asks_for_no_reason(services: Services, jun: int) -> None:
    promise = plan(services, jun, Kind.PROMISE, due_time=time(16), about="Call back")
    assert not services.today.preview(MONDAY, promise).is_outside
    closed_all_day = replace(MONDAY)
    services.shop.change_shop(closed_all_day, ED, hours=HOURS[1:])
    assert services.today.preview(MONDAY, promise).is_outside


# Discreet (M-34)


def test_for_a_surprise_only_their_own_number_is_shown(
    services: Services, jun: int, now: Now
) -> None:
    services.customers.change_phone(now, ED, 1, kind=PhoneKind.HOME)
    services.customers.add_phone(now, ED, jun, "212 555 0199", PhoneKind.MOBILE)
    one = plan(services, jun, Kind.DAY_AFTER)
    assert services.today.preview(MONDAY, one).phone == "+1 212 555 0143"
    services.customers.change(now, ED, jun, discreet=True)
    assert services.today.preview(MONDAY, one).phone == "+1 212 555 0199"


# Recording a visit (M-28)


@pytest.mark.parametrize(
    ("region", "may_call", "withheld"),
    [
        ("us", None, None),
        ("us", False, Waits.NO_PERMISSION),
        ("de", None, Waits.NO_PERMISSION),
        ("de", False, Waits.NO_PERMISSION),
        ("de", True, None),
    ],
)
def test_a_visit_plans_no_more_than_one_may(
    services: Services, now: Now, region: str, may_call: bool | None, withheld: Waits | None
) -> None:
    services.shop.prefer(now, ED, calling_region=region)
    preview = services.visits.preview(now, replace(SUIT, may_call=may_call))
    assert preview.withheld is withheld
    is_whole = any(KINDS[one.kind].marketing for one in preview.planned)
    assert is_whole == (withheld is None)
    assert Kind.DAY_AFTER in {one.kind for one in preview.planned}


def test_whoever_asked_not_to_be_called_and_buys_gets_service_alone(
    services: Services, jun: int, now: Now
) -> None:
    services.customers.dont_call(now, ED, jun)
    preview = services.visits.preview(now, replace(SUIT, customer_id=jun, may_call=True))
    assert preview.withheld is Waits.DONT_CALL
    assert not any(KINDS[one.kind].marketing for one in preview.planned)


# In the reminder window


def test_what_stands_there_says_why_it_is_not_the_moment_any_more(
    services: Services, jun: int
) -> None:
    """Announced in the morning; then another call to them reached nobody."""
    thanks, other = (plan(services, jun, kind) for kind in (Kind.THANK_YOU, Kind.TWO_WEEKS))
    seen = services.reminders.due(at("2026-11-23 10:31"))
    assert set(seen.ids) == {thanks, other} and not seen.waits
    services.reminders.announced(at("2026-11-23 10:31"), seen.fresh)
    call = services.calls.begin(MONDAY, ED, jun, other).made_id or 0
    services.calls.go(MONDAY, call, CallStep.CALL)
    services.calls.go(MONDAY, call, CallStep.WRAP_UP)
    services.calls.answer(MONDAY, call, WrapUp(outcome=Outcome.NO_ANSWER))
    services.calls.finish(MONDAY, ED, call)
    later = services.reminders.due(at("2026-11-23 11:30"))
    assert {who: wait.why for who, wait in later.waits.items()} == {thanks: Waits.TRIED_TODAY}


def test_where_the_system_knows_no_time_zone_the_shops_hours_hold(
    services: Services, now: Now, store: Store
) -> None:
    """As on a Windows without its table of zones."""
    one = services.customers.add(now, ED, "Jun Hayashi", "+81 3 1234 5678").customer_id or 0
    late = at("2026-11-23 13:30")
    follow_up = plan(services, one, Kind.DAY_AFTER)
    assert wait(services, follow_up, late) is Waits.THEIR_NIGHT
    store.database.execute_sql('UPDATE "phone" SET "zones" = ?', ("Nowhere/At_All",))
    assert wait(services, follow_up, late) is None
