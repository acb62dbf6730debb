"""Those whom Ed's list of today is about."""

from datetime import time

from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.caught import PromiseForm, ReferralForm
from followup_desktop.domain.kinds import (
    CallStep,
    FactKind,
    Feeling,
    Fulfilment,
    Kind,
    Outcome,
    Purpose,
    Step,
)
from followup_desktop.domain.planned import PlanChange
from followup_desktop.domain.shop_time import days_after
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services.sample.corner import Corner
from followup_desktop.services.sample.telling import Story
from followup_desktop.store.reads.follow_ups import open_of


def adaeze_okafor(corner: Corner) -> Story:
    """Her boots are late; she knows, and hears the new date this afternoon."""
    ed = corner.ed
    now = yield corner.ago(150, "17:40")
    okafor = corner.visit(
        now,
        ed,
        NewVisit(
            name="Ms. Adaeze Okafor",
            phone="+1 212 555 0128",
            items=("Tobacco suede loafers",),
            may_call=True,
        ),
    )
    corner.services.customers.change(now, ed, okafor, say_it_like="ah-DAY-zeh oh-KAH-for")
    corner.services.customers.add_fact(now, ed, okafor, FactKind.SIZE, "Shoe 40")
    now = yield corner.ago(14, "12:30")
    corner.visit(
        now,
        ed,
        NewVisit(
            customer_id=okafor,
            items=("Black Chelsea boots",),
            occasion="her new office",
            fulfilment=Fulfilment.ORDER,
            promised_on=corner.ahead(1),
        ),
    )
    now = yield corner.ago(2, "11:45")
    corner.told.add(okafor)
    (order, *_) = corner.services.customers.card(now, okafor).orders
    corner.services.orders.move_date(
        now, ed, order.id, corner.ahead(8), reason="The maker is a week behind"
    )
    promise = PromiseForm(
        "tell her the new date for the back-ordered boots, offer the brown pair",
        corner.today,
        time(15, 30),
    )
    corner.talk(
        now,
        ed,
        okafor,
        Kind.LATE_ORDER,
        "Took it kindly. Would look at the brown pair as well.",
        [promise],
        feeling=Feeling.FINE,
    )


def jun_hayashi(corner: Corner) -> Story:
    """Bought his first suit here yesterday."""
    now = yield corner.ago(1, "15:10")
    jun = corner.visit(
        now,
        corner.ed,
        NewVisit(
            name="Jun Hayashi",
            phone="+1 212 555 0117",
            items=("Two-button navy suit",),
            occasion="his sister’s wedding",
            occasion_on=corner.ahead(9),
            learned="Found us through the window. Likes to be left alone with the mirror.",
            may_call=True,
        ),
    )
    corner.told.add(jun)


def marguerite_beaulieu(corner: Corner) -> Story:
    """Left to think, and wasn't in when Ed tried her in the morning."""
    now = yield corner.ago(3, "16:50")
    beaulieu = corner.visit(
        now,
        corner.ed,
        NewVisit(
            name="Mme Marguerite Beaulieu",
            phone="+33 6 39 98 01 44",
            bought=False,
            looked_at="the camel coat",
            held_back="The sleeves, and whether it suits her grey scarf",
            may_call=True,
        ),
    )
    corner.services.customers.change(now, corner.ed, beaulieu, language="French, some English")
    corner.told.add(beaulieu)
    now = yield corner.ago(1, "11:00")
    corner.talk(now, corner.ed, beaulieu, Kind.LEFT_FIRST, minutes=1, outcome=Outcome.NO_ANSWER)


SILVA_BOUGHT = (
    (364, "Navy wool trousers"),
    (330, "Cashmere cardigan"),
    (289, "Green silk scarf"),
    (251, "Trench coat"),
    (206, "Two linen shirts"),
    (163, "White summer dress"),
    (121, "Leather belt"),
    (76, "Tweed jacket"),
    (33, "Ankle boots"),
)


def paula_silva(corner: Corner) -> Story:
    """Nine purchases, and a year with us this week."""
    ed, silva = corner.ed, None
    for days, item in SILVA_BOUGHT:
        now = yield corner.ago(days, "13:10")
        who = NewVisit(name="Dr. Paula Silva", phone="+1 212 555 0109", may_call=True)
        came = NewVisit(
            customer_id=silva,
            name=who.name if silva is None else "",
            phone=who.phone if silva is None else "",
            items=(item,),
            may_call=True if silva is None else None,
            # The thanks for the year are near; two in a season would be a habit.
            changes=(PlanChange(Rule.LIGHT_THANKS, is_on=False),),
        )
        silva = corner.visit(now, ed, came)
    assert silva is not None
    customers = corner.services.customers
    customers.change(now, ed, silva, works_as="Paediatrician")
    customers.add_mail(now, ed, silva, "paula.silva@example.com")
    now = yield corner.ago(19, "12:40")
    sister = ReferralForm("Beatriz Silva", relation="Sister", what_for="a coat")
    corner.talk(now, ed, silva, Kind.TWO_WEEKS, "Her sister will ring us.", [sister])
    now = yield corner.ago(12, "09:45")
    for thanks in open_of(customer=silva):
        if thanks.kind is Kind.THANK_YOU:
            corner.services.today.move(now, ed, thanks.id, corner.today)
    corner.told.add(silva)


def hugo_grant(corner: Corner) -> Story:
    """What he liked is in again; the call is planned and not yet made."""
    ed, calls = corner.ed, corner.services.calls
    now = yield corner.ago(210, "18:05")
    hugo = corner.visit(
        now,
        ed,
        NewVisit(
            name="Hugo Grant",
            phone="+1 212 555 0155",
            items=("Olive raincoat",),
            occasion="cycling to work",
            may_call=True,
        ),
    )
    now = yield corner.ago(5, "10:20")
    corner.services.today.plan(
        now,
        ed,
        hugo,
        Kind.SOMETHING_NEW,
        corner.today,
        about="the new version of his raincoat is in",
    )
    corner.told.add(hugo)
    now = yield corner.ago(1, "17:25")
    due = corner.open_one(hugo, Kind.SOMETHING_NEW)
    call_id = calls.begin(now, ed, hugo, due.id if due else None).made_id
    assert call_id is not None
    calls.choose_purpose(now, call_id, Purpose.SOMETHING_NEW)
    calls.choose_second(now, call_id, Purpose.LEARN)
    calls.go(now, call_id, CallStep.SCRIPT)


def katharina_von_hohenfels(corner: Corner) -> Story:
    """Her coat is at the tailor's and was promised for today."""
    now = yield corner.ago(14, "10:50")
    katharina = corner.visit(
        now,
        corner.ed,
        NewVisit(
            name="Frau Katharina von Hohenfels-Lindenberg",
            phone="+49 30 23125 114",
            items=("Dark green loden coat",),
            occasion="walks at the lake",
            fulfilment=Fulfilment.ALTERATION,
            promised_on=corner.today,
            may_call=True,
        ),
    )
    corner.services.customers.change(now, corner.ed, katharina, language="German, English")
    now = yield corner.ago(4, "17:10")
    corner.told.add(katharina)
    corner.check(now, corner.ed, katharina, Step.READY)


# Done already this morning ----------------------------------------------------------------------


def oliver_reyes(corner: Corner) -> Story:
    now = yield corner.ago(14, "16:20")
    oliver = corner.visit(
        now,
        corner.ed,
        NewVisit(
            name="Oliver Reyes",
            phone="+1 212 555 0136",
            items=("Rust corduroy jacket",),
            may_call=True,
        ),
    )
    now = yield corner.ago(5, "12:00")
    corner.told.add(oliver)
    now = yield corner.earlier_today(1)
    corner.talk(
        now,
        corner.ed,
        oliver,
        Kind.TWO_WEEKS,
        "Wears it to rehearsal. The orchestra has noticed.",
        works_well="The colour",
        feeling=Feeling.DELIGHTED,
    )


def grace_whitfield(corner: Corner) -> Story:
    ed = corner.ed
    now = yield corner.ago(95, "11:35")
    grace = corner.visit(
        now,
        ed,
        NewVisit(
            name="Mrs. Grace Whitfield",
            phone="+1 212 555 0172",
            items=("Plum wool hat",),
            may_call=True,
        ),
    )
    now = yield corner.ago(30, "15:45")
    day = corner.today
    corner.services.customers.add_date(now, ed, grace, "Birthday", day.day, day.month)
    now = yield corner.ago(1, "18:00")
    corner.told.add(grace)
    now = yield corner.earlier_today(2)
    birthday = corner.open_one(grace, Kind.DATE)
    assert birthday is not None
    corner.services.today.done(now, ed, birthday.id, "Left a card and a slice of cake for her.")


def sam_torres(corner: Corner) -> Story:
    now = yield corner.ago(1, "12:05")
    sam = corner.visit(
        now,
        corner.ed,
        NewVisit(
            name="Sam Torres",
            phone="+1 212 555 0184",
            items=("Knitted tie", "White Oxford shirt"),
            occasion="his first job interview",
            occasion_on=days_after(corner.today, 4),
            may_call=True,
        ),
    )
    corner.told.add(sam)
    now = yield corner.earlier_today(3)
    corner.talk(
        now, corner.ed, sam, Kind.DAY_AFTER, "Slept well, tied it twice. Will tell us how it went."
    )


PEOPLE_TODAY = (
    adaeze_okafor,
    jun_hayashi,
    marguerite_beaulieu,
    paula_silva,
    hugo_grant,
    katharina_von_hohenfels,
    oliver_reyes,
    grace_whitfield,
    sam_torres,
)
