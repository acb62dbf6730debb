"""What stands in the window for the few seconds in which something is made."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from followup_desktop.ui.kit import metrics
from followup_desktop.ui.kit.bars import ProgressLine
from followup_desktop.ui.kit.labels import Muted, Subheading
from followup_desktop.ui.kit.tokens import Space

_STEPS = 100


class MomentPage(QWidget):
    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("moment")
        self.progress = ProgressLine(0, _STEPS, self)
        self.progress.setFixedWidth(metrics.chars(32))
        layout = QVBoxLayout(self)
        layout.setSpacing(Space.SMALL)
        layout.addStretch(2)
        for label in (Subheading(title, self), Muted(sentence, self)):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            layout.addWidget(label)
        layout.addSpacing(Space.MEDIUM)
        layout.addWidget(self.progress, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)

    def show_share(self, share: float) -> None:
        """How much is made, 0 to 1."""
        self.progress.set_progress(round(share * _STEPS), _STEPS)
