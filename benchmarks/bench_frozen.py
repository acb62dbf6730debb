"""The installed program against the one in the source tree: how fast it starts, how large it is.

Needs `make installers` first; without it there is nothing to measure. The program that is looked at
is the one in the .deb of dist/, unpacked, and the Windows one in Wine.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.bench_start import prepare
from benchmarks.frozen_windows import windows
from benchmarks.harness import Measured, Row, Size
from followup_desktop import __version__

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
MODULE = (sys.executable, "-m", "followup_desktop")
GOAL_SETUP = 35.0
"""MB of what a shop downloads."""

GOAL_START = 1.2
"""Of the first paint, against the source tree."""

# Qt itself says when a window's picture goes to the screen, in a frozen program too.
_PAINTED = "Flushing QRegion"
_SAYS_SO = {
    "QT_LOGGING_RULES": "qt.widgets.painting=true",
    "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
}

Command = Sequence[str]
Start = Callable[[Command], "subprocess.Popen[str]"]

# The parts of the program that are worth a line each, by how their place begins.
PARTS = {
    "Qt's libraries": ("PySide6/Qt/lib/",),
    "Qt's plugins and words": ("PySide6/Qt/",),
    "PySide": ("PySide6/", "shiboken6/"),
    "Python": ("libpython", "python3", "base_library"),
    "SQLite with encryption": ("sqlcipher3/",),
    "fonts and icons": ("font_", "qtawesome/"),
}


def measure(size: Size) -> list[Row]:
    package = next(DIST.glob("followup-desktop_*_amd64.deb"), None)
    if package is None:
        print("  `make installers` builds what is measured here.", file=sys.stderr)
        return []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        subprocess.run(["dpkg-deb", "--extract", package, folder], check=True)
        program = folder / "usr/lib/followup-desktop"
        prepare(folder / "shop")
        frozen, source = [str(program / "followup-desktop")], list(MODULE)
        rows = starts("", start, frozen, source, str(folder / "shop"), size.starts)
        sizes = [*sizes_of(program), Row("the .deb, MB", megabytes(package))]
    with windows() as machine:
        if machine is not None:
            at = (machine.frozen, machine.source, machine.shop, size.starts)
            rows += starts("in Wine, ", machine.start, *at)
    sizes += [Row("the Windows setup, MB", megabytes(one), goal=GOAL_SETUP) for one in setups()]
    return [*rows, *sizes]


def setups() -> list[Path]:
    return sorted(DIST.glob("Followup-Setup-*.exe"))


def start(command: Command) -> "subprocess.Popen[str]":
    """Off screen, unless a session is named by QT_QPA_PLATFORM=xcb."""
    return subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        cwd=ROOT,
        env={**os.environ, **_SAYS_SO},
    )


def starts(
    where: str, start: Start, frozen: Command, source: Command, shop: str, count: int
) -> list[Row]:
    """The two take turns. Nobody counts the first: it fills the caches."""
    taken: dict[tuple[str, str], list[float]] = {}
    for run in range(count + 1):
        for name, command in (("frozen", frozen), ("source", source)):
            version = seconds_until(f"Followup {__version__}", start, [*command, "--version"])
            paint = seconds_until(_PAINTED, start, [*command, "--data-dir", shop])
            if run:
                taken.setdefault((name, "version"), []).append(version)
                taken.setdefault((name, "paint"), []).append(paint)

    def row(moment: str, what: str, goal: float | None) -> Row:
        ours, floor = (Measured.of(taken[name, moment]) for name in ("frozen", "source"))
        return Row(f"{where}installed / source tree: {what}", ours, floor, goal)

    return [row("version", "--version", None), row("paint", "first paint", GOAL_START)]


def seconds_until(said: str, start: Start, command: Command) -> float:
    """From the start until the program says that; then it is ended."""
    begun = time.perf_counter()
    with start(command) as process:
        assert process.stdout is not None
        if not any(said in line for line in process.stdout):
            raise RuntimeError(f"{command[0]} never said {said!r}")
        taken = time.perf_counter() - begun
        process.kill()
    return taken


def sizes_of(program: Path) -> list[Row]:
    """Each part, and what is none of them; as it lies on the disk."""
    inside = program / "_internal"
    totals = dict.fromkeys([*PARTS, "the rest"], 0)
    for path in inside.rglob("*"):
        if path.is_file() and not path.is_symlink():
            totals[_part(path.relative_to(inside).as_posix())] += path.stat().st_size
    own = (program / "followup-desktop").stat().st_size
    rows = [Row(f"installed, {what}, MB", Measured.once(n / 1e6)) for what, n in totals.items()]
    everything = Measured.once((own + sum(totals.values())) / 1e6)
    return [
        Row("installed, MB", everything),
        *rows,
        Row("installed, our code and the pure Python, MB", Measured.once(own / 1e6)),
    ]


def _part(place: str) -> str:
    return next((part for part, begins in PARTS.items() if place.startswith(begins)), "the rest")


def megabytes(file: Path) -> Measured:
    return Measured.once(file.stat().st_size / 1e6)
