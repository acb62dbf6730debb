"""Connects the page with the desk."""

from datetime import datetime

from PySide6.QtCore import QTimer

from followup_desktop.domain.changes import Changed
from followup_desktop.domain.customer_list import CustomerFilter, CustomerLine
from followup_desktop.domain.kinds import Stage
from followup_desktop.domain.shop import Clerk
from followup_desktop.domain.visit import NewVisit
from followup_desktop.ui.customers.page import CustomersPage, CustomersSnapshot
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.room import Place, RoomController

EVERYBODY = CustomerFilter()
_REST_MS = 40
"""How long nobody types before a long list is counted: its first rows don't wait for that."""


class CustomersController(RoomController):
    shows = Changed.CUSTOMERS | Changed.FOLLOW_UPS | Changed.CALLS | Changed.CLERKS

    def __init__(self, desk: Desk, page: CustomersPage) -> None:
        super().__init__(desk, page)
        self.customers_page = page
        self._wanted = EVERYBODY
        self._everybody = 0
        self._total: int | None = None
        """Of the list as it was shown last; None: not counted yet."""
        self._knows_everybody = True
        """Nothing can have changed since they were counted."""
        self._clerks: tuple[Clerk, ...] = ()
        self._silence: tuple[tuple[Stage, datetime], ...] = ()
        self._count_soon = QTimer(self)
        self._count_soon.setSingleShot(True)
        self._count_soon.setInterval(_REST_MS)
        self._count_soon.timeout.connect(self._on_count_due)
        page.wanted.connect(self._on_wanted)
        page.visit_requested.connect(self.desk.record_visit)
        page.list.open_requested.connect(self.desk.open_card)
        page.list.visit_requested.connect(self._on_visit)
        page.list.call_requested.connect(self.desk.start_call)

    def enter(self, place: Place) -> None:
        """With a filter when a page sends here for it; else as it was left, with the numbers of
        then until they are counted again."""
        if isinstance(place.given, CustomerFilter) and place.given != self._wanted:
            self._wanted, self._total = place.given, None
        if self._total is None:
            super().enter(place)
        elif self._ask_about_shop():
            self._knows_everybody = False
            self._show(self._total)
        self.customers_page.focus_list()

    def leave(self) -> None:
        self._count_soon.stop()

    def refresh(self) -> None:
        if self._ask_about_shop() and self._count_everybody():
            self._show(self._count())

    def _ask_about_shop(self) -> bool:
        shop = self.desk.ask(self.desk.services.shop.shop)
        if shop is None:
            return False
        self._clerks = shop.clerks
        self._silence = self.desk.ask(self.desk.services.rules.silence) or ()
        return True

    def _show(self, total: int | None) -> None:
        """None: it isn't known yet."""
        self._count_soon.stop()
        asked = self.customers_page.list.rows_in_sight()
        lines = self.desk.ask(self.desk.services.customers.stretch, self._wanted, 0, asked)
        if lines is None:
            return
        if len(lines) < asked:
            total = len(lines)
            if _is_everybody(self._wanted):
                self._everybody = total
        self._total = total
        snapshot = CustomersSnapshot(
            wanted=self._wanted,
            total=total,
            everybody=max(self._everybody, len(lines)),
            today=self.desk.now().day,
            lines=lines,
            clerks=self._clerks,
            silence=self._silence,
        )
        self.customers_page.show_snapshot(snapshot, self._fetch)
        if total is None or not self._knows_everybody:
            self._count_soon.start()

    def _count_everybody(self) -> bool:
        counted = self.desk.ask(self.desk.services.customers.total, EVERYBODY)
        self._everybody = counted or 0
        self._knows_everybody = counted is not None
        return self._knows_everybody

    def _count(self) -> int | None:
        if _is_everybody(self._wanted):
            return self._everybody
        return self.desk.ask(self.desk.services.customers.total, self._wanted)

    def _on_count_due(self) -> None:
        if self._knows_everybody or self._count_everybody():
            self._total = self._count()
        if self._total is not None:
            self.customers_page.show_total(self._total, self._everybody)

    def _fetch(self, offset: int, limit: int) -> tuple[CustomerLine, ...]:
        customers = self.desk.services.customers
        return self.desk.ask(customers.stretch, self._wanted, offset, limit) or ()

    def _on_wanted(self, wanted: CustomerFilter) -> None:
        """Who there is in all doesn't change by what is looked for: only that is asked anew."""
        if wanted != self._wanted:
            self._wanted = wanted
            self._show(self._everybody if _is_everybody(wanted) else None)

    def _on_visit(self, customer_id: int) -> None:
        entry = self.customers_page.list.entry()
        name = entry.line.name if entry is not None else ""
        self.desk.record_visit(NewVisit(customer_id=customer_id, name=name))


def _is_everybody(wanted: CustomerFilter) -> bool:
    return wanted == CustomerFilter(order=wanted.order, descending=wanted.descending)
