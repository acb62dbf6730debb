"""What the program says within a page: a notice, and what stands where nothing is yet."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.ui.kit import icons, painting, theme
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.labels import Body, Muted, Subheading
from followup_desktop.ui.kit.tokens import Radius, Space, TextRole, ToneName


class Notice(QFrame):
    """A short message on the page, a note or a problem; hidden while it says nothing."""

    def __init__(
        self, text: str = "", parent: QWidget | None = None, *, problem: bool = False
    ) -> None:
        super().__init__(parent)
        self._problem = problem
        self._words = Body("", self, wrap=True)
        self._layout = QHBoxLayout(self)
        self._layout.addWidget(self._words)
        self._make_room()
        theme.changed.connect(self._make_room)
        self._show(text, problem)

    def _make_room(self) -> None:
        """For the sign in front of the words, at the text size in force."""
        left = Space.MEDIUM + theme.metrics(TextRole.BODY).height() + Space.SMALL
        self._layout.setContentsMargins(left, Space.MEDIUM, Space.MEDIUM, Space.MEDIUM)

    def text(self) -> str:
        return self._words.text()

    def show_note(self, text: str) -> None:
        self._show(text, problem=False)

    def show_problem(self, text: str) -> None:
        self._show(text, problem=True)

    def _show(self, text: str, problem: bool) -> None:
        self._problem = problem
        self._words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
        self.update()

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        name = ToneName.PROMISE if self._problem else ToneName.REFERRAL
        tone = theme.current().palette.tone(name)
        side = theme.metrics(TextRole.BODY).height()
        box = QRectF(Space.MEDIUM, Space.MEDIUM, side, side)
        if self.isRightToLeft():
            box.moveRight(self.width() - Space.MEDIUM)
        with painting.painter_on(self) as painter:
            width = painting.hairline(self)
            rect = QRectF(self.rect())
            painting.rounded(painter, rect, Radius.CONTROL, tone.tint, tone.line, width)
            icons.paint(painter, box, "problem" if self._problem else "note", tone.ink)


class EmptyState(QWidget):
    """Where a list has nothing to show: what that means, and maybe what to do next."""

    action_requested = Signal()

    def __init__(
        self,
        title: str,
        sentence: str,
        parent: QWidget | None = None,
        *,
        action: str = "",
        name: str = "",
    ) -> None:
        super().__init__(parent)
        self.title = Subheading(title, self, wrap=True)
        self.sentence = Muted(sentence, self, wrap=True)
        self.action = QuietButton(action, self, name=name or "empty_state_action")
        self.action.setVisible(bool(action))
        self.action.clicked.connect(lambda: self.action_requested.emit())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        layout.setSpacing(Space.SMALL)
        layout.addStretch()
        for label in (self.title, self.sentence):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addSpacing(Space.SMALL)
        layout.addWidget(self.action, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()

    def show_words(self, title: str, sentence: str, action: str = "") -> None:
        self.title.setText(title)
        self.sentence.setText(sentence)
        self.action.set_label(action)
        self.action.setVisible(bool(action))
