"""The list, the card, the story, and every edit of a customer (M-51 … M-57)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time, timedelta
from typing import Any

import pytest

from followup_desktop.domain.changes import Changes, Did
from followup_desktop.domain.checks import Why
from followup_desktop.domain.customer import CustomerCard
from followup_desktop.domain.customer_list import CustomerFilter, CustomerOrder
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import (
    FactKind,
    FollowUpStatus,
    Kind,
    PhoneKind,
    Stage,
    Way,
)
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.story import EventKind
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.services.customers import Customers
from followup_desktop.services.shop import ShopService
from followup_desktop.services.visits import Visits
from followup_desktop.store.rows import CustomerRow, FollowUpRow
from followup_desktop.store.store import Store
from tests.services.world import at, everything, statements

SUIT = NewVisit(
    name="Mr. Richard Libin",
    phone="212 555 0143",
    items=("Charcoal suit", "White shirt"),
    occasion="Board meeting",
    occasion_on=date(2026, 11, 24),
    learned="His wife’s name is Dana.",
    may_call=True,
)


@pytest.fixture
def customers(store: Store) -> Customers:
    return Customers(store, ShopService(store))


@pytest.fixture
def visits(store: Store) -> Visits:
    return Visits(store, ShopService(store))


@pytest.fixture
def libin(visits: Visits, now: Now) -> int:
    made = visits.record(now, 1, SUIT).customer_id
    assert made is not None
    return made


def card(customers: Customers, now: Now, customer_id: int) -> CustomerCard:
    return customers.card(now, customer_id)


# Adding -----------------------------------------------------------------------------------------


def test_a_name_and_one_way_to_reach_them_is_enough(customers: Customers, now: Now) -> None:
    changes = customers.add(now, 1, "Dr. Paula Silva", mail="paula@example.com")
    assert changes.did is Did.CUSTOMER_ADDED
    made = card(customers, now, changes.made_id or 0)
    assert (made.title, made.name, made.stage) == ("Dr.", "Paula Silva", Stage.PROSPECT)
    assert [mail.address for mail in made.mails] == ["paula@example.com"]
    by_phone = customers.add(now, 1, "Tom", phone="(212) 555-0150").made_id or 0
    assert [phone.shown for phone in card(customers, now, by_phone).phones] == ["+1 212 555 0150"]


@pytest.mark.parametrize(
    ("typed", "field", "why"),
    [
        (("", "212 555 0143", ""), "name", Why.MISSING),
        (("x" * 10_000, "212 555 0143", ""), "name", Why.TOO_LONG),
        (("Tom", "", ""), "phone", Why.MISSING),
        (("Tom", "soon", ""), "phone", Why.NOT_A_PHONE),
        (("Tom", "", "tom"), "mail", Why.NOT_A_MAIL),
        (("Tom", "", "tom@localhost"), "mail", Why.NOT_A_MAIL),
        (("Tom", "", "tom kessler@example.com"), "mail", Why.NOT_A_MAIL),
        (("Tom", "", f"{'x' * 10_000}@example.com"), "mail", Why.TOO_LONG),
    ],
)
def test_who_cannot_be_reached_is_not_added(
    customers: Customers,
    store: Store,
    now: Now,
    typed: tuple[str, str, str],
    field: str,
    why: Why,
) -> None:
    before = everything(store)
    with pytest.raises(WorldError) as refused:
        customers.add(now, 1, *typed)
    assert (refused.value.field, refused.value.why) == (field, why)
    assert everything(store) == before


# The card ---------------------------------------------------------------------------------------


def test_the_card_shows_what_the_visit_left(customers: Customers, now: Now, libin: int) -> None:
    shown = card(customers, now, libin)
    assert (shown.name, shown.title, shown.owner_name) == ("Richard Libin", "Mr.", "Ed Marsh")
    assert (shown.stage, shown.purchases) == (Stage.FIRST_PURCHASE, 1)
    assert (shown.last_item, shown.last_purchase_on) == ("Charcoal suit, White shirt", now.day)
    assert (shown.occasion, shown.occasion_on) == ("Board meeting", date(2026, 11, 24))
    assert [permission.allowed for permission in shown.permissions] == [True]
    assert [fact.text for fact in shown.facts] == ["His wife’s name is Dana."]
    assert [one.due_on for one in shown.coming_up] == sorted(one.due_on for one in shown.coming_up)
    assert shown.call_id is None


def test_a_card_that_is_gone_says_so(customers: Customers, now: Now) -> None:
    with pytest.raises(WorldError) as gone:
        card(customers, now, 99)
    assert gone.value.trouble is Trouble.GONE


def test_a_card_and_its_story_cost_the_same_however_long(
    customers: Customers, visits: Visits, store: Store, now: Now, libin: int
) -> None:
    def ask() -> None:
        card(customers, now, libin)
        customers.story(libin)

    with statements(store) as few:
        ask()
    for day in range(60):
        then = Now(now.utc + timedelta(days=day), now.local + timedelta(days=day))
        visits.record(then, 1, replace(SUIT, customer_id=libin))
        customers.add_person(then, 1, libin, "Friend", "Sam")
        customers.add_fact(then, 1, libin, FactKind.LIKE, "Charcoal")
    with statements(store) as many:
        ask()
    assert len(customers.story(libin, limit=500)) > 100
    assert len(many) == len(few)


# Editing ----------------------------------------------------------------------------------------


def test_the_customers_own_fields(customers: Customers, now: Now, libin: int) -> None:
    changed = {
        "name": "Richard F. Libin",
        "title": "Dr.",
        "address_as": "Mr. Libin",
        "say_it_like": "LIB-in",
        "language": "English",
        "preferred_way": Way.CALL,
        "works_as": "Architect, own studio",
        "service_person": "Aldo",
        "pinned_note": "Allergic to wool.\nAsk before offering coffee.",
        "discreet": True,
    }
    changes = customers.change(now, 1, libin, **changed, owner_id=None)
    assert changes.did is Did.CUSTOMER_CHANGED
    shown = card(customers, now, libin)
    assert {name: getattr(shown, name) for name in changed} == changed
    assert shown.owner_id is None
    assert customers.hits("richard f")[0].id == libin


def test_a_phone_is_added_changed_and_removed(customers: Customers, now: Now, libin: int) -> None:
    made = customers.add_phone(
        now, 1, libin, "212 555 0160", PhoneKind.WORK, time(9), time(11, 30), "ask for Ann"
    ).made_id
    phone = card(customers, now, libin).phones[-1]
    assert (phone.id, phone.shown, phone.kind) == (made, "+1 212 555 0160", PhoneKind.WORK)
    assert (phone.good_from, phone.good_to, phone.note) == (time(9), time(11, 30), "ask for Ann")
    customers.change_phone(
        now, 1, phone.id, number="+44 20 7946 0123", good_from=None, good_to=None
    )
    phone = card(customers, now, libin).phones[-1]
    assert (phone.number, phone.good_from, phone.kind) == ("+442079460123", None, PhoneKind.WORK)
    customers.remove_phone(now, 1, phone.id)
    assert len(card(customers, now, libin).phones) == 1


def test_a_number_that_was_wrong_can_be_right_after_all(
    customers: Customers, store: Store, now: Now, libin: int
) -> None:
    from followup_desktop.store.rows import PhoneRow

    phone = card(customers, now, libin).phones[0]
    with store.quiet(now) as unit:
        unit.update(PhoneRow, phone.id, wrong_at=now.utc)
    assert card(customers, now, libin).phones[0].is_wrong
    assert customers.hits("libin")[0].phone == ""
    customers.change_phone(now, 1, phone.id, is_wrong=False)
    assert not card(customers, now, libin).phones[0].is_wrong


def test_please_dont_call_ends_advertising_and_nothing_else(
    customers: Customers, now: Now, libin: int
) -> None:
    later = at("2026-11-22 12:00")
    customers.dont_call(later, 1, libin)
    shown = card(customers, now, libin)
    assert (shown.dont_call_at, shown.dont_call_by) == (later.utc, "Ed Marsh")
    assert [one.kind for one in shown.coming_up] == [Kind.DAY_AFTER, Kind.TWO_WEEKS]
    assert not shown.permissions[0].allowed
    closed = FollowUpRow.select().where(FollowUpRow.status == FollowUpStatus.CLOSED)
    assert {row.closed_why for row in closed} == {"dont_call"}
    customers.add_date(later, 1, libin, "Birthday", 3, 2)
    assert len(card(customers, now, libin).coming_up) == 2
    customers.may_call_again(later, 1, libin)
    shown = card(customers, now, libin)
    assert (shown.dont_call_at, shown.dont_call_by) == (None, "")
    assert shown.permissions[0].allowed


def test_the_newest_word_on_each_way_counts(customers: Customers, now: Now, libin: int) -> None:
    customers.permit(now, 1, libin, Way.MAIL, True, "card in the shop")
    customers.permit(now, 1, libin, Way.CALL, False, "said so")
    shown = {one.way: one for one in card(customers, now, libin).permissions}
    assert (shown[Way.MAIL].allowed, shown[Way.MAIL].source) == (True, "card in the shop")
    assert not shown[Way.CALL].allowed
    kinds = {one.kind for one in card(customers, now, libin).coming_up}
    assert kinds == {Kind.DAY_AFTER, Kind.TWO_WEEKS}


def test_a_birthday_plans_its_calls_and_moves_with_its_day(
    customers: Customers, now: Now, libin: int
) -> None:
    wife = customers.add_person(now, 1, libin, "wife", "Dana").made_id
    made = customers.add_date(now, 1, libin, "Dana’s birthday", 3, 2, person_id=wife).made_id

    def dates() -> list[date]:
        return [
            one.due_on for one in card(customers, now, libin).coming_up if one.kind is Kind.DATE
        ]

    (shown,) = card(customers, now, libin).dates
    assert (shown.name, shown.next_on, shown.person_id) == (
        "Dana’s birthday",
        date(2027, 2, 3),
        wife,
    )
    # Three days before is a Sunday; then on the day.
    assert dates() == [date(2027, 2, 1), date(2027, 2, 3)]
    customers.change_date(now, 1, made or 0, day=4, month=3)
    assert dates() == [date(2027, 3, 1), date(2027, 3, 4)]
    customers.change_date(now, 1, made or 0, name="Her birthday", person_id=None)
    (shown,) = card(customers, now, libin).dates
    assert (shown.name, shown.person_id) == ("Her birthday", None)
    for one in card(customers, now, libin).coming_up:
        if one.kind is Kind.DATE:
            Services(customers._store).today.done(now, 1, one.id, "Sent a card")
    customers.remove_date(now, 1, made or 0)
    told = [event.text for event in customers.story(libin) if event.call_kind is Kind.DATE]
    assert told == ["Sent a card"] * 2, "what was done for it stays in the story"
    assert dates() == []
    assert card(customers, now, libin).dates == ()


def test_the_29th_of_february_is_a_birthday(customers: Customers, now: Now, libin: int) -> None:
    customers.add_date(now, 1, libin, "Birthday", 29, 2)
    assert card(customers, now, libin).dates[0].next_on == date(2027, 2, 28)
    customers.add_date(now, 1, libin, "Graduation", 29, 2, 2028, yearly=False)
    assert card(customers, now, libin).dates[1].next_on == date(2028, 2, 29)
    for day, month, year in ((29, 2, 2027), (31, 4, None), (0, 1, None), (1, 13, None)):
        with pytest.raises(WorldError) as refused:
            customers.add_date(now, 1, libin, "Birthday", day, month, year)
        assert refused.value.why == Why.NOT_A_DAY


def test_a_date_that_is_changed_to_no_day_stays_as_it_was(
    customers: Customers, store: Store, now: Now, libin: int
) -> None:
    made = customers.add_date(now, 1, libin, "Birthday", 3, 2).made_id or 0
    before = everything(store)
    with pytest.raises(WorldError):
        customers.change_date(now, 1, made, day=31, month=2)
    with pytest.raises(WorldError):
        customers.change_date(now, 1, made, name=" ")
    assert everything(store) == before


def test_a_day_that_has_been_and_doesnt_come_again_plans_nothing(
    customers: Customers, now: Now, libin: int
) -> None:
    customers.add_date(now, 1, libin, "Graduation", 1, 6, 2025, yearly=False)
    assert card(customers, now, libin).dates[0].next_on is None
    assert Kind.DATE not in {one.kind for one in card(customers, now, libin).coming_up}


def test_facts_and_people(customers: Customers, now: Now, libin: int) -> None:
    size = customers.add_fact(now, 1, libin, FactKind.SIZE, " 42 L\n34/34 ").made_id or 0
    customers.change_fact(now, 1, size, "43 L", FactKind.NOT_RIGHT)
    assert ("43 L", FactKind.NOT_RIGHT) in [
        (fact.text, fact.kind) for fact in card(customers, now, libin).facts
    ]
    customers.change_fact(now, 1, size, "44 L")
    customers.remove_fact(now, 1, size)
    assert size not in [fact.id for fact in card(customers, now, libin).facts]
    eli = customers.add_person(now, 1, libin, "son").made_id or 0
    customers.change_person(now, 1, eli, name="Eli", note="tall, 17")
    (person,) = card(customers, now, libin).people
    assert (person.relation, person.name, person.note) == ("son", "Eli", "tall, 17")
    customers.remove_person(now, 1, eli)
    assert card(customers, now, libin).people == ()


def test_what_it_was_for_can_be_told_later(customers: Customers, now: Now, libin: int) -> None:
    purchase = card(customers, now, libin).last_purchase_id or 0

    def after_occasion() -> list[tuple[date, str]]:
        return [
            (one.due_on, one.about)
            for one in card(customers, now, libin).coming_up
            if one.kind is Kind.AFTER_OCCASION
        ]

    customers.change_purchase(
        now, 1, purchase, occasion="Son’s graduation", occasion_on=date(2026, 12, 11)
    )
    assert after_occasion() == [(date(2026, 12, 14), "Son’s graduation")]
    customers.change_purchase(now, 1, purchase, occasion="", for_whom="Eli", is_gift=True)
    assert after_occasion() == [(date(2026, 12, 14), "Charcoal suit, White shirt")]
    shown = card(customers, now, libin)
    assert (shown.occasion, shown.for_whom, shown.discreet) == ("", "Eli", True)
    customers.change_purchase(now, 1, purchase, for_whom="his son")
    assert after_occasion() == [(date(2026, 12, 14), "Charcoal suit, White shirt")]
    customers.change_purchase(now, 1, purchase, occasion_on=None)
    assert after_occasion() == []
    customers.change_purchase(now, 1, purchase, occasion_on=date(2025, 1, 1))
    assert after_occasion() == []


Edit = Callable[[Customers, Now, CustomerCard], Changes]

EDITS: dict[str, Edit] = {
    "add": lambda c, now, card: c.add(now, 1, "Tom", "212 555 0150"),
    "change": lambda c, now, card: c.change(now, 1, card.id, name="Rick", discreet=True),
    "add_phone": lambda c, now, card: c.add_phone(now, 1, card.id, "212 555 0160"),
    "change_phone": lambda c, now, card: c.change_phone(
        now, 1, card.phones[0].id, number="212 555 0161"
    ),
    "remove_phone": lambda c, now, card: c.remove_phone(now, 1, card.phones[0].id),
    "add_mail": lambda c, now, card: c.add_mail(now, 1, card.id, "a@example.com"),
    "change_mail": lambda c, now, card: c.change_mail(now, 1, card.mails[0].id, "b@example.com"),
    "remove_mail": lambda c, now, card: c.remove_mail(now, 1, card.mails[0].id),
    "permit": lambda c, now, card: c.permit(now, 1, card.id, Way.CALL, False),
    "dont_call": lambda c, now, card: c.dont_call(now, 1, card.id),
    "may_call_again": lambda c, now, card: c.may_call_again(now, 1, card.id),
    "add_person": lambda c, now, card: c.add_person(now, 1, card.id, "wife"),
    "change_person": lambda c, now, card: c.change_person(now, 1, card.people[0].id, name="Di"),
    "remove_person": lambda c, now, card: c.remove_person(now, 1, card.people[0].id),
    "add_date": lambda c, now, card: c.add_date(now, 1, card.id, "Anniversary", 1, 6),
    "change_date": lambda c, now, card: c.change_date(now, 1, card.dates[0].id, day=4),
    "remove_date": lambda c, now, card: c.remove_date(now, 1, card.dates[0].id),
    "add_fact": lambda c, now, card: c.add_fact(now, 1, card.id, FactKind.WANT, "A coat"),
    "change_fact": lambda c, now, card: c.change_fact(now, 1, card.facts[0].id, "Else"),
    "remove_fact": lambda c, now, card: c.remove_fact(now, 1, card.facts[0].id),
    "note": lambda c, now, card: c.note(now, 1, card.id, "Rang about parking."),
    "change_purchase": lambda c, now, card: c.change_purchase(
        now, 1, card.last_purchase_id or 0, occasion_on=date(2026, 12, 11), is_gift=True
    ),
}


@pytest.mark.parametrize("name", EDITS)
def test_every_edit_is_one_action_and_undo_takes_it_back_whole(
    customers: Customers, store: Store, now: Now, libin: int, name: str
) -> None:
    customers.add_mail(now, 1, libin, "richard@example.com")
    wife = customers.add_person(now, 1, libin, "wife", "Dana").made_id
    customers.add_date(now, 1, libin, "Birthday", 3, 2, person_id=wife)
    if name == "may_call_again":
        customers.dont_call(now, 1, libin)
    before = everything(store)
    later = at("2026-11-21 11:00")
    changes = EDITS[name](customers, later, card(customers, now, libin))
    assert changes.did is (Did.CUSTOMER_ADDED if name == "add" else Did.CUSTOMER_CHANGED)
    assert changes.customer_id == (libin if name != "add" else changes.made_id)
    after = everything(store)
    assert after != before
    assert changes.action_id is not None
    undone = store.undo(changes.action_id, later)
    assert everything(store) == before
    assert undone.action_id is not None
    store.undo(undone.action_id, later)
    assert everything(store) == after, "undo of undo does it again"


def _on(verb: str, *values: Any, **named: Any) -> Callable[[Customers, Now, int], Changes]:
    return lambda customers, now, customer: getattr(customers, verb)(
        now, 1, customer, *values, **named
    )


@pytest.mark.parametrize(
    ("edit", "field", "why"),
    [
        (_on("change", name=" "), "name", Why.MISSING),
        (_on("change", name="x" * 10_000), "name", Why.TOO_LONG),
        (_on("change", say_it_like="x" * 10_000), "say_it_like", Why.TOO_LONG),
        (_on("change", pinned_note="x" * 20_001), "pinned_note", Why.TOO_LONG),
        (_on("change", owner_id=99), "owner_id", Why.UNKNOWN),
        (_on("change", first_n_sales=1_000), "first_n_sales", Why.OUT_OF_RANGE),
        (_on("add_phone", ""), "number", Why.MISSING),
        (_on("add_phone", "🤷"), "number", Why.NOT_A_PHONE),
        (_on("add_phone", "212 555 0160", good_from=time(9)), "good_to", Why.MISSING),
        (_on("add_phone", "212 555 0160", good_to=time(9)), "good_from", Why.MISSING),
        (
            _on("add_phone", "212 555 0160", good_from=time(9), good_to=time(9)),
            "good_to",
            Why.ENDS_BEFORE,
        ),
        (_on("add_phone", "212 555 0160", note="x" * 10_000), "note", Why.TOO_LONG),
        (_on("add_mail", ""), "address", Why.MISSING),
        (_on("add_mail", "no"), "address", Why.NOT_A_MAIL),
        (_on("permit", Way.CALL, True, "x" * 10_000), "source", Why.TOO_LONG),
        (_on("add_person", "", "Dana"), "relation", Why.MISSING),
        (_on("add_person", "wife", "x" * 10_000), "name", Why.TOO_LONG),
        (_on("add_date", "", 3, 2), "name", Why.MISSING),
        (_on("add_fact", FactKind.SIZE, "\u200b"), "text", Why.MISSING),
        (_on("note", "x" * 20_001), "text", Why.TOO_LONG),
    ],
)
def test_what_cannot_be_kept_is_refused_and_nothing_changes(
    customers: Customers,
    store: Store,
    now: Now,
    libin: int,
    edit: Callable[[Customers, Now, int], Changes],
    field: str,
    why: Why,
) -> None:
    before = everything(store)
    with pytest.raises(WorldError) as refused:
        edit(customers, now, libin)
    assert refused.value.trouble is Trouble.BAD_VALUE
    assert (refused.value.field, refused.value.why) == (field, why)
    assert everything(store) == before


@pytest.mark.parametrize(
    "edit",
    [
        _on("change", name="Rick"),
        _on("note", "Hello"),
        _on("add_date", "Birthday", 3, 2),
        _on("change_date", day=3),
        _on("dont_call"),
        _on("may_call_again"),
        _on("permit", Way.CALL, True),
        _on("change_phone", note="x"),
        _on("remove_phone"),
        _on("change_purchase", occasion="x"),
    ],
)
def test_what_is_gone_is_told(
    customers: Customers, now: Now, libin: int, edit: Callable[[Customers, Now, int], Changes]
) -> None:
    with pytest.raises(WorldError) as gone:
        edit(customers, now, 99)
    assert gone.value.trouble is Trouble.GONE


# The list ---------------------------------------------------------------------------------------


@pytest.fixture
def four(customers: Customers, visits: Visits, now: Now, libin: int) -> dict[str, int]:
    """Mr. Libin bought; Anna, Zoë and Bert were only added; Bert by nobody."""
    added = {
        name: customers.add(now, clerk, name, phone).made_id or 0
        for name, phone, clerk in (
            ("Zoë Adler", "212 555 0151", 1),
            ("Anna Zander", "212 555 0152", 1),
            ("Bert Miller", "212 555 0153", None),
        )
    }
    return {"Richard Libin": libin, **added}


def listed(customers: Customers, **wanted: Any) -> list[str]:
    page = customers.page(CustomerFilter(**wanted), 0, 100)
    assert page.total == len(page.lines)
    return [line.name for line in page.lines]


def test_the_list_is_in_alphabetical_order_by_last_name(
    customers: Customers, now: Now, four: dict[str, int]
) -> None:
    assert listed(customers) == ["Zoë Adler", "Richard Libin", "Bert Miller", "Anna Zander"]
    assert listed(customers, descending=True)[0] == "Anna Zander"
    page = customers.page(CustomerFilter(), 1, 2)
    assert ([line.name for line in page.lines], page.total) == (
        ["Richard Libin", "Bert Miller"],
        4,
    )
    line = page.lines[0]
    assert (line.title, line.phone, line.owner_name) == ("Mr.", "+1 212 555 0143", "Ed Marsh")
    assert (line.next_on, line.next_kind) == (date(2026, 11, 23), Kind.DAY_AFTER)
    assert (line.purchases, line.stage, line.dont_call) == (1, Stage.FIRST_PURCHASE, False)
    assert customers.page(CustomerFilter(), 100, 10).lines == ()
    assert customers.stretch(CustomerFilter(), 1, 2) == page.lines
    assert customers.page(CustomerFilter(), 0, 0).lines == ()


def test_the_filters(customers: Customers, store: Store, now: Now, four: dict[str, int]) -> None:
    others = ["Zoë Adler", "Bert Miller", "Anna Zander"]
    assert listed(customers, no_next_step=True) == others
    assert listed(customers, stage=Stage.FIRST_PURCHASE) == ["Richard Libin"]
    assert listed(customers, owner_id=1) == ["Zoë Adler", "Richard Libin", "Anna Zander"]
    assert listed(customers, owner_id=1, no_next_step=True) == ["Zoë Adler", "Anna Zander"]
    assert len(listed(customers, never_contacted=True)) == 4
    assert listed(customers, text="zoe") == ["Zoë Adler"]
    assert listed(customers, text="555 0152") == ["Anna Zander"]
    assert listed(customers, text="zander", stage=Stage.LOYAL) == []
    assert listed(customers, text="nobody at all") == []


def test_the_orders(customers: Customers, store: Store, now: Now, four: dict[str, int]) -> None:
    assert listed(customers, order=CustomerOrder.NEXT_FOLLOW_UP)[0] == "Richard Libin"
    assert (
        listed(customers, order=CustomerOrder.NEXT_FOLLOW_UP, descending=True)[0] == "Richard Libin"
    )
    assert listed(customers, order=CustomerOrder.LAST_CONTACT)[0] == "Zoë Adler"
    assert listed(customers, order=CustomerOrder.LAST_CONTACT, descending=True)[-1] == "Zoë Adler"


def test_who_was_erased_is_in_no_list(
    customers: Customers, store: Store, now: Now, four: dict[str, int]
) -> None:
    with store.quiet(now) as unit:
        unit.update(CustomerRow, four["Bert Miller"], erased_at=now.utc)
    assert "Bert Miller" not in listed(customers)
    assert customers.hits("bert") == ()
    with pytest.raises(WorldError):
        card(customers, now, four["Bert Miller"])


def test_hits_while_typing(customers: Customers, now: Now, four: dict[str, int]) -> None:
    (hit,) = customers.hits("lib")
    assert (hit.name, hit.title, hit.stage) == ("Richard Libin", "Mr.", Stage.FIRST_PURCHASE)
    assert (hit.phone, hit.last_item) == ("+1 212 555 0143", "Charcoal suit, White shirt")
    assert [hit.name for hit in customers.hits("0151")] == ["Zoë Adler"]
    assert [hit.name for hit in customers.hits("milelr")] == ["Bert Miller"]
    assert customers.hits("") == ()
    assert len(customers.hits("555", limit=2)) == 2


# The story --------------------------------------------------------------------------------------


def test_the_story_is_newest_first_and_told_whole(
    customers: Customers, visits: Visits, now: Now, libin: int
) -> None:
    later = at("2026-11-24 11:00")
    visits.record(
        later,
        1,
        NewVisit(customer_id=libin, bought=False, looked_at="Linen", held_back="The colour"),
    )
    customers.note(at("2026-11-24 12:00"), 1, libin, "Parks behind the shop.")
    told = customers.story(libin)
    assert [event.kind for event in told] == [
        EventKind.NOTE,
        EventKind.VISIT,
        EventKind.PURCHASE,
        EventKind.NOTE,
    ]
    note, visit, purchase, learned = told
    assert (note.text, note.clerk_name) == ("Parks behind the shop.", "Ed Marsh")
    assert (visit.title, visit.text, visit.at) == ("Linen", "The colour", later.utc)
    assert (purchase.title, purchase.text) == ("Charcoal suit, White shirt", "Board meeting")
    assert learned.text == "His wife’s name is Dana."


def test_the_story_is_searched_and_narrowed(customers: Customers, now: Now, libin: int) -> None:
    customers.note(now, 1, libin, "Café behind the shop")
    assert [event.text for event in customers.story(libin, "CAFE shop")] == ["Café behind the shop"]
    assert [event.title for event in customers.story(libin, "charc")] == [
        "Charcoal suit, White shirt"
    ]
    assert customers.story(libin, "camel") == ()
    only = customers.story(libin, kinds=(EventKind.PURCHASE,))
    assert [event.kind for event in only] == [EventKind.PURCHASE]


def test_the_story_is_read_in_stretches_that_lose_nothing(
    customers: Customers, now: Now, libin: int
) -> None:
    for minute in range(30):
        moment = Now(
            now.utc + timedelta(minutes=minute // 4), now.local + timedelta(minutes=minute // 4)
        )
        customers.note(moment, 1, libin, f"Note {minute}")
    whole = customers.story(libin, limit=1_000)
    read: list[object] = []
    before = None
    while stretch := customers.story(libin, before=before, limit=5):
        assert len(stretch) >= min(5, len(whole) - len(read))
        read += stretch
        before = stretch[-1].at
    assert len(read) == len(whole)
    assert set(read) == set(whole)
