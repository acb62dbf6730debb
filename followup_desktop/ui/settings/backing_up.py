"""A backup that somebody asked for, made while they go on working."""

from contextlib import suppress
from threading import Thread

from PySide6.QtCore import QObject, QTimer, Signal

from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.upkeep import BackupCancelled, BackupWatch, Upkeep
from followup_desktop.ui.uncollected import uncollected

PATIENCE = 1_000
"""Milliseconds after which somebody wants to know how far it is, and may call it off."""
LOOKS = 200
"""Milliseconds from one look to the next."""


class BackingUp(QObject):
    """One at a time. With many customers it takes seconds, so it has a thread; a program that ends
    meanwhile leaves an unfinished file, which the next backup throws away."""

    made = Signal(str)
    """The backup's name."""
    failed = Signal(object)
    """WorldError."""
    cancelled = Signal()
    progressed = Signal(float, bool)
    """How much is copied, 0 to 1; and whether it is being read back."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread: Thread | None = None
        self._watch = BackupWatch()
        self._look = QTimer(self)
        self._look.timeout.connect(self._on_look)

    def start(self, upkeep: Upkeep, now: Now) -> None:
        if self._thread is not None and self._thread.is_alive():
            return
        self._watch = watch = BackupWatch()
        self._thread = Thread(
            target=self._run, args=(upkeep, now, watch), name="backup", daemon=True
        )
        self._thread.start()
        self._look.start(PATIENCE)

    def cancel(self) -> None:
        self._watch.cancel()

    def _on_look(self) -> None:
        if self._thread is None or not self._thread.is_alive():
            self._look.stop()
            return
        self._look.setInterval(LOOKS)
        self.progressed.emit(self._watch.copied, self._watch.is_checking)

    def _run(self, upkeep: Upkeep, now: Now, watch: BackupWatch) -> None:
        # The shop may be closed meanwhile, and this with it.
        with uncollected, suppress(RuntimeError):
            try:
                self.made.emit(upkeep.backup(now, watch).name)
            except BackupCancelled:
                self.cancelled.emit()
            except WorldError as error:
                self.failed.emit(error)
