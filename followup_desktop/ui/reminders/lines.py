"""The lines of the reminder sheet: somebody to call, and somebody who was put away."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.domain.follow_up import DueFollowUp
from followup_desktop.ui import tones
from followup_desktop.ui.kit.buttons import MenuButton, QuietButton
from followup_desktop.ui.kit.chips import Avatar, Badge
from followup_desktop.ui.kit.labels import ElidedLabel, Strong
from followup_desktop.ui.kit.tokens import Space, TextRole, ToneName
from followup_desktop.ui.today.later import fill_later, tell_first
from followup_desktop.words import _, reminders, why


class DueLine(QWidget):
    """Who and why, and everything that can be answered about this one alone."""

    call_requested = Signal(int)
    done_requested = Signal(int)
    later_requested = Signal(object, object)
    """Ids, Later."""
    pick_requested = Signal(object)
    put_away_requested = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = 0
        self.avatar = Avatar("", parent=self)
        self.name = Strong("", self)
        self.badge = Badge("", ToneName.PROMISE, self)
        self.why = ElidedLabel("", self, role=TextRole.SMALL)
        self.call = QuietButton(_("Call"), self, name="due_call", icon="phone")
        self.later = MenuButton(_("Later"), self, name="due_later")
        self.done = QuietButton(_("Done"), self, name="due_done")
        self.put_away = QuietButton(_("Put away"), self, name="due_put_away")
        self._build_ui()
        self._connect()

    def _build_ui(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(Space.SMALL)
        for widget in (self.name, self.badge):
            first.addWidget(widget)
        first.addStretch(1)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(first)
        words.addWidget(self.why)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(Space.SMALL)
        line.addWidget(self.avatar)
        line.addSpacing(Space.HAIR)
        line.addLayout(words, 1)
        for button in (self.call, self.later, self.done, self.put_away):
            button.side_padding = Space.MEDIUM
            line.addWidget(button)

    def _connect(self) -> None:
        self.call.clicked.connect(lambda: self.call_requested.emit(self._id))
        self.done.clicked.connect(lambda: self.done_requested.emit(self._id))
        self.put_away.clicked.connect(lambda: self.put_away_requested.emit((self._id,)))

    def _fill_later(self, promise_stays: str) -> None:
        menu = self.later.menu_shown
        menu.clear()
        fill_later(
            menu,
            lambda span: self.later_requested.emit((self._id,), span),
            lambda: self.pick_requested.emit((self._id,)),
        )
        if promise_stays:
            tell_first(menu, promise_stays)

    def show_due(self, due: DueFollowUp, today: date) -> None:
        self._id = due.id
        self._fill_later(reminders.promise_stays(due, today))
        tone = tones.of_kind(due.kind)
        self.avatar.set_avatar(reminders.initials(due), tone)
        self.name.setText(why.headline(due))
        self.why.setText(why.why(due, today))
        badge = reminders.badge(due)
        self.badge.set_badge(badge, tone)
        self.badge.setVisible(bool(badge))


class PutAwayLine(QWidget):
    """Who was put away lately, and the way back."""

    bring_back_requested = Signal(object)
    """Ids."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._id = 0
        self.words = ElidedLabel("", self)
        self.bring_back = QuietButton(_("Bring back"), self, name="bring_back")
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self.words, 1)
        line.addWidget(self.bring_back)
        self.bring_back.clicked.connect(lambda: self.bring_back_requested.emit((self._id,)))

    def show_due(self, due: DueFollowUp) -> None:
        self._id = due.id
        self.words.setText(reminders.menu_line(due))
