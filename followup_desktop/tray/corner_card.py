"""A calm card in the corner: the good morning with the mantra (M-66), or a word from the program.

A click puts it away, and so does a minute in which nobody does.
"""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from followup_desktop.tray.corner import CornerWindow
from followup_desktop.ui.kit.buttons import PrimaryButton
from followup_desktop.ui.kit.labels import Body, Label, Mantra, Subheading
from followup_desktop.ui.kit.tokens import Space

STAYS = 60_000
"""Milliseconds."""


class CornerCard(CornerWindow):
    chosen = Signal()
    """Its one button was pressed."""

    def __init__(self, title: str, sentence: str, mantra: str, action: str) -> None:
        """An empty sentence or mantra takes no room."""
        super().__init__()
        self.setObjectName("corner_card")
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.title = Subheading(title, self, wrap=True)
        self.sentence = Body(sentence, self, wrap=True)
        self.mantra = Mantra(mantra, self, wrap=True)
        self.action = PrimaryButton(action, self, name="corner_card_action")
        self._build_ui((self.title, self.sentence, self.mantra))
        self.action.clicked.connect(self._on_action_clicked)
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.timeout.connect(self.close)

    def _build_ui(self, words: tuple[Label, ...]) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.CARD)
        layout.setSpacing(Space.SMALL)
        for label in words:
            label.setVisible(bool(label.text()))
            layout.addWidget(label)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.action)
        layout.addSpacing(Space.SMALL)
        layout.addLayout(foot)

    def appear(self) -> None:
        super().appear()
        self._gone.start(STAYS)

    def _on_action_clicked(self) -> None:
        self.close()
        self.chosen.emit()

    # Qt's own

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close()
