"""Where the files of an installed package lie, found without importing the package."""

import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path


@cache
def folder(package: str) -> Path:
    """The folder of `package`; importing qtawesome or a font package costs far more than finding
    it.

    Raises FileNotFoundError where the package isn't installed.
    """
    frozen = getattr(sys, "_MEIPASS", None)
    if frozen is not None and (Path(frozen) / package).is_dir():
        return Path(frozen) / package
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise FileNotFoundError(package)
    return Path(next(iter(spec.submodule_search_locations)))
