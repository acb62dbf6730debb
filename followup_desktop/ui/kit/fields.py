"""Where a person types: a field with its label above and a line for a hint or a problem below."""

from math import ceil

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from followup_desktop.ui.kit import metrics
from followup_desktop.ui.kit.button_base import plain
from followup_desktop.ui.kit.labels import Label
from followup_desktop.ui.kit.tokens import Space, TextRole, ToneName

_COMES_BACK = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""The keyboard leaves a field only for a moment."""


class FieldLabel(Label):
    """The small name above a control; set its `buddy`."""

    role = TextRole.SMALL


class HintLine(Label):
    """One small line under a control: a hint, or a problem in its own colour with a sign."""

    role = TextRole.SMALL

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", parent, wrap=True)
        self.hide()

    def show_hint(self, text: str) -> None:
        self._show(text, ToneName.NEUTRAL)

    def show_problem(self, text: str) -> None:
        self._show(text, ToneName.PROMISE)

    def _show(self, text: str, tone: ToneName) -> None:
        self.set_tone(tone)
        self.setText(text)
        self.setVisible(bool(text))


class Field(QWidget):
    """A label above `control`.

    A control with a `problem_changed(str)` signal shows its own problems here.
    """

    def __init__(
        self, label: str, control: QWidget, parent: QWidget | None = None, *, hint: str = ""
    ) -> None:
        super().__init__(parent)
        self.control = control
        self.label = FieldLabel(plain(label), self)
        self.label.setBuddy(control)
        self.label.setAccessibleName(label)
        for named in (control, control.focusProxy()):
            if named is not None and not named.accessibleName():
                named.setAccessibleName(label)
        self._hint = hint
        self._line = HintLine(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.HAIR)
        for widget in (self.label, control, self._line):
            layout.addWidget(widget)
        if control.sizePolicy().verticalPolicy() is not QSizePolicy.Policy.Expanding:
            layout.addStretch()
        self.setFocusProxy(control)
        self._line.show_hint(hint)
        if hasattr(control, "problem_changed"):
            control.problem_changed.connect(self.set_problem)
        self._listen(control.focusProxy() or control)

    def set_hint(self, text: str) -> None:
        self._hint = text
        self.set_problem("")

    def set_problem(self, text: str) -> None:
        """Say kindly what isn't right yet; an empty text goes back to the hint."""
        mark_problem(self.control, bool(text))
        if text:
            self._line.show_problem(text)
        else:
            self._line.show_hint(self._hint)
        self.control.setAccessibleDescription(text or self._hint)

    def _listen(self, typed_in: QWidget) -> None:
        if isinstance(typed_in, QLineEdit):
            typed_in.textEdited.connect(self._on_typed)
        elif isinstance(typed_in, TextField):
            typed_in.edited.connect(self._on_typed)

    def _on_typed(self) -> None:
        """What was wrong is being mended: nobody is told off meanwhile."""
        if self.control.property("problem"):
            self.set_problem("")

    def problem(self) -> str:
        return self._line.text() if self.control.property("problem") else ""


def mark_problem(control: QWidget, problem: bool) -> None:
    """Give `control` the border of a problem, or its usual one."""
    if bool(control.property("problem")) == problem:
        return
    control.setProperty("problem", problem)
    control.style().unpolish(control)
    control.style().polish(control)


class LineField(QLineEdit):
    """One line of text; `serif` for a sentence that will be said.

    Room for one small widget at its end. What is too long for it shows its beginning while
    nobody types.
    """

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        name: str,
        placeholder: str = "",
        serif: bool = False,
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("serif", serif)
        self._trailing: QWidget | None = None
        self.home(False)

    def set_trailing(self, widget: QWidget | None) -> None:
        """Show `widget` (a badge, a key hint) inside the field, at its end."""
        if self._trailing is not None and self._trailing is not widget:
            self._trailing.hide()
            self._trailing.setParent(None)
        self._trailing = widget
        if widget is not None:
            widget.setParent(self)
            widget.show()
        self.place_trailing()

    def place_trailing(self) -> None:
        """Call it when the trailing widget's size or visibility has changed."""
        widget = self._trailing
        if widget is None or widget.isHidden():
            self.setTextMargins(0, 0, 0, 0)
            return
        size = widget.sizeHint()
        width = min(size.width(), self.width() // 2)
        x = self.width() - width - Space.SMALL - 2
        if self.isRightToLeft():
            x = Space.SMALL + 2
        widget.setGeometry(x, (self.height() - size.height()) // 2, width, size.height())
        self.setTextMargins(0, 0, width + Space.SMALL, 0)

    # Qt's own

    def setText(self, text: str | None) -> None:
        super().setText(text)
        if not self.hasFocus():
            self.home(False)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason and not self.hasSelectedText():
            self.end(False)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in _COMES_BACK:
            self.home(False)

    def event(self, event: QEvent) -> bool:
        if _is_others_undo(event, self.isUndoAvailable()):
            return False
        return super().event(event)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(hint.height(), metrics.control_height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics.chars(8), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place_trailing()


class TextField(QPlainTextEdit):
    """A few lines of text. Grows from `lines` to `most_lines`, then scrolls; Tab goes on to the
    next field.

    `edited` carries the whole text and is emitted for typing only, not for `set_text()`.
    """

    edited = Signal(str)

    def __init__(
        self,
        text: str = "",
        parent: QWidget | None = None,
        *,
        name: str,
        placeholder: str = "",
        lines: int = 2,
        most_lines: int = 6,
        serif: bool = False,
    ) -> None:
        super().__init__(parent)
        self._lines, self._most_lines = lines, max(lines, most_lines)
        self._setting = False
        self._framed = 0
        self.setObjectName(name)
        self.setPlaceholderText(placeholder)
        self.setProperty("serif", serif)
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(Space.HAIR)
        self.textChanged.connect(self._on_text_changed)
        self.set_text(text)

    def text(self) -> str:
        return self.toPlainText()

    def set_text(self, text: str) -> None:
        """Show `text`; a cursor and an undo history are kept when it is the same already."""
        if text == self.toPlainText():
            return
        self._setting = True
        try:
            self.setPlainText(text)
        finally:
            self._setting = False

    def fill_height(self) -> None:
        """Take all the height there is, instead of growing line by line."""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def _on_text_changed(self) -> None:
        self.updateGeometry()
        if not self._setting:
            self.edited.emit(self.toPlainText())

    def _frame(self) -> int:
        """The height around what is written."""
        frame = self.height() - self.viewport().height()
        # None at all: the viewport isn't laid out yet.
        return frame if frame > 0 and self.isVisible() else 2 * (Space.SMALL - 2)

    def _height_for(self, lines: float) -> int:
        margins = 2 * self.document().documentMargin()
        # Lines are laid out in whole pixels, rounded up; QFontMetrics rounds to the nearest. One
        # more, or the last line counts as half hidden.
        line = ceil(QFontMetricsF(self.font()).lineSpacing())
        return round(lines * line + margins + self._frame()) + 1

    # Qt's own

    def event(self, event: QEvent) -> bool:
        if _is_others_undo(event, self.document().isUndoAvailable()):
            return False
        return super().event(event)

    def sizeHint(self) -> QSize:
        # A QPlainTextDocumentLayout gives its height in lines.
        written = self.document().size().height()
        lines = min(max(written, self._lines), self._most_lines)
        return QSize(metrics.chars(30), self._height_for(lines))

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics.chars(8), self._height_for(min(self._lines, 2)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        frame = self._frame()
        # The layout around it remembers the height that was asked for before it was in sight.
        if event.oldSize().width() != event.size().width() or frame != self._framed:
            self._framed = frame
            self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self.updateGeometry()


def _is_others_undo(event: QEvent, has_own: bool) -> bool:
    """Ctrl+Z in a field with nothing to take back is meant for the window."""
    if has_own or event.type() is not QEvent.Type.ShortcutOverride:
        return False
    assert isinstance(event, QKeyEvent)
    if not event.matches(QKeySequence.StandardKey.Undo):
        return False
    event.ignore()
    return True
