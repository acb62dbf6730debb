"""How each planning step is laid out: a heading, its work, cards beside it, the way on below."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from followup_desktop.ui.kit import metrics
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.labels import Heading, Muted
from followup_desktop.ui.kit.scroller import Scroller
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _

SIDE_CHARS = 36


def aloud_button(name: str) -> QuietButton:
    """To rehearse (M-9)."""
    button = QuietButton(_("Read it aloud"), name=name, icon="talk")
    button.setToolTip(_("Alt+A"))
    return button


class StepPanel(QWidget):
    """`work` takes what the step is about, `side` its cards, `footer` its buttons."""

    def __init__(self, title: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.heading = Heading(title, wrap=True)
        self.sentence = Muted(sentence, wrap=True)
        self.sentence.setVisible(bool(sentence))
        self.work, self.side, self.footer = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        self._build_ui()

    def _build_ui(self) -> None:
        main, side = QWidget(), QWidget()
        column = QVBoxLayout(main)
        column.setContentsMargins(0, 0, Space.SMALL, 0)
        column.setSpacing(Space.SMALL)
        column.addWidget(self.heading)
        column.addWidget(self.sentence)
        column.addSpacing(Space.SMALL)
        self.work.setSpacing(Space.MEDIUM)
        column.addLayout(self.work)
        column.addStretch(1)
        # A stretch, not an alignment: that would give no more height than unwrapped text needs.
        cards = QVBoxLayout(side)
        cards.setContentsMargins(0, 0, 0, 0)
        self.side.setSpacing(Space.LARGE)
        cards.addLayout(self.side)
        cards.addStretch(1)
        beside = Scroller(side)
        beside.setMinimumWidth(metrics.chars(SIDE_CHARS))
        beside.setMaximumWidth(metrics.chars(SIDE_CHARS + 12))
        columns = QHBoxLayout()
        columns.setSpacing(Space.LARGE)
        columns.addWidget(Scroller(main), 3)
        columns.addWidget(beside, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.PAGE - 2, Space.PAGE, Space.PAGE)
        layout.setSpacing(Space.LARGE)
        layout.addLayout(columns, 1)
        self.footer.setSpacing(Space.SMALL + 2)
        layout.addLayout(self.footer)
