"""The names of days and months that a typed date may hold. No Qt."""

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class DateWords:
    """Names of one language, each as many ways as people write them."""

    months: tuple[tuple[str, ...], ...]
    weekdays: tuple[tuple[str, ...], ...]
    """Monday first."""
    today: tuple[str, ...] = ()
    tomorrow: tuple[str, ...] = ()
    yesterday: tuple[str, ...] = ()
    day_first: bool = True
    """28/11 rather than 11/28."""

    def with_english(self) -> "DateWords":
        def both(
            mine: tuple[tuple[str, ...], ...], theirs: tuple[tuple[str, ...], ...]
        ) -> tuple[tuple[str, ...], ...]:
            return tuple((*a, *b) for a, b in zip(mine, theirs, strict=True))

        return DateWords(
            months=both(self.months, ENGLISH.months),
            weekdays=both(self.weekdays, ENGLISH.weekdays),
            today=(*self.today, *ENGLISH.today),
            tomorrow=(*self.tomorrow, *ENGLISH.tomorrow),
            yesterday=(*self.yesterday, *ENGLISH.yesterday),
            day_first=self.day_first,
        )


ENGLISH = DateWords(
    months=(
        ("january",),
        ("february",),
        ("march",),
        ("april",),
        ("may",),
        ("june",),
        ("july",),
        ("august",),
        ("september",),
        ("october",),
        ("november",),
        ("december",),
    ),
    weekdays=(
        ("monday",),
        ("tuesday",),
        ("wednesday",),
        ("thursday",),
        ("friday",),
        ("saturday",),
        ("sunday",),
    ),
    today=("today", "tod"),
    tomorrow=("tomorrow", "tom", "tmr", "tmrw"),
    yesterday=("yesterday",),
)


def fold(text: str) -> str:
    """Lower case, without accents."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))
