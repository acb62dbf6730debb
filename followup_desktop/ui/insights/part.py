"""A part of the room: a tab, the view below it, and what connects the two with the desk."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from followup_desktop.domain.insights.asked import Asked
from followup_desktop.ui.desk import Desk


class PartController(QObject):
    """Lives and dies with its view. A part overrides `show`, and `focus` where the keyboard isn't
    to begin in the view itself."""

    has_whose = True
    """False: it counts the whole shop only, so that nobody is asked whose numbers are meant."""

    def __init__(self, desk: Desk, view: QWidget) -> None:
        super().__init__(view)
        self.desk = desk
        self.view = view

    def show(self, asked: Asked) -> None:
        """Ask the services, and show what they answer."""
        raise NotImplementedError

    def focus(self) -> None:
        self.view.setFocus()
