"""A field to find something by its words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit import metrics
from followup_desktop.ui.kit.fields import LineField

_LONGEST = 200


class SearchField(LineField):
    """Escape empties it."""

    def __init__(
        self, words: str, parent: QWidget | None = None, *, name: str, chars: int = 14
    ) -> None:
        """`words` stand in it while it is empty; it is never narrower than so many letters."""
        super().__init__("", parent, name=name, placeholder=words)
        self.setAccessibleName(words)
        self.setMaxLength(_LONGEST)
        self.setMinimumWidth(metrics.chars(chars))

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.textEdited.emit("")
            return
        super().keyPressEvent(event)
