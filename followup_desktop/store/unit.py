"""One clerk's action: what it writes, in one transaction."""

from typing import Any

from followup_desktop.domain.changes import Changed, Changes, Did
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.domain.shop_time import Now
from followup_desktop.store.customer_sums import ripen
from followup_desktop.store.database import FollowupDatabase
from followup_desktop.store.followers import KEPT_BY_STORE, Followers
from followup_desktop.store.journal import Journal
from followup_desktop.store.rows import ActionRow, Row
from followup_desktop.store.tables import Table, Values, pointing_at, table_of


class Unit:
    """Writes rows by their class. Made by `Store.action` and `Store.quiet`, used inside their
    block; what depends on a row follows it before COMMIT: search, the customer's own counts."""

    def __init__(
        self,
        database: FollowupDatabase,
        now: Now,
        clerk_id: int | None,
        did: Did | None,
        undoes: int | None = None,
    ) -> None:
        self.now = now
        self.clerk_id = clerk_id
        self.action_id: int | None = None
        """The entry for undo, after the block; None for a quiet unit or when nothing changed."""
        self.tables: set[str] = set()
        """Of the rows that were written."""
        self._database = database
        self._did = did
        self._undoes = undoes
        self._journal = Journal()
        self._followers = Followers(database, now.day)
        self._customers: dict[int, bool] = {}
        """Whom the rows that were written belong to, and whether they are still there."""
        self._is_open = True

    # What services write with -----------------------------------------------------------------

    def insert(self, row: type[Row], **values: Any) -> int:
        """A new row; fields that aren't given take their defaults. Answers its id."""
        table = self._table(row, values)
        return self.insert_stored(table, table.stored(values))

    def update(self, row: type[Row], row_id: int, **values: Any) -> None:
        """Change some fields. Raises GONE when the row isn't there."""
        table = self._table(row, values)
        self.update_stored(table, row_id, table.stored(values))

    def delete(self, row: type[Row], row_id: int) -> None:
        """Remove a row and everything that hangs on it, each remembered for undo."""
        table = self._table(row, {})
        before = self.read(table, row_id)
        for other, column, on_delete in pointing_at(row):
            if other.row is ActionRow:
                continue
            for child_id in self.children(other, column, row_id):
                if on_delete == "CASCADE":
                    self.delete(other.row, child_id)
                elif on_delete == "SET NULL":
                    self.update_stored(other, child_id, {column: None})
        self._followers.deleting(table, before)
        self._execute(table.delete, (row_id,))
        self._followers.deleted(table, before)
        self._wrote(table, row_id, before, None)

    def changes(
        self, what: Changed, *, customer_id: int | None = None, made_id: int | None = None
    ) -> Changes:
        """The answer of the verb. Asked for after the block: only then it is saved."""
        return Changes(
            what=what,
            did=self._did,
            action_id=self.action_id,
            customer_id=customer_id,
            made_id=made_id,
        )

    # The same in stored values, for undo ---------------------------------------------------------

    def insert_stored(self, table: Table, values: Values) -> int:
        new = table.defaults() | values
        self._followers.complete(table, new)
        if new["id"] is None:
            new["id"] = self._execute(table.insert, tuple(new.values())[1:]).lastrowid
        else:
            self._execute(table.insert_with_id, tuple(new.values()))
        self._followers.inserted(table, new)
        self._wrote(table, new["id"], None, new)
        return int(new["id"])

    def update_stored(self, table: Table, row_id: int, values: Values) -> None:
        before = self.read(table, row_id)
        after = before | values
        self._followers.complete(table, after)
        changed = tuple(column for column in table.columns if before[column] != after[column])
        if not changed:
            return
        self._followers.updating(table, before, after)
        self._execute(table.update(changed), (*(after[column] for column in changed), row_id))
        self._followers.updated(table, before, after)
        self._wrote(table, row_id, before, after, changed)

    # What stands there --------------------------------------------------------------------------

    def find(self, table: Table, row_id: int) -> Values | None:
        """A row as it is stored now."""
        found = self._execute(table.select, (row_id,)).fetchone()
        return None if found is None else dict(zip(table.columns, found, strict=True))

    def read(self, table: Table, row_id: int) -> Values:
        """The same. Raises GONE when it isn't there."""
        found = self.find(table, row_id)
        if found is None:
            raise WorldError(Trouble.GONE, where=f"{table.name} {row_id}")
        return found

    def children(self, table: Table, column: str, row_id: int) -> list[int]:
        """The rows of another table that point at a row."""
        found = self._execute(table.select_ids_by(column), (row_id,)).fetchall()
        return [child_id for (child_id,) in found]

    def ripen_stages(self) -> int:
        """Who has become loyal as time went by, without anything being written about them."""
        return ripen(self._database, self.now.day)

    def only_customer(self) -> int | None:
        """Whom it was all about; None when it was about several, or they are gone."""
        (customer_id, is_there), *others = self._customers.items() or [(0, False)]
        return customer_id if is_there and not others else None

    # Around them --------------------------------------------------------------------------------

    def finish(self) -> None:
        """The last statements before COMMIT."""
        self._is_open = False
        self._followers.catch_up()
        if self._did is not None:
            self.action_id = self._journal.write(
                self._database, self._did, self.now, self.clerk_id, self._undoes
            )

    def _wrote(
        self,
        table: Table,
        row_id: int,
        before: Values | None,
        after: Values | None,
        changed: tuple[str, ...] | None = None,
    ) -> None:
        self.tables.add(table.name)
        values = after or before or {}
        if table.name == "customer":
            self._customers[row_id] = after is not None
        elif customer_id := values.get("customer_id"):
            self._customers.setdefault(customer_id, True)
        if self._did is not None:
            self._journal.wrote(table, row_id, before, after, changed)

    def _table(self, row: type[Row], values: dict[str, Any]) -> Table:
        if not self._is_open:
            raise RuntimeError("this unit is finished")
        table = table_of(row)
        if kept := KEPT_BY_STORE.get(table.name, frozenset()) & values.keys():
            raise TypeError(f"the store itself keeps {', '.join(sorted(kept))}")
        return table

    def _execute(self, sql: str, parameters: tuple[Any, ...]) -> Any:
        return self._database.execute_sql(sql, parameters)
