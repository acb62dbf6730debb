"""A backup that somebody asked for, made while they go on working."""

from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, Signal

from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.upkeep import Upkeep


class BackingUp(QObject):
    """One at a time. With many customers it takes seconds, so it has a thread; a program that ends
    meanwhile leaves an unfinished file, which the next backup throws away."""

    made = Signal(str)
    """The backup's name."""
    failed = Signal(object)
    """WorldError."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None

    def start(self, upkeep: Upkeep, now: Now) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        self._thread = Thread(target=self._run, args=(upkeep, now), name="backup", daemon=True)
        self._thread.start()

    def _run(self, upkeep: Upkeep, now: Now) -> None:
        with suppress(RuntimeError):  # the shop was closed meanwhile, and this with it
            try:
                self.made.emit(upkeep.backup(now).name)
            except WorldError as error:
                self.failed.emit(error)
