"""Bugs that nobody meets while they happen: what is raised in one of Qt's slots ends nothing."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType


@contextmanager
def noticing() -> Iterator[list[BaseException]]:
    """What goes wrong meanwhile; it is told as it would be without."""
    found: list[BaseException] = []
    told = sys.excepthook

    def notice(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        found.append(error)
        told(kind, error, trace)

    sys.excepthook = notice
    try:
        yield found
    finally:
        sys.excepthook = told
