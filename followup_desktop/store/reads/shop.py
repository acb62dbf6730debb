"""The shop, its staff and its settings."""

from datetime import date, time
from typing import Any

from peewee import JOIN, fn

from followup_desktop.domain import settings
from followup_desktop.domain.kinds import FollowUpStatus
from followup_desktop.domain.shop import Clerk, ClosingDays, OpenHours, Shop
from followup_desktop.store.reads.prepared import Prepared
from followup_desktop.store.rows import (
    ClerkRow,
    ClosingDayRow,
    CustomerRow,
    FollowUpRow,
    OpeningHoursRow,
    ProblemRow,
    ProductGroupRow,
    Row,
    SettingRow,
    ShopRow,
)


def is_set_up() -> bool:
    return bool(_SHOP())


def shop() -> Shop | None:
    """None before the first start is finished."""
    for name, country in _SHOP():
        return Shop(
            name=name,
            country=country,
            hours=_HOURS(),
            closing_days=_CLOSING_DAYS(),
            clerks=clerks(),
            preferences=settings.from_texts(dict(_SETTINGS())),
        )
    return None


def clerks() -> tuple[Clerk, ...]:
    """Everybody who works here or did, by name; those who left come last."""
    return _CLERKS()


def _hours() -> Any:
    row = OpeningHoursRow
    return row.select(row.weekday, row.opens, row.closes).order_by(row.weekday, row.opens)


def _closing_days() -> Any:
    row = ClosingDayRow
    return row.select(row.first_on, row.last_on, row.note).order_by(row.first_on, row.last_on)


def _clerks() -> Any:
    theirs = (
        FollowUpRow.select(FollowUpRow.clerk, fn.COUNT(FollowUpRow.id).alias("number"))
        .where(FollowUpRow.status == FollowUpStatus.OPEN, FollowUpRow.clerk.is_null(False))
        .group_by(FollowUpRow.clerk)
    )
    return (
        ClerkRow.select(
            ClerkRow.id,
            ClerkRow.name,
            ClerkRow.is_manager,
            ClerkRow.left_on,
            fn.COALESCE(theirs.c.number, 0).alias("open_follow_ups"),
        )
        .join(theirs, JOIN.LEFT_OUTER, on=theirs.c.clerk_id == ClerkRow.id)
        .order_by(ClerkRow.left_on.is_null(False), ClerkRow.name, ClerkRow.id)
    )


def _pair(first: str, second: str) -> tuple[str, str]:
    return first, second


_SHOP = Prepared(lambda: ShopRow.select(ShopRow.name, ShopRow.country).limit(1), _pair, {})
_HOURS = Prepared(_hours, OpenHours, {"opens": time.fromisoformat, "closes": time.fromisoformat})
_CLOSING_DAYS = Prepared(
    _closing_days,
    ClosingDays,
    {"first_on": date.fromisoformat, "last_on": date.fromisoformat},
)
_SETTINGS = Prepared(lambda: SettingRow.select(SettingRow.name, SettingRow.value), _pair, {})
_CLERKS = Prepared(_clerks, Clerk, {"is_manager": bool, "left_on": date.fromisoformat})


def valuable_groups() -> frozenset[int]:
    """Of which the first talk waits a month."""
    row = ProductGroupRow
    return frozenset(group.id for group in row.select(row.id).where(row.is_valuable))


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
