"""One clerk's action is one transaction; what depends on a row follows it."""

import sqlite3
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from peewee import IntegrityError

from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import CallStep, FollowUpStatus, Outcome, ReferralState, Stage
from followup_desktop.domain.shop_time import Now
from followup_desktop.store.rows import (
    CallRow,
    ClerkRow,
    ContactTypeRow,
    CustomerRow,
    DraftRow,
    FollowUpRow,
    ItemRow,
    OpeningHoursRow,
    PhoneRow,
    PurchaseRow,
    ReferralRow,
    SettingRow,
)
from followup_desktop.store.store import Store
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


def test_a_block_that_ends_is_saved_and_answers_what_changed(store: Store, folder: Path) -> None:
    with store.action(Did.CUSTOMER_ADDED, NOW, None) as unit:
        customer = add_customer(unit)
    assert unit.changes(Changed.CUSTOMERS, customer_id=customer, made_id=7) == Changes(
        what=Changed.CUSTOMERS,
        did=Did.CUSTOMER_ADDED,
        action_id=1,
        customer_id=customer,
        made_id=7,
    )
    other = sqlite3.connect(folder / "followup.db")
    assert other.execute("SELECT name FROM customer").fetchall() == [("Ann Libin",)]
    other.close()


def test_a_block_that_fails_leaves_nothing_behind(store: Store) -> None:
    customer_in(store)
    before = everything(store, journal=True)
    with pytest.raises(ZeroDivisionError), store.action(Did.CUSTOMER_ADDED, NOW) as unit:
        add_customer(unit, "Bo Lind")
        unit.update(CustomerRow, 1, name="Somebody Else")
        raise ZeroDivisionError
    assert everything(store, journal=True) == before
    assert not store.check().search_out_of_step
    customer_in(store, "Cy Moss")  # and the store goes on


def test_a_mistake_in_the_values_passes_through_and_leaves_nothing_behind(store: Store) -> None:
    with pytest.raises(IntegrityError), store.action(Did.CUSTOMER_ADDED, NOW) as unit:
        add_customer(unit, number="")
        unit.insert(PhoneRow, customer=77, number="+12125550100")
    assert CustomerRow.select().count() == 0


@pytest.mark.parametrize(
    ("values", "named"),
    [({"nickname": "x"}, "nickname"), ({"purchases": 3}, "purchases"), ({"stage": "x"}, "stage")],
)
def test_what_is_no_column_or_the_stores_own_is_refused(
    values: dict[str, Any], named: str, store: Store
) -> None:
    customer = customer_in(store)
    with pytest.raises(TypeError, match=named), store.quiet(NOW) as unit:
        unit.update(CustomerRow, customer, **values)
    with pytest.raises(TypeError, match=named), store.quiet(NOW) as unit:
        add_customer(unit, **values)


def test_changing_or_removing_what_is_gone_says_so(store: Store) -> None:
    for verb in ("update", "delete"):
        with pytest.raises(WorldError) as caught, store.quiet(NOW) as unit:
            getattr(unit, verb)(PhoneRow, 5)
        assert caught.value.trouble is Trouble.GONE


def test_a_unit_ends_with_its_block(store: Store) -> None:
    with store.quiet(NOW) as unit:
        customer = add_customer(unit)
    with pytest.raises(RuntimeError, match="finished"):
        unit.update(CustomerRow, customer, name="Too Late")


def test_actions_do_not_nest(store: Store) -> None:
    with (
        pytest.raises(RuntimeError, match="one action at a time"),
        store.action(Did.CUSTOMER_ADDED, NOW),
        store.quiet(NOW),
    ):
        raise AssertionError("never reached")


def test_values_come_back_as_they_were_given(store: Store) -> None:
    from datetime import time

    with store.quiet(NOW) as unit:
        hours = unit.insert(OpeningHoursRow, weekday=0, opens=time(9, 30), closes=time(18))
        customer = add_customer(unit, discreet=True, rest_until=TODAY, dont_call_at=NOW.utc)
    row = OpeningHoursRow.get_by_id(hours)
    assert (row.opens, row.closes) == (time(9, 30), time(18))
    kept = CustomerRow.get_by_id(customer)
    assert (kept.discreet, kept.rest_until, kept.dont_call_at) == (True, TODAY, NOW.utc)
    assert kept.stage is Stage.PROSPECT


def test_a_field_may_be_named_like_its_column(store: Store) -> None:
    with store.quiet(NOW) as unit:
        clerk = unit.insert(ClerkRow, name="Jun")
        customer = add_customer(unit, owner_id=clerk)
        unit.update(CustomerRow, customer, owner=None)
    assert CustomerRow.get_by_id(customer).owner is None


def test_quiet_work_cannot_be_undone(store: Store) -> None:
    with store.quiet(NOW) as unit:
        unit.insert(DraftRow, name="visit", text="{}", saved_at=NOW.utc)
    assert unit.action_id is None
    assert store.last_action() is None


def test_an_action_that_changes_nothing_is_none(store: Store) -> None:
    customer = customer_in(store)
    newest = store.last_action()
    with store.action(Did.CUSTOMER_CHANGED, NOW) as unit:
        unit.update(CustomerRow, customer, name="Ann Libin")
    assert unit.changes(Changed.NOTHING).action_id is None
    assert store.last_action() == newest


def test_a_moment_needs_its_time_zone(store: Store) -> None:
    with pytest.raises(ValueError, match="time zone"), store.quiet(NOW) as unit:
        add_customer(unit, erased_at=NOW.local)


def test_a_clerk_goes_but_what_they_did_stays(store: Store) -> None:
    with store.quiet(NOW) as unit:
        clerk = unit.insert(ClerkRow, name="Jun")
    with store.action(Did.CUSTOMER_ADDED, NOW, clerk) as unit:
        customer = add_customer(unit, owner=clerk)
    with store.quiet(NOW) as unit:
        unit.delete(ClerkRow, clerk)
    assert CustomerRow.get_by_id(customer).owner is None
    assert store.last_action() is not None


def test_what_others_rest_upon_cannot_be_removed(store: Store) -> None:
    with pytest.raises(IntegrityError), store.quiet(NOW) as unit:
        unit.delete(ContactTypeRow, 1)
    assert ContactTypeRow.select().count() == 5


# What the store keeps in step ---------------------------------------------------------------------


def row_of(customer: int) -> CustomerRow:
    return CustomerRow.get_by_id(customer)


def test_the_keys_follow_the_name(store: Store) -> None:
    customer = customer_in(store, "Zoë van Öst", address_as="Zo")
    assert (row_of(customer).sort_key, row_of(customer).search_key) == (
        "ost zoe van",
        "zoe van ost zo",
    )
    with store.quiet(NOW) as unit:
        unit.update(CustomerRow, customer, name="Zoë Lind")
    assert (row_of(customer).sort_key, row_of(customer).search_key) == ("lind zoe", "zoe lind zo")


def test_keys_of_older_rules_are_made_anew_with_the_next_save(store: Store) -> None:
    customer = customer_in(store)
    store.database.execute_sql("UPDATE customer SET sort_key = 'ann libin'")
    with store.action(Did.CUSTOMER_CHANGED, NOW) as unit:
        unit.update(CustomerRow, customer, name="Ann Libin")
    assert row_of(customer).sort_key == "libin ann"
    assert unit.action_id is None  # nothing that anybody could undo


def test_stages_follow_the_purchases(store: Store) -> None:
    customer = customer_in(store)
    stages = [row_of(customer).stage]
    purchases = []
    for _ in range(5):
        with store.quiet(NOW) as unit:
            purchases.append(add_purchase(unit, customer))
        stages.append(row_of(customer).stage)
    assert stages == [
        Stage.PROSPECT,
        Stage.FIRST_PURCHASE,
        Stage.CUSTOMER,
        Stage.CUSTOMER,
        Stage.CUSTOMER,
        Stage.LOYAL,
    ]
    with store.quiet(NOW) as unit:
        for purchase in purchases[:4]:
            unit.delete(PurchaseRow, purchase)
    assert (row_of(customer).purchases, row_of(customer).stage) == (1, Stage.FIRST_PURCHASE)


def test_a_shop_that_counts_otherwise_has_other_loyal_customers(store: Store) -> None:
    customer = customer_in(store)
    with store.quiet(NOW) as unit:
        for _ in range(3):
            add_purchase(unit, customer)
    with store.action(Did.SHOP_CHANGED, NOW) as unit:
        setting = unit.insert(SettingRow, name="loyal_after", value="3")
    assert row_of(customer).stage is Stage.LOYAL
    with store.action(Did.SHOP_CHANGED, NOW) as unit:
        unit.update(SettingRow, setting, value="4")
    assert row_of(customer).stage is Stage.CUSTOMER
    with store.quiet(NOW) as unit:
        add_purchase(unit, customer)
    assert row_of(customer).stage is Stage.LOYAL
    with store.action(Did.SHOP_CHANGED, NOW) as unit:
        unit.delete(SettingRow, setting)
    assert row_of(customer).stage is Stage.CUSTOMER


def test_loyal_by_years_and_by_whom_they_sent(store: Store) -> None:
    """Method, "Words", and M-42: by purchases, years with more than one of them, or people sent who
    bought. The stage follows each of them, and undo too."""
    sender, other = customer_in(store), customer_in(store)
    with store.quiet(NOW) as unit:
        add_purchase(unit, sender)
        sent = [
            unit.insert(ReferralRow, referrer=sender, name=name, made_at=NOW.utc)
            for name in ("Kenji Mori", "Ines Duarte")
        ]
    assert row_of(sender).stage is Stage.FIRST_PURCHASE
    with store.quiet(NOW) as unit:
        unit.update(ReferralRow, sent[0], state=ReferralState.BOUGHT)
    assert row_of(sender).stage is Stage.FIRST_PURCHASE
    with store.action(Did.VISIT_RECORDED, NOW) as unit:
        unit.update(ReferralRow, sent[1], state=ReferralState.BOUGHT)
    assert row_of(sender).stage is Stage.LOYAL
    store.undo(unit.action_id or 0, NOW)
    assert row_of(sender).stage is Stage.FIRST_PURCHASE
    with store.quiet(NOW) as unit:
        for years in (1, 4):
            add_purchase(unit, other, TODAY.replace(year=TODAY.year - years))
    assert row_of(other).stage is Stage.LOYAL
    with store.action(Did.SHOP_CHANGED, NOW) as unit:
        unit.insert(SettingRow, name="loyal_years", value="5")
    assert row_of(other).stage is Stage.CUSTOMER


def test_years_make_loyal_though_nobody_writes_anything(store: Store) -> None:
    """A look once a day; in between both answers count as right."""
    customer = customer_in(store)
    with store.quiet(NOW) as unit:
        for _ in range(2):
            add_purchase(unit, customer)
    assert row_of(customer).stage is Stage.CUSTOMER
    later = Now(NOW.utc + timedelta(days=3 * 366), NOW.local + timedelta(days=3 * 366))
    assert store.check().is_sound
    with store.quiet(later) as unit:
        assert unit.ripen_stages() == 1
    assert row_of(customer).stage is Stage.LOYAL
    with store.quiet(later) as unit:
        assert unit.ripen_stages() == 0
    assert store.check().is_sound


@pytest.mark.parametrize("outcome", list(Outcome))
def test_only_a_finished_call_that_reached_them_is_a_contact(
    outcome: Outcome, store: Store
) -> None:
    customer = customer_in(store)
    with store.quiet(NOW) as unit:
        call = add_call(unit, customer, outcome=outcome, step=CallStep.WRAP_UP)
    assert row_of(customer).last_contact_at is None
    with store.quiet(NOW) as unit:
        unit.update(CallRow, call, step=CallStep.DONE)
    assert row_of(customer).last_contact_at == (NOW.utc if outcome.reached else None)


def test_the_last_contact_is_the_newest(store: Store) -> None:
    customer = customer_in(store)
    earlier = NOW.utc - timedelta(days=3)
    with store.quiet(NOW) as unit:
        newest = add_call(unit, customer)
        add_call(unit, customer, started_at=None, finished_at=earlier)
    assert row_of(customer).last_contact_at == NOW.utc
    with store.quiet(NOW) as unit:
        unit.delete(CallRow, newest)
    assert row_of(customer).last_contact_at == earlier


def test_the_next_day_is_that_of_the_first_open_follow_up(store: Store) -> None:
    customer, other = customer_in(store), customer_in(store, "Bo Lind")
    with store.quiet(NOW) as unit:
        first = add_follow_up(unit, customer, date(2026, 11, 25))
        add_follow_up(unit, customer, date(2026, 12, 2))
    assert row_of(customer).next_on == date(2026, 11, 25)
    with store.quiet(NOW) as unit:
        unit.update(FollowUpRow, first, due_on=date(2026, 12, 24))
    assert row_of(customer).next_on == date(2026, 12, 2)
    with store.quiet(NOW) as unit:
        unit.update(FollowUpRow, first, customer=other, status=FollowUpStatus.OPEN)
    assert (row_of(customer).next_on, row_of(other).next_on) == (
        date(2026, 12, 2),
        date(2026, 12, 24),
    )
    with store.quiet(NOW) as unit:
        unit.update(FollowUpRow, first, status=FollowUpStatus.DONE)
    assert row_of(other).next_on is None


def test_removing_a_row_takes_along_what_hangs_on_it(store: Store) -> None:
    with store.quiet(NOW) as unit:
        customer = add_customer(unit)
        purchase = add_purchase(unit, customer)
        unit.insert(ItemRow, purchase=purchase, name="raincoat")
        follow_up = add_follow_up(unit, customer, purchase=purchase)
        add_call(unit, customer, follow_up=follow_up)
    with store.action(Did.CUSTOMER_CHANGED, NOW) as unit:
        unit.delete(PurchaseRow, purchase)
    assert ItemRow.select().count() == FollowUpRow.select().count() == 0
    assert CallRow.get().follow_up is None
    with store.action(Did.CUSTOMER_CHANGED, NOW) as unit:
        unit.delete(CustomerRow, customer)
    assert {table: rows for table, rows in everything(store).items() if rows}.keys() == {
        "contact_type",
        "kind",
    }
    assert store.check().is_sound


def test_one_save_takes_a_fixed_number_of_statements(store: Store) -> None:
    """However much is there already: the row, the customer's next day, the entry for undo."""
    customer = customer_in(store)
    sent: list[str] = []
    counts = []
    connection = store.database.connection()
    for _ in range(20):
        sent.clear()
        connection.set_trace_callback(sent.append)
        with store.action(Did.FOLLOW_UP_PLANNED, NOW) as unit:
            add_follow_up(unit, customer)
        connection.set_trace_callback(None)
        counts.append(len(sent))
    assert set(counts) == {5}, sent
