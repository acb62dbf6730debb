"""Runs Windows programs on Linux, in a Windows of their own that lies in one folder."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from steps import StepFailed

# No offer to download Mono or Gecko, which nothing here needs, and no entries in the menus of the
# Linux that it runs on.
_QUIET = {
    "WINEDEBUG": "-all",
    "WINEARCH": "win64",
    "WINEDLLOVERRIDES": "mscoree,mshtml=;winemenubuilder.exe=d",
}
_HOME = "home"
"""In the prefix: Wine would take the folders of whoever runs it for desktop and documents."""


class Wine:
    """One Windows, made on first use. `user` is the name of the account."""

    def __init__(self, prefix: Path, user: str = "clerk") -> None:
        self.prefix = prefix
        self.user = user
        self.drive = prefix / "drive_c"

    @property
    def home(self) -> Path:
        """The account's own folder."""
        return self.drive / "users" / self.user

    def make(self) -> None:
        """Windows 10. Raises StepFailed where Wine doesn't work."""
        if (self.prefix / "system.reg").exists():
            return
        (self.prefix / _HOME).mkdir(parents=True, exist_ok=True)
        for command in (["wineboot", "--init"], ["winecfg", "-v", "win10"]):
            done = self.run(command, timeout=180)
            if done.returncode != 0:
                raise StepFailed(f"Wine — this failed: {' '.join(command)}\n{done.stdout}")
        self.wait()

    def run(
        self,
        command: Sequence[str | Path],
        *,
        timeout: float = 600,
        cwd: Path | None = None,
        **environment: str,
    ) -> subprocess.CompletedProcess[str]:
        """Until it has ended; stdout and stderr together."""
        with self.start(command, cwd=cwd, **environment) as process:
            try:
                said, _ = process.communicate(timeout=timeout)
            except BaseException:
                process.kill()
                raise
        return subprocess.CompletedProcess(list(command), process.returncode, said)

    def start(
        self, command: Sequence[str | Path], *, cwd: Path | None = None, **environment: str
    ) -> subprocess.Popen[str]:
        """Wine gives Python no usable handle of a file, so its words go into a pipe."""
        return subprocess.Popen(
            ["wine", *command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            errors="replace",
            cwd=cwd,
            env=self.environment(environment),
        )

    def environment(self, more: Mapping[str, str]) -> dict[str, str]:
        """Without a display: Qt draws off screen. Wine keeps QT_… to itself and passes WINEQT_…"""
        mine = {name: value for name, value in os.environ.items() if name != "DISPLAY"}
        own = {
            "HOME": str(self.prefix / _HOME),
            "WINEPREFIX": str(self.prefix),
            "LC_ALL": "C.UTF-8",  # names of files in every language
            "USER": self.user,
            "WINEQT_QPA_PLATFORM": "offscreen",
        }
        return {**mine, **_QUIET, **own, **more}

    def wait(self) -> None:
        """Until every program in this Windows has ended, and the registry is in its files."""
        subprocess.run(["wineserver", "--wait"], env=self.environment({}), check=True)

    def stop(self) -> None:
        """End whatever still runs in it."""
        subprocess.run(["wineserver", "--kill"], env=self.environment({}), check=False)
        self.wait()
