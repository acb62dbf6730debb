"""Where things lie: the shop's data, and the pictures and playbooks that come with the program."""

import sys
from pathlib import Path

APP = "Followup"
PARTS = "parts.txt"


def data_dir(override: Path | None = None) -> Path:
    """The folder of the shop's data, absolute; it need not be there yet.

    Without `--data-dir` it is the place the system means for it: never a roaming profile, which
    would copy an open database about.
    """
    if override is not None:
        return Path(override).expanduser().absolute()
    import appdirs  # here alone, and late: most commands are told their folder

    return Path(appdirs.user_data_dir(APP, appauthor=False, roaming=False))


def sample_dir(data_dir: Path) -> Path:
    """Where "look around with sample data" plays: a database of its own, left by one click."""
    return data_dir / "sample"


def resources() -> Path:
    """The folder `resources/`, in a frozen program, a wheel or the source tree."""
    package = Path(__file__).resolve().parent
    frozen = installed()
    places = [package / "resources", package.parent / "resources"]
    if frozen is not None:
        places.insert(0, frozen / "resources")
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError("resources")


def installed() -> Path | None:
    """The folder that an installer put the program's parts into."""
    folder = getattr(sys, "_MEIPASS", None)
    return None if folder is None else Path(folder)


def missing_parts() -> tuple[str, ...]:
    """What an installed program has lost: half an upgrade, or a virus scanner that took offence.

    build.spec lists its parts in a file beside them. A program that isn't installed lacks nothing.
    """
    folder = installed()
    if folder is None:
        return ()
    try:
        listed = (folder / PARTS).read_text(encoding="utf-8").splitlines()
    except OSError:
        return (PARTS,)
    return tuple(part for part in listed if not (folder / part).exists())
