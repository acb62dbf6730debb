"""A list of very many, on the customers' page (speed.md).

The floor of a repaint is an item model of Qt's own, in C++, under the standard delegate: as many
rows, as high, with the same texts in the same columns, in a view of the same size.
"""

import tempfile
from pathlib import Path

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel, QWheelEvent
from PySide6.QtWidgets import QApplication, QFrame, QTableView

from benchmarks.harness import Measured, Row, Size, interleaved, timed, undisturbed
from benchmarks.make_shop import NOW, make
from benchmarks.screen import dressed
from followup_desktop.services import Services
from followup_desktop.store.rows import CustomerRow, PhoneRow
from followup_desktop.store.store import Store
from followup_desktop.store.tables import table_of
from followup_desktop.ui.customers.columns import boxes
from followup_desktop.ui.customers.controller import CustomersController
from followup_desktop.ui.customers.list_model import Entry
from followup_desktop.ui.customers.list_view import CustomerList
from followup_desktop.ui.customers.page import CustomersPage
from followup_desktop.ui.desk import Desk
from followup_desktop.ui.room import Place, RoomName

TIMES = 10
"""So many more customers in the last row, which shows them beside the first."""
SHOWN = 15
NOTCHES = 300
FRAME_MS = 16.7
_NO_BUTTON, _NO_KEYS = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier


def measure(size: Size) -> list[Row]:
    app = dressed()
    with tempfile.TemporaryDirectory() as folder:
        store = _shop(Path(folder) / "first", size)
        page, shown = _page(store), _shown(app, store)
        rows = [_repaint(app, page.list, size), *_wheel(app, page.list)]
        page.close()
        _multiply(store)
        of_more = _shown(app, store)
        store.close()
        # Once more after it, so that what else the machine does by now slows both.
        store = _shop(Path(folder) / "second", size)
        shown += _shown(app, store)
        store.close()
    what = f"{size.customers * TIMES:,} rows shown / {size.customers:,}"
    return [*rows, Row(what, Measured.of(of_more), Measured.of(shown), goal_ratio=1.3)]


def _shop(folder: Path, size: Size) -> Store:
    return make(folder, size.customers, size.customers * 2)


def _multiply(store: Store) -> None:
    """Everybody, with their number, as often as `TIMES`; by SQLite alone, which is quick."""
    everybody = CustomerRow.select().count()
    others = ", ".join(f'"{name}"' for name in table_of(CustomerRow).defaults() if name != "id")
    numbers = ", ".join(
        f'"{name}"' for name in table_of(PhoneRow).defaults() if name not in ("id", "customer_id")
    )
    execute = store.database.execute_sql
    execute("PRAGMA synchronous = OFF")  # only here: it is made up anyway
    with store.database.transaction("IMMEDIATE"):
        for time in range(1, TIMES):
            more = time * everybody
            execute(
                f'INSERT INTO "customer" ("id", {others}) SELECT "id" + {more}, {others}'
                f' FROM "customer" WHERE "id" <= {everybody}'
            )
            execute(
                f'INSERT INTO "phone" ("customer_id", {numbers}) SELECT "customer_id" + {more},'
                f' {numbers} FROM "phone" WHERE "customer_id" <= {everybody}'
            )
    execute("PRAGMA optimize")


def _page(store: Store) -> CustomersPage:
    page = CustomersPage()
    page.resize(1278, 708)
    desk = Desk(Services(store), lambda: NOW, store.undo, clerk_id=1)
    CustomersController(desk, page).enter(Place(RoomName.CUSTOMERS))
    page.show()
    QApplication.processEvents()  # before it is exposed, nothing is painted
    return page


def _shown(app: QApplication, store: Store) -> list[float]:
    """Seconds, each from a click on Customers until the rows are painted."""
    page = _page(store)
    controller = page.findChild(CustomersController)
    assert isinstance(controller, CustomersController)

    def enter() -> None:
        controller.enter(Place(RoomName.CUSTOMERS))
        app.processEvents()

    enter()
    with undisturbed():
        taken = [timed(enter) for _ in range(SHOWN)]
    page.close()
    return taken


def _repaint(app: QApplication, ours: CustomerList, size: Size) -> Row:
    plain = _plain_view(ours)
    plain.show()
    app.processEvents()
    measured = interleaved([(ours.viewport().repaint, plain.viewport().repaint)], rounds=75)
    plain.close()
    return Row(f"a repaint of a list of {size.customers:,}", *measured, goal_ratio=1)


def _plain_view(ours: CustomerList) -> QTableView:
    rows = ours.lines().rowCount()
    columns = boxes(QRectF(ours.viewport().rect()))
    model = QStandardItemModel(rows, len(columns))
    for row in range(min(rows, ours.rows_in_sight())):
        found = ours.lines().entry(row)
        assert found is not None
        for column, text in enumerate(_texts(found)):
            model.setItem(row, column, QStandardItem(text))
    view = QTableView()
    model.setParent(view)
    view.setModel(model)
    view.setFrameShape(QFrame.Shape.NoFrame)
    view.setShowGrid(False)
    view.horizontalHeader().hide()
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(ours.verticalHeader().defaultSectionSize())
    for column, box in enumerate(columns):
        view.setColumnWidth(column, round(box.width()))
    view.resize(ours.size())
    return view


def _texts(found: Entry) -> tuple[str, ...]:
    line = found.line
    next_step = f"{found.next_day} {found.next_kind}"
    return found.name, found.stage, line.phone, found.last_contact, next_step, line.owner_name


def _wheel(app: QApplication, ours: CustomerList) -> list[Row]:
    """Notch after notch, painted each time: what comes into sight has to be read."""
    bar = ours.verticalScrollBar()
    rows = []
    for where, start in (("from the top", 0), ("in the middle", bar.maximum() // 2)):
        bar.setValue(start)
        app.processEvents()
        with undisturbed():
            taken = [timed(lambda: _notch(app, ours)) for _ in range(NOTCHES)]
        row = Row(f"a wheel's notch {where}", Measured.of(taken), goal=FRAME_MS, by_p95=True)
        rows.append(row)
    return rows


def _notch(app: QApplication, ours: CustomerList) -> None:
    place, down = QPointF(200, 200), QPoint(0, -120)
    phase = Qt.ScrollPhase.NoScrollPhase
    everywhere = ours.viewport().mapToGlobal(place)
    app.sendEvent(
        ours.viewport(),
        QWheelEvent(place, everywhere, QPoint(), down, _NO_BUTTON, _NO_KEYS, phase, False),
    )
    app.processEvents()
