"""A customer's card, in a fixed number of statements however much is on it."""

from datetime import date
from typing import Any

from peewee import JOIN

from followup_desktop.domain.customer import CustomerCard
from followup_desktop.domain.kinds import CallStep
from followup_desktop.store.reads.build import or_empty
from followup_desktop.store.reads.card_open import (
    coming_up,
    open_problems,
    open_promises,
    orders_of,
)
from followup_desktop.store.reads.card_people import (
    dates_of,
    facts_of,
    mails_of,
    people_of,
    permissions_of,
    phones_of,
    referred_by,
    referred_others,
)
from followup_desktop.store.reads.prepared import Named, slot
from followup_desktop.store.reads.purchases import last_purchase
from followup_desktop.store.reads.readers import READERS
from followup_desktop.store.rows import CallRow, ClerkRow, CustomerRow

ENDED = (CallStep.DONE, CallStep.DROPPED)


def card(customer_id: int, today: date) -> CustomerCard | None:
    """Everything but the story. None when there is no such customer (any more)."""
    for customer in _CUSTOMER(customer=customer_id):
        return CustomerCard(
            **customer,
            **last_purchase(customer_id),
            phones=phones_of(customer_id),
            mails=mails_of(customer_id),
            permissions=permissions_of(customer_id),
            people=people_of(customer_id),
            dates=dates_of(customer_id, today),
            facts=facts_of(customer_id),
            referred_by=referred_by(customer_id),
            has_referred=referred_others(customer_id),
            orders=orders_of(customer_id),
            promises=open_promises(customer_id),
            problems=open_problems(customer_id),
            coming_up=coming_up(customer_id),
            call_id=unfinished_call(customer_id),
        )
    return None


def _customer() -> Any:
    owner, stopped_by, row = ClerkRow.alias("owner"), ClerkRow.alias("stopped_by"), CustomerRow
    return (
        row.select(
            row.id,
            row.name,
            row.title,
            row.address_as,
            row.say_it_like,
            row.language,
            row.preferred_way,
            row.stage,
            row.purchases,
            row.works_as,
            row.service_person,
            row.pinned_note,
            row.discreet,
            row.owner.alias("owner_id"),
            or_empty(owner.name, "owner_name"),
            row.first_n_sales,
            row.dont_call_at,
            or_empty(stopped_by.name, "dont_call_by"),
            row.last_contact_at,
            row.last_thanked_at,
            row.rest_until,
            row.nothing_more,
        )
        .join(owner, JOIN.LEFT_OUTER, on=row.owner == owner.id)
        .switch(row)
        .join(stopped_by, JOIN.LEFT_OUTER, on=row.dont_call_by == stopped_by.id)
        .where(row.id == slot("customer"), row.erased_at.is_null())
    )


def _as_fields(**values: Any) -> dict[str, Any]:
    return values


_CUSTOMER = Named(_customer, _as_fields, READERS)


def unfinished_call(customer_id: int) -> int | None:
    """A call that was begun and can be taken up again (M-11)."""
    return next((call["id"] for call in _UNFINISHED(customer=customer_id)), None)


def _unfinished() -> Any:
    row = CallRow
    begun = row.select(row.id).where(row.customer == slot("customer"), row.step.not_in(ENDED))
    return begun.order_by(row.id.desc()).limit(1)


_UNFINISHED = Named(_unfinished, _as_fields, READERS)
