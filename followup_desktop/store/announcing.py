"""Announcements as rows: what was said, put off and put away (M-62).

Within a unit's block. Not part of the journal: nobody undoes what was said; what was put away is
brought back from the list of those. Written many at a time: after a long absence hundreds are due.
"""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any

from followup_desktop.domain.kinds import FollowUpStatus
from followup_desktop.domain.reminder import Announcement
from followup_desktop.domain.shop_time import Now
from followup_desktop.store.rows import AnnouncementRow, database
from followup_desktop.store.tables import table_of


def say(announcements: Iterable[Announcement], now: Now) -> None:
    """A later notice of the same version takes the place of the one before, and of its answer."""
    table = table_of(AnnouncementRow)
    rows = [
        table.defaults()
        | table.stored(
            {
                "follow_up": one.follow_up_id,
                "version": one.version,
                "notice": one.notice,
                "announced_at": now.utc,
            }
        )
        for one in announcements
    ]
    before = 'DELETE FROM "announcement" WHERE "follow_up_id" = ? AND "version" = ?'
    database.execute_many(before, [(row["follow_up_id"], row["version"]) for row in rows])
    database.execute_many(table.insert, [tuple(row.values())[1:] for row in rows])


def put_off(follow_up_ids: Collection[int], until: datetime) -> None:
    _answer(follow_up_ids, snoozed_until=until, dismissed_at=None)


def put_away(follow_up_ids: Collection[int], now: Now) -> None:
    _answer(follow_up_ids, snoozed_until=None, dismissed_at=now.utc)


def bring_back(follow_up_ids: Collection[int]) -> None:
    """To the window, as if nobody had answered."""
    _answer(follow_up_ids, snoozed_until=None, dismissed_at=None)


def _answer(follow_up_ids: Collection[int], **values: Any) -> None:
    """What wasn't announced yet, or is no longer open, is left alone. One statement for each: with
    thousands of ids in one, peewee takes longer to write it than SQLite to do it."""
    stored = table_of(AnnouncementRow).stored(values)
    new = ", ".join(f'"{name}" = ?' for name in stored)
    answer = (
        f'UPDATE "announcement" SET {new} WHERE "follow_up_id" = ? AND "version" = '
        '(SELECT f."version" FROM "follow_up" AS f'
        ' WHERE f."id" = "announcement"."follow_up_id" AND f."status" = ?)'
    )
    given = tuple(stored.values())
    database.execute_many(
        answer, [(*given, one, FollowUpStatus.OPEN.value) for one in sorted(follow_up_ids)]
    )
