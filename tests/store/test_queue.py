"""The day's queue: its order, its facts, and what it costs."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Any

import pytest

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import (
    KINDS,
    FollowUpStatus,
    Fulfilment,
    Kind,
    Rank,
    Stage,
    Way,
)
from followup_desktop.store.reads import queue
from followup_desktop.store.rows import (
    ClerkRow,
    FollowUpRow,
    ItemRow,
    OrderRow,
    PermissionRow,
    PhoneRow,
    PromiseRow,
    PurchaseRow,
    ReferralRow,
    VisitRow,
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
)


@pytest.fixture
def clerk(store: Store) -> int:
    with store.quiet(NOW) as unit:
        return unit.insert(ClerkRow, name="Jun")


def test_everything_that_a_row_says(store: Store, clerk: int) -> None:
    with store.quiet(NOW) as unit:
        customer = add_customer(
            unit, "Ann Libin", title="Ms.", address_as="Annie", discreet=True, dont_call_at=NOW.utc
        )
        unit.update(PhoneRow, 1, good_from=time(9), good_to=time(12, 30))
        purchase = add_purchase(unit, customer, date(2026, 11, 7))
        for name in ("raincoat", "scarf"):
            unit.insert(ItemRow, purchase=purchase, name=name)
        unit.update(PurchaseRow, purchase, occasion="a wedding", occasion_on=date(2026, 12, 5))
        for allowed, day in ((True, 1), (False, 2)):
            unit.insert(
                PermissionRow,
                customer=customer,
                way=Way.CALL,
                allowed=allowed,
                given_at=NOW.utc - timedelta(days=9 - day),
            )
        unit.insert(PermissionRow, customer=customer, way=Way.TEXT, allowed=True, given_at=NOW.utc)
        add_call(unit, customer)
        follow_up = add_follow_up(
            unit,
            customer,
            kind=Kind.TWO_WEEKS,
            about="the raincoat",
            due_time=time(14),
            is_timed=True,
            clerk=clerk,
            tries=2,
            version=3,
            purchase=purchase,
        )
    expected = DueFollowUp(
        id=follow_up,
        customer_id=customer,
        kind=Kind.TWO_WEEKS,
        rank=Rank.AFTER_PURCHASE,
        about="the raincoat",
        due_on=TODAY,
        due_time=time(14),
        is_timed=True,
        tries=2,
        version=3,
        clerk_id=clerk,
        clerk_name="Jun",
        name="Ann Libin",
        title="Ms.",
        address_as="Annie",
        stage=Stage.FIRST_PURCHASE,
        purchases=1,
        discreet=True,
        item="raincoat",
        happened_on=date(2026, 11, 7),
        occasion="a wedding",
        occasion_on=date(2026, 12, 5),
        sent_by="",
        promised_on=None,
        last_contact_at=NOW.utc,
        dont_call=True,
        may_call=False,
        good_from=time(9),
        good_to=time(12, 30),
    )
    (found,) = queue.due(TODAY, 10)
    assert found == expected
    assert [type(value) for value in astuple(found)] == [type(value) for value in astuple(expected)]
    assert queue.one(follow_up) == expected


def astuple(due: DueFollowUp) -> tuple[Any, ...]:
    return tuple(getattr(due, name) for name in due.__slots__)


def test_what_nobody_knows_is_empty(store: Store) -> None:
    customer = customer_in(store, number="")
    with store.quiet(NOW) as unit:
        add_follow_up(unit, customer)
    (found,) = queue.due(TODAY, 10)
    assert (found.item, found.occasion, found.sent_by, found.clerk_name) == ("", "", "", "")
    assert (found.may_call, found.happened_on, found.promised_on, found.good_from) == (None,) * 4
    assert (found.dont_call, found.clerk_id) == (False, None)


def test_an_order_a_promise_a_visit_and_a_referral_tell_theirs(store: Store) -> None:
    with store.quiet(NOW) as unit:
        customer, sender = add_customer(unit), add_customer(unit, "Bo Lind")
        purchase = add_purchase(unit, customer, date(2026, 11, 1))
        order = unit.insert(
            OrderRow,
            customer=customer,
            purchase=purchase,
            what="the hem",
            fulfilment=Fulfilment.ALTERATION,
            promised_on=date(2026, 11, 20),
            opened_at=NOW.utc,
        )
        promise = unit.insert(
            PromiseRow,
            customer=customer,
            what="a swatch",
            due_on=date(2026, 11, 19),
            made_at=datetime(2026, 11, 10, 12, tzinfo=UTC),
        )
        visit = unit.insert(
            VisitRow,
            customer=customer,
            visited_at=NOW.utc,
            visited_on=date(2026, 11, 18),
            bought=False,
            looked_at="walking boots",
        )
        referral = unit.insert(
            ReferralRow, referrer=sender, referred=customer, name="Ann", made_at=NOW.utc
        )
        kinds = {Kind.ORDER_CHECK: {"order": order}, Kind.PROMISE: {"promise": promise}}
        kinds |= {Kind.LEFT_FIRST: {"visit": visit}, Kind.REFERRAL: {"referral": referral}}
        for kind, links in kinds.items():
            add_follow_up(unit, customer, kind=kind, **links)
    by_kind = {one.kind: one for one in queue.due(TODAY, 10)}
    check = by_kind[Kind.ORDER_CHECK]
    assert (check.item, check.promised_on) == ("the hem", date(2026, 11, 20))
    assert check.happened_on == date(2026, 11, 1)
    promised = by_kind[Kind.PROMISE]
    assert promised.promised_on == date(2026, 11, 19)
    assert promised.happened_on in (date(2026, 11, 10), date(2026, 11, 11))  # the PC's own zone
    left = by_kind[Kind.LEFT_FIRST]
    assert (left.item, left.happened_on) == ("walking boots", date(2026, 11, 18))
    assert by_kind[Kind.REFERRAL].sent_by == "Bo Lind"


def test_a_wrong_number_has_no_good_time(store: Store) -> None:
    customer = customer_in(store)
    with store.quiet(NOW) as unit:
        unit.update(PhoneRow, 1, good_from=time(9), wrong_at=NOW.utc)
        unit.insert(PhoneRow, customer=customer, number="+442079460123", good_from=time(15))
        add_follow_up(unit, customer)
    assert queue.due(TODAY, 1)[0].good_from == time(15)


def filled(store: Store, count: int, seed: int = 3) -> None:
    random = Random(seed)
    with store.quiet(NOW) as unit:
        clerks = [unit.insert(ClerkRow, name=name) for name in ("Jun", "Rosa")]
        customers = [add_customer(unit, f"Ann Libin {number}") for number in range(20)]
        for _ in range(count):
            add_follow_up(
                unit,
                random.choice(customers),
                TODAY + timedelta(days=random.randrange(-5, 5)),
                kind=random.choice(list(Kind)),
                due_time=random.choice((None, time(9), time(14, 30))),
                status=random.choice(list(FollowUpStatus)),
                clerk=random.choice((None, *clerks)),
            )


@pytest.mark.parametrize("clerk_id", [None, 1])
@pytest.mark.parametrize("limit", [1, 7, 1000])
def test_the_order_and_the_cut(limit: int, clerk_id: int | None, store: Store) -> None:
    filled(store, 150)
    rows = [
        row
        for row in FollowUpRow.select()
        if row.status is FollowUpStatus.OPEN
        and row.due_on <= TODAY
        and (clerk_id is None or row.clerk_id in (None, clerk_id))
    ]
    rows.sort(key=lambda row: (KINDS[row.kind].rank, row.due_on, row.due_time or time.min, row.id))
    assert [one.id for one in queue.due(TODAY, limit, clerk_id)] == [row.id for row in rows[:limit]]
    counts = queue.due_counts(TODAY, clerk_id)
    assert counts == {
        rank: count for rank in Rank if (count := sum(KINDS[row.kind].rank is rank for row in rows))
    }


def test_open_ones_by_clerk(store: Store) -> None:
    filled(store, 60)
    counts = queue.open_counts()
    for clerk_id in (None, 1, 2):
        wanted = FollowUpRow.select().where(FollowUpRow.status == FollowUpStatus.OPEN)
        mine = [row for row in wanted if row.clerk_id == clerk_id]
        assert counts[clerk_id] == len(mine)


def test_only_an_open_one_is_shown_by_itself(store: Store) -> None:
    customer = customer_in(store)
    with store.quiet(NOW) as unit:
        closed = add_follow_up(unit, customer, status=FollowUpStatus.DONE)
        later = add_follow_up(unit, customer, TODAY + timedelta(days=90))
    assert queue.one(closed) is None
    assert queue.one(99) is None
    assert queue.one(later) is not None


def test_it_takes_one_statement_whatever_there_is(store: Store) -> None:
    filled(store, 200)
    sent: list[str] = []
    store.database.connection().set_trace_callback(sent.append)
    queue.due(TODAY, 50)
    queue.due(TODAY, 50, 1)
    assert len(sent) == 2


def test_the_index_alone_chooses_them(store: Store) -> None:
    """Neither a scan nor a sort of all that are open."""
    filled(store, 50)
    store.database.execute_sql("ANALYZE")
    sent: list[str] = []
    store.database.connection().set_trace_callback(sent.append)
    queue.due(TODAY, 9)
    queue.due(TODAY, 9, 1)
    store.database.connection().set_trace_callback(None)
    for statement in sent:
        plan = store.database.execute_sql(f"EXPLAIN QUERY PLAN {statement}").fetchall()
        steps = [step for *_, step in plan if "follow_up" in step]
        assert len(steps) == 1
        assert "INDEX follow_up_rank_due_on_due_time_id (rank=? AND due_on<?)" in steps[0]
        assert [step for *_, step in plan if step.startswith("SCAN")] == ["SCAN chosen"]
