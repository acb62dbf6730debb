"""The calm cards in the corner: good morning, and that closing the window isn't the end."""

from PySide6.QtCore import QObject, Signal

from followup_desktop.domain.shop_time import Now
from followup_desktop.tray.corner_card import CornerCard
from followup_desktop.tray.reminder_window import ReminderWindow
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.memory import Memory
from followup_desktop.words import _, reminders, today


class CornerCards(QObject):
    """One at a time, above the reminder where that is in sight."""

    chosen = Signal()
    """Somebody wants to see the window."""

    def __init__(self, memory: Memory, reminder: ReminderWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._memory = memory
        self._reminder = reminder
        self.card: CornerCard | None = None

    def good_morning(self, desk: Desk, now: Now) -> None:
        """Once a day, with what the day holds (M-66)."""
        if self._memory.greeted_on == now.day:
            return
        self._memory.keep_greeted_on(now.day)
        shop, day = desk.services.shop.shop(), desk.ask(desk.services.today.today)
        if day is None or not shop.preferences.mantra_shown:
            return
        name = next((one.name for one in shop.clerks if one.id == desk.clerk_id), "")
        mantra = shop.preferences.mantra or _(today.MANTRA)
        self._show(today.good_morning(now.local, name), today.count(day), mantra, _("To the day"))

    def still_here(self) -> None:
        """The first time that closing the window only hides it (M-65)."""
        if self._memory.knows_tray:
            return
        self._memory.keep_knows_tray()
        title = _("Followup goes on reminding you")
        self._show(title, _(reminders.STILL_HERE), "", _("Open Followup"))

    def fit(self) -> None:
        """The reminder below came, went, or has another size."""
        if self.card is not None and self.card.isVisible():
            self.card.fit()

    def window_is_seen(self) -> None:
        """It says good morning itself, and that it is still here."""
        if self.card is not None:
            self.card.close()

    def stop(self) -> None:
        if self.card is not None:
            self.card.deleteLater()
            self.card = None

    def _show(self, title: str, sentence: str, mantra: str, action: str) -> None:
        self.stop()
        self.card = CornerCard(title, sentence, mantra, action)
        self.card.stands_on = self._reminder
        self.card.chosen.connect(self.chosen)
        self.card.appear()
