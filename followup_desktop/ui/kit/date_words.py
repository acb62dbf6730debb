"""The names of days and months in this PC's language, for reading what people type."""

from functools import cache

from PySide6.QtCore import QLocale

from followup_desktop.ui.kit.date_names import DateWords
from followup_desktop.words import _


def date_words() -> DateWords:
    """English and the language of the PC; read once for each language."""
    return _of(QLocale().name(), _("today"), _("tomorrow"), _("yesterday"))


@cache
def _of(locale_name: str, today: str, tomorrow: str, yesterday: str) -> DateWords:
    locale = QLocale()
    long, short = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
    months = tuple(
        _ways(
            locale.monthName(month, long),
            locale.monthName(month, short),
            locale.standaloneMonthName(month, long),
            locale.standaloneMonthName(month, short),
        )
        for month in range(1, 13)
    )
    weekdays = tuple(
        _ways(
            locale.dayName(day, long),
            locale.dayName(day, short),
            locale.standaloneDayName(day, long),
            locale.standaloneDayName(day, short),
        )
        for day in range(1, 8)
    )
    pattern = locale.dateFormat(short)
    return DateWords(
        months=months,
        weekdays=weekdays,
        today=(today,),
        tomorrow=(tomorrow,),
        yesterday=(yesterday,),
        day_first=pattern.find("d") < pattern.find("M"),
    ).with_english()


def _ways(*names: str) -> tuple[str, ...]:
    """Without the dot that some languages put after a short name, and without doubles."""
    return tuple(dict.fromkeys(name.rstrip(".") for name in names if name))
