"""What the program costs while nobody uses it: memory of the window, wake-ups and CPU time when it
is minimised, each beside a bare window in a process of its own. Linux only: it reads /proc."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.bench_start import prepare
from benchmarks.harness import Measured, Row, Size

WAKE_UPS, CPU_MS = 4, 2
"""In two minutes."""
GOAL_RSS = 1.5

_BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
window = QMainWindow()
window.resize(1366, 768)
window.show()
app.exec()
"""


def measure(size: Size) -> list[Row]:
    if not Path("/proc/self/smaps_rollup").exists():
        return []
    with tempfile.TemporaryDirectory() as one, tempfile.TemporaryDirectory() as other:
        prepare(Path(one))
        prepare(Path(other))
        program = ("-m", "followup_desktop", "--data-dir")
        with (
            _running("-c", _BARE) as bare,
            _running(*program, one) as shown,
            _running(*program, other, "--minimised") as hidden,
        ):
            time.sleep(size.settle_seconds)
            before = _spent(hidden)
            time.sleep(size.idle_seconds)
            wake_ups, cpu_ms = (b - a for a, b in zip(before, _spent(hidden), strict=True))
            ours, floor = _memory(shown), _memory(bare)
    share = size.idle_seconds / 120
    seconds = f"in {size.idle_seconds} s, minimised"
    return [
        Row(f"wake-ups {seconds}", Measured.once(wake_ups), goal=WAKE_UPS * share),
        Row(f"CPU ms {seconds}", Measured.once(cpu_ms), goal=CPU_MS * share),
        Row("resident memory, MB", Measured.once(ours[0]), Measured.once(floor[0]), GOAL_RSS),
        Row("private dirty memory, MB", Measured.once(ours[1]), Measured.once(floor[1])),
    ]


@contextmanager
def _running(*command: str) -> Iterator[int]:
    process = subprocess.Popen(
        [sys.executable, *command],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process.pid
        assert process.poll() is None, f"{command} ended by itself"
    finally:
        process.kill()
        process.wait()


def _spent(pid: int) -> tuple[float, float]:
    """Wake-ups and milliseconds of CPU, of all threads."""
    threads = list(Path(f"/proc/{pid}/task").iterdir())
    wake_ups = sum(_field(thread / "status", "voluntary_ctxt_switches") for thread in threads)
    nanoseconds = sum(int((thread / "schedstat").read_text().split()[0]) for thread in threads)
    return wake_ups, nanoseconds / 1e6


def _memory(pid: int) -> tuple[float, float]:
    """Resident and private dirty, in MB."""
    file = Path(f"/proc/{pid}/smaps_rollup")
    return _field(file, "Rss") / 1000, _field(file, "Private_Dirty") / 1000


def _field(file: Path, name: str) -> int:
    line = next(line for line in file.read_text().splitlines() if line.startswith(f"{name}:"))
    return int(line.split()[1])
