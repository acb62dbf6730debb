"""Keeps Python's collector out of threads that work beside the window.

It works in whatever thread makes the most objects, and among what it finds may be a window's, which
only the window's own thread may take apart.
"""

import gc
from threading import Lock


class _Uncollected:
    """`with uncollected:` around what a thread does. Several may at the same time."""

    def __init__(self) -> None:
        self._book = Lock()
        self._threads = 0
        self._was_enabled = False

    def __enter__(self) -> None:
        with self._book:
            if not self._threads:
                self._was_enabled = gc.isenabled()
                gc.disable()
            self._threads += 1

    def __exit__(self, *raised: object) -> None:
        with self._book:
            self._threads -= 1
            if self._threads or not self._was_enabled:
                return
            # What was made meanwhile is due to be collected, and would be at once, in this thread;
            # these two count it among what is looked at later.
            gc.freeze()
            gc.unfreeze()
            gc.enable()


uncollected = _Uncollected()
