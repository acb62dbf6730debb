"""The licences of what is inside the frozen program, gathered from the packages it is built of."""

import os
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

FOLDER = "licences"
"""In the program."""

# What goes into the program; not the tools it is built with.
PACKAGES = (
    "PySide6-Essentials",
    "shiboken6",
    "peewee",
    "sqlcipher3",
    "appdirs",
    "phonenumbers",
    "segno",
    "QtAwesome",
    "holidays",
    "python-dateutil",
    "six",
    "font-source-serif-pro",
    "font-source-sans-pro",
    "pyinstaller",
)

# Qt's and PySide's wheels bring no text of their licence; every Debian has it.
COMMON = Path("/usr/share/common-licenses")
LGPL = ("LGPL-3", "GPL-3")

README = """\
Followup is under the MIT licence. These are the licences of what it is built of.

{table}
Qt and PySide6 are used under the GNU Lesser General Public License 3 (LGPL-3, with the GPL-3 that
it builds on; both texts lie here). They are dynamic libraries, unchanged, and you may exchange
them: put your own build of the same version in the place of the files whose names begin with Qt6
or libQt6, and of the folders PySide6 and shiboken6, in the folder _internal of the program. Nothing
keeps you from it: the program checks no signature of them. Their source is at
https://download.qt.io/official_releases/ (qt/{series}/{qt} and
QtForPython/pyside6/PySide6-{qt}-src).

Debian's and Windows' own libraries are not part of this program.
"""


def files(folder: Path) -> list[tuple[str, str]]:
    """Every text, and a page that says whose it is; for PyInstaller's `datas`. What has to be
    written is written into `folder`. Raises FileNotFoundError where a text is missing."""
    folder.mkdir(parents=True, exist_ok=True)
    lines = []
    found = [(str(text), f"{FOLDER}/Python") for text in [_of_python()]]
    for name in PACKAGES:
        package = distribution(name)
        lines.append(f"{name} {package.version}: {_licence_of(package)}\n")
        texts = list(_texts(package))
        if not texts and name not in ("PySide6-Essentials", "shiboken6"):
            raise FileNotFoundError(f"the licence of {name}")
        found += [(str(text), f"{FOLDER}/{name}") for text in texts]
    found += [(str(_common(name)), FOLDER) for name in LGPL]
    qt = distribution("PySide6-Essentials").version
    table = f"Python {sys.version.split()[0]}: PSF-2.0\n" + "".join(lines)
    readme = folder / "README.txt"
    readme.write_text(
        README.format(table=table, qt=qt, series=qt.rpartition(".")[0]), encoding="utf-8"
    )
    return [*found, (str(readme), FOLDER)]


def _texts(package: Distribution) -> Iterator[Path]:
    for file in package.files or ():
        name = file.name.upper()
        if name.startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE")) and file.suffix != ".py":
            yield Path(str(package.locate_file(file)))


def _licence_of(package: Distribution) -> str:
    meta = package.metadata
    said = meta.get("License-Expression") or meta.get("License") or "see its text"
    return said.splitlines()[0]


def _of_python() -> Path:
    """Windows has it beside python.exe, the others beside the modules."""
    for place in (Path(sys.base_prefix), Path(os.__file__).parent):
        if (text := place / "LICENSE.txt").is_file():
            return text
    raise FileNotFoundError("the licence of Python")


def _common(name: str) -> Path:
    """Under Wine the disk of the machine is Z:."""
    for root in ("", "Z:"):
        if (text := Path(f"{root}{COMMON.as_posix()}/{name}")).is_file():
            return text.resolve()
    raise FileNotFoundError(f"{COMMON / name}")
