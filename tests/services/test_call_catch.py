"""Catching it now (M-17 … M-20): each becomes what it should at once, and can be changed."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from followup_desktop.domain.call import CaughtKind
from followup_desktop.domain.caught import (
    CaughtForm,
    DateForm,
    FactForm,
    ProblemForm,
    PromiseForm,
    ReferralForm,
)
from followup_desktop.domain.customer_list import CustomerFilter
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import (
    CallStep,
    FactKind,
    Kind,
    Outcome,
    ReferralState,
)
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.rows import FollowUpRow
from followup_desktop.store.store import Store
from tests.services.call_world import COAT, ED, SUIT, Talk, visited
from tests.services.world import at, everything

MONDAY = date(2026, 11, 23)
PROMISE = PromiseForm("Send the name of the dry cleaner", MONDAY, time(10))
KENJI = ReferralForm("Kenji Mori", "+81 90 5550 1234", "cousin", "a suit in spring", may_call=True)
PROBLEM = ProblemForm("A button is loose", "Aldo sews it on", date(2026, 11, 25))
BIRTHDAY = DateForm("Birthday", 3, 2)
FACT = FactForm("42 L", FactKind.SIZE)
ALL: list[CaughtForm] = [PROMISE, KENJI, PROBLEM, BIRTHDAY, FACT]


@pytest.fixture
def jun(store: Store) -> Talk:
    talk = visited(store, SUIT)
    talk.begin()
    talk.go(CallStep.CALL)
    return talk


def planned(**links: Any) -> list[tuple[Kind, date, time | None, bool]]:
    conditions = [getattr(FollowUpRow, name) == value for name, value in links.items()]
    return [
        (row.kind, row.due_on, row.due_time, row.is_timed)
        for row in FollowUpRow.select().where(*conditions).order_by(FollowUpRow.due_on)
    ]


def refused(talk: Talk, form: CaughtForm) -> tuple[str, str]:
    with pytest.raises(WorldError) as error:
        talk.catch(form)
    assert error.value.trouble is Trouble.BAD_VALUE
    return error.value.field, error.value.why


# Promise


def test_a_promise_becomes_a_follow_up_at_once(jun: Talk) -> None:
    made = jun.catch(PROMISE)
    assert planned(promise=made) == [(Kind.PROMISE, MONDAY, time(10), True)]
    (caught,) = jun.shown.caught
    assert (caught.kind, caught.text, caught.due_on) == (
        CaughtKind.PROMISE,
        "Send the name of the dry cleaner",
        MONDAY,
    )
    assert [one.what for one in jun.card.promises] == ["Send the name of the dry cleaner"]


def test_a_promise_of_a_colleague_is_theirs(jun: Talk) -> None:
    ruth = jun.services.shop.add_clerk(jun.now, ED, "Ruth Marsh").made_id
    made = jun.catch(replace(PROMISE, clerk_id=ruth))
    assert [row.clerk_id for row in FollowUpRow.select().where(FollowUpRow.promise == made)] == [
        ruth
    ]


@pytest.mark.parametrize(
    ("form", "field", "why"),
    [
        (replace(PROMISE, what=" "), "what", "missing"),
        (replace(PROMISE, due_on=date(2026, 11, 20)), "due_on", "in_the_past"),
        (replace(PROMISE, due_on=date(2040, 1, 1)), "due_on", "too_far"),
        (replace(PROMISE, due_on=date(2026, 11, 21), due_time=time(10)), "due_time", "in_the_past"),
        (replace(PROMISE, clerk_id=99), "clerk_id", "unknown"),
        (replace(KENJI, name=" "), "name", "missing"),
        (replace(KENJI, phone=""), "phone", "missing"),
        (replace(KENJI, phone="12"), "phone", "not_a_phone"),
        (replace(KENJI, phone="12", may_call=False), "phone", "not_a_phone"),
        (replace(PROBLEM, what=""), "what", "missing"),
        (replace(PROBLEM, put_right_by=date(2026, 11, 1)), "put_right_by", "in_the_past"),
        (ProblemForm("Wrong size", wants_manager=True), "put_right_by", "missing"),
        (replace(BIRTHDAY, day=30, month=2), "day", "not_a_day"),
        (replace(BIRTHDAY, name=""), "name", "missing"),
        (FactForm("\n"), "text", "missing"),
    ],
)
def test_what_cannot_be_kept_is_refused_whole(
    store: Store, jun: Talk, form: CaughtForm, field: str, why: str
) -> None:
    before = everything(store)
    assert refused(jun, form) == (field, why)
    assert everything(store) == before


# Referral


def test_a_referral_with_permission_becomes_a_customer(jun: Talk) -> None:
    made = jun.catch(KENJI)
    (line,) = jun.services.customers.page(CustomerFilter(text="Mori"), 0, 10).lines
    card = jun.services.customers.card(jun.now, line.id)
    assert [phone.number for phone in card.phones] == ["+819055501234"]
    assert [permission.allowed for permission in card.permissions] == [True]
    assert [link.name for link in card.referred_by] == ["Jun Hayashi"]
    assert planned(referral=made) == [(Kind.REFERRAL, MONDAY, None, False)]
    (link,) = jun.card.has_referred
    assert (link.customer_id, link.state) == (line.id, ReferralState.MAY_CALL)


def test_a_note_that_is_changed_goes_no_step_twice(jun: Talk) -> None:
    """M-40: the way of a referral has each state once, until it becomes another one."""
    made, change = jun.catch(KENJI), jun.services.calls.change_caught
    change(jun.now, ED, jun.call_id, CaughtKind.REFERRAL, made, replace(KENJI, relation="friend"))
    (line,) = jun.services.keeping.referrals(jun.now)
    assert [one.state for one in line.steps] == [ReferralState.NAMED, ReferralState.MAY_CALL]
    asked = replace(KENJI, may_call=False)
    change(jun.now, ED, jun.call_id, CaughtKind.REFERRAL, made, asked)
    (line,) = jun.services.keeping.referrals(jun.now)
    assert [one.state for one in line.steps][2:] == [ReferralState.ASKED_TO_RING]


def test_a_referral_without_permission_waits_for_their_call(jun: Talk) -> None:
    before = jun.services.customers.page(CustomerFilter(), 0, 10).total
    made = jun.catch(replace(KENJI, phone="", may_call=False))
    assert jun.services.customers.page(CustomerFilter(), 0, 10).total == before
    assert planned(referral=made) == []
    (caught,) = jun.shown.caught
    assert caught.state is ReferralState.ASKED_TO_RING


def test_somebody_who_is_here_already_is_recognised(jun: Talk, store: Store) -> None:
    marguerite = visited(store, COAT)
    jun.catch(ReferralForm("Mme Beaulieu", "(212) 555-0144", may_call=True))
    (link,) = jun.card.has_referred
    assert link.customer_id == marguerite.customer_id


def test_a_family_shares_a_number(jun: Talk) -> None:
    jun.catch(ReferralForm("Mei Hayashi", "212 555 0143", "sister", may_call=True))
    (link,) = jun.card.has_referred
    assert link.customer_id != jun.customer_id
    jun.catch(ReferralForm("Aiko Tanaka", "212 555 0143", "aunt", may_call=True))
    assert len({link.customer_id for link in jun.card.has_referred}) == 2


def test_who_asked_not_to_be_called_is_not_planned(jun: Talk, store: Store) -> None:
    marguerite = visited(store, COAT)
    jun.services.customers.dont_call(jun.now, ED, marguerite.customer_id)
    made = jun.catch(ReferralForm("Marguerite", "212 555 0144", may_call=True))
    assert planned(referral=made) == []


# Problem


def test_a_problem_is_owned_and_followed_up(jun: Talk) -> None:
    made = jun.catch(PROBLEM)
    assert [(kind, on) for kind, on, *_ in planned(problem=made)] == [
        (Kind.PROBLEM, date(2026, 11, 21)),
        (Kind.PROBLEM, date(2026, 11, 25)),
    ]
    (problem,) = jun.card.problems
    assert (problem.what, problem.owner_name) == ("A button is loose", "Ed Marsh")


def test_of_several_managers_the_one_who_was_chosen_calls(jun: Talk) -> None:
    """M-20: and whoever isn't a manager can't be chosen."""
    shop = jun.services.shop
    shop.add_clerk(jun.now, ED, "Ana Lopez", is_manager=True)
    ruth = shop.add_clerk(jun.now, ED, "Ruth Marsh", is_manager=True).made_id
    tim = shop.add_clerk(jun.now, ED, "Tim Hale").made_id
    asked = replace(PROBLEM, put_right_by=MONDAY, put_right_time=time(15), wants_manager=True)
    row_id = jun.catch(replace(asked, manager_id=ruth))
    (call,) = open_of(problem=row_id)
    assert call.clerk_id == ruth
    (caught,) = jun.shown.caught
    assert caught.form == replace(asked, manager_id=ruth)
    with pytest.raises(WorldError) as refused:
        jun.catch(replace(asked, manager_id=tim))
    assert refused.value.field == "manager_id"


def test_a_manager_calls_at_the_time_they_were_told(jun: Talk) -> None:
    ruth = jun.services.shop.add_clerk(jun.now, ED, "Ruth Marsh", is_manager=True).made_id
    made = jun.catch(
        replace(PROBLEM, put_right_by=MONDAY, put_right_time=time(15), wants_manager=True)
    )
    assert planned(problem=made, clerk=ruth) == [(Kind.PROBLEM, MONDAY, time(15), True)]
    jun.go(CallStep.WRAP_UP)
    (told,) = jun.shown.next_for_others
    assert (told.name, told.planned.due_time) == ("Ruth Marsh", time(15))
    assert made not in [one.follow_up_id for one in jun.shown.next_steps]


# Date and fact


def test_a_date_is_followed_up_like_one_from_the_card(jun: Talk) -> None:
    made = jun.catch(BIRTHDAY)
    assert {kind for kind, *_ in planned(special_date=made)} == {Kind.DATE}
    assert [(one.name, one.day, one.month) for one in jun.card.dates] == [("Birthday", 3, 2)]


def test_a_fact_stands_on_the_card(jun: Talk) -> None:
    jun.catch(FACT)
    assert [(fact.kind, fact.text) for fact in jun.card.facts] == [(FactKind.SIZE, "42 L")]


# Changed, dropped, undone


@pytest.mark.parametrize("form", ALL, ids=lambda form: type(form).__name__)
def test_what_was_caught_comes_back_in_its_form(jun: Talk, form: CaughtForm) -> None:
    row_id = jun.catch(form)
    (caught,) = jun.shown.caught
    assert caught.row_id == row_id
    expected = replace(form, clerk_id=ED) if isinstance(form, PromiseForm) else form
    assert caught.form == expected


@pytest.mark.parametrize("form", ALL, ids=lambda form: type(form).__name__)
@pytest.mark.parametrize("is_over", [False, True], ids=["on the call", "after it"])
def test_what_was_dropped_leaves_nothing(
    store: Store, jun: Talk, form: CaughtForm, is_over: bool
) -> None:
    if is_over:
        row_id = jun.catch(form)
        jun.end(Outcome.TALKED)
    else:
        before = everything(store)
        row_id = jun.catch(form)
    (caught,) = jun.shown.caught
    jun.services.calls.drop_caught(jun.now, ED, jun.call_id, caught.kind, row_id)
    assert jun.shown.caught == ()
    if not is_over:
        assert everything(store) == before


@pytest.mark.parametrize("form", ALL, ids=lambda form: type(form).__name__)
def test_catching_can_be_undone(store: Store, jun: Talk, form: CaughtForm) -> None:
    before = everything(store)
    made = jun.services.calls.catch(jun.now, ED, jun.call_id, form)
    assert made.action_id is not None
    store.undo(made.action_id, jun.now)
    assert everything(store) == before


def test_a_promise_that_is_changed_moves_its_follow_up(jun: Talk) -> None:
    made = jun.catch(PROMISE)
    later = PromiseForm("Send the address of the dry cleaner", date(2026, 11, 24))
    jun.services.calls.change_caught(jun.now, ED, jun.call_id, CaughtKind.PROMISE, made, later)
    assert planned(promise=made) == [(Kind.PROMISE, date(2026, 11, 24), None, False)]
    assert jun.card.promises[0].what == "Send the address of the dry cleaner"


def test_a_referral_that_may_not_be_called_after_all(store: Store, jun: Talk) -> None:
    made = jun.catch(KENJI)
    asked = replace(KENJI, may_call=False)
    calls = jun.services.calls
    calls.change_caught(jun.now, ED, jun.call_id, CaughtKind.REFERRAL, made, asked)
    assert planned(referral=made) == []
    assert jun.services.customers.page(CustomerFilter(text="Mori"), 0, 10).total == 0
    calls.change_caught(jun.now, ED, jun.call_id, CaughtKind.REFERRAL, made, KENJI)
    assert planned(referral=made) == [(Kind.REFERRAL, MONDAY, None, False)]


def test_a_referred_one_whom_somebody_has_met_since_stays(jun: Talk) -> None:
    made = jun.catch(KENJI)
    (link,) = jun.card.has_referred
    assert link.customer_id is not None
    jun.services.customers.note(jun.now, ED, link.customer_id, "Came by")
    jun.services.calls.drop_caught(jun.now, ED, jun.call_id, CaughtKind.REFERRAL, made)
    assert jun.services.customers.card(jun.now, link.customer_id).name == "Kenji Mori"


def test_somebody_who_was_here_before_stays(store: Store, jun: Talk) -> None:
    marguerite = visited(store, COAT)
    made = jun.catch(ReferralForm("Marguerite", "212 555 0144", may_call=True))
    jun.services.calls.drop_caught(jun.now, ED, jun.call_id, CaughtKind.REFERRAL, made)
    assert marguerite.card.name == "Marguerite Beaulieu"
    assert marguerite.card.referred_by == ()


def test_a_date_that_is_changed_is_planned_anew(jun: Talk) -> None:
    made = jun.catch(BIRTHDAY)
    before = planned(special_date=made)
    moved = replace(BIRTHDAY, day=20, month=5)
    jun.services.calls.change_caught(jun.now, ED, jun.call_id, CaughtKind.DATE, made, moved)
    assert len(planned(special_date=made)) == len(before)
    assert {on.month for _kind, on, *_ in planned(special_date=made)} == {5}


def test_a_form_of_another_kind_changes_nothing(store: Store, jun: Talk) -> None:
    made = jun.catch(PROMISE)
    before = everything(store)
    with pytest.raises(WorldError):
        jun.services.calls.change_caught(jun.now, ED, jun.call_id, CaughtKind.PROMISE, made, FACT)
    assert everything(store) == before


def test_the_same_again_changes_nothing(store: Store, jun: Talk) -> None:
    made = jun.catch(replace(PROMISE, clerk_id=ED))
    before = everything(store)
    changes = jun.services.calls.change_caught(
        jun.now, ED, jun.call_id, CaughtKind.PROMISE, made, replace(PROMISE, clerk_id=ED)
    )
    assert everything(store) == before
    assert changes.action_id is None


def test_what_another_call_caught_is_not_here(store: Store, jun: Talk) -> None:
    made = jun.catch(PROMISE)
    other = visited(store, COAT)
    other.begin()
    with pytest.raises(WorldError) as error:
        other.services.calls.drop_caught(other.now, ED, other.call_id, CaughtKind.PROMISE, made)
    assert error.value.trouble is Trouble.GONE


def test_nothing_is_caught_on_a_call_that_is_over(jun: Talk) -> None:
    jun.end(Outcome.TALKED)
    assert refused(jun, PROMISE) == ("step", "over")
    jun.now = at("2026-11-21 12:00")
