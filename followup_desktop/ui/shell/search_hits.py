"""The drop-down under the search box."""

from PySide6.QtCore import QModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QListView, QVBoxLayout, QWidget

from followup_desktop.domain.customer_list import CustomerHit
from followup_desktop.ui.kit import metrics, painting, theme
from followup_desktop.ui.kit.labels import Small
from followup_desktop.ui.kit.tokens import Radius, Space
from followup_desktop.ui.shell.search_rows import HitDelegate, HitModel, NewCustomer
from followup_desktop.words import _

_EDGE = Space.HAIR + 1


class HitPanel(QFrame):
    """Floats over the page, under the search box. The focus stays in the box."""

    hit_chosen = Signal(object)
    """CustomerHit or NewCustomer."""
    call_chosen = Signal(object)
    """CustomerHit."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._host = parent
        self.setObjectName("search_panel")
        self._list = QListView(self)
        self._hits = HitModel(self)
        self._build_ui()
        self._list.entered.connect(self._list.setCurrentIndex)
        self._list.clicked.connect(self._on_list_clicked)
        self.hide()

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_EDGE, _EDGE, _EDGE, _EDGE)
        layout.setSpacing(0)
        layout.addWidget(self._list)
        view = self._list
        view.setObjectName("search_hits")
        view.setAccessibleName(_("Customers found"))
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setFrameShape(QFrame.Shape.NoFrame)
        view.setMouseTracking(True)
        view.setUniformItemSizes(True)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setModel(self._hits)
        self._delegate = HitDelegate(view)
        view.setItemDelegate(self._delegate)
        self._keys = Small(_("Enter opens the card, Ctrl+Enter starts a call"), self)
        self._keys.setContentsMargins(Space.MEDIUM, Space.HAIR, Space.MEDIUM, Space.SMALL)
        layout.addWidget(self._keys)

    def show_hits(self, hits: tuple[CustomerHit, ...], new: NewCustomer) -> None:
        """Those found, and a last row for somebody new of that name or number."""
        self._hits.show((*hits, new))
        self._keys.setVisible(bool(hits))
        self._choose_row(0)

    def step(self, by: int) -> None:
        """One row on or back; from the last to the first."""
        self._choose_row(self._list.currentIndex().row() + by)

    def take_current(self, *, calls: bool = False) -> None:
        self._take(self._list.currentIndex(), calls=calls)

    def place_under(self, box: QWidget) -> None:
        """As wide as the box, as high as the rows, over whatever is there."""
        parent = self._host
        corner = box.mapTo(parent, box.rect().bottomLeft())
        x, y = corner.x(), corner.y() + _EDGE
        width = min(max(box.width(), metrics.chars(44)), parent.width() - x - Space.SMALL)
        rows = self._list.sizeHintForRow(0) * self._hits.rowCount()
        keys = 0 if self._keys.isHidden() else self._keys.sizeHint().height()
        height = min(rows + keys + 2 * _EDGE, parent.height() - y - Space.SMALL)
        self.setGeometry(x, y, width, height)
        self.show()
        self.raise_()

    def _choose_row(self, row: int) -> None:
        self._list.setCurrentIndex(self._hits.index(row % self._hits.rowCount()))

    def _on_list_clicked(self, index: QModelIndex) -> None:
        self._take(index, calls=self._delegate.calls)

    def _take(self, index: QModelIndex, *, calls: bool) -> None:
        if not index.isValid():
            return
        row = self._hits.row(index.row())
        if calls and isinstance(row, CustomerHit):
            self.call_chosen.emit(row)
        else:
            self.hit_chosen.emit(row)

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        with painting.painter_on(self) as painter:
            rect, width = QRectF(self.rect()), painting.hairline(self)
            line = palette.control_line
            painting.rounded(painter, rect, Radius.CONTROL, palette.surface, line, width)
