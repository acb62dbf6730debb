"""The list: one row chosen, everything possible by keyboard."""

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QMenu, QTableView, QWidget

from followup_desktop.ui.customers.list_model import CustomersModel, Entry, Rows
from followup_desktop.ui.customers.row_delegate import CustomerDelegate, row_height
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.row_list import ShowsRing
from followup_desktop.words import _

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CustomerList(ShowsRing, QTableView):
    """A table of one painted column: its rows are all as high, so none is measured.

    Enter opens the card; letters go to the filter, as in the search box.
    """

    open_requested = Signal(int)
    visit_requested = Signal(int)
    call_requested = Signal(int)
    typed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("customer_list")
        self.setAccessibleName(_("Customers"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.viewport().setAutoFillBackground(False)
        self.setModel(CustomersModel(self))
        self.setItemDelegate(CustomerDelegate(self))
        self._settle_rows()
        theme.changed.connect(self._settle_rows)
        self.doubleClicked.connect(lambda index: self._ask(self.open_requested))

    def lines(self) -> CustomersModel:
        model = self.model()
        assert isinstance(model, CustomersModel)
        return model

    def entry(self) -> Entry | None:
        """The selected customer."""
        return self.lines().entry(self.currentIndex().row())

    def rows_in_sight(self) -> int:
        """At most, the two that are cut at the edges among them."""
        return self.viewport().height() // row_height() + 2

    def show_rows(self, rows: Rows, *, from_top: bool) -> None:
        """Show these; `from_top` where something else is looked for than before."""
        kept, row = self.entry(), self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        self.lines().show(rows)
        self.updateGeometries()
        if from_top or row < 0:
            self.choose(0)
            self.scrollToTop()
            return
        again = self.lines().place_near(kept.line.id, row) if kept else -1
        self.verticalScrollBar().setValue(scrolled)
        self.choose(again if again >= 0 else min(row, rows.total - 1))

    def choose(self, row: int) -> None:
        self.setCurrentIndex(self.lines().index(row) if row >= 0 else QModelIndex())

    def _settle_rows(self) -> None:
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(row_height())

    def _ask(self, signal: object) -> None:
        if found := self.entry():
            signal.emit(found.line.id)  # type: ignore[attr-defined]

    def context_menu(self) -> QMenu:
        """What can be done with the selected customer."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for words, signal in (
            (_("Open card"), self.open_requested),
            (_("Record a visit"), self.visit_requested),
            (_("Start a call"), self.call_requested),
        ):
            menu.addAction(words).triggered.connect(lambda _=False, asked=signal: self._ask(asked))
        return menu

    # Qt's own

    def keyboardSearch(self, search: str) -> None:
        """Letters are typed into the filter; going through the rows would read them all."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self.show_ring()
        last = self.lines().rowCount() - 1
        ends = {Qt.Key.Key_Home: min(0, last), Qt.Key.Key_End: last}
        plain = not event.modifiers() & ~Qt.KeyboardModifier.ShiftModifier
        if event.key() in _ENTER:
            self._ask(self.open_requested)
        elif event.key() in ends:
            self.choose(ends[Qt.Key(event.key())])
        elif plain and event.text().strip():
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if self.entry() is None:
            return
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        row = self.visualRect(self.currentIndex())
        place = event.globalPos() if by_mouse else self.viewport().mapToGlobal(row.center())
        self.context_menu().popup(place)
