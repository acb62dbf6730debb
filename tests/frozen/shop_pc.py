"""A Windows PC of a shop, in Wine: what a person does with setup and program there."""

import re
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import wine

UNINSTALL_KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Uninstall\Followup"
RUN_KEY = r"HKEY_CURRENT_USER\Software\Microsoft\Windows\CurrentVersion\Run"
SETUP_KEY = r"HKEY_CURRENT_USER\Software\Followup"

RUNS = 5
"""Exit code of setup and uninstaller while the program runs."""

Registry = dict[str, dict[str, str]]
"""Keys, and in them names and values as regedit writes them."""

PATIENCE = 60.0
"""Seconds in which something has to happen on a busy PC."""


def wait_for(what: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < until, "waited in vain"
        time.sleep(0.5)


class ShopPc:
    def __init__(self, folder: Path, setup: Path, account: str) -> None:
        self.wine = wine.Wine(folder / "windows", account)
        self.wine.make()
        self.setup = setup
        home = self.wine.home
        local = home / "AppData" / "Local"
        self.program = local / "Programs" / "Followup"
        self.data = local / "Followup"
        roaming = home / "AppData" / "Roaming"
        self.start_menu = roaming / "Microsoft/Windows/Start Menu/Programs/Followup.lnk"
        self.desktop_icon = home / "Desktop" / "Followup.lnk"

    # Setup and uninstaller

    def install(self, *wishes: str) -> int:
        return self.wine.run([self.setup, "/S", *wishes], timeout=300).returncode

    def uninstall(self, *wishes: str) -> None:
        """As Windows' list of apps does it: the uninstaller goes on from a copy of itself."""
        self.wine.run([self.program / "Uninstall.exe", "/S", *wishes]).check_returncode()
        self.wine.wait()

    def uninstall_in_place(self) -> int:
        """Without the copy, so that its exit code can be seen. NSIS takes the folder only without
        quotes, whatever is in its name, and only a batch file can say it so."""
        batch = self.wine.drive / "uninstall.bat"
        batch.write_text(
            r"""@"%LOCALAPPDATA%\Programs\Followup\Uninstall.exe" /S """
            r"""_?=%LOCALAPPDATA%\Programs\Followup"""
            "\n@exit /b %ERRORLEVEL%\n",
            encoding="ascii",
        )
        code = self.wine.run(["cmd", "/c", "C:\\uninstall.bat"]).returncode
        batch.unlink()
        return code

    # The program

    def ask(self, *words: str) -> tuple[int, str]:
        """The program of the command line; its exit code, and what it said."""
        done = self.wine.run([self.program / "followup-desktop.exe", *words], timeout=300)
        return done.returncode, done.stdout

    @contextmanager
    def open_window(self) -> Iterator[None]:
        """The program with its window, off screen, on the account's own data. At the end it is
        killed: Wine has no better way without a screen."""
        began = time.time()
        with self.wine.start([self.program / "Followup.exe"]) as process:
            try:
                lock = self.data / "followup.lock"
                wait_for(lambda: lock.exists() and lock.stat().st_mtime >= began)
                yield
            finally:
                process.kill()
                process.communicate()
        self.wine.wait()

    def as_windows_says(self, path: Path) -> str:
        return "C:\\" + str(path.relative_to(self.wine.drive)).replace("/", "\\")

    # What lies on the PC

    def registry(self) -> Registry:
        """What this account has in it."""
        export = self.wine.drive / "exported.reg"
        self.wine.run(["reg", "export", r"HKCU\Software", "C:\\exported.reg", "/y"])
        text = export.read_text(encoding="utf-16")
        export.unlink()
        found: Registry = {}
        for key, body in re.findall(r"^\[(.+)\]\n((?:.+\n)*)", text, re.MULTILINE):
            found[key] = dict(re.findall(r'^"(.+?)"=(.*)$', body, re.MULTILINE))
        return found

    def traces(self) -> Iterator[str]:
        """Everything on the PC that has the program's name in it."""
        for path in self.wine.drive.rglob("*"):
            if "followup" in path.name.lower():
                yield str(path.relative_to(self.wine.drive))
        for key, values in self.registry().items():
            for name, value in [("", key), *values.items()]:
                if "followup" in f"{name}{value}".lower():
                    yield f"{key} {name} {value}"
