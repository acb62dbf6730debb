"""Connects the tray with the window: what rings, what is asked for in the corner, and closing.

Made after the first paint. The tray knows no desk and the desk no tray; both meet here.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QSystemTrayIcon

from followup_desktop.app.answers import Answers
from followup_desktop.app.corner_cards import CornerCards
from followup_desktop.domain.changes import Changed, Changes
from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.reminder import Dismissed, Reminder
from followup_desktop.domain.shop_time import Now
from followup_desktop.tray.bell import Bell
from followup_desktop.tray.presenter import NotificationPresenter, Presenters, WindowPresenter
from followup_desktop.tray.reminder_window import ReminderWindow
from followup_desktop.tray.ticker import Ticker
from followup_desktop.tray.tray import Tray
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.main_window import MainWindow
from followup_desktop.ui.memory import Memory

RINGS_FOR = Changed.FOLLOW_UPS | Changed.SHOP | Changed.CUSTOMERS | Changed.ORDERS
"""After these something else may be due."""

_CAME_INTO_SIGHT = (QEvent.Type.Show, QEvent.Type.WindowStateChange)


class Reminding(QObject):
    raise_requested = Signal()
    """Somebody wants to see the window."""
    quit_requested = Signal()

    def __init__(
        self,
        window: MainWindow,
        memory: Memory,
        clock: Callable[[], Now],
        is_available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
        *,
        minimised: bool = False,
    ) -> None:
        super().__init__(window)
        self._starts_minimised = minimised
        self._main = window
        self._clock = clock
        self._desk: Desk | None = None
        self._is_ending = False
        self._notifies = False
        self._closes_to_tray = True
        self.bell: Bell | None = None
        self.answers: Answers | None = None
        self.window = ReminderWindow()
        self.cards = CornerCards(memory, self.window, self)
        self.tray = Tray(self._first, self._dismissed, self, is_available)
        self.ticker = Ticker(self)
        self._connect()
        window.installEventFilter(self)
        self.tray.start()

    def _connect(self) -> None:
        self.ticker.ticked.connect(self._on_ticked)
        self.cards.chosen.connect(self._on_card_chosen)
        self.tray.open_requested.connect(self.raise_requested)
        self.tray.quit_requested.connect(self.quit_requested)
        self.tray.appeared.connect(self._on_tray_appeared)

    # Which data is open

    def attach(self, desk: Desk) -> None:
        self.detach()
        self._desk = desk
        presenters = Presenters([WindowPresenter(self.window), NotificationPresenter(self._notify)])
        self.bell = Bell(desk.services.reminders, self._clock, presenters, self)
        self.bell.changed.connect(desk.announce)
        self.bell.troubled.connect(desk.troubled)
        self.bell.seen.connect(self._on_seen)
        self.answers = Answers(self.bell, desk, self._main, self)
        self.answers.raise_requested.connect(self.raise_requested)
        self.answers.listen_to(self.tray, self.window)
        desk.changed.connect(self._on_desk_changed)
        desk.clerk_changed.connect(self._follow)
        self._follow()
        self.ticker.start()
        self.bell.look_soon()

    def detach(self) -> None:
        self.ticker.stop()
        self.window.hide()
        if self.answers is not None:
            self.answers.stop()
        if self.bell is not None:
            self.bell.stop()
            self.bell.deleteLater()
        if self._desk is not None:
            self._desk.changed.disconnect(self._on_desk_changed)
            self._desk.clerk_changed.disconnect(self._follow)
        self.bell, self.answers, self._desk = None, None, None

    def end(self) -> None:
        """The next close ends the program."""
        self._is_ending = True

    def stop(self) -> None:
        self._main.removeEventFilter(self)
        self.detach()
        self.tray.stop()
        self.window.deleteLater()
        self.cards.stop()

    def _follow(self) -> None:
        """Remind as the shop and whoever is at the desk want it."""
        if self._desk is None or self.bell is None:
            return
        preferences = self._desk.services.shop.shop().preferences
        self.bell.clerk_id = self._desk.clerk_id
        self.bell.hides_names = preferences.hides_names
        self._notifies = preferences.notifies
        self._closes_to_tray = preferences.closes_to_tray

    def _on_desk_changed(self, changes: Changes) -> None:
        if changes.what & Changed.SHOP:
            self._follow()
        if changes.what & RINGS_FOR and self.bell is not None:
            self.bell.look_soon()

    # Ringing

    def _on_ticked(self) -> None:
        if self.bell is not None:
            self.bell.tick()
            self.greet()
        self.tray.look_for_tray()

    def _on_seen(self, reminder: Reminder) -> None:
        hides_names = self.bell is not None and self.bell.hides_names
        self.tray.show_reminder(reminder, hides_names=hides_names)
        self.cards.fit()

    def _notify(self, title: str, text: str) -> None:
        if self._notifies:
            self.tray.notify(title, text)

    def greet(self) -> None:
        """Good morning, once a day, where Today's own greeting isn't in sight."""
        if self._desk is not None and not self._is_in_sight():
            self.cards.good_morning(self._desk, self._clock())

    def _is_in_sight(self) -> bool:
        return self._main.isVisible() and not self._main.isMinimized()

    def _first(self) -> tuple[DueFollowUp, ...]:
        return self.bell.first() if self.bell is not None else ()

    def _dismissed(self) -> tuple[Dismissed, ...]:
        return self.bell.recently_dismissed() if self.bell is not None else ()

    def _on_card_chosen(self) -> None:
        self.raise_requested.emit()
        if self.answers is not None:
            self.answers.show_all()

    # Closing goes to the tray

    def _on_tray_appeared(self) -> None:
        """Started at login, the window waited minimised for a place to go."""
        if self._starts_minimised and self._main.isMinimized():
            self._main.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._main and isinstance(event, QCloseEvent) and self._goes_on():
            event.ignore()
            self._main.leave()
            self._main.hide()
            self.cards.still_here()
            return True
        if watched is self._main and event.type() in _CAME_INTO_SIGHT and self._is_in_sight():
            self.cards.window_is_seen()
        return super().eventFilter(watched, event)

    def _goes_on(self) -> bool:
        """There is something to remind of, and a place to come back from."""
        has_work = self.bell is not None and not self._is_ending
        return has_work and self._closes_to_tray and self.tray.is_there
