"""What holds for every test: no screen, no home folder, the same examples every time."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

# Before anything imports Qt. tests/desktop alone runs on a real X server; the Makefile says so.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
# Dates and numbers come out alike in every country.
os.environ["LC_ALL"] = "C.UTF-8"

collect_ignore = [] if os.environ["QT_QPA_PLATFORM"] == "xcb" else ["desktop"]
# And tests/frozen, on packages that are named.
if "FOLLOWUP_INSTALLERS" not in os.environ:
    collect_ignore.append("frozen")

# The same examples in every run, so that a failure can be repeated. For a longer hunt with new
# ones: HYPOTHESIS_PROFILE=hunt.
settings.register_profile("house", derandomize=True, deadline=None, database=None)
settings.register_profile("hunt", max_examples=5000, deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "house"))

HOME_VARIABLES = ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA")
XDG_VARIABLES = ("DATA", "CONFIG", "STATE", "CACHE")


@pytest.fixture(autouse=True)
def no_home(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> Iterator[None]:
    """The home folder is an empty one, and has to stay so: a program that is given a data folder
    leaves nothing anywhere else. Caches (of fonts, by Qt) may come and go."""
    home = tmp_path_factory.mktemp("home")
    for name in HOME_VARIABLES:
        monkeypatch.setenv(name, str(home))
    for name in XDG_VARIABLES:
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / name.lower()))
    yield
    cache = home / "cache"
    left = [path for path in home.rglob("*") if path.is_file() and cache not in path.parents]
    assert not left, f"the test wrote into the home folder: {left}"


@pytest.fixture
def data_dir(tmp_path: Path) -> Path:
    """A data folder for one test, not made yet: as on the first start."""
    return tmp_path / "data"
