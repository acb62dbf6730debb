"""The keys that work everywhere, as a small sheet."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from followup_desktop.ui.kit.chips import KeyHint
from followup_desktop.ui.kit.labels import Body
from followup_desktop.ui.kit.sheet import Sheet
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.shell.keys import help_lines
from followup_desktop.words import _


class HelpSheet(Sheet):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window, _("Keys that work everywhere"), name="help", width=480)
        grid = QGridLayout()
        grid.setVerticalSpacing(Space.SMALL)
        grid.setColumnStretch(0, 1)
        for row, (words, key) in enumerate(help_lines()):
            grid.addWidget(Body(words), row, 0)
            grid.addWidget(KeyHint(key), row, 1, Qt.AlignmentFlag.AlignRight)
        self.body.addLayout(grid)
        self.dismissed.connect(self.deleteLater)
