"""What is done while nobody waits: the look ahead and the backup of each day, and moving the log
into the data file."""

from collections.abc import Callable
from contextlib import suppress
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.shop_time import Now
from followup_desktop.ui.day_watch import DayWatch
from followup_desktop.ui.main_window import MainWindow
from followup_desktop.ui.uncollected import uncollected

if TYPE_CHECKING:
    from followup_desktop.app.session import Session

_AFTER_START = 4_000
_AFTER_WORK = 20_000
"""Milliseconds in which nobody is kept waiting."""


class IdleWork(QObject):
    backup_failed = Signal(object)
    """WorldError; from the thread that made the backup."""

    def __init__(self, window: MainWindow, clock: Callable[[], Now]) -> None:
        super().__init__(window)
        self._clock = clock
        self._session: Session | None = None
        self._backup: Thread | None = None
        self._watch = DayWatch(window, lambda: clock().day)
        self._watch.minute_passed.connect(self._on_minute_passed)
        self._watch.day_changed.connect(self._on_day_changed)
        self.backup_failed.connect(self._on_backup_failed)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(_AFTER_WORK)
        self._quiet.timeout.connect(self.rest)
        QTimer.singleShot(_AFTER_START, self, self.look_ahead)
        QTimer.singleShot(_AFTER_START, self, self.back_up)

    def attach(self, session: "Session") -> None:
        """Work on this data from now on."""
        self._session = session

    def detach(self) -> None:
        self._session = None

    def back_up(self) -> None:
        """The day's backup, if it isn't made yet; in a thread with a connection of its own."""
        session = self._session
        if session is None or session.is_sample or not session.is_set_up or self._is_backing_up():
            return
        upkeep, now = session.services.upkeep, self._clock()

        def run() -> None:
            with uncollected:
                try:
                    upkeep.backup_if_due(now)
                except WorldError as error:
                    self.backup_failed.emit(error)

        self._backup = Thread(target=run, name="backup", daemon=True)
        self._backup.start()

    def look_ahead(self) -> None:
        """What became late overnight, and what comes again, is planned."""
        session = self._session
        if session is not None and session.desk is not None and session.is_set_up:
            session.desk.do(session.services.today.look_ahead)

    def work_was_done(self) -> None:
        """Something was saved: put things in order once nothing more comes for a while."""
        self._quiet.start()

    def rest(self) -> None:
        session = self._session
        if session is not None:
            # What the world puts in the way now isn't in the way of anybody; it is done next time.
            with suppress(WorldError):
                session.store.rest(self._clock())

    def stop(self) -> None:
        """Wait for a backup that is being made: half a one would be of no use."""
        self._quiet.stop()
        if self._backup is not None:
            self._backup.join()
            self._backup = None

    def _is_backing_up(self) -> bool:
        return self._backup is not None and self._backup.is_alive()

    def _on_minute_passed(self) -> None:
        session = self._session
        if session is not None and session.desk is not None:
            session.desk.time_passed.emit()

    def _on_day_changed(self) -> None:
        self.look_ahead()
        session = self._session
        if session is not None and session.desk is not None:
            session.desk.day_changed.emit()
        self.back_up()

    def _on_backup_failed(self, error: WorldError) -> None:
        session = self._session
        if session is not None and session.desk is not None:
            session.desk.troubled.emit(error)
