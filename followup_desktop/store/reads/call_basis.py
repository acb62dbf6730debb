"""Everything a call's plan is made from, in a fixed number of statements."""

from datetime import date, datetime
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain.call_basis import (
    BoughtBefore,
    CallBasis,
    DateBefore,
    LookedBefore,
    OrderedBefore,
    PromisedBefore,
    SentBefore,
)
from followup_desktop.domain.kinds import CallStep, Kind, Step
from followup_desktop.store.reads.build import first, or_empty, tuples
from followup_desktop.store.reads.card_open import STEPS
from followup_desktop.store.reads.card_people import facts_of, people_of
from followup_desktop.store.rows import (
    CallRow,
    CheckpointRow,
    ClerkRow,
    CustomerRow,
    DateChangeRow,
    DelayRow,
    FollowUpRow,
    ItemRow,
    OrderRow,
    PersonRow,
    ProblemRow,
    ProductGroupRow,
    PromiseRow,
    PurchaseRow,
    ReferralRow,
    ShopRow,
    SpecialDateRow,
    VisitRow,
    WhatsNewRow,
)

NOTHING = FollowUpRow(about="", tries=0)
"""Stands where a call has no follow-up to continue from: it links to nothing."""


def call_basis(
    kind: Kind, customer_id: int, follow_up_id: int | None, clerk_id: int | None
) -> CallBasis | None:
    """None when there is no such customer (any more)."""
    customer: Any = CustomerRow.get_or_none(
        CustomerRow.id == customer_id, CustomerRow.erased_at.is_null()
    )
    if customer is None:
        return None
    source: Any = FollowUpRow.get_or_none(FollowUpRow.id == follow_up_id) or NOTHING
    promise = _promise(source)
    order = _order(customer_id, source.order_id or (promise and promise.order_id))
    bought = _bought(customer_id, source.purchase_id or (order and order.purchase_id), source)
    notes, notes_at = _last_notes(customer_id)
    return CallBasis(
        kind=kind,
        about=source.about,
        tries=source.tries,
        shop=ShopRow.select(ShopRow.name).scalar() or "",
        clerk=_clerk_name(clerk_id),
        manager=_manager(),
        name=customer.name,
        title=customer.title,
        address_as=customer.address_as,
        say_it_like=customer.say_it_like,
        pinned_note=customer.pinned_note,
        is_discreet=customer.discreet or (bought is not None and bought.is_gift),
        stage=customer.stage,
        works_as=customer.works_as,
        service_person=customer.service_person,
        last_contact_at=customer.last_contact_at,
        last_notes=notes,
        last_notes_at=notes_at,
        people=people_of(customer_id),
        facts=facts_of(customer_id),
        bought=bought,
        looked=_looked(customer_id, source.visit_id, None if bought is None else bought.on),
        promised=promise and PromisedBefore(promise.what, promise.due_on, promise.due_time),
        ordered=_ordered(order),
        problem=_problem(customer_id, source.problem_id),
        sent_by=_sent_by(customer_id),
        has_sent=_has_sent(customer_id, source.referral_id),
        date=_date(source.special_date_id),
    )


# The shop and its staff -------------------------------------------------------------------------


def _clerk_name(clerk_id: int | None) -> str:
    return ClerkRow.select(ClerkRow.name).where(ClerkRow.id == clerk_id).scalar() or ""


def _manager() -> str:
    return (
        ClerkRow.select(ClerkRow.name)
        .where(ClerkRow.is_manager, ClerkRow.left_on.is_null())
        .order_by(ClerkRow.id)
        .limit(1)
        .scalar()
        or ""
    )


# What it continues from -------------------------------------------------------------------------


def _bought(customer_id: int, purchase_id: int | None, source: Any) -> BoughtBefore | None:
    """The given purchase, or the newest. Of several things the one that the call is about comes
    first: what is to be renewed, or what has a newer one now (M-41)."""
    row = PurchaseRow
    is_it = row.customer == customer_id if purchase_id is None else row.id == purchase_id
    purchase = row.select().where(is_it).order_by(row.purchased_on.desc(), row.id.desc()).first()
    if purchase is None:
        return None
    items = tuples(
        ItemRow.select(
            ItemRow.name,
            or_empty(ProductGroupRow.name, "group_name"),
            or_empty(ProductGroupRow.care_tip, "care_tip"),
        )
        .join(ProductGroupRow, JOIN.LEFT_OUTER)
        .where(ItemRow.purchase == purchase)
        .order_by(
            (ItemRow.name == source.about).desc(),
            (ItemRow.product_group == _group_of_news(source)).desc(nulls="LAST"),
            ItemRow.id,
        )
    )
    _name, group_name, care_tip = items[0] if items else ("", "", "")
    return BoughtBefore(
        items=tuple(name for name, *_group in items),
        on=purchase.purchased_on,
        occasion=purchase.occasion,
        occasion_on=purchase.occasion_on,
        for_whom=purchase.for_whom,
        is_gift=purchase.is_gift,
        product_group=group_name,
        care_tip=care_tip,
        is_waited_for=_is_waited_for(purchase.id),
    )


def _group_of_news(source: Any) -> int | None:
    row = WhatsNewRow
    group: int | None = row.select(row.product_group).where(row.id == source.whats_new_id).scalar()
    return group


def _is_waited_for(purchase_id: int) -> bool:
    row, step = OrderRow, CheckpointRow
    received = step.select(step.id).where(
        step.order == row.id, step.step == Step.RECEIVED, step.done_at.is_null(False)
    )
    waiting = row.select(row.id).where(
        row.purchase == purchase_id, row.closed_at.is_null(), ~fn.EXISTS(received)
    )
    return bool(waiting.exists())


def _looked(customer_id: int, visit_id: int | None, bought_on: date | None) -> LookedBefore | None:
    """The given visit, or the newest without a purchase that no purchase came after."""
    row = VisitRow
    is_it = row.customer == customer_id if visit_id is None else row.id == visit_id
    query = row.select().where(is_it, ~row.bought)
    if visit_id is None and bought_on is not None:
        query = query.where(row.visited_on >= bought_on)
    visit = query.order_by(row.visited_at.desc(), row.id.desc()).first()
    return visit and LookedBefore(visit.looked_at, visit.held_back, visit.visited_on)


def _promise(source: Any) -> Any:
    return PromiseRow.get_or_none(PromiseRow.id == source.promise_id)


def _order(customer_id: int, order_id: int | None) -> Any:
    """The given order, or the newest open one."""
    row = OrderRow
    if order_id is not None:
        return row.get_or_none(row.id == order_id)
    query = row.select().where(row.customer == customer_id, row.closed_at.is_null())
    return query.order_by(row.id.desc()).first()


def _ordered(order: Any) -> OrderedBefore | None:
    if order is None:
        return None
    ticked = CheckpointRow.select(CheckpointRow.step).where(
        CheckpointRow.order == order, CheckpointRow.done_at.is_null(False)
    )
    return OrderedBefore(
        what=order.what,
        fulfilment=order.fulfilment,
        promised_on=order.promised_on,
        promised_time=order.promised_time,
        last_step=max((one.step for one in ticked), key=STEPS.index, default=None),
        is_moved=_has_a_new_day(order),
    )


def _has_a_new_day(order: Any) -> bool:
    """Recorded, and not before the shop learned that it won't be complete."""
    moved = DateChangeRow.select(fn.MAX(DateChangeRow.changed_at)).where(
        DateChangeRow.order == order, DateChangeRow.now_on.is_null(False)
    )
    moved_at = moved.scalar()
    known_at = DelayRow.select(fn.MAX(DelayRow.known_at)).where(DelayRow.order == order).scalar()
    return moved_at is not None and (known_at is None or moved_at >= known_at)


def _problem(customer_id: int, problem_id: int | None) -> str:
    """The given problem, or the newest open one."""
    row = ProblemRow
    query = row.select(row.what).order_by(row.opened_at.desc(), row.id.desc()).limit(1)
    if problem_id is not None:
        return query.where(row.id == problem_id).scalar() or ""
    return query.where(row.customer == customer_id, row.solved_at.is_null()).scalar() or ""


def _sent_by(customer_id: int) -> SentBefore | None:
    row = ReferralRow
    query = (
        row.select(CustomerRow.name, row.state, row.what_for)
        .join(CustomerRow, on=row.referrer == CustomerRow.id)
        .where(row.referred == customer_id)
        .order_by(row.id.desc())
    )
    return first(query, SentBefore)


def _has_sent(customer_id: int, referral_id: int | None) -> SentBefore | None:
    """The one that this follow-up is about, or the newest."""
    row = ReferralRow
    query = (
        row.select(row.name, row.state, row.what_for)
        .where(row.referrer == customer_id)
        .order_by((row.id == referral_id).desc(), row.id.desc())
    )
    return first(query, SentBefore)


def _date(special_date_id: int | None) -> DateBefore | None:
    query = (
        SpecialDateRow.select(SpecialDateRow.name, or_empty(PersonRow.name, "person"))
        .join(PersonRow, JOIN.LEFT_OUTER)
        .where(SpecialDateRow.id == special_date_id)
    )
    return first(query, DateBefore)


def _last_notes(customer_id: int) -> tuple[str, datetime | None]:
    """What was noted on the last finished call, and when."""
    row = CallRow
    call = (
        row.select(row.notes, row.finished_at)
        .where(row.customer == customer_id, row.step == CallStep.DONE, row.notes != "")
        .order_by(row.finished_at.desc(), row.id.desc())
        .first()
    )
    return (call.notes, call.finished_at) if call else ("", None)
