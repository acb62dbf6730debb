"""Connects "In short" with the desk."""

from dataclasses import replace

from followup_desktop.domain.customer_list import CustomerFilter
from followup_desktop.domain.insights.asked import Asked
from followup_desktop.domain.insights.in_short import InShort
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.insights.part import PartController
from followup_desktop.ui.insights.short_view import ShortView
from followup_desktop.ui.room import Place, RoomName


class ShortController(PartController):
    def __init__(self, desk: Desk, view: ShortView) -> None:
        super().__init__(desk, view)
        self.short = view
        self._whose = CustomerFilter()
        view.never_contacted_requested.connect(
            lambda: self._go(replace(self._whose, never_contacted=True))
        )
        view.no_next_step_requested.connect(
            lambda: self._go(replace(self._whose, no_next_step=True))
        )
        view.visit_requested.connect(desk.record_visit)

    def show(self, asked: Asked) -> None:
        self.count(self.desk.services.insights.in_short, asked, self._show_counted)

    def focus(self) -> None:
        self.short.focus_first()

    def _show_counted(self, found: InShort) -> None:
        self._whose = CustomerFilter(owner_id=found.scope.clerk_id)
        self.short.show_snapshot(found)

    def _go(self, wanted: CustomerFilter) -> None:
        self.desk.go(Place(RoomName.CUSTOMERS, given=wanted))
