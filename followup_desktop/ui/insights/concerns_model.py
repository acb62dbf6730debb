"""The scorecard as a table: a concern in each row, a month in each column, the year at the end."""

from dataclasses import dataclass
from datetime import date
from textwrap import fill

from PySide6.QtCore import (
    QAbstractTableModel,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from followup_desktop.domain.insights.concerns import Concern, Scorecard
from followup_desktop.domain.insights.share import Share
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.tokens import TextRole
from followup_desktop.words import _
from followup_desktop.words import concerns as words

FIELD = Qt.ItemDataRole.UserRole
_DISPLAY = Qt.ItemDataRole.DisplayRole
_NO_PARENT = QModelIndex()
_CONCERN = 0
_TIP = 64
"""Letters in a line of a tooltip: Qt breaks none by itself."""


@dataclass(frozen=True, slots=True)
class Field:
    concern: Concern
    when: str
    """The month, or the whole year."""
    share: Share
    is_head: bool = False
    """It names the concern."""

    def words(self) -> str:
        if self.is_head:
            return f"{words.title(self.concern)}, {words.counted(self.concern)}"
        return words.spoken(self.concern, self.when, self.share)


class ConcernsModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._card = Scorecard((), ())

    def show(self, card: Scorecard) -> None:
        """The same months change their numbers; others are another table."""
        if card.months == self._card.months:
            self._card = card
            self.dataChanged.emit(
                self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1)
            )
            return
        self.beginResetModel()
        self._card = card
        self.endResetModel()

    def months(self) -> int:
        return len(self._card.months)

    def field(self, row: int, column: int) -> Field | None:
        if not (0 <= row < len(self._card.lines) and 0 <= column < self.columnCount()):
            return None
        line = self._card.lines[row]
        if column in (_CONCERN, self.columnCount() - 1):
            return Field(line.concern, _("the year"), line.together, is_head=column == _CONCERN)
        month = self._card.months[column - 1]
        return Field(line.concern, month_and_year(month), line.shares[column - 1])

    # Qt's own

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._card.lines)

    def columnCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() or not self._card.months else len(self._card.months) + 2

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = _DISPLAY) -> object:
        field = self.field(index.row(), index.column())
        if field is None:
            return None
        if role == FIELD:
            return field
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return field.words()
        if role == Qt.ItemDataRole.ToolTipRole:
            return fill(f"{field.words()}.", _TIP) + "\n" + fill(words.more(field.concern), _TIP)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _DISPLAY:
            return self._heading(section)
        if role == Qt.ItemDataRole.FontRole:
            return theme.font(TextRole.SMALL)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignCenter
        return None

    def _heading(self, section: int) -> str:
        if section == _CONCERN:
            return ""
        if section == self.columnCount() - 1:
            return _("The year")
        return month_short(self._card.months[section - 1])


def month_short(month: date) -> str:
    """January says which year it begins."""
    name = QLocale().standaloneMonthName(month.month, QLocale.FormatType.ShortFormat)
    if month.month > 1:
        return name
    return _("{month} {year}").format(month=name, year=month.year)


def month_and_year(month: date) -> str:
    name = QLocale().standaloneMonthName(month.month, QLocale.FormatType.LongFormat)
    return _("{month} {year}").format(month=name, year=month.year)
