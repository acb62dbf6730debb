"""The tray's icon and its menu. There may be no tray at all, or only some time after the login.

Only `isSystemTrayAvailable` is asked: without a tray an icon says that it is visible all the same.
An icon made before there is a tray never appears in it, so a new one is made then.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.reminder import Busy, Dismissed, Reminder
from followup_desktop.tray.icon import icon
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.button_base import plain
from followup_desktop.ui.kit.tokens import TextRole
from followup_desktop.words import _, reminders

LOOK_EVERY = 5_000
"""Milliseconds. Later somebody else's timer looks, so that an idle program wakes up for nothing."""
DISMISSED = 10
"""Lines of what was put away lately."""
LOOKS = 6
"""Half a minute after a login most desktops have their tray. Some get one much later."""


class Tray(QObject):
    open_requested = Signal()
    call_requested = Signal(int)
    """Follow-up."""
    show_all_requested = Signal()
    visit_requested = Signal()
    busy_requested = Signal(object)
    """Busy; None: no longer."""
    bring_back_requested = Signal(object)
    """Ids of what was put away and is to be seen again."""
    names_requested = Signal(bool)
    """Whether reminders are to name nobody."""
    quit_requested = Signal()
    appeared = Signal()

    def __init__(
        self,
        first: Callable[[], tuple[DueFollowUp, ...]],
        dismissed: Callable[[], tuple[Dismissed, ...]],
        parent: QObject | None = None,
        is_available: Callable[[], bool] = QSystemTrayIcon.isSystemTrayAvailable,
    ) -> None:
        """`first`: the first of what is due; `dismissed`: what was put away lately. Both are asked
        for when the menu opens."""
        super().__init__(parent)
        self._first = first
        self._dismissed = dismissed
        self._is_available = is_available
        self._reminder: Reminder | None = None
        self._hides_names = False
        self._looks = 0
        self.icon: QSystemTrayIcon | None = None
        self.menu = QMenu()
        self.dismissed_menu = QMenu(self.menu)
        self.menu.aboutToShow.connect(self.fill_menu)
        self._later = QTimer(self)
        self._later.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._later.setInterval(LOOK_EVERY)
        self._later.timeout.connect(self.look_for_tray)

    # The icon

    @property
    def is_there(self) -> bool:
        """There is a tray, and our icon stands in it: the window may hide there."""
        return self.icon is not None and self._is_available()

    def start(self) -> None:
        self.look_for_tray()
        if self.icon is None:
            self._later.start()

    def look_for_tray(self) -> None:
        """Also with every tick of the reminders: it costs a question to the desktop."""
        self._looks += 1
        if self.icon is None and self._is_available():
            self._make_icon()
        if self.icon is not None or self._looks > LOOKS:
            self._later.stop()

    def stop(self) -> None:
        self._later.stop()
        if self.icon is not None:
            self.icon.hide()
            self.icon.deleteLater()
            self.icon = None

    def _make_icon(self) -> None:
        self.icon = QSystemTrayIcon(self)
        self.icon.setContextMenu(self.menu)
        self.icon.activated.connect(self._on_activated)
        # Some hosts show nothing of a menu that is empty when they first read it.
        self.fill_menu()
        self._dress()
        self.icon.show()
        self.appeared.emit()

    def _dress(self) -> None:
        if self.icon is not None:
            self.icon.setIcon(self._shown_icon())
            self.icon.setToolTip(self.tooltip())

    def _shown_icon(self) -> QIcon:
        return icon(self._reminder.count if self._reminder else 0)

    def tooltip(self) -> str:
        return "Followup" if self._reminder is None else reminders.tooltip(self._reminder)

    def show_reminder(self, reminder: Reminder, *, hides_names: bool) -> None:
        self._reminder = reminder
        self._hides_names = hides_names
        self._dress()

    def notify(self, title: str, text: str) -> None:
        """The desktop's own notification. Without a tray there is none; in an old tray of X11, the
        only one where an icon has a place, Qt paints a yellow one itself, over our window."""
        is_painted = QGuiApplication.platformName() == "xcb"
        if self.icon is not None and not (is_painted and self.icon.geometry().isValid()):
            self.icon.showMessage(title, text, self._shown_icon())

    def _on_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # A double click comes as two of these, or as one and a double one: so this never closes.
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.open_requested.emit()

    # The menu

    def fill_menu(self) -> None:
        self.menu.clear()
        self._add_due()
        self._add(_("Open Followup"), self.open_requested.emit)
        self._add(_("Record a visit…"), self.visit_requested.emit)
        if self._reminder is not None and self._reminder.busy_until is not None:
            self._add(_("No longer busy"), lambda: self.busy_requested.emit(None))
        else:
            self._add(_("Quiet for 1 hour"), lambda: self.busy_requested.emit(Busy.HOUR))
            self._add(
                _("Quiet until tomorrow"), lambda: self.busy_requested.emit(Busy.UNTIL_TOMORROW)
            )
        self._add_dismissed()
        self._add_names()
        self.menu.addSeparator()
        self._add(_("Quit"), self.quit_requested.emit)

    def _add_due(self) -> None:
        count = self._reminder.count if self._reminder else 0
        if not count:
            return
        if self._hides_names:
            self._add(reminders.unnamed(count), self.show_all_requested.emit)
        else:
            rows = self._first()
            for due in rows:
                self._add(
                    reminders.menu_line(due),
                    partial(self.call_requested.emit, due.id),
                )
            if count > len(rows):
                more = reminders.menu_more(count - len(rows))
                self._add(more, self.show_all_requested.emit)
        actions = self.menu.actions()
        if actions:
            self.menu.setDefaultAction(actions[0])
            actions[0].setFont(theme.font(TextRole.STRONG))
        self.menu.addSeparator()

    def _add_dismissed(self) -> None:
        found = () if self._hides_names else self._dismissed()
        if not found:
            return
        menu = self.dismissed_menu
        menu.clear()
        menu.setTitle(_("Recently dismissed"))
        self.menu.addMenu(menu)
        for one in found[:DISMISSED]:
            bring_back = partial(self.bring_back_requested.emit, (one.due.id,))
            action = menu.addAction(plain(reminders.menu_line(one.due)))
            action.triggered.connect(lambda _=False, chosen=bring_back: chosen())
        menu.addSeparator()
        everything = tuple(one.due.id for one in found)
        menu.addAction(_("Bring all back")).triggered.connect(
            lambda: self.bring_back_requested.emit(everything)
        )

    def _add_names(self) -> None:
        """One click before a screen is shared, and one after."""
        action = self.menu.addAction(_("Name nobody in reminders"))
        action.setCheckable(True)
        action.setChecked(self._hides_names)
        action.triggered.connect(self.names_requested)

    def _add(self, text: str, on_chosen: Callable[[], None]) -> None:
        self.menu.addAction(plain(text)).triggered.connect(lambda: on_chosen())
