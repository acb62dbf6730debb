"""The lines of a list, worded and ready to paint, and the model that holds them."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from followup_desktop.ui.kit.tokens import ToneName

LINE = Qt.ItemDataRole.UserRole
_DISPLAY = Qt.ItemDataRole.DisplayRole
_ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
_CHECK = Qt.ItemDataRole.CheckStateRole
_NO_PARENT = QModelIndex()


class LineKind(Enum):
    HEADING = auto()
    """A small title; nothing to choose."""
    NOTE = auto()
    """Something to know, such as a closing day; nothing to choose."""
    ENTRY = auto()


@dataclass(frozen=True, slots=True)
class Line:
    kind: LineKind
    title: str = ""
    detail: str = ""
    second: str = ""
    """Under the title, where the list has two lines for each entry."""
    lead: str = ""
    """The day, at the beginning; only on the first line of a day."""
    when: str = ""
    badge: str = ""
    tone: ToneName = ToneName.NEUTRAL
    key: object = None
    """What it stands for: for the controller."""
    ticked: bool | None = None
    """None: there is nothing to tick."""
    said: str = ""
    """What a screen reader says instead of `lead`, on every line of a day."""

    def words(self) -> str:
        parts = (
            self.said or self.lead,
            self.when,
            self.badge,
            self.title,
            self.detail,
            self.second,
        )
        return ", ".join(part for part in parts if part)


class LinesModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: list[Line] = []

    def show(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self._lines = list(lines)
        self.endResetModel()

    def lines(self) -> Sequence[Line]:
        return self._lines

    def line(self, place: int) -> Line | None:
        return self._lines[place] if 0 <= place < len(self._lines) else None

    def place_of(self, key: object) -> int:
        """-1 when it is gone."""
        places = (place for place, line in enumerate(self._lines) if line.key == key)
        return next(places, -1) if key is not None else -1

    def entry_near(self, place: int) -> int:
        """The entry at a place, or the next one after it, or before it; -1 when there is none."""
        entries = [i for i, line in enumerate(self._lines) if line.kind is LineKind.ENTRY]
        return next((i for i in entries if i >= place), entries[-1] if entries else -1)

    def tick(self, place: int, on: bool) -> None:
        self._lines[place] = replace(self._lines[place], ticked=on)
        index = self.index(place)
        self.dataChanged.emit(index, index)

    # Qt's own

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> object:
        line = self._lines[index.row()]
        if role == LINE:
            return line
        if role in (_DISPLAY, _ACCESSIBLE):
            return line.words()
        if role == _CHECK and line.ticked is not None:
            return Qt.CheckState.Checked if line.ticked else Qt.CheckState.Unchecked
        return None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        line = self.line(index.row())
        if line is None or line.kind is not LineKind.ENTRY:
            return Qt.ItemFlag.ItemNeverHasChildren
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemNeverHasChildren
        )
