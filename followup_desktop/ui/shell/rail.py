"""The rail at the left: one entry for each room that has an icon, Settings at the bottom."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.nav import NavButton
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.room import Room, RoomName
from followup_desktop.ui.shell.logo import Logo
from followup_desktop.words import _


class Rail(QFrame):
    page_requested = Signal(object)
    """RoomName."""

    def __init__(self, rooms: tuple[Room, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.setAccessibleName(_("Pages"))
        self._buttons: dict[RoomName, NavButton] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.SMALL, Space.LARGE - 2, Space.SMALL + 1, Space.SMALL)
        layout.setSpacing(Space.SMALL - 2)
        layout.addWidget(Logo(self), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(Space.MEDIUM)
        for room in rooms:
            if not room.icon:
                continue
            if room.name is RoomName.SETTINGS:
                layout.addStretch(1)
            layout.addWidget(self._make_button(room))

    def light(self, name: RoomName) -> None:
        """Show which page this is; a name without an entry leaves none lit."""
        for entry, button in self._buttons.items():
            button.setChecked(entry is name)

    def button(self, name: RoomName) -> NavButton:
        return self._buttons[name]

    def _make_button(self, room: Room) -> NavButton:
        button = NavButton(_(room.title), self, icon=room.icon, name=f"nav_{room.name}")
        button.clicked.connect(lambda _checked=False: self._on_button_clicked(room.name))
        self._buttons[room.name] = button
        return button

    def _on_button_clicked(self, name: RoomName) -> None:
        # A click checks the button by itself; which one is lit is for the window to say.
        self._buttons[name].setChecked(True)
        self.page_requested.emit(name)

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        with painting.painter_on(self) as painter:
            rect, width = QRectF(self.rect()), painting.hairline(self)
            painting.rounded(painter, rect, 0, palette.rail)
            edge = QRectF(rect.right() - width, 0, width, rect.height())
            painting.rounded(painter, edge, 0, palette.line)
