"""Connects the page with the desk."""

from followup_desktop.domain.changes import Changed
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.order_forms import connect_order
from followup_desktop.ui.orders.page import OrdersPage, OrdersSnapshot
from followup_desktop.ui.room import Place, RoomController


class OrdersController(RoomController):
    shows = Changed.ORDERS | Changed.CUSTOMERS

    def __init__(self, desk: Desk, page: OrdersPage) -> None:
        super().__init__(desk, page)
        self.orders_page = page
        connect_order(desk, page, page.order)
        page.card_requested.connect(desk.open_card)
        page.call_requested.connect(desk.start_call)
        page.visit_requested.connect(desk.record_visit)
        # An order can become late while the page is looked at.
        desk.time_passed.connect(self._refresh_in_sight)

    def enter(self, place: Place) -> None:
        """`place.row_id`: the order to show."""
        super().enter(place)
        if place.row_id is not None:
            self.orders_page.list.choose(place.row_id)
        self.take_keyboard()

    def take_keyboard(self) -> None:
        self.orders_page.focus_list()

    def refresh(self) -> None:
        orders = self.desk.ask(self.desk.services.orders.orders)
        if orders is not None:
            self.orders_page.show_snapshot(OrdersSnapshot(orders, self.desk.now()))
