"""What the visit form asks while it is filled in, and what recording it goes by."""

from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from peewee import JOIN

from followup_desktop.domain import names
from followup_desktop.domain.kinds import ReferralState
from followup_desktop.store.reads.build import built, first, or_empty, read_as, tuples
from followup_desktop.store.reads.permissions import may_call
from followup_desktop.store.rows import (
    ClerkRow,
    CustomerRow,
    ItemRow,
    PhoneRow,
    PurchaseRow,
    ReferralRow,
)

RECENT = 1_000
"""What is looked through for completion: what was sold lately is what is being sold."""
MOST = 8

_fold = lru_cache(maxsize=4 * RECENT)(names.fold)


def is_name_known(name: str) -> bool:
    """Whether somebody is here already under that name, however it is accented."""
    row = CustomerRow
    same = row.select(row.id).where(row.sort_key == names.sort_key(name), row.erased_at.is_null())
    return bool(same.exists())


def is_phone_known(number: str, but_of: int | None) -> bool:
    """Whether another customer than `but_of` has that number (M-57)."""
    row = PhoneRow
    same = row.select(row.id).where(row.number == number)
    return bool((same if but_of is None else same.where(row.customer != but_of)).exists())


def has_phone(customer_id: int, number: str) -> bool:
    row = PhoneRow
    theirs = row.select(row.id).where(row.customer == customer_id, row.number == number)
    return bool(theirs.exists())


def known_items(text: str) -> tuple[str, ...]:
    row = ItemRow
    return _completions(text, row.select(row.name).order_by(row.id.desc()).limit(RECENT))


def known_occasions(text: str) -> tuple[str, ...]:
    row = PurchaseRow
    named = row.select(row.occasion).where(row.occasion != "")
    return _completions(text, named.order_by(row.id.desc()).limit(RECENT))


def _completions(text: str, latest: Any) -> tuple[str, ...]:
    """Those that begin so first, then those that hold a word that does; the most usual before."""
    used = Counter(name for (name,) in tuples(latest))
    wanted = _fold(text.strip())
    found = [
        (not folded.startswith(wanted), -times, name)
        for name, times in used.items()
        if f" {wanted}" in f" {(folded := _fold(name))}"
    ]
    return tuple(name for *_, name in sorted(found)[:MOST])


@dataclass(frozen=True, slots=True)
class Visitor:
    """What recording a visit needs to know of somebody who was here before."""

    purchases: int
    first_n_sales: int | None
    dont_call: bool
    may_call: bool | None
    owner_id: int | None = None
    """The clerk who looks after them, if still here."""
    owner_name: str = ""


def visitor(customer_id: int) -> Visitor | None:
    row = CustomerRow
    query = row.select(
        row.purchases,
        row.first_n_sales,
        read_as(bool, row.dont_call_at.is_null(False), "dont_call"),
        read_as(bool, may_call(), "may_call"),
        ClerkRow.id.alias("owner_id"),
        or_empty(ClerkRow.name, "owner_name"),
    ).join(ClerkRow, JOIN.LEFT_OUTER, on=(row.owner == ClerkRow.id) & ClerkRow.left_on.is_null())
    return first(query.where(row.id == customer_id, row.erased_at.is_null()), Visitor)


@dataclass(frozen=True, slots=True)
class SentHere:
    """A referral that brought somebody in."""

    id: int
    referred_id: int | None
    name: str
    state: ReferralState


def referrals_of(customer_id: int) -> tuple[SentHere, ...]:
    """Those that named this customer: by themselves, or by a number and a word of the name.

    A number alone may be a family's (M-57).
    """
    row = ReferralRow
    numbers = PhoneRow.select(PhoneRow.number).where(PhoneRow.customer == customer_id)
    named = (row.referred == customer_id) | (row.referred.is_null() & row.number.in_(numbers))
    query = row.select(row.id, row.referred.alias("referred_id"), row.name, row.state)
    found = built(query.where(named, row.referrer != customer_id).order_by(row.id), SentHere)
    name = CustomerRow.select(CustomerRow.name).where(CustomerRow.id == customer_id).scalar()
    theirs = set(names.tokens(name))
    return tuple(
        sent for sent in found if sent.referred_id or theirs & set(names.tokens(sent.name))
    )
