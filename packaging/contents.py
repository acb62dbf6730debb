"""What goes into the frozen program beside the code, and which parts of Qt.

build.spec asks; it is the same for Linux and Windows.
"""

import re
from collections.abc import Iterable
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from PyInstaller.depend.bindepend import get_imports

ROOT = Path(__file__).resolve().parent.parent

Files = list[tuple[str, str]]
"""A file and the folder that it goes to, as PyInstaller's `datas`."""
Entry = tuple[str, str, str]
"""A file's place in the program, where it comes from, and PyInstaller's word for its kind."""

# Loaded by their path (store/schema.py), so they come as files.
MIGRATIONS = "followup_desktop/store/migrations"

# Of the fonts only what ui/kit loads: four faces, and the icons.
FONTS = {
    "font_source_sans_pro": (
        "files/SourceSansPro-Regular.ttf",
        "files/SourceSansPro-Semibold.ttf",
    ),
    "font_source_serif_pro": (
        "files/SourceSerifPro-Regular.ttf",
        "files/SourceSerifPro-It.ttf",
    ),
    "qtawesome": ("fonts/phosphor-1.3.0.ttf",),
}

# What the program never imports, but a package it uses would, if it were there.
# sqlite3: Python's own SQLite may be an old one; ours is sqlcipher3's, and peewee takes that alone.
UNUSED = [
    "sqlite3",
    "qtawesome",
    "qtpy",
    "font_source_sans_pro",
    "font_source_serif_pro",
    "ssl",  # nothing is sent anywhere, and Debian's or Windows' OpenSSL needn't come along
    "_ssl",
    "_hashlib",  # Python has the same sums built in
    "tkinter",
    "readline",
    "pydoc",
    "doctest",
    "unittest",
    "lib2to3",
    "setuptools",
    "pkg_resources",
    "dateutil.zoneinfo",
    "phonenumbers.carrier",
    "phonenumbers.geocoder",
]

# Folder of the plugins: which of them. On Windows they are called q….dll instead of libq….so.
QT_PLUGINS = {
    "platforms": {"qxcb", "qwayland-generic", "qoffscreen", "qwindows"},
    "wayland-shell-integration": {"xdg-shell"},
    "wayland-decoration-client": {"bradient"},
    "platforminputcontexts": {
        "composeplatforminputcontextplugin",
        "ibusplatforminputcontextplugin",
    },
    "platformthemes": {"qxdgdesktopportal"},
    "styles": {"qmodernwindowsstyle"},
    "imageformats": {"qico"},
    "printsupport": {"cupsprintersupport"},  # Linux; without CUPS only PDFs are made
}

# Drawing without a graphics card, for windows of OpenGL. There are none.
NEVER = re.compile(r"(opengl32sw|d3dcompiler_47|libEGL|libGLESv2)\.dll$", re.IGNORECASE)


def files() -> Files:
    """Resources, migrations and fonts. Raises FileNotFoundError where one of them is missing."""
    found = [(str(path), MIGRATIONS) for path in (ROOT / MIGRATIONS).glob("[0-9]*.py")]
    resources = ROOT / "resources"
    for path in resources.rglob("*"):
        if path.is_file() and path.suffix != ".pot":
            found.append((str(path), path.parent.relative_to(ROOT).as_posix()))
    for package, names in FONTS.items():
        for name in names:
            folder = PurePosixPath(package, name).parent
            found.append((str(_package(package) / name), str(folder)))
    for source, _ in found:
        if not Path(source).is_file():
            raise FileNotFoundError(source)
    return sorted(found)


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or spec.origin is None:
        raise FileNotFoundError(name)
    return Path(spec.origin).parent


def wanted(entries: Iterable[Entry]) -> list[Entry]:
    """Without the parts of Qt that nothing here uses."""
    kept = [entry for entry in entries if _is_wanted(entry[0].replace("\\", "/"))]
    libraries = {_name(entry): entry for entry in kept if _is_of_qt(entry)}
    needed = _needed([entry for entry in kept if not _is_of_qt(entry)], libraries)
    return [entry for entry in kept if not _is_of_qt(entry) or _name(entry) in needed]


def _is_wanted(place: str) -> bool:
    if NEVER.search(place):
        return False
    if plugin := re.search(r"PySide6/(?:Qt/)?plugins/([^/]+)/(?:lib)?([^/]+)\.(?:so|dll)$", place):
        return plugin[2] in QT_PLUGINS.get(plugin[1], ())
    if place.endswith(".qm"):
        return "/qtbase_" in place  # the buttons of Qt's own dialogs
    if ".dist-info/" in place:
        return place.endswith("/METADATA")  # the rest tells of the machine it was installed on
    return True


def _needed(entries: list[Entry], libraries: dict[str, Entry]) -> set[str]:
    """Of Qt's libraries those that the modules and plugins want, and those that these want."""
    found: set[str] = set()
    looked_at = [source for _, source, kind in entries if kind in ("BINARY", "EXTENSION")]
    while looked_at:
        for library, _ in get_imports(looked_at.pop()):
            name = library.lower()
            if name in libraries and name not in found:
                found.add(name)
                looked_at.append(libraries[name][1])
    return found


def _is_of_qt(entry: Entry) -> bool:
    return re.match(r"(lib)?qt6\w+\.(so|dll)", _name(entry)) is not None


def _name(entry: Entry) -> str:
    return PurePosixPath(entry[0].replace("\\", "/")).name.lower()


def listing(entries: Iterable[Entry]) -> str:
    """The place of each part, a line each."""
    return "".join(sorted(place.replace("\\", "/") + "\n" for place, *_ in entries))
