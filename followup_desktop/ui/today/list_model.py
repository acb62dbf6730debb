"""The day's list as rows with group headings between them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from followup_desktop.domain.names import initials
from followup_desktop.domain.today import Group, TodayRow
from followup_desktop.ui import tones
from followup_desktop.ui.kit.tokens import ToneName
from followup_desktop.words import _, codes
from followup_desktop.words.why import RowWords

DISPLAY = Qt.ItemDataRole.DisplayRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
ENTRY = Qt.ItemDataRole.UserRole
"""The `Entry` itself, for the delegate."""


@dataclass(frozen=True, slots=True)
class Heading:
    group: Group


@dataclass(frozen=True, slots=True)
class Entry:
    """A follow-up with everything its row says, worded once."""

    row: TodayRow
    words: RowWords
    initials: str
    tone: ToneName


def entry(row: TodayRow, words: RowWords) -> Entry:
    return Entry(row, words, initials(row.due.name), tones.of_kind(row.due.kind))


class TodayModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Heading | Entry] = []

    def show(self, entries: Sequence[Entry]) -> None:
        self.beginResetModel()
        self._lines = []
        group: Group | None = None
        for line in entries:
            if line.row.group is not group:
                group = line.row.group
                self._lines.append(Heading(group))
            self._lines.append(line)
        self.endResetModel()

    def place_of(self, follow_up_id: int | None) -> QModelIndex:
        """Where a follow-up stands; invalid when it is gone."""
        for place, line in enumerate(self._lines):
            if isinstance(line, Entry) and line.row.due.id == follow_up_id:
                return self.index(place)
        return QModelIndex()

    def entry_near(self, place: int) -> QModelIndex:
        """The first follow-up at `place` or after it, else the last one before."""
        after = range(max(place, 0), len(self._lines))
        before = range(min(place, len(self._lines)) - 1, -1, -1)
        for candidate in (*after, *before):
            if isinstance(self._lines[candidate], Entry):
                return self.index(candidate)
        return QModelIndex()

    # Qt's own

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if isinstance(self._lines[index.row()], Heading):
            return Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = DISPLAY) -> object:
        line = self._lines[index.row()]
        if role == ENTRY:
            return line
        if role in (DISPLAY, ACCESSIBLE):
            return _spoken(line)
        return None


def _spoken(line: Heading | Entry) -> str:
    if isinstance(line, Heading):
        return codes.group(line.group)
    said = line.words
    what = ", ".join(part for part in (said.name, said.badge, said.below) if part)
    return _("{what}: {why}").format(what=what, why=said.why)
