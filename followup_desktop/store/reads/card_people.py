"""The customer and those around them: how to reach them, what is known, who sent whom."""

from datetime import date
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
from followup_desktop.domain.partial_dates import next_on
from followup_desktop.store.reads.build import built, or_empty
from followup_desktop.store.rows import (
    ClerkRow,
    CustomerRow,
    FactRow,
    MailRow,
    PermissionRow,
    PersonRow,
    PhoneRow,
    ReferralRow,
    SpecialDateRow,
)


def phones_of(customer_id: int) -> tuple[Phone, ...]:
    """The one to dial first; wrong ones last."""
    rows = (
        PhoneRow.select()
        .where(PhoneRow.customer == customer_id)
        .order_by(PhoneRow.wrong_at.is_null(False), PhoneRow.id)
    )
    return tuple(
        Phone(
            id=row.id,
            number=row.number,
            shown=phones.shown(row.number),
            kind=row.kind,
            good_from=row.good_from,
            good_to=row.good_to,
            note=row.note,
            is_wrong=row.wrong_at is not None,
        )
        for row in rows
    )


def mails_of(customer_id: int) -> tuple[Mail, ...]:
    row = MailRow
    return built(
        row.select(row.id, row.address).where(row.customer == customer_id).order_by(row.id), Mail
    )


def permissions_of(customer_id: int) -> tuple[Permission, ...]:
    """The newest for each way."""
    row = PermissionRow
    newest_last = built(
        row.select(
            row.way, row.allowed, row.given_at, row.source, or_empty(ClerkRow.name, "clerk_name")
        )
        .join(ClerkRow, JOIN.LEFT_OUTER)
        .where(row.customer == customer_id)
        .order_by(row.given_at, row.id),
        Permission,
    )
    return tuple({permission.way: permission for permission in newest_last}.values())


def people_of(customer_id: int) -> tuple[Person, ...]:
    row = PersonRow
    return built(
        row.select(row.id, row.relation, row.name, row.note)
        .where(row.customer == customer_id)
        .order_by(row.id),
        Person,
    )


def facts_of(customer_id: int) -> tuple[Fact, ...]:
    row = FactRow
    return built(
        row.select(row.id, row.kind, row.text).where(row.customer == customer_id).order_by(row.id),
        Fact,
    )


def dates_of(customer_id: int, today: date) -> tuple[SpecialDate, ...]:
    """The one that comes next first; those that don't come again last."""
    row = SpecialDateRow

    def make(*, day: int, month: int, year: int | None, yearly: bool, **others: Any) -> SpecialDate:
        comes_on = next_on(day, month, year, yearly, today)
        return SpecialDate(
            day=day, month=month, year=year, yearly=yearly, next_on=comes_on, **others
        )

    dates = built(
        row.select(
            row.id,
            row.name,
            row.day,
            row.month,
            row.year,
            row.yearly,
            row.person.alias("person_id"),
        ).where(row.customer == customer_id),
        make,
    )
    return tuple(sorted(dates, key=lambda date_: (date_.next_on or date.max, date_.id)))


def referred_by(customer_id: int) -> tuple[ReferralLink, ...]:
    """Who sent them."""
    row = ReferralRow
    return built(
        row.select(
            row.id,
            row.referrer.alias("customer_id"),
            CustomerRow.name,
            row.relation,
            row.what_for,
            row.state,
        )
        .join(CustomerRow, on=row.referrer == CustomerRow.id)
        .where(row.referred == customer_id)
        .order_by(row.id),
        ReferralLink,
    )


def referred_others(customer_id: int) -> tuple[ReferralLink, ...]:
    """Whom they sent, newest first."""
    row = ReferralRow
    return built(
        row.select(
            row.id,
            row.referred.alias("customer_id"),
            row.name,
            row.relation,
            row.what_for,
            row.state,
        )
        .where(row.referrer == customer_id)
        .order_by(row.id.desc()),
        ReferralLink,
    )


def is_here(customer_id: int) -> bool:
    row = CustomerRow
    here = row.select(row.id).where(row.id == customer_id, row.erased_at.is_null())
    return bool(here.exists())


def customer_of(row: Any, row_id: int) -> int | None:
    """On whose card a row stands; None when it is gone."""
    customer_id: int | None = row.select(row.customer).where(row.id == row_id).scalar()
    return customer_id
