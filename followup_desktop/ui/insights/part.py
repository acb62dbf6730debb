"""A part of the room: a tab, the view below it, and what connects the two with the desk."""

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from followup_desktop.domain.insights.asked import Asked
from followup_desktop.domain.shop_time import Now
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.insights.counting import Counting


class PartController(QObject):
    """Lives and dies with its view. A part overrides `show`, and `focus` where the keyboard isn't
    to begin in the view itself."""

    has_period = True
    """False: it counts the last twelve months, whatever time is chosen for the others."""

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self.desk = desk
        self.view = view
        self.counting = Counting(self)
        self.counting.failed.connect(desk.troubled)

    def show(self, asked: Asked) -> None:
        """Ask the services, and show what they answer."""
        raise NotImplementedError

    def focus(self) -> None:
        self.view.setFocus()

    def leave(self) -> None:
        """Nobody looks any more."""
        self.counting.drop()

    def count(
        self,
        verb: Callable[[Now, int | None, Asked], Any],
        asked: Asked,
        show: Callable[[Any], None],
    ) -> None:
        """`show` gets what the verb answers: at once, or a moment later in a shop of many years.
        An answer to what isn't asked any more is dropped. `verb` is called in a thread, and must
        not hold on to anything of Qt."""
        desk = self.desk
        count = partial(verb, desk.now(), desk.clerk_id, asked)
        self.counting.start(partial(desk.services.insights.aside, count), show)
