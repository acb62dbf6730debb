"""What is known, as rows: a quiet label and its value beside it."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from followup_desktop.ui.kit.labels import Body, Faint
from followup_desktop.ui.kit.tokens import Space


class FactGrid(QWidget):
    """Rows of (label, value): words, which wrap, or a widget, which the grid then owns."""

    def __init__(
        self, facts: Sequence[tuple[str, str | QWidget]] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(Space.MEDIUM)
        self._grid.setVerticalSpacing(Space.SMALL)
        self._grid.setColumnStretch(1, 1)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_facts(facts)

    def set_facts(self, facts: Sequence[tuple[str, str | QWidget]]) -> None:
        """Show these rows instead."""
        while self._grid.count():
            widget = self._grid.takeAt(0).widget()
            widget.hide()
            widget.deleteLater()
        top, middle = Qt.AlignmentFlag.AlignTop, Qt.AlignmentFlag.AlignVCenter
        for row, (label, value) in enumerate(facts):
            name = Faint(label, self, wrap=True)
            shown = Body(value, self, wrap=True) if isinstance(value, str) else value
            name.setBuddy(shown)
            words = isinstance(value, str)
            self._grid.addWidget(name, row, 0, top if words else middle)
            self._grid.addWidget(shown, row, 1, top if words else _side(shown))


def _side(widget: QWidget) -> Qt.AlignmentFlag:
    """A widget of fixed width stands at the beginning of its place; any other fills it."""
    narrow = (QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Maximum)
    if widget.sizePolicy().horizontalPolicy() in narrow:
        return Qt.AlignmentFlag.AlignLeading
    return Qt.AlignmentFlag(0)
