"""What an action did to which rows, for undo. Written in the same transaction as the rows."""

import json
from datetime import timedelta

from followup_desktop.domain.changes import Did
from followup_desktop.domain.shop_time import Now
from followup_desktop.store.database import FollowupDatabase
from followup_desktop.store.fields import MomentField
from followup_desktop.store.followers import KEPT_BY_STORE
from followup_desktop.store.rows import ActionRow
from followup_desktop.store.tables import Table, Values, table_of

KEPT_FOR = timedelta(days=7)
KEPT_ACTIONS = 500

Entry = tuple[str, int, Values | None, Values | None]
"""Table, row, its values before and after."""

_encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


class Journal:
    """The entries of one action, in the order in which they were written."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []

    def wrote(
        self,
        table: Table,
        row_id: int,
        before: Values | None,
        after: Values | None,
        changed: tuple[str, ...] | None = None,
    ) -> None:
        """Remember a change, of a changed row only the `changed` columns. What the store keeps by
        itself isn't remembered: it is kept again."""
        kept = KEPT_BY_STORE.get(table.name, frozenset())
        columns = [column for column in changed or table.columns if column not in kept]
        if columns:
            self.entries.append((table.name, row_id, _only(before, columns), _only(after, columns)))

    def write(
        self,
        database: FollowupDatabase,
        did: Did,
        now: Now,
        clerk_id: int | None,
        undoes: int | None = None,
    ) -> int | None:
        """Keep the action; answers its id, or None when it changed nothing."""
        if not self.entries:
            return None
        action = table_of(ActionRow)
        values = action.defaults() | action.stored(
            {
                "name": did.value,
                "clerk": clerk_id,
                "happened_at": now.utc,
                "undoes": undoes,
                "changes": _encode(self.entries),
            }
        )
        cursor = database.execute_sql(action.insert, tuple(values.values())[1:])
        return int(cursor.lastrowid)


def _only(values: Values | None, columns: list[str]) -> Values | None:
    return None if values is None else {column: values[column] for column in columns}


def entries_of(changes: str) -> list[Entry]:
    return [(table, row_id, before, after) for table, row_id, before, after in json.loads(changes)]


def forget_old(database: FollowupDatabase, now: Now) -> None:
    """What nobody undoes any more: actions older than a week, and all but the newest 500."""
    database.execute_sql(
        'DELETE FROM "action" WHERE "happened_at" < ? OR "id" <='
        ' (SELECT "id" FROM "action" ORDER BY "id" DESC LIMIT 1 OFFSET ?)',
        (MomentField().db_value(now.utc - KEPT_FOR), KEPT_ACTIONS),
    )
