"""Connects the page with the desk."""

from collections.abc import Callable, Sequence

from followup_desktop.domain.changes import Changed
from followup_desktop.domain.keeping import ProblemLine, PromiseLine
from followup_desktop.ui import keeping_actions as actions
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.keeping_actions import Choice
from followup_desktop.ui.promises import entries
from followup_desktop.ui.promises.entries import Given, Part
from followup_desktop.ui.promises.page import PromisesPage, PromisesSnapshot
from followup_desktop.ui.room import Place, RoomController


class PromisesController(RoomController):
    shows = Changed.CUSTOMERS | Changed.FOLLOW_UPS | Changed.CALLS | Changed.CLERKS

    def __init__(self, desk: Desk, page: PromisesPage) -> None:
        super().__init__(desk, page)
        self.promises_page = page
        page.part_chosen.connect(self._on_part_chosen)
        page.selected.connect(self._on_selected)
        page.panel.call_requested.connect(desk.start_call)
        page.panel.card_requested.connect(desk.open_card)
        # A promise can be missed while the page is looked at.
        desk.time_passed.connect(self._refresh_in_sight)

    def enter(self, place: Place) -> None:
        """`place.given`: a Part; `place.row_id`: the one of it to show."""
        if isinstance(place.given, Part):
            self.promises_page.show_part(place.given)
        super().enter(place)
        if place.row_id is not None:
            self.promises_page.choose(place.row_id)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        self.promises_page.focus_list()

    def refresh(self) -> None:
        page, keeping = self.promises_page, self.desk.services.keeping
        reads: dict[Part, Callable[..., Sequence[Given]]] = {
            Part.PROMISES: keeping.promises,
            Part.PROBLEMS: keeping.problems,
            Part.REFERRALS: keeping.referrals,
        }
        given = self.desk.ask(reads[page.part])
        clerks = self.desk.ask(self.desk.services.shop.clerks)
        if given is None or clerks is None:
            return
        here = [one for one in clerks if one.left_on is None]
        page.show_snapshot(
            PromisesSnapshot(page.part, given, self.desk.clerk_id, len(here) > 1, self.desk.now())
        )

    def _on_part_chosen(self) -> None:
        self.refresh()
        self.promises_page.focus_list()

    def _on_selected(self, given: Given | None) -> None:
        panel = self.promises_page.panel
        if given is None:
            panel.show_detail(None, ())
        else:
            panel.show_detail(entries.detail(given, self.desk.now()), self._choices(given))

    def _choices(self, given: Given) -> list[Choice]:
        """What can be done about it, what comes next first."""
        desk, page = self.desk, self.promises_page
        if isinstance(given, PromiseLine):
            return [] if given.kept_at is not None else actions.of_promise(desk, page, given)
        if isinstance(given, ProblemLine):
            if given.is_open:
                return actions.of_open_problem(desk, page, given)
            is_over = given.stayed_so_at is not None
            return [] if is_over else actions.of_solved_problem(desk, given.id)
        return actions.of_referral(
            desk, given.id, given.state, given.same_number_id, given.same_number_name
        )
