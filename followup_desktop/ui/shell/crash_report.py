"""What is kept about a bug: where in the program it was, and nothing about anybody.

The message of an exception may quote what somebody typed, and the values of variables certainly
would: neither is written, only types, files, lines and functions.
"""

import platform
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from traceback import walk_tb
from types import TracebackType

from followup_desktop import __version__
from followup_desktop.domain.errors import WorldError

FOLDER = "reports"
_ROOT = Path(__file__).resolve().parents[3]
_KEPT = 20
"""Older reports go."""


def text_of(error: BaseException, at: datetime) -> str:
    lines = [
        f"Followup {__version__}, Python {platform.python_version()}, {platform.system()} "
        f"{platform.release()}",
        f"{at:%Y-%m-%d %H:%M:%S}",
        "",
        *_lines_of(error),
    ]
    return "\n".join(lines) + "\n"


def _lines_of(error: BaseException) -> Iterator[str]:
    cause = error.__cause__ or error.__context__
    if cause is not None:
        yield from _lines_of(cause)
        yield ""
        yield "which led to"
        yield ""
    yield from _frames_of(error.__traceback__)
    yield _name_of(error)


def _frames_of(trace: TracebackType | None) -> Iterator[str]:
    for frame, line in walk_tb(trace):
        code = frame.f_code
        yield f"  {_short(Path(code.co_filename))}:{line} in {code.co_name}"


def _short(path: Path) -> str:
    """Without the folders before the program's own: they hold the name of the PC's user."""
    if path.is_relative_to(_ROOT):
        return path.relative_to(_ROOT).as_posix()
    return "/".join(path.parts[-2:])


def _name_of(error: BaseException) -> str:
    kind = type(error)
    name = f"{kind.__module__}.{kind.__qualname__}"
    # Codes only; see domain/errors.py.
    return f"{name}: {error.trouble.value}" if isinstance(error, WorldError) else name


def keep(error: BaseException, folder: Path, at: datetime) -> Path | None:
    """Write the report into the data folder; None where that isn't possible."""
    place = folder / FOLDER
    path = place / f"report-{at:%Y-%m-%d-%H%M%S}.txt"
    try:
        place.mkdir(mode=0o700, exist_ok=True)
        for old in sorted(place.glob("report-*.txt"))[: 1 - _KEPT]:
            old.unlink()
        path.write_text(text_of(error, at), encoding="utf-8")
        path.chmod(0o600)
    except OSError:
        return None
    return path
