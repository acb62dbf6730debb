"""Whole days in the shop, through the services alone: a visit, the next morning, the call, and
what comes of it for others."""

from dataclasses import replace
from datetime import date, time

from followup_desktop.domain.call import WrapUp
from followup_desktop.domain.caught import ProblemForm, PromiseForm, ReferralForm
from followup_desktop.domain.kinds import (
    CallStep,
    Feeling,
    Fulfilment,
    Kind,
    Outcome,
    PurposeReached,
    ReferralState,
    Stage,
    Step,
)
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.story import EventKind
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.reads.follow_ups import open_of
from followup_desktop.store.store import Store
from tests.services.world import at, everything

ED = 1
TALKED = WrapUp(
    outcome=Outcome.TALKED, purpose_reached=PurposeReached.REACHED, feeling=Feeling.DELIGHTED
)

JUN = NewVisit(
    name="Jun Hayashi",
    phone="212 555 0188",
    items=("Navy suit",),
    occasion="his sister’s wedding",
    occasion_on=date(2026, 11, 28),
    fulfilment=Fulfilment.ALTERATION,
    promised_on=date(2026, 11, 25),
    learned="Nervous about the speech.",
    may_call=True,
)


def list_of(services: Services, now: Now) -> list[tuple[str, Kind]]:
    return [(row.due.name, row.due.kind) for row in services.today.today(now, ED).rows]


def talk(
    services: Services, now: Now, name: str, answers: WrapUp, notes: str, *caught: object
) -> None:
    """The guided call of the first row of that name, from Start to Save."""
    row = next(row for row in services.today.today(now, ED).rows if row.due.name == name)
    call_id = services.calls.begin(now, ED, row.due.customer_id, row.due.id).made_id or 0
    services.calls.go(now, call_id, CallStep.CALL)
    services.calls.write_notes(now, call_id, notes)
    for form in caught:
        services.calls.catch(now, ED, call_id, form)  # type: ignore[arg-type]
    services.calls.go(now, call_id, CallStep.WRAP_UP)
    services.calls.answer(now, call_id, answers)
    services.calls.finish(now, ED, call_id)


def test_a_suit_from_the_till_to_the_second_customer(services: Services) -> None:
    # Saturday: he buys.
    saturday = at("2026-11-21 16:10")
    jun = services.visits.record(saturday, ED, JUN).customer_id or 0
    assert list_of(services, at("2026-11-21 18:00")) == []

    # Monday: the shop says whom to call; he names his cousin, and is promised a name.
    monday = at("2026-11-23 10:30")
    services.today.look_ahead(monday)
    assert list_of(services, monday) == [("Jun Hayashi", Kind.DAY_AFTER)]
    talk(
        services,
        monday,
        "Jun Hayashi",
        replace(TALKED, gained="Felt taller", works_well="Shoulders", thanked_us=True),
        "His sister cried. The dry cleaner near the park?",
        PromiseForm("Send the name of the dry cleaner", date(2026, 11, 24), time(10)),
        ReferralForm("Kenji Mori", "212 555 0177", "cousin", "a suit in spring", may_call=True),
    )
    today = services.today.today(monday, ED)
    assert (today.rows, today.done, today.thanked) == ((), 1, 1)

    # Tuesday: the promise first, then his cousin, sent by him.
    tuesday = at("2026-11-24 10:30")
    services.today.look_ahead(tuesday)
    assert list_of(services, tuesday) == [
        ("Jun Hayashi", Kind.PROMISE),
        ("Kenji Mori", Kind.REFERRAL),
    ]
    hello = services.today.today(tuesday, ED).rows[1].due
    assert (hello.sent_by, hello.about) == ("Jun Hayashi", "a suit in spring")
    promise = services.today.today(tuesday, ED).rows[0].due
    services.today.done(tuesday, ED, promise.id, "Sent it")
    talk(services, tuesday, "Kenji Mori", TALKED, "Comes in on Friday.")
    kenji = hello.customer_id
    sent = services.customers.card(tuesday, jun).has_referred[0]
    assert (sent.customer_id, sent.state) == (kenji, ReferralState.CALLED)

    # Wednesday: the trousers are ready, and something came of the name he gave.
    wednesday = at("2026-11-25 10:30")
    services.today.look_ahead(wednesday)
    assert list_of(services, wednesday) == [
        ("Jun Hayashi", Kind.ORDER_CHECK),
        ("Jun Hayashi", Kind.THANK_REFERRER),
    ]
    thanks = services.today.today(wednesday, ED).rows[1].due
    assert thanks.about == "Kenji Mori"
    services.today.done(wednesday, ED, thanks.id, "Thanked him at the door")
    for checkpoint in services.orders.orders(wednesday)[0].checkpoints:
        if checkpoint.step is not Step.ENTERED:
            services.orders.check(wednesday, ED, checkpoint.id)
    assert list_of(services, wednesday) == []
    assert services.orders.orders(wednesday) == ()

    # Friday: the cousin buys; nobody is thanked twice.
    friday = at("2026-11-27 15:00")
    services.visits.record(friday, ED, NewVisit(customer_id=kenji, items=("Flannel suit",)))
    card = services.customers.card(friday, kenji)
    assert card.stage is Stage.FIRST_PURCHASE
    assert card.referred_by[0].state is ReferralState.BOUGHT
    assert Kind.THANK_REFERRER not in {one.kind for one in open_of(customer=jun)}
    assert services.customers.card(friday, jun).last_thanked_at == wednesday.utc

    # The story of it all.
    told = [event.kind for event in services.customers.story(jun)]
    assert told[-1] in (EventKind.PURCHASE, EventKind.NOTE)
    assert {EventKind.CALL, EventKind.PROMISE, EventKind.REFERRAL, EventKind.ORDER} <= set(told)
    assert services.today.without_next_step(friday) == ()


def test_somebody_who_left_comes_back(services: Services) -> None:
    monday = at("2026-11-16 17:00")
    left = NewVisit(name="Mme Beaulieu", phone="212 555 0189", bought=False, looked_at="camel coat")
    beaulieu = services.visits.record(monday, ED, left).customer_id or 0
    tuesday = at("2026-11-17 10:30")
    talk(services, tuesday, "Beaulieu", WrapUp(outcome=Outcome.NO_ANSWER), "")
    tries = [one for one in open_of(customer=beaulieu) if one.kind is Kind.LEFT_FIRST]
    assert [(one.due_on, one.due_time) for one in tries] == [(date(2026, 11, 19), time(14))]
    thursday = at("2026-11-19 14:30")
    talk(services, thursday, "Beaulieu", TALKED, "Comes again on Saturday.")
    saturday = at("2026-11-21 12:00")
    services.visits.record(saturday, ED, NewVisit(customer_id=beaulieu, items=("Camel coat",)))
    assert {one.kind for one in open_of(customer=beaulieu)} == {
        Kind.DAY_AFTER,
        Kind.TWO_WEEKS,
        Kind.TWO_MONTHS,
    }


def test_a_problem_is_owned_until_it_stayed_right(services: Services) -> None:
    saturday = at("2026-11-21 16:10")
    simple = replace(JUN, fulfilment=Fulfilment.TAKEN, promised_on=None, occasion_on=None)
    jun = services.visits.record(saturday, ED, simple).customer_id or 0
    monday = at("2026-11-23 10:30")
    talk(
        services,
        monday,
        "Jun Hayashi",
        replace(TALKED, feeling=Feeling.UNHAPPY),
        "The sleeves are too long.",
        ProblemForm("Sleeves too long", "Aldo shortens them", date(2026, 11, 25)),
    )
    (problem,) = services.customers.card(monday, jun).problems
    wednesday = at("2026-11-25 10:30")
    assert ("Jun Hayashi", Kind.PROBLEM) in list_of(services, wednesday)
    services.keeping.problem_solved(wednesday, ED, problem.id)
    assert ("Jun Hayashi", Kind.PROBLEM) not in list_of(services, wednesday)
    week_later = at("2026-12-02 10:30")
    assert list_of(services, week_later)[0] == ("Jun Hayashi", Kind.PROBLEM)


def test_please_dont_call_is_kept_through_everything(services: Services) -> None:
    saturday = at("2026-11-21 16:10")
    jun = services.visits.record(saturday, ED, JUN).customer_id or 0
    monday = at("2026-11-23 10:30")
    talk(services, monday, "Jun Hayashi", WrapUp(outcome=Outcome.DONT_CALL), "Would rather not.")
    card = services.customers.card(monday, jun)
    assert (card.dont_call_at, card.dont_call_by) == (monday.utc, "Ed Marsh")
    assert [one.kind for one in card.coming_up] == [Kind.ORDER_CHECK, Kind.TWO_WEEKS]
    services.visits.record(
        at("2026-12-05 12:00"), ED, NewVisit(customer_id=jun, bought=False, looked_at="Tie")
    )
    services.customers.add_date(at("2026-12-05 12:05"), ED, jun, "Birthday", 3, 2)
    services.today.look_ahead(at("2026-12-07 10:00"))
    kinds = {one.kind for one in open_of(customer=jun)}
    assert kinds <= {Kind.ORDER_CHECK, Kind.LATE_ORDER, Kind.TWO_WEEKS}
    assert services.today.without_next_step(at("2026-12-07 10:00")) == ()


def test_a_day_that_is_taken_back_step_by_step_never_happened(
    services: Services, store: Store
) -> None:
    saturday, monday = at("2026-11-21 16:10"), at("2026-11-23 10:30")
    before = everything(store)
    actions = [services.visits.record(saturday, ED, JUN).action_id]
    jun = services.customers.hits("jun")[0].id
    actions += [
        services.customers.change(saturday, ED, jun, say_it_like="JOON").action_id,
        services.customers.add_date(saturday, ED, jun, "Birthday", 3, 2).action_id,
        services.today.plan(
            saturday, ED, jun, Kind.PROMISE, monday.day, time(11), "Trousers"
        ).action_id,
        services.today.done(monday, ED, services.today.today(monday, ED).rows[0].due.id).action_id,
        services.customers.dont_call(monday, ED, jun).action_id,
    ]
    for action_id in reversed(actions):
        assert action_id is not None
        store.undo(action_id, monday)
    assert everything(store) == before
