"""Recording a visit: what it keeps, what it plans, and what stands in its way (M-32 … M-37)."""

from dataclasses import replace
from datetime import date, time

import pytest

from followup_desktop.domain.changes import Changed, Did
from followup_desktop.domain.checks import Why
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import (
    FollowUpStatus,
    Fulfilment,
    Kind,
    ReferralState,
    Stage,
    Step,
    Way,
)
from followup_desktop.domain.planned import PlanChange
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services.shop import ShopService
from followup_desktop.services.visits import Visits
from followup_desktop.store.reads import follow_ups
from followup_desktop.store.rows import (
    CheckpointRow,
    CustomerRow,
    FactRow,
    FollowUpRow,
    ItemRow,
    OrderRow,
    PermissionRow,
    PhoneRow,
    PurchaseRow,
    ReferralRow,
    VisitRow,
)
from followup_desktop.store.store import Store
from tests.services.world import at, everything

JUN = NewVisit(
    name="Jun Hayashi",
    phone="212 555 0188",
    items=("Navy suit, two-button",),
    occasion="Sister’s wedding",
    occasion_on=date(2026, 11, 28),
    fulfilment=Fulfilment.ALTERATION,
    promised_on=date(2026, 11, 25),
    learned="Lives with his parents.\nNervous about the speech.",
    may_call=True,
)
LOOKED = NewVisit(
    name="Mme Marguerite Beaulieu",
    phone="+33 1 99 00 12 34",
    bought=False,
    looked_at="Camel coat",
    held_back="Wants to think",
    also_looking_at="The shop across the street",
)


@pytest.fixture
def visits(store: Store) -> Visits:
    return Visits(store, ShopService(store))


def planned(customer_id: int) -> list[tuple[Kind, date]]:
    rows = FollowUpRow.select().where(
        FollowUpRow.customer == customer_id, FollowUpRow.status == FollowUpStatus.OPEN
    )
    return sorted(((row.kind, row.due_on) for row in rows), key=lambda one: (one[1], one[0]))


def customer(visits: Visits, now: Now, visit: NewVisit) -> int:
    made = visits.record(now, 1, visit).customer_id
    assert made is not None
    return made


def test_a_new_customer_who_bought_is_kept_whole(visits: Visits, now: Now) -> None:
    changes = visits.record(now, 1, JUN)
    assert changes.did is Did.VISIT_RECORDED
    assert changes.what == Changed.CUSTOMERS | Changed.FOLLOW_UPS | Changed.ORDERS
    row = CustomerRow.get_by_id(changes.customer_id)
    assert (row.name, row.title, row.owner_id) == ("Jun Hayashi", "", 1)
    assert (row.purchases, row.stage) == (1, Stage.FIRST_PURCHASE)
    assert PhoneRow.get().number == "+12125550188"
    visit = VisitRow.get_by_id(changes.made_id)
    assert (visit.visited_at, visit.visited_on, visit.bought) == (now.utc, now.day, True)
    purchase = PurchaseRow.get()
    assert (purchase.occasion, purchase.occasion_on) == (JUN.occasion, JUN.occasion_on)
    assert [item.name for item in ItemRow.select()] == ["Navy suit, two-button"]
    assert FactRow.get().text == JUN.learned
    permission = PermissionRow.get()
    assert (permission.way, permission.allowed, permission.clerk_id) == (Way.CALL, True, 1)


def test_an_order_has_its_checkpoints_with_who_and_when(visits: Visits, now: Now) -> None:
    visits.record(now, 1, JUN)
    order = OrderRow.get()
    assert (order.what, order.promised_on) == ("Navy suit, two-button", JUN.promised_on)
    checkpoints = {row.step: row for row in CheckpointRow.select()}
    assert list(checkpoints) == list(Step)
    entered = checkpoints.pop(Step.ENTERED)
    assert (entered.done_at, entered.done_by_id) == (now.utc, 1)
    assert {row.done_at for row in checkpoints.values()} == {None}
    assert checkpoints[Step.READY].due_on == checkpoints[Step.COMPLETE].due_on == JUN.promised_on


def test_the_preview_is_what_is_planned(visits: Visits, now: Now, store: Store) -> None:
    before = everything(store)
    preview = visits.preview(now, JUN)
    assert everything(store) == before
    assert preview.phone_shown == "+1 212 555 0188"
    assert not preview.problems
    made = customer(visits, now, JUN)
    assert planned(made) == sorted(
        ((one.kind, one.due_on) for one in preview.planned), key=lambda one: (one[1], one[0])
    )
    # Thanksgiving is on the 26th; the wedding on Saturday the 28th, Monday is the next open day.
    assert (Kind.DAY_AFTER, date(2026, 11, 23)) in planned(made)
    assert (Kind.ORDER_CHECK, date(2026, 11, 25)) in planned(made)
    assert (Kind.AFTER_OCCASION, date(2026, 11, 30)) in planned(made)
    belongs_to = {row.kind: row for row in FollowUpRow.select()}
    assert belongs_to[Kind.ORDER_CHECK].order_id == OrderRow.get().id
    assert belongs_to[Kind.DAY_AFTER].order_id is None
    assert {row.purchase_id for row in belongs_to.values()} == {PurchaseRow.get().id}
    assert {row.clerk_id for row in belongs_to.values()} == {1}


def test_a_clerk_switches_off_and_moves_what_is_planned(visits: Visits, now: Now) -> None:
    changed = replace(
        JUN,
        changes=(
            PlanChange("day_after", is_on=False),
            PlanChange("order_ready", due_on=date(2026, 11, 24), due_time=time(15, 30)),
        ),
    )
    shown = {one.rule: one for one in visits.preview(now, changed).planned}
    assert not shown["day_after"].is_on
    made = customer(visits, now, changed)
    assert Kind.DAY_AFTER not in [kind for kind, _ in planned(made)]
    moved = FollowUpRow.get(FollowUpRow.kind == Kind.ORDER_CHECK)
    assert (moved.due_on, moved.due_time, moved.is_timed) == (
        date(2026, 11, 24),
        time(15, 30),
        True,
    )


def test_somebody_who_left_is_called_for_a_month(visits: Visits, now: Now) -> None:
    made = customer(visits, now, LOOKED)
    row = CustomerRow.get_by_id(made)
    assert (row.title, row.name, row.stage) == ("Mme", "Marguerite Beaulieu", Stage.PROSPECT)
    visit = VisitRow.get()
    assert (visit.looked_at, visit.held_back) == ("Camel coat", "Wants to think")
    assert visit.also_looking_at == "The shop across the street"
    assert planned(made) == [
        (Kind.LEFT_FIRST, date(2026, 11, 23)),
        (Kind.LEFT_SECOND, date(2026, 12, 1)),
        (Kind.LEFT_LATER, date(2026, 12, 21)),
    ]
    assert {row.visit_id for row in FollowUpRow.select()} == {visit.id}


def test_who_comes_back_and_buys_is_no_longer_somebody_who_left(visits: Visits, now: Now) -> None:
    made = customer(visits, now, LOOKED)
    later = at("2026-11-27 15:00")
    visits.record(later, 1, NewVisit(customer_id=made, items=("Camel coat",)))
    kinds = [kind for kind, _ in planned(made)]
    assert not any(kind.value.startswith("left") for kind in kinds)
    assert Kind.DAY_AFTER in kinds
    closed = FollowUpRow.select().where(FollowUpRow.status == FollowUpStatus.CLOSED)
    assert {(row.closed_why, row.closed_by_id, row.closed_at) for row in closed} == {
        ("bought", 1, later.utc)
    }
    assert CustomerRow.get_by_id(made).stage is Stage.FIRST_PURCHASE
    assert PhoneRow.select().count() == 1


def test_a_gift_makes_calls_discreet(visits: Visits, now: Now) -> None:
    made = customer(visits, now, replace(JUN, is_gift=True, for_whom="His sister"))
    assert CustomerRow.get_by_id(made).discreet
    assert PurchaseRow.get().for_whom == "His sister"


def test_after_the_first_sales_the_cadence_is_light(visits: Visits, now: Now) -> None:
    made = customer(visits, now, JUN)
    simple = NewVisit(customer_id=made, items=("White shirt",))
    full = len(visits.preview(now, simple).planned)
    for _ in range(3):
        visits.record(now, 1, simple)
    light = visits.preview(now, simple).planned
    assert [one.kind for one in light] == [Kind.TWO_WEEKS, Kind.THANK_YOU]
    assert len(light) < full


def test_who_may_not_be_called_gets_service_only(visits: Visits, now: Now, store: Store) -> None:
    made = customer(visits, now, LOOKED)
    assert visits.preview(now, replace(LOOKED, customer_id=made, may_call=False)).planned == ()
    visits.record(now, 1, NewVisit(customer_id=made, items=("Scarf",), may_call=False))
    assert {kind for kind, _ in planned(made)} == {Kind.DAY_AFTER, Kind.TWO_WEEKS}
    with store.quiet(now) as unit:
        unit.update(CustomerRow, made, dont_call_at=now.utc)
    yes = NewVisit(customer_id=made, bought=False, looked_at="Hat", may_call=True)
    visits.record(now, 1, yes)
    assert CustomerRow.get_by_id(made).dont_call_at == now.utc, "only a person's own word lifts it"
    assert {kind for kind, _ in planned(made)} == {Kind.DAY_AFTER, Kind.TWO_WEEKS}


def test_a_referred_one_who_comes_in_moves_the_referral_on(
    visits: Visits, now: Now, store: Store
) -> None:
    jun = customer(visits, now, JUN)
    with store.quiet(now) as unit:
        referral = unit.insert(
            ReferralRow,
            referrer=jun,
            name="Kenji Mori",
            number="+12125550177",
            made_at=now.utc,
        )
    kenji = customer(visits, now, NewVisit(name="Kenji Mori", phone="212 555 0177", bought=False))
    row = ReferralRow.get_by_id(referral)
    assert (row.referred_id, row.state) == (kenji, ReferralState.CAME_IN)
    for _ in range(2):
        visits.record(now, 1, NewVisit(customer_id=kenji, items=("Dinner jacket",)))
        (thanks,) = follow_ups.open_of(referral=referral)
        assert (thanks.kind, thanks.customer_id, thanks.about) == (
            Kind.THANK_REFERRER,
            jun,
            "Kenji Mori",
        )
    assert ReferralRow.get_by_id(referral).state is ReferralState.BOUGHT


def test_a_phone_of_two_and_a_name_of_two_are_hints(visits: Visits, now: Now) -> None:
    customer(visits, now, JUN)
    hints = visits.preview(now, replace(JUN, name="JÜN  HAYASHI")).problems
    assert [(hint.field, hint.why, hint.blocks) for hint in hints] == [
        ("name", Why.SAME_NAME, False),
        ("phone", Why.SAME_PHONE, False),
    ]
    made = customer(visits, now, JUN)
    assert CustomerRow.select().count() == 2
    assert PhoneRow.select().where(PhoneRow.customer == made).count() == 1


BAD = [
    ({"name": ""}, "name", Why.MISSING),
    ({"name": " \t\u200b\u202e "}, "name", Why.MISSING),
    ({"name": "x" * 10_000}, "name", Why.TOO_LONG),
    ({"phone": ""}, "phone", Why.MISSING),
    ({"phone": "call me"}, "phone", Why.NOT_A_PHONE),
    ({"phone": "12"}, "phone", Why.NOT_A_PHONE),
    ({"phone": "+1 212 555 0188 0188 0188"}, "phone", Why.NOT_A_PHONE),
    ({"phone": "📞" * 500}, "phone", Why.NOT_A_PHONE),
    ({"items": ()}, "items", Why.MISSING),
    ({"items": (" ", "\u200b")}, "items", Why.MISSING),
    ({"items": ("x" * 10_000,)}, "items", Why.TOO_LONG),
    ({"occasion": "x" * 10_000}, "occasion", Why.TOO_LONG),
    ({"occasion_on": date(2126, 11, 28)}, "occasion_on", Why.TOO_FAR),
    ({"for_whom": "x" * 10_000}, "for_whom", Why.TOO_LONG),
    ({"learned": "x" * 20_001}, "learned", Why.TOO_LONG),
    ({"promised_on": date(2026, 11, 20)}, "promised_on", Why.IN_THE_PAST),
    ({"promised_on": date(2226, 11, 20)}, "promised_on", Why.TOO_FAR),
    (
        {"promised_on": date(2026, 11, 21), "promised_time": time(10, 0)},
        "promised_time",
        Why.IN_THE_PAST,
    ),
    (
        {"changes": (PlanChange("day_after", due_on=date(2020, 1, 1)),)},
        "changes",
        Why.IN_THE_PAST,
    ),
]


@pytest.mark.parametrize(("values", "field", "why"), BAD)
def test_what_cannot_be_kept_blocks_and_changes_nothing(
    visits: Visits, now: Now, store: Store, values: dict[str, object], field: str, why: Why
) -> None:
    bad = replace(JUN, **values)  # type: ignore[arg-type]
    visits.keep_draft(now, bad)
    before = everything(store)
    problems = visits.preview(now, bad).problems
    assert [(one.field, one.why) for one in problems if one.blocks] == [(field, why)]
    with pytest.raises(WorldError) as refused:
        visits.record(now, 1, bad)
    assert refused.value.trouble is Trouble.BAD_VALUE
    assert (refused.value.field, refused.value.why) == (field, why)
    assert everything(store) == before, "the draft too is where it was"


@pytest.mark.parametrize(
    ("values", "field", "why"),
    [
        ({"occasion_on": date(2026, 11, 20)}, "occasion_on", Why.IN_THE_PAST),
        ({"promised_on": date(2026, 11, 22)}, "promised_on", Why.SHOP_CLOSED),
        ({"promised_on": date(2026, 11, 26)}, "promised_on", Why.SHOP_CLOSED),
    ],
)
def test_what_is_unlikely_is_a_hint(
    visits: Visits, now: Now, values: dict[str, object], field: str, why: Why
) -> None:
    odd = replace(JUN, **values)  # type: ignore[arg-type]
    (hint,) = visits.preview(now, odd).problems
    assert (hint.field, hint.why, hint.blocks) == (field, why, False)
    assert visits.record(now, 1, odd).made_id


@pytest.mark.parametrize(
    "name",
    [
        "José Ñúñez",
        "Zoe\u0308 Ångstro\u0308m",
        "李小龙",
        "محمد علي",
        "👩🏽‍🎤 Ziggy",
        "Anneliese-Charlotte von Hohenstein-Wolfsburg zu Lichtenfels",
    ],
)
def test_any_name_is_kept(visits: Visits, now: Now, name: str) -> None:
    made = customer(visits, now, replace(JUN, name=name))
    kept = CustomerRow.get_by_id(made).name
    assert kept.replace("Zoë", "Zoe\u0308").replace("öm", "o\u0308m") == name


def test_half_a_form_has_a_preview_too(visits: Visits, now: Now) -> None:
    preview = visits.preview(now, NewVisit(name="J", phone="21"))
    assert {problem.field for problem in preview.problems} == {"phone", "items"}
    assert preview.planned
    assert preview.phone_shown == ""


def test_an_occasion_on_the_29th_of_february(visits: Visits) -> None:
    now = at("2028-02-28 12:00")
    leap = replace(JUN, occasion_on=date(2028, 2, 29), promised_on=None)
    made = customer(visits, now, leap)
    assert (Kind.AFTER_OCCASION, date(2028, 3, 2)) in planned(made)


def test_a_visitor_who_is_gone_is_told(visits: Visits, now: Now) -> None:
    with pytest.raises(WorldError) as gone:
        visits.record(now, 1, replace(JUN, customer_id=99))
    assert gone.value.trouble is Trouble.GONE


def test_who_rested_after_many_tries_is_awake_again(visits: Visits, now: Now, store: Store) -> None:
    made = customer(visits, now, LOOKED)
    with store.quiet(now) as unit:
        unit.update(CustomerRow, made, rest_until=date(2027, 3, 1))
    visits.record(now, 1, replace(LOOKED, customer_id=made))
    assert CustomerRow.get_by_id(made).rest_until is None


def test_the_form_is_kept_while_it_is_typed_and_goes_when_saved(visits: Visits, now: Now) -> None:
    assert visits.draft() is None
    half = NewVisit(name="Ju", phone="212")
    assert visits.keep_draft(now, half).what is Changed.NOTHING
    visits.keep_draft(now, JUN)
    assert visits.draft() == JUN
    visits.record(now, 1, JUN)
    assert visits.draft() is None
    visits.keep_draft(now, half)
    visits.drop_draft(now)
    assert visits.draft() is None


def test_completion_offers_what_was_sold_lately(visits: Visits, now: Now) -> None:
    for items in (("White shirt",), ("Navy suit", "White shirt"), ("Étole",), ("Suit bag",)):
        visits.record(now, 1, replace(JUN, items=items))
    assert visits.known_items("SU") == ("Suit bag", "Navy suit")
    assert visits.known_items("etole") == ("Étole",)
    assert visits.known_items("")[0] == "White shirt"
    assert visits.known_items("zzz") == ()
    assert visits.known_occasions("sis") == ("Sister’s wedding",)


def test_undo_takes_the_whole_visit_back(visits: Visits, now: Now, store: Store) -> None:
    made = customer(visits, now, LOOKED)
    before = everything(store)
    changes = visits.record(
        at("2026-11-24 11:00"), 1, replace(JUN, customer_id=made, name="", is_gift=True)
    )
    assert everything(store) != before
    assert changes.action_id is not None
    store.undo(changes.action_id, at("2026-11-24 11:01"))
    assert everything(store) == before
