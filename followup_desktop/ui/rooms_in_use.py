"""Going from room to room: which were visited, where one is, and the way back."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from followup_desktop.ui.desk import Desk
from followup_desktop.ui.room import Place, Placement, Room, RoomController, RoomName
from followup_desktop.ui.shell.frame import Frame

START = Place(RoomName.TODAY)
_WAY_BACK = 50


class RoomsInUse:
    """One for a desk; goes with it. Knows none of the rooms' insides."""

    def __init__(
        self,
        desk: Desk,
        rooms: tuple[Room, ...],
        whole: QStackedWidget,
        frame: Frame,
        moved: Callable[[Place], object],
    ) -> None:
        """`whole` is the window's inside, in which `frame` is one page; `moved` is told whenever
        another place is shown."""
        self._desk = desk
        self._rooms = {room.name: room for room in rooms}
        self._whole = whole
        self._frame = frame
        self._moved = moved
        self._open: dict[RoomName, RoomController] = {}
        self._way: list[Place] = []
        self.place: Place | None = None
        """A sheet lies over it, and is none itself."""

    @property
    def in_call(self) -> bool:
        """A room has the whole window, without the rail and the top bar."""
        return self.place is not None and self._rooms[self.place.room].placement is Placement.WHOLE

    def go(self, place: Place) -> None:
        controller = self.controller(place.room)
        if self._rooms[place.room].placement is Placement.SHEET:
            controller.enter(place)
            return
        self.leave()
        if self.place is not None and self.place != place:
            self._way = [*self._way[1 - _WAY_BACK :], self.place]
        self.place = place
        self._show(controller.page, self._rooms[place.room])
        controller.enter(place)
        self._moved(place)

    def go_back(self) -> None:
        place = self._way.pop() if self._way else START
        if self.place is not None and place == self.place:
            return
        self.leave()
        self.place = None
        self.go(place)

    def take_keyboard(self) -> None:
        """Into the page: what had it is gone."""
        if self.place is not None:
            self._open[self.place.room].take_keyboard()

    def leave(self) -> None:
        """Let the room keep what is half typed."""
        if self.place is not None:
            self._open[self.place.room].leave()

    def leave_all(self) -> None:
        """The room, and what lies over it."""
        self.leave()
        for name, controller in self._open.items():
            if self._rooms[name].placement is Placement.SHEET:
                controller.leave()

    def close(self) -> None:
        self.leave_all()
        for controller in self._open.values():
            controller.page.hide()
            # What was to happen a moment later would ask a desk that is closed by then.
            for timer in controller.page.findChildren(QTimer):
                timer.stop()
            for stack in (self._whole, self._frame.pages):
                stack.removeWidget(controller.page)
            # It stays the window's child until then: set free, it would be deleted at once, and
            # with it perhaps the very button whose click led here.
            controller.page.deleteLater()
        self._open.clear()
        self.place = None

    def controller(self, name: RoomName) -> RoomController:
        """The room's controller, made on the first visit."""
        if name not in self._open:
            room = self._rooms[name]
            controller = room.make(self._desk, self._parent_for(room))
            if room.placement is Placement.PAGE:
                self._frame.pages.addWidget(controller.page)
            elif room.placement is Placement.WHOLE:
                self._whole.addWidget(controller.page)
            self._open[name] = controller
        return self._open[name]

    def _parent_for(self, room: Room) -> QWidget:
        match room.placement:
            case Placement.PAGE:
                return self._frame.pages
            case Placement.WHOLE:
                return self._whole
            case Placement.SHEET:
                return self._whole.window()

    def _show(self, page: QWidget, room: Room) -> None:
        if room.placement is Placement.WHOLE:
            self._whole.setCurrentWidget(page)
        else:
            self._frame.pages.setCurrentWidget(page)
            self._whole.setCurrentWidget(self._frame)
        self._frame.rail.light(room.lights or room.name)
