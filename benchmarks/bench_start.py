"""Start: to the first paint, to the frame, and to today's rows, against a bare QMainWindow.

The two take turns, so that a busy machine slows them alike; what counts is the ratio of medians.
The processor's time is shown beside the clock's: on a machine that others use too it swings less.
"""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.harness import Measured, Row, Size

GOAL_PAINT = 1.15
GOAL_ROWS = 1.5

# Each prints how many seconds after its start a moment was reached, by the clock, which is one for
# all processes of the machine, and by what the process had of the processor.
_MOMENT = """
import sys, time

def seen():
    print(time.monotonic() - float(sys.argv[1]), time.process_time(), flush=True)
"""
_BARE = (
    _MOMENT
    + """
from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def event(self, event):
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self.seen)
        return super().event(event)
    def seen(self):
        seen()
        QApplication.exit(0)

app = QApplication([])
window = Window()
window.resize(1366, 768)
window.show()
app.exec()
"""
)
_OURS = (
    _MOMENT
    + """
from pathlib import Path
from followup_desktop.app import run
from followup_desktop.app.app import App

class Watched(App):
    def start(self, **how):
        self.window.seen.connect(seen)
        self.window.painted.connect(seen)
        self.window.moved.connect(self.watch_rows)
        super().start(**how)
    def watch_rows(self, place):
        from PySide6.QtCore import QEvent, QMetaObject, QObject, Qt, Slot
        from followup_desktop.ui.today.list_view import TodayList
        class Watch(QObject):
            def eventFilter(self, watched, event):
                if event.type() is QEvent.Type.Paint:
                    # Posted: it comes right after this paint, before any timer.
                    queued = Qt.ConnectionType.QueuedConnection
                    QMetaObject.invokeMethod(self, "rows_seen", queued)
                    watched.removeEventFilter(self)
                return False
            @Slot()
            def rows_seen(self):
                seen()
                self.parent().end()
        rows = self.window.findChild(TodayList)
        assert rows.model().rowCount() > 0
        self.watch = Watch(self)
        rows.viewport().installEventFilter(self.watch)

run.App = Watched
sys.exit(run.run(Path(sys.argv[2])))
"""
)


def start(program: str, *arguments: str) -> list[tuple[float, float]]:
    """Of each moment the clock's seconds and the processor's."""
    # As an installed program it has its bytecode at hand, whoever runs this without keeping any.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program, str(begun), *arguments],
        check=True,
        capture_output=True,
        text=True,
        env={**kept, "QT_QPA_PLATFORM": "offscreen"},
    )
    lines = (line.split() for line in done.stdout.splitlines())
    return [(float(clock), float(processor)) for clock, processor in lines]


def prepare(folder: Path) -> None:
    """A shop as it is after some weeks: the sample, on a PC that has had it open before."""
    from followup_desktop.app.clock import wall_clock
    from followup_desktop.services import Services, sample
    from followup_desktop.store.store import Store

    store = Store.open(folder, now=wall_clock())
    sample.fill(store, wall_clock())
    Services(store).shop.prefer(wall_clock(), None, holidays=True)  # as most shops have it
    store.close()


def measure(size: Size) -> list[Row]:
    bare: list[tuple[float, float]] = []
    ours: tuple[list[tuple[float, float]], ...] = ([], [], [])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        for run in range(size.starts + 1):
            floor = start(_BARE)
            moments = start(_OURS, str(folder))
            if run:  # nobody counts the first: it fills the caches, and remembers the window
                bare += floor
                for of_moment, moment in zip(ours, moments, strict=True):
                    of_moment.append(moment)
    names = ("start to the first paint", "start to the frame", "start to today's rows")
    goals = (GOAL_PAINT, None, GOAL_ROWS)
    return [
        Row(f"{what}{which}", _of(moments, at), _of(bare, at), goal)
        for at, which in ((0, ""), (1, ", CPU"))
        for what, moments, goal in zip(names, ours, goals, strict=True)
    ]


def _of(moments: list[tuple[float, float]], at: int) -> Measured:
    return Measured.of([moment[at] for moment in moments])
