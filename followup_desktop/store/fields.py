"""How values that SQLite has no type for are kept as text that any program can read."""

from datetime import UTC, datetime
from enum import StrEnum
from typing import Any, Generic, TypeVar

from peewee import TextField

E = TypeVar("E", bound=StrEnum)


class CodeField(TextField, Generic[E]):
    """A code of one of the closed lists in `domain/kinds.py`, kept as its value."""

    def __init__(self, codes: type[E], **kwargs: Any) -> None:
        self.codes = codes
        super().__init__(**kwargs)

    def db_value(self, value: Any) -> str | None:
        return None if value is None else self.codes(value).value

    def python_value(self, value: Any) -> E | None:
        return None if value is None else self.codes(value)


class MomentField(TextField):
    """A moment that happened: an aware UTC datetime, kept as `2026-11-21T10:42:07.120Z` so that
    text order is time order."""

    def db_value(self, value: datetime | None) -> str | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a moment needs its time zone")
        return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"

    def python_value(self, value: str | None) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)
