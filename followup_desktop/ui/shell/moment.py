"""What stands in the window for the few seconds in which something is made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.ui.kit.labels import Muted, Subheading
from followup_desktop.ui.kit.tokens import Space


class MomentPage(QWidget):
    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("moment")
        layout = QVBoxLayout(self)
        layout.setSpacing(Space.SMALL)
        layout.addStretch(2)
        for label in (Subheading(title, self), Muted(sentence, self)):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addStretch(3)
