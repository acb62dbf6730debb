"""Who owns something of a product group, for what is new and for the time to renew (M-41).

Which owners come first is asked of the purchases alone; only for those the rest is joined.
"""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from peewee import JOIN, Case, fn

from followup_desktop.domain.kinds import CallStep, FactKind, Kind
from followup_desktop.domain.updates import UpdateKey
from followup_desktop.store.reads.build import built, read_as, tuples
from followup_desktop.store.reads.follow_ups import IS_OPEN
from followup_desktop.store.reads.permissions import may_call
from followup_desktop.store.rows import (
    CallRow,
    ClerkRow,
    CustomerRow,
    FactRow,
    FollowUpRow,
    ItemRow,
    OrderRow,
    PhoneRow,
    ProductGroupRow,
    PurchaseRow,
    WhatsNewRow,
)
from followup_desktop.store.search import listed


@dataclass(frozen=True, slots=True)
class Note:
    """Something new in a group."""

    id: int
    group_id: int
    group: str
    text: str
    noted_on: date


def notes() -> tuple[Note, ...]:
    """The newest first."""
    return built(_notes().order_by(WhatsNewRow.noted_on.desc(), WhatsNewRow.id.desc()), Note)


def note(note_id: int) -> Note | None:
    return next(iter(built(_notes().where(WhatsNewRow.id == note_id), Note)), None)


def _notes() -> Any:
    row, group = WhatsNewRow, ProductGroupRow
    return row.select(
        row.id,
        row.product_group.alias("group_id"),
        group.name.alias("group"),
        row.text,
        row.noted_on,
    ).join(group)


def open_of(note_id: int) -> list[int]:
    """Follow-ups that are to tell of it."""
    row = FollowUpRow
    found = row.select(row.id).where(row.whats_new == note_id, IS_OPEN)
    return [follow_up_id for (follow_up_id,) in tuples(found)]


# Who owns what ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Owned:
    """The newest thing of a group that a customer owns."""

    customer_id: int
    purchase_id: int
    item: str
    bought_on: date
    is_gift: bool
    is_told: bool


def owned(key: UpdateKey, until: date, limit: int) -> tuple[Owned, ...]:
    """Those whose newest is from `until` or before, the oldest first; who was told comes last."""
    newest, told = _newest(key), _told(key)
    query = (
        newest.select_from(newest.c.customer_id, newest.c.bought_on, newest.c.is_gift)
        .where(newest.c.bought_on <= until)
        .order_by(newest.c.bought_on, newest.c.customer_id)
        .limit(limit + len(told))
    )
    found = [(who, _day(on), bool(is_gift)) for who, on, is_gift in tuples(query)]
    found.sort(key=lambda one: told.has(one[0], one[1]))
    things = _things(key, [who for who, _on, _is_gift in found[:limit]])
    return tuple(
        Owned(who, *things[who, on], on, is_gift, told.has(who, on))
        for who, on, is_gift in found[:limit]
    )


def counts(key: UpdateKey, until: date) -> tuple[int, int]:
    """How many own one, and how many of them were told."""
    newest, told = _newest(key), _told(key)
    owners = newest.select_from(fn.COUNT(1)).where(newest.c.bought_on <= until)
    of_them = newest.select_from(newest.c.customer_id, newest.c.bought_on).where(
        newest.c.bought_on <= until, newest.c.customer_id.in_(listed(told.customers()))
    )
    ((number,),) = tuples(owners)
    known = tuples(of_them) if len(told) else []
    return int(number), sum(told.has(who, _day(on)) for who, on in known)


def to_renew(key: UpdateKey, after: date, until: date) -> dict[date, int]:
    """How many have their newest from each day after one and by another, and weren't told. A gift
    isn't theirs to renew."""
    newest, told = _newest(key), _told(key)
    query = newest.select_from(newest.c.customer_id, newest.c.bought_on).where(
        newest.c.bought_on > after, newest.c.bought_on <= until, newest.c.is_gift == 0
    )
    days = ((who, _day(on)) for who, on in tuples(query))
    return Counter(on for who, on in days if not told.has(who, on))


def _day(stored: Any) -> date:
    return date.fromisoformat(str(stored))


def _newest(key: UpdateKey) -> Any:
    """When each customer bought their newest; what somebody keeps counts before a gift."""
    item, purchase = ItemRow, PurchaseRow
    cancelled = OrderRow.select(OrderRow.purchase).where(OrderRow.cancelled)
    erased = CustomerRow.select(CustomerRow.id).where(CustomerRow.erased_at.is_null(False))
    kept_on = fn.MAX(Case(None, [(~purchase.is_gift, purchase.purchased_on)]))
    return (
        item.select(
            purchase.customer.alias("customer_id"),
            fn.COALESCE(kept_on, fn.MAX(purchase.purchased_on)).alias("bought_on"),
            fn.MIN(purchase.is_gift).alias("is_gift"),
        )
        .join(purchase)
        .where(
            item.product_group == key.group_id,
            purchase.customer.not_in(erased),
            purchase.id.not_in(cancelled),
        )
        .group_by(purchase.customer)
    )


def _things(
    key: UpdateKey, customer_ids: Collection[int]
) -> dict[tuple[int, date], tuple[int, str]]:
    """By customer and day the purchase and the name of the thing; of several the last one."""
    item, purchase = ItemRow, PurchaseRow
    query = (
        item.select(purchase.customer, purchase.purchased_on, purchase.id, item.name)
        .join(purchase)
        .where(item.product_group == key.group_id, purchase.customer.in_(listed(customer_ids)))
        .order_by(purchase.is_gift.desc(), item.id)
    )
    return {(who, on): (purchase_id, name) for who, on, purchase_id, name in tuples(query)}


class _Told:
    """Who had a follow-up for this reason, whatever became of it. Read by itself: asked of each
    owner within the query it would cost the square of them."""

    def __init__(self, pairs: Iterable[tuple[int, date | None]]) -> None:
        self._pairs = frozenset(pairs)

    def __len__(self) -> int:
        return len(self._pairs)

    def customers(self) -> list[int]:
        return list({who for who, _on in self._pairs})

    def has(self, customer_id: int, bought_on: date) -> bool:
        """Of news they are told once; of a renewal once for each thing."""
        return (customer_id, None) in self._pairs or (customer_id, bought_on) in self._pairs


def _told(key: UpdateKey) -> _Told:
    row, item, purchase = FollowUpRow, ItemRow, PurchaseRow
    if key.note_id is not None:
        news = row.select(row.customer).where(row.whats_new == key.note_id)
        return _Told((who, None) for (who,) in tuples(news))
    renewals = (
        row.select(row.customer, purchase.purchased_on)
        .join(purchase, on=row.purchase == purchase.id)
        .join(item, on=(item.purchase == purchase.id) & (item.name == row.about))
        .where(
            row.purchase.is_null(False),
            row.kind == Kind.TIME_TO_RENEW,
            item.product_group == key.group_id,
        )
    )
    return _Told(tuples(renewals))


# What speaks for and against a call -------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class About:
    """A customer, as far as it matters here."""

    customer_id: int
    name: str
    title: str
    dont_call: bool
    may_call: bool | None
    has_number: bool
    last_contact_at: datetime | None
    rest_until: date | None
    declined_at: datetime | None
    planned_on: date | None
    owner_id: int | None


def about(customer_ids: Collection[int]) -> dict[int, About]:
    row, phone, call = CustomerRow, PhoneRow, CallRow
    number = phone.select(phone.id).where(phone.customer == row.id, phone.wrong_at.is_null())
    declined = call.select(fn.MAX(call.finished_at)).where(
        call.customer == row.id, call.step == CallStep.DONE, call.declined
    )
    query = (
        row.select(
            row.id.alias("customer_id"),
            row.name,
            row.title,
            read_as(bool, row.dont_call_at.is_null(False), "dont_call"),
            read_as(bool, may_call(), "may_call"),
            read_as(bool, fn.EXISTS(number), "has_number"),
            row.last_contact_at,
            row.rest_until,
            read_as(datetime.fromisoformat, declined, "declined_at"),
            row.next_on.alias("planned_on"),
            ClerkRow.id.alias("owner_id"),
        )
        .join(ClerkRow, JOIN.LEFT_OUTER, on=(row.owner == ClerkRow.id) & ClerkRow.left_on.is_null())
        .where(row.id.in_(listed(customer_ids)))
    )
    return {one.customer_id: one for one in built(query, About)}


def not_right(customer_ids: Collection[int]) -> Mapping[int, list[str]]:
    """What they tried, and was not right for them."""
    row = FactRow
    query = row.select(row.customer, row.text).where(
        row.customer.in_(listed(customer_ids)), row.kind == FactKind.NOT_RIGHT
    )
    found: dict[int, list[str]] = defaultdict(list)
    for customer_id, text in tuples(query):
        found[customer_id].append(text)
    return found


def planned_after(day: date) -> list[tuple[int | None, date, Kind, int]]:
    """(clerk, day, kind, how many) of what is open after a day."""
    row = FollowUpRow
    query = (
        row.select(row.clerk, row.due_on, row.kind, fn.COUNT(row.id))
        .where(IS_OPEN, row.due_on > day)
        .group_by(row.clerk, row.due_on, row.kind)
    )
    return [(clerk, due_on, kind, count) for clerk, due_on, kind, count in tuples(query)]
