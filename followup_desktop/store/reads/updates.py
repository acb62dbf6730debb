"""Who owns something of a product group, for what is new and for the time to renew (M-41).

Which owners come first is asked of the purchases alone; only for those the rest is joined.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from peewee import JOIN, fn

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
    newest = _newest(key)
    told = _told(key, newest)
    query = (
        _from(newest, until)
        .select(
            newest.c.customer_id,
            newest.c.purchase_id,
            newest.c.item,
            read_as(date.fromisoformat, newest.c.bought_on, "bought_on"),
            read_as(bool, newest.c.is_gift, "is_gift"),
            read_as(bool, fn.EXISTS(told), "is_told"),
        )
        .order_by(fn.EXISTS(told), newest.c.bought_on, newest.c.customer_id)
        .limit(limit)
    )
    return built(query, Owned)


def counts(key: UpdateKey, until: date) -> tuple[int, int]:
    """How many own one, and how many of them were told."""
    newest = _newest(key)
    told = fn.EXISTS(_told(key, newest))
    query = _from(newest, until).select(fn.COUNT(1), fn.COALESCE(fn.SUM(told), 0))
    ((owners, of_them),) = tuples(query)
    return int(owners), int(of_them)


def to_renew(key: UpdateKey, until: date) -> list[tuple[date, int]]:
    """(day, how many) whose newest was bought by `until`, and who weren't told. A gift isn't
    theirs to renew."""
    newest = _newest(key)
    query = (
        _from(newest, until)
        .select(newest.c.bought_on, fn.COUNT(1))
        .where(~fn.EXISTS(_told(key, newest)), newest.c.is_gift == 0)
        .group_by(newest.c.bought_on)
    )
    return [(date.fromisoformat(str(day)), count) for day, count in tuples(query)]


def _newest(key: UpdateKey) -> Any:
    """Every thing of the group with its place among its customer's: 1 is the newest, and what
    somebody keeps comes before what they gave away."""
    item, purchase, order = ItemRow, PurchaseRow, OrderRow
    cancelled = order.select(order.id).where(order.purchase == purchase.id, order.cancelled)
    place = fn.ROW_NUMBER().over(
        partition_by=[purchase.customer],
        order_by=[purchase.is_gift, purchase.purchased_on.desc(), item.id.desc()],
    )
    return (
        item.select(
            purchase.customer.alias("customer_id"),
            purchase.id.alias("purchase_id"),
            item.name.alias("item"),
            purchase.purchased_on.alias("bought_on"),
            purchase.is_gift.alias("is_gift"),
            place.alias("place"),
        )
        .join(purchase)
        .join(CustomerRow, on=purchase.customer == CustomerRow.id)
        .where(
            item.product_group == key.group_id,
            CustomerRow.erased_at.is_null(),
            ~fn.EXISTS(cancelled),
        )
        .alias("newest")
    )


def _from(newest: Any, until: date) -> Any:
    return (
        FollowUpRow.select().from_(newest).where(newest.c.place == 1, newest.c.bought_on <= until)
    )


def _told(key: UpdateKey, newest: Any) -> Any:
    """Follow-ups for this reason, whatever became of them."""
    row: Any = FollowUpRow.alias("told")
    for_them = row.select(row.id).where(row.customer == newest.c.customer_id)
    if key.note_id is not None:
        return for_them.where(row.whats_new == key.note_id)
    return for_them.where(
        row.purchase == newest.c.purchase_id,
        row.kind == Kind.TIME_TO_RENEW,
        row.about == newest.c.item,
    )


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
        .where(row.id.in_(list(customer_ids)))
    )
    return {one.customer_id: one for one in built(query, About)}


def not_right(customer_ids: Collection[int]) -> Mapping[int, list[str]]:
    """What they tried, and was not right for them."""
    row = FactRow
    query = row.select(row.customer, row.text).where(
        row.customer.in_(list(customer_ids)), row.kind == FactKind.NOT_RIGHT
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
