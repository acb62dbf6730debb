"""Start: from the process to the first paint, and to today's rows, against a bare QMainWindow.

On an X server of its own where there is one (Xvfb), for a shop's PC has a screen: off screen Qt
leaves out what a window costs. The two take turns, so that a busy machine slows them alike; what
counts is the ratio of medians. The processor's time is shown beside the clock's: it swings less.
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.harness import Measured, Row, Size

GOAL_PAINT = 1.15
GOAL_ROWS = 1.5

Moments = list[tuple[float, float]]
"""Of each the clock's seconds and the processor's."""

# Each prints how many seconds after its start a moment was reached, by the clock, which is one for
# all processes of the machine, and by what the process had of the processor.
_MOMENT = """
import sys, time
begun = float(sys.argv.pop(1))

def seen():
    print(time.monotonic() - begun, time.process_time(), flush=True)
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
# Through the program's own door.
_OURS = (
    _MOMENT
    + """
from PySide6.QtWidgets import QListView
from followup_desktop.app import app
from followup_desktop.__main__ import main

class Watched(app.App):
    def start(self, **how):
        self.window.painted.connect(seen)
        super().start(**how)
    def _on_rows_painted(self):
        seen()
        rows = self.window.findChild(QListView, "today_list")
        assert rows.model().rowCount() > 0
        self.end()

app.App = Watched
sys.exit(main())
"""
)


@contextmanager
def a_screen() -> Iterator[dict[str, str]]:
    """The surroundings of a program that has one."""
    # As an installed program it has its bytecode at hand, whoever runs this without keeping any.
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    server = shutil.which("Xvfb")
    if server is None:
        yield {**plain, "QT_QPA_PLATFORM": "offscreen"}
        return
    command = [server, "-displayfd", "1", "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as xvfb:
        try:
            assert xvfb.stdout is not None
            number = xvfb.stdout.readline().strip()
            yield {**plain, "QT_QPA_PLATFORM": "xcb", "DISPLAY": f":{number}"}
        finally:
            xvfb.terminate()


def start(environment: dict[str, str], program: str, *arguments: str) -> Moments:
    begun = time.monotonic()
    done = subprocess.run(
        [sys.executable, "-c", program, str(begun), *arguments],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        env=environment,
    )
    lines = (line.split() for line in done.stdout.splitlines())
    return [(float(clock), float(processor)) for clock, processor in lines]


def prepare(folder: Path) -> None:
    """A shop as it is after some weeks: the sample."""
    from followup_desktop.app.clock import wall_clock
    from followup_desktop.services import Services, kept_holidays, sample
    from followup_desktop.store.store import Store

    store = Store.open(folder, now=wall_clock())
    sample.fill(store, wall_clock())
    services = Services(store)
    services.shop.prefer(wall_clock(), None, holidays=True)  # as most shops have it
    kept_holidays.keep_in(folder)
    services.today.today(wall_clock(), None)  # they were worked out on the first of its days
    store.close()


def measure(size: Size) -> list[Row]:
    bare: Moments = []
    paint: Moments = []
    rows: Moments = []
    with tempfile.TemporaryDirectory() as name, a_screen() as environment:
        folder = Path(name)
        prepare(folder)
        for run in range(size.starts + 1):
            floor = start(environment, _BARE)
            ours = start(environment, _OURS, "--data-dir", str(folder))
            if run:  # nobody counts the first: it fills the caches, and remembers the window
                bare += floor
                paint.append(ours[0])
                rows.append(ours[1])
    return [
        *_rows("start to the first paint", paint, bare, GOAL_PAINT),
        *_rows("start to today's rows", rows, bare, GOAL_ROWS),
    ]


def _rows(what: str, ours: Moments, bare: Moments, goal: float) -> list[Row]:
    return [
        Row(what, _of(ours, 0), _of(bare, 0), goal),
        Row(f"{what}, CPU", _of(ours, 1), _of(bare, 1)),
    ]


def _of(moments: Moments, at: int) -> Measured:
    return Measured.of([moment[at] for moment in moments])
