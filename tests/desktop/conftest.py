"""Programs in a real X session: ours, started as a clerk's PC starts it, and one to type into.

`make desktop` brings the X server, a window manager and a panel with a tray. The clock is ours
alone: a program reads it from a file at every look, so a test can put it to any minute.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
PATIENCE = 30.0
"""Seconds in which something has to happen on a PC that is busy."""


def wait_for(what: Callable[[], object], why: str, patience: float = PATIENCE) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until:
        if what():
            return
        time.sleep(0.1)
    raise AssertionError(f"waited in vain: {why}")


def run(*command: str) -> str:
    """A tool of the session; its answer, empty when it found nothing."""
    return subprocess.run(command, capture_output=True, text=True, check=False).stdout.strip()


def window_named(pattern: str) -> str:
    """The id of a window in sight, or nothing."""
    found = run("xdotool", "search", "--onlyvisible", "--name", pattern).split()
    return found[-1] if found else ""


def geometry(window: str) -> dict[str, int]:
    lines = run("xdotool", "getwindowgeometry", "--shell", window).splitlines()
    pairs = (line.split("=") for line in lines)
    return {name.lower(): int(value) for name, value in pairs if value.lstrip("-").isdecimal()}


def click(window: str, x: int, y: int) -> None:
    """At a place of that window, in its own pixels."""
    place = geometry(window)
    run("xdotool", "mousemove", str(place["x"] + x), str(place["y"] + y), "click", "1")


class Program:
    """Followup in a process of its own, and its clock."""

    def __init__(self, folder: Path, clock: Path) -> None:
        self.folder = folder
        self._clock = clock
        self._process: subprocess.Popen[str] | None = None
        self._home = folder.parent / "home"
        self._home.mkdir(exist_ok=True)

    def set_clock(self, moment: str) -> None:
        """The shop's local time, such as "2026-11-23 10:50"."""
        new = self._clock.with_suffix(".new")
        new.write_text(moment, encoding="utf-8")
        new.replace(self._clock)

    def start(self, *arguments: str) -> None:
        environment = {
            **os.environ,
            "HOME": str(self._home),
            "XDG_CONFIG_HOME": str(self._home / "config"),
            "FOLLOWUP_TEST_CLOCK": str(self._clock),
            "PYTHONPATH": str(ROOT),
        }
        command = [sys.executable, str(Path(__file__).with_name("program.py"))]
        self._process = subprocess.Popen(
            [*command, str(self.folder), *arguments], cwd=ROOT, env=environment, text=True
        )

    def prefer(self, *switches: str) -> None:
        """Turn these settings on, before it is started."""
        self._arrange("--prefer", *switches)

    def fill(self, *arguments: str) -> None:
        self._arrange("--fill", *arguments)

    def _arrange(self, *arguments: str) -> None:
        command = [sys.executable, str(Path(__file__).with_name("program.py")), str(self.folder)]
        environment = {
            **os.environ,
            "FOLLOWUP_TEST_CLOCK": str(self._clock),
            "PYTHONPATH": str(ROOT),
        }
        subprocess.run([*command, *arguments], cwd=ROOT, env=environment, check=True)

    @property
    def is_running(self) -> bool:
        return self._process is not None and self._process.poll() is None

    @property
    def exit_code(self) -> int | None:
        return None if self._process is None else self._process.poll()

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    """A set-up shop with a promise at eleven and two others, on Monday at 10:15."""
    clock = tmp_path / "clock"
    program = Program(tmp_path / "data", clock)
    program.set_clock("2026-11-23 10:15")
    program.fill()
    yield program
    program.kill()


class Typewriter:
    """Another program that somebody types into; it writes down every letter it gets."""

    def __init__(self, path: Path) -> None:
        self._path = path
        script = Path(__file__).with_name("typewriter.py")
        self._process = subprocess.Popen([sys.executable, str(script), str(path)], cwd=ROOT)
        wait_for(lambda: window_named("^Typewriter$"), "the other program's window")
        self.window = window_named("^Typewriter$")
        run("xdotool", "windowactivate", "--sync", self.window)
        wait_for(lambda: run("xdotool", "getactivewindow") == self.window, "its focus")

    @property
    def text(self) -> str:
        return self._path.read_text(encoding="utf-8") if self._path.exists() else ""

    @property
    def has_keyboard(self) -> bool:
        return run("xdotool", "getactivewindow") == self.window

    def type(self, text: str) -> "subprocess.Popen[bytes]":
        """Letter by letter, while other things happen."""
        return subprocess.Popen(["xdotool", "type", "--delay", "60", text])

    def end(self) -> None:
        self._process.kill()
        self._process.wait()


@pytest.fixture
def typewriter(tmp_path: Path) -> Iterator[Typewriter]:
    typewriter = Typewriter(tmp_path / "typed.txt")
    yield typewriter
    typewriter.end()
