"""Everybody else: what the shop lived through in the last months, and what is ahead."""

from dataclasses import replace
from datetime import time

from followup_desktop.domain.call import WrapUp
from followup_desktop.domain.caught import ProblemForm
from followup_desktop.domain.kinds import FactKind, Feeling, Fulfilment, Kind, Outcome, Step
from followup_desktop.domain.shop_time import days_after
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services.sample.history import DELIGHTED, NO_ANSWER, TALKED, History
from followup_desktop.store.reads.orders import checkpoint_ids


def fill_customers(history: History) -> None:
    _who_bought(history)
    _who_left(history)
    _orders(history)
    _problem(history)
    _dont_call(history)
    _family(history)
    # Nothing is planned for him: the leak that Today points at.
    history.services.customers.add(history.ago(30), history.ed, "Kofi Mensah", "+1 212 555 0108")


def _who_bought(history: History) -> None:
    scarf = NewVisit(
        name="陈美玲",
        phone="+1 212 555 0121",
        items=("Silk scarf",),
        occasion="her mother’s seventieth birthday",
        occasion_on=days_after(history.now.day, 6),
        for_whom="her mother",
        is_gift=True,
        may_call=True,
    )
    chen = history.visit(history.ago(20), scarf, keep={"after_occasion"}, clerk_id=history.nora)
    customers = history.services.customers
    customers.change(
        history.ago(20), history.nora, chen, address_as="Ms. Chen", language="Mandarin, English"
    )
    dress = NewVisit(
        name="ليلى حداد", phone="+1 212 555 0122", items=("Linen dress",), may_call=True
    )
    haddad = history.visit(history.ago(64), dress, clerk_id=history.nora)
    customers.change(history.ago(64), history.nora, haddad, say_it_like="LAY-la ha-DAAD")
    history.services.today.plan(
        history.ago(4),
        history.nora,
        haddad,
        Kind.CHECK_IN,
        days_after(history.now.day, 12),
        None,
        "Her new job: what does she wear there?",
    )
    _nunez(history)
    cufflinks = NewVisit(
        name="Grace Bellamy",
        phone="+1 212 555 0128",
        items=("Silver cufflinks",),
        occasion="their twenty-fifth anniversary",
        occasion_on=days_after(history.now.day, 3),
        for_whom="her husband",
        is_gift=True,
        may_call=True,
    )
    bellamy = history.visit(history.ago(9), cufflinks, keep={"after_occasion"})
    customers.change(
        history.ago(9), history.ed, bellamy, pinned_note="A surprise: only her own mobile."
    )


def _nunez(history: History) -> None:
    """Loyal, with a birthday ahead."""
    shirt = NewVisit(name="José Ñúñez Ibarra", phone="+1 212 555 0123", items=("Linen shirt",))
    nunez = history.visit(history.ago(500), replace(shirt, may_call=True))
    for days in (410, 300, 190, 95):
        history.visit(history.ago(days), NewVisit(customer_id=nunez, items=("White shirt",)))
    when, customers = history.ago(95, time(12, 30)), history.services.customers
    customers.add_fact(when, history.ed, nunez, FactKind.THEIR_WORDS, "“I like what lasts.”")
    customers.add_fact(when, history.ed, nunez, FactKind.SIZE, "Shirt 15½")
    birthday = days_after(history.now.day, 9)
    customers.add_date(when, history.ed, nunez, "Birthday", birthday.day, birthday.month)


def _who_left(history: History) -> None:
    coat = NewVisit(
        name="Frau Anneliese-Charlotte von Hohenstein-Wolfsburg zu Lichtenfels",
        phone="+49 30 23125 012",
        bought=False,
        looked_at="evening coat in midnight blue",
        held_back="Wants her sister to see it",
        may_call=True,
    )
    anneliese = history.visit(
        history.ago(8), coat, keep={"left_next_day", "left_day_10"}, clerk_id=history.nora
    )
    history.call(
        history.ago(7, time(15)),
        anneliese,
        "Comes again with her sister when she is in town.",
        replace(TALKED, thanked_us=True),
        clerk_id=history.nora,
    )
    bag = NewVisit(
        name="Beatrix Thornbury",
        phone="+1 212 555 0136",
        bought=False,
        looked_at="travel bag",
        held_back="Needed it the same day",
        may_call=True,
    )
    thornbury = history.visit(history.ago(15), bag, keep={"left_next_day"})
    elsewhere = WrapUp(
        outcome=Outcome.BOUGHT_ELSEWHERE,
        elsewhere_where="Near her office",
        elsewhere_why="They had it there and then",
        nothing_more="She has what she needed",
    )
    history.call(history.ago(14, time(11)), thornbury, "Glad that we asked.", elsewhere)
    hat = NewVisit(
        name="Ruth Applegate",
        phone="+1 212 555 0137",
        bought=False,
        looked_at="hat for the races",
        may_call=True,
    )
    applegate = history.visit(history.ago(4), hat, keep={"left_next_day"})
    for days, at in ((3, time(11)), (1, time(15))):
        history.call(history.ago(days, at), applegate, "", NO_ANSWER, minutes=1)


def _orders(history: History) -> None:
    """One at each checkpoint; Mr. Libin's and Jun's have only been entered."""
    hat = NewVisit(
        name="Samuel Whitlock",
        phone="+1 212 555 0141",
        items=("Felt hat",),
        fulfilment=Fulfilment.ORDER,
        promised_on=days_after(history.now.day, 2),
        may_call=True,
    )
    overcoat = NewVisit(
        name="Nils Bergqvist",
        phone="+1 212 555 0142",
        items=("Overcoat",),
        occasion="a new city in the north",
        fulfilment=Fulfilment.DELIVERY,
        promised_on=days_after(history.now.day, 1),
        may_call=True,
    )
    dress = NewVisit(
        name="Marisol Vega",
        phone="+1 212 555 0144",
        items=("Red dress",),
        occasion="the tango evening",
        occasion_on=days_after(history.now.day, 5),
        fulfilment=Fulfilment.ALTERATION,
        promised_on=days_after(history.now.day, 1),
        may_call=True,
    )
    for days, visit, done in (
        (10, hat, (Step.READY, Step.COMPLETE)),
        (9, overcoat, (Step.READY, Step.COMPLETE, Step.RECEIVED)),
        (4, dress, (Step.READY,)),
    ):
        keep = {"order_ready", "order_received", "after_occasion", "two_weeks"}
        customer_id = history.visit(history.ago(days, time(14)), visit, keep=keep)
        checkpoints = checkpoint_ids(history.card_order(customer_id))
        for step in done:
            history.services.orders.check(history.earlier_today(60), history.ed, checkpoints[step])


def _problem(history: History) -> None:
    loafers = NewVisit(
        name="Priya Raman", phone="+1 212 555 0147", items=("Loafers",), may_call=True
    )
    raman = history.visit(history.ago(6), loafers, keep={"day_after"}, clerk_id=history.nora)
    history.call(
        history.ago(5, time(14)),
        raman,
        "The left one rubs at the heel. Told her that we own it.",
        replace(TALKED, feeling=Feeling.UNHAPPY, could_be_better="The left heel"),
        clerk_id=history.nora,
        caught=(
            ProblemForm(
                "The left shoe rubs at the heel",
                put_right_how="A new insole, fitted while she waits",
                put_right_by=days_after(history.now.day, 1),
                put_right_time=time(12),
            ),
        ),
    )
    same_day = history.follow_up(raman, Kind.PROBLEM)
    history.services.today.done(
        history.ago(5, time(17)), history.nora, same_day, "Told her at the door when she passed by"
    )


def _dont_call(history: History) -> None:
    solheim = history.visit(
        history.ago(120),
        NewVisit(name="Ingrid Solheim", phone="+1 212 555 0148", items=("Wool blanket",)),
        keep={"two_months"},
    )
    history.call(
        history.ago(60, time(17)),
        solheim,
        "Likes the blanket, and would rather not be rung.",
        WrapUp(outcome=Outcome.DONT_CALL),
        minutes=2,
    )


def _family(history: History) -> None:
    """Two who share a phone (M-57)."""
    slippers = NewVisit(
        name="Hanna Lindqvist", phone="+1 212 555 0149", items=("Felt slippers",), may_call=True
    )
    hanna = history.visit(history.ago(40), slippers, keep={"two_months"})
    when, customers = history.ago(40, time(12, 30)), history.services.customers
    customers.add_person(when, history.ed, hanna, "husband", "Oskar", "has the same phone")
    jacket = NewVisit(
        name="Oskar Lindqvist",
        phone="+1 212 555 0149",
        bought=False,
        looked_at="corduroy jacket",
        held_back="Between two sizes",
        may_call=True,
    )
    history.visit(history.ago(25), jacket, keep={"left_day_30"})
    history.call(
        history.ago(12, time(18)),
        hanna,
        "Wears them all day long.",
        replace(DELIGHTED, thanked_us=True),
    )
