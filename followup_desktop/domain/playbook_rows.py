"""What differs between two playbooks, row by row, the whole of the new one in its order (M-76)."""

from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum


class Mark(StrEnum):
    SAME = "same"
    NEW = "new"
    CHANGED = "changed"
    GONE = "gone"
    """It isn't in the new one any more."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of a playbook, as it is told to a clerk."""

    section: str
    key: str
    """What makes it the same thing in both: a purpose, a detour, a line's words."""
    said: str
    beside: tuple[str, ...] = ()
    """What belongs to it: its cue, its other wordings, when it is said."""


@dataclass(frozen=True, slots=True)
class Compared:
    mark: Mark
    row: Row
    """As it is now; GONE: as it was."""
    was: Row | None = None
    """CHANGED: as it was."""


def compare(was: Sequence[Row], now: Sequence[Row]) -> tuple[Compared, ...]:
    """All rows of `now`, and those that only `was` has where they stood."""
    names_was, names_now = [_name(row) for row in was], [_name(row) for row in now]
    known = dict(zip(names_was, was, strict=True))
    matcher = SequenceMatcher(a=names_was, b=names_now, autojunk=False)
    found: list[Compared] = []
    for _code, i1, i2, j1, j2 in matcher.get_opcodes():
        left = [row for row in was[i1:i2] if _name(row) not in names_now]
        for row in now[j1:j2]:
            before = known.get(_name(row)) or _take(left, row.section)
            found.append(_compared(before, row))
        found += [Compared(Mark.GONE, row) for row in left]
    return tuple(found)


def _name(row: Row) -> tuple[str, str]:
    return row.section, row.key


def _take(left: list[Row], section: str) -> Row | None:
    """What stood at that place in the same section is taken for its old wording."""
    at = next((place for place, row in enumerate(left) if row.section == section), None)
    return None if at is None else left.pop(at)


def _compared(before: Row | None, row: Row) -> Compared:
    if before is None:
        return Compared(Mark.NEW, row)
    if (before.said, before.beside) == (row.said, row.beside):
        return Compared(Mark.SAME, row)
    return Compared(Mark.CHANGED, row, before)
