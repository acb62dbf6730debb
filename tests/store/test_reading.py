"""Reading in a thread of its own, beside the window's."""

from collections.abc import Callable
from threading import Event, Thread

import pytest

from followup_desktop.store.rows import CustomerRow
from followup_desktop.store.store import Store
from tests.store.rooms import customer_in

FOR_EVER = """
    WITH RECURSIVE number(n) AS (SELECT begun() UNION ALL SELECT n + 1 FROM number)
    SELECT COUNT(*) FROM number
"""


def in_a_thread(run: Callable[[], object]) -> list[object]:
    """What it answers, or the error that it raises."""
    answers: list[object] = []

    def whole() -> None:
        try:
            answers.append(run())
        except Exception as error:
            answers.append(error)

    thread = Thread(target=whole)
    thread.start()
    thread.join()
    return answers


def test_it_sees_what_was_saved_and_leaves_the_window_its_own_connection(store: Store) -> None:
    customer_in(store)

    def read() -> int:
        with store.reading():
            return int(CustomerRow.select().count())

    assert in_a_thread(read) == [1]
    customer_in(store, "Jun Hayashi", "+12125550124")
    assert in_a_thread(read) == [2]
    assert CustomerRow.select().count() == 2


def test_a_store_that_closes_waits_for_nobody(store: Store) -> None:
    has_begun, ends = Event(), []

    def begun() -> int:
        has_begun.set()
        return 1

    def read() -> None:
        try:
            with store.reading():
                store.database.connection().create_function("begun", 0, begun)
                store.database.execute_sql(FOR_EVER).fetchone()
        except Exception as error:
            ends.append(str(error))

    reader = Thread(target=read)
    reader.start()
    assert has_begun.wait(timeout=30)
    store.close()
    reader.join()
    assert ends == ["interrupted"]


def test_nobody_reads_from_a_store_that_is_closed(store: Store) -> None:
    store.close()
    with pytest.raises(RuntimeError), store.reading():
        pass
