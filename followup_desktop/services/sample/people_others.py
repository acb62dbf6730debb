"""The customers of Anna and Noor, and those of whom little is known yet."""

from datetime import time

from followup_desktop.domain.caught import ProblemForm
from followup_desktop.domain.kinds import Feeling, Fulfilment, Kind, Outcome, Step
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services.sample.corner import Corner
from followup_desktop.services.sample.telling import Story

# Anna's -----------------------------------------------------------------------------------------


def jose_angel_nunez(corner: Corner) -> Story:
    """His order is late: promised for yesterday, and not here."""
    now = yield corner.ago(16, "13:30")
    jose = corner.visit(
        now,
        corner.anna,
        NewVisit(
            name="José Ángel Núñez",
            phone="+1 212 555 0121",
            items=("Mid-grey flannel suit",),
            occasion="a lecture in Madrid",
            occasion_on=corner.ahead(12),
            fulfilment=Fulfilment.ORDER,
            promised_on=corner.ago(1, "12:00").day,
            may_call=True,
        ),
    )
    now = yield corner.ago(1, "10:10")
    corner.told.add(jose)
    now = yield corner.ago(1, "17:20")
    orders = corner.services.orders
    suit = next(one for one in orders.orders(now) if one.customer_id == jose)
    orders.not_complete(now, corner.anna, suit.id, "The trousers are still at the weaver’s")


def chen_meiling(corner: Corner) -> Story:
    """Her dress hangs ready to be collected."""
    now = yield corner.ago(12, "14:15")
    chen = corner.visit(
        now,
        corner.anna,
        NewVisit(
            name="陳美玲",
            phone="+1 212 555 0166",
            items=("Jade silk dress",),
            occasion="her parents’ golden wedding",
            occasion_on=corner.ahead(8),
            fulfilment=Fulfilment.ALTERATION,
            promised_on=corner.ahead(1),
            may_call=True,
        ),
    )
    corner.services.customers.change(now, corner.anna, chen, say_it_like="Chen May-ling")
    now = yield corner.ago(4, "11:20")
    corner.told.add(chen)
    corner.check(now, corner.anna, chen, Step.READY)
    now = yield corner.ago(1, "16:40")
    corner.check(now, corner.anna, chen, Step.COMPLETE)


def yusuf_demir(corner: Corner) -> Story:
    """Something isn't right with his boots; Anna has it in hand."""
    now = yield corner.ago(21, "17:15")
    yusuf = corner.visit(
        now,
        corner.anna,
        NewVisit(
            name="Yusuf Demir",
            phone="+1 212 555 0147",
            items=("Cognac brogue boots",),
            may_call=True,
        ),
    )
    now = yield corner.ago(7, "11:00")
    corner.told.add(yusuf)
    squeak = ProblemForm(
        "the left boot squeaks",
        "The shoemaker looks at it; a new pair if it stays",
        corner.ahead(2),
        time(16),
    )
    corner.talk(
        now,
        corner.anna,
        yusuf,
        Kind.TWO_WEEKS,
        "Likes them, but is heard before he is seen.",
        [squeak],
        feeling=Feeling.FINE,
    )
    now = yield corner.ago(7, "16:30")
    corner.talk(now, corner.anna, yusuf, Kind.PROBLEM, "Told him who looks at it, and by when.")


def ingrid_sorensen(corner: Corner) -> Story:
    """Everybody who dials her number reads the note first."""
    now = yield corner.ago(120, "15:00")
    ingrid = corner.visit(
        now,
        corner.anna,
        NewVisit(
            name="Ingrid Sørensen",
            phone="+1 212 555 0113",
            items=("Grey merino pullover",),
            may_call=True,
        ),
    )
    corner.services.customers.change(
        now,
        corner.anna,
        ingrid,
        pinned_note="Hears better on the right. Speak slowly, and let it ring for a while.",
    )
    now = yield corner.ago(1, "13:50")
    corner.told.add(ingrid)
    corner.visit(
        now,
        corner.anna,
        NewVisit(
            customer_id=ingrid,
            bought=False,
            looked_at="the midnight blue down jacket",
            held_back="Wants to see it in daylight with her daughter",
        ),
    )


def walter_finch(corner: Corner) -> Story:
    """Nothing is planned for him, and he said so himself."""
    now = yield corner.ago(42, "12:20")
    walter = corner.visit(
        now,
        corner.anna,
        NewVisit(
            name="Walter Finch",
            phone="+1 212 555 0158",
            bought=False,
            looked_at="the Panama hat",
            held_back="No sun in sight",
            may_call=True,
        ),
    )
    now = yield corner.after(now, 30, "11:10")
    corner.told.add(walter)
    corner.talk(
        now,
        corner.anna,
        walter,
        Kind.LEFT_LATER,
        "Sails until spring.",
        nothing_more="He will ring us when he is back on land.",
    )


def peter_novak(corner: Corner) -> Story:
    now = yield corner.ago(13, "18:20")
    peter = corner.visit(
        now,
        corner.anna,
        NewVisit(
            name="Peter Novak",
            phone="+1 212 555 0190",
            bought=False,
            looked_at="the canvas travel bag",
            held_back="Compares with a lighter one",
            may_call=True,
        ),
    )
    now = yield corner.after(now, 1, "11:30")
    corner.talk(
        now,
        corner.anna,
        peter,
        Kind.LEFT_FIRST,
        "Wished him good travels. Was pleased that we asked.",
        outcome=Outcome.BOUGHT_ELSEWHERE,
        elsewhere_where="A shop at the airport",
        elsewhere_why="Needed it the same evening",
        thanked_us=True,
    )


# Noor's -----------------------------------------------------------------------------------------


def carla_mendes(corner: Corner) -> Story:
    """Hard to reach so far."""
    now = yield corner.ago(5, "17:00")
    carla = corner.visit(
        now,
        corner.noor,
        NewVisit(
            name="Carla Mendes",
            phone="+1 212 555 0175",
            bought=False,
            looked_at="the ink blue pleated skirt",
            held_back="The length",
            may_call=True,
        ),
    )
    corner.told.add(carla)
    now = yield corner.ago(3, "10:40")
    corner.talk(now, corner.noor, carla, Kind.LEFT_FIRST, minutes=1, outcome=Outcome.NO_ANSWER)
    now = yield corner.ago(1, "15:05")
    corner.talk(now, corner.noor, carla, Kind.LEFT_FIRST, minutes=1, outcome=Outcome.LEFT_MESSAGE)


def salma_al_khatib(corner: Corner) -> Story:
    now = yield corner.ago(14, "16:00")
    salma = corner.visit(
        now,
        corner.noor,
        NewVisit(
            name="سلمى الخطيب",
            phone="+1 212 555 0139",
            items=("Burgundy evening dress",),
            occasion="Eid",
            may_call=True,
        ),
    )
    customers = corner.services.customers
    customers.change(now, corner.noor, salma, say_it_like="SAL-ma al-kha-TEEB", language="Arabic")
    now = yield corner.ago(3, "10:05")
    corner.told.add(salma)


def marcus_bell(corner: Corner) -> Story:
    """A gift: nobody but him may hear of it."""
    now = yield corner.ago(1, "18:10")
    marcus = corner.visit(
        now,
        corner.noor,
        NewVisit(
            name="Marcus Bell",
            phone="+1 212 555 0104",
            items=("Pearl earrings",),
            occasion="their anniversary",
            occasion_on=corner.ahead(6),
            for_whom="his wife",
            is_gift=True,
            may_call=True,
        ),
    )
    corner.told.add(marcus)


def the_whitakers(corner: Corner) -> Story:
    """Mother and son have one telephone."""
    noor, customers = corner.noor, corner.services.customers
    now = yield corner.ago(140, "12:10")
    rose = corner.visit(
        now,
        noor,
        NewVisit(
            name="Rose Whitaker",
            phone="+1 212 555 0132",
            items=("Gardening jacket",),
            may_call=True,
        ),
    )
    customers.add_person(now, noor, rose, "Son", "Daniel", "Same telephone")
    now = yield corner.ago(45, "12:30")
    daniel = corner.visit(
        now,
        noor,
        NewVisit(
            name="Daniel Whitaker",
            phone="+1 212 555 0132",
            items=("School blazer",),
            occasion="the debating club",
            may_call=True,
        ),
    )
    customers.add_person(now, noor, daniel, "Mother", "Rose", "Same telephone")


def beatrice_holt(corner: Corner) -> Story:
    """Asked not to be called, and isn't."""
    now = yield corner.ago(75, "11:40")
    beatrice = corner.visit(
        now,
        corner.noor,
        NewVisit(name="Beatrice Holt", phone="+1 212 555 0150", items=("Wide-brimmed hat",)),
    )
    now = yield corner.after(now, 14, "15:20")
    corner.talk(
        now,
        corner.noor,
        beatrice,
        Kind.TWO_WEEKS,
        "Likes the hat, and prefers to come by. Thanked her for saying so.",
        outcome=Outcome.DONT_CALL,
    )


def fiona_macleod(corner: Corner) -> Story:
    """Her parcel has arrived; whether it is whole, Noor asks today."""
    now = yield corner.ago(9, "16:35")
    fiona = corner.visit(
        now,
        corner.noor,
        NewVisit(
            name="Fiona MacLeod",
            phone="+44 7700 900187",
            items=("Cream fisherman’s jumper",),
            occasion="the winter on Skye",
            fulfilment=Fulfilment.DELIVERY,
            promised_on=corner.ago(1, "12:00").day,
            may_call=True,
        ),
    )
    now = yield corner.ago(4, "09:40")
    corner.told.add(fiona)
    corner.check(now, corner.noor, fiona, Step.READY, Step.COMPLETE)
    now = yield corner.ago(1, "14:30")
    corner.check(now, corner.noor, fiona, Step.RECEIVED)


def priya_raman(corner: Corner) -> Story:
    """Left her number at the autumn evening; nobody has talked to her yet."""
    now = yield corner.ago(11, "18:15")
    customers = corner.services.customers
    added = customers.add(
        now, corner.noor, "Priya Raman", "+1 212 555 0194", "priya.raman@example.com"
    )
    assert added.customer_id is not None
    customers.note(now, corner.noor, added.customer_id, "Asked what we have in emerald green.")


PEOPLE_OTHERS = (
    jose_angel_nunez,
    chen_meiling,
    yusuf_demir,
    ingrid_sorensen,
    walter_finch,
    peter_novak,
    carla_mendes,
    salma_al_khatib,
    marcus_bell,
    the_whitakers,
    beatrice_holt,
    fiona_macleod,
    priya_raman,
)
