"""What a room is: a place to be, and a controller that fills its page when it is entered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from followup_desktop.domain.changes import Changed, Changes

if TYPE_CHECKING:
    from followup_desktop.ui.desk import Desk


class RoomName(StrEnum):
    TODAY = "today"
    CUSTOMERS = "customers"
    ORDERS = "orders"
    PROMISES = "promises"
    AHEAD = "ahead"
    INSIGHTS = "insights"
    SETTINGS = "settings"
    CARD = "card"
    CALL = "call"
    VISIT = "visit"
    PLAYBOOK = "playbook"


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the window: a room, and what it shows there."""

    room: RoomName
    row_id: int | None = None
    """CARD: the customer. CALL: the call. ORDERS: the order to show."""
    given: object = None
    """VISIT: a `NewVisit` to start from, or None. CUSTOMERS: a `CustomerFilter`; None: the last.
    PLAYBOOK: the `Kind` to edit.
    SETTINGS, INSIGHTS: one of its parts. AHEAD: one of its parts, or the `UpdateKey` to look
    through."""


class Placement(Enum):
    """How much of the window a room takes."""

    PAGE = auto()
    """Beside the rail and under the top bar."""
    WHOLE = auto()
    """All of it: the guided call."""
    SHEET = auto()
    """Over whatever is shown, with that in sight behind it: the visit."""


class RoomController(QObject):
    """Connects a page with the desk; lives and dies with the page.

    A room overrides `refresh`, names in `shows` the changes that make its page ask again, and
    connects the page's signals in `__init__`. A page out of sight isn't refreshed; `enter` does it.
    Another clerk and another day refresh it too.
    """

    shows = Changed.NOTHING

    def __init__(self, desk: Desk, page: QWidget) -> None:
        super().__init__(page)
        self.desk = desk
        self.page = page
        desk.changed.connect(self._on_desk_changed)
        desk.clerk_changed.connect(self._refresh_in_sight)
        desk.day_changed.connect(self._refresh_in_sight)

    def enter(self, place: Place) -> None:
        """The page is shown at `place`, for the first time or again."""
        self.refresh()

    def leave(self) -> None:
        """Another room is entered, or the window closes: keep what is half typed."""

    def take_keyboard(self) -> None:
        """To where it begins on this page: the room is entered, or what had it is gone."""

    def print_out(self) -> bool:
        """Offer what the page shows on paper; False: there is nothing to print here."""
        return False

    def refresh(self) -> None:
        """Ask the services for a new snapshot and show it."""

    def _on_desk_changed(self, changes: Changes) -> None:
        if changes.what & self.shows:
            self._refresh_in_sight()

    def _refresh_in_sight(self) -> None:
        if self.page.isVisible():
            self.refresh()


@dataclass(frozen=True, slots=True)
class Room:
    """An entry of `ui/rooms.py`. `make` imports the room on its first visit: a fast start."""

    name: RoomName
    title: str
    make: Callable[[Desk, QWidget], RoomController]
    """Called once for a desk, with the widget that the page is to be a child of."""
    icon: str = ""
    """A name of ui/kit/icons; empty for a room that isn't in the rail."""
    placement: Placement = Placement.PAGE
    lights: RoomName | None = None
    """The entry of the rail that is lit here, where it isn't the room's own."""
