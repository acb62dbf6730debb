"""Referrals, as the verbs of a call need to know them."""

from collections.abc import Collection
from dataclasses import dataclass

from followup_desktop.domain import names
from followup_desktop.domain.kinds import FollowUpStatus, Kind, ReferralState
from followup_desktop.store.reads.build import first, tuples
from followup_desktop.store.rows import (
    CallRow,
    CustomerRow,
    FactRow,
    FollowUpRow,
    MailRow,
    PermissionRow,
    PersonRow,
    PhoneRow,
    ProblemRow,
    PromiseRow,
    ReferralRow,
    ReferralStepRow,
    SpecialDateRow,
    VisitRow,
)

PERMITTED_BY = "referral"
"""The source of a permission: whoever sent them says that they may be called."""


@dataclass(frozen=True, slots=True)
class Thanks:
    """Whom to thank, and for whom."""

    referral_id: int
    referrer_id: int
    referrer_name: str
    referred_name: str


def thanks_for(referral_id: int) -> Thanks | None:
    """None when they were thanked for it, or a thank-you is planned."""
    row = ReferralRow
    planned = FollowUpRow.select(FollowUpRow.id).where(
        FollowUpRow.referral == referral_id,
        FollowUpRow.kind == Kind.THANK_REFERRER,
        FollowUpRow.status == FollowUpStatus.OPEN,
    )
    if planned.exists():
        return None
    query = (
        row.select(
            row.id.alias("referral_id"),
            row.referrer.alias("referrer_id"),
            CustomerRow.name.alias("referrer_name"),
            row.name.alias("referred_name"),
        )
        .join(CustomerRow, on=row.referrer == CustomerRow.id)
        .where(row.id == referral_id, row.thanked_at.is_null(), CustomerRow.erased_at.is_null())
    )
    return first(query, Thanks)


def states_reached(referral_id: int) -> list[ReferralState]:
    """In their order."""
    row = ReferralStepRow
    found = row.select(row.state).where(row.referral == referral_id).order_by(row.id)
    return [state for (state,) in tuples(found)]


# Who they are -----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class KnownByPhone:
    customer_id: int
    dont_call: bool


def known_by_phone(number: str, but: int, name_words: Collection[str]) -> KnownByPhone | None:
    """Somebody who is here already with that number and a word of that name.

    The number alone isn't enough: families share one (M-57), and the referrer may be family.
    """
    row = CustomerRow
    query = (
        row.select(row.id, row.name, row.dont_call_at.is_null(False))
        .join(PhoneRow, on=PhoneRow.customer == row.id)
        .where(PhoneRow.number == number, row.id != but, row.erased_at.is_null())
        .order_by(row.id)
        .distinct()
    )
    words = set(name_words)
    for customer_id, name, dont_call in tuples(query):
        if words & set(names.tokens(name)):
            return KnownByPhone(customer_id, bool(dont_call))
    return None


def referred_by_it(referral_id: int) -> int | None:
    row = ReferralRow
    found: int | None = row.select(row.referred).where(row.id == referral_id).scalar()
    return found


def first_hellos(referral_id: int) -> tuple[int, ...]:
    """The open follow-ups to the referred one."""
    row = FollowUpRow
    query = row.select(row.id).where(
        row.referral == referral_id,
        row.kind == Kind.REFERRAL,
        row.status == FollowUpStatus.OPEN,
    )
    return tuple(follow_up_id for (follow_up_id,) in tuples(query))


def is_nobody_else(customer_id: int) -> bool:
    """A referral brought them in, and nothing else is known about them."""
    permission = PermissionRow.select(PermissionRow.id).where(
        PermissionRow.customer == customer_id, PermissionRow.source == PERMITTED_BY
    )
    if not permission.exists():
        return False
    about_them = (
        VisitRow,
        CallRow,
        FactRow,
        MailRow,
        PersonRow,
        PromiseRow,
        ProblemRow,
        SpecialDateRow,
        FollowUpRow,
    )
    if any(row.select(row.id).where(row.customer == customer_id).exists() for row in about_them):
        return False
    row = ReferralRow
    theirs = row.select(row.id).where((row.referrer == customer_id) | (row.referred == customer_id))
    return not theirs.exists()
