"""Whole weeks: a missed promise, a problem to its end, a referral that buys (M-38 … M-40)."""

from collections.abc import Callable
from datetime import date, time, timedelta

import pytest

from followup_desktop.domain.caught import ProblemForm, PromiseForm, ReferralForm
from followup_desktop.domain.changes import Changes
from followup_desktop.domain.checks import Why
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.keeping import ProblemLine, PromiseLine, ReferralLine
from followup_desktop.domain.kinds import (
    Direction,
    Kind,
    Outcome,
    ProblemStep,
    Purpose,
    PurposeReached,
    ReferralState,
)
from followup_desktop.domain.later import Later
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.story import EventKind
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.services.keeping import Keeping
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.rows import CustomerRow, PromiseRow
from followup_desktop.store.store import Store
from followup_desktop.words import story as story_words
from tests.services.call_world import Talk
from tests.services.world import at, everything

ED, RUTH = 1, 2
AFTER_THANKSGIVING = date(2026, 11, 27)


@pytest.fixture
def jun(services: Services, now: Now) -> int:
    return services.customers.add(now, ED, "Jun Hayashi", "212 555 0188").customer_id or 0


@pytest.fixture
def ruth(services: Services, now: Now) -> int:
    """A manager."""
    made = services.shop.add_clerk(now, ED, "Ruth Marsh").made_id or 0
    services.shop.set_manager(now, ED, made, True)
    services.shop.set_manager(now, ED, ED, False)
    assert made == RUTH
    return made


def promised(services: Services, now: Now, jun: int, what: str, on: date, at_: time | None) -> int:
    return services.keeping.note(now, ED, jun, PromiseForm(what, on, at_)).made_id or 0


def one_promise(services: Services, now: Now) -> PromiseLine:
    (line,) = services.keeping.promises(now)
    return line


def one_problem(services: Services, now: Now) -> ProblemLine:
    (line,) = services.keeping.problems(now)
    return line


def one_referral(services: Services, now: Now) -> ReferralLine:
    (line,) = services.keeping.referrals(now)
    return line


# A missed promise (M-38)


def test_a_missed_promise_stays_on_top_until_it_is_kept_with_an_apology(
    services: Services, jun: int, now: Now
) -> None:
    promise = promised(services, now, jun, "The trousers are ready", date(2026, 11, 23), time(11))
    services.visits.record(
        now, ED, NewVisit(name="Tom Kessler", phone="212 555 0120", bought=False, looked_at="Hat")
    )
    line = one_promise(services, now)
    assert (line.name, line.clerk_name, line.call_on) == (
        "Jun Hayashi",
        "Ed Marsh",
        date(2026, 11, 23),
    )
    assert not line.is_missed(at("2026-11-23 11:00"))
    assert line.is_missed(at("2026-11-23 11:01"))

    # "Later" moves the call only: what Jun was told stands, and is missed.
    services.today.later(at("2026-11-23 10:50"), ED, line.follow_up_id or 0, Later.TOMORROW)
    tuesday = at("2026-11-24 10:05")
    services.today.look_ahead(tuesday)
    line = one_promise(services, tuesday)
    assert (line.due_on, line.call_on) == (date(2026, 11, 23), date(2026, 11, 24))
    assert line.is_missed(tuesday) and line.missed_at == tuesday.utc

    # Nobody is reached for days; it never drops out, and comes first.
    for day in (24, 25, 27, 30):
        then = at(f"2026-11-{day} 10:30")
        services.today.look_ahead(then)
        rows = services.today.today(then, ED).rows
        assert (rows[0].due.kind, rows[0].due.customer_id) == (Kind.PROMISE, jun), day
        if day in (24, 25):
            talk = Talk(services, then, jun)
            shown = talk.begin(rows[0].due.id)
            assert shown.purpose is Purpose.PUT_RIGHT, "an apology is proposed"
            talk.end(Outcome.NO_ANSWER)

    # Reached, and not settled: still there. Then settled.
    then = at("2026-11-30 11:00")
    talk = Talk(services, then, jun)
    talk.begin(one_promise(services, then).follow_up_id)
    talk.end(Outcome.TALKED, purpose_reached=PurposeReached.NOT_THIS_TIME)
    assert one_promise(services, then).kept_at is None
    then = at("2026-12-01 11:00")
    talk = Talk(services, then, jun)
    talk.begin(one_promise(services, then).follow_up_id)
    talk.end(Outcome.TALKED)
    line = one_promise(services, then)
    assert line.kept_at == then.utc and line.missed_at is not None
    assert PromiseRow.get_by_id(promise).kept_at == then.utc
    assert services.keeping.promises(at("2026-12-16 11:00")) == ()


@pytest.mark.parametrize("outcome", [one for one in Outcome if one is not Outcome.TALKED])
def test_a_promise_is_never_lost_by_a_call(
    services: Services, jun: int, now: Now, outcome: Outcome
) -> None:
    promised(services, now, jun, "To call about the trousers", date(2026, 11, 23), time(11))
    then = at("2026-11-24 11:00")
    talk = Talk(services, then, jun)
    talk.begin(one_promise(services, then).follow_up_id)
    more = {"call_back_on": date(2026, 11, 26)} if outcome is Outcome.CALL_BACK_LATER else {}
    if outcome is Outcome.BOUGHT_ELSEWHERE:
        more["nothing_more"] = "They have what they need"
    talk.end(outcome, **more)
    lines = services.keeping.promises(then)
    if outcome is Outcome.DONT_CALL:
        assert lines == (), "they asked not to be called: it is taken back"
    elif outcome is not Outcome.BOUGHT_ELSEWHERE:
        assert [line.follow_up_id is not None for line in lines] == [True]


def test_a_promise_is_moved_with_its_reason_and_the_story_tells_it(
    services: Services, jun: int, now: Now
) -> None:
    promise = promised(services, now, jun, "The trousers", date(2026, 11, 23), None)
    moved = at("2026-11-24 10:00")
    services.keeping.move_promise(moved, ED, promise, date(2026, 11, 27), None, "The tailor is ill")
    line = one_promise(services, moved)
    assert (line.moved_from, line.moved_why) == (date(2026, 11, 23), "The tailor is ill")
    assert line.missed_at == moved.utc, "it had been missed by then"
    events = services.customers.story(jun, kinds=(EventKind.PROMISE,))
    words = [story_words.story(event, moved.day) for event in events]
    assert (words[0].title, words[0].text) == (
        "Promise moved: The trousers",
        "Now by 27 Nov. The tailor is ill.",
    )


def test_another_time_on_the_same_day_is_no_other_day(
    services: Services, jun: int, now: Now
) -> None:
    promise = promised(services, now, jun, "The trousers", date(2026, 11, 23), time(11))
    services.keeping.move_promise(now, ED, promise, date(2026, 11, 23), time(16))
    line = one_promise(services, now)
    assert (line.due_time, line.moved_from) == (time(16), None)


def test_missed_ones_first_then_the_next_then_those_kept(
    services: Services, jun: int, now: Now
) -> None:
    for what, day in (("Later", 30), ("Missed", 23), ("Kept", 24), ("Today", 25)):
        promised(services, now, jun, what, date(2026, 11, day), None)
    then = at("2026-11-25 12:00")
    kept = next(one.id for one in services.keeping.promises(then) if one.what == "Kept")
    services.keeping.promise_kept(then, ED, kept)
    assert [line.what for line in services.keeping.promises(then)] == [
        "Missed",
        "Today",
        "Later",
        "Kept",
    ]


def test_the_promise_behind_a_call(services: Services, jun: int, now: Now) -> None:
    promise = promised(services, now, jun, "The trousers", date(2026, 11, 23), None)
    call = one_promise(services, now).follow_up_id or 0
    found = services.keeping.promise_of(call)
    assert found is not None and found.id == promise
    services.keeping.promise_kept(now, ED, promise)
    assert services.keeping.promise_of(call) is None


# A problem to its end (M-20, M-39)


def steps(line: ProblemLine) -> list[tuple[ProblemStep, str]]:
    return [(one.step, one.clerk_name) for one in line.steps]


def test_a_problem_from_the_first_word_to_seeing_that_it_stayed_so(
    services: Services, jun: int, now: Now, ruth: int
) -> None:
    services.keeping.note(now, ED, jun, ProblemForm("A seam came open"))
    line = one_problem(services, now)
    assert steps(line) == [(ProblemStep.ACKNOWLEDGED, "Ed Marsh"), (ProblemStep.OWNED, "Ed Marsh")]
    assert (line.owner_name, line.call_on) == ("Ed Marsh", now.day)

    # They want the manager, and are told when she calls.
    services.keeping.hand_over_problem(
        at("2026-11-21 11:00"), ED, line.id, ruth, date(2026, 11, 23), time(10, 30)
    )
    line = one_problem(services, now)
    assert (line.owner_name, line.for_manager) == ("Ruth Marsh", True)
    (call,) = open_of(problem=line.id)
    assert (call.clerk_id, call.due_on, call.due_time, call.is_timed) == (
        RUTH,
        date(2026, 11, 23),
        time(10, 30),
        True,
    )
    assert services.today.today(at("2026-11-23 10:30"), ED).rows == ()

    # She says how, and by when.
    monday = at("2026-11-23 10:40")
    services.keeping.problem_put_right(
        monday, RUTH, line.id, "Aldo sews it anew", date(2026, 11, 25), time(12)
    )
    line = one_problem(services, monday)
    assert not line.is_late(at("2026-11-25 12:00")) and line.is_late(at("2026-11-25 12:01"))

    # On that day it is right.
    wednesday = at("2026-11-25 12:10")
    talk = Talk(services, wednesday, jun)
    talk.begin(line.follow_up_id)
    talk.end(Outcome.TALKED)
    line = one_problem(services, wednesday)
    assert line.is_looked_at_again and line.call_on == date(2026, 12, 2)

    # A week later somebody asks whether it stayed so; it didn't.
    services.keeping.problem_came_back(at("2026-12-02 10:30"), RUTH, line.id)
    line = one_problem(services, now)
    assert line.is_open and line.call_on == date(2026, 12, 2)
    services.keeping.problem_solved(at("2026-12-04 10:30"), RUTH, line.id)
    second_look = at("2026-12-11 10:30")
    line = one_problem(services, second_look)
    talk = Talk(services, second_look, jun)
    assert talk.begin(line.follow_up_id).purpose is Purpose.RELATIONSHIP
    talk.end(Outcome.TALKED)
    line = one_problem(services, second_look)
    assert line.stayed_so_at == second_look.utc and line.follow_up_id is None
    assert [step for step, _who in steps(line)] == [
        ProblemStep.ACKNOWLEDGED,
        ProblemStep.OWNED,
        ProblemStep.HANDED_OVER,
        ProblemStep.TOLD,
        ProblemStep.SOLVED,
        ProblemStep.CAME_BACK,
        ProblemStep.SOLVED,
        ProblemStep.STAYED_SO,
    ]
    assert line.steps[2].note == "Ruth Marsh"
    assert line.steps[3].note == "Aldo sews it anew"
    assert services.keeping.problems(at("2026-12-26 10:30")) == ()


def test_wants_the_manager_on_the_call_has_a_time(services: Services, jun: int, ruth: int) -> None:
    """M-20: told to the customer, so a day alone won't do."""
    now = at("2026-11-21 10:42")
    talk = Talk(services, now, jun)
    talk.begin()
    with pytest.raises(WorldError) as refused:
        talk.catch(ProblemForm("The bill", put_right_by=date(2026, 11, 23), wants_manager=True))
    assert (refused.value.field, refused.value.why) == ("put_right_time", Why.MISSING)
    talk.catch(
        ProblemForm(
            "The bill",
            put_right_by=date(2026, 11, 23),
            put_right_time=time(15),
            wants_manager=True,
        )
    )
    line = one_problem(services, now)
    assert (line.owner_name, line.for_manager, line.put_right_time) == (
        "Ruth Marsh",
        True,
        time(15),
    )
    assert [step for step, _who in steps(line)] == [
        ProblemStep.ACKNOWLEDGED,
        ProblemStep.HANDED_OVER,
        ProblemStep.TOLD,
    ]
    (call,) = open_of(problem=line.id)
    assert (call.clerk_id, call.due_time, call.is_timed) == (RUTH, time(15), True)


def test_who_takes_it_up_owns_it_with_its_calls(
    services: Services, jun: int, now: Now, ruth: int
) -> None:
    services.keeping.note(now, ED, jun, ProblemForm("A seam came open"))
    line = one_problem(services, now)
    services.keeping.problem_owned(now, RUTH, line.id)
    line = one_problem(services, now)
    assert line.owner_id == RUTH
    assert {one.clerk_id for one in open_of(problem=line.id)} == {RUTH}
    services.today.give(now, RUTH, line.follow_up_id or 0, ED)
    assert steps(one_problem(services, now))[-1] == (ProblemStep.HANDED_OVER, "Ruth Marsh")


def test_said_in_the_shop_that_it_stayed_so(services: Services, jun: int, now: Now) -> None:
    services.keeping.note(now, ED, jun, ProblemForm("A seam came open"))
    problem = one_problem(services, now).id
    with pytest.raises(WorldError) as gone:
        services.keeping.problem_stayed_so(now, ED, problem)
    assert gone.value.trouble is Trouble.GONE
    services.keeping.problem_solved(now, ED, problem)
    services.keeping.problem_stayed_so(at("2026-11-24 11:00"), ED, problem)
    assert open_of(problem=problem) == ()


def test_asked_in_the_shop_instead_of_called(services: Services, jun: int, now: Now) -> None:
    """The second look, done without a call."""
    services.keeping.note(now, ED, jun, ProblemForm("A seam came open"))
    services.keeping.problem_solved(now, ED, one_problem(services, now).id)
    look = one_problem(services, now).follow_up_id or 0
    services.today.done(at("2026-11-28 11:00"), ED, look, "He wears it every day")
    assert one_problem(services, now).stayed_so_at == at("2026-11-28 11:00").utc


# A referral that buys (M-19, M-40, M-54)


def test_a_referral_with_leave_to_call_that_buys(services: Services, jun: int, now: Now) -> None:
    form = ReferralForm("Kenji Mori", "212 555 0177", "cousin", "a suit in spring", may_call=True)
    services.keeping.note(now, ED, jun, form)
    line = one_referral(services, now)
    assert (line.state, line.hello_on) == (ReferralState.MAY_CALL, date(2026, 11, 23))
    kenji = line.referred_id or 0

    # The first hello names who sent them.
    monday = at("2026-11-23 11:00")
    talk = Talk(services, monday, kenji)
    shown = talk.begin(line.hello_id)
    assert any("Jun Hayashi" in one.words for one in shown.lines)
    talk.end(Outcome.TALKED, purpose_reached=PurposeReached.PARTLY)
    assert one_referral(services, monday).state is ReferralState.CALLED

    # He comes in, and the one who sent him is thanked for it.
    services.visits.record(
        at("2026-11-25 16:00"), ED, NewVisit(customer_id=kenji, bought=False, looked_at="Suit")
    )
    line = one_referral(services, monday)
    assert (line.state, line.thanks_on) == (
        ReferralState.CAME_IN,
        date(2026, 11, 27),
    )  # after Thanksgiving
    services.visits.record(
        at("2026-11-27 10:00"), ED, NewVisit(customer_id=kenji, items=("Navy suit",))
    )
    line = one_referral(services, monday)
    assert line.state is ReferralState.BOUGHT and not line.is_done
    assert sum(one.kind is Kind.THANK_REFERRER for one in open_of(customer=jun)) == 1
    friday = at("2026-11-27 11:00")
    talk = Talk(services, friday, jun)
    shown = talk.begin(line.thanks_id)
    assert any("Kenji Mori" in one.words for one in shown.lines)
    talk.end(Outcome.TALKED)
    assert one_referral(services, friday).is_done
    card = services.customers.card(friday, kenji)
    assert [one.customer_id for one in card.referred_by] == [jun]
    (sent_by,) = card.referred_by
    assert (sent_by.state_at, sent_by.state_by) == (at("2026-11-27 10:00").utc, "Ed Marsh")
    # Every state with who and when.
    (line,) = services.keeping.referrals(friday)
    assert [(step.state, step.at, step.clerk_name) for step in line.steps] == [
        (ReferralState.NAMED, now.utc, "Ed Marsh"),
        (ReferralState.MAY_CALL, now.utc, "Ed Marsh"),
        (ReferralState.CALLED, monday.utc, "Ed Marsh"),
        (ReferralState.CAME_IN, at("2026-11-25 16:00").utc, "Ed Marsh"),
        (ReferralState.BOUGHT, at("2026-11-27 10:00").utc, "Ed Marsh"),
    ]
    assert services.keeping.referrals(at("2026-12-14 11:00")) == ()


def test_without_leave_they_are_asked_to_ring_and_nobody_calls_them(
    services: Services, jun: int, now: Now
) -> None:
    services.keeping.note(now, ED, jun, ReferralForm("Kenji Mori", "212 555 0177"))
    line = one_referral(services, now)
    assert (line.state, line.referred_id, line.hello_id) == (
        ReferralState.ASKED_TO_RING,
        None,
        None,
    )
    assert CustomerRow.select().count() == 1

    # He rings, and is found to be the one who was named.
    kenji = services.customers.add(now, ED, "Kenji Mori", "212 555 0177").customer_id or 0
    line = one_referral(services, now)
    assert (line.same_number_id, line.same_number_name) == (kenji, "Kenji Mori")
    services.calls.log(now, ED, kenji, Direction.INBOUND, "Asked when we are open")
    line = one_referral(services, now)
    assert (line.state, line.referred_id) == (ReferralState.CALLED, kenji)


def test_another_name_with_that_number_is_offered_and_linked_by_hand(
    services: Services, jun: int, now: Now
) -> None:
    services.keeping.note(now, ED, jun, ReferralForm("Kenji", "212 555 0177"))
    mori = services.customers.add(now, ED, "Mr. Mori", "212 555 0177").customer_id or 0
    line = one_referral(services, now)
    assert line.same_number_id == mori
    services.keeping.link_referral(now, ED, line.id, mori)
    line = one_referral(services, now)
    assert (line.referred_id, line.same_number_id) == (mori, None)
    with pytest.raises(WorldError):
        services.keeping.link_referral(now, ED, line.id, jun)


def test_whoever_was_talked_to_needs_no_first_hello(services: Services, jun: int, now: Now) -> None:
    """By whatever talk: they rang by themselves."""
    form = ReferralForm("Kenji Mori", "212 555 0177", may_call=True)
    services.keeping.note(now, ED, jun, form)
    line = one_referral(services, now)
    services.calls.log(now, ED, line.referred_id or 0, Direction.INBOUND, "Rang by himself")
    line = one_referral(services, now)
    assert (line.state, line.hello_id) == (ReferralState.CALLED, None)


def test_a_slip_goes_with_what_it_planned(services: Services, jun: int, now: Now) -> None:
    form = ReferralForm("Kenji Mori", "212 555 0177", may_call=True)
    services.keeping.note(now, ED, jun, form)
    services.keeping.drop_referral(now, ED, one_referral(services, now).id)
    assert services.keeping.referrals(now) == ()
    assert open_of(kind=Kind.REFERRAL.value) == ()


# Together

Verb = Callable[[Keeping, Now, int], Changes]
NOTED = {
    "promise": PromiseForm("The trousers", date(2026, 11, 23)),
    "problem": ProblemForm("A seam", "Aldo sews it", date(2026, 11, 24)),
    "referral": ReferralForm("Kenji Mori", "212 555 0177", may_call=True),
}


@pytest.mark.parametrize("name", NOTED)
def test_undo_takes_back_what_was_noted(
    services: Services, store: Store, jun: int, now: Now, name: str
) -> None:
    before = everything(store)
    changes = services.keeping.note(now, ED, jun, NOTED[name])
    assert everything(store) != before
    store.undo(changes.action_id or 0, now)
    assert everything(store) == before


PROBLEM_VERBS: dict[str, Verb] = {
    "owned": lambda k, now, one: k.problem_owned(now, ED, one),
    "handed over": lambda k, now, one: k.hand_over_problem(
        now, ED, one, RUTH, date(2026, 11, 23), time(11)
    ),
    "told": lambda k, now, one: k.problem_put_right(now, ED, one, "So", date(2026, 11, 24)),
    "solved": lambda k, now, one: k.problem_solved(now, ED, one),
}


@pytest.mark.parametrize("name", PROBLEM_VERBS)
def test_undo_takes_back_what_was_done_about_a_problem(
    services: Services, store: Store, jun: int, ruth: int, now: Now, name: str
) -> None:
    services.keeping.note(now, ED, jun, ProblemForm("A seam"))
    problem = one_problem(services, now).id
    before = everything(store)
    changes = PROBLEM_VERBS[name](services.keeping, now, problem)
    assert everything(store) != before
    store.undo(changes.action_id or 0, now)
    assert everything(store) == before


@pytest.mark.parametrize(
    ("at_", "to", "field", "why"),
    [
        (None, RUTH, "at", Why.MISSING),
        (time(10), RUTH, "at", Why.IN_THE_PAST),
        (time(15), 99, "to_clerk_id", Why.UNKNOWN),
    ],
)
def test_a_problem_is_handed_over_to_somebody_at_a_time(
    services: Services,
    jun: int,
    ruth: int,
    now: Now,
    at_: time | None,
    to: int,
    field: str,
    why: Why,
) -> None:
    services.keeping.note(now, ED, jun, ProblemForm("A seam"))
    problem = one_problem(services, now).id
    with pytest.raises(WorldError) as refused:
        services.keeping.hand_over_problem(now, ED, problem, to, now.day, at_)
    assert (refused.value.field, refused.value.why) == (field, why)


def test_hours_until_it_was_acknowledged_can_be_read(
    services: Services, jun: int, now: Now
) -> None:
    services.keeping.note(now, ED, jun, ProblemForm("A seam"))
    line = one_problem(services, now)
    assert line.acknowledged_at is not None
    assert line.acknowledged_at - line.opened_at == timedelta(0)
