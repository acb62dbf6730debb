"""Connects "What customers say" with the desk."""

from followup_desktop.domain.insights.asked import Asked
from followup_desktop.domain.insights.said import SaidPage, SaidSummary, SaidWanted
from followup_desktop.domain.shop_time import Now
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.insights.part import PartController
from followup_desktop.ui.insights.said_view import SaidView


class SaidController(PartController):
    def __init__(self, desk: Desk, view: SaidView) -> None:
        super().__init__(desk, view)
        self.said = view
        self._asked = Asked()
        self._summary: SaidSummary | None = None
        """What was counted already for what is asked."""
        self._wanted = SaidWanted()
        """Of it, what was looked for last."""
        self._is_looking = False
        """The words in sight aren't yet those."""
        view.wanted.connect(self._ask)
        view.more_wanted.connect(self._ask_for_more)
        view.card_requested.connect(desk.open_card)

    def show(self, asked: Asked) -> None:
        self._asked, self._summary = asked, None
        self._ask()

    def focus(self) -> None:
        self.said.focus_first()

    def _ask(self) -> None:
        insights, counted = self.desk.services.insights, self._summary
        wanted = self._wanted = self.said.looked_for()
        self._is_looking = True

        def read(now: Now, clerk_id: int | None, asked: Asked) -> tuple[SaidSummary, SaidPage]:
            summary = counted or insights.said_summary(now, clerk_id, asked)
            return summary, insights.said(now, clerk_id, asked, wanted)

        self.count(read, self._asked, self._show)

    def _show(self, found: tuple[SaidSummary, SaidPage]) -> None:
        self._summary, page = found
        self._is_looking = False
        self.said.show_said(self._summary, page, self.desk.now().day)

    def _ask_for_more(self) -> None:
        insights, wanted, last = self.desk.services.insights, self._wanted, self.said.last()
        if self._is_looking or last is None:
            return
        before = last.mark

        def read(now: Now, clerk_id: int | None, asked: Asked) -> SaidPage:
            return insights.said(now, clerk_id, asked, wanted, before)

        self.count(read, self._asked, self.said.add_words)
