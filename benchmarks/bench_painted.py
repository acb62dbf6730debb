"""Keystroke to painted rows, in the search box and on the customers' page (speed.md).

A key event goes to the field, and the event loop runs until nothing is left to paint. The floor
paints the same rows once more: of the page its list alone, of the search box what it stands on too.
"""

import tempfile
from pathlib import Path
from random import Random

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from benchmarks.bench_search import LIMIT, typed_words
from benchmarks.harness import Measured, Row, Size, interleaved
from benchmarks.make_shop import NOW, make
from benchmarks.screen import dressed
from followup_desktop.services import Services
from followup_desktop.store.store import Store
from followup_desktop.ui.customers.controller import CustomersController
from followup_desktop.ui.customers.page import CustomersPage
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.room import Place, RoomName
from followup_desktop.ui.shell.search_box import SearchBox

GOAL_MS = 33
NO_KEYS = Qt.KeyboardModifier.NoModifier


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

    pairs = [(lambda text=text: _type(app, box, text), host.repaint) for text in typed]
    measured = interleaved(pairs, rounds=5)
    assert box.text() == typed[-1] and box.panel_is_open()
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
    field, rows = page.filters.text, page.list
    field.setFocus()
    repaint = rows.viewport().repaint
    pairs = [(lambda text=text: _type(app, field, text), repaint) for text in typed]
    measured = interleaved(pairs, rounds=5)
    assert field.text() == typed[-1] and rows.model().rowCount() > 0
    page.close()
    return _row("the customers' page", *measured)


def _type(app: QApplication, field: QLineEdit, text: str) -> None:
    """All of it with one key, in place of what stood there."""
    field.selectAll()
    letters = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, NO_KEYS, text)
    app.sendEvent(field, letters)
    app.processEvents()


def _row(where: str, ours: Measured, floor: Measured) -> Row:
    what = f"keystroke to painted: {where}"
    return Row(what, ours, floor, goal_ratio=1.3, goal=GOAL_MS, by_p95=True)
