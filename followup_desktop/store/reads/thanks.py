"""The loyal whom nobody is going to thank (M-42)."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime

from peewee import fn

from followup_desktop.domain.kinds import Kind, ReferralState, Stage
from followup_desktop.domain.stages import Record
from followup_desktop.store.reads.build import built, read_as, tuples
from followup_desktop.store.reads.follow_ups import IS_OPEN
from followup_desktop.store.reads.permissions import may_call
from followup_desktop.store.rows import CustomerRow, FollowUpRow, PurchaseRow, ReferralRow
from followup_desktop.store.search import listed


@dataclass(frozen=True, slots=True)
class Loyal:
    customer_id: int
    owner_id: int | None
    since: date
    """The day of their first purchase."""
    last_thanked_at: datetime | None


def records_of(customer_ids: Collection[int]) -> dict[int, Record]:
    """What their stage follows from."""
    row = CustomerRow
    first = PurchaseRow.select(fn.MIN(PurchaseRow.purchased_on)).where(
        PurchaseRow.customer == row.id
    )
    sent = ReferralRow.select(fn.COUNT(ReferralRow.id)).where(
        ReferralRow.referrer == row.id, ReferralRow.state == ReferralState.BOUGHT
    )
    query = row.select(
        row.id, row.purchases, read_as(date.fromisoformat, first, "first"), sent.alias("sent")
    ).where(row.id.in_(listed(customer_ids)))
    return {customer_id: Record(*record) for customer_id, *record in tuples(query)}


def without_thanks(referrals: int, asks_permission: bool, limit: int) -> tuple[Loyal, ...]:
    """No thank-you is planned for them; those who don't want calls are left in peace. Whoever sent
    so many who bought is thanked even if they never bought themselves."""
    row, bought, sent = CustomerRow, PurchaseRow, ReferralRow
    sent_us = (
        sent.select(sent.referrer)
        .where(sent.state == ReferralState.BOUGHT)
        .group_by(sent.referrer)
        .having(fn.COUNT(sent.id) >= referrals)
    )
    since = bought.select(fn.MIN(bought.purchased_on)).where(bought.customer == row.id)
    planned = FollowUpRow.select(FollowUpRow.id).where(
        FollowUpRow.customer == row.id, FollowUpRow.kind == Kind.THANK_YOU, IS_OPEN
    )
    query = (
        row.select(
            row.id.alias("customer_id"),
            row.owner.alias("owner_id"),
            read_as(
                date.fromisoformat, fn.COALESCE(since, fn.SUBSTR(row.created_at, 1, 10)), "since"
            ),
            row.last_thanked_at,
        )
        .where(
            (row.stage == Stage.LOYAL) | row.id.in_(sent_us),
            row.erased_at.is_null(),
            row.dont_call_at.is_null(),
            fn.COALESCE(may_call(), not asks_permission),
            ~fn.EXISTS(planned),
        )
        .order_by(row.sort_key)
        .limit(limit)
    )
    return built(query, Loyal)
