"""The loyal whom nobody is going to thank (M-42)."""

from dataclasses import dataclass
from datetime import date, datetime

from peewee import fn

from followup_desktop.domain.kinds import Kind, Stage
from followup_desktop.store.reads.build import built, read_as
from followup_desktop.store.reads.follow_ups import IS_OPEN
from followup_desktop.store.reads.permissions import may_call
from followup_desktop.store.rows import CustomerRow, FollowUpRow, PurchaseRow


@dataclass(frozen=True, slots=True)
class Loyal:
    customer_id: int
    owner_id: int | None
    since: date
    """The day of their first purchase."""
    last_thanked_at: datetime | None


def without_thanks(limit: int) -> tuple[Loyal, ...]:
    """No thank-you is planned for them; those who don't want calls are left in peace."""
    row, bought = CustomerRow, PurchaseRow
    since = bought.select(fn.MIN(bought.purchased_on)).where(bought.customer == row.id)
    planned = FollowUpRow.select(FollowUpRow.id).where(
        FollowUpRow.customer == row.id, FollowUpRow.kind == Kind.THANK_YOU, IS_OPEN
    )
    query = (
        row.select(
            row.id.alias("customer_id"),
            row.owner.alias("owner_id"),
            read_as(date.fromisoformat, since, "since"),
            row.last_thanked_at,
        )
        .where(
            row.stage == Stage.LOYAL,
            row.erased_at.is_null(),
            row.dont_call_at.is_null(),
            fn.COALESCE(may_call(), True),
            ~fn.EXISTS(planned),
        )
        .order_by(row.sort_key)
        .limit(limit)
    )
    return built(query, Loyal)
