"""Undo: an action's changes backwards, as long as nobody changed the same things since."""

from peewee import IntegrityError

from followup_desktop.domain.changes import Changed
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.store.database import FollowupDatabase
from followup_desktop.store.journal import Entry, entries_of
from followup_desktop.store.rows import ActionRow
from followup_desktop.store.tables import Table, Values, pointing_at, table_named, table_of
from followup_desktop.store.unit import Unit

_SHOP = ("shop", "opening_hours", "closing_day", "setting", "kind", "cadence", "product_group")
_SHOWN: dict[str, Changed] = {
    "follow_up": Changed.FOLLOW_UPS,
    "call": Changed.CALLS | Changed.CUSTOMERS,
    "call_line": Changed.CALLS,
    "call_bridge": Changed.CALLS,
    "detour": Changed.CALLS,
    "order": Changed.ORDERS | Changed.CUSTOMERS,
    "checkpoint": Changed.ORDERS | Changed.CUSTOMERS,
    "date_change": Changed.ORDERS | Changed.CUSTOMERS,
    "delay": Changed.ORDERS | Changed.CUSTOMERS,
    "clerk": Changed.CLERKS,
    "playbook": Changed.PLAYBOOKS,
    "draft": Changed.PLAYBOOKS,
} | dict.fromkeys(_SHOP, Changed.SHOP)
"""Where the rows of a table are shown; those of all others stand on a customer's card."""


_BOOKKEEPING = frozenset({"action", "announcement"})
"""Rows that come about by themselves. They go with what they belong to; they are nobody's work."""


def last_action(database: FollowupDatabase, clerk_id: int | None) -> int | None:
    """The newest action that isn't undone and isn't an undo itself."""
    sql = 'SELECT "id" FROM "action" WHERE "undone_at" IS NULL AND "undoes_id" IS NULL'
    parameters: tuple[object, ...] = ()
    if clerk_id is not None:
        sql, parameters = f'{sql} AND "clerk_id" = ?', (clerk_id,)
    found = database.execute_sql(f'{sql} ORDER BY "id" DESC LIMIT 1', parameters).fetchone()
    return None if found is None else int(found[0])


def take_back(unit: Unit, database: FollowupDatabase, action_id: int) -> None:
    """Raises CHANGED_SINCE, and the unit is to be given up; GONE when there is no such action.

    An undo that is taken back makes its action undoable again.
    """
    found = database.execute_sql(
        'SELECT "undone_at", "undoes_id", "changes" FROM "action" WHERE "id" = ?', (action_id,)
    ).fetchone()
    if found is None or found[0] is not None:
        raise WorldError(Trouble.GONE, where=f"action {action_id}")
    try:
        for entry in reversed(entries_of(found[2])):
            _reverse(unit, entry)
    except IntegrityError as error:  # what it hung on is no longer there
        raise WorldError(Trouble.CHANGED_SINCE) from error
    _mark(database, action_id, table_of(ActionRow).stored({"undone_at": unit.now.utc}))
    if found[1] is not None:
        _mark(database, found[1], {"undone_at": None})


def shown(unit: Unit) -> Changed:
    """Where the rows that a unit wrote are shown."""
    what = Changed.NOTHING
    for table in unit.tables:
        what |= _SHOWN.get(table, Changed.CUSTOMERS)
    return what


def _mark(database: FollowupDatabase, action_id: int, values: Values) -> None:
    database.execute_sql(table_of(ActionRow).update(tuple(values)), (*values.values(), action_id))


def _reverse(unit: Unit, entry: Entry) -> None:
    name, row_id, was, became = entry
    table = table_named(name)
    now = unit.find(table, row_id)
    if became is None:
        if now is not None or was is None:
            raise WorldError(Trouble.CHANGED_SINCE)
        unit.insert_stored(table, was)
        return
    if now is None or any(now[column] != value for column, value in became.items()):
        raise WorldError(Trouble.CHANGED_SINCE)
    if was is None:
        _refuse_if_in_use(unit, table, row_id)
        unit.delete(table.row, row_id)
    else:
        unit.update_stored(table, row_id, was)


def _refuse_if_in_use(unit: Unit, table: Table, row_id: int) -> None:
    """A row that somebody has built upon since can't simply go."""
    for other, column, _ in pointing_at(table.row):
        if other.name not in _BOOKKEEPING and unit.children(other, column, row_id):
            raise WorldError(Trouble.CHANGED_SINCE)
