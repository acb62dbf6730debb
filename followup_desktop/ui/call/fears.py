"""The answers that a clerk may dread, one click from the easy way out (M-80)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.domain.call import FearedAnswer
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.flow import FlowLayout
from followup_desktop.ui.kit.labels import Caps
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _


class Fears(QWidget):
    asked = Signal(object)
    """FearedAnswer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[FearedAnswer, ...] = ()
        self.buttons: list[QuietButton] = []
        chips = QWidget(self)
        self._flow = FlowLayout(chips)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, Space.SMALL, 0, 0)
        layout.setSpacing(Space.SMALL)
        layout.addWidget(Caps(_("If they say"), self))
        layout.addWidget(chips)

    def show_fears(self, fears: tuple[FearedAnswer, ...]) -> None:
        self.setVisible(bool(fears))
        if fears == self._shown:
            return
        self._shown = fears
        for button in self.buttons:
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = []
        for number, fear in enumerate(fears, start=1):
            words = _("“{sentence}”").format(sentence=fear.they_say)
            button = QuietButton(words, name=f"call_fear_{number}")
            button.clicked.connect(lambda _=False, fear=fear: self.asked.emit(fear))
            self._flow.addWidget(button)
            self.buttons.append(button)
