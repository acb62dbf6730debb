"""Where things lie: the shop's data, and the pictures and playbooks that come with the program."""

import sys
from pathlib import Path

APP = "Followup"


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
    frozen = getattr(sys, "_MEIPASS", None)
    places = [package / "resources", package.parent / "resources"]
    if frozen is not None:
        places.insert(0, Path(frozen) / "resources")
    for place in places:
        if place.is_dir():
            return place
    raise FileNotFoundError("resources")
