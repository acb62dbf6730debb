"""The window: arranges the rooms and goes from one to another; knows none of their insides."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QFocusEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.ui.room import Place, Placement, Room, RoomController, RoomName
from followup_desktop.ui.shell.frame import Frame

if TYPE_CHECKING:
    from followup_desktop.ui.desk import Desk
    from followup_desktop.ui.shell.banner import SampleBanner

START = Place(RoomName.TODAY)
SMALLEST = (880, 560)
_WAY_BACK = 50


class MainWindow(QMainWindow):
    """Painted before there is a desk; `attach` brings one, `detach` takes it and its pages away."""

    painted = Signal()
    """Once, after the window was first seen: time to load what it shows."""
    moved = Signal(object)
    """Place: another one is shown."""
    own_requested = Signal()
    """From the sample shop to the shop's own customers."""
    closed = Signal()

    def __init__(self, rooms: tuple[Room, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rooms = {room.name: room for room in rooms}
        self._open: dict[RoomName, RoomController] = {}
        self._desk: Desk | None = None
        self._place: Place | None = None
        self._way: list[Place] = []
        self._was_painted = False
        self.banner: SampleBanner | None = None
        self.frame = Frame(rooms, self)
        self._whole = QStackedWidget(self)
        self._build_ui()

    def _build_ui(self) -> None:
        self.setObjectName("main_window")
        self.setWindowTitle("Followup")
        self.setMinimumSize(*SMALLEST)
        centre = QWidget(self)
        layout = QVBoxLayout(centre)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._whole, 1)
        self._whole.addWidget(self.frame)
        self.setCentralWidget(centre)

    # What is shown

    @property
    def place(self) -> Place | None:
        """Where the window is; a sheet lies over that place, and is none."""
        return self._place

    @property
    def in_call(self) -> bool:
        """A room has the whole window, without the rail and the top bar."""
        return (
            self._place is not None and self._rooms[self._place.room].placement is Placement.WHOLE
        )

    def show_alone(self, page: QWidget) -> None:
        """Show the welcome, or why nothing can be shown, in place of everything."""
        self._whole.addWidget(page)
        self._whole.setCurrentWidget(page)

    def end_alone(self, page: QWidget) -> None:
        self._whole.removeWidget(page)
        page.deleteLater()

    # The desk

    def attach(self, desk: "Desk") -> None:
        self._desk = desk
        if desk.is_sample:
            self._show_banner()
        desk.place_requested.connect(self.go)
        desk.back_requested.connect(self.go_back)
        self.go(START)

    def detach(self) -> None:
        self._leave_all()
        for controller in self._open.values():
            controller.page.hide()
            # What was to happen a moment later would ask a desk that is closed by then.
            for timer in controller.page.findChildren(QTimer):
                timer.stop()
            for stack in (self._whole, self.frame.pages):
                stack.removeWidget(controller.page)
            # It stays the window's child until then: set free, it would be deleted at once, and
            # with it perhaps the very button whose click led here.
            controller.page.deleteLater()
        self._open.clear()
        self._way.clear()
        self._place = None
        self._desk = None
        if self.banner is not None:
            self.banner.hide()

    def _show_banner(self) -> None:
        from followup_desktop.ui.shell.banner import SampleBanner

        if self.banner is None:
            self.banner = SampleBanner(self)
            self.banner.own_requested.connect(self.own_requested)
            layout = self.centralWidget().layout()
            assert isinstance(layout, QVBoxLayout)
            layout.insertWidget(0, self.banner)
        self.banner.show()

    # Going from room to room

    def go(self, place: Place) -> None:
        controller = self.controller(place.room)
        if self._rooms[place.room].placement is Placement.SHEET:
            controller.enter(place)
            return
        self.leave()
        if self._place is not None and self._place != place:
            self._way = [*self._way[1 - _WAY_BACK :], self._place]
        self._place = place
        self._show(controller.page, self._rooms[place.room])
        controller.enter(place)
        self.moved.emit(place)

    def go_back(self) -> None:
        place = self._way.pop() if self._way else START
        if self._place is not None and place == self._place:
            return
        self.leave()
        self._place = None
        self.go(place)

    def leave(self) -> None:
        """Let the room keep what is half typed."""
        if self._place is not None:
            self._open[self._place.room].leave()

    def _leave_all(self) -> None:
        """The room, and what lies over it."""
        self.leave()
        for name, controller in self._open.items():
            if self._rooms[name].placement is Placement.SHEET:
                controller.leave()

    def controller(self, name: RoomName) -> RoomController:
        """The room's controller, made on the first visit."""
        assert self._desk is not None, "no desk, no rooms"
        if name not in self._open:
            room = self._rooms[name]
            controller = room.make(self._desk, self._parent_for(room))
            if room.placement is Placement.PAGE:
                self.frame.pages.addWidget(controller.page)
            elif room.placement is Placement.WHOLE:
                self._whole.addWidget(controller.page)
            self._open[name] = controller
        return self._open[name]

    def _parent_for(self, room: Room) -> QWidget:
        match room.placement:
            case Placement.PAGE:
                return self.frame.pages
            case Placement.WHOLE:
                return self._whole
            case Placement.SHEET:
                return self

    def _show(self, page: QWidget, room: Room) -> None:
        if room.placement is Placement.WHOLE:
            self._whole.setCurrentWidget(page)
        else:
            self.frame.pages.setCurrentWidget(page)
            self._whole.setCurrentWidget(self.frame)
        self.frame.rail.light(room.lights or room.name)

    # Qt's own

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self, self.painted.emit)
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """What had the keyboard is gone: the page takes it, so that it is never nowhere."""
        super().focusInEvent(event)
        if event.reason() is Qt.FocusReason.OtherFocusReason and self._place is not None:
            self._open[self._place.room].take_keyboard()

    def closeEvent(self, event: QCloseEvent) -> None:
        self._leave_all()
        super().closeEvent(event)
        self.closed.emit()
