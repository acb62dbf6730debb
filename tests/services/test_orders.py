"""Orders on their way (M-37)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from followup_desktop.domain.changes import Changes, Did
from followup_desktop.domain.checks import Why
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import Fulfilment, Kind, Step
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.story import EventKind
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services.customers import Customers
from followup_desktop.services.orders import Orders
from followup_desktop.services.shop import ShopService
from followup_desktop.services.visits import Visits
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.reads.orders import checkpoints, order
from followup_desktop.store.rows import DateChangeRow
from followup_desktop.store.store import Store
from tests.services.world import at, everything

BOOTS = NewVisit(
    name="Adaeze Okafor",
    phone="212 555 0119",
    items=("Boots",),
    fulfilment=Fulfilment.ORDER,
    promised_on=date(2026, 11, 25),
    promised_time=time(15, 30),
)


@pytest.fixture
def orders(store: Store) -> Orders:
    return Orders(store, ShopService(store))


@pytest.fixture
def visits(store: Store) -> Visits:
    return Visits(store, ShopService(store))


@pytest.fixture
def boots(orders: Orders, visits: Visits, now: Now) -> int:
    """The order's id."""
    visits.record(now, 1, BOOTS)
    return orders.orders(now)[0].id


def step(order_id: int, wanted: Step) -> int:
    return next(one.id for one in checkpoints(order_id) if one.step is wanted)


def standing(order_id: int) -> list[tuple[Kind, date]]:
    return sorted((one.kind, one.due_on) for one in open_of(order=order_id))


def test_orders_on_their_way_late_ones_first(orders: Orders, visits: Visits, now: Now) -> None:
    later = replace(BOOTS, name="Tom", phone="212 555 0120", promised_on=date(2026, 11, 30))
    for one in (later, BOOTS, replace(later, name="Ann", promised_on=None)):
        visits.record(now, 1, one)
    assert [line.name for line in orders.orders(now)] == ["Adaeze Okafor", "Tom", "Ann"]
    on_the_day = at("2026-11-25 15:00")
    assert not any(line.is_late for line in orders.orders(on_the_day))
    first, *others = orders.orders(at("2026-11-25 15:31"))
    assert (first.is_late, first.what, first.phone) == (True, "Boots", "+1 212 555 0119")
    assert first.next_step is not None
    assert first.next_step.step is Step.READY
    assert not any(line.is_late for line in others)
    late = orders.orders(at("2026-12-01 10:00"))
    assert [line.is_late for line in late] == [True, True, False]


def test_a_checkpoint_has_who_and_when_and_can_be_taken_back(
    orders: Orders, boots: int, now: Now
) -> None:
    ready = step(boots, Step.READY)
    changes = orders.check(now, 1, ready)
    assert changes.did is Did.ORDER_CHANGED
    done = next(one for one in checkpoints(boots) if one.id == ready)
    assert (done.done_at, done.done_by) == (now.utc, "Ed Marsh")
    orders.uncheck(now, 1, ready)
    undone = next(one for one in checkpoints(boots) if one.id == ready)
    assert (undone.done_at, undone.done_by) == (None, "")


def test_what_they_have_nobody_asks_for_any_more(orders: Orders, boots: int, now: Now) -> None:
    assert standing(boots) == [(Kind.ORDER_CHECK, date(2026, 11, 25))]
    orders.check(now, 1, step(boots, Step.RECEIVED))
    assert standing(boots) == [(Kind.ORDER_CHECK, date(2026, 11, 23))]
    assert [one.rule for one in open_of(order=boots)] == ["order_received"]
    for wanted in (Step.READY, Step.COMPLETE):
        orders.check(now, 1, step(boots, wanted))
    found = order(boots)
    assert found is not None
    assert found.closed_at is None
    orders.check(now, 1, step(boots, Step.INTACT))
    orders.check(now, 1, step(boots, Step.QUESTIONS))
    found = order(boots)
    assert found is not None
    assert found.closed_at == now.utc
    assert standing(boots) == []
    assert orders.orders(now) == ()
    orders.uncheck(now, 1, step(boots, Step.INTACT))
    assert [line.id for line in orders.orders(now)] == [boots]


def test_a_later_date_is_told_the_same_day(orders: Orders, boots: int, now: Now) -> None:
    orders.move_date(now, 1, boots, date(2026, 12, 3), time(12), "The supplier is late")
    line = orders.orders(now)[0]
    assert (line.promised_on, line.promised_time) == (date(2026, 12, 3), time(12))
    assert {one.due_on for one in line.checkpoints if one.step in (Step.READY, Step.COMPLETE)} == {
        date(2026, 12, 3)
    }
    assert standing(boots) == [
        (Kind.LATE_ORDER, date(2026, 11, 21)),
        (Kind.ORDER_CHECK, date(2026, 12, 3)),
    ]
    orders.move_date(now, 1, boots, date(2026, 12, 10), None, "Late again")
    assert len(standing(boots)) == 2, "one call tells both"
    assert [
        (row.was_on, row.now_on, row.reason, row.clerk_id) for row in DateChangeRow.select()
    ] == [
        (date(2026, 11, 25), date(2026, 12, 3), "The supplier is late", 1),
        (date(2026, 12, 3), date(2026, 12, 10), "Late again", 1),
    ]
    for wanted in (Step.READY, Step.COMPLETE):
        orders.check(now, 1, step(boots, wanted))
    assert standing(boots) == [(Kind.ORDER_CHECK, date(2026, 12, 10))]


def test_an_earlier_date_is_good_news_that_can_wait(orders: Orders, boots: int, now: Now) -> None:
    orders.move_date(now, 1, boots, date(2026, 11, 24), None, "Came early")
    assert standing(boots) == [(Kind.ORDER_CHECK, date(2026, 11, 24))]


def test_an_order_without_a_date_gets_one(orders: Orders, visits: Visits, now: Now) -> None:
    visits.record(now, 1, replace(BOOTS, promised_on=None))
    (line,) = orders.orders(now)
    assert standing(line.id) == [(Kind.ORDER_CHECK, date(2026, 11, 28))]
    orders.move_date(now, 1, line.id, date(2026, 12, 4), None, "The supplier wrote")
    assert standing(line.id) == [(Kind.ORDER_CHECK, date(2026, 12, 4))]


def test_cancelled_is_kept_with_its_reason_and_nobody_calls(
    orders: Orders, boots: int, now: Now, store: Store
) -> None:
    changes = orders.cancel(at("2026-11-23 11:00"), 1, boots, "Not made any more")
    assert orders.orders(now) == ()
    customer = changes.customer_id or 0
    assert open_of(customer=customer) == ()
    customers = Customers(store, ShopService(store))
    told = customers.story(customer, kinds=(EventKind.ORDER,))
    assert [(event.cancelled, event.text) for event in told] == [(True, "Not made any more")]
    assert customers.card(now, customer).orders[0].cancelled
    for verb in (
        lambda: orders.cancel(now, 1, boots, "Again"),
        lambda: orders.check(now, 1, step(boots, Step.READY)),
        lambda: orders.move_date(now, 1, boots, date(2026, 12, 1), None, "No"),
    ):
        with pytest.raises(WorldError) as gone:
            verb()
        assert gone.value.trouble is Trouble.GONE


Verb = Callable[[Orders, Now, int], Changes]
VERBS: dict[str, Verb] = {
    "check": lambda orders, now, one: orders.check(now, 1, step(one, Step.RECEIVED)),
    "uncheck": lambda orders, now, one: orders.uncheck(now, 1, step(one, Step.ENTERED)),
    "move_date": lambda orders, now, one: orders.move_date(
        now, 1, one, date(2026, 12, 3), None, "Late"
    ),
    "cancel": lambda orders, now, one: orders.cancel(now, 1, one, "Sold out"),
}


@pytest.mark.parametrize("name", VERBS)
def test_undo_takes_each_back_whole(
    orders: Orders, store: Store, boots: int, now: Now, name: str
) -> None:
    before = everything(store)
    changes = VERBS[name](orders, now, boots)
    assert everything(store) != before
    store.undo(changes.action_id or 0, now)
    assert everything(store) == before


@pytest.mark.parametrize(
    ("verb", "field", "why"),
    [
        (
            lambda o, now, one: o.move_date(now, 1, one, date(2020, 1, 1), None, "x"),
            "on",
            Why.IN_THE_PAST,
        ),
        (
            lambda o, now, one: o.move_date(now, 1, one, date(2126, 1, 1), None, "x"),
            "on",
            Why.TOO_FAR,
        ),
        (
            lambda o, now, one: o.move_date(now, 1, one, date(2026, 12, 1), None, " "),
            "reason",
            Why.MISSING,
        ),
        (lambda o, now, one: o.cancel(now, 1, one, ""), "reason", Why.MISSING),
        (lambda o, now, one: o.cancel(now, 1, one, "x" * 10_000), "reason", Why.TOO_LONG),
    ],
)
def test_what_cannot_be_is_refused(
    orders: Orders, store: Store, boots: int, now: Now, verb: Verb, field: str, why: Why
) -> None:
    before = everything(store)
    with pytest.raises(WorldError) as refused:
        verb(orders, now, boots)
    assert (refused.value.field, refused.value.why) == (field, why)
    assert everything(store) == before
