"""Which rooms there are. The window arranges them by what stands here, and knows none of them."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from followup_desktop.ui.room import Placement, Room, RoomController, RoomName
from followup_desktop.words import N_

if TYPE_CHECKING:
    from followup_desktop.ui.desk import Desk


def _today(desk: "Desk", parent: QWidget) -> RoomController:
    from followup_desktop.ui.today.controller import TodayController
    from followup_desktop.ui.today.page import TodayPage

    return TodayController(desk, TodayPage(parent))


def _customers(desk: "Desk", parent: QWidget) -> RoomController:
    from followup_desktop.ui.customers.controller import CustomersController
    from followup_desktop.ui.customers.page import CustomersPage

    return CustomersController(desk, CustomersPage(parent))


def _orders(desk: "Desk", parent: QWidget) -> RoomController:
    from followup_desktop.ui.orders.controller import OrdersController
    from followup_desktop.ui.orders.page import OrdersPage

    return OrdersController(desk, OrdersPage(parent))


def _promises(desk: "Desk", parent: QWidget) -> RoomController:
    from followup_desktop.ui.promises.controller import PromisesController
    from followup_desktop.ui.promises.page import PromisesPage

    return PromisesController(desk, PromisesPage(parent))


def _ahead(desk: "Desk", parent: QWidget) -> RoomController:
    from followup_desktop.ui.ahead.controller import AheadController
    from followup_desktop.ui.ahead.page import AheadPage

    return AheadController(desk, AheadPage(parent))


def _insights(desk: "Desk", parent: QWidget) -> RoomController:
    from followup_desktop.ui.insights.controller import InsightsController
    from followup_desktop.ui.insights.page import InsightsPage

    return InsightsController(desk, InsightsPage(parent))


def _card(desk: "Desk", parent: QWidget) -> RoomController:
    from followup_desktop.ui.card.controller import CardController
    from followup_desktop.ui.card.page import CardPage

    return CardController(desk, CardPage(parent))


def _call(desk: "Desk", parent: QWidget) -> RoomController:
    from followup_desktop.ui.call.controller import CallController
    from followup_desktop.ui.call.page import CallPage

    return CallController(desk, CallPage(parent))


def _visit(desk: "Desk", parent: QWidget) -> RoomController:
    from followup_desktop.ui.visit.controller import VisitController
    from followup_desktop.ui.visit.page import VisitPage

    return VisitController(desk, VisitPage(parent))


def _playbook(desk: "Desk", parent: QWidget) -> RoomController:
    from followup_desktop.ui.playbook.controller import PlaybookController
    from followup_desktop.ui.playbook.page import PlaybookPage

    return PlaybookController(desk, PlaybookPage(parent))


def _settings(desk: "Desk", parent: QWidget) -> RoomController:
    from followup_desktop.services.rules import calling_regions
    from followup_desktop.ui.settings.controller import SettingsController
    from followup_desktop.ui.settings.page import SettingsPage

    page = SettingsPage(parent, today=desk.now().day, regions=calling_regions(), folder=desk.folder)
    return SettingsController(desk, page)


ROOMS = (
    Room(RoomName.TODAY, N_("Today"), _today, icon="today"),
    Room(RoomName.CUSTOMERS, N_("Customers"), _customers, icon="customers"),
    Room(RoomName.ORDERS, N_("Orders"), _orders, icon="orders"),
    Room(RoomName.PROMISES, N_("Promises"), _promises, icon="promises"),
    Room(RoomName.AHEAD, N_("Ahead"), _ahead, icon="ahead"),
    Room(RoomName.INSIGHTS, N_("Insights"), _insights, icon="insights"),
    Room(RoomName.SETTINGS, N_("Settings"), _settings, icon="settings"),
    Room(RoomName.CARD, N_("Card"), _card, lights=RoomName.CUSTOMERS),
    Room(RoomName.CALL, N_("Call"), _call, placement=Placement.WHOLE, lights=RoomName.TODAY),
    Room(RoomName.VISIT, N_("Record a visit"), _visit, placement=Placement.SHEET),
    Room(RoomName.PLAYBOOK, N_("Playbook"), _playbook, lights=RoomName.SETTINGS),
)
