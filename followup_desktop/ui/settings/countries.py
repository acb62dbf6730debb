"""The countries a shop can be in, by the names Qt has for them."""

from functools import cache

from PySide6.QtCore import QLocale

from followup_desktop.domain.names import fold

_NOT_ONE_COUNTRY = frozenset({"EU", "EZ", "QO", "UN", "XA", "XB"})


@cache
def countries() -> tuple[tuple[str, str], ...]:
    """Two letters and the name, by name."""
    found: dict[str, str] = {}
    for territory in QLocale.Country:
        code = QLocale.territoryToCode(territory)
        if _is_country(code):
            found[code] = QLocale.territoryToString(territory)
    return tuple(sorted(found.items(), key=lambda entry: fold(entry[1])))


def guess() -> str:
    """Where this PC seems to be; the United States where it doesn't say."""
    code = QLocale.territoryToCode(QLocale.system().territory())
    return code if _is_country(code) else "US"


def _is_country(code: str) -> bool:
    return len(code) == 2 and code.isalpha() and code not in _NOT_ONE_COUNTRY
