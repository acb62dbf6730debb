"""A phone number, grouped as it is typed."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from followup_desktop.domain import phones
from followup_desktop.ui.kit.fields import LineField


class PhoneField(LineField):
    edited = Signal(str)

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__("", parent, name=name)
        self._country = ""
        self.textEdited.connect(self._on_text_edited)

    def set_country(self, country: str) -> None:
        """ISO 3166 alpha-2: how a number without its country's code is read."""
        self._country = country

    def _on_text_edited(self, text: str) -> None:
        # Only at the end: whoever corrects a digit in the middle keeps the cursor there.
        if self.cursorPosition() == len(text):
            grouped = phones.as_typed(text, self._country)
            if grouped != text:
                self.setText(grouped)
                self.end(False)
        self.edited.emit(self.text())
