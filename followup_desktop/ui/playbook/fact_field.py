"""A sentence to type, with facts put in from a menu, so that nobody types a brace."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QMenu, QWidget

from followup_desktop.ui.fact_text import FactHighlighter
from followup_desktop.ui.kit.fields import TextField
from followup_desktop.words import playbooks as words


class FactField(TextField):
    """One sentence, however many lines it takes. Enter keeps it; { opens the menu of facts."""

    entered = Signal()
    """The keyboard is here now."""
    kept = Signal()
    """Enter, or the keyboard has left."""
    facts_requested = Signal()

    def __init__(
        self, parent: QWidget | None = None, *, name: str, serif: bool = False, most_lines: int = 5
    ) -> None:
        self._told = ""
        super().__init__("", parent, name=name, lines=1, most_lines=most_lines, serif=serif)
        self._highlighter = FactHighlighter(self.document())

    def sentence(self) -> str:
        """On one line, as a playbook wants it."""
        return " ".join(self.text().split())

    def show_sentence(self, sentence: str) -> None:
        """Whatever says the same already keeps its cursor and the space just typed."""
        if sentence != self.sentence():
            self.set_text(sentence)

    def _on_text_changed(self) -> None:
        """Qt calls it a change of the text too when only its colours are."""
        if self.text() != self._told:
            self._told = self.text()
            super()._on_text_changed()

    def put_fact(self, name: str) -> None:
        """At the cursor, as if it had been typed."""
        self.insertPlainText(f"{{{name}}}")
        self.setFocus()

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers():
                event.ignore()
            else:
                self.kept.emit()
        elif event.text() == "{":
            self.facts_requested.emit()
        elif event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.entered.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.kept.emit()


def fill_menu(menu: QMenu, names: Iterable[str], put: Callable[[str], None]) -> None:
    """One line for each fact that may stand there, in the order of their list."""
    menu.clear()
    allowed = frozenset(names)
    for name in words.FACTS:
        if name in allowed:
            menu.addAction(words.fact(name), lambda name=name: put(name))
