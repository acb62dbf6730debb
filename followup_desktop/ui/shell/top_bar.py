"""The bar along the top of every page: find somebody, record a visit, say who is here."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from followup_desktop.ui.kit import metrics, painting, theme
from followup_desktop.ui.kit.buttons import IconButton, QuietButton
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.ui.shell.clerk_menu import ClerkMenu
from followup_desktop.ui.shell.search_box import SearchBox
from followup_desktop.words import _

_SEARCH_WIDTH = 520


class TopBar(QFrame):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("top_bar")
        self.search = SearchBox(self)
        self.visit = QuietButton(_("Record a visit"), self, name="record_visit", icon="plus")
        self.reminders = IconButton(_("Reminders"), self, name="open_reminders", icon="bell")
        self.clerk = ClerkMenu(self)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._build_ui()

    def _build_ui(self) -> None:
        self.search.setMaximumWidth(_SEARCH_WIDTH)
        self.search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.visit.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, 0, Space.PAGE - Space.SMALL, 1)
        layout.setSpacing(Space.MEDIUM)
        layout.addWidget(self.search, 10)
        layout.addWidget(self.visit)
        layout.addStretch(1)
        layout.addWidget(self.reminders)
        layout.addWidget(self.clerk)

    # Qt's own

    def sizeHint(self) -> QSize:
        height = metrics.control_height() + 2 * (Space.SMALL + 3)
        return QSize(super().sizeHint().width(), height)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        with painting.painter_on(self) as painter:
            rect, width = QRectF(self.rect()), painting.hairline(self)
            painting.rounded(painter, rect, 0, palette.rail)
            edge = QRectF(0, rect.bottom() - width, rect.width(), width)
            painting.rounded(painter, edge, 0, palette.line)
