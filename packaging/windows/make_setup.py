"""Builds dist/Followup-Setup-<version>.exe on Debian 12 or later: `make windows-setup`.

PyInstaller runs in a Windows of its own, under Wine. Python, the wheels and that Windows stay in
build/, so that a second run downloads nothing.
"""

import os
import sys
from pathlib import Path

import genuine
import pictures
import pinned
import steps
from steps import BUILD, DIST, ROOT, StepFailed
from wine import Wine

from followup_desktop import __version__
from followup_desktop.app import presence

SOURCE = Path(__file__).resolve().parent
HERE = BUILD / "windows"
PYTHON = HERE / "python" / "python.exe"
FROZEN = HERE / "frozen" / "followup-desktop"
TARGET = DIST / f"Followup-Setup-{__version__}.exe"
ICON = HERE / "work" / "build" / "followup.ico"
"""Where build.spec writes it."""


def build() -> Path:
    pinned.get_python(PYTHON.parent)
    steps.say("Checking that Python is what its makers signed")
    genuine.check(PYTHON.parent)
    pinned.get_packages(HERE / "packages")
    freeze(make_windows())
    return pack(FROZEN, TARGET)


def make_windows() -> Wine:
    steps.say("A Windows to build in")
    wine = Wine(HERE / "wine")
    wine.make()
    return wine


def freeze(wine: Wine) -> None:
    """Into one folder: both programs, their Python and Qt."""
    steps.say("Freezing the program")
    command: list[str | Path] = [PYTHON, "-m", "PyInstaller"]
    command += ["--noconfirm", "--clean", "--log-level=WARN"]
    command += ["--distpath", FROZEN.parent, "--workpath", HERE / "work", ROOT / "build.spec"]
    _run(wine, command, cwd=ROOT, PYTHONDONTWRITEBYTECODE="1", **steps.always_the_same())
    wine.wait()
    for path in FROZEN.rglob("*"):
        os.utime(path, (steps.moment(), steps.moment()))
    said = _run(wine, [FROZEN / "followup-desktop.exe", "--version"])
    if said.strip() != f"Followup {__version__}":
        raise StepFailed(f"Freezing the program — its answer isn't its version:\n{said}")


def _run(wine: Wine, command: list[str | Path], cwd: Path | None = None, **environment: str) -> str:
    done = wine.run(command, cwd=cwd, timeout=3600, **environment)
    if done.returncode != 0:
        line = " ".join(str(part) for part in command)
        raise StepFailed(f"This failed with {done.returncode}: {line}\n{done.stdout[-4000:]}")
    return done.stdout


def pack(frozen: Path, target: Path, *, quick: bool = False) -> Path:
    """`quick`: not small, for a trial."""
    files = sorted(path for path in frozen.rglob("*") if path.is_file())
    listing = HERE / "files.nsh"
    listing.write_text(instructions(frozen, files), encoding="utf-8")
    target.parent.mkdir(parents=True, exist_ok=True)
    made, side = HERE / target.name, HERE / "side.bmp"
    pictures.draw_side(ROOT / "resources" / "icons" / "followup-128.png", side)
    os.utime(side, (steps.moment(), steps.moment()))
    values = {
        "VERSION": __version__,
        "FILES": listing,
        "SIZE_KB": sum(path.stat().st_size for path in files) // 1024,
        "ICON": ICON,
        "SIDE": side,
        "OUTPUT": made,
        "MUTEX": presence.MUTEX,
        "APP_ID": presence.APP_USER_MODEL_ID,
    }
    words = [f"-D{name}={value}" for name, value in values.items()]
    if quick:
        words.append("-DQUICK")
    steps.run(
        "Packing the setup; this takes minutes",
        *("makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8", *words),
        SOURCE / "setup.nsi",
    )
    return made.replace(target)


def instructions(frozen: Path, files: list[Path]) -> str:
    """What setup.nsi includes: each file by its name, for a pattern finds them in any order."""
    lines = []
    folder = None
    for path in files:
        if path.parent != folder:
            folder = path.parent
            inside = "".join(f"\\{part}" for part in folder.relative_to(frozen).parts)
            lines.append(f'SetOutPath "${{PROGRAM}}.new{inside}"')
        lines.append(f'File "{path}"')
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(steps.main(build))
