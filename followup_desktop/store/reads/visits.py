"""What the visit form asks while it is filled in."""

from collections import Counter
from functools import lru_cache
from typing import Any

from followup_desktop.domain import names
from followup_desktop.store.reads.build import tuples
from followup_desktop.store.rows import CustomerRow, DraftRow, ItemRow, PhoneRow, PurchaseRow

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


def draft(name: str) -> str | None:
    """The form of that name as it was left; JSON."""
    row = DraftRow
    text: str | None = row.select(row.text).where(row.name == name).scalar()
    return text


def draft_id(name: str) -> int | None:
    row = DraftRow
    found: int | None = row.select(row.id).where(row.name == name).scalar()
    return found
