"""The store: one save and the day's queue, each against its floor (speed.md)."""

import tempfile
from contextlib import closing
from datetime import timedelta
from itertools import count
from pathlib import Path
from typing import Any

from benchmarks.harness import Row, Size, interleaved
from benchmarks.make_shop import NOW, TODAY, make
from followup_desktop.domain.changes import Did
from followup_desktop.domain.kinds import Kind
from followup_desktop.store.database import connect_raw, settle
from followup_desktop.store.reads import queue
from followup_desktop.store.rows import FollowUpRow
from followup_desktop.store.store import Store
from followup_desktop.store.tables import table_of

QUEUE_ROWS = 100
"""More than a day has."""
ROUNDS = 15


def measure(size: Size) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        store = make(Path(folder), size.customers, size.follow_ups)
        rows = [*_save(store, size), *_queue(store)]
        store.close()
    return rows


def _save(store: Store, size: Size) -> list[Row]:
    """A follow-up that a clerk plans: the row, its journal, the customer's next day. The floor puts
    the same row into the same table, and nothing that follows from it; the barest of all saves puts
    two values into a table without an index."""
    table, numbers = table_of(FollowUpRow), count(1)
    times = min(size.samples, 40)

    def planned() -> dict[str, Any]:
        number = next(numbers)
        return {
            "customer": 1 + number % size.customers,
            "kind": Kind.CHECK_IN,
            "rank": 7,
            "due_on": TODAY + timedelta(days=number % 30),
            "created_at": NOW.utc,
        }

    with closing(connect_raw(store.path, mode="rw")) as bare:
        settle(bare)
        bare.execute("CREATE TABLE floor (id INTEGER PRIMARY KEY, customer INTEGER, due TEXT)")
        rows = iter(
            [
                tuple((table.defaults() | table.stored(planned())).values())[1:]
                for _ in range(times * (ROUNDS + 1))
            ]
        )

        def insert(sql: str, values: tuple[Any, ...]) -> None:
            bare.execute("BEGIN IMMEDIATE")
            bare.execute(sql, values)
            bare.execute("COMMIT")

        def ours() -> None:
            with store.action(Did.FOLLOW_UP_PLANNED, NOW, 1) as unit:
                unit.insert(FollowUpRow, **planned())

        def same_row() -> None:
            insert(table.insert, next(rows))

        def barest() -> None:
            insert("INSERT INTO floor (customer, due) VALUES (?, ?)", (1, str(TODAY)))

        against_row = interleaved([(ours, same_row)] * times, ROUNDS)
        against_barest = interleaved([(ours, barest)] * times, ROUNDS)
    return [
        Row("one save / its row alone", *against_row, goal_ratio=2),
        Row("one save / the barest save", *against_barest),
    ]


def _queue(store: Store) -> list[Row]:
    """Through our layers against the same statement bare; and bare against no index at all."""
    sent: list[str] = []
    connection = store.database.connection()
    connection.set_trace_callback(sent.append)
    queue.due(TODAY, QUEUE_ROWS)
    connection.set_trace_callback(None)
    bare = connect_raw(store.path)
    ids = (
        "SELECT id FROM follow_up {} WHERE status = 'open' AND rank IN (1, 2, 3, 4, 5, 6, 7, 8)"
        f" AND due_on <= '{TODAY}' ORDER BY rank, due_on, due_time, id LIMIT {QUEUE_ROWS}"
    )

    def run(sql: str) -> Any:
        return bare.execute(sql).fetchall()

    layers = interleaved([(lambda: queue.due(TODAY, QUEUE_ROWS), lambda: run(sent[0]))])
    index = interleaved([(lambda: run(ids.format("")), lambda: run(ids.format("NOT INDEXED")))])
    counts = interleaved([(lambda: queue.due_counts(TODAY), lambda: run(ids.format("")))])
    bare.close()
    return [
        Row(f"queue, {QUEUE_ROWS} rows, our layers / bare", *layers, goal_ratio=2.5),
        Row("queue, its index / no index", *index, goal_ratio=0.01),
        Row("queue, how many are due of each rank", counts[0]),
    ]
