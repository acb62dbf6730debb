"""Opening a card with many events, from the click to the painted page (speed.md).

The floor is the queries alone: the card and the first stretch of its story.
"""

import tempfile
from datetime import UTC, datetime, time, timedelta
from pathlib import Path

from benchmarks.harness import Row, Size, interleaved
from followup_desktop.domain.kinds import Direction, Fulfilment
from followup_desktop.domain.shop import OpenHours
from followup_desktop.domain.shop_time import Now
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.store import Store

CUSTOMERS = 2
BEGAN = datetime(2025, 1, 6, 10, tzinfo=UTC)
GOAL_MS = 33


def _at(hours: int) -> Now:
    utc = BEGAN + timedelta(hours=hours)
    return Now(utc, utc.replace(tzinfo=None))


def _fill(services: Services, events: int) -> list[int]:
    hours = tuple(OpenHours(day, time(9), time(18)) for day in range(6))
    services.shop.set_up(_at(0), "The Corner Shop", "US", hours, "Jun")
    return [_customer(services, number, events) for number in range(CUSTOMERS)]


def _customer(services: Services, number: int, events: int) -> int:
    visit = NewVisit(
        name=f"Mr. Jun Hayashi {number}",
        phone=f"212 555 01{number:02}",
        items=("dark blue suit",),
        occasion="a wedding",
        fulfilment=Fulfilment.ALTERATION,
        may_call=True,
    )
    customer_id = services.visits.record(_at(1), 1, visit).customer_id
    assert customer_id is not None
    for event in range(events):
        now = _at(2 + event * 20)
        if event % 3:
            services.customers.note(now, 1, customer_id, f"Asked about the {event}th scarf.")
        else:
            text = "Likes the lapels, the sleeves were a touch long, and all is well by now."
            services.calls.log(now, 1, customer_id, Direction.INBOUND, text)
    return customer_id


def measure(size: Size) -> list[Row]:
    from benchmarks.screen import dressed
    from followup_desktop.ui.card.controller import STRETCH, CardController
    from followup_desktop.ui.card.page import CardPage
    from followup_desktop.ui.desk import Desk
    from followup_desktop.ui.room import Place, RoomName

    app = dressed()
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder), now=_at(0))
        services = Services(store)
        first, second = _fill(services, size.events)
        now = _at(2 + size.events * 20)
        desk = Desk(services, lambda: now, store.undo, clerk_id=1)
        page = CardPage()
        page.resize(1278, 708)
        controller = CardController(desk, page)
        page.show()
        turn = [first, second]

        def open_card() -> None:
            turn.reverse()
            controller.enter(Place(RoomName.CARD, turn[0]))
            app.processEvents()  # laid out and painted, as the event loop does it

        def query() -> None:
            services.customers.card(now, turn[0])
            services.shop.shop()
            services.customers.story(turn[0], limit=STRETCH)

        ours, floor = interleaved([(open_card, query)], rounds=25)
        page.close()
        store.close()
    return [Row(f"a card with {size.events} events, painted", ours, floor, goal=GOAL_MS)]
