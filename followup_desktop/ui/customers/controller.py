"""Connects the page with the desk."""

from datetime import datetime

from followup_desktop.domain.changes import Changed
from followup_desktop.domain.customer_list import CustomerFilter, CustomerLine, CustomerPage
from followup_desktop.domain.kinds import Stage
from followup_desktop.domain.shop import Clerk
from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.customers.list_model import STRETCH
from followup_desktop.ui.customers.page import CustomersPage, CustomersSnapshot
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.room import Place, RoomController

EVERYBODY = CustomerFilter()


class CustomersController(RoomController):
    shows = Changed.CUSTOMERS | Changed.FOLLOW_UPS | Changed.CALLS | Changed.CLERKS

    def __init__(self, desk: Desk, page: CustomersPage) -> None:
        super().__init__(desk, page)
        self.customers_page = page
        self._wanted = EVERYBODY
        self._everybody = 0
        self._clerks: tuple[Clerk, ...] = ()
        self._silence: tuple[tuple[Stage, datetime], ...] = ()
        page.wanted.connect(self._on_wanted)
        page.visit_requested.connect(self.desk.record_visit)
        page.list.open_requested.connect(self.desk.open_card)
        page.list.visit_requested.connect(self._on_visit)
        page.list.call_requested.connect(self.desk.start_call)

    def enter(self, place: Place) -> None:
        """With a filter when a page sends here for it; else as it was left."""
        if isinstance(place.given, CustomerFilter):
            self._wanted = place.given
        super().enter(place)
        self.customers_page.focus_list()

    def refresh(self) -> None:
        shop = self.desk.ask(self.desk.services.shop.shop)
        everybody = self.desk.ask(self.desk.services.customers.page, EVERYBODY, 0, 0)
        if shop is not None and everybody is not None:
            self._clerks, self._everybody = shop.clerks, everybody.total
            self._silence = self.desk.ask(self.desk.services.rules.silence) or ()
            self._show()

    def _show(self) -> None:
        found: CustomerPage | None
        if _is_everybody(self._wanted):
            found = CustomerPage(self._fetch(0, STRETCH), self._everybody)
        else:
            found = self.desk.ask(self.desk.services.customers.page, self._wanted, 0, STRETCH)
        if found is None:
            return
        snapshot = CustomersSnapshot(
            wanted=self._wanted,
            total=found.total,
            everybody=self._everybody,
            today=self.desk.now().day,
            lines=found.lines,
            clerks=self._clerks,
            silence=self._silence,
        )
        self.customers_page.show_snapshot(snapshot, self._fetch)

    def _fetch(self, offset: int, limit: int) -> tuple[CustomerLine, ...]:
        customers = self.desk.services.customers
        return self.desk.ask(customers.stretch, self._wanted, offset, limit) or ()

    def _on_wanted(self, wanted: CustomerFilter) -> None:
        """Who there is in all doesn't change by what is looked for: only that is asked anew."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._show()

    def _on_visit(self, customer_id: int) -> None:
        entry = self.customers_page.list.entry()
        name = entry.line.name if entry is not None else ""
        self.desk.record_visit(NewVisit(customer_id=customer_id, name=name))


def _is_everybody(wanted: CustomerFilter) -> bool:
    return wanted == CustomerFilter(order=wanted.order, descending=wanted.descending)
