"""The window: arranges the rooms and goes from one to another; knows none of their insides."""

from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from followup_desktop.ui.desk import Desk
from followup_desktop.ui.room import Place, Placement, Room, RoomController, RoomName

START = Place(RoomName.TODAY)


class MainWindow(QMainWindow):
    """Painted before there is a desk; `attach` brings one, `detach` takes it and its pages away."""

    def __init__(self, rooms: tuple[Room, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rooms = {room.name: room for room in rooms}
        self._open: dict[RoomName, RoomController] = {}
        self._desk: Desk | None = None
        self._place: Place | None = None
        self._way: list[Place] = []
        self._stack = QStackedWidget(self)
        self.setCentralWidget(self._stack)

    @property
    def place(self) -> Place | None:
        """Where the window is; a sheet counts as being over that place, not as one."""
        return self._place

    def attach(self, desk: Desk) -> None:
        self._desk = desk
        desk.place_requested.connect(self.go)
        desk.back_requested.connect(self.go_back)
        self.go(START)

    def detach(self) -> None:
        self.leave()
        for controller in self._open.values():
            controller.page.hide()
            controller.page.deleteLater()
        self._open.clear()
        self._way.clear()
        self._place = None
        self._desk = None

    def go(self, place: Place) -> None:
        controller = self.controller(place.room)
        if self._rooms[place.room].placement is Placement.SHEET:
            controller.enter(place)
            return
        self.leave()
        if self._place is not None and self._place != place:
            self._way.append(self._place)
        self._place = place
        self._stack.setCurrentWidget(controller.page)
        controller.enter(place)

    def go_back(self) -> None:
        place = self._way.pop() if self._way else START
        self._place = None
        self.go(place)

    def leave(self) -> None:
        """Let the room keep what is half typed."""
        if self._place is not None:
            self._open[self._place.room].leave()

    def controller(self, name: RoomName) -> RoomController:
        """The room's controller, made on the first visit."""
        assert self._desk is not None, "no desk, no rooms"
        if name not in self._open:
            room = self._rooms[name]
            controller = room.make(self._desk, self._stack)
            if room.placement is not Placement.SHEET:
                self._stack.addWidget(controller.page)
            self._open[name] = controller
        return self._open[name]
