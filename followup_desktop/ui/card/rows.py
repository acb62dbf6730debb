"""What stands on the side cards: rows to read, each of which can be opened."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from followup_desktop.ui.kit.tokens import ToneName
from followup_desktop.words import _

DISPLAY = Qt.ItemDataRole.DisplayRole
ACCESSIBLE = Qt.ItemDataRole.AccessibleTextRole
_NO_PARENT = QModelIndex()


@dataclass(frozen=True, slots=True)
class Row:
    """`key` says what a click on it is about.

    With a `label` it stands in two columns; with a `badge` first and bold text beside it.
    """

    key: tuple[str, int]
    text: str
    label: str = ""
    detail: str = ""
    """A small muted line below."""
    badge: str = ""
    tone: ToneName = ToneName.NEUTRAL
    is_missing: bool = False
    """Something worth asking: written as an action, not as a fact."""
    is_link: bool = False
    """Goes to another card."""
    is_small: bool = False
    is_avoided: bool = False
    """Not to be used: a wrong number, something never to propose again."""

    def spoken(self) -> str:
        said = _("{label}: {text}").format(label=self.label, text=self.text)
        parts = [self.badge, said if self.label else self.text, self.detail]
        return ", ".join(part for part in parts if part)


class RowsModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    def show(self, rows: Sequence[Row]) -> bool:
        """False: they are the same as before."""
        if tuple(rows) == self._rows:
            return False
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()
        return True

    def rows(self) -> tuple[Row, ...]:
        return self._rows

    def row(self, place: int) -> Row:
        return self._rows[place]

    # Qt's own

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = DISPLAY) -> object:
        if role in (DISPLAY, ACCESSIBLE):
            return self._rows[index.row()].spoken()
        return None
