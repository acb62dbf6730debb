"""The desk every room works at: services, the only clock, the clerk, and what has changed."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal

from followup_desktop.domain.changes import Changed, Changes
from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.ui.room import Place, RoomName

if TYPE_CHECKING:
    # Late: they bring the store, which the first paint doesn't need.
    from followup_desktop.domain.shop_time import Now
    from followup_desktop.domain.visit import NewVisit
    from followup_desktop.services import Services

_P = ParamSpec("_P")
_T = TypeVar("_T")

UNDO_DEPTH = 50
"""How many of a clerk's actions can be taken back, one after the other."""


class Desk(QObject):
    """Handed to every room's controller. Widgets never see it."""

    changed = Signal(object)
    """Changes: something was written. `RoomController` turns it into `refresh()`."""
    troubled = Signal(object)
    """WorldError: nothing was saved; the window says it, the form keeps its text."""
    said = Signal(str)
    """A quiet sentence for the bar at the bottom, such as "Number copied"."""
    place_requested = Signal(object)
    """Place: somewhere else in the window."""
    back_requested = Signal()
    sample_requested = Signal()
    """Open the sample shop, in place of what is open."""
    reminders_requested = Signal()
    """Somebody wants to answer the reminder, or bring one back, in the window."""
    clerk_changed = Signal()
    undo_changed = Signal()
    """`undoable` is another one."""
    time_passed = Signal()
    """About once a minute while the window is in sight."""
    day_changed = Signal()

    def __init__(
        self,
        services: "Services",
        clock: "Callable[[], Now]",
        undo: "Callable[[int, Now, int | None], Changes]",
        *,
        clerk_id: int | None = None,
        folder: Path | None = None,
        is_sample: bool = False,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.services = services
        self.now = clock
        self.folder = folder
        self.is_sample = is_sample
        self._clerk_id = clerk_id
        self._undo = undo
        self._done: list[Changes] = []
        self._taken_back: Changes | None = None

    # Writing and reading

    def do(self, verb: Callable[..., Changes], *args: object, **kwargs: object) -> Changes | None:
        """Call a service's verb that writes, with `now` and maybe the clerk in front.

        None: the world stood in the way, nothing was saved, and the clerk was told.
        """
        changes = self.ask(verb, *args, **kwargs)
        if changes is not None:
            self.announce(changes)
        return changes

    def ask(self, read: Callable[..., _T], *args: object, **kwargs: object) -> _T | None:
        """Call a service's read in the same way; None when the world stood in the way."""
        try:
            return read(*self._in_front(read), *args, **kwargs)
        except WorldError as error:
            self.troubled.emit(error)
            return None

    def attempt(
        self, verb: Callable[..., Changes], *args: object, **kwargs: object
    ) -> Changes | WorldError:
        """Like `do`, for a form that shows a refused field (BAD_VALUE) itself."""
        try:
            changes = verb(*self._in_front(verb), *args, **kwargs)
        except WorldError as error:
            if error.trouble is not Trouble.BAD_VALUE:
                self.troubled.emit(error)
            return error
        self.announce(changes)
        return changes

    def announce(self, changes: Changes) -> None:
        """Tell every room what was written; only what writes without `do` calls this."""
        if changes.action_id is not None:
            self._done = [*self._done[1 - UNDO_DEPTH :], changes]
            self._taken_back = None
            self.undo_changed.emit()
        if changes.what is not Changed.NOTHING:
            self.changed.emit(changes)

    def _in_front(self, verb: Callable[..., object]) -> tuple[object, ...]:
        import inspect

        names = list(inspect.signature(verb).parameters)[:2]
        if names[:1] != ["now"]:
            return ()
        if names[1:] == ["clerk_id"]:
            return (self.now(), self._clerk_id)
        return (self.now(),)

    # Undo

    @property
    def undoable(self) -> Changes | None:
        """The action that `undo_last` would take back."""
        return self._done[-1] if self._done else None

    @property
    def redoable(self) -> Changes | None:
        """What was just taken back, as long as nothing else was done since."""
        found = self._taken_back
        return found if found is not None and found.action_id is not None else None

    def undo_last(self) -> Changes | None:
        """Take back the clerk's last action; one that is refused isn't offered twice."""
        if not self._done:
            return None
        self._taken_back = self._reverse(self._done.pop())
        self._tell_undone(self._taken_back)
        return self._taken_back

    def redo_last(self) -> Changes | None:
        """Do again what `undo_last` has just taken back."""
        if self.redoable is None:
            return None
        again = self._reverse(self.redoable)
        self._taken_back = None
        if again is not None and again.action_id is not None:
            self._done.append(again)
        self._tell_undone(again)
        return again

    def _reverse(self, action: Changes) -> Changes | None:
        assert action.action_id is not None
        try:
            return self._undo(action.action_id, self.now(), self._clerk_id)
        except WorldError as error:
            self.troubled.emit(error)
            return None

    def _tell_undone(self, changes: Changes | None) -> None:
        self.undo_changed.emit()
        if changes is not None:
            self.changed.emit(changes)

    # Who

    @property
    def clerk_id(self) -> int | None:
        return self._clerk_id

    def switch_clerk(self, clerk_id: int | None) -> None:
        """Another clerk is at the desk; what the last one did is no longer theirs to take back."""
        if clerk_id == self._clerk_id:
            return
        self._clerk_id = clerk_id
        self._done, self._taken_back = [], None
        self.undo_changed.emit()
        self.clerk_changed.emit()

    # Where

    def go(self, place: Place) -> None:
        self.place_requested.emit(place)

    def go_back(self) -> None:
        """To where the window was before, or to Today."""
        self.back_requested.emit()

    def open_page(self, name: RoomName) -> None:
        self.go(Place(name))

    def open_card(self, customer_id: int) -> None:
        self.go(Place(RoomName.CARD, customer_id))

    def open_call(self, call_id: int) -> None:
        self.go(Place(RoomName.CALL, call_id))

    def start_call(self, customer_id: int, follow_up_id: int | None = None) -> None:
        """Begin a call, or take up the unfinished one, and go there."""
        changes = self.do(self.services.calls.begin, customer_id, follow_up_id)
        if changes is not None and changes.made_id is not None:
            self.open_call(changes.made_id)

    def record_visit(self, start: "NewVisit | None" = None) -> None:
        """Open the visit form; `start` is what it holds already, such as a customer."""
        self.go(Place(RoomName.VISIT, given=start))

    def say(self, sentence: str) -> None:
        self.said.emit(sentence)
