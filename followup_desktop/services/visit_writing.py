"""The rows that a recorded visit makes and changes, within one unit."""

from followup_desktop.domain import names
from followup_desktop.domain.cadence.after_word import referral_bore_fruit
from followup_desktop.domain.cadence.needless import after_coming_in, after_refusal
from followup_desktop.domain.cadence.planning import Cadence, Planned
from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import FactKind, Fulfilment, ReferralState, Step, Way
from followup_desktop.domain.order import due_dates
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services.planning import close_needless, plan
from followup_desktop.services.referral_steps import reach
from followup_desktop.store.reads import follow_ups
from followup_desktop.store.reads import visits as reads
from followup_desktop.store.reads.referrals import thanks_for
from followup_desktop.store.rows import (
    CheckpointRow,
    CustomerRow,
    FactRow,
    ItemRow,
    OrderRow,
    PermissionRow,
    PhoneRow,
    PurchaseRow,
    ReferralRow,
    VisitRow,
)
from followup_desktop.store.unit import Unit

SOURCE = "visit"
"""Where a permission came from: asked in the shop."""

OF_AN_ORDER = frozenset({Rule.ORDER_READY, Rule.ORDER_NO_DATE, Rule.ORDER_RECEIVED})


def write_visit(
    unit: Unit,
    visit: NewVisit,
    number: str,
    planned: Planned,
    cadence: Cadence,
    *,
    whose: int | None,
) -> tuple[int, int]:
    """A visit that has been checked. Answers its id and the customer's. `whose` is the clerk who
    is to call; None: anybody."""
    customer_id = visit.customer_id or _new_customer(unit, visit.name)
    needless = after_coming_in(
        follow_ups.for_cadence(customer_id),
        unit.now.day,
        bought=visit.bought,
        planned=planned,
    )
    close_needless(unit, needless)
    unit.update(CustomerRow, customer_id, rest_until=None)
    if number and not reads.has_phone(customer_id, number):
        unit.insert(PhoneRow, customer=customer_id, number=number)
    visit_id = unit.insert(
        VisitRow,
        customer=customer_id,
        clerk=unit.clerk_id,
        visited_at=unit.now.utc,
        visited_on=unit.now.day,
        bought=visit.bought,
        learned=visit.learned,
        **({} if visit.bought else _why_not(visit)),
    )
    purchase_id = _purchase(unit, visit, visit_id, customer_id) if visit.bought else None
    order_id = _order(unit, visit, purchase_id, customer_id) if purchase_id else None
    _what_was_learned(unit, visit, customer_id)
    _permission(unit, visit.may_call, customer_id)
    for one in planned:
        belongs_to = order_id if one.rule in OF_AN_ORDER else None
        plan(
            unit,
            (one,),
            customer_id,
            whose,
            visit=visit_id,
            purchase=purchase_id,
            order=belongs_to,
        )
    _whoever_sent_them(unit, customer_id, visit.bought, cadence)
    return visit_id, customer_id


def _new_customer(unit: Unit, typed: str) -> int:
    """ "Mme Beaulieu" is a title and a name."""
    title, name = names.split_title(typed)
    return unit.insert(
        CustomerRow, name=name, title=title, owner=unit.clerk_id, created_at=unit.now.utc
    )


def _why_not(visit: NewVisit) -> dict[str, str]:
    return {
        "looked_at": visit.looked_at,
        "held_back": visit.held_back,
        "also_looking_at": visit.also_looking_at,
    }


def _purchase(unit: Unit, visit: NewVisit, visit_id: int, customer_id: int) -> int:
    purchase_id = unit.insert(
        PurchaseRow,
        visit=visit_id,
        customer=customer_id,
        purchased_on=unit.now.day,
        occasion=visit.occasion,
        occasion_on=visit.occasion_on,
        for_whom=visit.for_whom,
        is_gift=visit.is_gift,
        fulfilment=visit.fulfilment,
    )
    groups = {one.item: one.group_id for one in visit.item_groups}
    for item in visit.items:
        unit.insert(ItemRow, purchase=purchase_id, name=item, product_group=groups.get(item))
    if visit.is_gift:
        unit.update(CustomerRow, customer_id, discreet=True)
    return purchase_id


def _order(unit: Unit, visit: NewVisit, purchase_id: int, customer_id: int) -> int | None:
    """How it reaches them, unless they carried it out. Entering it is what just happened."""
    if visit.fulfilment is Fulfilment.TAKEN:
        return None
    order_id = unit.insert(
        OrderRow,
        purchase=purchase_id,
        customer=customer_id,
        what=", ".join(visit.items),
        fulfilment=visit.fulfilment,
        promised_on=visit.promised_on,
        promised_time=visit.promised_time,
        opened_at=unit.now.utc,
    )
    due = due_dates(visit.fulfilment, visit.promised_on)
    for step in Step:
        is_entered = step is Step.ENTERED
        unit.insert(
            CheckpointRow,
            order=order_id,
            step=step,
            due_on=due.get(step),
            done_at=unit.now.utc if is_entered else None,
            done_by=unit.clerk_id if is_entered else None,
        )
    return order_id


def _what_was_learned(unit: Unit, visit: NewVisit, customer_id: int) -> None:
    if visit.learned:
        unit.insert(
            FactRow,
            customer=customer_id,
            kind=FactKind.NOTE,
            text=visit.learned,
            learned_at=unit.now.utc,
            clerk=unit.clerk_id,
        )


def _permission(unit: Unit, may_call: bool | None, customer_id: int) -> None:
    """A no closes what is planned for advertising. A yes doesn't lift "please don't call"."""
    if may_call is None:
        return
    unit.insert(
        PermissionRow,
        customer=customer_id,
        way=Way.CALL,
        allowed=may_call,
        given_at=unit.now.utc,
        source=SOURCE,
        clerk=unit.clerk_id,
    )
    if not may_call:
        close_needless(unit, after_refusal(follow_ups.for_cadence(customer_id)))


def _whoever_sent_them(unit: Unit, customer_id: int, bought: bool, cadence: Cadence) -> None:
    """A referral goes on when the referred one comes in; that is worth a thank-you (M-40)."""
    state = ReferralState.BOUGHT if bought else ReferralState.CAME_IN
    states = tuple(ReferralState)
    for sent in reads.referrals_of(customer_id):
        if sent.referred_id is None:
            unit.update(ReferralRow, sent.id, referred=customer_id)
        if states.index(sent.state) >= states.index(state):
            continue
        reach(unit, sent.id, state)
        if thanks := thanks_for(sent.id):
            planned = referral_bore_fruit(thanks.referred_name, unit.now.day, cadence)
            plan(unit, planned, thanks.referrer_id, unit.clerk_id, referral=sent.id)
