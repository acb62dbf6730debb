"""Start: from the process to the first paint, and to today's rows, against a bare QMainWindow.

The three take turns, so that a busy machine slows them alike; what counts is the ratio of medians.
`python -m benchmarks.bench_start [runs]`.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

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
from PySide6.QtCore import QEvent, QObject, QTimer
from followup_desktop.app import run
from followup_desktop.app.app import App

def seen():
    print(time.monotonic() - float(sys.argv[1]), flush=True)

class Watch(QObject):
    # The first paint of the list that has rows.
    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            QTimer.singleShot(0, self.rows_seen)
            watched.removeEventFilter(self)
        return False
    def rows_seen(self):
        seen()
        self.window.close()

class Watched(App):
    def start(self):
        self.window.painted.connect(seen)
        self.window.moved.connect(self.shown)
        super().start()
    def shown(self, place):
        rows = self.window.findChild(QObject, "today_list")
        assert rows.model().rowCount() > 0
        self.watch = Watch(self)
        self.watch.window = self.window
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
    from followup_desktop.services import sample
    from followup_desktop.store.store import Store

    store = Store.open(folder, now=wall_clock())
    sample.fill(store, wall_clock())
    store.close()


def measure(runs: int = 15) -> dict[str, float]:
    """Medians in seconds, of `runs` after one that nobody counts."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        prepare(folder)
        bare: list[float] = []
        paint: list[float] = []
        rows: list[float] = []
        for run in range(runs + 1):
            floor = start(_BARE)
            ours = start(_OURS, str(folder))
            if run:
                bare += floor
                paint.append(ours[0])
                rows.append(ours[1])
    return {"bare": median(bare), "paint": median(paint), "rows": median(rows)}


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    found = measure(runs)
    print(f"bare window, first paint   {found['bare'] * 1000:6.0f} ms")
    for name, words, goal in (
        ("paint", "Followup, first paint  ", GOAL_PAINT),
        ("rows", "Followup, today's rows ", GOAL_ROWS),
    ):
        ratio = found[name] / found["bare"]
        print(f"{words}    {found[name] * 1000:6.0f} ms   {ratio:.2f}×   goal {goal}×")


if __name__ == "__main__":
    main()
