"""Makes dist/Followup-Setup-<version>.exe, on Linux: `make installers` runs it.

Windows' Python, the wheels and the frozen program are kept in build/windows, so that a second run
has nothing to download. A step that doesn't work says which and why, and nothing is left in dist/.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import genuine
import pinned
from wine import Wine

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from followup_desktop import __version__  # noqa: E402
from followup_desktop.app import presence  # noqa: E402

HERE = Path(__file__).resolve().parent
BUILD = ROOT / "build" / "windows"
FROZEN = BUILD / "frozen" / "followup-desktop"
SETUP = ROOT / "dist" / f"Followup-Setup-{__version__}.exe"


class StepFailed(Exception):
    """What a tool said of it."""


def main() -> int:
    os.environ["SOURCE_DATE_EPOCH"] = str(moment())
    wine = Wine(BUILD / "wine")
    steps: list[tuple[str, Callable[[], None]]] = [
        ("Getting Python for Windows", lambda: pinned.get_python(BUILD / "python")),
        ("Checking who signed it", lambda: genuine.check(BUILD / "python")),
        ("Getting the packages for Windows", lambda: pinned.get_packages(BUILD / "packages")),
        ("Making a Windows to build in", wine.make),
        ("Freezing the program", lambda: freeze(wine)),
        ("Asking the frozen program its version", lambda: try_out(wine)),
        ("Making the setup", make_setup),
    ]
    for what, step in steps:
        began = time.monotonic()
        print(f"{what} …", end=" ", flush=True)
        try:
            step()
        except (StepFailed, genuine.NotGenuine, subprocess.SubprocessError, OSError) as problem:
            print("this did not work:")
            print(problem, getattr(problem, "stdout", None) or "", file=sys.stderr)
            return 1
        print(f"{time.monotonic() - began:.0f} s", flush=True)
    print(f"{SETUP.relative_to(ROOT)}: {SETUP.stat().st_size / 1e6:.1f} MB")
    return 0


def moment() -> int:
    """Seconds: of what is built, not of the building, so that a second build is like the first."""
    if given := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(given)
    command = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    said = subprocess.run(command, capture_output=True, text=True)
    # Without a history: the year in which the file system of DOS begins, as archives have it.
    return int(said.stdout) if said.returncode == 0 else 315_532_800


def freeze(wine: Wine) -> None:
    command: list[str | Path] = [BUILD / "python" / "python.exe", "-m", "PyInstaller"]
    command += ["--noconfirm", "--clean", "--log-level=WARN"]
    command += ["--distpath", FROZEN.parent, "--workpath", BUILD / "work", "build.spec"]
    done = wine.run(
        command,
        cwd=ROOT,
        timeout=1800,
        PYTHONHASHSEED="0",  # the order of a set is part of the code that is frozen
        PYTHONDONTWRITEBYTECODE="1",
    )
    if done.returncode != 0:
        raise StepFailed(done.stdout)
    wine.wait()
    for path in FROZEN.rglob("*"):
        os.utime(path, (moment(), moment()))


def try_out(wine: Wine) -> None:
    done = wine.run([FROZEN / "followup-desktop.exe", "--version"], timeout=120)
    if done.returncode != 0 or done.stdout.strip() != f"Followup {__version__}":
        raise StepFailed(done.stdout)


def make_setup() -> None:
    files = sorted(path for path in FROZEN.rglob("*") if path.is_file())
    listing = BUILD / "files.nsh"
    listing.write_text(instructions(files), encoding="utf-8")
    SETUP.parent.mkdir(exist_ok=True)
    made = BUILD / SETUP.name
    values = {
        "VERSION": __version__,
        "FILES": listing,
        "SIZE_KB": sum(path.stat().st_size for path in files) // 1024,
        "ICON": BUILD / "work" / "build" / "followup.ico",
        "OUTPUT": made,
        "MUTEX": presence.MUTEX,
        "APP_ID": presence.APP_USER_MODEL_ID,
    }
    command = ["makensis", "-V2", "-WX", "-INPUTCHARSET", "UTF8"]
    command += [f"-D{name}={value}" for name, value in values.items()]
    done = subprocess.run([*command, HERE / "setup.nsi"], capture_output=True, text=True)
    if done.returncode != 0:
        made.unlink(missing_ok=True)
        raise StepFailed(done.stdout + done.stderr)
    made.replace(SETUP)


def instructions(files: list[Path]) -> str:
    """What setup.nsi includes: each file by its name, for a pattern finds them in any order."""
    lines = []
    folder = None
    for path in files:
        if path.parent != folder:
            folder = path.parent
            inside = str(folder.relative_to(FROZEN)).replace("/", "\\")
            lines.append(f'SetOutPath "${{PROGRAM}}.new\\{inside}"'.replace("\\.", ""))
        lines.append(f'File "{path}"')
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    sys.exit(main())
