"""Connects "In short" with the desk."""

from followup_desktop.domain.insights.asked import Asked
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.insights.part import PartController
from followup_desktop.ui.insights.short_view import ShortView


class ShortController(PartController):
    def __init__(self, desk: Desk, view: ShortView) -> None:
        super().__init__(desk, view)
        self.short = view

    def show(self, asked: Asked) -> None:
        insights = self.desk.services.insights
        self.count(insights.scope, asked, lambda scope: None)
