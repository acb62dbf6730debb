"""Everything a call's plan is made from, in a fixed number of statements."""

from types import SimpleNamespace
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain.call_basis import (
    CallBasis,
    DateBefore,
    PromisedBefore,
)
from followup_desktop.domain.kinds import Kind
from followup_desktop.store.reads import call_events as events
from followup_desktop.store.reads.build import or_empty
from followup_desktop.store.reads.card_people import facts_of, people_of
from followup_desktop.store.reads.prepared import Named, slot
from followup_desktop.store.reads.readers import READERS
from followup_desktop.store.rows import (
    ClerkRow,
    CustomerRow,
    FollowUpRow,
    PersonRow,
    ProblemRow,
    PromiseRow,
    ShopRow,
    SpecialDateRow,
    WhatsNewRow,
)


def call_basis(
    kind: Kind, customer_id: int, follow_up_id: int | None, clerk_id: int | None
) -> CallBasis | None:
    """None when there is no such customer (any more)."""
    found = _AROUND(customer=customer_id, follow_up=follow_up_id, clerk=clerk_id)
    if not found:
        return None
    (it,) = found
    order = events.order(customer_id, it.order_id or it.promised_order_id)
    purchase_id = it.purchase_id or (order and order.purchase_id)
    bought = events.bought(customer_id, purchase_id, it.about, it.group_of_news)
    notes, notes_at = events.last_notes(customer_id)
    return CallBasis(
        kind=kind,
        about=it.about,
        tries=it.tries,
        shop=it.shop,
        clerk=it.clerk,
        manager=it.manager,
        name=it.name,
        title=it.title,
        address_as=it.address_as,
        say_it_like=it.say_it_like,
        pinned_note=it.pinned_note,
        is_discreet=it.discreet or (bought is not None and bought.is_gift),
        stage=it.stage,
        works_as=it.works_as,
        service_person=it.service_person,
        last_contact_at=it.last_contact_at,
        last_notes=notes,
        last_notes_at=notes_at,
        people=people_of(customer_id),
        facts=facts_of(customer_id),
        bought=bought,
        looked=events.looked(customer_id, it.visit_id, None if bought is None else bought.on),
        promised=_promised(it),
        ordered=events.ordered(order),
        problem=it.problem,
        sent_by=events.sent_by(customer_id),
        has_sent=events.has_sent(customer_id, it.referral_id),
        date=None if it.date is None else DateBefore(it.date, it.date_of),
    )


# Who it is, who calls, and the follow-up it continues from: one of each --------------------------


def _around() -> Any:
    customer, source, promise, day = CustomerRow, FollowUpRow, PromiseRow, SpecialDateRow
    return (
        customer.select(
            customer.name,
            customer.title,
            customer.address_as,
            customer.say_it_like,
            customer.pinned_note,
            customer.discreet,
            customer.stage,
            customer.works_as,
            customer.service_person,
            customer.last_contact_at,
            or_empty(source.about, "about"),
            fn.COALESCE(source.tries, 0).alias("tries"),
            source.purchase.alias("purchase_id"),
            source.visit.alias("visit_id"),
            source.order.alias("order_id"),
            source.referral.alias("referral_id"),
            promise.what.alias("promise"),
            promise.due_on,
            promise.due_time,
            promise.order.alias("promised_order_id"),
            day.name.alias("date"),
            or_empty(PersonRow.name, "date_of"),
            WhatsNewRow.product_group.alias("group_of_news"),
            or_empty(_problem(), "problem"),
            or_empty(ShopRow.select(ShopRow.name).limit(1), "shop"),
            or_empty(ClerkRow.select(ClerkRow.name).where(ClerkRow.id == slot("clerk")), "clerk"),
            or_empty(_manager(), "manager"),
        )
        .join(source, JOIN.LEFT_OUTER, on=source.id == slot("follow_up"))
        .join(promise, JOIN.LEFT_OUTER, on=source.promise == promise.id)
        .join(day, JOIN.LEFT_OUTER, on=source.special_date == day.id)
        .join(PersonRow, JOIN.LEFT_OUTER, on=day.person == PersonRow.id)
        .join(WhatsNewRow, JOIN.LEFT_OUTER, on=source.whats_new == WhatsNewRow.id)
        .where(customer.id == slot("customer"), customer.erased_at.is_null())
    )


def _problem() -> Any:
    """The follow-up's problem; without one their newest that is open."""
    row, source = ProblemRow, FollowUpRow
    is_newest = (
        source.problem.is_null() & (row.customer == CustomerRow.id) & row.solved_at.is_null()
    )
    return (
        row.select(row.what)
        .where((row.id == source.problem) | is_newest)
        .order_by(row.opened_at.desc(), row.id.desc())
        .limit(1)
    )


def _manager() -> Any:
    row = ClerkRow
    query = row.select(row.name).where(row.is_manager, row.left_on.is_null())
    return query.order_by(row.id).limit(1)


def _promised(it: Any) -> PromisedBefore | None:
    return None if it.promise is None else PromisedBefore(it.promise, it.due_on, it.due_time)


_AROUND: Named[Any] = Named(_around, SimpleNamespace, READERS)
