"""Bugs that nobody meets while they happen: raised in one of Qt's slots or in a thread they end
nothing."""

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType


@contextmanager
def noticing() -> Iterator[list[BaseException]]:
    """What goes wrong meanwhile; it is told as it would be without."""
    found: list[BaseException] = []
    told, told_by_threads = sys.excepthook, threading.excepthook

    def notice(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        found.append(error)
        told(kind, error, trace)

    def notice_in_a_thread(raised: threading.ExceptHookArgs) -> None:
        if raised.exc_value is not None:
            found.append(raised.exc_value)
        told_by_threads(raised)

    sys.excepthook, threading.excepthook = notice, notice_in_a_thread
    try:
        yield found
    finally:
        sys.excepthook, threading.excepthook = told, told_by_threads
