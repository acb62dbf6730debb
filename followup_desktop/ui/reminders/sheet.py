"""The reminder as a sheet over the window (M-59, M-62, M-63).

The window in the corner never takes the keyboard, and a desktop may have no tray for its menu.
Everything that those two offer is here too, and the keyboard reaches all of it.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget

from followup_desktop.domain.reminder import Busy, Dismissed, Reminder
from followup_desktop.ui.kit.buttons import LinkButton, MenuButton, QuietButton
from followup_desktop.ui.kit.labels import Muted
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.reminders.lines import DueLine, PutAwayLine
from followup_desktop.ui.today.later import fill_later, tell_first
from followup_desktop.words import _, reminders

DUE, PUT_AWAY = 3, 5
"""Lines of each; the rest is in Today, or comes up as these are answered."""
_WIDTH = 860


class ReminderSheet(Sheet):
    call_requested = Signal(int)
    done_requested = Signal(int)
    later_requested = Signal(object, object)
    """Ids, Later."""
    pick_requested = Signal(object)
    """Ids: a time that somebody picks."""
    put_away_requested = Signal(object)
    bring_back_requested = Signal(object)
    busy_requested = Signal(object)
    """Busy; None: no longer."""
    show_all_requested = Signal()

    def __init__(self, window: QWidget) -> None:
        super().__init__(window, "", name="reminders", width=_WIDTH)
        self._ids: tuple[int, ...] = ()
        self._away: tuple[int, ...] = ()
        self.sentence = Muted("", wrap=True)
        self.due_card = Card()
        self.lines = [DueLine(self.due_card) for _line in range(DUE)]
        self.more = LinkButton("", self.due_card, name="reminders_more")
        self.later = MenuButton(_("All later"), self.due_card, name="all_later")
        self.put_away = QuietButton(_("Put all away"), self.due_card, name="all_put_away")
        self.away_card = Card(_("Put away lately"))
        self.away = [PutAwayLine(self.away_card) for _line in range(PUT_AWAY)]
        self.bring_all = QuietButton("", self.away_card, name="bring_all_back")
        self.hour = QuietButton(_("Quiet for 1 hour"), self.panel, name="quiet_hour", icon="quiet")
        self.until_tomorrow = QuietButton(
            _("Quiet until tomorrow"), self.panel, name="quiet_until_tomorrow"
        )
        self.no_longer = QuietButton(_("No longer busy"), self.panel, name="no_longer_busy")
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        self.body.setSpacing(Space.MEDIUM)
        self.body.addWidget(self.sentence)
        for line in self.lines:
            self.due_card.add(line)
        foot = QHBoxLayout()
        foot.setSpacing(Space.SMALL)
        foot.addWidget(self.more)
        foot.addStretch(1)
        foot.addWidget(self.later)
        foot.addWidget(self.put_away)
        self.due_card.body.addLayout(foot)
        self.body.addWidget(self.due_card)
        for away in self.away:
            self.away_card.add(away)
        back = QHBoxLayout()
        back.addStretch(1)
        back.addWidget(self.bring_all)
        self.away_card.body.addLayout(back)
        self.body.addWidget(self.away_card)
        for place, button in enumerate((self.hour, self.until_tomorrow, self.no_longer)):
            self.footer.insertWidget(place, button)

    def _connect(self) -> None:
        for line in self.lines:
            line.call_requested.connect(self.call_requested)
            line.done_requested.connect(self.done_requested)
            line.later_requested.connect(self.later_requested)
            line.pick_requested.connect(self.pick_requested)
            line.put_away_requested.connect(self.put_away_requested)
        self.put_away.clicked.connect(lambda: self.put_away_requested.emit(self._ids))
        self.more.clicked.connect(self.show_all_requested)
        for away in self.away:
            away.bring_back_requested.connect(self.bring_back_requested)
        self.bring_all.clicked.connect(lambda: self.bring_back_requested.emit(self._away))
        self.hour.clicked.connect(lambda: self.busy_requested.emit(Busy.HOUR))
        self.until_tomorrow.clicked.connect(lambda: self.busy_requested.emit(Busy.UNTIL_TOMORROW))
        self.no_longer.clicked.connect(lambda: self.busy_requested.emit(None))

    def show_reminder(self, reminder: Reminder, dismissed: Sequence[Dismissed]) -> None:
        self._ids = reminder.ids
        self._away = tuple(one.due.id for one in dismissed)
        self.set_title(reminders.title(reminder) if reminder.ids else _("Nothing is due now"))
        self.sentence.setText(reminders.sheet_sentence(reminder))
        self.sentence.setVisible(bool(self.sentence.text()))
        self._show_due(reminder)
        self._show_away(dismissed)
        is_busy = reminder.busy_until is not None
        self.no_longer.setVisible(is_busy)
        for button in (self.hour, self.until_tomorrow):
            button.setVisible(not is_busy)
        if self.isVisible():
            self._keep_keyboard()

    def _fill_later(self, promises_stay: str) -> None:
        menu = self.later.menu_shown
        menu.clear()
        fill_later(
            menu,
            lambda span: self.later_requested.emit(self._ids, span),
            lambda: self.pick_requested.emit(self._ids),
        )
        if promises_stay:
            tell_first(menu, promises_stay)

    def _show_due(self, reminder: Reminder) -> None:
        self.due_card.setVisible(bool(reminder.ids))
        for place, line in enumerate(self.lines):
            line.setVisible(place < len(reminder.rows))
            if place < len(reminder.rows):
                line.show_due(reminder.rows[place], reminder.now.date())
        self._fill_later(reminders.promises_stay(reminder))
        self.more.set_label(reminders.more(reminder) or _("Show all"))
        several = len(reminder.ids) > 1
        for button in (self.later, self.put_away):
            button.setVisible(several)

    def _show_away(self, dismissed: Sequence[Dismissed]) -> None:
        self.away_card.setVisible(bool(dismissed))
        for place, line in enumerate(self.away):
            line.setVisible(place < len(dismissed))
            if place < len(dismissed):
                line.show_due(dismissed[place].due)
        self.bring_all.set_label(reminders.bring_all_back(len(dismissed)))
        self.bring_all.setVisible(len(dismissed) > 1)

    def _keep_keyboard(self) -> None:
        """What was answered is gone; the keyboard goes on with what stands there now."""
        here, first = QApplication.focusWidget(), self.first_field()
        is_here = here is not None and self.isAncestorOf(here) and here.isVisible()
        if first is not None and not is_here:
            first.setFocus(Qt.FocusReason.TabFocusReason)
