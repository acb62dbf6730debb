"""The customer and those around them: how to reach them, what is known, who sent whom."""

from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Any

from peewee import JOIN

from followup_desktop.domain import phones
from followup_desktop.domain.customer import (
    Fact,
    Mail,
    Permission,
    Person,
    Phone,
    ReferralLink,
    SpecialDate,
)
from followup_desktop.domain.kinds import FactKind, PhoneKind, ReferralState
from followup_desktop.domain.partial_dates import next_on
from followup_desktop.store.reads.build import or_empty
from followup_desktop.store.reads.prepared import Named, slot
from followup_desktop.store.reads.readers import READERS
from followup_desktop.store.rows import (
    ClerkRow,
    CustomerRow,
    FactRow,
    MailRow,
    PermissionRow,
    PersonRow,
    PhoneRow,
    ReferralRow,
    ReferralStepRow,
    SpecialDateRow,
)


def _of_customer(row: Any, *columns: Any) -> Any:
    return row.select(*columns).where(row.customer == slot("customer")).order_by(row.id)


def phones_of(customer_id: int) -> tuple[Phone, ...]:
    """The one to dial first; wrong ones last."""
    return _PHONES(customer=customer_id)


def _phone(*, number: str, wrong_at: datetime | None, **values: Any) -> Phone:
    is_wrong = wrong_at is not None
    return Phone(number=number, shown=phones.shown(number), is_wrong=is_wrong, **values)


def _phones() -> Any:
    row = PhoneRow
    columns = (row.id, row.number, row.kind, row.good_from, row.good_to, row.note, row.wrong_at)
    return _of_customer(row, *columns).order_by(row.wrong_at.is_null(False), row.id)


_PHONES = Named(_phones, _phone, {**READERS, "kind": PhoneKind})


def mails_of(customer_id: int) -> tuple[Mail, ...]:
    return _MAILS(customer=customer_id)


_MAILS = Named(lambda: _of_customer(MailRow, MailRow.id, MailRow.address), Mail, READERS)


def permissions_of(customer_id: int) -> tuple[Permission, ...]:
    """The newest for each way."""
    newest_last = _PERMISSIONS(customer=customer_id)
    return tuple({permission.way: permission for permission in newest_last}.values())


def _permissions() -> Any:
    row = PermissionRow
    columns = (row.way, row.allowed, row.given_at, row.source)
    query = _of_customer(row, *columns, or_empty(ClerkRow.name, "clerk_name"))
    return query.join(ClerkRow, JOIN.LEFT_OUTER).order_by(row.given_at, row.id)


_PERMISSIONS = Named(_permissions, Permission, READERS)


def people_of(customer_id: int) -> tuple[Person, ...]:
    return _PEOPLE(customer=customer_id)


_PEOPLE = Named(
    lambda: _of_customer(
        PersonRow, PersonRow.id, PersonRow.relation, PersonRow.name, PersonRow.note
    ),
    Person,
    READERS,
)


def facts_of(customer_id: int) -> tuple[Fact, ...]:
    return _FACTS(customer=customer_id)


_FACTS = Named(
    lambda: _of_customer(FactRow, FactRow.id, FactRow.kind, FactRow.text),
    Fact,
    {**READERS, "kind": FactKind},
)


def dates_of(customer_id: int, today: date) -> tuple[SpecialDate, ...]:
    """The one that comes next first; those that don't come again last."""
    dates = [
        replace(one, next_on=next_on(one.day, one.month, one.year, one.yearly, today))
        for one in _DATES(customer=customer_id)
    ]
    return tuple(sorted(dates, key=lambda one: (one.next_on or date.max, one.id)))


def _dates() -> Any:
    row = SpecialDateRow
    columns = (row.id, row.name, row.day, row.month, row.year, row.yearly)
    return _of_customer(row, *columns, row.person.alias("person_id"))


_DATES = Named(_dates, partial(SpecialDate, next_on=None), READERS)


_LINK = {"state": ReferralState, "state_at": datetime.fromisoformat}


def referred_by(customer_id: int) -> tuple[ReferralLink, ...]:
    """Who sent them."""
    return _REFERRED_BY(customer=customer_id)


def _state_reached() -> tuple[Any, Any]:
    """When a referral came so far, and by whom; in the query of the referrals."""
    row: Any = ReferralStepRow.alias("reached")
    newest = (
        row.select()
        .where(row.referral == ReferralRow.id, row.state == ReferralRow.state)
        .order_by(row.id.desc())
        .limit(1)
    )
    by = newest.select(ClerkRow.name).join(ClerkRow, on=row.clerk == ClerkRow.id)
    return newest.select(row.taken_at).alias("state_at"), or_empty(by, "state_by")


def _who_sent_them() -> Any:
    row = ReferralRow
    return (
        row.select(
            row.id,
            row.referrer.alias("customer_id"),
            CustomerRow.name,
            row.relation,
            row.what_for,
            row.state,
            *_state_reached(),
        )
        .join(CustomerRow, on=row.referrer == CustomerRow.id)
        .where(row.referred == slot("customer"))
        .order_by(row.id)
    )


_REFERRED_BY = Named(_who_sent_them, ReferralLink, _LINK)


def referred_others(customer_id: int) -> tuple[ReferralLink, ...]:
    """Whom they sent, newest first."""
    return _REFERRED_OTHERS(customer=customer_id)


def _whom_they_sent() -> Any:
    row = ReferralRow
    return (
        row.select(
            row.id,
            row.referred.alias("customer_id"),
            row.name,
            row.relation,
            row.what_for,
            row.state,
            *_state_reached(),
        )
        .where(row.referrer == slot("customer"))
        .order_by(row.id.desc())
    )


_REFERRED_OTHERS = Named(_whom_they_sent, ReferralLink, _LINK)


def is_here(customer_id: int) -> bool:
    row = CustomerRow
    here = row.select(row.id).where(row.id == customer_id, row.erased_at.is_null())
    return bool(here.exists())


def customer_of(row: Any, row_id: int) -> int | None:
    """On whose card a row stands; None when it is gone."""
    customer_id: int | None = row.select(row.customer).where(row.id == row_id).scalar()
    return customer_id
