"""Undo: an action backwards, as long as nobody changed the same things since."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from followup_desktop.domain.changes import Changed, Did
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import FollowUpStatus, Kind, Stage
from followup_desktop.domain.notice import Notice
from followup_desktop.store import search
from followup_desktop.store.journal import KEPT_ACTIONS, KEPT_FOR
from followup_desktop.store.rows import (
    ActionRow,
    AnnouncementRow,
    CallRow,
    ClerkRow,
    CustomerRow,
    FollowUpRow,
    PhoneRow,
    PromiseRow,
    PurchaseRow,
)
from followup_desktop.store.store import Store
from followup_desktop.store.unit import Unit
from tests.store.rooms import (
    NOW,
    TODAY,
    add_call,
    add_customer,
    add_follow_up,
    add_purchase,
    customer_in,
    everything,
)
from tests.store.test_start import opened


def undo_last(store: Store) -> int:
    last = store.last_action()
    assert last is not None
    answer = store.undo(last, NOW)
    assert answer.action_id is not None
    return answer.action_id


def test_a_change_goes_back_and_comes_again(store: Store) -> None:
    customer = customer_in(store)
    with store.action(Did.CUSTOMER_CHANGED, NOW) as unit:
        unit.update(CustomerRow, customer, name="Anna Lind", pinned_note="likes tea")
    undone = undo_last(store)
    row = CustomerRow.get_by_id(customer)
    assert (row.name, row.pinned_note) == ("Ann Libin", "")
    assert search.find("libin", 8) == [customer]
    store.undo(undone, NOW)
    row = CustomerRow.get_by_id(customer)
    assert (row.name, row.pinned_note) == ("Anna Lind", "likes tea")
    assert search.find("lind", 8) == [customer]
    undo_last(store)
    assert CustomerRow.get_by_id(customer).name == "Ann Libin"


def test_a_removed_customer_comes_back_whole(store: Store) -> None:
    with store.action(Did.VISIT_RECORDED, NOW) as unit:
        customer = add_customer(unit)
        purchase = add_purchase(unit, customer)
        add_follow_up(unit, customer, purchase=purchase)
        add_call(unit, customer)
    before = everything(store)
    with store.action(Did.CUSTOMER_CHANGED, NOW) as unit:
        unit.delete(CustomerRow, customer)
    answer = store.undo(store.last_action() or 0, NOW)
    assert everything(store) == before
    assert answer.customer_id == customer
    assert answer.did is Did.UNDONE
    assert {Changed.CUSTOMERS, Changed.FOLLOW_UPS, Changed.CALLS} == set(answer.what)
    assert CustomerRow.get_by_id(customer).stage is Stage.FIRST_PURCHASE
    assert store.check().is_sound


def test_what_was_made_goes_away_with_all_that_belongs_to_it(store: Store) -> None:
    before = everything(store)
    with store.action(Did.VISIT_RECORDED, NOW) as unit:
        customer = add_customer(unit)
        add_follow_up(unit, customer, purchase=add_purchase(unit, customer))
    answer = store.undo(store.last_action() or 0, NOW)
    assert everything(store) == before
    assert answer.customer_id is None  # nobody's card to go back to
    assert store.check().is_sound


def test_a_call_and_its_follow_up_that_point_at_each_other(store: Store) -> None:
    customer = customer_in(store)
    before = everything(store)
    with store.action(Did.CALL_FINISHED, NOW) as unit:
        first = add_follow_up(unit, customer)
        call = add_call(unit, customer, follow_up=first)
        add_follow_up(unit, customer, call=call)
        unit.update(FollowUpRow, first, call=call, status=FollowUpStatus.DONE)
    after = everything(store)
    undone = undo_last(store)
    assert everything(store) == before
    store.undo(undone, NOW)
    assert everything(store) == after


def change_the_same_field(unit: Unit, customer: int) -> None:
    unit.update(CustomerRow, customer, name="Somebody Else")


def remove_it(unit: Unit, customer: int) -> None:
    unit.delete(CustomerRow, customer)


@pytest.mark.parametrize("since", [change_the_same_field, remove_it])
def test_newer_work_is_never_overwritten(since: Callable[[Unit, int], None], store: Store) -> None:
    customer = customer_in(store)
    with store.action(Did.CUSTOMER_CHANGED, NOW) as unit:
        unit.update(CustomerRow, customer, name="Anna Lind")
    action = store.last_action()
    assert action is not None
    with store.quiet(NOW) as unit:
        since(unit, customer)
    before = everything(store, journal=True)
    with pytest.raises(WorldError) as caught:
        store.undo(action, NOW)
    assert caught.value.trouble is Trouble.CHANGED_SINCE
    assert everything(store, journal=True) == before


def test_another_field_of_the_same_row_is_no_obstacle(store: Store) -> None:
    customer = customer_in(store)
    with store.action(Did.CUSTOMER_CHANGED, NOW) as unit:
        unit.update(CustomerRow, customer, works_as="baker")
    action = store.last_action()
    with store.quiet(NOW) as unit:
        unit.update(CustomerRow, customer, pinned_note="likes tea")
        add_purchase(unit, customer)
    store.undo(action or 0, NOW)
    row = CustomerRow.get_by_id(customer)
    assert (row.works_as, row.pinned_note, row.purchases) == ("", "likes tea", 1)


def test_what_somebody_has_built_upon_since_stays(store: Store) -> None:
    customer = customer_in(store)
    action = store.last_action()
    with store.quiet(NOW) as unit:
        add_follow_up(unit, customer)
    with pytest.raises(WorldError) as caught:
        store.undo(action or 0, NOW)
    assert caught.value.trouble is Trouble.CHANGED_SINCE
    assert FollowUpRow.select().count() == 1


def test_a_reminder_that_was_shown_is_no_obstacle(store: Store) -> None:
    customer = customer_in(store)
    with store.action(Did.FOLLOW_UP_PLANNED, NOW) as unit:
        follow_up = add_follow_up(unit, customer)
    with store.quiet(NOW) as unit:
        unit.insert(
            AnnouncementRow,
            follow_up=follow_up,
            version=1,
            notice=Notice.DUE,
            announced_at=NOW.utc,
        )
    undo_last(store)
    assert FollowUpRow.select().count() == AnnouncementRow.select().count() == 0


def test_what_it_hung_on_may_be_gone(store: Store) -> None:
    customer = customer_in(store)
    phone = PhoneRow.get().id
    with store.action(Did.CUSTOMER_CHANGED, NOW) as unit:
        unit.delete(PhoneRow, phone)
    action = store.last_action()
    with store.quiet(NOW) as unit:
        unit.delete(CustomerRow, customer)
    with pytest.raises(WorldError) as caught:
        store.undo(action or 0, NOW)
    assert caught.value.trouble is Trouble.CHANGED_SINCE


def test_its_number_may_have_been_given_to_another(store: Store) -> None:
    customer_in(store)
    undone = undo_last(store)
    customer_in(store, "Bo Lind")
    with pytest.raises(WorldError) as caught:
        store.undo(undone, NOW)
    assert caught.value.trouble is Trouble.CHANGED_SINCE


@pytest.mark.parametrize("times", [0, 1])
def test_an_action_is_undone_once(times: int, store: Store) -> None:
    customer_in(store)
    action = store.last_action() or 0
    if times:
        store.undo(action, NOW)
    with pytest.raises(WorldError) as caught:
        store.undo(action if times else 99, NOW)
    assert caught.value.trouble is Trouble.GONE


def test_one_clerk_undoes_their_own(store: Store) -> None:
    with store.quiet(NOW) as unit:
        jun, rosa = (unit.insert(ClerkRow, name=name) for name in ("Jun", "Rosa"))
    with store.action(Did.CUSTOMER_ADDED, NOW, jun) as unit:
        add_customer(unit)
    of_jun = unit.action_id
    with store.action(Did.CUSTOMER_ADDED, NOW, rosa) as unit:
        add_customer(unit, "Bo Lind")
    assert store.last_action() == store.last_action(rosa) == unit.action_id
    assert store.last_action(jun) == of_jun
    undo_last(store)
    assert store.last_action(rosa) is None


def test_going_back_step_by_step(store: Store) -> None:
    states = [everything(store)]
    customer = customer_in(store)
    states.append(everything(store))
    for number in range(3):
        with store.action(Did.CUSTOMER_CHANGED, NOW) as unit:
            unit.update(CustomerRow, customer, pinned_note=f"note {number}")
        states.append(everything(store))
    states.pop()
    while states:
        undo_last(store)
        assert everything(store) == states.pop()
    assert store.last_action() is None


def test_old_entries_are_forgotten_when_the_store_rests(store: Store) -> None:
    customer = customer_in(store)
    later = NOW.__class__(NOW.utc + KEPT_FOR + timedelta(minutes=1), NOW.local)
    for number in range(KEPT_ACTIONS + 20):
        with store.action(Did.CUSTOMER_CHANGED, later) as unit:
            unit.update(CustomerRow, customer, works_as=f"baker {number}")
    store.rest(later)
    assert ActionRow.select().count() == KEPT_ACTIONS
    undo_last(store)
    assert CustomerRow.get().works_as == f"baker {KEPT_ACTIONS + 18}"


# Whatever is done, undoing all of it leads back ---------------------------------------------------


def _pick(row: Any, number: int) -> int | None:
    ids = [one.id for one in row.select(row.id)]
    return ids[number % len(ids)] if ids else None


def _do(unit: Unit, step: tuple[str, int]) -> None:
    what, number = step
    customer = _pick(CustomerRow, number)
    if what == "customer" or customer is None:
        add_customer(unit, f"Ann Libin {number}", f"+121255501{number % 100:02}")
    elif what == "rename":
        unit.update(CustomerRow, customer, name=f"Bo Lind {number}")
    elif what == "purchase":
        purchase = add_purchase(unit, customer)
        add_follow_up(unit, customer, TODAY + timedelta(days=number), purchase=purchase)
    elif what == "call":
        call = add_call(unit, customer, follow_up=_pick(FollowUpRow, number))
        promise = unit.insert(
            PromiseRow, customer=customer, call=call, what="a swatch", due_on=TODAY, made_at=NOW.utc
        )
        add_follow_up(unit, customer, kind=Kind.PROMISE, promise=promise, call=call)
    elif what == "finish" and (follow_up := _pick(FollowUpRow, number)):
        unit.update(FollowUpRow, follow_up, status=FollowUpStatus.DONE, closed_at=NOW.utc)
    elif what == "remove":
        for row in (PhoneRow, PromiseRow, PurchaseRow, CallRow, FollowUpRow, CustomerRow):
            if number % 6 == 0 and (row_id := _pick(row, number)):
                unit.delete(row, row_id)
                break
            number += 1


STEPS = st.lists(
    st.tuples(
        st.sampled_from(["customer", "rename", "purchase", "call", "finish", "remove"]),
        st.integers(0, 40),
    ),
    min_size=1,
    max_size=4,
)


@settings(max_examples=60)
@given(st.lists(STEPS, min_size=1, max_size=5))
def test_undoing_everything_and_doing_it_again(actions: list[list[tuple[str, int]]]) -> None:
    with opened() as store:
        states, undone = [everything(store)], []
        for steps in actions:
            with store.action(Did.CUSTOMER_CHANGED, NOW) as unit:
                for step in steps:
                    _do(unit, step)
            if unit.action_id is not None:
                states.append(everything(store))
        for state in reversed(states[:-1]):
            undone.append(undo_last(store))
            assert everything(store) == state
        for action, state in zip(reversed(undone), states[1:], strict=True):
            store.undo(action, NOW)
            assert everything(store) == state
        assert store.check().is_sound
