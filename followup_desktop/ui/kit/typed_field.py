"""A line that reads what is typed as a value, and shows what it understood."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from followup_desktop.ui.kit.fields import LineField, mark_problem
from followup_desktop.ui.kit.labels import Faint
from followup_desktop.ui.kit.tokens import Space


class TypedField(LineField):
    """The base of the date and time fields. Whatever is typed stays; its meaning stands beside it.

    `changed` carries the value, or None, as somebody types or picks. `problem_changed` carries a
    kind sentence once the field is left with something in it that isn't understood, and an empty
    one as soon as it is typed in again.
    """

    changed = Signal(object)
    problem_changed = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, name: str, placeholder: str = "") -> None:
        super().__init__("", parent, name=name, placeholder=placeholder)
        self._value: object = None
        self._edited = False
        self.tail = FieldTail(self)
        self.set_trailing(self.tail)
        self.textEdited.connect(self._on_text_edited)
        self.editingFinished.connect(self.settle)

    def understood(self) -> bool:
        """False while something is typed that means nothing to us."""
        return self._value is not None or not self.text().strip()

    def settle(self) -> None:
        """Write the value out in full, or say kindly that it isn't understood."""
        if self._value is not None:
            self.setText(self._write(self._value))
        self._edited = False
        self._show_meaning("")
        self._show_problem("" if self.understood() else self._not_understood())

    def _put(self, value: object) -> None:
        """Take `value` from the program: nothing is emitted. What is being typed stays as it is
        while it means that value: it may have been kept, and come back, before it is complete."""
        if self._edited and value is not None and value == self._value:
            return
        self._value = value
        self._edited = False
        self.setText("" if value is None else self._write(value))
        self._show_meaning("")
        self._show_problem("")

    def _pick(self, value: object) -> None:
        """Take `value` as a person's choice."""
        fresh = value != self._value
        self._edited = False
        self._put(value)
        if fresh:
            self.changed.emit(value)

    def _read(self, text: str) -> object:
        """The value `text` means, or None."""
        raise NotImplementedError

    def _write(self, value: object) -> str:
        raise NotImplementedError

    def _not_understood(self) -> str:
        """A kind sentence with an example."""
        raise NotImplementedError

    def _on_text_edited(self, text: str) -> None:
        self._edited = True
        self._show_problem("")
        value = self._read(text) if text.strip() else None
        written = self._write(value) if value is not None else ""
        self._show_meaning("" if written == text.strip() else written)
        if value != self._value:
            self._value = value
            self.changed.emit(value)

    def _show_meaning(self, text: str) -> None:
        self.tail.show_meaning(text)
        self.place_trailing()

    def _show_problem(self, text: str) -> None:
        if bool(text) != bool(self.property("problem")):
            mark_problem(self, bool(text))
            self.problem_changed.emit(text)

    # Qt's own

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.place_trailing()


class FieldTail(QWidget):
    """What stands at the end of the field: the meaning of what is being typed, and buttons."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.meaning = Faint("", self)
        self.meaning.hide()
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(Space.HAIR)
        self.row.addWidget(self.meaning)

    def show_meaning(self, text: str) -> None:
        self.meaning.setText(text)
        self.meaning.setVisible(bool(text))

    # Qt's own

    def sizeHint(self) -> QSize:
        return self.row.totalSizeHint()
