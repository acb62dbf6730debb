"""The rail, the top bar, and the pages between them."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from followup_desktop.ui.ground import Ground
from followup_desktop.ui.kit import theme
from followup_desktop.ui.room import Room
from followup_desktop.ui.shell.rail import Rail
from followup_desktop.ui.shell.top_bar import TopBar

WIDEST = 1840
"""Logical pixels of a page at 100 %."""


class Frame(QWidget):
    def __init__(self, rooms: tuple[Room, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rail = Rail(rooms, self)
        self.top_bar = TopBar(self)
        self.pages = QStackedWidget(self)
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.rail, 0, 0, 2, 1)
        layout.addWidget(self.top_bar, 0, 1)
        layout.addWidget(self.pages, 1, 1)
        layout.setColumnStretch(1, 1)
        layout.setRowStretch(1, 1)
        # From the search box to the page, and only then to the rail.
        self.setTabOrder(self.top_bar, self.pages)

    def ground(self) -> Ground:
        palette = theme.current().palette
        return Ground(
            page=palette.window,
            frame=palette.rail,
            line=palette.line,
            rail_width=self.rail.width(),
            bar_height=self.top_bar.height(),
        )

    # Qt's own

    def resizeEvent(self, event: QResizeEvent) -> None:
        """On a very wide screen the page stays in the middle, at a width that can be read."""
        super().resizeEvent(event)
        room = self.width() - self.rail.width() - theme.current().px(WIDEST)
        aside = max(0, room // 2)
        self.pages.setContentsMargins(aside, 0, aside, 0)
