"""The card of the morning: good morning, what the day holds, and the mantra (M-66).

Once, at the day's first start; a click puts it away, and so does a minute in which nobody does.
"""

from PySide6.QtCore import QRectF, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from followup_desktop.tray.corner import CornerWindow
from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.buttons import PrimaryButton
from followup_desktop.ui.kit.labels import Body, Heading, Mantra
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _

STAYS = 60_000
"""Milliseconds."""


class MantraCard(CornerWindow):
    show_all_requested = Signal()

    def __init__(self, greeting: str, count: str, mantra: str) -> None:
        super().__init__()
        self.setObjectName("mantra_card")
        self.setWindowTitle(greeting)
        self.setAccessibleName(greeting)
        self.greeting = Heading(greeting, self, wrap=True)
        self.count = Body(count, self, wrap=True)
        self.mantra = Mantra(mantra, self, wrap=True)
        self.start = PrimaryButton(_("To the day"), self, name="mantra_start")
        self._build_ui()
        self.start.clicked.connect(self._on_start_clicked)
        self._gone = QTimer(self)
        self._gone.setSingleShot(True)
        self._gone.timeout.connect(self.close)

    def _build_ui(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.PAGE, Space.PAGE, Space.CARD)
        layout.setSpacing(Space.SMALL)
        for words in (self.greeting, self.count, self.mantra):
            words.setVisible(bool(words.text()))
            layout.addWidget(words)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(self.start)
        layout.addSpacing(Space.SMALL)
        layout.addLayout(foot)

    def appear(self) -> None:
        super().appear()
        self._gone.start(STAYS)

    def _on_start_clicked(self) -> None:
        self.close()
        self.show_all_requested.emit()

    # Qt's own

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.close()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        with painting.painter_on(self) as painter:
            line = painting.hairline(self)
            rect = QRectF(self.rect())
            painting.rounded(painter, rect, 0, palette.surface, palette.control_line, line)
