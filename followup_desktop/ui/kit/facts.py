"""What is known, as rows: a quiet label and its value beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from followup_desktop.ui.kit import metrics, theme
from followup_desktop.ui.kit.labels import Body, Faint
from followup_desktop.ui.kit.tokens import Space, TextRole

_WIDEST_LABEL = 14
"""Letters; a longer label wraps."""


class FactGrid(QWidget):
    """Rows of (label, value): words, which wrap, or a widget, which the grid then owns."""

    def __init__(
        self, facts: Sequence[tuple[str, str | QWidget]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names: list[Faint] = []
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.MEDIUM)
        self._grid.setVerticalSpacing(Space.SMALL)
        self._grid.setColumnStretch(1, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        theme.changed.connect(self._set_label_column)
        self.set_facts(facts)

    def set_facts(self, facts: Sequence[tuple[str, str | QWidget]]) -> None:
        """Show these rows instead."""
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        self._names = []
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        for row, (label, value) in enumerate(facts):
            name = Faint(label, self, wrap=True)
            shown = Body(value, self, wrap=True) if isinstance(value, str) else value
            name.setBuddy(shown)
            words = isinstance(value, str)
            self._grid.addWidget(name, row, 0, top if words else middle)
            self._grid.addWidget(shown, row, 1, top if words else _side(shown))
            self._names.append(name)
        self._set_label_column()

    def _set_label_column(self) -> None:
        fm = theme.metrics(TextRole.FAINT)
        widest = max((fm.horizontalAdvance(name.text()) for name in self._names), default=0)
        width = min(widest + 4, metrics.chars(_WIDEST_LABEL))
        for name in self._names:
            name.setFixedWidth(width)


def _side(widget: QWidget) -> Qt.AlignmentFlag:
    """A widget of fixed width stands at the beginning of its place; any other fills it."""
    narrow = (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
    if widget.sizePolicy().horizontalPolicy() in narrow:
        return Qt.AlignmentFlag.AlignLeading
    return Qt.AlignmentFlag(0)
