"""One line of the script: its words, its cue, and what can be done with it."""

from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.domain.call import CallLine
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.fields import LineField
from followup_desktop.ui.kit.moving_row import MovingRow
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _


class ScriptLine(MovingRow):
    """Click it, or press Enter or F2 on it, to change it; Enter keeps, Escape takes back."""

    changed = Signal(int, str, str)
    """The line, its words and its cue; an empty cue asks for a proposal."""
    left_empty = Signal()
    """It never got any words."""

    def __init__(self, line: CallLine, parent: QWidget | None = None) -> None:
        super().__init__(
            parent,
            name=f"script_line_{line.id}",
            menu=(_("What to do with this line"), "script_menu"),
            cue_chars=34,
        )
        self.line = line
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self._build_ui()
        self.show_line(line)
        theme.changed.connect(self._show_words)

    def show_line(self, line: CallLine) -> None:
        self.line = line
        self.setAccessibleName(line.words)
        self._show_words()
        self.cue.setText(line.cue)
        self._edit(False)

    def _show_words(self) -> None:
        """With the facts on the tint of the look in force."""
        self.words.setTextFormat(Qt.TextFormat.RichText)
        self.words.setText(_tinted(self.line))

    def open_up(self) -> None:
        self.words_field.setText(self.line.words)
        self.cue_field.setText(self.line.cue)
        self._edit(True)
        self.words_field.setFocus()

    @property
    def is_edited(self) -> bool:
        return self.words_field.isVisibleTo(self)

    def keep(self) -> None:
        """Take what was typed; nothing happens when nothing was changed."""
        if not self.is_edited:
            return
        words, cue = self.words_field.text().strip(), self.cue_field.text().strip()
        self._edit(False)
        if cue == self.line.cue and words != self.line.words:
            cue = ""
        if words and (words, cue) != (self.line.words, self.line.cue):
            self.changed.emit(self.line.id, words, cue)
        elif not words and not self.line.words:
            self.left_empty.emit()

    def take_back(self) -> None:
        """Leave it as it was."""
        self.show_line(self.line)
        if self.line.words:
            self.setFocus()
        else:
            self.left_empty.emit()

    def _edit(self, on: bool) -> None:
        for widget in (self.words, self.cue):
            widget.setVisible(not on)
        for field in (self.words_field, self.cue_field):
            field.setVisible(on)

    def _build_ui(self) -> None:
        self.words_field = _EditField(self, name="script_words")
        self.words_field.setAccessibleName(_("What you will say"))
        self.cue_field = _EditField(self, name="script_cue", serif=True)
        self.cue_field.setAccessibleName(_("Cue"))
        self.cue_field.setPlaceholderText(_("Cue"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.LARGE - 1, Space.HAIR + 1, Space.SMALL, Space.HAIR + 1)
        layout.setSpacing(Space.MEDIUM)
        layout.addWidget(self.words, 3)
        layout.addWidget(self.cue, 2)
        layout.addWidget(self.words_field, 3)
        layout.addWidget(self.cue_field, 2)
        layout.addWidget(self.menu)

    # Qt's own

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and not self.is_edited:
            self.open_up()


class _EditField(LineField):
    """Leaves by Enter, Escape, or when neither of the two fields of its line has the focus."""

    def __init__(self, line: ScriptLine, *, name: str, serif: bool = False) -> None:
        super().__init__("", line, name=name, serif=serif)
        self._line = line

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._line.keep()
            self._line.setFocus()
        elif event.key() == Qt.Key.Key_Escape:
            self._line.take_back()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is Qt.FocusReason.PopupFocusReason:
            return
        stays = self._line.focusWidget()
        if not isinstance(stays, _EditField) or not stays.hasFocus():
            self._line.keep()


def _tinted(line: CallLine) -> str:
    """The words with what came from the card on a tint."""
    tint = theme.current().palette.primary_tint
    parts, at = [], 0
    for start, end in sorted(line.filled):
        parts.append(escape(line.words[at:start]))
        fact = escape(line.words[start:end])
        parts.append(f'<span style="background-color:{tint}">&nbsp;{fact}&nbsp;</span>')
        at = end
    parts.append(escape(line.words[at:]))
    return "".join(parts)
