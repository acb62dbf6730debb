"""What is due today, and what of it is done already."""

from dataclasses import replace
from datetime import time

from followup_desktop.domain.kinds import Direction, Fulfilment, Kind
from followup_desktop.domain.shop_time import days_after
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services.sample.history import DELIGHTED, NO_ANSWER, History


def fill_today(history: History, libin: int) -> None:
    """Two promises, a call after a purchase, one not bought yet, one who was sent, a thank-you and
    something new; three more are done."""
    _okafor(history)
    _hayashi(history)
    _beaulieu(history)
    _kessler(history, libin)
    _silva(history)
    _grant(history)
    _done_already(history)


def _okafor(history: History) -> None:
    """Back-ordered boots: moved once, and she rang about it."""
    boots = NewVisit(
        name="Ms. Adaeze Okafor",
        phone="+1 212 555 0119",
        items=("Black ankle boots",),
        occasion="a winter in the lab",
        fulfilment=Fulfilment.ORDER,
        promised_on=days_after(history.now.day, -2),
        may_call=True,
    )
    okafor = history.visit(history.ago(12, time(13)), boots)
    moved = history.ago(2, time(16))
    order = history.card_order(okafor)
    history.services.orders.move_date(
        moved, history.ed, order, days_after(history.now.day, 9), None, "The maker is late"
    )
    history.services.calls.log(
        history.ago(2, time(17)),
        history.ed,
        okafor,
        Direction.INBOUND,
        "Rang about the boots. Would look at the brown pair too.",
    )
    late = history.follow_up(okafor, Kind.LATE_ORDER)
    history.services.today.done(history.ago(2, time(17, 5)), history.ed, late, "She rang herself")
    history.services.today.plan(
        history.ago(2, time(17, 6)),
        history.ed,
        okafor,
        Kind.PROMISE,
        history.now.day,
        history.later_today(285),
        "Back-ordered boots: tell her the new date, offer the brown pair",
    )


def _hayashi(history: History) -> None:
    suit = NewVisit(
        name="Jun Hayashi",
        phone="+1 212 555 0188",
        items=("Navy suit",),
        occasion="his sister’s wedding",
        occasion_on=days_after(history.now.day, 7),
        fulfilment=Fulfilment.ALTERATION,
        promised_on=days_after(history.now.day, 4),
        learned="Lives with his parents. Nervous about the speech.",
        may_call=True,
    )
    history.visit(
        history.ago(1, time(16, 10)), suit, keep={"day_after", "order_ready", "after_occasion"}
    )


def _beaulieu(history: History) -> None:
    coat = NewVisit(
        name="Mme Marguerite Beaulieu",
        phone="+33 1 99 00 12 34",
        bought=False,
        looked_at="camel coat",
        held_back="Wants to sleep on it",
        also_looking_at="A coat in Paris, next month",
        may_call=True,
    )
    beaulieu = history.visit(
        history.ago(3, time(11, 30)), coat, keep={"left_next_day", "left_day_10"}
    )
    history.call(history.ago(2, time(11, 20)), beaulieu, "", NO_ANSWER, minutes=1)


def _kessler(history: History, libin: int) -> None:
    """Sent by Mr. Libin, and travelling until today."""
    (sent,) = history.services.customers.card(history.now, libin).has_referred
    assert sent.customer_id is not None
    hello = history.follow_up(sent.customer_id, Kind.REFERRAL)
    history.services.today.move(history.ago(4, time(9, 30)), history.ed, hello, history.now.day)


def _silva(history: History) -> None:
    """Loyal: nine purchases, the first a year ago this week."""
    things = (
        "Silk blouse",
        "Grey trousers",
        "Cashmere cardigan",
        "Summer dress",
        "Linen shirt",
        "Belt",
        "Evening bag",
        "Wool skirt",
        "Rain boots",
    )
    silva = history.visit(
        history.ago(363),
        NewVisit(name="Dr. Paula Silva", phone="+1 212 555 0131", items=things[:1], may_call=True),
    )
    for number, thing in enumerate(things[1:], start=1):
        again = NewVisit(customer_id=silva, items=(thing,))
        history.visit(history.ago(363 - 40 * number), again)
    history.services.today.plan(
        history.ago(40),
        history.ed,
        silva,
        Kind.THANK_YOU,
        history.now.day,
        None,
        "A year with you this week",
    )


def _grant(history: History) -> None:
    raincoat = NewVisit(
        name="Hugo Grant", phone="+1 212 555 0152", items=("Raincoat",), may_call=True
    )
    grant = history.visit(history.ago(620, time(18)), raincoat)
    history.services.today.plan(
        history.ago(1),
        history.ed,
        grant,
        Kind.SOMETHING_NEW,
        history.now.day,
        None,
        "The new version of his raincoat is in",
    )


def _done_already(history: History) -> None:
    """The bar of the day isn't empty."""
    benali = history.visit(
        history.ago(14),
        NewVisit(
            name="Tariq Benali",
            phone="+1 212 555 0164",
            items=("Walking boots",),
            occasion="a week in the hills",
            may_call=True,
        ),
        keep={"two_weeks", "two_months"},
    )
    history.call(
        history.earlier_today(50),
        benali,
        "Wore them every day. Not one blister.",
        replace(DELIGHTED, works_well="The sole", thanked_us=True),
    )
    angstrom = history.visit(
        history.ago(2),
        NewVisit(
            name="Zoë Ångström",
            phone="+44 20 7946 0321",
            items=("Green dress",),
            occasion="her first concert",
            occasion_on=days_after(history.now.day, 12),
            fulfilment=Fulfilment.ALTERATION,
            promised_on=history.now.day,
            may_call=True,
        ),
        keep={"order_ready", "after_occasion"},
    )
    history.services.today.done(
        history.earlier_today(35),
        history.ed,
        history.follow_up(angstrom, Kind.ORDER_CHECK),
        "It hangs ready by the till",
    )
    marchand = history.visit(
        history.ago(1, time(18, 20)),
        NewVisit(
            name="Odette Marchand",
            phone="+1 212 555 0171",
            items=("Leather gloves",),
            for_whom="her brother",
            may_call=True,
        ),
        keep={"day_after", "two_weeks"},
    )
    history.call(
        history.earlier_today(20),
        marchand,
        "Her brother wears them already. Asked what keeps the leather soft.",
        replace(DELIGHTED, gained="He finally has warm hands", thanked_us=True),
    )
