"""Desktops of their own beside the one that `make desktop` starts: without a tray, or with several
monitors; and a panel that comes whenever a test starts it."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest

from tests.desktop.conftest import ROOT, run, wait_for

ITEM = "org.kde.StatusNotifierItem"
MENU = "com.canonical.dbusmenu"
WATCHER = "org.kde.StatusNotifierWatcher"


@contextmanager
def running(*command: str, **more: object) -> "Iterator[subprocess.Popen[str]]":
    process = subprocess.Popen(command, text=True, stderr=subprocess.DEVNULL, **more)  # type: ignore[call-overload]
    with process:  # closes its pipes
        try:
            yield process
        finally:
            process.kill()


@contextmanager
def desktop(monkeypatch: pytest.MonkeyPatch, size: str = "1366x768") -> Iterator[None]:
    """An X server with a window manager and a session bus, and no tray. Everything that is
    started within it belongs to it."""
    with ExitStack() as stack:
        reading, writing = os.pipe()
        server = ("Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size}x24")
        stack.enter_context(running(*server, "-nolisten", "tcp", pass_fds=(writing,)))
        os.close(writing)
        with os.fdopen(reading) as answer:
            monkeypatch.setenv("DISPLAY", f":{answer.readline().strip()}")
        bus = stack.enter_context(
            running(
                *("dbus-daemon", "--session", "--nofork", "--print-address=1"),
                stdout=subprocess.PIPE,
            )
        )
        assert bus.stdout is not None
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", bus.stdout.readline().strip())
        stack.enter_context(running("openbox"))
        wait_for(lambda: run("wmctrl", "-m"), "the window manager")
        yield


class Panel:
    """Started when the test says so; looked at and used as a clerk does."""

    def __init__(self) -> None:
        script = str(Path(__file__).with_name("panel.py"))
        self._process = subprocess.Popen([sys.executable, script], cwd=ROOT)

    def end(self) -> None:
        self._process.kill()
        self._process.wait()

    def items(self) -> list[str]:
        """The bus names of whoever put an icon there."""
        said = _get(WATCHER, "/StatusNotifierWatcher", WATCHER, "RegisteredStatusNotifierItems")
        return re.findall(r'string "([^"]+)"', said)

    def tooltip(self) -> str:
        said = _get(self.items()[-1], "/StatusNotifierItem", ITEM, "ToolTip")
        return re.findall(r'string "([^"]*)"', said)[-2]

    def click(self) -> None:
        _send(self.items()[-1], "/StatusNotifierItem", f"{ITEM}.Activate", "int32:5", "int32:5")

    def menu(self) -> dict[str, int]:
        """Its lines with their numbers, as they are when somebody opens it."""
        item, path = self._menu()
        _send(item, path, f"{MENU}.AboutToShow", "int32:0")
        said = _send(item, path, f"{MENU}.GetLayout", "int32:0", "int32:-1", "array:string:")
        found = {}
        for line in re.split(r"struct \{", said)[1:]:
            number = re.search(r"int32 (-?\d+)", line)
            label = re.search(r'string "label"\s+variant\s+string "([^"]*)"', line)
            if number and label:
                found[label[1]] = int(number[1])
        return found

    def choose(self, words: str) -> None:
        number = self.menu()[words]
        item, path = self._menu()
        event = (f"int32:{number}", "string:clicked", "variant:string:", "uint32:0")
        _send(item, path, f"{MENU}.Event", *event)

    def _menu(self) -> tuple[str, str]:
        item = self.items()[-1]
        said = _get(item, "/StatusNotifierItem", ITEM, "Menu")
        return item, re.findall(r'object path "([^"]+)"', said)[0]


def _get(whom: str, path: str, interface: str, name: str) -> str:
    get = "org.freedesktop.DBus.Properties.Get"
    return _send(whom, path, get, f"string:{interface}", f"string:{name}")


def _send(whom: str, path: str, method: str, *arguments: str) -> str:
    send = ("dbus-send", "--session", "--print-reply", f"--dest={whom}", path, method)
    return run(*send, *arguments)
