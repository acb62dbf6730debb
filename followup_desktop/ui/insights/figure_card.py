"""One figure, large, with of how many beside it."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.labels import ElidedLabel, Small
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space, TextRole
from followup_desktop.words.in_short import Figure


class FigureCard(Card):
    def __init__(self, label: str, parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent=parent)
        self.setObjectName(name)
        self._label = label
        self.number = _Number(self)
        self.detail = Small("", self, wrap=True)
        self.note = Small("", self, wrap=True)
        line = QHBoxLayout()
        line.setSpacing(Space.SMALL)
        self.number.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        line.addWidget(self.number)
        line.addWidget(self.detail, 1)
        self.body.setSpacing(2)
        self.add(Small(label, self, wrap=True))
        self.body.addLayout(line)
        self.add(self.note)
        self.body.addStretch()
        self._settle_line()
        theme.changed.connect(self._settle_line)

    def _settle_line(self) -> None:
        """The two stand on one line, however different their sizes."""
        large, small = theme.metrics(TextRole.HEADING), theme.metrics(TextRole.SMALL)
        self.detail.setContentsMargins(0, large.ascent() - small.ascent(), 0, 0)

    def show_figure(self, figure: Figure) -> None:
        self.number.setText(figure.number)
        self.detail.setText(figure.detail)
        self.detail.setVisible(bool(figure.detail))
        self.note.setText(figure.note)
        self.note.setVisible(bool(figure.note))
        self.setAccessibleName(figure.spoken(self._label))


class _Number(ElidedLabel):
    """As wide as its ink: QLabel takes this font's per cent sign for half as wide again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, role=TextRole.HEADING)

    # Qt's own

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
