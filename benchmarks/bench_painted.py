"""Keystroke to painted rows, in the search box and on the customers' page (speed.md).

The floor paints the same rows once more.
"""

import tempfile
from dataclasses import replace
from pathlib import Path
from random import Random

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from benchmarks.bench_search import LIMIT, typed_words
from benchmarks.harness import Measured, Row, Size, interleaved
from benchmarks.make_shop import NOW, make
from benchmarks.screen import dressed
from followup_desktop.domain.customer_list import CustomerFilter
from followup_desktop.services import Services
from followup_desktop.store.store import Store
from followup_desktop.ui.customers.controller import CustomersController
from followup_desktop.ui.customers.page import CustomersPage
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.room import Place, RoomName
from followup_desktop.ui.shell.search_box import SearchBox

GOAL_MS = 33


def measure(size: Size) -> list[Row]:
    app = dressed()
    with tempfile.TemporaryDirectory() as folder:
        store = make(Path(folder), size.customers, size.customers * 2)
        typed = typed_words(Random(7), size)
        rows = [_box(app, store, typed), _page(app, store, typed)]
        store.close()
    return rows


def _box(app: QApplication, store: Store, typed: list[str]) -> Row:
    services, host = Services(store), QWidget()
    box = SearchBox()
    layout = QVBoxLayout(host)
    layout.addWidget(box)
    layout.addStretch()
    host.resize(1278, 708)
    host.show()
    host.activateWindow()
    box.setFocus()
    app.processEvents()  # it has the focus: without, nothing drops down
    box.asked.connect(lambda text: box.show_hits(services.customers.hits(text, limit=LIMIT)))

    def keystroke(text: str) -> None:
        box.setText(text)
        box.textEdited.emit(text)
        host.repaint()

    pairs = [(lambda text=text: keystroke(text), host.repaint) for text in typed]
    measured = interleaved(pairs, rounds=5)
    assert box.panel_is_open()
    host.close()
    return _row("the search box", *measured)


def _page(app: QApplication, store: Store, typed: list[str]) -> Row:
    page = CustomersPage()
    page.resize(1278, 708)
    desk = Desk(Services(store), lambda: NOW, store.undo, clerk_id=1)
    controller = CustomersController(desk, page)
    page.show()
    controller.enter(Place(RoomName.CUSTOMERS))
    app.processEvents()  # before it is exposed, nothing is painted
    rows = page.list

    def keystroke(text: str) -> None:
        page.wanted.emit(replace(CustomerFilter(), text=text))
        rows.viewport().repaint()

    pairs = [(lambda text=text: keystroke(text), rows.viewport().repaint) for text in typed]
    measured = interleaved(pairs, rounds=5)
    assert rows.model().rowCount() > 0
    page.close()
    return _row("the customers' page", *measured)


def _row(where: str, ours: Measured, floor: Measured) -> Row:
    what = f"keystroke to painted: {where}"
    return Row(what, ours, floor, goal_ratio=1.3, goal=GOAL_MS, by_p95=True)
