"""Mr. Libin, whose card shows what a card can hold."""

from datetime import time

from followup_desktop.domain.caught import ProblemForm, PromiseForm, ReferralForm
from followup_desktop.domain.kinds import FactKind, Feeling, Fulfilment, Kind, Step, Way
from followup_desktop.domain.shop_time import Now, days_after
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services.sample.corner import Corner
from followup_desktop.services.sample.telling import Story


def richard_libin(corner: Corner) -> Story:
    """Three purchases, a problem that was put right, a friend he sent, and a promise for today."""
    ed, keeping = corner.ed, corner.services.keeping

    now = yield corner.ago(196, "11:20")
    libin = _first_visit(corner, now)
    now = yield corner.after(now, 1, "10:15")
    corner.talk(now, ed, libin, Kind.LEFT_FIRST, "Will come back for linen before the summer.")

    now = yield corner.ago(84, "15:30")
    bought = now
    corner.visit(
        now,
        ed,
        NewVisit(
            customer_id=libin,
            items=("Sand linen blazer",),
            occasion="a summer wedding",
            fulfilment=Fulfilment.DELIVERY,
            promised_on=corner.after(now, 1, "12:00").day,
        ),
    )
    now = yield corner.after(bought, 0, "17:00")
    corner.check(now, ed, libin, Step.READY, Step.COMPLETE)
    now = yield corner.after(bought, 1, "10:30")
    corner.check(now, ed, libin, Step.RECEIVED, Step.INTACT, Step.QUESTIONS)
    sleeves = ProblemForm(
        "sleeves too long",
        "Aldo shortens them, we fetch it and bring it back",
        corner.after(bought, 6, "12:00").day,
    )
    corner.talk(
        now,
        ed,
        libin,
        Kind.DAY_AFTER,
        "The sleeves reach his knuckles. We owned it on the phone.",
        [sleeves],
        feeling=Feeling.FINE,
    )
    corner.services.today.plan(now, ed, libin, Kind.THANK_YOU, corner.after(bought, 4, "12:00").day)
    now = yield corner.after(bought, 1, "16:10")
    corner.talk(now, ed, libin, Kind.PROBLEM, "Aldo has the blazer already.")
    now = yield corner.after(bought, 4, "10:40")
    corner.talk(
        now,
        ed,
        libin,
        Kind.THANK_YOU,
        "Thanked him for his patience.",
        works_well="The lapels",
        could_be_better="Sleeves a touch long, fixed the same week",
        feeling=Feeling.FINE,
        thanked_us=True,
    )
    now = yield corner.after(bought, 6, "11:30")
    (problem,) = corner.services.customers.card(now, libin).problems
    keeping.problem_solved(now, ed, problem.id)

    now = yield corner.ago(50, "12:15")
    shirts = NewVisit(customer_id=libin, items=("White shirt", "Blue shirt"), occasion="the office")
    corner.visit(now, ed, shirts)
    yield from _the_suit(corner, libin)


def _first_visit(corner: Corner, now: Now) -> int:
    ed, customers = corner.ed, corner.services.customers
    libin = corner.visit(
        now,
        ed,
        NewVisit(
            name="Mr. Richard Libin",
            phone="+1 212 555 0143",
            bought=False,
            looked_at="a linen blazer",
            held_back="Wanted to think it over",
            may_call=True,
        ),
    )
    customers.change(
        now,
        ed,
        libin,
        say_it_like="LIB-in",
        address_as="Mr. Libin",
        works_as="Architect, own studio",
        language="English",
        preferred_way=Way.CALL,
    )
    customers.permit(now, ed, libin, Way.TEXT, False, "asked in the shop")
    phone = customers.card(now, libin).phones[0]
    customers.change_phone(now, ed, phone.id, good_from=time(9), good_to=time(11, 30))
    customers.add_person(now, ed, libin, "Wife", "Dana")
    customers.add_person(now, ed, libin, "Son", "Eli", "17, tall")
    customers.add_date(now, ed, libin, "Birthday", 3, 2)
    for kind, text in (
        (FactKind.LIKE, "Charcoal, two-button"),
        (FactKind.NOT_RIGHT, "Pleats"),
        (FactKind.SIZE, "42 L, 34/34, shoe 11"),
    ):
        customers.add_fact(now, ed, libin, kind, text)
    return libin


def _the_suit(corner: Corner, libin: int) -> Story:
    """He was told that he would hear from us this morning."""
    ed = corner.ed
    now = yield corner.ago(7, "14:20")
    corner.visit(
        now,
        ed,
        NewVisit(
            customer_id=libin,
            items=("Charcoal two-button suit",),
            occasion="first board meeting",
            occasion_on=days_after(corner.today, 3),
            fulfilment=Fulfilment.ALTERATION,
            promised_on=corner.ahead(2),
            learned="Trousers to hem. Met Aldo, who pinned them.",
        ),
    )
    corner.services.customers.change(now, ed, libin, service_person="Aldo")
    now = yield corner.after(now, 1, "11:05")
    corner.talk(
        now,
        ed,
        libin,
        Kind.DAY_AFTER,
        "Dana loved it. Asked who the tailor was. Wants a second look at the grey.",
        [
            ReferralForm("Tom Kessler", "+1 212 555 0161", "Friend", "dinner jacket", True),
            PromiseForm("call when the trousers are ready", corner.today, time(11)),
        ],
        minutes=6,
        gained="A friend who looks for a dinner jacket",
        feeling=Feeling.DELIGHTED,
    )
    corner.told.add(libin)
    (tom,) = corner.services.customers.card(now, libin).has_referred
    assert tom.customer_id is not None
    hello = corner.open_one(tom.customer_id, Kind.REFERRAL)
    assert hello is not None
    corner.told.add(tom.customer_id)
    # He travels until then, Mr. Libin said.
    corner.services.today.move(now, ed, hello.id, corner.today)
