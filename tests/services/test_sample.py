"""The sample's shop: whatever day it is looked at, it hangs together and shows a day's work."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from followup_desktop.domain.customer import CustomerCard
from followup_desktop.domain.customer_list import CustomerFilter
from followup_desktop.domain.insights.asked import Asked
from followup_desktop.domain.insights.said import SaidKind, SaidWanted
from followup_desktop.domain.kinds import FollowUpStatus, Kind, Stage, Step
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.today import Group, TodayRow
from followup_desktop.domain.upkeep import CheckReport
from followup_desktop.services import Services, sample
from followup_desktop.store.rows import FollowUpRow, PhoneRow
from followup_desktop.store.store import Store
from tests.services.world import at, everything

SATURDAY = "2026-11-21 10:42"
NOWS = (
    SATURDAY,
    "2026-11-22 11:15",  # a Sunday
    "2026-11-26 16:30",  # a public holiday
    "2028-02-29 10:42",
    "2027-01-02 00:03",
)
A_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT[\d:.]+Z")
FOR_FICTION = re.compile(r"\+1212555(01\d\d)|\+447700900\d{3}|\+33639(98)\d{4}|\+493023125\d{3}")


@contextmanager
def filled(folder: Path, now: Now) -> Iterator[Store]:
    store = Store.open(folder, now=now)
    sample.fill(store, now)
    yield store
    store.close()


@pytest.fixture(params=NOWS, scope="module")
def looked_at(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Store, Now]]:
    now = at(request.param)
    with filled(tmp_path_factory.mktemp("sample"), now) as store:
        yield store, now


def rows_of(store: Store, now: Now, clerk_name: str = "Ed Marsh") -> tuple[TodayRow, ...]:
    services = Services(store)
    clerk = next(one for one in services.shop.clerks() if one.name == clerk_name)
    return services.today.today(now, clerk.id).rows


def card_of(store: Store, now: Now, name: str) -> CustomerCard:
    services = Services(store)
    hits = services.customers.hits(name)
    assert hits, name
    return services.customers.card(now, hits[0].id)


def texts_of(store: Store) -> list[str]:
    return [
        value
        for table in everything(store).values()
        for row in table
        for value in row
        if isinstance(value, str)
    ]


# Every day --------------------------------------------------------------------------------------


def test_everything_hangs_together(looked_at: tuple[Store, Now]) -> None:
    store, _now = looked_at
    assert store.check() == CheckReport()


def test_eds_day_has_its_promises_and_something_of_everything(
    looked_at: tuple[Store, Now],
) -> None:
    store, now = looked_at
    rows = rows_of(store, now)
    assert {(row.due.name, row.due.kind) for row in rows} == {
        ("Richard Libin", Kind.PROMISE),
        ("Adaeze Okafor", Kind.PROMISE),
        ("Katharina von Hohenfels-Lindenberg", Kind.ORDER_CHECK),
        ("Jun Hayashi", Kind.DAY_AFTER),
        ("Marguerite Beaulieu", Kind.LEFT_FIRST),
        ("Tom Kessler", Kind.REFERRAL),
        ("Hugo Grant", Kind.SOMETHING_NEW),
        ("Paula Silva", Kind.THANK_YOU),
    }
    assert [row.group for row in rows] == [
        Group.PROMISED,
        Group.PROMISED,
        Group.NOW,
        Group.NOW,
        Group.NOW,
        Group.NOW,
        Group.WHEN_THERES_TIME,
        Group.WHEN_THERES_TIME,
    ]
    by_when = [f"{row.due.due_on} {row.due.due_time:%H:%M}" for row in rows[:2] if row.due.due_time]
    assert by_when == [f"{now.day} 11:00", f"{now.day} 15:30"]
    assert Services(store).today.today(now, rows[0].due.clerk_id).done == 3


def test_nothing_is_overdue_but_the_late_order(looked_at: tuple[Store, Now]) -> None:
    store, now = looked_at
    overdue = [
        (row.due.name, row.due.kind)
        for clerk in ("Ed Marsh", "Anna Berg", "Noor Haddad")
        for row in rows_of(store, now, clerk)
        if row.overdue_days
    ]
    assert overdue == [("José Ángel Núñez", Kind.LATE_ORDER)]


def test_every_clerk_has_something_to_do(looked_at: tuple[Store, Now]) -> None:
    store, now = looked_at
    assert len(rows_of(store, now, "Anna Berg")) in range(2, 5)
    assert len(rows_of(store, now, "Noor Haddad")) in range(2, 5)


def test_nothing_is_planned_for_a_closed_day(looked_at: tuple[Store, Now]) -> None:
    store, now = looked_at
    calendar = Services(store).shop.calendar()
    standing = FollowUpRow.select().where(
        FollowUpRow.status == FollowUpStatus.OPEN, FollowUpRow.due_on >= now.day
    )
    assert standing.count() > 20
    assert all(calendar.is_open_day(one.due_on) for one in standing)


def test_nothing_has_happened_after_now(looked_at: tuple[Store, Now]) -> None:
    store, now = looked_at
    moments = [text for text in texts_of(store) if A_MOMENT.fullmatch(text)]
    assert len(moments) > 300
    assert max(moments) <= f"{now.utc:%Y-%m-%dT%H:%M:%S}.000Z"


def test_every_number_is_one_of_those_kept_for_fiction(looked_at: tuple[Store, Now]) -> None:
    numbers = [phone.number for phone in PhoneRow.select()]
    assert len(numbers) >= 24
    assert [number for number in numbers if not FOR_FICTION.fullmatch(number)] == []


def test_nobody_shouts(looked_at: tuple[Store, Now]) -> None:
    store, _now = looked_at
    assert [text for text in texts_of(store) if "!" in text] == []


# One day ----------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def saturday(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Now]]:
    now = at(SATURDAY)
    with filled(tmp_path_factory.mktemp("sample"), now) as store:
        yield store, now


def test_mr_libins_card_shows_what_a_card_can_hold(saturday: tuple[Store, Now]) -> None:
    card = card_of(*saturday, "Libin")
    assert (card.title, card.say_it_like, card.purchases) == ("Mr.", "LIB-in", 3)
    assert (card.works_as, card.service_person) == ("Architect, own studio", "Aldo")
    people = [(one.relation, one.name, one.note) for one in card.people]
    assert people == [("Wife", "Dana", ""), ("Son", "Eli", "17, tall")]
    assert [(one.name, one.day, one.month) for one in card.dates] == [("Birthday", 3, 2)]
    assert [one.name for one in card.has_referred] == ["Tom Kessler"]
    assert (card.last_item, card.occasion) == ("Charcoal two-button suit", "first board meeting")
    assert [one.what for one in card.promises] == ["call when the trousers are ready"]
    assert card.problems == ()
    story = Services(saturday[0]).customers.story(card.id)
    titles = {event.title for event in story}
    assert {"a linen blazer", "Sand linen blazer", "sleeves too long"} <= titles
    assert any(event.works_well == "The lapels" for event in story)


def test_orders_stand_at_every_checkpoint(saturday: tuple[Store, Now]) -> None:
    store, now = saturday
    orders = Services(store).orders.orders(now)
    reached = {
        max((one.step for one in order.checkpoints if one.done_at), key=list(Step).index)
        for order in orders
    }
    assert reached == {Step.ENTERED, Step.READY, Step.COMPLETE, Step.RECEIVED}
    closed = [one for one in card_of(store, now, "Libin").orders if one.closed]
    assert [all(step.done_at for step in one.checkpoints) for one in closed] == [True]


def test_there_is_one_of_every_kind_of_customer(saturday: tuple[Store, Now]) -> None:
    store, now = saturday
    customers = Services(store).customers
    page = customers.page(CustomerFilter(), 0, 100)
    assert page.total >= 24
    assert {line.stage for line in page.lines} == set(Stage)
    forgotten = {one.name for one in Services(store).today.without_next_step(now)}
    assert forgotten == {"Priya Raman"}
    at_sea = card_of(store, now, "Walter Finch")
    assert at_sea.nothing_more == "He will ring us when he is back on land."
    assert card_of(store, now, "Marcus Bell").discreet
    assert card_of(store, now, "Beatrice Holt").dont_call_at is not None
    assert card_of(store, now, "Priya Raman").last_contact_at is None
    assert card_of(store, now, "Ingrid").pinned_note
    assert card_of(store, now, "Yusuf").problems
    assert card_of(store, now, "陳美玲").say_it_like
    assert card_of(store, now, "سلمى").purchases == 1
    shared = [card_of(store, now, name).phones[0].number for name in ("Rose", "Daniel")]
    assert shared[0] == shared[1]


def test_a_call_was_planned_and_waits_to_be_taken_up(saturday: tuple[Store, Now]) -> None:
    store, now = saturday
    begun = [row for row in rows_of(store, now) if row.call_id]
    assert [row.due.name for row in begun] == ["Hugo Grant"]
    call = Services(store).calls.call(now, begun[0].call_id or 0)
    assert call.lines and call.second_purpose is not None


def test_the_same_moment_makes_the_same_shop(saturday: tuple[Store, Now], tmp_path: Path) -> None:
    first = everything(saturday[0])
    with filled(tmp_path, at(SATURDAY)) as again:
        assert everything(again) == first


def test_one_playbook_is_in_the_shops_own_words(looked_at: tuple[Store, Now]) -> None:
    """M-76."""
    entries = Services(looked_at[0]).playbook_edits.entries()
    assert [one.kind for one in entries if one.is_own] == [Kind.THANK_YOU]
    assert not any(one.has_draft or one.fault for one in entries)


def test_there_is_something_to_count(looked_at: tuple[Store, Now]) -> None:
    """M-67, M-69: enough to compare, and enough to say which hours are best."""
    store, now = looked_at
    services = Services(store)
    ed = next(one.id for one in services.shop.clerks() if one.name == "Ed Marsh")
    found = services.insights.in_short(now, ed, Asked())
    assert found.coming_back.can_compare
    called, not_called = found.coming_back.called, found.coming_back.not_called
    assert called.part / called.of > not_called.part / not_called.of
    assert found.reached.best is not None
    assert found.reached.best.begins == 16
    assert found.promises.of > found.promises.part > 10
    assert found.referrals.bought == 2
    assert all(bar.calls.of for bar in found.calls.bars[:-1])


def test_customers_say_something_and_every_concern_has_its_count(
    looked_at: tuple[Store, Now],
) -> None:
    """M-71, M-72."""
    store, now = looked_at
    services = Services(store)
    ed = next(one.id for one in services.shop.clerks() if one.name == "Ed Marsh")
    said = services.insights.said_summary(now, ed, Asked())
    assert {kind for kind, _count in said.everything.counts} == set(SaidKind)
    assert len(said.groups) >= 5
    newest = services.insights.said(now, ed, Asked(), SaidWanted(text="a box that"))
    assert [one.is_discreet for one in newest.words] == [True]
    card = services.insights.concerns(now, ed, Asked())
    assert [line.concern for line in card.lines if not line.together.part] == []
    assert any(line.together.part < line.together.of for line in card.lines)
