"""The reminder: a window of our own in the corner, above others, that never takes the keyboard.

One for all that is due. It stays until it is answered, and moves nothing that somebody points at:
what changes meanwhile is shown once the pointer has left.
"""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QEnterEvent,
    QHideEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.domain.reminder import Reminder
from followup_desktop.tray.corner import CornerWindow
from followup_desktop.tray.reminder_foot import ReminderFoot
from followup_desktop.tray.reminder_row import ReminderRow
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.buttons import IconButton, LinkButton
from followup_desktop.ui.kit.labels import Small, Subheading
from followup_desktop.ui.kit.surfaces import Divider
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _, reminders

ROWS = 3


class ReminderWindow(CornerWindow):
    call_requested = Signal(int)
    done_requested = Signal(int)
    later_requested = Signal(object, object)
    """Ids, Later."""
    pick_requested = Signal(object)
    """Ids: a time that somebody picks."""
    show_all_requested = Signal()
    dismissed = Signal(object)
    """Ids: put away for now."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("reminder_window")
        self._reminder: Reminder | None = None
        self._pending: tuple[Reminder, bool] | None = None
        self._is_pointed_at = False
        self.title = Subheading("", self)
        self.subtitle = Small("", self, wrap=True)
        self.close_button = IconButton(_("Not now"), self, name="reminder_close", icon="close")
        self.rows = [ReminderRow(self) for _row in range(ROWS)]
        self.lines = [Divider(self) for _row in range(ROWS)]
        self.more_line = QWidget(self)
        self.more = LinkButton("", self.more_line, name="reminder_more_rows")
        self.foot = ReminderFoot(self)
        self._build_ui()
        self._connect()
        theme.changed.connect(self.fit)

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(1, 1, 1, 1)
        layout.setSpacing(0)
        head = QGridLayout()
        head.setContentsMargins(Space.CARD, Space.LARGE, Space.MEDIUM, Space.MEDIUM)
        head.setVerticalSpacing(0)
        head.addWidget(self.title, 0, 0)
        head.addWidget(self.close_button, 0, 1, 2, 1, Qt.AlignmentFlag.AlignTop)
        head.addWidget(self.subtitle, 1, 0)
        head.setColumnStretch(0, 1)
        layout.addLayout(head)
        for line, row in zip(self.lines, self.rows, strict=True):
            layout.addWidget(line)
            layout.addWidget(row)
        around_more = QHBoxLayout(self.more_line)
        around_more.setContentsMargins(0, 0, 0, Space.SMALL)
        around_more.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self.more_line)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        for row in self.rows:
            row.call_requested.connect(self.call_requested)
            row.done_requested.connect(self.done_requested)
            row.later_requested.connect(
                lambda follow_up_id, span: self.later_requested.emit((follow_up_id,), span)
            )
            row.pick_requested.connect(
                lambda follow_up_id: self.pick_requested.emit((follow_up_id,))
            )
        self.close_button.clicked.connect(lambda: self.dismissed.emit(self._ids()))
        self.more.clicked.connect(self.show_all_requested)
        self.foot.show_all_requested.connect(self.show_all_requested)
        self.foot.pick_requested.connect(lambda: self.pick_requested.emit(self._ids()))
        self.foot.later_requested.connect(lambda span: self.later_requested.emit(self._ids(), span))

    # What it shows

    def show_reminder(self, reminder: Reminder, *, hides_names: bool = False) -> None:
        """At once, or as soon as nobody points at it."""
        if self._is_pointed_at and self.isVisible():
            self._pending = (reminder, hides_names)
            return
        self._render(reminder, hides_names)

    def _render(self, reminder: Reminder, hides_names: bool) -> None:
        self._pending = None
        self._reminder = reminder
        self.title.setText(reminders.title(reminder))
        self.setWindowTitle(self.title.text())
        self.setAccessibleName(self.title.text())
        self.subtitle.setText("" if hides_names else reminders.subtitle(reminder))
        self.subtitle.setVisible(not hides_names)
        shown = () if hides_names else reminder.rows
        for place, row in enumerate(self.rows):
            row.setVisible(place < len(shown))
            self.lines[place].setVisible(place < len(shown))
            if place < len(shown):
                due = shown[place]
                wait = reminder.waits.get(due.id)
                row.show_due(due, reminder.now.date(), wait, is_first=place == 0)
        more = "" if hides_names else reminders.more(reminder)
        self.more.set_label(more)
        self.more_line.setVisible(bool(more))
        self.foot.offer_later(not hides_names)
        self.foot.say("" if hides_names else reminders.promises_stay(reminder))
        self.fit()

    def _ids(self) -> tuple[int, ...]:
        return self._reminder.ids if self._reminder else ()

    # Qt's own

    def enterEvent(self, event: QEnterEvent) -> None:
        self._is_pointed_at = True
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._is_pointed_at = False
        if self._pending is not None:
            self._render(*self._pending)
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        self._is_pointed_at = False
        self._pending = None
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """A window manager's close is the same answer as our own."""
        event.ignore()
        self.dismissed.emit(self._ids())
