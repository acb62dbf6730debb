"""Backups and the check of the data: what they answer, and which backups are kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import groupby

ALL_OF = timedelta(days=2)
DAILY, WEEKLY, MONTHLY = 12, 10, 9
DUE_AFTER = timedelta(hours=20)
"""A shop that opens a little earlier than yesterday still gets its daily backup."""


class BackupReason(StrEnum):
    """Why a backup was made."""

    DAILY = "daily"
    BY_HAND = "by_hand"
    MIGRATION = "migration"


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What `check` found. Everything is empty when all is well; rows are named, never shown."""

    damage: tuple[str, ...] = ()
    """What SQLite says about the file itself."""
    schema: tuple[str, ...] = ()
    """Tables, indexes or triggers that are missing, changed, or none of ours."""
    broken_links: tuple[str, ...] = ()
    """Rows that point at what is not there."""
    strays: tuple[str, ...] = ()
    """Rows whose links lead to another customer."""
    bad_values: tuple[str, ...] = ()
    """Columns that hold a code or a date which means nothing."""
    sums_out_of_step: tuple[int, ...] = ()
    """Customers whose counts or next day are not what their own rows say."""
    search_out_of_step: tuple[str, ...] = ()
    """Search tables that don't hold what they should."""

    @property
    def is_sound(self) -> bool:
        return self == CheckReport()


def is_backup_due(newest: datetime | None, now: datetime) -> bool:
    """The daily one. A backup from the future says that a clock was wrong, no more."""
    return newest is None or newest > now or now - newest >= DUE_AFTER


def to_keep(made: Iterable[datetime], now: datetime) -> frozenset[datetime]:
    """Everything of two days; of what is older the newest of each of 12 days, then of 10 weeks,
    then of 9 months that have any."""
    ordered = sorted(set(made), reverse=True)
    kept = [moment for moment in ordered if now - moment < ALL_OF]
    older = ordered[len(kept) :]
    for count, period in ((DAILY, _day), (WEEKLY, _week), (MONTHLY, _month)):
        stretches = [list(group) for _, group in groupby(older, period)]
        kept += [stretch[0] for stretch in stretches[:count]]
        older = [moment for stretch in stretches[count:] for moment in stretch]
    return frozenset(kept)


def _day(moment: datetime) -> tuple[int, ...]:
    return (moment.toordinal(),)


def _week(moment: datetime) -> tuple[int, ...]:
    return moment.isocalendar()[:2]


def _month(moment: datetime) -> tuple[int, ...]:
    return (moment.year, moment.month)
