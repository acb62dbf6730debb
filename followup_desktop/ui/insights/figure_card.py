"""One figure, large, with of how many beside it."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from followup_desktop.ui.kit import metrics, theme
from followup_desktop.ui.kit.labels import ElidedLabel, Small
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space, TextRole
from followup_desktop.words.in_short import Figure

_NARROWEST = 22
"""Letters of a card that has both its figures on one line."""


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
        line.addWidget(self.number, 0, Qt.AlignmentFlag.AlignTop)
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
        self.note.setText(figure.note)
        self.note.setVisible(bool(figure.note))
        self.setAccessibleName(figure.spoken(self._label))


class Figures(QWidget):
    """Cards in one row, or in two where the window is narrow and the text large."""

    def __init__(self, cards: Sequence[FigureCard], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cards = tuple(cards)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.LARGE)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._arrange(len(self._cards))

    def _arrange(self, columns: int) -> None:
        self._columns = columns
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
            self._grid.setColumnStretch(place, int(place < columns))

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        narrowest = metrics.chars(_NARROWEST) * len(self._cards)
        columns = len(self._cards) if event.size().width() >= narrowest else 2
        if columns != self._columns:
            self._arrange(columns)
        super().resizeEvent(event)

    def minimumSizeHint(self) -> QSize:
        # Two beside each other: four would keep the window from getting narrow enough for two.
        widths = [card.minimumSizeHint().width() for card in self._cards]
        return QSize(2 * max(widths) + Space.LARGE, super().minimumSizeHint().height())


class _Number(ElidedLabel):
    """As wide as its ink: QLabel takes this font's per cent sign for half as wide again."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent, role=TextRole.HEADING)

    # Qt's own

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()
