"""The page: a heading with the count, the list, and the selected order beside it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from followup_desktop.domain.order import OrderLine
from followup_desktop.domain.shop_time import Now
from followup_desktop.ui.kit import metrics
from followup_desktop.ui.kit.buttons import PrimaryButton, QuietButton
from followup_desktop.ui.kit.chips import Avatar
from followup_desktop.ui.kit.labels import Heading, Muted, Small, Subheading
from followup_desktop.ui.kit.notices import EmptyState
from followup_desktop.ui.kit.scroller import Scroller
from followup_desktop.ui.kit.surfaces import Card
from followup_desktop.ui.kit.tab_order import tab_through
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.order_card import OrderCard
from followup_desktop.ui.orders.list_model import Entry, entry
from followup_desktop.ui.orders.list_view import OrderList
from followup_desktop.words import _
from followup_desktop.words import orders as words


@dataclass(frozen=True, slots=True)
class OrdersSnapshot:
    orders: Sequence[OrderLine]
    """In their order: who has to hear it and late ones first."""
    now: Now


class OrdersPage(QWidget):
    visit_requested = Signal()
    card_requested = Signal(int)
    """The customer."""
    call_requested = Signal(int)
    """The customer."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("orders_page")
        self._now: Now | None = None
        self._build_ui()
        self._connect()

    def show_snapshot(self, snapshot: OrdersSnapshot) -> None:
        self._now = snapshot.now
        late = sum(order.is_late for order in snapshot.orders)
        untold = sum(order.is_untold for order in snapshot.orders)
        self.count.setText(words.count(len(snapshot.orders), late, untold))
        self.count.setVisible(bool(snapshot.orders))
        self.body.setCurrentWidget(self.list_card if snapshot.orders else self.empty_card)
        self.list.show_entries([entry(order, snapshot.now.day) for order in snapshot.orders])

    def focus_list(self) -> None:
        (self.list if self.list.lines().rowCount() else self.empty.action).setFocus()

    def _on_chosen(self, found: Entry | None) -> None:
        self.panel.setVisible(found is not None)
        if found is None or self._now is None:
            return
        order = found.order
        self.avatar.set_avatar(found.initials, found.tone)
        self.name.setText(found.name)
        self.phone.setText(order.phone or _("No phone number yet"))
        self.call.setEnabled(bool(order.phone))
        self.order.show_order(order, self._now)
        self._settle_tab_order()

    def _settle_tab_order(self) -> None:
        """Steps are made as an order needs them; the buttons below come after the last."""
        assert self.order.steps is not None, "it is shown whole"
        tab_through(self.order.steps.last_stop(), self.call, self.open_card)

    def _ask(self, signal: object) -> None:
        if found := self.list.entry():
            signal.emit(found.order.customer_id)  # type: ignore[attr-defined]

    def _build_ui(self) -> None:
        self.heading, self.count = Heading(_("Orders")), Muted()
        self.list = OrderList()
        self.list_card = Card(padding=1)
        self.list_card.body.setContentsMargins(1, Space.SMALL, 1, Space.SMALL)
        self.list_card.add(self.list, 1)
        self.empty = EmptyState(
            _("Nothing is on its way"),
            _("Alterations, orders and deliveries stand here, from the visit on."),
            action=_("Record a visit"),
            name="orders_empty_action",
        )
        self.empty_card = Card()
        self.empty_card.add(self.empty, 1)
        self.body = QStackedWidget()
        self.body.addWidget(self.list_card)
        self.body.addWidget(self.empty_card)
        head = QHBoxLayout()
        head.setSpacing(Space.MEDIUM)
        head.addWidget(self.heading)
        head.addWidget(self.count, 1)
        left = QVBoxLayout()
        left.setSpacing(Space.MEDIUM)
        left.addLayout(head)
        left.addWidget(self.body, 1)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.PAGE)
        layout.setSpacing(Space.LARGE + Space.HAIR)
        layout.addLayout(left, 13)
        layout.addWidget(self._panel(), 7)

    def _panel(self) -> QWidget:
        self.panel = Card(padding=Space.PAGE)
        self.panel.setMinimumWidth(metrics.chars(36))
        self.panel.setMaximumWidth(metrics.chars(72))
        self.avatar, self.name, self.phone = Avatar("", size=52), Subheading(wrap=True), Small()
        self.order = OrderCard(name="order", whole=True)
        self.call = PrimaryButton(_("Start a call"), name="order_call", icon="phone", large=True)
        self.open_card = QuietButton(_("Open card"), name="order_open_card")
        names = QVBoxLayout()
        names.setSpacing(Space.HAIR)
        names.addWidget(self.name)
        names.addWidget(self.phone)
        head = QHBoxLayout()
        head.setSpacing(Space.MEDIUM)
        head.addWidget(self.avatar)
        head.addLayout(names, 1)
        self.panel.body.addLayout(head)
        self.panel.body.addSpacing(Space.MEDIUM)
        below = QWidget()
        rows = QVBoxLayout(below)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(Space.MEDIUM)
        rows.addWidget(self.order)
        rows.addStretch(1)
        self.panel.add(Scroller(below), 1)
        self.panel.add(self.call)
        self.panel.add(self.open_card)
        return self.panel

    def _connect(self) -> None:
        self.list.chosen.connect(self._on_chosen)
        self.list.card_requested.connect(lambda: self._ask(self.card_requested))
        self.list.check_requested.connect(self.order.next.click)
        self.open_card.clicked.connect(lambda: self._ask(self.card_requested))
        self.call.clicked.connect(lambda: self._ask(self.call_requested))
        self.empty.action_requested.connect(self.visit_requested)
