"""How a reminder is presented: our own window; the desktop's notification besides, as an addition.

Our window is the main channel, for a notification is gone after seconds, and clicks on it mostly
don't come back (docs/reminders.md).
"""

from collections.abc import Callable, Sequence
from typing import Protocol

from followup_desktop.domain.reminder import Reminder
from followup_desktop.tray.reminder_window import ReminderWindow
from followup_desktop.words import reminders as words


class Presenter(Protocol):
    def show(self, reminder: Reminder, *, hides_names: bool) -> None:
        """There is something to say. What stands may have been shown before."""

    def update(self, reminder: Reminder, *, hides_names: bool) -> None:
        """What stands is another; nobody is to be disturbed."""

    def hide(self) -> None:
        """Nothing stands any more, or nobody wants to see it now."""


class WindowPresenter:
    """Our window in the corner."""

    def __init__(self, window: ReminderWindow) -> None:
        self._window = window

    def show(self, reminder: Reminder, *, hides_names: bool) -> None:
        self._window.show_reminder(reminder, hides_names=hides_names)
        self._window.appear()

    def update(self, reminder: Reminder, *, hides_names: bool) -> None:
        if self._window.isVisible():
            self._window.show_reminder(reminder, hides_names=hides_names)

    def hide(self) -> None:
        self._window.hide()


class NotificationPresenter:
    """The desktop's own notification, once for what is fresh."""

    def __init__(self, notify: Callable[[str, str], None]) -> None:
        self._notify = notify

    def show(self, reminder: Reminder, *, hides_names: bool) -> None:
        if reminder.fresh:
            rows = () if hides_names else reminder.rows
            self._notify(words.title(reminder), words.names(rows, reminder.now.date()))

    def update(self, reminder: Reminder, *, hides_names: bool) -> None:
        pass

    def hide(self) -> None:
        pass


class Presenters:
    """Several at once, in their order."""

    def __init__(self, presenters: Sequence[Presenter]) -> None:
        self._presenters = tuple(presenters)

    def show(self, reminder: Reminder, *, hides_names: bool) -> None:
        for presenter in self._presenters:
            presenter.show(reminder, hides_names=hides_names)

    def update(self, reminder: Reminder, *, hides_names: bool) -> None:
        for presenter in self._presenters:
            presenter.update(reminder, hides_names=hides_names)

    def hide(self) -> None:
        for presenter in self._presenters:
            presenter.hide()
