"""Connects "Ten concerns" with the desk."""

from followup_desktop.domain.insights.asked import Asked
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.insights.concerns_view import ConcernsView
from followup_desktop.ui.insights.part import PartController


class ConcernsController(PartController):
    has_period = False

    def __init__(self, desk: Desk, view: ConcernsView) -> None:
        super().__init__(desk, view)
        self.concerns = view

    def show(self, asked: Asked) -> None:
        self.count(self.desk.services.insights.concerns, asked, self.concerns.show_card)

    def focus(self) -> None:
        self.concerns.focus_first()
