"""Mr. Libin, whose card shows what a card can hold."""

from dataclasses import replace
from datetime import time

from followup_desktop.domain.caught import ProblemForm, PromiseForm, ReferralForm
from followup_desktop.domain.kinds import FactKind, Fulfilment, Kind, Step, Way
from followup_desktop.domain.shop_time import days_after
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services.sample.history import DELIGHTED, TALKED, History
from followup_desktop.store.reads.orders import checkpoint_ids

NUMBER = "+1 212 555 0143"


def fill_libin(history: History) -> int:
    """Answers his customer's id."""
    libin = _first_visit(history)
    _who_he_is(history, libin)
    _linen_blazer(history, libin)
    _shirts(history, libin)
    _suit(history, libin)
    return libin


def _first_visit(history: History) -> int:
    looked = NewVisit(
        name="Mr. Richard Libin",
        phone=NUMBER,
        bought=False,
        looked_at="linen blazer",
        held_back="Wants to think about the colour",
        may_call=True,
    )
    libin = history.visit(history.ago(194, time(17, 20)), looked, keep={"left_next_day"})
    history.call(
        history.ago(193, time(10, 10)),
        libin,
        "Likes the sand one better. Comes by before the summer.",
        replace(TALKED, nothing_more="He comes by himself"),
    )
    return libin


def _who_he_is(history: History, libin: int) -> None:
    when, ed, customers = history.ago(193, time(10, 30)), history.ed, history.services.customers
    customers.change(
        when,
        ed,
        libin,
        address_as="Mr. Libin",
        say_it_like="LIB-in",
        language="English",
        preferred_way=Way.CALL,
        works_as="Architect, own studio",
    )
    phone = customers.card(when, libin).phones[0].id
    customers.change_phone(when, ed, phone, good_from=time(9), good_to=time(11, 30))
    customers.permit(when, ed, libin, Way.TEXT, False, "said so")
    customers.add_person(when, ed, libin, "wife", "Dana")
    customers.add_person(when, ed, libin, "son", "Eli", "tall, 17")
    customers.add_fact(when, ed, libin, FactKind.LIKE, "Charcoal, two-button, no pleats")
    customers.add_fact(when, ed, libin, FactKind.SIZE, "42 L, 34/34, shoe 11")
    customers.add_fact(when, ed, libin, FactKind.NOT_RIGHT, "Slim lapels")
    # Seventy-four days from now at the sample's own time of year: far enough to be quiet.
    birthday = days_after(history.now.day, 74)
    customers.add_date(when, ed, libin, "Birthday", birthday.day, birthday.month)


def _linen_blazer(history: History, libin: int) -> None:
    blazer = NewVisit(
        customer_id=libin,
        items=("Linen blazer",),
        occasion="a summer wedding",
        fulfilment=Fulfilment.DELIVERY,
        promised_on=days_after(history.now.day, -84),
    )
    history.visit(history.ago(85, time(16)), blazer, keep={"day_after"})
    order = history.card_order(libin)
    for step, checkpoint in checkpoint_ids(order).items():
        if step is not Step.ENTERED:
            history.services.orders.check(history.ago(84, time(18)), history.ed, checkpoint)
    history.call(
        history.ago(83, time(9, 40)),
        libin,
        "The sleeves are too long. We own it: Aldo shortens them this week.",
        replace(TALKED, nothing_more="Aldo rings him when they are done"),
        caught=(ProblemForm("Sleeves too long", put_right_how="Aldo shortens them"),),
        minutes=5,
    )
    problem = history.services.customers.card(history.now, libin).problems[0].id
    history.services.keeping.problem_solved(history.ago(78, time(12)), history.ed, problem)
    stayed_so = history.follow_up(libin, Kind.PROBLEM)
    history.services.today.done(
        history.ago(71, time(11)), history.ed, stayed_so, "Wore it at the wedding. All is well."
    )
    history.services.today.plan(
        history.ago(80, time(9)), history.ed, libin, Kind.THANK_YOU, history.ago(80).day
    )
    history.call(
        history.ago(80, time(9, 30)),
        libin,
        "Thanked him for telling us so plainly.",
        replace(
            DELIGHTED,
            works_well="The lapels",
            could_be_better="Sleeves a touch long, fixed the same week",
            nothing_more="He knows where we are",
        ),
    )


def _shirts(history: History, libin: int) -> None:
    shirts = NewVisit(customer_id=libin, items=("White shirt", "Blue shirt"), occasion="the office")
    history.visit(history.ago(40, time(12, 45)), shirts)


def _suit(history: History, libin: int) -> None:
    """The promise of today, and the one who was sent."""
    suit = NewVisit(
        customer_id=libin,
        items=("Charcoal two-button suit",),
        occasion="his first board meeting",
        occasion_on=days_after(history.now.day, 3),
        fulfilment=Fulfilment.ALTERATION,
        promised_on=history.now.day,
        learned="Trousers to hem. Introduced him to Aldo.",
    )
    bought = history.ago(7, time(15, 10))
    history.visit(bought, suit, keep={"day_after", "after_occasion"})
    history.services.customers.change(bought, history.ed, libin, service_person="Aldo")
    history.call(
        history.ago(5, time(10, 20)),
        libin,
        "Dana loved it. Asked who the tailor was. Wants a second look at the grey.",
        replace(DELIGHTED, gained="He stands straighter in it", works_well="Shoulders, colour"),
        minutes=6,
        caught=(
            PromiseForm(
                "Call when the trousers are ready", history.now.day, history.later_today(15)
            ),
            ReferralForm(
                "Tom Kessler",
                "+1 212 555 0176",
                relation="colleague",
                what_for="Looking for a dinner jacket",
                may_call=True,
            ),
        ),
    )
    history.services.today.plan(
        history.ago(5, time(10, 40)),
        history.ed,
        libin,
        Kind.THANK_YOU,
        days_after(history.now.day, 171),
        None,
        "A year with you",
    )
