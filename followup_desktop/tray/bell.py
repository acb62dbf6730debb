"""Rings: asks what is due at every tick, writes down what it says, and hands it to the presenter.

As long as the last answer still holds and nothing was written, a tick costs a comparison.
"""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from datetime import datetime

from PySide6.QtCore import QObject, QTimer, Signal

from followup_desktop.domain.changes import Changes
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.later import Later
from followup_desktop.domain.reminder import Announcement, Busy, Dismissed, Reminder
from followup_desktop.domain.reminding import still_holds
from followup_desktop.domain.shop_time import Now
from followup_desktop.services.reminders import SLICE, Reminders
from followup_desktop.tray.presenter import Presenter

SOON = 150
"""Milliseconds."""


class Bell(QObject):
    changed = Signal(object)
    """Changes: a person answered."""
    troubled = Signal(object)
    """WorldError: nothing was written."""
    seen = Signal(object)
    """Reminder, after every look: for the icon."""

    def __init__(
        self,
        reminders: Reminders,
        clock: Callable[[], Now],
        presenter: Presenter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reminders = reminders
        self._clock = clock
        self._presenter = presenter
        self._seen: tuple[Now, Reminder] | None = None
        self._looking: Iterator[Reminder | None] | None = None
        self._is_up = False
        self._is_aside = False
        self._said: set[Announcement] = set()
        """In this run. What could not be written down isn't said aloud twice all the same."""
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.look)
        self.clerk_id: int | None = None
        self.hides_names = False

    @property
    def reminder(self) -> Reminder | None:
        """As it was seen last."""
        return self._seen[1] if self._seen else None

    # Looking

    def tick(self) -> None:
        if self._seen is None:
            self.look()
            return
        asked, reminder = self._seen
        if not still_holds(asked, reminder.next_at, self._clock()):
            self.look()

    def stop(self) -> None:
        """The data is being closed: nothing is asked any more."""
        self._soon.stop()
        self._looking = None

    def look_soon(self) -> None:
        """Something was written: once it is shown where it was done."""
        self._soon.start(SOON)

    def look(self) -> None:
        self._soon.stop()
        with self._told():
            now = self._clock()
            self._looking = self._reminders.looking(now)
            self._go_on(now, self._looking)

    def _go_on(self, now: Now, looking: Iterator[Reminder | None]) -> None:
        """One slice at a time; a look that was begun anew meanwhile takes the place of this one."""
        if looking is not self._looking:
            return
        seen = next(looking)
        if seen is None:
            QTimer.singleShot(0, self, lambda: self._go_on(now, looking))
        else:
            self._looking = None
            self._say(now, seen)

    def _say(self, now: Now, reminder: Reminder) -> None:
        self._seen = (now, reminder)
        self._present(reminder)
        self._said.update(reminder.fresh)
        self.seen.emit(reminder)
        self._write_down(list(reminder.fresh))

    def _present(self, reminder: Reminder) -> None:
        if not reminder.ids or reminder.busy_until is not None or self._is_aside:
            self._is_up = False
            self._presenter.hide()
        elif not reminder.is_quiet and (set(reminder.fresh) - self._said or not self._is_up):
            self._is_up = True
            self._presenter.show(reminder, hides_names=self.hides_names)
        else:
            self._presenter.update(reminder, hides_names=self.hides_names)

    def _write_down(self, fresh: list[Announcement]) -> None:
        """So many at a time as a window doesn't notice."""
        if not fresh:
            return
        with self._told():
            self._reminders.announced(self._clock(), fresh[:SLICE])
            QTimer.singleShot(0, self, lambda: self._write_down(fresh[SLICE:]))

    def stand_aside(self, aside: bool) -> None:
        """While the same is answered elsewhere, in sight; what is unanswered then comes back."""
        if aside is self._is_aside:
            return
        self._is_aside = aside
        if aside:
            self._is_up = False
            self._presenter.hide()
        else:
            self.look()

    # What a person answers

    def dismiss(self, follow_up_ids: Collection[int]) -> None:
        self._answer(lambda now: self._reminders.dismiss(now, self.clerk_id, follow_up_ids))

    def put_off(self, follow_up_ids: Collection[int], until: Later | datetime) -> None:
        self._answer(lambda now: self._reminders.snooze(now, self.clerk_id, follow_up_ids, until))

    def bring_back(self, follow_up_ids: Collection[int]) -> None:
        self._answer(lambda now: self._reminders.bring_back(now, self.clerk_id, follow_up_ids))

    def be_busy(self, busy: Busy | None) -> None:
        self._answer(lambda now: self._reminders.busy(now, self.clerk_id, busy))

    def _answer(self, verb: Callable[[Now], Changes]) -> None:
        """Written down first; only then the window goes."""
        with self._told():
            changes = verb(self._clock())
            if self.reminder is not None and len(self.reminder.ids) > SLICE:
                # Writing so many down is enough for one moment of a window.
                self.look_soon()
                QTimer.singleShot(0, self, lambda: self.changed.emit(changes))
            else:
                self.look()
                self.changed.emit(changes)

    # What the tray's menu asks for when it opens

    def first(self) -> tuple[DueFollowUp, ...]:
        found: tuple[DueFollowUp, ...] = ()
        with self._told():
            if self.reminder is not None:
                found = self._reminders.first(self._clock(), self.reminder)
        return found

    def recently_dismissed(self) -> tuple[Dismissed, ...]:
        found: tuple[Dismissed, ...] = ()
        with self._told():
            found = self._reminders.recently_dismissed(self._clock())
        return found

    @contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except WorldError as error:
            self.troubled.emit(error)
