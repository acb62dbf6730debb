"""What was typed before, offered under a line while somebody types."""

from PySide6.QtCore import QEvent, QObject, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QCompleter, QWidget

_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier


class Completions(QCompleter):
    """Down and Enter take one; nobody has to. A key with Ctrl or Alt, such as the one that saves,
    does what it does without the list too: Qt's own only closes the list by it."""

    def __init__(self, parent: QWidget) -> None:
        self._offered = QStringListModel()
        super().__init__(self._offered, parent)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setFilterMode(Qt.MatchFlag.MatchContains)
        self.popup().setObjectName("completions")

    def offer(self, completions: list[str]) -> None:
        self._offered.setStringList(completions)

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        line = self.widget()
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.KeyPress
            and event.modifiers() & _COMMANDS
            and watched is self.popup()
            and line is not None
        ):
            self.popup().hide()
            QApplication.sendEvent(line, event)
            return True
        return super().eventFilter(watched, event)
