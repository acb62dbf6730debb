"""Insights of a large shop: how long it is counted, and how long the window stalls meanwhile.

The floor of the counting is its own statements on a bare connection.
"""

import tempfile
from collections.abc import Iterator
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from benchmarks.harness import Measured, Row, Size, interleaved
from benchmarks.make_shop import NOW, TODAY, _fill, make
from followup_desktop.domain.insights.asked import Asked, Period
from followup_desktop.domain.insights.said import SaidWanted
from followup_desktop.domain.kinds import CallStep, Direction, Kind, Outcome
from followup_desktop.domain.shop_time import Now
from followup_desktop.services import Services
from followup_desktop.store.database import connect_raw
from followup_desktop.store.rows import CallRow
from followup_desktop.store.store import Store

CALLS = 0.4
"""Of the follow-ups, the rest were done without one."""
SAID = 0.1
"""Of the calls: somebody noted what they gained."""
DAYS = 1000
GOAL_STALL_MS = 100
ROUNDS = 7


def measure(size: Size) -> list[Row]:
    with tempfile.TemporaryDirectory() as folder:
        store = make(Path(folder), size.customers, size.follow_ups)
        with store.database.transaction("IMMEDIATE"):
            _fill(store, CallRow, _calls(size))
        store.database.execute_sql("PRAGMA optimize")
        rows = [*_counted(store), _stall(store)]
        store.close()
    return rows


def _calls(size: Size) -> Iterator[dict[str, Any]]:
    random = Random(3)
    outcomes = [Outcome.TALKED.value, Outcome.TALKED.value, Outcome.NO_ANSWER.value]
    for _ in range(round(size.follow_ups * CALLS)):
        day = TODAY - timedelta(days=random.randrange(1, DAYS))
        moment = f"{day}T{random.randrange(9, 18):02}:{random.randrange(60):02}:00.000Z"
        yield {
            "customer_id": random.randrange(1, size.customers + 1),
            "clerk_id": random.choice((1, 2)),
            "kind": Kind.TWO_WEEKS.value,
            "direction": Direction.OUTBOUND.value,
            "step": CallStep.DONE.value,
            "planned_at": moment,
            "started_at": moment,
            "finished_at": moment,
            "notes": "Nothing to adjust. Gets asked where it is from.",
            "outcome": random.choice(outcomes),
            "gained": "Felt at ease." if random.random() < SAID else "",
        }


def _counted(store: Store) -> Iterator[Row]:
    insights = Services(store).insights
    weeks, years = Asked(Period.TWELVE_WEEKS), Asked(Period.ALL)

    def said(now: Now, clerk_id: int | None, asked: Asked) -> None:
        insights.said_summary(now, clerk_id, asked)
        insights.said(now, clerk_id, asked, SaidWanted())

    for words, verb, asked in (
        ("insights of 12 weeks, counted", insights.in_short, weeks),
        ("insights of all years, counted", insights.in_short, years),
        ("what customers say in 12 weeks", said, weeks),
        ("ten concerns of 12 months", insights.concerns, weeks),
    ):
        sent: list[str] = []
        store.database.connection().set_trace_callback(sent.append)
        verb(NOW, None, asked)
        store.database.connection().set_trace_callback(None)
        with closing(connect_raw(store.path)) as bare:

            def ours(verb: Any = verb, asked: Asked = asked) -> None:
                verb(NOW, None, asked)

            def floor(bare: Any = bare, sent: list[str] = sent) -> None:
                for statement in sent:
                    bare.execute(statement).fetchall()

            yield Row(words, *interleaved([(ours, floor)], ROUNDS))


def _stall(store: Store) -> Row:
    """The longest moment without a beat, from the click on another time until it is shown."""
    from benchmarks.screen import dressed
    from followup_desktop.ui.desk import Desk
    from followup_desktop.ui.insights.controller import InsightsController
    from followup_desktop.ui.insights.page import InsightsPage
    from followup_desktop.ui.room import Place, RoomName

    app = dressed()
    desk = Desk(Services(store), lambda: NOW, store.undo, clerk_id=1)
    page = InsightsPage()
    page.resize(1278, 708)
    controller = InsightsController(desk, page)
    page.show()
    controller.enter(Place(RoomName.INSIGHTS))
    stalls = []
    for turn in range(ROUNDS + 1):
        page.period.choose((Period.TWELVE_WEEKS, Period.ALL)[turn % 2])
        longest, last = 0.0, perf_counter()
        page.asked_anew.emit()
        while True:
            app.processEvents()
            longest, last = max(longest, perf_counter() - last), perf_counter()
            if not page.counting.isVisible():
                break
        stalls.append(longest)
    page.close()
    # The first one brings the classes of the page.
    return Row("insights: longest stall", Measured.of(stalls[1:]), goal=GOAL_STALL_MS)
