"""The day's list, and what is done with its rows (M-45 … M-49)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time

import pytest

from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.checks import Why
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import FollowUpStatus, Fulfilment, Kind, ReferralState, Way
from followup_desktop.domain.later import Later
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.story import EventKind
from followup_desktop.domain.today import Group, TodayRow, Waits
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.services.rules import Minutes
from followup_desktop.store.reads.follow_ups import open_of, planned
from followup_desktop.store.rows import (
    CadenceRow,
    CallRow,
    CustomerRow,
    KindRow,
    ProblemRow,
    PromiseRow,
    ReferralRow,
)
from followup_desktop.store.store import Store
from tests.services.world import at, everything, statements

MONDAY = at("2026-11-23 10:30")

JUN = NewVisit(
    name="Jun Hayashi",
    phone="212 555 0188",
    items=("Navy suit",),
    occasion="Sister’s wedding",
    occasion_on=date(2026, 11, 28),
)
LOOKED = NewVisit(name="Mme Beaulieu", phone="212 555 0189", bought=False, looked_at="Camel coat")


@pytest.fixture
def jun(services: Services, now: Now) -> int:
    return services.visits.record(now, 1, JUN).customer_id or 0


def kinds(services: Services, now: Now, clerk_id: int | None = 1) -> list[Kind]:
    return [row.due.kind for row in services.today.today(now, clerk_id).rows]


def row_of(services: Services, now: Now, kind: Kind) -> TodayRow:
    (row,) = (row for row in services.today.today(now, 1).rows if row.due.kind is kind)
    return row


def due(services: Services, now: Now, kind: Kind = Kind.DAY_AFTER) -> int:
    return row_of(services, now, kind).due.id


# The list ---------------------------------------------------------------------------------------


def test_nothing_is_due_on_the_first_evening(services: Services, jun: int, now: Now) -> None:
    today = services.today.today(now, 1)
    assert (today.rows, today.more, today.minutes, today.done) == ((), 0, 0, 0)
    assert (today.customers, today.no_next_step, today.thanked) == (1, 0, 0)


def test_the_next_open_day_says_whom_to_call_and_why(services: Services, jun: int) -> None:
    row = row_of(services, MONDAY, Kind.DAY_AFTER)
    assert row.due.customer_id == jun
    assert (row.due.item, row.due.occasion) == ("Navy suit", "Sister’s wedding")
    assert (row.due.happened_on, row.due.occasion_on) == (date(2026, 11, 21), date(2026, 11, 28))
    assert (row.group, row.waits, row.overdue_days) == (Group.NOW, None, 0)
    assert row.minutes == services.playbooks.get(Kind.DAY_AFTER).minutes
    assert services.today.today(MONDAY, 1).minutes == row.minutes


def test_the_order_is_fixed_and_overdue_stays(services: Services, jun: int, now: Now) -> None:
    services.visits.record(now, 1, LOOKED)
    services.today.plan(now, 1, jun, Kind.PROMISE, date(2026, 11, 23), time(11), "Trousers")
    today = services.today.today(at("2026-11-24 10:30"), 1)
    assert [row.due.kind for row in today.rows] == [
        Kind.PROMISE,
        Kind.DAY_AFTER,
        Kind.LEFT_FIRST,
    ]
    assert [row.overdue_days for row in today.rows] == [1, 1, 1]
    assert today.promises == 1
    assert today.rows[0].group is Group.PROMISED


def test_what_is_a_colleagues_is_not_mine_and_nobodys_is_everybodys(
    services: Services, jun: int, now: Now
) -> None:
    ada = services.shop.add_clerk(now, 1, "Ada").made_id or 0
    nobodys = replace(LOOKED, name="Tom Kessler", phone="212 555 0190")
    services.visits.record(now, None, nobodys)
    assert kinds(services, MONDAY) == [Kind.DAY_AFTER, Kind.LEFT_FIRST]
    assert kinds(services, MONDAY, ada) == [Kind.LEFT_FIRST]
    assert len(kinds(services, MONDAY, None)) == 2


def test_the_budget_of_the_day_is_used_up_by_what_was_done(
    services: Services, store: Store, jun: int, now: Now
) -> None:
    for number in range(12):
        services.visits.record(
            now, 1, replace(JUN, name=f"Visitor {number}", phone=f"212 555 01{number:02}")
        )

    def now_rows() -> int:
        rows = services.today.today(MONDAY, 1).rows
        return sum(row.group is Group.NOW for row in rows)

    before = now_rows()
    assert 0 < before < 13
    services.today.done(MONDAY, 1, due_ids(services)[0])
    assert now_rows() == before - 1, "the day doesn't fill up again"
    assert services.today.today(MONDAY, 1).done == 1
    services.shop.prefer(MONDAY, 1, budget_minutes=480)
    assert now_rows() == 12


def due_ids(services: Services) -> list[int]:
    return [row.due.id for row in services.today.today(MONDAY, 1).rows]


def test_more_than_the_list_shows_is_counted(services: Services, jun: int, now: Now) -> None:
    for number in range(5):
        services.visits.record(
            now, 1, replace(JUN, name=f"Visitor {number}", phone=f"212 555 01{number:02}")
        )
    today = services.today.today(MONDAY, 1, limit=4)
    assert (len(today.rows), today.more) == (4, 2)
    assert services.today.today(MONDAY, None, limit=1).more == 5
    assert services.today.today(MONDAY, 1).more == 0


def test_outside_the_hours_it_waits(services: Services, jun: int) -> None:
    row = row_of(services, at("2026-11-23 09:00"), Kind.DAY_AFTER)
    assert row.waits is Waits.SHOP_CLOSED
    assert row.waits_until == at("2026-11-23 10:00").local


def test_a_call_that_was_begun_is_taken_up_from_its_row(services: Services, jun: int) -> None:
    call = services.calls.begin(MONDAY, 1, jun, due(services, MONDAY)).made_id
    assert row_of(services, MONDAY, Kind.DAY_AFTER).call_id == call
    assert services.customers.card(MONDAY, jun).call_id == call


def test_after_a_talk_about_buying_advertising_waits_a_week(
    services: Services, store: Store, jun: int, now: Now
) -> None:
    services.visits.record(now, 1, LOOKED)
    row = row_of(services, MONDAY, Kind.LEFT_FIRST)
    with store.quiet(MONDAY) as unit:
        unit.insert(
            CallRow,
            customer=row.due.customer_id,
            clerk=1,
            kind=Kind.CHECK_IN,
            step="done",
            outcome="talked",
            planned_at=now.utc,
            started_at=now.utc,
            finished_at=now.utc,
            thanked_us=True,
        )
    row = row_of(services, MONDAY, Kind.LEFT_FIRST)
    assert row.waits is Waits.TALKED_LATELY
    assert row.waits_until == at("2026-11-28 10:00").local
    assert services.today.today(MONDAY, 1).thanked == 1


def test_the_list_costs_a_fixed_number_of_statements(services: Services, now: Now) -> None:
    services.visits.record(now, 1, JUN)
    services.today.today(MONDAY, 1)
    with statements(services.today._store) as few:
        services.today.today(MONDAY, 1)
    for number in range(30):
        services.visits.record(
            now, 1, replace(JUN, name=f"Visitor {number}", phone=f"212 555 01{number:02}")
        )
    with statements(services.today._store) as many:
        assert len(services.today.today(MONDAY, 1).rows) == 31
    assert len(many) == len(few)


# The preview ------------------------------------------------------------------------------------


def test_the_preview_is_what_a_clerk_wants_to_know_before_dialling(
    services: Services, jun: int, now: Now
) -> None:
    services.customers.change(now, 1, jun, pinned_note="Hard of hearing", say_it_like="JOON")
    services.customers.add_person(now, 1, jun, "sister", "Mika", "the bride")
    shown = services.today.preview(MONDAY, due(services, MONDAY))
    assert (shown.pinned_note, shown.say_it_like) == ("Hard of hearing", "JOON")
    assert (shown.last_purchase, shown.last_purchase_on) == ("Navy suit", now.day)
    assert (shown.bought_for, shown.bought_for_on) == ("Sister’s wedding", date(2026, 11, 28))
    assert [person.name for person in shown.people] == ["Mika"]
    assert (shown.phone, shown.phone_kind) == ("+1 212 555 0188", "mobile")
    assert (shown.last_talk, shown.last_talk_on, shown.last_outcome) == ("", None, None)


def test_what_is_not_due_yet_has_a_preview_too(services: Services, jun: int, now: Now) -> None:
    later = open_of(customer=jun)[-1]
    row = services.today.preview(now, later.id).row
    assert (row.due.due_on > now.day, row.overdue_days) == (True, 0)
    with pytest.raises(WorldError) as gone:
        services.today.preview(now, 999)
    assert gone.value.trouble is Trouble.GONE


# What is done with a row ------------------------------------------------------------------------


def test_later_moves_it_and_says_it_anew(services: Services, jun: int) -> None:
    follow_up = due(services, MONDAY)
    changes = services.today.later(MONDAY, 1, follow_up, Later.HOUR)
    assert (changes.did, changes.customer_id) == (Did.FOLLOW_UP_MOVED, jun)
    moved = planned(follow_up)
    assert moved is not None
    assert (moved.due_on, moved.due_time, moved.is_timed) == (MONDAY.day, time(11, 30), True)
    assert moved.version == 2
    services.today.later(MONDAY, 1, follow_up, Later.TOMORROW)
    moved = planned(follow_up)
    assert moved is not None
    assert (moved.due_on, moved.due_time, moved.is_timed) == (date(2026, 11, 24), None, False)


def test_a_person_may_move_it_to_a_day_the_shop_is_closed(services: Services, jun: int) -> None:
    follow_up = due(services, MONDAY)
    services.today.move(MONDAY, 1, follow_up, date(2026, 11, 29), time(14), is_timed=False)
    moved = planned(follow_up)
    assert moved is not None
    assert (moved.due_on, moved.due_time, moved.is_timed) == (date(2026, 11, 29), time(14), False)
    services.today.move(MONDAY, 1, follow_up, date(2026, 11, 30), time(9))
    moved = planned(follow_up)
    assert moved is not None
    assert moved.is_timed


def test_skipped_with_a_reason_that_stays_in_the_story(services: Services, jun: int) -> None:
    services.today.skip(MONDAY, 1, due(services, MONDAY), "He is abroad")
    assert kinds(services, MONDAY) == []
    assert services.today.today(MONDAY, 1).done == 0
    (told,) = services.customers.story(jun, kinds=(EventKind.NOTE,))
    assert (told.text, told.status, told.call_kind, told.clerk_name) == (
        "He is abroad",
        FollowUpStatus.SKIPPED,
        Kind.DAY_AFTER,
        "Ed Marsh",
    )


def test_done_without_a_call_is_told_and_is_no_talk(services: Services, jun: int) -> None:
    services.today.done(MONDAY, 1, due(services, MONDAY), "Came by")
    assert services.today.today(MONDAY, 1).done == 1
    assert services.customers.card(MONDAY, jun).last_contact_at is None
    (told,) = services.customers.story(jun, kinds=(EventKind.NOTE,))
    assert (told.text, told.status) == ("Came by", FollowUpStatus.DONE)


def test_a_promise_is_kept_or_taken_back_with_its_row(
    services: Services, jun: int, now: Now
) -> None:
    for what in ("One", "Two"):
        services.today.plan(now, 1, jun, Kind.PROMISE, MONDAY.day, time(10, 45), what)
    one, two = (row.due for row in services.today.today(MONDAY, 1).rows[:2])
    assert (one.about, one.promised_on) == ("One", MONDAY.day)
    services.today.done(MONDAY, 1, one.id)
    services.today.skip(MONDAY, 1, two.id, "He has it already")
    kept, taken_back = PromiseRow.select().order_by(PromiseRow.id)
    assert (kept.kept_at, kept.missed_at) == (MONDAY.utc, None)
    assert (taken_back.kept_at, taken_back.withdrawn_at) == (None, MONDAY.utc)
    assert services.customers.card(MONDAY, jun).promises == ()


def test_thanks_that_were_said_on_a_card_were_said(
    services: Services, store: Store, jun: int, now: Now
) -> None:
    with store.quiet(now) as unit:
        referral = unit.insert(ReferralRow, referrer=jun, name="Kenji", made_at=now.utc)
    services.keeping.referral_state(now, 1, referral, ReferralState.BOUGHT)
    services.today.done(MONDAY, 1, due(services, MONDAY, Kind.THANK_REFERRER), "Sent a card")
    assert ReferralRow.get().thanked_at == MONDAY.utc
    assert services.customers.card(MONDAY, jun).last_thanked_at == MONDAY.utc


def test_given_to_a_colleague(services: Services, store: Store, jun: int, now: Now) -> None:
    ada = services.shop.add_clerk(now, 1, "Ada").made_id or 0
    services.today.give(MONDAY, 1, due(services, MONDAY), ada)
    assert kinds(services, MONDAY) == []
    assert kinds(services, MONDAY, ada) == [Kind.DAY_AFTER]
    with store.quiet(now) as unit:
        problem = unit.insert(ProblemRow, customer=jun, what="x", owner=1, opened_at=now.utc)
    services.keeping.problem_put_right(now, 1, problem, "So", MONDAY.day)
    services.today.give(MONDAY, 1, due(services, MONDAY, Kind.PROBLEM), ada)
    assert ProblemRow.get_by_id(problem).owner_id == ada


def test_a_follow_up_that_a_clerk_thought_of(services: Services, jun: int, now: Now) -> None:
    changes = services.today.plan(
        now, 1, jun, Kind.SOMETHING_NEW, date(2026, 12, 1), None, "The new raincoat"
    )
    assert changes.did is Did.FOLLOW_UP_PLANNED
    made = planned(changes.made_id or 0)
    assert made is not None
    assert (made.kind, made.about, made.is_timed) == (
        Kind.SOMETHING_NEW,
        "The new raincoat",
        False,
    )


def test_who_has_no_next_step_is_listed(services: Services, jun: int, now: Now) -> None:
    tom = services.customers.add(now, 1, "Tom Kessler", "212 555 0150").made_id
    assert [line.id for line in services.today.without_next_step(now)] == [tom]
    assert services.today.today(now, 1).no_next_step == 1
    services.today.plan(now, 1, tom or 0, Kind.CHECK_IN, date(2026, 12, 1))
    assert services.today.without_next_step(now) == ()


Verb = Callable[[Services, int, int], Changes]
VERBS: dict[str, Verb] = {
    "move": lambda s, one, jun: s.today.move(MONDAY, 1, one, date(2026, 12, 1), time(9)),
    "later": lambda s, one, jun: s.today.later(MONDAY, 1, one, Later.NEXT_WEEK),
    "skip": lambda s, one, jun: s.today.skip(MONDAY, 1, one, "No"),
    "done": lambda s, one, jun: s.today.done(MONDAY, 1, one, "Yes"),
    "give": lambda s, one, jun: s.today.give(MONDAY, 1, one, 2),
    "plan": lambda s, one, jun: s.today.plan(
        MONDAY, 1, jun, Kind.PROMISE, date(2026, 12, 1), time(9), "To write"
    ),
}


@pytest.mark.parametrize("name", VERBS)
def test_undo_takes_each_back_whole(
    services: Services, store: Store, jun: int, now: Now, name: str
) -> None:
    services.shop.add_clerk(now, 1, "Ada")
    services.today.plan(now, 1, jun, Kind.PROMISE, MONDAY.day, time(10, 15), "Trousers")
    follow_up = due(services, MONDAY, Kind.PROMISE)
    before = everything(store)
    changes = VERBS[name](services, follow_up, jun)
    assert everything(store) != before
    store.undo(changes.action_id or 0, MONDAY)
    assert everything(store) == before


@pytest.mark.parametrize(
    ("verb", "field", "why"),
    [
        (lambda s, one, jun: s.today.skip(MONDAY, 1, one, " \u200b"), "why", Why.MISSING),
        (lambda s, one, jun: s.today.skip(MONDAY, 1, one, "x" * 20_001), "why", Why.TOO_LONG),
        (lambda s, one, jun: s.today.done(MONDAY, 1, one, "x" * 20_001), "note", Why.TOO_LONG),
        (
            lambda s, one, jun: s.today.move(MONDAY, 1, one, date(2026, 11, 22)),
            "due_on",
            Why.IN_THE_PAST,
        ),
        (
            lambda s, one, jun: s.today.move(MONDAY, 1, one, MONDAY.day, time(10)),
            "due_time",
            Why.IN_THE_PAST,
        ),
        (
            lambda s, one, jun: s.today.move(MONDAY, 1, one, date(2126, 1, 1)),
            "due_on",
            Why.TOO_FAR,
        ),
        (lambda s, one, jun: s.today.give(MONDAY, 1, one, 99), "to_clerk_id", Why.UNKNOWN),
        (
            lambda s, one, jun: s.today.plan(MONDAY, 1, jun, Kind.PROMISE, MONDAY.day),
            "about",
            Why.MISSING,
        ),
        (
            lambda s, one, jun: s.today.plan(
                MONDAY, 1, jun, Kind.CHECK_IN, MONDAY.day, None, "x" * 10_000
            ),
            "about",
            Why.TOO_LONG,
        ),
        (
            lambda s, one, jun: s.today.plan(MONDAY, 1, jun, Kind.CHECK_IN, date(2020, 1, 1)),
            "due_on",
            Why.IN_THE_PAST,
        ),
        (
            lambda s, one, jun: s.today.plan(MONDAY, 1, jun, Kind.CHECK_IN, MONDAY.day, time(9)),
            "due_time",
            Why.IN_THE_PAST,
        ),
    ],
)
def test_what_cannot_be_is_refused(
    services: Services, store: Store, jun: int, verb: Verb, field: str, why: Why
) -> None:
    follow_up = due(services, MONDAY)
    before = everything(store)
    with pytest.raises(WorldError) as refused:
        verb(services, follow_up, jun)
    assert (refused.value.field, refused.value.why) == (field, why)
    assert everything(store) == before


def test_who_asked_not_to_be_called_is_planned_for_service_only(
    services: Services, jun: int
) -> None:
    services.customers.dont_call(MONDAY, 1, jun)
    services.today.plan(MONDAY, 1, jun, Kind.ORDER_CHECK, date(2026, 12, 1))
    with pytest.raises(WorldError) as refused:
        services.today.plan(MONDAY, 1, jun, Kind.CHECK_IN, date(2026, 12, 1))
    assert (refused.value.field, refused.value.why) == ("kind", Why.DONT_CALL)


@pytest.mark.parametrize("name", ["move", "later", "skip", "done", "give"])
def test_what_is_done_already_is_gone(services: Services, jun: int, name: str) -> None:
    follow_up = due(services, MONDAY)
    services.today.done(MONDAY, 1, follow_up)
    with pytest.raises(WorldError) as gone:
        VERBS[name](services, follow_up, jun)
    assert gone.value.trouble is Trouble.GONE


# Once a day -------------------------------------------------------------------------------------


def test_an_order_past_its_date_becomes_a_call_the_same_day(
    services: Services, store: Store, now: Now
) -> None:
    promised = replace(
        JUN, fulfilment=Fulfilment.ORDER, promised_on=date(2026, 11, 24), occasion_on=None
    )
    jun = services.visits.record(now, 1, promised).customer_id or 0
    services.today.look_ahead(at("2026-11-24 10:00"))
    assert Kind.LATE_ORDER not in kinds(services, at("2026-11-25 10:30"))
    late = at("2026-11-25 10:00")
    for _ in range(2):
        services.today.look_ahead(late)
        orders = [one.kind for one in open_of(customer=jun) if one.order_id is not None]
        assert orders == [Kind.LATE_ORDER], "the check that nobody got to became the call"
    services.today.done(late, 1, due(services, late, Kind.LATE_ORDER))
    services.today.look_ahead(at("2026-11-27 10:00"))
    assert Kind.LATE_ORDER in kinds(services, at("2026-11-27 10:30")), "it is still late"


def test_a_promise_of_yesterday_is_missed_and_stays_on_top(
    services: Services, jun: int, now: Now
) -> None:
    services.today.plan(now, 1, jun, Kind.PROMISE, MONDAY.day, time(11), "Trousers")
    tuesday = at("2026-11-24 10:00")
    services.today.look_ahead(MONDAY)
    assert PromiseRow.get().missed_at is None
    assert services.today.look_ahead(tuesday).what & Changed.FOLLOW_UPS
    assert PromiseRow.get().missed_at == tuesday.utc
    assert services.today.look_ahead(tuesday).what is Changed.NOTHING
    assert kinds(services, tuesday)[0] is Kind.PROMISE


def test_a_birthday_comes_again(services: Services, jun: int, now: Now) -> None:
    made = services.customers.add_date(now, 1, jun, "Birthday", 23, 11).made_id or 0
    services.today.done(MONDAY, 1, due(services, MONDAY, Kind.DATE))
    for _ in range(2):
        services.today.look_ahead(MONDAY)
        assert [one.due_on for one in open_of(special_date=made)] == [
            date(2027, 11, 20),
            date(2027, 11, 23),
        ]
    services.customers.permit(MONDAY, 1, jun, Way.CALL, False)
    services.today.look_ahead(MONDAY)
    assert open_of(special_date=made) == ()


def test_the_loyal_are_thanked_once_a_year(services: Services, jun: int, now: Now) -> None:
    for _ in range(4):
        services.visits.record(now, 1, NewVisit(customer_id=jun, items=("Shirt",)))
    for one in open_of(customer=jun):
        services.today.skip(now, 1, one.id, "For the test")
    for _ in range(2):
        services.today.look_ahead(now)
        assert [(one.kind, one.due_on) for one in open_of(customer=jun)] == [
            (Kind.THANK_YOU, date(2027, 11, 22))
        ]
    assert CustomerRow.get_by_id(jun).next_on == date(2027, 11, 22)


# The shop's own rules ---------------------------------------------------------------------------


def test_a_shop_switches_rules_off_and_says_how_long_things_take(
    services: Services, store: Store, jun: int, now: Now
) -> None:
    with store.quiet(now) as unit:
        for rule in (Rule.DATE_BEFORE, Rule.DATE_ON, Rule.YEARLY_THANKS, "of_a_newer_program"):
            unit.insert(CadenceRow, rule=rule, is_on=False)
        unit.insert(CadenceRow, rule=Rule.TWO_WEEKS, days=21)
        unit.update(KindRow, KindRow.get(KindRow.code == Kind.DAY_AFTER).id, minutes=12)
    made = services.customers.add_date(now, 1, jun, "Birthday", 3, 2).made_id or 0
    for _ in range(4):
        services.visits.record(now, 1, NewVisit(customer_id=jun, items=("Shirt",)))
    services.today.look_ahead(now)
    assert open_of(special_date=made) == ()
    assert Kind.THANK_YOU not in {one.kind for one in open_of(customer=jun) if not one.rule}
    assert date(2026, 12, 12) in {one.due_on for one in open_of(customer=jun)}
    assert row_of_first(services).minutes == 12


def row_of_first(services: Services) -> TodayRow:
    return services.today.today(MONDAY, 1).rows[0]


def test_minutes_are_known_of_every_kind(services: Services) -> None:
    minutes = Minutes({Kind.PROMISE: 1}, services.playbooks)
    assert dict(minutes).keys() == set(Kind)
    assert len(minutes) == len(Kind)
    assert minutes[Kind.PROMISE] == 1
    assert all(number > 0 for number in minutes.values())
