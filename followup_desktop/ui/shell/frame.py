"""The rail, the top bar, and the pages between them."""

from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from followup_desktop.ui.room import Room
from followup_desktop.ui.shell.rail import Rail
from followup_desktop.ui.shell.top_bar import TopBar


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
