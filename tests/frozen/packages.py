"""Other versions of a Debian package, made from the one that was built."""

import re
import subprocess
from collections.abc import Callable
from pathlib import Path

HOME = Path("usr/lib/followup-desktop/_internal")


def changed(package: Path, target: Path, change: Callable[[Path], None]) -> Path:
    """`change` is given the folder of all its files; nothing is packed tightly, to be quick."""
    tree = target.with_suffix("")
    subprocess.run(["dpkg-deb", "--raw-extract", package, tree], check=True)
    change(tree)
    command = ["dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, target]
    subprocess.run(command, check=True, capture_output=True)
    return target


def newer(package: Path, target: Path, *, version: str, migration: str, number: int) -> Path:
    """The next version, whose database has something more."""

    def change(tree: Path) -> None:
        control = tree / "DEBIAN/control"
        text = control.read_text(encoding="utf-8")
        control.write_text(re.sub(r"(?m)^Version: .*$", f"Version: {version}", text), "utf-8")
        place = f"followup_desktop/store/migrations/{number:04}_next.py"
        (tree / HOME / place).write_text(migration, encoding="utf-8")

    return changed(package, target, change)


def without(package: Path, target: Path, pattern: str) -> Path:
    """As a build that forgot the part would make it."""

    def change(tree: Path) -> None:
        forget(tree / HOME, pattern)

    return changed(package, target, change)


def forget(inside: Path, pattern: str) -> None:
    """Take a part away, and from the list of parts too."""
    (file,) = inside.glob(pattern)
    file.unlink()
    part = str(file.relative_to(inside))
    listing = inside / "parts.txt"
    parts = listing.read_text(encoding="utf-8").splitlines(keepends=True)
    listing.write_text("".join(line for line in parts if line.strip() != part), encoding="utf-8")
