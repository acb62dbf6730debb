"""The shop, its staff and its settings."""

from peewee import JOIN, fn

from followup_desktop.domain import settings
from followup_desktop.domain.kinds import FollowUpStatus
from followup_desktop.domain.shop import Clerk, ClosingDays, OpenHours, Shop
from followup_desktop.store.reads.build import built
from followup_desktop.store.rows import (
    ClerkRow,
    ClosingDayRow,
    CustomerRow,
    FollowUpRow,
    OpeningHoursRow,
    ProblemRow,
    Row,
    SettingRow,
    ShopRow,
)


def is_set_up() -> bool:
    return bool(ShopRow.select().exists())


def shop() -> Shop | None:
    """None before the first start is finished."""
    row = ShopRow.select().first()
    if row is None:
        return None
    hours = OpeningHoursRow.select().order_by(OpeningHoursRow.weekday, OpeningHoursRow.opens)
    days = ClosingDayRow.select().order_by(ClosingDayRow.first_on, ClosingDayRow.last_on)
    return Shop(
        name=row.name,
        country=row.country,
        hours=tuple(OpenHours(one.weekday, one.opens, one.closes) for one in hours),
        closing_days=tuple(ClosingDays(one.first_on, one.last_on, one.note) for one in days),
        clerks=clerks(),
        preferences=settings.from_texts({one.name: one.value for one in SettingRow.select()}),
    )


def clerks() -> tuple[Clerk, ...]:
    """Everybody who works here or did, by name; those who left come last."""
    theirs = (
        FollowUpRow.select(FollowUpRow.clerk, fn.COUNT(FollowUpRow.id).alias("number"))
        .where(FollowUpRow.status == FollowUpStatus.OPEN, FollowUpRow.clerk.is_null(False))
        .group_by(FollowUpRow.clerk)
    )
    return built(
        ClerkRow.select(
            ClerkRow.id,
            ClerkRow.name,
            ClerkRow.is_manager,
            ClerkRow.left_on,
            fn.COALESCE(theirs.c.number, 0).alias("open_follow_ups"),
        )
        .join(theirs, JOIN.LEFT_OUTER, on=theirs.c.clerk_id == ClerkRow.id)
        .order_by(ClerkRow.left_on.is_null(False), ClerkRow.name, ClerkRow.id),
        Clerk,
    )


def shop_id() -> int:
    return int(ShopRow.select(ShopRow.id).scalar())


def hours_ids() -> list[int]:
    return [row.id for row in OpeningHoursRow.select(OpeningHoursRow.id)]


def closing_day_ids() -> list[int]:
    return [row.id for row in ClosingDayRow.select(ClosingDayRow.id)]


def setting_ids() -> dict[str, int]:
    return {row.name: row.id for row in SettingRow.select(SettingRow.id, SettingRow.name)}


def belongings_of(clerk_id: int) -> list[tuple[type[Row], int, str]]:
    """What is handed over when a clerk leaves (M-49): row, id, and the field that names the clerk.

    What they did stays theirs.
    """
    open_ones = FollowUpRow.status == FollowUpStatus.OPEN
    unsolved = ProblemRow.solved_at.is_null()
    queries = (
        (FollowUpRow, "clerk", (FollowUpRow.clerk == clerk_id, open_ones)),
        (CustomerRow, "owner", (CustomerRow.owner == clerk_id, CustomerRow.erased_at.is_null())),
        (ProblemRow, "owner", (ProblemRow.owner == clerk_id, unsolved)),
    )
    return [
        (row, found.id, field)
        for row, field, conditions in queries
        for found in row.select(row.id).where(*conditions)
    ]
