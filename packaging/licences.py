"""The licences of what is inside the frozen program, gathered from the packages it is built of."""

import os
import re
import sys
from collections.abc import Iterator
from importlib.metadata import Distribution, distribution
from pathlib import Path

FOLDER = "licences"
"""In the program."""

LOCK = Path(__file__).resolve().parent.parent / "requirements.lock"
NOT_INSIDE = {"qtpy", "packaging"}
"""Asked for by QtAwesome, of which only a font goes into the program."""
BOOTLOADER = "pyinstaller"
"""Its small programs start ours, and stay in it."""

NOTICES = Path(__file__).resolve().with_name("notices")
"""Of libraries inside a wheel that says nothing of them."""

# Qt's and PySide's wheels bring no text of their licence; every Debian has it.
COMMON = Path("/usr/share/common-licenses")
TEXTS = ("LGPL-3", "GPL-3", "Apache-2.0")
WITHOUT_TEXT = {"pyside6-essentials", "shiboken6"}

README = """\
Followup is under the MIT licence. These are the licences of what it is built of.

{table}
Inside sqlcipher3: SQLite (public domain), SQLCipher (BSD-3-Clause), OpenSSL (Apache-2.0). Inside
Qt: what https://doc.qt.io/qt-6/licenses-used-in-qt.html lists; on Linux ICU too (Unicode-3.0).

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
    for name in packages():
        package = distribution(name)
        lines.append(f"{name} {package.version}: {_licence_of(package)}\n")
        texts = list(_texts(package))
        if not texts and name not in WITHOUT_TEXT:
            raise FileNotFoundError(f"the licence of {name}")
        found += [(str(text), f"{FOLDER}/{name}") for text in texts]
    found += [(str(text), FOLDER) for text in NOTICES.glob("*.txt")]
    found += [(str(_common(name)), FOLDER) for name in TEXTS]
    qt = distribution("pyside6-essentials").version
    table = f"Python {sys.version.split()[0]}: PSF-2.0\n" + "".join(lines)
    readme = folder / "README.txt"
    readme.write_text(
        README.format(table=table, qt=qt, series=qt.rpartition(".")[0]), encoding="utf-8"
    )
    return [*found, (str(readme), FOLDER)]


def packages() -> list[str]:
    """What goes into the program; not the tools it is built with."""
    lock = LOCK.read_text(encoding="utf-8")
    locked = re.findall(r"^([\w.-]+)==\S+(?: ; sys_platform == '(\w+)')?", lock, re.MULTILINE)
    here = {name for name, system in locked if system in ("", sys.platform)}
    return sorted({*here, BOOTLOADER} - NOT_INSIDE)


def _texts(package: Distribution) -> Iterator[Path]:
    for file in package.files or ():
        name = file.name.upper()
        if name.startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE")) and file.suffix != ".py":
            yield Path(str(package.locate_file(file)))


def _licence_of(package: Distribution) -> str:
    for field in ("License-Expression", "License"):
        if field in package.metadata:
            return package.metadata[field].splitlines()[0]
    return "see its text"


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
