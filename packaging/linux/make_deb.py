"""Builds dist/followup-desktop_<version>_amd64.deb on Debian 12 or later: `make deb`."""

import hashlib
import shutil
import sys
from pathlib import Path

import steps
import tree
from steps import BUILD, DIST, ROOT

from followup_desktop import __version__

HERE = BUILD / "linux"
LOCK = ROOT / "requirements-installers.lock"

# Debian's own, whichever one runs this: it leans on Debian's libraries alone, and every machine
# builds the same package with it.
PYTHON = Path("/usr/bin/python3")


def build() -> Path:
    python = provide_python()
    frozen = freeze(python)
    root = tree.make(frozen, HERE / "root")
    return pack(root)


def provide_python() -> Path:
    """A Python with the pinned packages and PyInstaller, and nothing else; kept while the lock
    stays."""
    venv, stamp = HERE / "venv", HERE / "venv" / "complete"
    version = steps.run("", PYTHON, "--version")
    fingerprint = hashlib.sha256(LOCK.read_bytes() + version.encode()).hexdigest()
    python = venv / "bin" / "python"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == fingerprint:
        return python
    shutil.rmtree(venv, ignore_errors=True)
    steps.run("A Python for the build", PYTHON, "-m", "venv", venv)
    steps.run(
        "The pinned packages",
        *(python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"),
        *("--require-hashes", "--only-binary=:all:", "--requirement", LOCK),
    )
    stamp.write_text(fingerprint, encoding="utf-8")
    return python


def freeze(python: Path) -> Path:
    """The folder with the program, its Python and Qt."""
    steps.run(
        "Freezing the program",
        *(python, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level=WARN"),
        *(f"--distpath={HERE / 'dist'}", f"--workpath={HERE / 'work'}"),
        ROOT / "build.spec",
        environment={"PYINSTALLER_CONFIG_DIR": str(HERE / "cache")},
    )
    return HERE / "dist" / "followup-desktop"


def pack(root: Path) -> Path:
    """In dist/ there is a whole one or none."""
    name = f"followup-desktop_{__version__}_amd64.deb"
    steps.run("Packing", "dpkg-deb", "--root-owner-group", "--build", root, HERE / name)
    DIST.mkdir(exist_ok=True)
    return (HERE / name).replace(DIST / name)


if __name__ == "__main__":
    sys.exit(steps.main(build))
