"""The files of the Debian package, as they will lie on the PC, from the frozen program."""

import gzip
import os
import re
import shutil
import textwrap
from collections.abc import Iterator
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import steps
from steps import ROOT, StepFailed

from followup_desktop import __version__

NAME = "followup-desktop"
ID = "org.example.followup"
# The project has none on the web yet. example.org, which nobody can ever own, stands in its place:
# here, in the ID above, and as the maintainer's in the file control. The pictures that a shop of
# programs shows are those of docs/pictures; AppStream takes them from the web alone.
ADDRESS = "https://example.org/followup"
HERE = Path(__file__).resolve().parent
HOME = Path("usr/lib", NAME)
"""Of the program, below the root."""


def make(frozen: Path, root: Path) -> Path:
    """Throw away what is there, and lay everything out in `root`."""
    steps.say("Laying out the package")
    shutil.rmtree(root, ignore_errors=True)
    shutil.copytree(frozen, root / HOME, symlinks=True)
    _place_link(root)
    _place_for_the_desktop(root)
    _place_documents(root)
    _strip(root)
    _write_control(root)
    _even_out(root)
    return root


def _place_link(root: Path) -> None:
    link = root / "usr/bin" / NAME
    link.parent.mkdir(parents=True)
    link.symlink_to(Path("..", "lib", NAME, NAME))


def _place_for_the_desktop(root: Path) -> None:
    _copy(HERE / f"{NAME}.desktop", root / "usr/share/applications")
    metainfo = (HERE / f"{ID}.metainfo.xml").read_text(encoding="utf-8")
    day = datetime.fromtimestamp(steps.moment(), UTC).date().isoformat()
    target = root / "usr/share/metainfo" / f"{ID}.metainfo.xml"
    for name, value in {"VERSION": __version__, "DAY": day, "ADDRESS": ADDRESS}.items():
        metainfo = metainfo.replace(f"@{name}@", value)
    _write(target, metainfo)
    for icon in (ROOT / "resources/icons").glob("followup-*.png"):
        side = icon.stem.split("-")[1]
        folder = root / f"usr/share/icons/hicolor/{side}x{side}/apps"
        _copy(icon, folder, f"{NAME}.png")


def _place_documents(root: Path) -> None:
    documents = root / "usr/share/doc" / NAME
    _copy(HERE / "copyright", documents)
    _zip(documents / "changelog.gz", changelog())
    manual = (HERE / f"{NAME}.1").read_text(encoding="utf-8")
    _zip(root / "usr/share/man/man1" / f"{NAME}.1.gz", manual.replace("@VERSION@", __version__))
    _copy(HERE / "lintian-overrides", root / "usr/share/lintian/overrides", NAME)


def changelog() -> str:
    """CHANGELOG.md's newest part, as Debian writes it."""
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    part = re.search(rf"^## {re.escape(__version__)}\b[^\n]*\n(.*?)(?=^## |\Z)", text, re.M | re.S)
    if part is None:
        raise StepFailed(f"CHANGELOG.md says nothing of version {__version__}.")
    items = [" ".join(item.split()) for item in re.split(r"^- ", part[1], flags=re.M)[1:]]
    when = format_datetime(datetime.fromtimestamp(steps.moment(), UTC))
    head = f"{NAME} ({__version__}) stable; urgency=medium"
    body = "\n".join(
        textwrap.fill(item, 78, initial_indent="  * ", subsequent_indent="    ") for item in items
    )
    return f"{head}\n\n{body}\n\n -- {maintainer()}  {when}\n"


def maintainer() -> str:
    found = re.search(r"^Maintainer: (.*)$", (HERE / "control").read_text(encoding="utf-8"), re.M)
    assert found is not None
    return found[1]


def _strip(root: Path) -> None:
    """The wheels' libraries bring what debuggers read: 15 MB and more."""
    away = ("--strip-unneeded", "--remove-section=.comment", "--remove-section=.note")
    steps.run("Stripping libraries", "strip", *away, *sorted(_libraries(root)))


def _libraries(root: Path) -> Iterator[Path]:
    return (
        path
        for path in (root / HOME).rglob("*")
        if ".so" in path.suffixes and path.is_file() and not path.is_symlink()
    )


def _write_control(root: Path) -> None:
    size = sum(path.lstat().st_size for path in root.rglob("*") if not path.is_dir())
    control = (HERE / "control").read_text(encoding="utf-8")
    for name, value in {
        "VERSION": __version__,
        "SIZE": str(size // 1024),
        "DEPENDS": depends(root),
    }.items():
        control = control.replace(f"@{name}@", value)
    _write(root / "DEBIAN/control", control)
    sums = steps.run("", "sh", "-c", "find usr -type f | LC_ALL=C sort | xargs md5sum", cwd=root)
    _write(root / "DEBIAN/md5sums", sums)


def depends(root: Path) -> str:
    """The Debian packages that the libraries of the program need, as Debian itself reckons them."""
    (root / "DEBIAN").mkdir()  # by it dpkg-shlibdeps knows a package's own libraries
    scratch = root.parent / "shlibdeps"
    _write(scratch / "debian/control", f"Source: {NAME}\n\nPackage: {NAME}\nArchitecture: amd64\n")
    said = steps.run(
        "Which Debian packages it needs",
        *("dpkg-shlibdeps", "-O", "--ignore-missing-info", f"-S{root}"),
        f"-l{root / HOME / '_internal/PySide6/Qt/lib'}",
        *(root / HOME / NAME, *sorted(_libraries(root))),
        cwd=scratch,
    )
    found = re.search(r"^shlibs:Depends=(.+)$", said, re.M)
    if found is None:
        raise StepFailed("dpkg-shlibdeps found nothing that the program needs.")
    return found[1]


def _even_out(root: Path) -> None:
    """The same rights and times for everything, whoever builds it and when."""
    at = steps.moment()
    for path in [root, *root.rglob("*")]:
        if not path.is_symlink():
            is_program = path.is_dir() or path == root / HOME / NAME
            path.chmod(0o755 if is_program else 0o644)
        os.utime(path, (at, at), follow_symlinks=False)


def _copy(source: Path, folder: Path, name: str = "") -> None:
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, folder / (name or source.name))


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")


def _zip(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
