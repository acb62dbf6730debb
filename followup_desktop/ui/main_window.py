"""The window: first it paints its ground, with next to nothing loaded; then, with a desk, the frame
and the rooms. What comes later is imported later."""

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QWidget

from followup_desktop.ui.after_paint import AfterPaint
from followup_desktop.ui.ground import Ground

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStackedWidget

    from followup_desktop.ui.desk import Desk
    from followup_desktop.ui.room import Place, Room, RoomController, RoomName
    from followup_desktop.ui.rooms_in_use import RoomsInUse
    from followup_desktop.ui.shell.banner import SampleBanner
    from followup_desktop.ui.shell.frame import Frame

SMALLEST = (880, 560)


class MainWindow(QMainWindow):
    """`attach` brings a desk, `detach` takes it and its pages away."""

    painted = Signal()
    """Once, after the window was first seen: time to load what it shows."""
    moved = Signal(object)
    """Place: another one is shown."""
    own_requested = Signal()
    """From the sample shop to the shop's own customers."""
    closed = Signal()

    def __init__(
        self, rooms: "tuple[Room, ...] | None" = None, parent: QWidget | None = None
    ) -> None:
        """Without `rooms` those of ui/rooms.py."""
        super().__init__(parent)
        self._given_rooms = rooms
        self._rooms: RoomsInUse | None = None
        self.banner: SampleBanner | None = None
        self.ground: Ground | None = None
        """Painted until the frame stands."""
        self.setObjectName("main_window")
        self.setWindowTitle("Followup")
        self.setMinimumSize(*SMALLEST)
        AfterPaint(self).came.connect(self.painted)

    @cached_property
    def _whole(self) -> "QStackedWidget":
        """The window's inside."""
        from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

        whole = QStackedWidget(self)
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(whole, 1)
        self.setCentralWidget(centre)
        centre.show()  # in a window that is seen already, its layout would wait with it
        return whole

    @cached_property
    def frame(self) -> "Frame":
        """What stands around the pages; made when it is first asked for."""
        from followup_desktop.ui.shell.frame import Frame

        frame = Frame(self._all_rooms, self)
        self._whole.addWidget(frame)
        return frame

    @cached_property
    def _all_rooms(self) -> "tuple[Room, ...]":
        if self._given_rooms is not None:
            return self._given_rooms
        from followup_desktop.ui.rooms import ROOMS

        return ROOMS

    def ground_now(self) -> Ground | None:
        """What to paint first the next time."""
        return self.ground if self.place is None else self.frame.ground()

    def next_paint(self) -> AfterPaint:
        """Of what is shown; it never comes while nobody can see it."""
        inside = self._whole.currentWidget()
        inside.update()
        return AfterPaint(inside)

    # What is shown

    @property
    def place(self) -> "Place | None":
        """Where the window is; a sheet lies over that place, and is none."""
        return None if self._rooms is None else self._rooms.place

    @property
    def in_call(self) -> bool:
        """A room has the whole window, without the rail and the top bar."""
        return self._rooms is not None and self._rooms.in_call

    def show_alone(self, page: QWidget) -> None:
        """Show the welcome, or why nothing can be shown, in place of everything."""
        self._whole.addWidget(page)
        self._whole.setCurrentWidget(page)

    def end_alone(self, page: QWidget) -> None:
        self._whole.removeWidget(page)
        page.deleteLater()

    # The desk

    def attach(self, desk: "Desk") -> None:
        from followup_desktop.ui.rooms_in_use import START, RoomsInUse

        self._rooms = RoomsInUse(desk, self._all_rooms, self._whole, self.frame, self.moved.emit)
        if desk.is_sample:
            self._show_banner()
        desk.place_requested.connect(self.go)
        desk.back_requested.connect(self.go_back)
        self.go(START)

    def detach(self) -> None:
        if self._rooms is not None:
            self._rooms.close()
            self._rooms = None
        if self.banner is not None:
            self.banner.hide()

    def go(self, place: "Place") -> None:
        assert self._rooms is not None, "no desk, no rooms"
        self._rooms.go(place)

    def go_back(self) -> None:
        assert self._rooms is not None, "no desk, no rooms"
        self._rooms.go_back()

    def controller(self, name: "RoomName") -> "RoomController":
        """The room's controller, made on the first visit."""
        assert self._rooms is not None, "no desk, no rooms"
        return self._rooms.controller(name)

    def leave(self) -> None:
        """Let the room in sight keep what is half typed."""
        if self._rooms is not None:
            self._rooms.leave()

    def _show_banner(self) -> None:
        from PySide6.QtWidgets import QVBoxLayout

        from followup_desktop.ui.shell.banner import SampleBanner

        if self.banner is None:
            self.banner = SampleBanner(self)
            self.banner.own_requested.connect(self.own_requested)
            layout = self.centralWidget().layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(0, self.banner)
        self.banner.show()

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.ground is not None and self.centralWidget() is None:
            self.ground.paint(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What had the keyboard is gone: the page takes it, so that it is never nowhere."""
        super().focusInEvent(event)
        if self._rooms is None:
            return
        from PySide6.QtCore import Qt  # late: it gets the keyboard before the first paint too

        if event.reason() is Qt.FocusReason.OtherFocusReason:
            self._rooms.take_keyboard()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._rooms is not None:
            self._rooms.leave_all()
        super().closeEvent(event)
        self.closed.emit()
