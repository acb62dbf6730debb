"""The page: a heading with the count, the filters, and the list under its columns."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from PySide6.QtCore import QEvent, QLocale, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.domain.customer_list import CustomerFilter, CustomerLine, CustomerOrder
from followup_desktop.domain.kinds import Stage
from followup_desktop.domain.shop import Clerk
from followup_desktop.ui.customers.filter_bar import FilterBar
from followup_desktop.ui.customers.list_model import Fetch, Rows
from followup_desktop.ui.customers.list_view import CustomerList
from followup_desktop.ui.customers.sort_header import SortHeader
from followup_desktop.ui.kit.labels import Heading, Muted
from followup_desktop.ui.kit.notices import EmptyState
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _
from followup_desktop.words import customers as words


@dataclass(frozen=True, slots=True)
class CustomersSnapshot:
    """What the page shows but the rows, which are asked for as they come into sight."""

    wanted: CustomerFilter
    total: int | None
    """None: more than `lines`; `show_total` says how many once it is known."""
    everybody: int
    """Without any filter."""
    today: date
    lines: tuple[CustomerLine, ...] = ()
    """The first rows: those in sight, or all there are."""
    clerks: Sequence[Clerk] = ()
    silence: tuple[tuple[Stage, datetime], ...] = ()
    """From when on a silence is long, by stage (M-44)."""


class CustomersPage(QWidget):
    wanted = Signal(object)
    """CustomerFilter: look for these from now on."""
    visit_requested = Signal()
    """Somebody new, from the empty page."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("customers_page")
        self._snapshot: CustomersSnapshot | None = None
        self._build_ui()
        self._connect()

    def show_snapshot(self, snapshot: CustomersSnapshot, fetch: Fetch) -> None:
        before, self._snapshot = self._snapshot, snapshot
        wanted = snapshot.wanted
        total = len(snapshot.lines) if snapshot.total is None else snapshot.total
        if snapshot.total is not None:
            self._show_count(total, snapshot.everybody)
        self.count.setVisible(bool(snapshot.everybody))
        self.filters.setVisible(bool(snapshot.everybody))
        self.filters.know_silence(snapshot.silence)
        self.filters.show_filter(wanted, snapshot.clerks)
        self.header.show_order(wanted.order, wanted.descending)
        if not total:
            self.empty.show_words(*words.empty(wanted, snapshot.everybody))
        self.body.setCurrentWidget(self.table if total else self.empty_card)
        from_top = before is None or before.wanted != wanted
        rows = Rows(total, snapshot.today, snapshot.lines, fetch)
        self.list.show_rows(rows, from_top=from_top)

    def show_total(self, total: int, everybody: int) -> None:
        """The numbers to what is shown already, counted after it."""
        self.list.lines().settle(total)
        self._show_count(total, everybody)

    def _show_count(self, total: int, everybody: int) -> None:
        said = words.count(total, everybody, _number(total), _number(everybody))
        if said != self.count.text():
            self.count.setText(said)

    def focus_list(self) -> None:
        at_list = self.list.lines().rowCount()
        (self.list if at_list else self.filters.text).setFocus()

    def _on_sort(self, order: CustomerOrder, descending: bool) -> None:
        if self._snapshot is not None:
            self.wanted.emit(replace(self._snapshot.wanted, order=order, descending=descending))

    def _on_filter_changed(self) -> None:
        self.wanted.emit(self.filters.wanted())

    def _on_empty_action(self) -> None:
        if self._snapshot is not None and self._snapshot.everybody:
            self.filters.clear.click()
        else:
            self.visit_requested.emit()

    def _build_ui(self) -> None:
        self.heading, self.count = Heading(_("Customers")), Muted()
        self.filters, self.header, self.list = FilterBar(), SortHeader(), CustomerList()
        self.table = Card(padding=1)
        self.table.body.setContentsMargins(1, Space.HAIR, 1, Space.SMALL)
        self.table.body.setSpacing(0)
        self.table.add(self.header)
        self.table.add(self.list, 1)
        self.empty = EmptyState("", "", name="customers_empty_action")
        self.empty_card = Card()
        self.empty_card.add(self.empty, 1)
        self.body = QStackedWidget()
        self.body.addWidget(self.table)
        self.body.addWidget(self.empty_card)
        head = QHBoxLayout()
        head.setSpacing(Space.MEDIUM)
        head.addWidget(self.heading)
        head.addWidget(self.count, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        layout.setSpacing(Space.MEDIUM)
        layout.addLayout(head)
        layout.addWidget(self.filters)
        layout.addWidget(self.body, 1)

    def _connect(self) -> None:
        self.filters.changed.connect(self._on_filter_changed)
        self.filters.text.installEventFilter(self)
        self.header.sort_requested.connect(self._on_sort)
        self.empty.action_requested.connect(self._on_empty_action)
        self.list.typed.connect(self.filters.text.type_on)
        self.list.verticalScrollBar().installEventFilter(self)

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.list.verticalScrollBar():
            if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
                shown = event.type() is QEvent.Type.Show
                self.header.leave_room(self.list.verticalScrollBar().width() if shown else 0)
        elif isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            return self._on_filter_key(event)
        return False

    def _on_filter_key(self, event: QKeyEvent) -> bool:
        """From the filter straight to the list: Down goes there, Enter opens who is on top."""
        if event.key() == Qt.Key.Key_Down:
            self.list.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        found = self.list.entry()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and found is not None:
            self.list.open_requested.emit(found.line.id)
            return True
        return False


def _number(count: int) -> str:
    return QLocale().toString(count)
