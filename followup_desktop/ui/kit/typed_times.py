"""Times as people type them: "11", "1530", "3pm". No Qt, no clock."""

import re
from datetime import time

from followup_desktop.ui.kit.date_names import fold

_TIME = re.compile(r"(\d{1,2})(?:\s*[:.h]\s*(\d{2})?)?\s*(a|p)?\.?\s*(?:m\b)?\.?\s*(?:uhr|h)?")
_BARE_TIME = re.compile(r"(\d{1,2})(\d{2})\s*(a|p)?\.?\s*(?:m\b)?\.?")
_NOON = frozenset({"noon", "midday"})
_SMALL_HOURS = 7
"""No shop promises a call at 3 in the morning: a bare "3" is the afternoon. "03:00" stays."""


def parse_time(text: str) -> time | None:
    """The time of day that `text` means."""
    typed = fold(text[:32]).strip()
    if typed in _NOON:
        return time(12)
    match = _TIME.fullmatch(typed) or _BARE_TIME.fullmatch(typed)
    if match is None:
        return None
    hour, minute, half = int(match[1]), int(match[2] or 0), match[3]
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "p" else 0)
    elif 0 < hour < _SMALL_HOURS and not match[1].startswith("0"):
        hour += 12
    return time(hour, minute) if hour <= 23 and minute <= 59 else None
