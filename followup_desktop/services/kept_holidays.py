"""Public holidays, kept beside the data once they were worked out: that takes a tenth of a second
or two, and today's list would wait for it at every start."""

import json
from contextlib import suppress
from datetime import date
from functools import cache, partial
from pathlib import Path
from typing import Any

from followup_desktop import __version__
from followup_desktop.domain.public_holidays import public_holidays
from followup_desktop.domain.shop_time import Holidays

FILE_NAME = "holidays.json"
"""Can be thrown away at any time. Another version of the program makes its own."""

_place: Path | None = None


def keep_in(folder: Path) -> None:
    global _place
    _place = folder / FILE_NAME
    _of_year.cache_clear()


def holidays_in(country: str) -> Holidays:
    """As `public_holidays`."""
    return partial(_of_year, country)


@cache
def _of_year(country: str, year: int) -> frozenset[date]:
    kept, name = _read(), f"{country} {year}"
    with suppress(KeyError, TypeError, ValueError):
        return frozenset(map(date.fromisoformat, kept[name]))
    days = frozenset(public_holidays(country)(year))
    _write({**kept, name: sorted(map(str, days)), "made_by": __version__})
    return days


def _read() -> dict[str, Any]:
    """What can't be read is worked out anew."""
    with suppress(OSError, ValueError):
        kept = json.loads(_place.read_text("utf-8")) if _place is not None else {}
        if isinstance(kept, dict) and kept.get("made_by") == __version__:
            return kept
    return {}


def _write(kept: dict[str, Any]) -> None:
    """What can't be written is worked out again the next time."""
    if _place is not None:
        with suppress(OSError):
            _place.write_text(json.dumps(kept, indent=1), "utf-8")
