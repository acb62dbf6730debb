"""The ten concerns, month by month (M-72): what counts, worked out by hand."""

from datetime import date, time

import pytest

from followup_desktop.domain.caught import ProblemForm, PromiseForm
from followup_desktop.domain.changes import Changes
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.insights.asked import Asked, Whose
from followup_desktop.domain.insights.concerns import Concern, Scorecard
from followup_desktop.domain.insights.share import NOTHING
from followup_desktop.domain.kinds import (
    CallStep,
    Direction,
    Fulfilment,
    Outcome,
    Purpose,
    PurposeReached,
    Step,
    Way,
)
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.store import Store
from tests.services.call_world import ED, Talk
from tests.services.world import at, statements

NOW = at("2026-11-21 10:42")
"""A Saturday. November is under way."""
AUGUST, SEPTEMBER, OCTOBER, NOVEMBER = 8, 9, 10, 11


def card(services: Services, clerk_id: int = ED, whose: Whose = Whose.SHOP) -> Scorecard:
    return services.insights.concerns(NOW, clerk_id, Asked(whose=whose))


def told(services: Services, concern: Concern, now: Now = NOW) -> dict[int, str]:
    """By the month's number, where there was something to count."""
    scorecard = services.insights.concerns(now, ED, Asked())
    line = next(line for line in scorecard.lines if line.concern is concern)
    return {
        month.month: f"{share.part} of {share.of}"
        for month, share in zip(scorecard.months, line.shares, strict=True)
        if share.of
    }


def made(changes: Changes) -> int:
    assert changes.made_id is not None
    return changes.made_id


def bought(services: Services, now: Now, number: int = 1, **visit: object) -> int:
    """The customer's id."""
    given = {"name": f"Jun Hayashi {number}", "phone": f"212 555 01{number:02}", "items": ("Suit",)}
    recorded = services.visits.record(now, ED, NewVisit(**given | visit))  # type: ignore[arg-type]
    assert recorded.customer_id is not None
    return recorded.customer_id


def promised(services: Services, now: Now, whom: int, on: date, at: time | None = None) -> int:
    return made(services.keeping.note(now, ED, whom, PromiseForm("ring back", on, at)))


# The card ---------------------------------------------------------------------------------------


def test_a_new_shop_has_ten_lines_and_nothing_to_count(services: Services) -> None:
    scorecard = card(services)
    assert [line.concern for line in scorecard.lines] == list(Concern)
    assert scorecard.months[0] == date(2025, 12, 1)
    assert scorecard.months[-1] == date(2026, 11, 1)
    assert all(line.shares == (NOTHING,) * 12 for line in scorecard.lines)
    assert scorecard.is_empty


def test_it_takes_the_same_few_statements_however_much_there_is(
    services: Services, store: Store
) -> None:
    with statements(store) as few:
        card(services)
    for number in range(1, 9):
        whom = bought(services, at(f"2026-0{number}-12 11:00"), number)
        promised(services, at(f"2026-0{number}-12 11:00"), whom, date(2026, number, 20))
    with statements(store) as many:
        card(services)
    assert len(many) == len(few) < 30


# Promised calls ---------------------------------------------------------------------------------


def test_promises_count_in_the_month_of_their_day(services: Services) -> None:
    """M-72, and M-68: kept by their day; one that was moved in time by its new day."""
    given = at("2026-09-21 11:00")
    whom = bought(services, given)
    keeping = services.keeping
    in_time = promised(services, given, whom, date(2026, 9, 30))
    late = promised(services, given, whom, date(2026, 9, 24))
    moved = promised(services, given, whom, date(2026, 9, 25))
    taken_back = promised(services, given, whom, date(2026, 9, 26))
    promised(services, given, whom, date(2026, 10, 2))
    promised(services, given, whom, NOW.day)
    keeping.promise_kept(at("2026-09-29 10:00"), ED, in_time)
    keeping.promise_kept(at("2026-09-25 10:00"), ED, late)
    keeping.move_promise(at("2026-09-25 10:00"), ED, moved, date(2026, 10, 5))
    keeping.promise_kept(at("2026-10-05 18:00"), ED, moved)
    keeping.withdraw_promise(at("2026-09-26 10:00"), ED, taken_back)
    assert told(services, Concern.PROMISED_CALLS) == {SEPTEMBER: "1 of 2", OCTOBER: "1 of 2"}


def test_a_month_ends_on_the_shops_own_clock(services: Services) -> None:
    """In a shop five hours behind, the evening of 30 September is UTC's October."""
    evening = Now(utc=at("2026-10-01 01:30").utc, local=at("2026-09-30 20:30").local)
    whom = bought(services, evening)
    services.calls.log(evening, ED, whom, Direction.INBOUND, "Asked when we open")
    now = Now(utc=at("2026-11-21 15:42").utc, local=at("2026-11-21 10:42").local)
    assert told(services, Concern.PERSONALLY, now) == {SEPTEMBER: "1 of 1"}


# Numbers, and thanks ----------------------------------------------------------------------------


def test_buyers_count_once_a_month_with_a_number_and_when_to_ring_it(services: Services) -> None:
    first, second = at("2026-09-03 11:00"), at("2026-09-17 11:00")
    known = bought(services, first, 1)
    bought(services, second, 1, customer_id=known, name="", phone="")
    bought(services, second, 2)
    bought(services, at("2026-10-03 11:00"), 1, customer_id=known, name="", phone="")
    phone = services.customers.card(second, known).phones[0]
    services.customers.change_phone(second, ED, phone.id, good_from=time(9), good_to=time(11))
    assert told(services, Concern.NUMBERS_AND_TIMES) == {SEPTEMBER: "1 of 2", OCTOBER: "1 of 1"}


def test_a_wrong_number_is_none(services: Services) -> None:
    sold = at("2026-09-03 11:00")
    whom = bought(services, sold)
    phone = services.customers.card(sold, whom).phones[0]
    services.customers.change_phone(sold, ED, phone.id, note="mornings")
    assert told(services, Concern.NUMBERS_AND_TIMES) == {SEPTEMBER: "1 of 1"}
    call(services, at("2026-09-04 11:00"), whom, Outcome.WRONG_NUMBER)
    assert told(services, Concern.NUMBERS_AND_TIMES) == {SEPTEMBER: "0 of 1"}


def call(services: Services, now: Now, whom: int, outcome: Outcome, **answers: object) -> Talk:
    talk = Talk(services, now, whom)
    talk.call()
    reached = PurposeReached.REACHED if outcome is Outcome.TALKED else None
    talk.answer(outcome, purpose_reached=reached, nothing_more="All is well", **answers)
    talk.finish()
    return talk


def test_thanked_is_whoever_heard_from_us_within_two_weeks(services: Services) -> None:
    sold = at("2026-09-03 11:00")
    for number in range(1, 6):
        bought(services, sold, number)
    log = services.calls.log
    log(at("2026-09-17 18:50"), ED, 1, Direction.IN_SHOP, "Wore it, and told us")
    log(at("2026-09-18 10:00"), ED, 2, Direction.IN_SHOP, "A day too late")
    log(at("2026-09-05 10:00"), ED, 3, Direction.INBOUND, "They rang us")
    call(services, at("2026-09-05 10:00"), 4, Outcome.NO_ANSWER)
    services.customers.dont_call(at("2026-09-04 10:00"), ED, 5)
    # Two weeks aren't over for this one.
    bought(services, at("2026-11-07 11:00"), 6)
    assert told(services, Concern.APPRECIATION) == {SEPTEMBER: "1 of 4"}
    after = at("2026-11-22 10:00")
    assert told(services, Concern.APPRECIATION, after) == {SEPTEMBER: "1 of 4", NOVEMBER: "0 of 1"}


# Problems ---------------------------------------------------------------------------------------


def squeaks(by: date | None = None, how: str = "", *, for_manager: bool = False) -> ProblemForm:
    at_noon = time(12) if by else None
    return ProblemForm("The left boot squeaks", how, by, at_noon, wants_manager=for_manager)


def test_a_manager_who_was_asked_for_does_something_about_it(services: Services) -> None:
    opening, day = at("2026-09-03 11:00"), date(2026, 9, 5)
    anna = made(services.shop.add_clerk(opening, ED, "Anna Berg"))
    for number in (1, 2, 3):
        bought(services, opening, number)
        form = squeaks(day, for_manager=number != 3)
        services.keeping.note(opening, anna, number, form)
    assert told(services, Concern.AUTHORITY) == {SEPTEMBER: "0 of 2"}
    services.calls.log(at("2026-09-04 11:00"), anna, 1, Direction.INBOUND, "Asked again")
    services.calls.log(at("2026-09-05 11:00"), ED, 2, Direction.IN_SHOP, "Ed looked at it")
    assert told(services, Concern.AUTHORITY) == {SEPTEMBER: "1 of 2"}
    services.keeping.problem_solved(at("2026-09-07 11:00"), ED, 1)
    assert told(services, Concern.AUTHORITY) == {SEPTEMBER: "2 of 2"}


def test_owned_up_is_a_problem_with_a_way_and_a_miss_that_was_talked_about(
    services: Services,
) -> None:
    opening = at("2026-09-03 11:00")
    for number in (1, 2, 3, 4):
        bought(services, opening, number)
    services.keeping.note(opening, ED, 1, squeaks(date(2026, 9, 5), "A new heel"))
    services.keeping.note(opening, ED, 2, squeaks())
    for whom in (3, 4):
        promised(services, opening, whom, date(2026, 9, 10))
    services.today.look_ahead(at("2026-09-11 10:00"))
    services.calls.log(at("2026-09-11 12:00"), ED, 3, Direction.IN_SHOP, "Said sorry")
    assert told(services, Concern.OWNED_UP) == {SEPTEMBER: "2 of 4"}


def test_nobody_waits_past_the_day_they_were_told(services: Services) -> None:
    """Call-backs, and problems that were to be right."""
    asked = at("2026-09-03 11:00")
    for number in (1, 2, 3):
        bought(services, asked, number)
    later = {"call_back_on": date(2026, 9, 7)}
    called_at = at("2026-09-04 11:00")
    for whom in (1, 2):
        call(services, called_at, whom, Outcome.CALL_BACK_LATER, **later)
    call(services, at("2026-09-07 18:00"), 1, Outcome.NO_ANSWER)
    call(services, at("2026-09-08 10:00"), 2, Outcome.TALKED)
    problem = made(services.keeping.note(asked, ED, 3, squeaks(date(2026, 9, 9), "A new heel")))
    services.keeping.problem_solved(at("2026-09-09 17:00"), ED, problem)
    assert told(services, Concern.NO_WAITING) == {SEPTEMBER: "2 of 3"}


# Talks ------------------------------------------------------------------------------------------


def test_a_care_tip_counts_where_one_was_prepared(services: Services) -> None:
    """M-79: ticked on the call, in a talk."""
    sold, then = at("2026-09-03 11:00"), at("2026-09-04 11:00")
    outcomes = (Outcome.TALKED, Outcome.TALKED, Outcome.NO_ANSWER)
    for number, outcome in enumerate(outcomes, start=1):
        talk = Talk(services, then, bought(services, sold, number))
        talk.begin()
        services.calls.choose_purpose(then, talk.call_id, Purpose.ARRIVED)
        talk.go(CallStep.CALL)
        tip = next(one for one in talk.shown.lines if one.cue == "How to make it last")
        if number != 2:
            services.calls.tick(then, tip.id)
        talk.go(CallStep.WRAP_UP)
        reached = PurposeReached.REACHED if outcome is Outcome.TALKED else None
        talk.answer(outcome, purpose_reached=reached)
        talk.finish()
    assert told(services, Concern.CARE) == {SEPTEMBER: "1 of 2"}


def test_a_talk_is_personal_and_so_is_writing_to_who_likes_it(services: Services) -> None:
    sold, then = at("2026-09-03 11:00"), at("2026-09-04 11:00")
    for number in (1, 2):
        bought(services, sold, number)
    services.customers.change(sold, ED, 2, preferred_way=Way.TEXT)
    log = services.calls.log
    log(then, ED, 1, Direction.TEXT, "Wrote")
    log(then, ED, 1, Direction.IN_SHOP, "Came by")
    log(then, ED, 2, Direction.TEXT, "Wrote back")
    log(then, ED, 2, Direction.TEXT, "No answer", was_reached=False)
    assert told(services, Concern.PERSONALLY) == {SEPTEMBER: "2 of 3"}


# Orders -----------------------------------------------------------------------------------------


def ordered(services: Services, now: Now, number: int, on: date) -> int:
    """The order's id."""
    whom = bought(services, now, number, fulfilment=Fulfilment.ORDER, promised_on=on)
    return services.customers.card(now, whom).orders[0].id


def check(services: Services, now: Now, order_id: int, *steps: Step) -> None:
    for one in services.orders.steps(now, order_id):
        if one.step in steps:
            services.orders.check(now, ED, one.id)


def test_a_late_order_is_told_by_the_next_open_day(services: Services) -> None:
    """M-37: Saturday's delay may be told on Monday."""
    sold, saturday = at("2026-09-03 11:00"), at("2026-09-12 18:30")
    for number in (1, 2, 3):
        order = ordered(services, sold, number, date(2026, 9, 20))
        services.orders.not_complete(saturday, ED, order, "The sleeves")
    services.orders.told(at("2026-09-14 18:00"), ED, 1)
    services.orders.told(at("2026-09-15 10:00"), ED, 2)
    assert told(services, Concern.TOLD_PROMPTLY) == {SEPTEMBER: "1 of 3"}
    friday = ordered(services, at("2026-11-03 11:00"), 4, date(2026, 11, 25))
    services.orders.not_complete(at("2026-11-20 11:00"), ED, friday, "The sleeves")
    assert NOVEMBER not in told(services, Concern.TOLD_PROMPTLY)


def test_a_date_is_honest_when_the_first_one_holds(services: Services) -> None:
    sold = at("2026-09-01 11:00")
    held, moved, gone, late, cancelled = (
        ordered(services, sold, number, date(2026, 9, 12)) for number in range(1, 6)
    )
    both = (Step.READY, Step.COMPLETE)
    orders = services.orders
    check(services, at("2026-09-12 18:00"), held, *both)
    orders.move_date(at("2026-09-10 10:00"), ED, moved, date(2026, 10, 1), reason="The weaver")
    check(services, at("2026-09-30 10:00"), moved, *both)
    orders.cancel(at("2026-09-11 10:00"), ED, gone, "Changed their mind")
    check(services, at("2026-09-10 10:00"), late, Step.READY)
    orders.cancel(at("2026-09-20 10:00"), ED, cancelled, "Too late for the wedding")
    assert told(services, Concern.HONEST_DATES) == {SEPTEMBER: "1 of 4"}


# Whose ------------------------------------------------------------------------------------------


def test_a_clerk_sees_what_is_their_own(services: Services) -> None:
    """M-74."""
    opening = at("2026-09-03 11:00")
    anna = made(services.shop.add_clerk(opening, ED, "Anna Berg"))
    for number, clerk in enumerate((ED, anna, anna), start=1):
        services.visits.record(
            opening,
            clerk,
            NewVisit(
                name=f"Jun Hayashi {number}",
                phone=f"212 555 01{number:02}",
                items=("Suit",),
                fulfilment=Fulfilment.ORDER,
                promised_on=date(2026, 9, 12),
            ),
        )
        services.keeping.note(opening, clerk, number, PromiseForm("ring", date(2026, 9, 5), None))
        services.keeping.note(opening, clerk, number, squeaks(date(2026, 9, 9), "A heel"))
        services.orders.not_complete(opening, clerk, number, "The sleeves")
        services.calls.log(opening, clerk, number, Direction.IN_SHOP, "Said so")
    of_all = {line.concern: line.together.of for line in card(services).lines}
    of_anna = {line.concern: line.together.of for line in card(services, anna, Whose.MINE).lines}
    assert of_all == {
        Concern.PROMISED_CALLS: 3,
        Concern.NUMBERS_AND_TIMES: 3,
        Concern.AUTHORITY: 0,
        Concern.APPRECIATION: 3,
        Concern.NO_WAITING: 3,
        Concern.CARE: 0,
        Concern.TOLD_PROMPTLY: 3,
        Concern.OWNED_UP: 3,
        Concern.PERSONALLY: 3,
        Concern.HONEST_DATES: 3,
    }
    assert of_anna == {concern: of and 2 for concern, of in of_all.items()}
    with pytest.raises(WorldError):
        card(services, anna, Whose.SHOP)
