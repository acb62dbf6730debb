"""After the call: every outcome's effects, and nothing is finished without a next step."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from followup_desktop.domain.caught import ProblemForm, PromiseForm, ReferralForm
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.kinds import (
    CallStep,
    Direction,
    Feeling,
    FollowUpStatus,
    Kind,
    Outcome,
    PurposeReached,
    ReferralState,
)
from followup_desktop.domain.planned import PlanChange
from followup_desktop.store import drafts
from followup_desktop.store.rows import (
    CadenceRow,
    CallRow,
    CustomerRow,
    FollowUpRow,
    ProblemRow,
    PromiseRow,
)
from followup_desktop.store.store import Store
from tests.services.call_world import COAT, ED, SUIT, Talk, visited
from tests.services.world import at, everything

MONDAY = date(2026, 11, 23)
TODAY = date(2026, 11, 21)
NOT_REACHED = (PurposeReached.PARTLY, PurposeReached.NOT_THIS_TIME)


@pytest.fixture
def jun(store: Store) -> Talk:
    return visited(store, SUIT)


@pytest.fixture
def marguerite(store: Store) -> Talk:
    return visited(store, COAT)


def row_of(follow_up_id: int | None) -> Any:
    return FollowUpRow.get_by_id(follow_up_id)


def customer(talk: Talk) -> Any:
    return CustomerRow.get_by_id(talk.customer_id)


def open_kinds(talk: Talk) -> list[Kind]:
    return [one.kind for one in talk.card.coming_up]


def promised(talk: Talk, when: time | None = time(11)) -> int:
    """A promise that is due today, and the call that keeps it."""
    due = talk.services.today.plan(
        talk.now, ED, talk.customer_id, Kind.PROMISE, TODAY, when, "The hem is done"
    ).made_id
    assert due is not None
    talk.begin(due)
    return due


# Nothing without a next step


def test_the_answers_that_are_missing_are_asked_for_in_order(jun: Talk) -> None:
    jun.call()
    assert jun.shown.missing == ("outcome",)
    assert jun.answer(Outcome.TALKED).missing == ("purpose_reached",)
    unhappy = jun.answer(
        Outcome.TALKED,
        purpose_reached=PurposeReached.REACHED,
        feeling=Feeling.UNHAPPY,
    )
    assert unhappy.missing == ("problem",)
    jun.catch(ProblemForm("A button is loose"))
    assert jun.shown.missing == ()


@pytest.mark.parametrize("step", [CallStep.PURPOSE, CallStep.CALL])
def test_a_call_is_finished_in_the_wrap_up_and_nowhere_else(jun: Talk, step: CallStep) -> None:
    jun.call()
    jun.answer(Outcome.TALKED, purpose_reached=PurposeReached.REACHED)
    jun.go(step)
    with pytest.raises(WorldError) as refused:
        jun.finish()
    assert refused.value.trouble is Trouble.BAD_VALUE


def test_finishing_lists_what_is_missing_and_writes_nothing(store: Store, jun: Talk) -> None:
    jun.call()
    jun.answer(Outcome.CALL_BACK_LATER)
    before = everything(store)
    with pytest.raises(WorldError) as refused:
        jun.finish()
    assert refused.value.field == "call_back_on"
    assert refused.value.where == "call_back_on,next_step" or refused.value.where == "call_back_on"
    assert everything(store) == before


def test_switching_every_step_off_asks_for_a_reason(marguerite: Talk) -> None:
    marguerite.call()
    shown = marguerite.answer(Outcome.TALKED, purpose_reached=PurposeReached.NOT_THIS_TIME)
    off = [
        PlanChange(one.rule, is_on=False, follow_up_id=one.follow_up_id) for one in shown.next_steps
    ]
    marguerite.services.calls.change_next(marguerite.now, marguerite.call_id, off)
    while shown := [one for one in marguerite.shown.next_steps if one.is_on]:
        off = [PlanChange(one.rule, is_on=False, follow_up_id=one.follow_up_id) for one in shown]
        marguerite.services.calls.change_next(marguerite.now, marguerite.call_id, off)
    with pytest.raises(WorldError) as refused:
        marguerite.finish()
    assert refused.value.field == "next_step"
    marguerite.answer(
        Outcome.TALKED,
        purpose_reached=PurposeReached.NOT_THIS_TIME,
        nothing_more="Moving abroad",
    )
    marguerite.finish()
    assert open_kinds(marguerite) == []
    assert CallRow.get_by_id(marguerite.call_id).nothing_more == "Moving abroad"


def test_a_check_in_stands_where_nothing_else_does(store: Store, jun: Talk) -> None:
    for one in jun.card.coming_up:
        jun.services.today.skip(jun.now, ED, one.id, "Talked in the shop")
    jun.call()
    (step,) = jun.answer(Outcome.TALKED, purpose_reached=PurposeReached.REACHED).next_steps
    assert step.kind is Kind.CHECK_IN
    jun.finish()
    assert open_kinds(jun) == [Kind.CHECK_IN]


# What was shown is what happens


def test_the_whole_call_of_the_design(store: Store, jun: Talk) -> None:
    """Talked, a referral and a promise caught, the next steps for both, and on to the next."""
    marguerite = visited(store, COAT)
    call = jun.begin()
    jun.go(CallStep.CALL)
    jun.services.calls.write_notes(jun.now, jun.call_id, "Sister cried.")
    jun.catch(PromiseForm("Send the name of the dry cleaner", MONDAY, time(10)))
    jun.catch(
        ReferralForm("Kenji Mori", "+81 90 5550 1234", "cousin", "a suit in spring", may_call=True)
    )
    jun.now = at("2026-11-21 10:49")
    jun.go(CallStep.WRAP_UP)
    shown = jun.answer(
        Outcome.TALKED,
        purpose_reached=PurposeReached.REACHED,
        gained="Felt taller",
        thanked_us=True,
    )
    assert [(one.kind, one.due_on) for one in shown.next_steps] == [
        (Kind.PROMISE, MONDAY),
        (Kind.AFTER_OCCASION, date(2026, 11, 30)),
        (Kind.TWO_WEEKS, date(2026, 12, 4)),
        (Kind.TWO_MONTHS, date(2027, 1, 19)),
    ]
    (other,) = shown.next_for_others
    assert (other.name, other.planned.kind, other.planned.due_on) == (
        "Kenji Mori",
        Kind.REFERRAL,
        MONDAY,
    )
    assert (shown.next_due_name, shown.next_due_id) == (
        "Marguerite Beaulieu",
        marguerite.card.coming_up[0].id,
    )
    jun.finish()

    assert [(one.kind, one.due_on) for one in jun.card.coming_up] == [
        (one.kind, one.due_on) for one in shown.next_steps
    ]
    taken = row_of(call.follow_up_id)
    assert (taken.status, taken.closed_by_id) == (FollowUpStatus.DONE, ED)
    assert jun.card.last_contact_at == at("2026-11-21 10:42").utc
    assert jun.services.today.today(jun.now, ED).thanked == 1
    assert jun.services.calls.unfinished(ED) == ()


def test_undo_brings_the_call_back_unfinished(store: Store, jun: Talk) -> None:
    jun.call()
    jun.answer(Outcome.BOUGHT_ELSEWHERE, elsewhere_where="Online")
    before = everything(store)
    changes = jun.finish()
    assert changes.action_id is not None
    store.undo(changes.action_id, jun.now)
    assert everything(store) == before
    assert jun.shown.step is CallStep.WRAP_UP


def test_answers_that_belong_to_another_outcome_are_not_kept(jun: Talk) -> None:
    jun.call()
    jun.answer(Outcome.TALKED, gained="Felt taller", purpose_reached=PurposeReached.REACHED)
    jun.answer(Outcome.NO_ANSWER, gained="Felt taller")
    assert jun.shown.wrap_up.gained == "Felt taller", "a slip of the mouse costs nothing"
    jun.finish()
    assert CallRow.get_by_id(jun.call_id).gained == ""


# The clerk's own next steps


def test_a_next_step_can_be_moved(jun: Talk) -> None:
    jun.call()
    shown = jun.answer(Outcome.TALKED, purpose_reached=PurposeReached.REACHED)
    step = next(one for one in shown.next_steps if one.kind is Kind.TWO_WEEKS)
    moved = PlanChange(step.rule, due_on=date(2026, 12, 9), follow_up_id=step.follow_up_id)
    jun.services.calls.change_next(jun.now, jun.call_id, (moved,))
    jun.finish()
    (two_weeks,) = [one for one in jun.card.coming_up if one.kind is Kind.TWO_WEEKS]
    assert (two_weeks.id, two_weeks.due_on) == (step.follow_up_id, date(2026, 12, 9))


def test_a_next_step_can_be_switched_off_and_on_again(jun: Talk) -> None:
    jun.call()
    shown = jun.answer(Outcome.NO_ANSWER)
    (retry,) = [one for one in shown.next_steps if one.follow_up_id is None]
    change = jun.services.calls.change_next
    change(jun.now, jun.call_id, (PlanChange(retry.rule, is_on=False),))
    assert not next(one for one in jun.shown.next_steps if one.rule == retry.rule).is_on
    change(jun.now, jun.call_id, (PlanChange(retry.rule, is_on=True),))
    assert next(one for one in jun.shown.next_steps if one.rule == retry.rule).is_on


def test_a_step_of_their_own(jun: Talk) -> None:
    jun.call()
    jun.answer(Outcome.TALKED, purpose_reached=PurposeReached.REACHED)
    jun.services.calls.add_next(jun.now, jun.call_id, MONDAY, time(15), "Ask about the tie")
    jun.services.calls.add_next(jun.now, jun.call_id, date(2026, 12, 1), None, "And the shoes")
    first, *_ = jun.shown.next_steps
    assert (first.about, first.due_time, first.is_timed) == ("Ask about the tie", time(15), True)
    jun.finish()
    assert [one.about for one in jun.card.coming_up if one.kind is Kind.CHECK_IN] == [
        "Ask about the tie",
        "And the shoes",
    ]


def test_the_clerks_changes_outlive_the_program_and_a_change_of_mind(jun: Talk) -> None:
    jun.call()
    jun.answer(Outcome.NO_ANSWER)
    jun.services.calls.add_next(jun.now, jun.call_id, MONDAY, None, "Ask about the tie")
    jun.answer(Outcome.LEFT_MESSAGE)
    jun.begin()
    assert "Ask about the tie" in [one.about for one in jun.shown.next_steps]


@pytest.mark.parametrize("day", [date(2026, 11, 20), date(2040, 1, 1)])
def test_a_next_step_is_not_in_the_past(jun: Talk, day: date) -> None:
    jun.call()
    with pytest.raises(WorldError):
        jun.services.calls.add_next(jun.now, jun.call_id, day)
    with pytest.raises(WorldError):
        change = PlanChange("retry", due_on=day)
        jun.services.calls.change_next(jun.now, jun.call_id, (change,))


# Nobody reached


@pytest.mark.parametrize("outcome", [Outcome.NO_ANSWER, Outcome.LEFT_MESSAGE])
def test_the_next_try_is_on_another_part_of_the_next_day(jun: Talk, outcome: Outcome) -> None:
    due = jun.begin().follow_up_id
    jun.end(outcome)
    taken = row_of(due)
    assert taken.status is FollowUpStatus.OPEN
    assert (taken.tries, taken.due_on, taken.version) == (1, MONDAY, 2)
    assert taken.due_time is not None and taken.due_time >= time(12)
    assert not taken.is_timed
    assert jun.card.last_contact_at is None


def test_who_left_without_buying_is_tried_on_the_third_day(marguerite: Talk) -> None:
    due = marguerite.begin().follow_up_id
    marguerite.end(Outcome.NO_ANSWER)
    assert (row_of(due).due_on, row_of(due).rule) == (MONDAY, "left_day_3")


def test_after_the_last_try_they_rest(marguerite: Talk) -> None:
    """Six tries in a row, then ninety days of quiet, for advertising (M-25)."""
    days = []
    for _ in range(12):
        due = marguerite.card.coming_up[0]
        days.append(due.due_on)
        if due.kind is Kind.HARD_TO_REACH:
            break
        marguerite.call_id = 0
        marguerite.now = at(f"{due.due_on} 11:00")
        marguerite.begin(due.id)
        marguerite.end(Outcome.NO_ANSWER)
    assert len(days) == 7, "six tries, and the day after the rest"
    assert len(set(days)) == 7, "at most one a day"
    assert open_kinds(marguerite) == [Kind.HARD_TO_REACH]
    assert (days[-1] - days[-2]).days >= 90
    assert customer(marguerite).rest_until == days[-1]


def test_a_reached_talk_ends_the_rest(marguerite: Talk) -> None:
    test_after_the_last_try_they_rest(marguerite)
    marguerite.call_id = 0
    marguerite.begin()
    marguerite.end(Outcome.TALKED)
    assert customer(marguerite).rest_until is None


def test_a_try_from_the_card_plans_the_next_one(jun: Talk) -> None:
    jun.now = at("2026-11-20 16:00")
    jun.begin()
    jun.end(Outcome.NO_ANSWER)
    (check_in,) = [one for one in jun.card.coming_up if one.kind is Kind.CHECK_IN]
    assert row_of(check_in.id).tries == 1


def test_no_other_try_where_the_next_call_comes_sooner(jun: Talk) -> None:
    """The two weeks are tried on the last day before the next event of the same purchase."""
    due = next(one for one in jun.card.coming_up if one.kind is Kind.TWO_MONTHS)
    two_weeks = next(one for one in jun.card.coming_up if one.kind is Kind.TWO_WEEKS)
    jun.services.today.move(jun.now, ED, two_weeks.id, MONDAY)
    jun.begin(due.id)
    jun.end(Outcome.NO_ANSWER)
    assert row_of(due.id).status is FollowUpStatus.DONE
    assert open_kinds(jun).count(Kind.TWO_WEEKS) == 1


# Reached, in other ways


def test_call_back_later_is_a_promise_at_their_time(jun: Talk) -> None:
    due = jun.begin().follow_up_id
    jun.end(Outcome.CALL_BACK_LATER, call_back_on=MONDAY, call_back_time=time(17, 30))
    assert row_of(due).status is FollowUpStatus.DONE
    back = next(one for one in jun.card.coming_up if one.kind is Kind.CALL_BACK)
    assert (back.due_on, back.due_time, back.is_timed) == (MONDAY, time(17, 30), True)
    assert row_of(back.id).purchase_id == row_of(due).purchase_id, "it continues from the suit"


@pytest.mark.parametrize(
    ("answers", "field"),
    [
        ({"call_back_on": date(2026, 11, 20)}, "call_back_on"),
        ({"call_back_on": TODAY, "call_back_time": time(9)}, "call_back_time"),
    ],
)
def test_nobody_is_called_back_in_the_past(jun: Talk, answers: dict[str, Any], field: str) -> None:
    jun.call()
    jun.answer(Outcome.CALL_BACK_LATER, **answers)
    with pytest.raises(WorldError) as refused:
        jun.finish()
    assert (refused.value.field, refused.value.why) == (field, "in_the_past")


def test_bought_elsewhere_closes_kindly(marguerite: Talk) -> None:
    marguerite.end(Outcome.BOUGHT_ELSEWHERE, elsewhere_where="Across", elsewhere_why="The sleeves")
    assert open_kinds(marguerite) == [Kind.CHECK_IN]
    closed = FollowUpRow.select().where(FollowUpRow.status == FollowUpStatus.CLOSED)
    assert {row.closed_why for row in closed} == {"bought_elsewhere"}
    assert marguerite.card.last_contact_at is not None


def test_a_wrong_number_is_marked_and_another_tried(jun: Talk) -> None:
    jun.services.customers.add_phone(jun.now, ED, jun.customer_id, "212 555 0199")
    due = jun.begin().follow_up_id
    jun.end(Outcome.WRONG_NUMBER)
    assert [phone.is_wrong for phone in jun.card.phones] == [False, True]
    assert (row_of(due).status, row_of(due).due_on) == (FollowUpStatus.OPEN, MONDAY)
    jun.call_id = 0
    assert [phone.shown for phone in jun.begin().phones] == ["+1 212 555 0199"]


def test_the_only_number_is_wrong(jun: Talk) -> None:
    jun.end(Outcome.WRONG_NUMBER)
    assert Kind.HARD_TO_REACH in open_kinds(jun)
    assert jun.card.phones[0].is_wrong


def test_please_dont_call_is_stamped_and_closes_advertising(jun: Talk) -> None:
    jun.end(Outcome.DONT_CALL)
    assert jun.card.dont_call_at == jun.now.utc
    assert jun.card.dont_call_by == "Ed Marsh"
    assert [permission.allowed for permission in jun.card.permissions] == [False]
    assert open_kinds(jun) == [Kind.TWO_WEEKS], "service stays"


# What a talk makes needless (M-31)


def test_how_do_you_like_it_is_not_asked_the_day_after_a_talk(jun: Talk) -> None:
    two_weeks = next(one for one in jun.card.coming_up if one.kind is Kind.TWO_WEEKS)
    jun.services.today.move(jun.now, ED, two_weeks.id, MONDAY)
    jun.end(Outcome.TALKED)
    closed = row_of(two_weeks.id)
    assert (closed.status, closed.closed_why) == (FollowUpStatus.CLOSED, "talked")


@pytest.mark.parametrize("direction", [Direction.INBOUND, Direction.TEXT, Direction.IN_SHOP])
def test_a_talk_that_nobody_planned_counts_as_one(jun: Talk, direction: Direction) -> None:
    due = jun.card.coming_up[0]
    changes = jun.services.calls.log(jun.now, ED, jun.customer_id, direction, "Loves the suit")
    assert row_of(due.id).status is FollowUpStatus.CLOSED
    assert jun.card.last_contact_at == jun.now.utc
    (event,) = jun.services.customers.story(jun.customer_id, text="Loves")
    assert event.text == "Loves the suit"
    assert changes.action_id is not None


def test_a_text_without_an_answer_is_only_kept(jun: Talk) -> None:
    before = [one.id for one in jun.card.coming_up]
    jun.services.calls.log(
        jun.now, ED, jun.customer_id, Direction.TEXT, "It is ready", was_reached=False
    )
    assert [one.id for one in jun.card.coming_up] == before
    assert jun.card.last_contact_at is None


def test_a_logged_talk_can_be_undone(store: Store, jun: Talk) -> None:
    before = everything(store)
    logged = jun.services.calls.log(jun.now, ED, jun.customer_id, Direction.IN_SHOP, "Hello")
    assert logged.action_id is not None
    store.undo(logged.action_id, jun.now)
    assert everything(store) == before


def test_a_talk_with_nobody(jun: Talk) -> None:
    with pytest.raises(WorldError) as refused:
        jun.services.calls.log(jun.now, ED, 999, Direction.INBOUND, "Who?")
    assert refused.value.trouble is Trouble.GONE


def test_a_check_in_makes_room_after_a_talk(jun: Talk) -> None:
    planned = jun.services.today.plan(
        jun.now, ED, jun.customer_id, Kind.CHECK_IN, date(2026, 11, 30)
    )
    jun.call()
    shown = jun.answer(Outcome.TALKED, purpose_reached=PurposeReached.REACHED)
    moved = next(one for one in shown.next_steps if one.kind is Kind.CHECK_IN)
    jun.finish()
    assert moved.follow_up_id == planned.made_id
    assert row_of(planned.made_id).due_on == moved.due_on > date(2027, 1, 1)


def test_what_cannot_be_read_of_the_clerks_changes_is_left_aside(store: Store, jun: Talk) -> None:
    """As another version of the program may have written it."""
    jun.call()
    jun.answer(Outcome.NO_ANSWER)
    before = jun.shown.next_steps
    for text in ("{", "[]", '{"own": [{"rule": 1}]}', '{"changes": [{}]}'):
        with store.quiet(jun.now):
            drafts.keep(f"call {jun.call_id} next", text, jun.now)
        assert jun.shown.next_steps == before


# Promises and problems never drop out


def test_a_promise_is_kept_by_the_call_that_reached_its_purpose(jun: Talk) -> None:
    due = promised(jun)
    jun.end(Outcome.TALKED)
    assert PromiseRow.get().kept_at == jun.now.utc
    assert row_of(due).status is FollowUpStatus.DONE
    assert jun.card.promises == ()


@pytest.mark.parametrize("reached", NOT_REACHED)
def test_a_promise_that_the_talk_didnt_keep_stays_on_the_list(
    jun: Talk, reached: PurposeReached
) -> None:
    due = promised(jun)
    jun.call()
    shown = jun.answer(Outcome.TALKED, purpose_reached=reached)
    (step,) = [one for one in shown.next_steps if one.kind is Kind.PROMISE]
    assert step.due_on == MONDAY
    off = PlanChange(step.rule, is_on=False)
    jun.services.calls.change_next(jun.now, jun.call_id, (off,))
    jun.finish()
    assert (row_of(due).status, row_of(due).due_on) == (FollowUpStatus.OPEN, MONDAY)
    assert row_of(due).tries == 0
    assert len(jun.card.promises) == 1


@pytest.mark.parametrize("outcome", [Outcome.NO_ANSWER, Outcome.WRONG_NUMBER])
def test_a_promise_is_tried_until_somebody_is_reached(jun: Talk, outcome: Outcome) -> None:
    due = promised(jun)
    jun.end(outcome, nothing_more="Enough")
    assert (row_of(due).status, row_of(due).kind) == (FollowUpStatus.OPEN, Kind.PROMISE)
    assert row_of(due).due_on == MONDAY


def test_a_promise_goes_along_when_they_ask_to_be_called_back(jun: Talk) -> None:
    due = promised(jun)
    jun.end(Outcome.CALL_BACK_LATER, call_back_on=MONDAY, call_back_time=time(15))
    assert len(jun.card.promises) == 1
    assert (row_of(due).due_on, row_of(due).due_time) == (MONDAY, time(15))
    jun.now, jun.call_id = at("2026-11-23 15:00"), 0
    jun.begin(due)
    jun.end(Outcome.TALKED)
    assert jun.card.promises == ()
    assert PromiseRow.get().missed_at is not None, "kept, but later than promised"


def test_who_doesnt_want_to_be_called_isnt_owed_a_call(jun: Talk) -> None:
    promised(jun)
    jun.end(Outcome.DONT_CALL)
    assert jun.card.promises == ()
    assert PromiseRow.get().withdrawn_at == jun.now.utc


def test_a_problem_from_its_first_call_to_its_last(jun: Talk) -> None:
    """A call the same day, one when it is put right, and one to see that it stayed so (M-39)."""
    jun.begin()
    jun.go(CallStep.CALL)
    jun.catch(ProblemForm("A button is loose", "Aldo sews it on", date(2026, 11, 25)))
    jun.end(Outcome.TALKED)

    def due_now() -> int:
        first = next(one for one in jun.card.coming_up if one.kind is Kind.PROBLEM)
        jun.now, jun.call_id = at(f"{first.due_on} 11:00"), 0
        jun.begin(first.id)
        return first.id

    due_now()
    jun.end(Outcome.TALKED)
    assert ProblemRow.get().solved_at is None, "the first call only says that we are on it"
    due_now()
    jun.end(Outcome.TALKED)
    assert ProblemRow.get().solved_at == at("2026-11-25 11:00").utc
    due_now()
    assert jun.now.day == date(2026, 12, 2)
    jun.end(Outcome.TALKED)
    assert ProblemRow.get().stayed_so_at == jun.now.utc
    assert Kind.PROBLEM not in open_kinds(jun)


def test_a_problem_that_isnt_put_right_stays(jun: Talk) -> None:
    jun.begin()
    jun.go(CallStep.CALL)
    jun.catch(ProblemForm("A button is loose"))
    jun.end(Outcome.TALKED, purpose_reached=PurposeReached.NOT_THIS_TIME)
    jun.call_id = 0
    problem = next(one for one in jun.card.coming_up if one.kind is Kind.PROBLEM)
    jun.begin(problem.id)
    jun.end(Outcome.TALKED, purpose_reached=PurposeReached.PARTLY)
    assert (row_of(problem.id).status, row_of(problem.id).due_on) == (FollowUpStatus.OPEN, MONDAY)


# Referrals and thanks


def referred(jun: Talk) -> Talk:
    """Kenji, whom Jun has sent, on the day of the first hello."""
    jun.begin()
    jun.go(CallStep.CALL)
    jun.catch(ReferralForm("Kenji Mori", "+81 90 5550 1234", "cousin", "a suit", may_call=True))
    jun.end(Outcome.TALKED)
    (link,) = jun.card.has_referred
    assert link.customer_id is not None
    return Talk(jun.services, at("2026-11-23 11:00"), link.customer_id)


def test_a_first_hello_that_led_somewhere_is_thanked_for(jun: Talk) -> None:
    kenji = referred(jun)
    kenji.call()
    shown = kenji.answer(Outcome.TALKED, purpose_reached=PurposeReached.REACHED)
    (thanks,) = shown.next_for_others
    assert (thanks.name, thanks.planned.kind) == ("Jun Hayashi", Kind.THANK_REFERRER)
    kenji.finish()
    assert kenji.card.referred_by[0].state is ReferralState.CALLED
    jun.now = at("2026-11-24 11:00")
    (thank,) = [one for one in jun.card.coming_up if one.kind is Kind.THANK_REFERRER]
    jun.call_id = 0
    jun.begin(thank.id)
    jun.end(Outcome.TALKED)
    assert jun.card.last_thanked_at == jun.now.utc


@pytest.mark.parametrize(
    ("outcome", "state"),
    [
        (Outcome.NO_ANSWER, ReferralState.MAY_CALL),
        (Outcome.CALL_BACK_LATER, ReferralState.CALLED),
        (Outcome.DONT_CALL, ReferralState.CALLED),
    ],
)
def test_a_referral_moves_on_when_they_were_reached(
    jun: Talk, outcome: Outcome, state: ReferralState
) -> None:
    kenji = referred(jun)
    answers = {"call_back_on": date(2026, 11, 24)} if outcome is Outcome.CALL_BACK_LATER else {}
    kenji.end(outcome, **answers)
    assert kenji.card.referred_by[0].state is state
    assert Kind.THANK_REFERRER not in open_kinds(jun)


def test_the_next_step_of_a_referred_one_can_be_moved_too(jun: Talk) -> None:
    jun.begin()
    jun.go(CallStep.CALL)
    jun.catch(ReferralForm("Kenji Mori", "+81 90 5550 1234", may_call=True))
    jun.go(CallStep.WRAP_UP)
    (hello,) = jun.shown.next_for_others
    later = PlanChange("", due_on=date(2026, 11, 25), follow_up_id=hello.planned.follow_up_id)
    jun.services.calls.change_next(jun.now, jun.call_id, (later,))
    jun.answer(Outcome.TALKED, purpose_reached=PurposeReached.REACHED)
    jun.finish()
    assert row_of(hello.planned.follow_up_id).due_on == date(2026, 11, 25)


def test_nobody_is_thanked_twice_for_the_same(jun: Talk) -> None:
    kenji = referred(jun)
    kenji.end(Outcome.TALKED)
    again = kenji.services.today.plan(
        kenji.now, ED, kenji.customer_id, Kind.REFERRAL, kenji.now.day
    ).made_id
    FollowUpRow.update(referral=row_of(kenji.shown.follow_up_id).referral_id).where(
        FollowUpRow.id == again
    ).execute()
    kenji.call_id = 0
    kenji.begin(again)
    kenji.call()
    assert (
        kenji.answer(Outcome.TALKED, purpose_reached=PurposeReached.REACHED).next_for_others == ()
    )


def test_a_shop_may_leave_the_thanks_to_itself(store: Store, jun: Talk) -> None:
    with store.quiet(jun.now) as unit:
        unit.insert(CadenceRow, rule="thank_referrer", is_on=False)
    kenji = referred(jun)
    kenji.call()
    shown = kenji.answer(Outcome.TALKED, purpose_reached=PurposeReached.REACHED)
    assert shown.next_for_others == ()


def test_a_referral_that_has_come_further_doesnt_fall_back(jun: Talk) -> None:
    kenji = referred(jun)
    (link,) = jun.card.has_referred
    jun.services.keeping.referral_state(jun.now, ED, link.id, ReferralState.CALLED)
    kenji.end(Outcome.TALKED)
    assert kenji.card.referred_by[0].state is ReferralState.CALLED


def test_the_next_try_suits_the_number_that_was_dialled(jun: Talk) -> None:
    jun.services.customers.change_phone(
        jun.now, ED, jun.card.phones[0].id, good_from=time(17, 30), good_to=time(18, 30)
    )
    due = jun.begin().follow_up_id
    jun.end(Outcome.NO_ANSWER)
    assert row_of(due).due_time == time(17, 30)


def test_who_asked_to_be_called_back_was(jun: Talk) -> None:
    """Calling back is kept by calling, whatever came of the talk."""
    jun.end(Outcome.CALL_BACK_LATER, call_back_on=MONDAY)
    jun.now, jun.call_id = at("2026-11-23 11:00"), 0
    back = next(one for one in jun.card.coming_up if one.kind is Kind.CALL_BACK)
    jun.begin(back.id)
    jun.end(Outcome.TALKED, purpose_reached=PurposeReached.NOT_THIS_TIME)
    assert row_of(back.id).status is FollowUpStatus.DONE


# Going on


def test_there_is_nobody_after_the_last(jun: Talk) -> None:
    jun.call()
    assert (jun.shown.next_due_id, jun.shown.next_due_name) == (None, "")


def test_who_waits_is_not_next(store: Store, jun: Talk) -> None:
    marguerite = visited(store, replace(COAT, name="Mme Marguerite Beaulieu"))
    jun.call()
    assert jun.shown.next_due_name == "Mme Beaulieu"
    jun.services.customers.change_phone(
        jun.now,
        ED,
        marguerite.card.phones[0].id,
        good_from=time(14),
        good_to=time(17),
    )
    assert jun.shown.next_due_id is None


def test_who_calls_while_the_shop_is_closed_may_go_on(store: Store, jun: Talk) -> None:
    visited(store, COAT)
    jun.now = at("2026-11-21 09:15")
    jun.call()
    assert jun.shown.next_due_name == "Marguerite Beaulieu"


# A contact that took place earlier


def test_a_past_contact_is_kept_on_its_day_and_reminds_of_nothing(store: Store) -> None:
    """M-31: noted down today, it makes no follow-up and none that is due."""
    jun = visited(store, SUIT, "2026-11-02 15:00")
    for one in jun.card.coming_up:
        jun.services.today.skip(jun.now, ED, one.id, "Only for the test")
    jun.services.calls.log(
        jun.now, ED, jun.customer_id, Direction.IN_SHOP, "Loves it", on=date(2026, 11, 18)
    )
    assert jun.card.coming_up == ()
    assert jun.card.last_contact_at == at("2026-11-18 12:00").utc
    with pytest.raises(WorldError):
        jun.services.calls.log(
            jun.now, ED, jun.customer_id, Direction.INBOUND, "Hello", on=date(2026, 11, 22)
        )


def test_a_past_contact_closes_what_it_answered_and_nothing_later(store: Store) -> None:
    jun = visited(store, SUIT, "2026-11-02 15:00")
    jun.services.calls.log(
        jun.now, ED, jun.customer_id, Direction.INBOUND, "Loves it", on=date(2026, 11, 4)
    )
    # The day after was asked and answered; the weeks and months come after that talk.
    assert [one.kind for one in jun.card.coming_up] == [
        Kind.TWO_WEEKS,
        Kind.AFTER_OCCASION,
        Kind.TWO_MONTHS,
    ]
