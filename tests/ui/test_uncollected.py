"""A thread beside the window never takes apart what may be the window's."""

import gc
from collections.abc import Callable, Iterator
from threading import Event, Thread, current_thread

import pytest

from followup_desktop.ui.uncollected import uncollected


@pytest.fixture
def collected_in() -> Iterator[list[str]]:
    """The threads in which the collector began meanwhile."""
    found: list[str] = []

    def note(phase: str, info: dict[str, int]) -> None:
        found.append(current_thread().name)

    gc.callbacks.append(note)
    yield found
    gc.callbacks.remove(note)


def make_many() -> None:
    assert [[] for _ in range(10 * gc.get_threshold()[0])]


def beside(work: Callable[[], None]) -> Thread:
    def run() -> None:
        with uncollected:
            work()

    thread = Thread(target=run, name="beside")
    thread.start()
    return thread


def test_nothing_is_collected_beside_the_window(collected_in: list[str]) -> None:
    beside(make_many).join()
    assert "beside" not in collected_in
    assert gc.isenabled()


def test_one_that_ends_sooner_lets_the_other_be(collected_in: list[str]) -> None:
    is_under_way, may_go_on = Event(), Event()

    def wait() -> None:
        is_under_way.set()
        assert may_go_on.wait(timeout=30)
        make_many()

    longer = beside(wait)
    assert is_under_way.wait(timeout=30)
    beside(make_many).join()
    assert not gc.isenabled()
    may_go_on.set()
    longer.join()
    assert "beside" not in collected_in
    assert gc.isenabled()


def test_who_collects_nothing_anyway_goes_on_so() -> None:
    gc.disable()
    try:
        beside(make_many).join()
        assert not gc.isenabled()
    finally:
        gc.enable()
