"""Reading a plan aloud beforehand, line by line (M-9). Nothing is written down by it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.ui.kit import metrics, theme
from followup_desktop.ui.kit.buttons import PrimaryButton, QuietButton
from followup_desktop.ui.kit.labels import Caps, Faint, Label, Muted
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.tokens import Space, TextRole
from followup_desktop.words import _

_ON = (
    Qt.Key.Key_Right,
    Qt.Key.Key_Down,
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Enter,
    Qt.Key.Key_PageDown,
)
_BACK = (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Backspace, Qt.Key.Key_PageUp)


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing to say aloud."""

    caption: str
    """What it is: the opening, a bridge."""
    words: str
    cue: str = ""
    """What will be seen of it on the call."""


class _Said(Label):
    role = TextRole.HEADING


class Rehearsal(Sheet):
    """Fills the window. Space, Enter and the arrows go on and back; Escape ends it."""

    def __init__(self, window: QWidget, title: str, readings: Sequence[Reading]) -> None:
        super().__init__(window, title, name="rehearsal", width=1120)
        self._readings = tuple(readings)
        self._at = 0
        self.page = _Page(self)
        self.count = Muted()
        self.back = QuietButton(_("Back"), self.panel, name="rehearsal_back", large=True)
        self.next = PrimaryButton(_("Next"), self.panel, name="rehearsal_next", large=True)
        self.body.addWidget(self.page, 1)
        self.footer.insertWidget(0, self.count)
        self.footer.addWidget(self.back)
        self.footer.addWidget(self.next)
        self.page.stepped.connect(self.step)
        self.page.asked_for.connect(self._show)
        self.back.clicked.connect(lambda: self.step(-1))
        self.next.clicked.connect(lambda: self.step(1))
        self.dismissed.connect(self.deleteLater)
        self._show(0)

    @property
    def at(self) -> int:
        """Which line is read, from 0."""
        return self._at

    def step(self, by: int) -> None:
        """On or back; after the last line the rehearsal is over."""
        if self._at + by >= len(self._readings):
            self.request_close()
        elif self._at + by >= 0:
            self._show(self._at + by)

    def first_field(self) -> QWidget | None:
        return self.page

    def _show(self, at: int) -> None:
        """-1 is the last one."""
        self._at = at % len(self._readings)
        following = self._readings[self._at + 1 : self._at + 2]
        self.page.show_reading(self._readings[self._at], following[0] if following else None)
        self.count.setText(
            _("{number} of {count}").format(number=self._at + 1, count=len(self._readings))
        )
        self.back.setEnabled(self._at > 0)
        self.next.set_label(_("Next") if following else _("Done"))

    # Qt's own

    def _place_panel(self) -> None:
        edge = Space.LARGE
        room = self.rect().adjusted(edge, edge, -edge, -edge)
        width = min(theme.current().px(self._width), room.width())
        self.panel.setGeometry((self.width() - width) // 2, room.y(), width, room.height())
        self.update()


class _Page(QWidget):
    """Has the keyboard, so that reading needs one key."""

    stepped = Signal(int)
    asked_for = Signal(int)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rehearsal_page")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.caption = Caps()
        self.words = _Said(wrap=True)
        self.cue = Muted(wrap=True)
        self.following = Faint(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        column.setSpacing(Space.LARGE)
        column.addStretch(2)
        for widget in (self.caption, self.words, self.cue):
            column.addWidget(widget)
        column.addStretch(3)
        column.addWidget(self.following)

    def show_reading(self, reading: Reading, following: Reading | None) -> None:
        self.caption.setText(reading.caption)
        self.words.setText(reading.words)
        self.cue.setText(_("On the call: {cue}").format(cue=reading.cue) if reading.cue else "")
        then = _("Then: {words}").format(words=following.words) if following is not None else ""
        self.following.setText(then)
        self.setAccessibleName(f"{reading.caption}\n{reading.words}")

    # Qt's own

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics.chars(40), super().minimumSizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        elif event.key() in _ON:
            self.stepped.emit(1)
        elif event.key() in _BACK:
            self.stepped.emit(-1)
        elif event.key() == Qt.Key.Key_Home:
            self.asked_for.emit(0)
        elif event.key() == Qt.Key.Key_End:
            self.asked_for.emit(-1)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.stepped.emit(1)
