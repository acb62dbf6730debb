"""The scorecard's table: as many months as there is room for, every field by keyboard."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from followup_desktop.domain.insights.concerns import Concern, Scorecard
from followup_desktop.ui.insights.concerns_model import ConcernsModel, Field
from followup_desktop.ui.insights.concerns_painter import ConcernsDelegate, row_height
from followup_desktop.ui.kit import metrics, theme
from followup_desktop.ui.kit.row_list import ShowsRing
from followup_desktop.ui.kit.tokens import Space, TextRole
from followup_desktop.words import _

_CHARS = (42, 9, 11)
"""At least: the concern, a month, the year."""
_FEWEST_MONTHS = 3


class ConcernsTable(ShowsRing, QTableView):
    chosen = Signal(object)
    """Field, or None."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("concerns_table")
        self.setAccessibleName(_("Ten concerns, month by month"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across = self.horizontalHeader()
        across.setMinimumSectionSize(1)
        across.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        across.setHighlightSections(False)
        across.setSectionsClickable(False)
        self.viewport().setAutoFillBackground(False)
        self._model = ConcernsModel(self)
        self.setModel(self._model)
        self.setItemDelegate(ConcernsDelegate(self))
        theme.changed.connect(self._settle)

    def fields(self) -> ConcernsModel:
        return self._model

    def field(self) -> Field | None:
        """The one that the keyboard is on."""
        return self._model.field(self.currentIndex().row(), self.currentIndex().column())

    def show_card(self, card: Scorecard) -> None:
        """The keyboard stays on its field; at first it is on the month that is under way."""
        row, column = self.currentIndex().row(), self.currentIndex().column()
        self._model.show(card)
        self._settle()
        if not self.currentIndex().isValid() and card.months:
            place = (row, column) if row >= 0 else (0, len(card.months))
            self.setCurrentIndex(self._model.index(*place))
        self.chosen.emit(self.field())

    def months_in_sight(self) -> int:
        months = range(1, self._model.months() + 1)
        return sum(not self.isColumnHidden(column) for column in months)

    def _settle(self) -> None:
        """The oldest months give way where the text is large or the window small."""
        months, width = self._model.months(), self.viewport().width()
        if not months:
            return
        head, month, year = (metrics.chars(chars, TextRole.SMALL) for chars in _CHARS)
        shown = min(months, max(_FEWEST_MONTHS, (width - head - year) // month))
        for place in range(months):
            self.setColumnHidden(place + 1, place < months - shown)
        month = max(month, (width - head) // (shown + 1))
        year = max(year, month)
        for place in range(months):
            self.setColumnWidth(place + 1, month)
        self.setColumnWidth(months + 1, year)
        self.setColumnWidth(0, max(1, width - year - shown * month))
        across = theme.metrics(TextRole.SMALL).height() + Space.MEDIUM
        self.horizontalHeader().setFixedHeight(across)
        rows = len(Concern)
        tall = max(row_height(), self.viewport().height() // rows)
        self.verticalHeader().setDefaultSectionSize(tall)

    # Qt's own

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.chosen.emit(self.field())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()
