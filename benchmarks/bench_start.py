"""Start: from the process to the first paint, and to today's rows, against a bare QMainWindow.

The two take turns, so that a busy machine slows them alike; what counts is the ratio of medians.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.harness import Measured, Row, Size

GOAL_PAINT = 1.15
GOAL_ROWS = 1.5

# Each prints how many seconds after its start a moment was reached. The clock is one for all
# processes of the machine.
_BARE = """
import sys, time
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def event(self, event):
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self.seen)
        return super().event(event)
    def seen(self):
        print(time.monotonic() - float(sys.argv[1]), flush=True)
        QApplication.exit(0)

app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""

_OURS = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, Slot
from followup_desktop.app import run
from followup_desktop.app.app import App

def seen():
    print(time.monotonic() - float(sys.argv[1]), flush=True)

class Watch(QObject):
    # The first paint of the list that has rows.
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            # Posted: it comes right after this paint, before any timer.
            QMetaObject.invokeMethod(self, "rows_seen", Qt.ConnectionType.QueuedConnection)
            watched.removeEventFilter(self)
        return False
    @Slot()
    def rows_seen(self):
        seen()
        self.parent().end()

class Watched(App):
    def start(self, **how):
        self.window.painted.connect(seen)
        self.window.moved.connect(self.shown)
        super().start(**how)
    def shown(self, place):
        rows = self.window.findChild(QObject, "today_list")
        assert rows.model().rowCount() > 0
        self.watch = Watch(self)
        rows.viewport().installEventFilter(self.watch)

run.App = Watched
sys.exit(run.run(Path(sys.argv[2])))
"""


def start(program: str, *arguments: str) -> list[float]:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program, str(begun), *arguments],
        check=True,
        capture_output=True,
        text=True,
    )
    return [float(line) for line in done.stdout.split()]


def prepare(folder: Path) -> None:
    """A shop as it is after some weeks: the sample."""
    from followup_desktop.app.clock import wall_clock
    from followup_desktop.services import Services, sample
    from followup_desktop.store.store import Store

    store = Store.open(folder, now=wall_clock())
    sample.fill(store, wall_clock())
    Services(store).shop.prefer(wall_clock(), None, holidays=True)  # as most shops have it
    store.close()


def measure(size: Size) -> list[Row]:
    bare: list[float] = []
    paint: list[float] = []
    rows: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        for run in range(size.starts + 1):
            floor = start(_BARE)
            ours = start(_OURS, str(folder))
            if run:  # nobody counts the first: it fills the caches
                bare += floor
                paint.append(ours[0])
                rows.append(ours[1])
    floor_of = Measured.of(bare)
    return [
        Row("start to the first paint", Measured.of(paint), floor_of, GOAL_PAINT),
        Row("start to today's rows", Measured.of(rows), floor_of, GOAL_ROWS),
    ]
