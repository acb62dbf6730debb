"""The Windows program in Wine: installed, and from the source tree by the same Python.

Wine isn't Windows: only the ratio says something. Needs what `make windows-setup` leaves in build/.
"""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from steps import BUILD, ROOT
from wine import Wine

from benchmarks.bench_start import prepare

PYTHON = BUILD / "windows" / "python" / "python.exe"
PROGRAM = BUILD / "windows" / "frozen" / "followup-desktop" / "followup-desktop.exe"

# This Python looks nowhere but where it is told, and writes what it compiles only into its cache.
SOURCE = f"""
import sys
sys.path.insert(0, "Z:{ROOT.as_posix()}")
from followup_desktop.__main__ import main
sys.exit(main())
"""


class Windows:
    """One to start the program in, and a shop's data on its disk."""

    frozen = (str(PROGRAM),)
    source = (str(PYTHON), "-X", r"pycache_prefix=C:\cache", "-c", SOURCE)
    shop = "C:\\shop"

    def __init__(self, folder: Path) -> None:
        self._wine = Wine(folder / "windows")
        self._wine.make()
        prepare(self._wine.drive / "shop")

    def start(self, command: Sequence[str]) -> "subprocess.Popen[str]":
        """Qt speaks to a debugger here, unless it is told to speak to us."""
        says_so = {
            "WINEQT_LOGGING_RULES": "qt.widgets.painting=true",
            "WINEQT_FORCE_STDERR_LOGGING": "1",
        }
        return self._wine.start(command, **says_so)

    def stop(self) -> None:
        self._wine.stop()


@contextmanager
def windows() -> Iterator[Windows | None]:
    """None where it wasn't built, or Wine is missing."""
    if not (PROGRAM.is_file() and PYTHON.is_file() and shutil.which("wine")):
        yield None
        return
    with tempfile.TemporaryDirectory() as name:
        machine = Windows(Path(name))
        try:
            yield machine
        finally:
            machine.stop()
