"""An order that isn't complete on its day: told, chosen, measured (M-37, M-68)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

import pytest

from followup_desktop.domain.changes import Changes
from followup_desktop.domain.checks import Why
from followup_desktop.domain.delay import Delay
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.insights.asked import Asked
from followup_desktop.domain.insights.in_short import Told, Took
from followup_desktop.domain.kinds import (
    Fulfilment,
    Kind,
    OrderChoice,
    Outcome,
    PurposeReached,
    Step,
)
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.story import EventKind
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.services.orders import Orders
from followup_desktop.store.reads.delays import newest_delay
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.reads.orders import checkpoints
from followup_desktop.store.reads.orders import order as order_by_id
from followup_desktop.store.store import Store
from followup_desktop.words import story as story_words
from tests.services.call_world import Talk
from tests.services.world import at, everything

BOOTS = NewVisit(
    name="Adaeze Okafor",
    phone="212 555 0119",
    items=("Boots",),
    fulfilment=Fulfilment.ORDER,
    promised_on=date(2026, 11, 25),
    may_call=True,
)


@pytest.fixture
def boots(services: Services, now: Now) -> int:
    """The order's id: boots, promised for Wednesday."""
    services.visits.record(now, 1, BOOTS)
    return services.orders.orders(now)[0].id


def step(order_id: int, wanted: Step) -> int:
    return next(one.id for one in checkpoints(order_id) if one.step is wanted)


def standing(order_id: int) -> list[tuple[Kind, date]]:
    return sorted((one.kind, one.due_on) for one in open_of(order=order_id))


def delay_of(order_id: int) -> Delay:
    delay = newest_delay(order_id)
    assert delay is not None
    return delay


# Checkpoints and their days


def test_each_checkpoint_has_a_day_as_far_as_the_promise_says_it(boots: int) -> None:
    assert {one.step: one.due_on for one in checkpoints(boots)} == {
        Step.ENTERED: None,
        Step.READY: date(2026, 11, 25),
        Step.COMPLETE: date(2026, 11, 25),
        Step.RECEIVED: date(2026, 12, 2),
        Step.INTACT: None,
        Step.QUESTIONS: None,
    }


def test_what_they_have_is_asked_about_on_the_next_open_day(
    services: Services, boots: int, now: Now
) -> None:
    services.orders.check(now, 1, step(boots, Step.RECEIVED))
    due = {one.step: one.due_on for one in checkpoints(boots)}
    assert due[Step.INTACT] == due[Step.QUESTIONS] == date(2026, 11, 23)


def test_a_checkpoint_gets_a_day_of_its_own(services: Services, boots: int, now: Now) -> None:
    ready = step(boots, Step.READY)
    services.orders.plan_step(now, 1, ready, date(2026, 11, 24))
    assert next(one.due_on for one in checkpoints(boots) if one.id == ready) == date(2026, 11, 24)
    services.orders.plan_step(now, 1, ready, None)
    assert next(one.due_on for one in checkpoints(boots) if one.id == ready) is None
    with pytest.raises(WorldError) as refused:
        services.orders.plan_step(now, 1, ready, date(2026, 11, 20))
    assert (refused.value.field, refused.value.why) == ("due_on", Why.IN_THE_PAST)


def test_a_checkpoint_past_its_day_makes_a_follow_up(services: Services, now: Now) -> None:
    """One that was promised later, and should have been ready by Monday."""
    later = replace(BOOTS, promised_on=None)
    services.visits.record(now, 1, later)
    (line,) = services.orders.orders(now)
    for one in open_of(order=line.id):
        services.today.done(now, 1, one.id)
    services.orders.plan_step(now, 1, step(line.id, Step.READY), date(2026, 11, 23))
    for moment, expected in (
        ("2026-11-23 10:00", []),
        ("2026-11-24 10:00", []),
        ("2026-11-30 10:00", [(Kind.ORDER_CHECK, date(2026, 11, 30))]),
        ("2026-12-01 10:00", [(Kind.ORDER_CHECK, date(2026, 11, 30))]),
    ):
        services.today.look_ahead(at(moment))
        assert standing(line.id) == expected, moment


def test_what_nobody_fetched_makes_a_follow_up(services: Services, boots: int, now: Now) -> None:
    on_the_day = at("2026-11-25 11:00")
    for wanted in (Step.READY, Step.COMPLETE):
        services.orders.check(on_the_day, 1, step(boots, wanted))
    for one in open_of(order=boots):
        services.today.done(on_the_day, 1, one.id, "They know that the boots are here")
    services.today.look_ahead(at("2026-12-02 10:00"))
    assert standing(boots) == []
    services.today.look_ahead(at("2026-12-03 10:00"))
    assert [one.rule for one in open_of(order=boots)] == ["order_received"]


# Late


def test_not_complete_is_told_today_and_the_hours_are_measured(
    services: Services, boots: int
) -> None:
    """A whole week: a back order told late."""
    orders = services.orders
    known = at("2026-11-23 10:15")
    orders.not_complete(known, 1, boots, "One boot has the wrong sole")
    assert (Kind.LATE_ORDER, date(2026, 11, 23)) in standing(boots)
    (line,) = orders.orders(known)
    assert line.is_untold and not line.is_late

    # Nobody gets to it on Monday; it stays, on top, and nothing is planned twice.
    services.today.look_ahead(at("2026-11-24 10:00"))
    tuesday = at("2026-11-24 12:15")
    assert services.today.today(tuesday, 1).rows[0].due.kind is Kind.LATE_ORDER
    assert sum(kind is Kind.LATE_ORDER for kind, _on in standing(boots)) == 1

    # They are called, and choose.
    late = next(one for one in open_of(order=boots) if one.kind is Kind.LATE_ORDER)
    talk = Talk(services, tuesday, late.customer_id)
    shown = talk.begin(late.id)
    assert shown.order is not None and shown.order.what == "Boots"
    orders.choose(tuesday, 1, boots, OrderChoice.HOLD, "no hurry")
    assert talk.shown.order is not None and talk.shown.order.choice is OrderChoice.HOLD
    talk.end(Outcome.TALKED)
    delay = delay_of(boots)
    assert (delay.choice, delay.choice_note, delay.told_by) == (
        OrderChoice.HOLD,
        "no hurry",
        "Ed Marsh",
    )
    assert delay.waited(tuesday.utc) == timedelta(hours=26)
    told = services.insights.in_short(tuesday, 1, Asked()).told
    assert told == Told(Took(1, timedelta(hours=26)), waiting=0)
    assert standing(boots) == [(Kind.ORDER_CHECK, date(2026, 11, 25))]

    # The promised day passes all the same: they know of it, so it isn't told again at once.
    orders.move_date(at("2026-11-25 09:00"), 1, boots, date(2026, 12, 1), None, "New sole on Tue")
    services.today.look_ahead(at("2026-11-26 10:00"))
    assert delay_of(boots).id != delay.id, "another day, another telling"
    story = services.customers.story(late.customer_id, kinds=(EventKind.ORDER, EventKind.DELAY))
    told = [story_words.story(event, date(2026, 11, 26)).text for event in story]
    assert told == [
        "Now promised for 1 Dec. New sole on Tue.",
        "New sole on Tue. They haven’t heard it from us yet.",
        "One boot has the wrong sole. Told after 26 hours."
        " They’d like us to hold it until it is complete: no hurry.",
    ]


def test_a_new_day_known_at_once_goes_with_it(services: Services, boots: int, now: Now) -> None:
    services.orders.not_complete(now, 1, boots, "The soles are missing", date(2026, 12, 3))
    (line,) = services.orders.orders(now)
    assert line.promised_on == date(2026, 12, 3) and line.is_untold
    assert standing(boots) == [
        (Kind.LATE_ORDER, now.day),
        (Kind.ORDER_CHECK, date(2026, 12, 3)),
    ]
    assert delay_of(boots).what == "The soles are missing"
    late = next(one for one in open_of(order=boots) if one.kind is Kind.LATE_ORDER)
    shown = Talk(services, now, late.customer_id).begin(late.id)
    assert any("Thursday 3 December" in one.words for one in shown.lines)


def test_without_a_new_day_the_script_names_none(services: Services, boots: int, now: Now) -> None:
    """Scripts quote only the recorded date: one that has passed, or fell, is no new day."""
    services.orders.move_date(now, 1, boots, date(2026, 11, 24), None, "Came early")
    services.orders.not_complete(at("2026-11-24 10:00"), 1, boots, "One is missing")
    late = next(one for one in open_of(order=boots) if one.kind is Kind.LATE_ORDER)
    shown = Talk(services, at("2026-11-24 11:00"), late.customer_id).begin(late.id)
    assert not any("24 November" in one.words for one in shown.lines)
    assert any("won’t guess" in one.words for one in shown.lines)


def test_a_check_of_today_becomes_the_call(services: Services, boots: int) -> None:
    on_the_day = at("2026-11-25 10:00")
    services.orders.not_complete(on_the_day, 1, boots, "The left one isn’t here")
    assert standing(boots) == [(Kind.LATE_ORDER, date(2026, 11, 25))]


def test_late_overnight_is_known_in_the_morning_and_told_once(
    services: Services, boots: int
) -> None:
    morning = at("2026-11-26 10:05")
    services.today.look_ahead(morning)
    assert standing(boots) == [(Kind.LATE_ORDER, date(2026, 11, 25))]
    assert delay_of(boots).known_at == morning.utc
    services.orders.told(at("2026-11-26 11:05"), 1, boots)
    assert delay_of(boots).waited(morning.utc) == timedelta(hours=1)
    assert standing(boots) == [(Kind.ORDER_CHECK, date(2026, 12, 3))], "asked after in a week"
    services.today.look_ahead(at("2026-11-27 10:00"))
    assert standing(boots) == [(Kind.ORDER_CHECK, date(2026, 12, 3))], "they know"


def test_a_broken_new_day_is_told_again(services: Services, boots: int, now: Now) -> None:
    services.orders.move_date(now, 1, boots, date(2026, 11, 27), None, "Soles", they_know=True)
    first = delay_of(boots)
    assert first.is_told and first.waited(now.utc) == timedelta(0)
    assert standing(boots) == [(Kind.ORDER_CHECK, date(2026, 11, 27))]
    services.today.look_ahead(at("2026-11-28 10:00"))
    second = delay_of(boots)
    assert second.id != first.id and not second.is_told
    assert standing(boots)[0][0] is Kind.LATE_ORDER


def test_who_must_hear_it_stands_on_top(services: Services, boots: int, now: Now) -> None:
    late = replace(BOOTS, name="Tom Kessler", phone="212 555 0120", promised_on=date(2026, 11, 23))
    services.visits.record(now, 1, late)
    services.orders.not_complete(now, 1, boots, "One is missing")
    lines = services.orders.orders(at("2026-11-24 10:00"))
    assert [(line.name, line.is_untold, line.is_late) for line in lines] == [
        ("Adaeze Okafor", True, False),
        ("Tom Kessler", False, True),
    ]


def test_complete_after_all_nobody_has_to_be_told(services: Services, boots: int, now: Now) -> None:
    services.orders.not_complete(now, 1, boots, "One is missing")
    for wanted in (Step.READY, Step.COMPLETE):
        services.orders.check(now, 1, step(boots, wanted))
    assert not services.orders.orders(now)[0].is_untold
    assert standing(boots) == [(Kind.ORDER_CHECK, date(2026, 11, 25))]


# On the call


@pytest.fixture
def telling(services: Services, boots: int, now: Now) -> Talk:
    """The call that tells them."""
    services.orders.not_complete(now, 1, boots, "One is missing")
    late = next(one for one in open_of(order=boots) if one.kind is Kind.LATE_ORDER)
    talk = Talk(services, now, late.customer_id)
    talk.begin(late.id)
    return talk


def test_an_order_they_give_up_is_cancelled_when_the_call_ends(
    telling: Talk, services: Services, boots: int, now: Now
) -> None:
    services.orders.choose(now, 1, boots, OrderChoice.CANCEL, "found a pair in Boston")
    assert [line.id for line in services.orders.orders(now)] == [boots], "as long as they talk"
    telling.call()
    shown = telling.answer(Outcome.TALKED)
    kinds = {one.kind for one in shown.next_steps}
    assert not kinds & {Kind.ORDER_CHECK, Kind.LATE_ORDER, Kind.DAY_AFTER, Kind.TWO_WEEKS}
    telling.end(Outcome.TALKED)
    found = order_by_id(boots)
    assert found is not None and found.cancelled
    assert standing(boots) == []
    assert not [one for one in open_of(customer=telling.customer_id) if one.kind is Kind.DAY_AFTER]


def test_a_choice_can_change_while_they_talk(
    telling: Talk, services: Services, boots: int, now: Now
) -> None:
    services.orders.choose(now, 1, boots, OrderChoice.CANCEL)
    services.orders.choose(now, 1, boots, OrderChoice.PART_NOW)
    telling.end(Outcome.TALKED)
    found = order_by_id(boots)
    assert found is not None and not found.cancelled
    assert delay_of(boots).choice is OrderChoice.PART_NOW
    services.orders.choose(now, 1, boots, None)
    assert (delay_of(boots).choice, delay_of(boots).is_told) == (None, True)


def test_who_wasnt_reached_hasnt_been_told(telling: Talk, boots: int) -> None:
    telling.end(Outcome.LEFT_MESSAGE)
    assert not delay_of(boots).is_told
    assert (Kind.LATE_ORDER, date(2026, 11, 23)) in standing(boots)


def test_told_on_the_call_without_a_new_day_is_asked_after_in_a_week(
    services: Services, boots: int
) -> None:
    now = at("2026-11-26 10:05")
    services.today.look_ahead(now)
    (late,) = open_of(order=boots)
    talk = Talk(services, now, late.customer_id)
    talk.begin(late.id)
    talk.call()
    shown = talk.answer(Outcome.TALKED, purpose_reached=PurposeReached.REACHED)
    assert (Kind.ORDER_CHECK, date(2026, 12, 3)) in [(s.kind, s.due_on) for s in shown.next_steps]
    talk.end(Outcome.TALKED)
    assert standing(boots) == [(Kind.ORDER_CHECK, date(2026, 12, 3))]
    assert delay_of(boots).is_told


# Together

Verb = Callable[[Orders, Now, int], Changes]
VERBS: dict[str, Verb] = {
    "plan_step": lambda o, now, one: o.plan_step(now, 1, step(one, Step.INTACT), date(2026, 12, 3)),
    "not_complete": lambda o, now, one: o.not_complete(now, 1, one, "The left one"),
    "with_a_day": lambda o, now, one: o.not_complete(
        now, 1, one, "The left one", date(2026, 12, 3)
    ),
    "told": lambda o, now, one: o.told(now, 1, one),
    "choose": lambda o, now, one: o.choose(now, 1, one, OrderChoice.ALTERNATIVE, "the brown ones"),
    "agreed": lambda o, now, one: o.move_date(
        now, 1, one, date(2026, 12, 3), None, "Soles", they_know=True
    ),
}


@pytest.mark.parametrize("name", VERBS)
def test_undo_takes_each_back_whole(
    services: Services, store: Store, boots: int, now: Now, name: str
) -> None:
    before = everything(store)
    changes = VERBS[name](services.orders, now, boots)
    assert everything(store) != before
    store.undo(changes.action_id or 0, now)
    assert everything(store) == before


@pytest.mark.parametrize(
    ("verb", "field", "why"),
    [
        (lambda o, now, one: o.not_complete(now, 1, one, " "), "what", Why.MISSING),
        (
            lambda o, now, one: o.not_complete(now, 1, one, "x", date(2026, 11, 1)),
            "on",
            Why.IN_THE_PAST,
        ),
        (
            lambda o, now, one: o.choose(now, 1, one, OrderChoice.HOLD, "x" * 10_000),
            "note",
            Why.TOO_LONG,
        ),
    ],
)
def test_what_cannot_be_is_refused(
    services: Services, store: Store, boots: int, now: Now, verb: Verb, field: str, why: Why
) -> None:
    before = everything(store)
    with pytest.raises(WorldError) as refused:
        verb(services.orders, now, boots)
    assert (refused.value.field, refused.value.why) == (field, why)
    assert everything(store) == before
