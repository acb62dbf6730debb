"""The installed program against the one in the source tree: how fast it starts, how large it is.

Needs `make installers` first; without it there is nothing to measure. The program that is looked at
is the one in the .deb of dist/, unpacked; of the Windows setup only the sizes are of use here.
"""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.bench_start import prepare
from benchmarks.harness import Measured, Row, Size

ROOT = Path(__file__).resolve().parent.parent
DIST = ROOT / "dist"
GOAL_SETUP = 35.0
"""MB of what a shop downloads."""

# Qt itself says when a window's picture goes to the screen, in a frozen program too.
_PAINTED = "Flushing QRegion"
_LOOK = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "qt.widgets.painting=true"}

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
        started = starts(program / "followup-desktop", folder / "shop", size.starts)
        sizes = [*sizes_of(program), Row("the .deb, MB", megabytes(package))]
    sizes += [Row("the Windows setup, MB", megabytes(one), goal=GOAL_SETUP) for one in setups()]
    return [*started, *sizes]


def setups() -> list[Path]:
    return sorted(DIST.glob("Followup-Setup-*.exe"))


def starts(program: Path, shop: Path, count: int) -> list[Row]:
    """The two take turns. Nobody counts the first: it fills the caches."""
    module = [sys.executable, "-m", "followup_desktop"]
    frozen: dict[str, list[float]] = {"version": [], "paint": []}
    source: dict[str, list[float]] = {"version": [], "paint": []}
    for run in range(count + 1):
        for found, command in ((frozen, [str(program)]), (source, module)):
            version = seconds_to_answer([*command, "--version"])
            paint = seconds_to_paint([*command, "--data-dir", str(shop)])
            if run:
                found["version"].append(version)
                found["paint"].append(paint)
    return [
        Row(
            f"installed / source tree: {what}",
            Measured.of(frozen[name]),
            Measured.of(source[name]),
        )
        for name, what in (("version", "--version"), ("paint", "first paint"))
    ]


def seconds_to_answer(command: Sequence[str]) -> float:
    begun = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    return time.perf_counter() - begun


def seconds_to_paint(command: Sequence[str]) -> float:
    begun = time.perf_counter()
    with subprocess.Popen(
        command, stderr=subprocess.PIPE, text=True, cwd=ROOT, env={**os.environ, **_LOOK}
    ) as process:
        assert process.stderr is not None
        for line in process.stderr:
            if _PAINTED in line:
                break
        else:
            raise RuntimeError(f"{command[0]} painted nothing")
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
