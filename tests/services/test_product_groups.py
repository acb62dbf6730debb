"""Product groups on a real database: kept, guessed on the visit, changed on the card (M-41)."""

from dataclasses import replace
from datetime import date

import pytest

from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.checks import Why
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.product_group import ItemGroup
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.updates import UpdateKey
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.rows import FollowUpRow, ItemRow
from followup_desktop.store.store import Store
from tests.services.world import at, everything

JUN = NewVisit(name="Jun Hayashi", phone="+1 646 555 0188", items=("Navy suit", "Silk tie"))


def made(services: Services, now: Now, name: str, **fields: object) -> int:
    group_id = services.product_groups.add(now, 1, name, **fields).made_id
    assert group_id is not None
    return group_id


def of_items() -> dict[str, int | None]:
    return {row.name: row.product_group_id for row in ItemRow.select()}


def test_what_is_bought_comes_into_its_group_without_a_key(services: Services, now: Now) -> None:
    suits = made(services, now, "Suits")
    preview = services.visits.preview(now, JUN)
    assert preview.groups == (ItemGroup("Navy suit", suits), ItemGroup("Silk tie", None))
    services.visits.record(now, 1, JUN)
    assert of_items() == {"Navy suit": suits, "Silk tie": None}


def test_another_group_can_be_chosen_and_is_guessed_the_next_time(
    services: Services, now: Now
) -> None:
    made(services, now, "Suits")
    made_to_measure = made(services, now, "Made to measure")
    chosen = (ItemGroup("Navy suit", made_to_measure),)
    visit = NewVisit(name="Ana", phone="+1 646 555 0189", items=("navy  suit",))
    services.visits.record(
        now,
        1,
        replace(JUN, items=("Navy suit",), item_groups=chosen),
    )
    (guessed,) = services.visits.preview(now, visit).groups
    assert guessed.group_id == made_to_measure


def test_in_no_group_is_a_choice_too(services: Services, now: Now) -> None:
    made(services, now, "Suits")
    visit = NewVisit(
        name="Jun",
        phone="+1 646 555 0188",
        items=("Navy suit",),
        item_groups=(ItemGroup("Navy suit", None),),
    )
    services.visits.record(now, 1, visit)
    assert of_items() == {"Navy suit": None}


def test_a_group_that_is_gone_by_now_is_guessed_anew(services: Services, now: Now) -> None:
    suits = made(services, now, "Suits")
    gone = made(services, now, "Coats")
    services.product_groups.remove(now, 1, gone)
    visit = NewVisit(
        name="Jun",
        phone="+1 646 555 0188",
        items=("Navy suit",),
        item_groups=(ItemGroup("Navy suit", gone),),
    )
    assert services.visits.preview(now, visit).groups == (ItemGroup("Navy suit", suits),)


def test_a_shop_without_groups_is_asked_nothing(services: Services, now: Now) -> None:
    assert services.visits.preview(now, JUN).groups == ()


def test_whoever_leaves_without_buying_has_no_group(services: Services, now: Now) -> None:
    made(services, now, "Suits")
    left = NewVisit(name="Jun", phone="+1 646 555 0188", bought=False, looked_at="Navy suit")
    assert services.visits.preview(now, left).groups == ()


def test_valuables_are_asked_about_after_a_month(services: Services, now: Now) -> None:
    """M-35: a month instead of the two weeks, as calling-rules has it."""
    made(services, now, "Watches", is_valuable=True)
    bought = NewVisit(name="Jun", phone="+1 646 555 0188", items=("Steel watch", "Strap"))
    services.visits.record(now, 1, bought)
    rules = {row.rule: row.due_on for row in FollowUpRow.select()}
    assert rules[Rule.ONE_MONTH] == date(2026, 12, 21)
    assert Rule.TWO_WEEKS not in rules


def test_a_new_group_takes_in_what_was_sold_before(services: Services, now: Now) -> None:
    services.visits.record(now, 1, JUN)
    suits = made(services, now, "Suits")
    assert of_items() == {"Navy suit": suits, "Silk tie": None}
    (group,) = services.product_groups.groups()
    assert (group.name, group.items) == ("Suits", 1)


def test_what_a_group_is_can_be_changed_and_taken_back(
    services: Services, store: Store, now: Now
) -> None:
    suits = made(services, now, "Suits")
    done = services.product_groups.change(
        now,
        1,
        suits,
        group_name="Tailoring",
        renew_months=24,
        is_valuable=True,
        care_tip="Brush.",
    )
    (group,) = services.product_groups.groups()
    assert (group.name, group.renew_months, group.is_valuable, group.care_tip) == (
        "Tailoring",
        24,
        True,
        "Brush.",
    )
    assert done.action_id is not None
    store.undo(done.action_id, now)
    assert services.product_groups.groups()[0].name == "Suits"


@pytest.mark.parametrize(
    ("fields", "field", "why"),
    [
        ({"group_name": " "}, "group_name", Why.MISSING),
        ({"group_name": "SUITS"}, "group_name", Why.SAME_NAME),
        ({"group_name": "x" * 201}, "group_name", Why.TOO_LONG),
        ({"group_name": "Coats", "renew_months": 0}, "renew_months", Why.OUT_OF_RANGE),
    ],
)
def test_what_cannot_be_kept_says_why(
    services: Services, now: Now, fields: dict[str, object], field: str, why: Why
) -> None:
    made(services, now, "Suits")
    with pytest.raises(WorldError) as refused:
        services.product_groups.add(now, 1, **fields)  # type: ignore[arg-type]
    assert (refused.value.field, refused.value.why) == (field, why)


def test_a_removed_group_leaves_what_was_sold(services: Services, store: Store, now: Now) -> None:
    suits = made(services, now, "Suits")
    services.visits.record(now, 1, JUN)
    done = services.product_groups.remove(now, 1, suits)
    assert of_items() == {"Navy suit": None, "Silk tie": None}
    assert done.action_id is not None
    store.undo(done.action_id, now)
    assert of_items() == {"Navy suit": suits, "Silk tie": None}


def test_the_card_changes_the_group_of_a_thing(services: Services, store: Store, now: Now) -> None:
    suits, ties = made(services, now, "Suits"), made(services, now, "Silk")
    customer = services.visits.record(now, 1, JUN).customer_id
    assert customer is not None
    purchase = services.customers.card(now, customer).last_purchase_id
    assert purchase is not None
    suit, tie = services.product_groups.items(purchase)
    assert (suit.group_id, tie.group_id) == (suits, ties)
    done = services.customers.change_purchase(
        now, 1, purchase, occasion="a wedding", item_groups={suit.id: None, tie.id: ties}
    )
    assert of_items() == {"Navy suit": None, "Silk tie": ties}
    assert done.action_id is not None
    store.undo(done.action_id, now)
    assert of_items() == {"Navy suit": suits, "Silk tie": ties}


def test_a_group_that_is_not_there_is_refused(services: Services, now: Now) -> None:
    customer = services.visits.record(now, 1, JUN).customer_id
    assert customer is not None
    purchase = services.customers.card(now, customer).last_purchase_id
    assert purchase is not None
    (suit, _tie) = services.product_groups.items(purchase)
    with pytest.raises(WorldError):
        services.customers.change_purchase(now, 1, purchase, item_groups={suit.id: 99})
    with pytest.raises(WorldError):
        services.product_groups.change(now, 1, 99, group_name="Coats")


def test_the_care_tip_alone_can_be_changed(services: Services, now: Now) -> None:
    """M-79"""
    suits = made(services, now, "Suits", renew_months=24)
    services.product_groups.change(now, 1, suits, care_tip="Brush it.")
    (group,) = services.product_groups.names()
    assert (group.name, group.renew_months, group.care_tip) == ("Suits", 24, "Brush it.")


# A group that counts otherwise takes along what is planned (M-35, M-41)


def planned(customer_id: int) -> dict[str, date]:
    return {one.rule: one.due_on for one in open_of(customer=customer_id)}


def test_marking_a_group_valuable_shows_and_makes_two_weeks_a_month(
    services: Services, store: Store, now: Now
) -> None:
    ties = made(services, now, "Ties")
    jun = services.visits.record(now, 1, JUN).customer_id or 0
    before = everything(store)
    effect = services.product_groups.preview(now, ties, is_valuable=True)
    assert [(one.one.due_on, one.to) for one in effect.moved] == [
        (date(2026, 12, 5), date(2026, 12, 21))
    ]
    assert everything(store) == before
    change = services.product_groups.change(now, 1, ties, is_valuable=True)
    assert planned(jun)["one_month"] == date(2026, 12, 21)
    assert "two_weeks" not in planned(jun)
    store.undo(change.action_id or 0, now)
    assert everything(store) == before


def test_back_to_usual_never_makes_it_overdue_and_what_a_person_moved_stays(
    services: Services, now: Now
) -> None:
    ties = made(services, now, "Ties", is_valuable=True)
    jun = services.visits.record(now, 1, JUN).customer_id or 0
    ana = replace(JUN, name="Ana Ferreira", phone="+1 646 555 0189")
    moved = services.visits.record(now, 1, ana).customer_id or 0
    (month,) = (one for one in open_of(customer=moved) if one.rule == Rule.ONE_MONTH)
    services.today.move(now, 1, month.id, date(2026, 12, 30))
    later = at("2026-12-10 11:00")
    effect = services.product_groups.preview(later, ties, is_valuable=False)
    assert [(one.one.name, one.to) for one in effect.moved if one.is_seen] == [
        ("Jun Hayashi", date(2026, 12, 10))
    ]
    services.product_groups.change(later, 1, ties, is_valuable=False)
    assert planned(jun)["two_weeks"] == date(2026, 12, 10)
    assert planned(moved)["two_weeks"] == date(2026, 12, 30)


def test_a_new_valuable_group_counts_for_what_it_takes_in_and_its_end_as_well(
    services: Services, now: Now
) -> None:
    jun = services.visits.record(now, 1, JUN).customer_id or 0
    effect = services.product_groups.preview(now, group_name="Silk", is_valuable=True)
    assert effect.moves == 1
    silk = made(services, now, "Silk", is_valuable=True)
    assert planned(jun)["one_month"] == date(2026, 12, 21)
    assert services.product_groups.preview_removal(now, silk).moves == 1
    services.product_groups.remove(now, 1, silk)
    assert planned(jun)["two_weeks"] == date(2026, 12, 5)


def test_a_thing_that_is_put_in_a_valuable_group_on_the_card_is_asked_about_later(
    services: Services, now: Now
) -> None:
    jewels = made(services, now, "Jewels", is_valuable=True)
    jun = services.visits.record(now, 1, JUN).customer_id or 0
    purchase = services.customers.card(now, jun).last_purchase_id or 0
    tie = next(one.id for one in services.product_groups.items(purchase) if "tie" in one.name)
    services.customers.change_purchase(now, 1, purchase, item_groups={tie: jewels})
    assert planned(jun)["one_month"] == date(2026, 12, 21)


def test_a_longer_time_to_renew_lets_go_whose_time_has_not_come(
    services: Services, store: Store, now: Now
) -> None:
    """M-41: what a clerk confirmed for those who have had it for a year."""
    ties = made(services, now, "Ties", renew_months=12)
    jun = services.visits.record(now, 1, replace(JUN, may_call=True)).customer_id or 0
    year_on = at("2027-12-01 11:00")
    services.updates.plan(year_on, 1, UpdateKey(ties), [jun])
    (renewal,) = (one for one in open_of(customer=jun) if one.kind is Kind.TIME_TO_RENEW)
    assert services.product_groups.preview(year_on, ties, renew_months=6).is_nothing
    effect = services.product_groups.preview(year_on, ties, renew_months=24)
    assert [(one.one.id, one.to) for one in effect.moved] == [(renewal.id, None)]
    services.product_groups.change(year_on, 1, ties, renew_months=24)
    assert not any(one.id == renewal.id for one in open_of(customer=jun))
