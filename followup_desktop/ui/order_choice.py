"""What a customer chooses when their order isn't complete: one click each (M-37)."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.domain.kinds import OrderChoice
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.flow import FlowLayout
from followup_desktop.ui.kit.labels import Small
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _
from followup_desktop.words import orders as words


class OrderChoices(QWidget):
    """The four of them; the one that was chosen has a mark. The same again takes it back."""

    chosen = Signal(object)
    """OrderChoice, or None."""

    def __init__(self, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self._choice: OrderChoice | None = None
        self.caption = Small(_("What would help them most?"), wrap=True)
        self.buttons: dict[OrderChoice, QuietButton] = {}
        chips = QWidget()
        flow = FlowLayout(chips)
        for choice, text in words.CHOICES.items():
            button = QuietButton(_(text), name=f"{name}_{choice}")
            button.clicked.connect(lambda _=False, made=choice: self._on_clicked(made))
            flow.addWidget(button)
            self.buttons[choice] = button
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.SMALL)
        layout.addWidget(self.caption)
        layout.addWidget(chips)

    def show_choice(self, choice: OrderChoice | None) -> None:
        self._choice = choice
        for one, button in self.buttons.items():
            button.set_icon("check" if one is choice else "")
            button.setAccessibleDescription(_("Chosen") if one is choice else "")

    def _on_clicked(self, made: OrderChoice) -> None:
        self.chosen.emit(None if made is self._choice else made)
