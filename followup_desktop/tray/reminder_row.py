"""One line of the reminder window: who and why, and what to do about it.

"More" turns the line over in place: it offers done and later for this one alone, and "Other times"
turns it once more. No menu pops up, for a menu takes the keyboard away from whatever is being typed
into.
"""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.domain.kinds import Rank
from followup_desktop.domain.later import Later
from followup_desktop.domain.quiet import Wait
from followup_desktop.ui import tones
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.buttons import IconButton, PrimaryButton, QuietButton
from followup_desktop.ui.kit.chips import Avatar, Badge
from followup_desktop.ui.kit.labels import ElidedLabel, Strong
from followup_desktop.ui.kit.tokens import Space, TextRole, ToneName
from followup_desktop.words import _, reminders, why

_WASH = 70
"""How much of a promise's tint its line has, of 255."""
_SPANS = (Later.TEN_MINUTES, Later.HOUR, Later.TOMORROW, Later.THIS_AFTERNOON)


class ReminderRow(QWidget):
    call_requested = Signal(int)
    done_requested = Signal(int)
    later_requested = Signal(int, object)
    """Follow-up, Later."""
    pick_requested = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._due: DueFollowUp | None = None
        self.avatar = Avatar("", parent=self)
        self.name = Strong("", self)
        self.badge = Badge("", ToneName.PROMISE, self)
        self.why = ElidedLabel("", self, role=TextRole.SMALL)
        self.call_first = PrimaryButton(_("Call"), self, name="reminder_call_first")
        self.call = QuietButton(_("Call"), self, name="reminder_call")
        self.more = IconButton(_("More"), self, name="reminder_more", icon="more")
        self.done = QuietButton(_("Done"), self, name="reminder_done")
        self.spans = [
            QuietButton(reminders.later(span), self, name=f"reminder_{span.value}")
            for span in _SPANS
        ]
        self.other = IconButton(_("Other times"), self, name="reminder_other_times", icon="more")
        self.pick = QuietButton(_("Pick a time…"), self, name="reminder_pick")
        self.back = IconButton(_("Back"), self, name="reminder_back", icon="left")
        self.front = IconButton(_("Back"), self, name="reminder_front", icon="left")
        self.stays = [ElidedLabel("", self, role=TextRole.SMALL) for _page in range(2)]
        """Over the times: that a promise stays where it is."""
        self._pages = QStackedLayout(self)
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        for narrow in (self.call, self.call_first, self.done, *self.spans, self.pick):
            narrow.side_padding = Space.MEDIUM
        front = self._add_page()
        front.addWidget(self.avatar)
        front.addSpacing(Space.SMALL)
        front.addLayout(self._words(), 1)
        for last in (self.more, self.call, self.call_first):
            front.addWidget(last)
        *first, afternoon = self.spans
        self._build_back(self.stays[0], self.done, *first, self.other, leads_back=self.back)
        self._build_back(self.stays[1], afternoon, self.pick, leads_back=self.front)

    def _build_back(self, said: QWidget, *buttons: QWidget, leads_back: IconButton) -> None:
        page = self._add_page()
        answers = QVBoxLayout()
        answers.setSpacing(Space.HAIR)
        answers.addStretch(1)
        answers.addWidget(said)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        for button in buttons:
            line.addWidget(button)
        line.addStretch(1)
        answers.addLayout(line)
        answers.addStretch(1)
        page.addLayout(answers, 1)
        page.addWidget(leads_back)

    def _add_page(self) -> QHBoxLayout:
        page = QWidget(self)
        line = QHBoxLayout(page)
        line.setContentsMargins(Space.CARD, Space.MEDIUM, Space.CARD, Space.MEDIUM)
        line.setSpacing(Space.SMALL)
        self._pages.addWidget(page)
        return line

    def _words(self) -> QVBoxLayout:
        first = QHBoxLayout()
        first.setSpacing(Space.SMALL)
        first.addWidget(self.name)
        first.addWidget(self.badge)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        words.addLayout(first)
        words.addWidget(self.why)
        words.addStretch(1)
        return words

    def _connect(self) -> None:
        self.call.clicked.connect(self._on_call_clicked)
        self.call_first.clicked.connect(self._on_call_clicked)
        self.more.clicked.connect(lambda: self._pages.setCurrentIndex(1))
        self.other.clicked.connect(lambda: self._pages.setCurrentIndex(2))
        for back in (self.back, self.front):
            back.clicked.connect(lambda: self._pages.setCurrentIndex(0))
        self.pick.clicked.connect(self._on_pick_clicked)
        self.done.clicked.connect(self._on_done_clicked)
        for span, button in zip(_SPANS, self.spans, strict=True):
            button.clicked.connect(lambda _=False, chosen=span: self._on_span_clicked(chosen))

    def show_due(
        self, due: DueFollowUp, today: date, wait: Wait | None = None, *, is_first: bool
    ) -> None:
        self._due = due
        tone = tones.of_kind(due.kind)
        name = why.headline(due)
        self.avatar.set_avatar(reminders.initials(due), tone)
        self.name.setText(name)
        self.why.setText(reminders.reason(due, today, wait))
        badge = reminders.badge(due)
        self.badge.set_badge(badge, tone)
        self.badge.setVisible(bool(badge))
        self._say_that_it_stays(reminders.promise_stays(due, today))
        self.call.setVisible(not is_first)
        self.call_first.setVisible(is_first)
        self.more.setToolTip(_("More for {name}").format(name=name))
        self._answer(False)
        self.update()

    def _say_that_it_stays(self, promise_stays: str) -> None:
        for stays in self.stays:
            stays.setText(promise_stays)
            stays.setVisible(bool(promise_stays))
        for place in range(self._pages.count()):  # the window measures them at once
            layout = self._pages.widget(place).layout()
            if layout is not None:
                layout.activate()
        self.updateGeometry()

    def _answer(self, answered: bool) -> None:
        """Once answered the line stays where it is until nobody points at it any more."""
        self._pages.setCurrentIndex(0)
        for button in (self.call, self.call_first, self.more, self.name, self.why):
            button.setEnabled(not answered)

    def _on_call_clicked(self) -> None:
        if self._due is not None:
            self._answer(True)
            self.call_requested.emit(self._due.id)

    def _on_done_clicked(self) -> None:
        if self._due is not None:
            self._answer(True)
            self.done_requested.emit(self._due.id)

    def _on_pick_clicked(self) -> None:
        if self._due is not None:
            self._pages.setCurrentIndex(0)
            self.pick_requested.emit(self._due.id)

    def _on_span_clicked(self, span: Later) -> None:
        if self._due is not None:
            self._answer(True)
            self.later_requested.emit(self._due.id, span)

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._due is not None and self._due.rank is Rank.PROMISES:
            wash = QColor(theme.current().palette.promise.tint)
            wash.setAlpha(_WASH)
            painter = QPainter(self)
            painter.fillRect(self.rect(), wash)
            painter.end()
