"""The customers' rows, asked for page by page as they come into sight.

The list knows how many there are and holds only what was looked at lately, so that a hundred
thousand cost no more than fifty.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from followup_desktop.domain.customer_list import CustomerLine
from followup_desktop.domain.names import initials
from followup_desktop.ui import tones
from followup_desktop.ui.kit.tokens import ToneName
from followup_desktop.words import codes, customers

DISPLAY = Qt.ItemDataRole.DisplayRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
ENTRY = Qt.ItemDataRole.UserRole
"""The `Entry` itself, for the delegate."""

STRETCH = 64
"""Rows that are asked for at once: two or three screens, in less than the time of a frame."""
KEPT = 24
"""Stretches that are held; the one that was made first goes first."""

Fetch = Callable[[int, int], tuple[CustomerLine, ...]]
"""(offset, limit) → rows."""


@dataclass(frozen=True, slots=True)
class Rows:
    """How many there are, the first of them, and where the others come from."""

    total: int
    today: date
    first: tuple[CustomerLine, ...]
    """As many as are in sight."""
    fetch: Fetch


@dataclass(frozen=True, slots=True)
class Entry:
    """A customer with everything their row says, worded once."""

    line: CustomerLine
    name: str
    initials: str
    tone: ToneName
    stage: str
    last_contact: str
    next_day: str
    next_kind: str
    next_tone: ToneName
    is_overdue: bool


def entry(line: CustomerLine, today: date) -> Entry:
    next_day, next_kind = customers.next_step(line, today)
    return Entry(
        line=line,
        name=customers.full_name(line.name, line.title),
        initials=initials(line.name),
        tone=tones.of_stage(line.stage),
        stage=codes.stage(line.stage),
        last_contact=customers.last_contact(line, today),
        next_day=next_day,
        next_kind=next_kind,
        next_tone=tones.of_kind(line.next_kind) if line.next_kind else ToneName.NEUTRAL,
        is_overdue=line.next_on is not None and line.next_on < today,
    )


class CustomersModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows = Rows(0, date.min, (), lambda offset, limit: ())
        self._stretches: dict[int, tuple[CustomerLine, ...]] = {}
        self._entries: dict[int, Entry] = {}

    def show(self, rows: Rows) -> None:
        """Begin anew; nothing more is asked for before it is looked at."""
        is_as_long = rows.total == self._rows.total
        # The view counts through all rows after a reset.
        if not is_as_long:
            self.beginResetModel()
        self._rows = rows
        self._stretches = {}
        self._entries = {}
        if not is_as_long:
            self.endResetModel()
        elif rows.total:
            self.dataChanged.emit(self.index(0), self.index(rows.total - 1))

    def settle(self, total: int) -> None:
        """It is known by now how many there are."""
        shown, settled = self._rows.total, replace(self._rows, total=total)
        if total > shown:
            self.beginInsertRows(QModelIndex(), shown, total - 1)
            self._rows = settled
            self.endInsertRows()
        elif total < shown:
            self.beginRemoveRows(QModelIndex(), total, shown - 1)
            self._rows = settled
            self.endRemoveRows()

    def entry(self, row: int) -> Entry | None:
        """None: it could not be read, or it went away meanwhile."""
        found = self._entries.get(row)
        if found is None:
            line = self._line(row)
            if line is None:
                return None
            found = self._entries[row] = entry(line, self._rows.today)
        return found

    def place_near(self, customer_id: int, row: int) -> int:
        """Where a customer stands that stood at `row` before, if it is still close by; else -1."""
        for candidate in range(max(0, row - STRETCH), min(self._rows.total, row + STRETCH)):
            found = self._line(candidate)
            if found is not None and found.id == customer_id:
                return candidate
        return -1

    def _line(self, row: int) -> CustomerLine | None:
        if not 0 <= row < self._rows.total:
            return None
        if row < len(self._rows.first):
            return self._rows.first[row]
        number, place = divmod(row, STRETCH)
        stretch = self._stretches.get(number)
        if stretch is None:
            stretch = self._read(number)
        return stretch[place] if place < len(stretch) else None

    def _read(self, number: int) -> tuple[CustomerLine, ...]:
        if len(self._stretches) >= KEPT:
            del self._stretches[next(iter(self._stretches))]
            self._entries.clear()
        stretch = self._rows.fetch(number * STRETCH, STRETCH)
        self._stretches[number] = stretch
        return stretch

    # Qt's own

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self._rows.total

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = DISPLAY) -> object:
        if role == ENTRY:
            return self.entry(index.row())
        if role in (DISPLAY, ACCESSIBLE):
            found = self.entry(index.row())
            return customers.spoken(found.line, self._rows.today) if found else ""
        return None
