"""What's new and time to renew, on a real database (M-41)."""

from datetime import date

import pytest

from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.kinds import FactKind, FollowUpStatus, Fulfilment, Kind, Rank, Way
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.updates import LeftOut, Update, UpdateKey
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.reads.call_basis import call_basis
from followup_desktop.store.rows import FollowUpRow
from followup_desktop.store.store import Store
from followup_desktop.words import why as words
from tests.services.world import at, statements

LONG_AGO = at("2024-11-20 12:00")
"""A Wednesday."""


@pytest.fixture
def suits(services: Services) -> int:
    return services.product_groups.add(LONG_AGO, 1, "Suits", renew_months=24).made_id or 0


def bought(
    services: Services, name: str, when: Now = LONG_AGO, item: str = "Navy suit", **values: object
) -> int:
    number = f"+1 212 555 01{10 + sum(map(ord, name)) % 90}"
    visit = NewVisit(name=name, phone=number, items=(item,), **values)  # type: ignore[arg-type]
    customer = services.visits.record(when, 1, visit).customer_id
    assert customer is not None
    for row in FollowUpRow.select().where(FollowUpRow.customer == customer):
        services.today.skip(when, 1, row.id, "long done")
    return customer


def noted(services: Services, now: Now, suits: int, text: str = "unlined suits") -> UpdateKey:
    note_id = services.updates.note(now, 1, suits, text).made_id
    return UpdateKey(suits, note_id)


def why(services: Services, now: Now, key: UpdateKey) -> dict[str, LeftOut | None]:
    return {one.owner.name: one.left_out for one in services.updates.candidates(now, key).lines}


def open_ones() -> list[tuple[int, Kind, str, date]]:
    rows = FollowUpRow.select().where(FollowUpRow.status == FollowUpStatus.OPEN)
    return [
        (row.customer_id, row.kind, row.about, row.due_on) for row in rows.order_by(FollowUpRow.id)
    ]


def test_a_note_alone_calls_nobody(services: Services, now: Now, suits: int) -> None:
    bought(services, "Jun Hayashi")
    noted(services, now, suits)
    assert open_ones() == []


def test_a_note_finds_who_owns_an_older_one(services: Services, now: Now, suits: int) -> None:
    bought(services, "Jun Hayashi")
    bought(services, "Ana Ruiz", item="Silk tie")
    key = noted(services, now, suits)
    assert why(services, now, key) == {"Jun Hayashi": None}
    assert services.updates.updates(now)[0] == Update(
        key, "Suits", "unlined suits", now.day, owners=1
    )


def test_who_has_a_newer_one_already_is_not_asked(services: Services, now: Now, suits: int) -> None:
    jun = bought(services, "Jun Hayashi")
    key = noted(services, at("2026-11-16 12:00"), suits)
    again = NewVisit(customer_id=jun, items=("Grey suit",))
    services.visits.record(at("2026-11-17 12:00"), 1, again)
    assert why(services, now, key) == {}


def test_the_time_to_renew_has_come_or_not(services: Services, now: Now, suits: int) -> None:
    bought(services, "Jun Hayashi")
    bought(services, "Ana Ruiz", at("2024-11-22 12:00"))
    key = UpdateKey(suits)
    assert why(services, now, key) == {"Jun Hayashi": None}
    (renewal,) = services.updates.updates(now)
    assert (renewal.kind, renewal.renew_months, renewal.owners) == (Kind.TIME_TO_RENEW, 24, 1)
    assert set(why(services, at("2026-11-22 10:00"), key)) == {"Jun Hayashi", "Ana Ruiz"}


def test_each_reason_not_to_call_is_found(services: Services, now: Now, suits: int) -> None:
    customers = services.customers
    people = {
        name: bought(services, name)
        for name in ("Dont", "Refused", "Discreet", "Planned", "Not right", "Fine")
    }
    customers.dont_call(now, 1, people["Dont"])
    customers.permit(now, 1, people["Refused"], Way.CALL, False, "asked")
    purchase = customers.card(now, people["Discreet"]).last_purchase_id
    customers.change_purchase(now, 1, purchase, is_gift=True)
    services.today.plan(now, 1, people["Planned"], Kind.CHECK_IN, date(2026, 11, 25))
    customers.add_fact(now, 1, people["Not right"], FactKind.NOT_RIGHT, "A three-piece suit")
    bought(services, "Lately", at("2026-10-20 12:00"))
    key = noted(services, now, suits)
    assert why(services, now, key) == {
        "Dont": LeftOut.DONT_CALL,
        "Refused": LeftOut.NO_PERMISSION,
        "Discreet": LeftOut.GIFT,
        "Planned": LeftOut.PLANNED,
        "Not right": LeftOut.NOT_RIGHT,
        "Lately": LeftOut.BOUGHT_LATELY,
        "Fine": None,
    }


def test_a_region_that_wants_a_yes_leaves_out_who_never_gave_one(
    services: Services, now: Now, suits: int
) -> None:
    bought(services, "Jun Hayashi")
    bought(services, "Ana Ruiz", may_call=True)
    services.shop.prefer(now, 1, calling_region="de")
    key = noted(services, now, suits)
    assert why(services, now, key) == {"Ana Ruiz": None, "Jun Hayashi": LeftOut.NO_PERMISSION}


def test_what_the_clerk_confirmed_is_planned_within_the_budget_and_taken_back_at_once(
    services: Services, store: Store, now: Now, suits: int
) -> None:
    services.shop.prefer(now, 1, budget_minutes=8)
    people = [bought(services, f"Person {letter}") for letter in "abcd"]
    key = noted(services, now, suits)
    days = services.updates.days(now, 1, key, people[:3])
    done = services.updates.plan(now, 1, key, people[:3])
    # Four minutes each, eight a day; 22 November is a Sunday.
    assert days == (date(2026, 11, 23), date(2026, 11, 23), date(2026, 11, 24))
    assert open_ones() == [
        (person, Kind.SOMETHING_NEW, "unlined suits", day)
        for person, day in zip(people[:3], days, strict=True)
    ]
    assert done.action_id is not None
    store.undo(done.action_id, now)
    assert open_ones() == []


def test_nobody_is_told_twice_for_the_same_reason(services: Services, now: Now, suits: int) -> None:
    jun = bought(services, "Jun Hayashi")
    key, renewal = noted(services, now, suits), UpdateKey(suits)
    services.updates.plan(now, 1, key, [jun])
    services.updates.plan(now, 1, key, [jun])
    assert len(open_ones()) == 1
    # Another reason is another call, as long as the clerk wants it so.
    services.updates.plan(now, 1, renewal, [jun])
    services.updates.plan(now, 1, renewal, [jun])
    assert [(kind, about) for _who, kind, about, _day in open_ones()] == [
        (Kind.SOMETHING_NEW, "unlined suits"),
        (Kind.TIME_TO_RENEW, "Navy suit"),
    ]
    for row in FollowUpRow.select().where(FollowUpRow.status == FollowUpStatus.OPEN):
        services.today.done(now, 1, row.id)
    assert why(services, now, key) == {"Jun Hayashi": LeftOut.TOLD}
    assert why(services, now, renewal) == {"Jun Hayashi": LeftOut.TOLD}
    assert {one.told for one in services.updates.updates(now)} == {1}


def test_who_may_not_be_called_is_not_planned_even_if_chosen(
    services: Services, now: Now, suits: int
) -> None:
    jun = bought(services, "Jun Hayashi")
    services.customers.dont_call(now, 1, jun)
    services.updates.plan(now, 1, noted(services, now, suits), [jun])
    assert open_ones() == []


def test_the_call_goes_to_whoever_looks_after_them(
    services: Services, now: Now, suits: int
) -> None:
    ana = services.shop.add_clerk(now, 1, "Ana").made_id
    jun, mia = bought(services, "Jun Hayashi"), bought(services, "Mia Wolf")
    services.customers.change(now, 1, jun, owner_id=ana)
    services.customers.change(now, 1, mia, owner_id=None)
    services.updates.plan(now, 1, noted(services, now, suits), [jun, mia])
    whose = {
        row.customer_id: row.clerk_id
        for row in FollowUpRow.select().where(FollowUpRow.kind == Kind.SOMETHING_NEW)
    }
    assert whose == {jun: ana, mia: 1}


def test_each_clerks_list_is_spread_by_itself(services: Services, now: Now, suits: int) -> None:
    services.shop.prefer(now, 1, budget_minutes=5)
    ana = services.shop.add_clerk(now, 1, "Ana").made_id
    jun, mia = bought(services, "Jun Hayashi"), bought(services, "Mia Wolf")
    services.customers.change(now, 1, jun, owner_id=ana)
    days = services.updates.days(now, 1, noted(services, now, suits), [jun, mia])
    assert days == (date(2026, 11, 23), date(2026, 11, 23))


def test_a_cancelled_order_is_nothing_that_somebody_owns(
    services: Services, now: Now, suits: int
) -> None:
    visit = NewVisit(
        name="Jun", phone="+1 212 555 0111", items=("Navy suit",), fulfilment=Fulfilment.ORDER
    )
    jun = services.visits.record(LONG_AGO, 1, visit).customer_id
    (order,) = services.customers.card(now, jun).orders
    services.orders.cancel(LONG_AGO, 1, order.id, reason="too long")
    assert why(services, now, UpdateKey(suits)) == {}


def test_a_note_in_new_words_is_told_in_them(
    services: Services, store: Store, now: Now, suits: int
) -> None:
    jun = bought(services, "Jun Hayashi")
    key = noted(services, now, suits)
    services.updates.plan(now, 1, key, [jun])
    assert key.note_id is not None
    done = services.updates.change_note(now, 1, key.note_id, "summer suits")
    assert [about for _who, _kind, about, _day in open_ones()] == ["summer suits"]
    assert done.action_id is not None
    store.undo(done.action_id, now)
    assert [about for _who, _kind, about, _day in open_ones()] == ["unlined suits"]


@pytest.mark.parametrize("whole_group", [False, True])
def test_what_is_no_longer_new_is_not_told(
    services: Services, store: Store, now: Now, suits: int, whole_group: bool
) -> None:
    jun = bought(services, "Jun Hayashi")
    key = noted(services, now, suits)
    services.updates.plan(now, 1, key, [jun])
    assert key.note_id is not None
    if whole_group:
        done = services.product_groups.remove(now, 1, suits)
    else:
        done = services.updates.remove_note(now, 1, key.note_id)
    assert open_ones() == []
    assert services.updates.updates(now) == () or not services.updates.updates(now)[0].text
    assert done.action_id is not None
    store.undo(done.action_id, now)
    assert len(open_ones()) == 1
    assert why(services, now, key) == {"Jun Hayashi": LeftOut.TOLD}


def test_what_is_gone_is_said(services: Services, now: Now, suits: int) -> None:
    for does in (
        lambda: services.updates.candidates(now, UpdateKey(suits, 99)),
        lambda: services.updates.candidates(now, UpdateKey(99)),
        lambda: services.updates.note(now, 1, 99, "suits"),
        lambda: services.updates.change_note(now, 1, 99, "suits"),
        lambda: services.updates.remove_note(now, 1, 99),
        lambda: services.updates.note(now, 1, suits, "  "),
    ):
        with pytest.raises(WorldError):
            does()


def test_a_long_list_is_asked_in_a_fixed_number_of_statements(
    services: Services, store: Store, now: Now, suits: int
) -> None:
    key = noted(services, now, suits)
    asked = []
    for number in (1, 12):
        for one in range(number):
            bought(services, f"P{number}-{one}")
        with statements(store) as sent:
            services.updates.candidates(now, key)
        asked.append(len(sent))
    assert asked[0] == asked[1]


def test_the_whole_way_from_the_news_to_the_call(services: Services, now: Now, suits: int) -> None:
    """The script tells what is new, and the row of the day's list says why now."""
    jun = bought(services, "Jun Hayashi")
    services.updates.plan(now, 1, noted(services, now, suits), [jun])
    monday = at("2026-11-23 11:00")
    (row,) = services.today.today(monday, 1).rows
    assert (row.due.kind, row.due.about, row.due.item) == (
        Kind.SOMETHING_NEW,
        "unlined suits",
        "Navy suit",
    )
    call_id = services.calls.begin(monday, 1, jun, row.due.id).made_id
    assert call_id is not None
    lines = [line.words for line in services.calls.call(monday, call_id).lines]
    assert any("unlined suits" in line for line in lines)


def test_of_several_things_the_call_is_about_the_one_that_counts(
    services: Services, now: Now, suits: int
) -> None:
    belt_first = NewVisit(
        name="Jun", phone="+1 212 555 0111", items=("Leather belt", "Navy suit", "Linen suit")
    )
    jun = services.visits.record(LONG_AGO, 1, belt_first).customer_id or 0
    monday = at("2026-11-23 11:00")
    news = noted(services, now, suits)
    for key, said in ((UpdateKey(suits), "Linen suit"), (news, "Navy suit")):
        services.updates.plan(now, 1, key, [jun])
        row = FollowUpRow.select().order_by(FollowUpRow.id.desc()).get()
        basis = call_basis(row.kind, jun, row.id, 1)
        assert basis is not None
        assert basis.bought is not None
        assert basis.bought.items[0] == said
        assert basis.bought.product_group == "Suits"
    rows = services.today.today(monday, 1).rows
    lines = [words.why(row.due, monday.day) for row in rows if row.due.rank is Rank.UPDATES]
    assert "Linen suit: time to look at it again" in lines


def test_a_newer_one_comes_due_in_its_own_time(services: Services, now: Now, suits: int) -> None:
    """Told once for each thing, not once for ever."""
    jun, key = bought(services, "Jun Hayashi"), UpdateKey(suits)
    services.updates.plan(now, 1, key, [jun])
    services.visits.record(at("2026-12-01 12:00"), 1, NewVisit(customer_id=jun, items=("Suit",)))
    assert why(services, at("2027-12-01 12:00"), key) == {}
    assert LeftOut.TOLD not in why(services, at("2028-12-02 12:00"), key).values()
    assert set(why(services, at("2028-12-02 12:00"), key)) == {"Jun Hayashi"}
