"""What somebody answers a reminder: in the corner, in the tray's menu, or by keyboard in the
window.

All three ask for the same things, and all of them come together here.
"""

from datetime import date, datetime, time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal

from followup_desktop.domain.reminder import Dismissed, Reminder
from followup_desktop.tray.bell import Bell
from followup_desktop.tray.reminder_window import ReminderWindow
from followup_desktop.tray.tray import Tray
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.main_window import MainWindow
from followup_desktop.ui.room import RoomName

if TYPE_CHECKING:
    from followup_desktop.ui.reminders.sheet import ReminderSheet


_CAME_OR_WENT = (QEvent.Type.WindowActivate, QEvent.Type.WindowDeactivate, QEvent.Type.Hide)


class Answers(QObject):
    """For one open data folder; goes with its bell."""

    raise_requested = Signal()
    """Somebody wants to see the window."""

    def __init__(self, bell: Bell, desk: Desk, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._bell = bell
        self._desk = desk
        self._window = window
        self.sheet: ReminderSheet | None = None
        window.installEventFilter(self)
        self._heard = [
            desk.reminders_requested.connect(self.open_sheet),
            bell.seen.connect(self._on_seen),
        ]

    def listen_to(self, tray: Tray, corner: ReminderWindow) -> None:
        """Both outlive the data that is open."""
        self._heard += [
            tray.call_requested.connect(self._on_call),
            tray.show_all_requested.connect(self.show_all),
            tray.visit_requested.connect(self._on_visit),
            tray.busy_requested.connect(self._bell.be_busy),
            tray.bring_back_requested.connect(self._bell.bring_back),
            tray.names_requested.connect(self._on_names),
            corner.call_requested.connect(self._on_call),
            corner.show_all_requested.connect(self.show_all),
            corner.done_requested.connect(self._on_done),
            corner.pick_requested.connect(self._on_pick),
            corner.dismissed.connect(self._bell.dismiss),
            corner.later_requested.connect(self._bell.put_off),
        ]

    def stop(self) -> None:
        """The data is being closed."""
        self._window.removeEventFilter(self)
        for connection in self._heard:
            QObject.disconnect(connection)
        self._heard = []
        if self.sheet is not None:
            self.sheet.deleteLater()
            self.sheet = None
        self.deleteLater()

    # In the window

    def open_sheet(self) -> None:
        if self._bell.reminder is None:
            return
        if self.sheet is None:
            self.sheet = self._make_sheet()
        self.sheet.show_reminder(self._bell.reminder, self.dismissed())
        self.sheet.open()
        self._leave_corner_or_take_it()

    def _make_sheet(self) -> "ReminderSheet":
        from followup_desktop.ui.reminders.sheet import ReminderSheet

        sheet = ReminderSheet(self._window)
        sheet.dismissed.connect(self._leave_corner_or_take_it)
        sheet.call_requested.connect(self._on_call)
        sheet.show_all_requested.connect(self.show_all)
        sheet.done_requested.connect(self._on_done)
        sheet.pick_requested.connect(self._on_pick)
        sheet.later_requested.connect(self._bell.put_off)
        sheet.put_away_requested.connect(self._bell.dismiss)
        sheet.bring_back_requested.connect(self._bell.bring_back)
        sheet.busy_requested.connect(self._bell.be_busy)
        return sheet

    def dismissed(self) -> tuple[Dismissed, ...]:
        return self._bell.recently_dismissed()

    def _on_seen(self, reminder: Reminder) -> None:
        if self.sheet is not None and self.sheet.isVisible():
            self.sheet.show_reminder(reminder, self.dismissed())

    def _leave_corner_or_take_it(self) -> None:
        """The corner is left free only while the sheet is what somebody works at."""
        is_read = self.sheet is not None and self.sheet.isVisible()
        self._bell.stand_aside(is_read and self._window.isActiveWindow())

    def _leave_sheet(self) -> None:
        if self.sheet is not None:
            self.sheet.dismiss()

    # What is asked for

    def show_all(self) -> None:
        self._leave_sheet()
        self.raise_requested.emit()
        self._desk.open_page(RoomName.TODAY)

    def _on_visit(self) -> None:
        self.raise_requested.emit()
        self._desk.record_visit()

    def _on_call(self, follow_up_id: int) -> None:
        self._leave_sheet()
        self.raise_requested.emit()
        preview = self._desk.ask(self._desk.services.today.preview, follow_up_id)
        if preview is not None:
            self._desk.start_call(preview.row.due.customer_id, follow_up_id)

    def _on_done(self, follow_up_id: int) -> None:
        self._desk.do(self._desk.services.today.done, follow_up_id)

    def _on_pick(self, ids: tuple[int, ...]) -> None:
        """In the window: the corner has no keyboard to type a day with."""
        from followup_desktop.ui.today.pick_day import PickDaySheet

        self._leave_sheet()
        self.raise_requested.emit()
        sheet = PickDaySheet(self._window, self._desk.now().day)
        sheet.picked.connect(lambda on, at: self._put_off(ids, on, at))
        sheet.open()

    def _put_off(self, ids: tuple[int, ...], on: date, at: time | None) -> None:
        first = self._desk.services.shop.calendar().follow_up_times[0]
        self._bell.put_off(ids, datetime.combine(on, at or first))

    def _on_names(self, hidden: bool) -> None:
        """Others see this screen now, or no longer."""
        self._desk.do(self._desk.services.shop.prefer, hides_names=hidden)

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.sheet is not None and event.type() in _CAME_OR_WENT:
            self._leave_corner_or_take_it()
        return super().eventFilter(watched, event)
