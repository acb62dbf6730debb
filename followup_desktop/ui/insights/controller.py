"""Connects the page with its parts: which is in sight, which time, whose numbers."""

from PySide6.QtCore import QLocale

from followup_desktop.domain.changes import Changed
from followup_desktop.domain.insights.asked import Asked, Period, Whose
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.insights.page import InsightsPage
from followup_desktop.ui.insights.part import PartController
from followup_desktop.ui.insights.parts import PARTS, Part
from followup_desktop.ui.room import Place, RoomController


class InsightsController(RoomController):
    # Whatever is done leaves its trace here.
    shows = ~Changed.NOTHING

    def __init__(self, desk: Desk, page: InsightsPage) -> None:
        super().__init__(desk, page)
        self.insights = page
        self._parts: dict[Part, PartController] = {}
        self._period = Asked().period
        self._whose: dict[int | None, Whose] = {}
        """What each clerk chose; what comes first for them until then."""
        self._asked_for: tuple[int | None, Whose] = (None, Whose.SHOP)
        self._shown_for: dict[Part, tuple[int | None, Whose]] = {}
        """Whose numbers each part shows."""
        page.part_chosen.connect(self.refresh)
        page.asked_anew.connect(self._on_asked_anew)

    def enter(self, place: Place) -> None:
        """`place.given` may name a `Part`."""
        if place.given is not None:
            self.insights.show_part(Part(str(place.given)))
        super().enter(place)
        # What is still being counted, or has nothing to go to, leaves the keyboard here.
        self.insights.tabs.setFocus()
        self._part().focus()

    def leave(self) -> None:
        for part in self._parts.values():
            part.leave()

    def refresh(self) -> None:
        service = self.desk.services.insights
        choices = self.desk.ask(service.choices)
        clerks = self.desk.ask(self.desk.services.shop.clerks)
        if choices is None or clerks is None:
            return
        part = self._part()
        for other in self._parts.values():
            if other is not part:
                other.leave()  # what it counts still would come up under this one's tab
        whose = self._whose.get(self.desk.clerk_id, choices[0])
        if whose not in choices:
            whose = choices[0]
        me = next((clerk.name for clerk in clerks if clerk.id == self.desk.clerk_id), "")
        period = self._period if part.has_period else Period.YEAR
        self.insights.show_choice(period, whose, choices, me)
        self.insights.period.setVisible(part.has_period)
        self._asked_for = self.desk.clerk_id, whose
        if self._shown_for.get(self.insights.part) == self._asked_for:
            self.insights.show_view(part.view)
        else:
            # Nobody's numbers stand under another name, be it for as long as a count takes (M-74).
            self.insights.show_blank()
        first_weekday = QLocale().firstDayOfWeek().value - 1
        part.show(Asked(period, whose, first_weekday))

    def _part(self) -> PartController:
        name = self.insights.part
        if name not in self._parts:
            make = {entry.name: entry.make for entry in PARTS}[name]
            part = self._parts[name] = make(self.desk, self.insights)
            part.counting.waits.connect(self.insights.show_counting)
            part.counting.answered.connect(self._on_answered)
        return self._parts[name]

    def _on_answered(self) -> None:
        self._shown_for[self.insights.part] = self._asked_for
        self.insights.show_view(self._part().view)

    def _on_asked_anew(self) -> None:
        page = self.insights
        if page.period.isVisibleTo(page):
            self._period = Period(str(page.period.value()))
        if page.whose.isVisibleTo(page):
            self._whose[self.desk.clerk_id] = Whose(str(page.whose.value()))
        self.refresh()
