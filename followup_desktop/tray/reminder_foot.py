"""The foot of the reminder window: later for all that stands in it, and show all.

"Other times" turns it over in place, as a line's "More" does.
"""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from followup_desktop.domain.later import Later
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.button_base import KitButton
from followup_desktop.ui.kit.buttons import IconButton, QuietButton
from followup_desktop.ui.kit.labels import Small
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _, reminders

_FIRST = (Later.TEN_MINUTES, Later.HOUR, Later.TOMORROW)


class ReminderFoot(QWidget):
    later_requested = Signal(object)
    """Later."""
    pick_requested = Signal()
    show_all_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spans = {
            span: QuietButton(reminders.later(span), self, name=f"all_{span.value}")
            for span in (*_FIRST, Later.THIS_AFTERNOON)
        }
        self.other = IconButton(_("Other times"), self, name="all_other_times", icon="more")
        self.show_all = QuietButton(_("Show all"), self, name="reminder_show_all")
        self.pick = QuietButton(_("Pick a time…"), self, name="all_pick")
        self.back = IconButton(_("Back"), self, name="all_back", icon="left")
        self.stays = Small("", self)
        self._pages = QStackedLayout()
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        for narrow in (*self.spans.values(), self.show_all, self.pick):
            narrow.side_padding = Space.MEDIUM
        first: list[KitButton] = [*(self.spans[span] for span in _FIRST), self.other]
        others: list[KitButton] = [self.spans[Later.THIS_AFTERNOON], self.pick]
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        self.stays.setContentsMargins(Space.CARD, Space.MEDIUM, Space.CARD, 0)
        whole.addWidget(self.stays)
        whole.addLayout(self._pages)
        for left, right in ((first, self.show_all), (others, self.back)):
            page = QWidget(self)
            line = QHBoxLayout(page)
            line.setContentsMargins(Space.CARD, Space.MEDIUM, Space.CARD, Space.MEDIUM)
            line.setSpacing(Space.SMALL)
            for button in left:
                line.addWidget(button)
            line.addStretch(1)
            line.addWidget(right)
            self._pages.addWidget(page)

    def _connect(self) -> None:
        for span, button in self.spans.items():
            button.clicked.connect(lambda _=False, chosen=span: self.later_requested.emit(chosen))
        self.pick.clicked.connect(self.pick_requested)
        self.show_all.clicked.connect(self.show_all_requested)
        self.other.clicked.connect(lambda: self._pages.setCurrentIndex(1))
        self.back.clicked.connect(self.turn_back)

    def turn_back(self) -> None:
        self._pages.setCurrentIndex(0)

    def say(self, promises_stay: str) -> None:
        """Over the times for all of them."""
        self.stays.setText(promises_stay)
        self.stays.setVisible(bool(promises_stay))

    def offer_later(self, offered: bool) -> None:
        """Without names nobody can say what is put off: then there is only "Show all"."""
        self.turn_back()
        for button in (*self.spans.values(), self.other, self.pick):
            button.setVisible(offered)

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(palette.window))
        painter.fillRect(0, 0, self.width(), 1, theme.colour(palette.line))
        painter.end()
