"""Sets up everything a developer needs, in .venv, and does nothing when nothing changed.

`python3 scripts/set_up.py [--desktop] [--installers]`, on Linux and Windows alike; the Makefile
calls it before all else. Needs nothing but Python: what Debian leaves out of its Python (venv and
pip) and the libraries that Qt leans on are installed when run as root, and named in one line
otherwise. `--desktop` wants what tests/desktop needs too, `--installers` what builds the installers
and tries them.
"""

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "set-up-is-complete"
LOCK = ROOT / "requirements-dev.lock"

OLDEST, TOO_NEW = (3, 11), (3, 14)

# What Qt loads from the system, and the Debian package it comes in.
LIBRARIES = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}

# What a real X session is made of, for tests/desktop.
PROGRAMS = {
    "xvfb-run": "xvfb",
    "xauth": "xauth",
    "dbus-run-session": "dbus-daemon",
    "dbus-send": "dbus-bin",
    "openbox": "openbox",
    "tint2": "tint2",
    "xdotool": "xdotool",
    "wmctrl": "wmctrl",
    "xprop": "x11-utils",
    "xclip": "xclip",
    "xrandr": "x11-xserver-utils",
}


# What builds the installers, and tries them in a Windows and a Debian of their own. The .deb is
# built with Debian's Python, whichever one runs the rest.
DEBIANS_PYTHON = "/usr/bin/python3"
INSTALLER_PROGRAMS = {
    DEBIANS_PYTHON: "python3",
    "git": "git",
    "objdump": "binutils",
    "dpkg-shlibdeps": "dpkg-dev",
    "lintian": "lintian",
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "/usr/sbin/debootstrap": "debootstrap",
    "Xvfb": "xvfb",
    "wine": "wine",
    "/usr/lib/wine/wine64": "wine64",
    "makensis": "nsis",
    "osslsigncode": "osslsigncode",
}

# What else the program's libraries lean on: which packages they are in is looked up where they are.
INSTALLER_LIBRARIES = {
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libcups.so.2": "libcups2",
}

# Debian's Python has packages of their own for its library, which the program takes along, and for
# what makes a venv.
ASK_PYTHON = """
import ctypes, importlib.util, sys
short = f"python3.{sys.version_info.minor}"
if importlib.util.find_spec("ensurepip") is None:
    print(f"{short}-venv")
try:
    ctypes.CDLL(f"lib{short}.so.1.0")
except OSError:
    print(f"lib{short}")
"""


class CannotSetUp(Exception):
    """What stands in the way, in a sentence for the person at the keyboard."""


def main(arguments: list[str]) -> int:
    try:
        check_python()
        provide(missing_packages(desktop="--desktop" in arguments))
        if "--installers" in arguments:
            provide(missing_programs(INSTALLER_PROGRAMS) + missing_libraries(INSTALLER_LIBRARIES))
            provide(missing_of_debians_python())
        if not is_complete():
            make_venv()
    except CannotSetUp as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Stopped. The same command starts anew.", file=sys.stderr)
        return 130
    return 0


def check_python() -> None:
    if not OLDEST <= sys.version_info[:2] < TOO_NEW:
        raise CannotSetUp(
            f"Followup needs Python 3.11, 3.12 or 3.13; this is {sys.version.split()[0]}. "
            "With another one at hand: make PYTHON=/path/to/python3.11"
        )


def provide(missing: list[str]) -> None:
    """Install what the system lacks as root; otherwise say the one line that does it."""
    if not missing:
        return
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *missing]
    if not shutil.which("apt-get"):
        raise CannotSetUp(
            f"Parts of the system are missing. Debian calls them: {' '.join(missing)}"
        )
    if os.geteuid() != 0:
        raise CannotSetUp(
            "Some Debian packages are missing. This line installs them; then try again:\n"
            f"  sudo apt-get update && sudo {' '.join(install)}"
        )
    print("Installing Debian packages:", " ".join(missing), flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], install):
        if subprocess.run(command, env=environment, stdout=subprocess.DEVNULL).returncode != 0:
            raise CannotSetUp(f"This did not work: {' '.join(command)}")


def missing_packages(*, desktop: bool) -> list[str]:
    if sys.platform != "linux":
        return []
    missing = missing_libraries(LIBRARIES)
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python3.{sys.version_info.minor}-venv")
    return missing + (missing_programs(PROGRAMS) if desktop else [])


def missing_programs(programs: dict[str, str]) -> list[str]:
    return [package for name, package in programs.items() if not shutil.which(name)]


def missing_libraries(libraries: dict[str, str]) -> list[str]:
    return [package for name, package in libraries.items() if not loads(name)]


def missing_of_debians_python() -> list[str]:
    asked = subprocess.run([DEBIANS_PYTHON, "-c", ASK_PYTHON], capture_output=True, text=True)
    return asked.stdout.split()


def loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def is_complete() -> bool:
    """Whether .venv was finished for this very lock, Python and folder, and still starts."""
    try:
        if STAMP.read_text(encoding="utf-8") != fingerprint():
            return False
        return subprocess.run([venv_python(), "-c", ""], capture_output=True).returncode == 0
    except OSError:
        return False


def fingerprint() -> str:
    """Changes whenever .venv has to be made anew."""
    import tomllib  # not before check_python: older Pythons lack it

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    parts = [LOCK.read_text(encoding="utf-8"), json.dumps(project), sys.version, str(ROOT)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()


def venv_python() -> Path:
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def make_venv() -> None:
    """Throw away what is there, and write the stamp last: a half-made .venv is never taken for a
    good one."""
    print("Setting up .venv; this takes a minute or two.", flush=True)
    try:
        if VENV.is_dir():
            shutil.rmtree(VENV)
    except OSError as error:
        raise CannotSetUp(f"{VENV} cannot be replaced: {error.strerror}.") from error
    run("The virtual environment could not be made.", sys.executable, "-m", "venv", VENV)
    install(
        "The packages could not be installed. Is there a connection? The same command tries again.",
        *("--require-hashes", "--only-binary=:all:", "--requirement", LOCK),
    )
    install(
        "The program could not be installed into .venv.",
        *("--no-deps", "--no-build-isolation", "--editable", ROOT),
        # One plain path in a .pth file: no import hook that slows the start of every Python.
        "--config-settings=editable_mode=compat",
    )
    STAMP.write_text(fingerprint(), encoding="utf-8")


def install(problem: str, *what: str | Path) -> None:
    pip = (venv_python(), "-m", "pip", "--disable-pip-version-check", "install", "--quiet")
    run(problem, *pip, *what)


def run(problem: str, *command: str | Path) -> None:
    if subprocess.run(command).returncode != 0:
        raise CannotSetUp(problem)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
