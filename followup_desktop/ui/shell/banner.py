"""Along the top of every page while the sample shop is open, so that nobody takes it for theirs."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.labels import Small
from followup_desktop.ui.kit.tokens import Space, ToneName
from followup_desktop.words import _


class SampleBanner(QFrame):
    own_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sample_banner")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.words = Small(_("Sample data: an invented shop to look around in."), self)
        self.words.set_tone(ToneName.WARNING)
        self.leave = LinkButton(_("Start with our customers"), self, name="leave_sample")
        self.leave.clicked.connect(lambda: self.own_requested.emit())
        layout = QHBoxLayout(self)
        layout.setContentsMargins(Space.PAGE, Space.HAIR, Space.PAGE, Space.HAIR)
        layout.setSpacing(Space.MEDIUM)
        layout.addStretch(1)
        layout.addWidget(self.words, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self.leave, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addStretch(1)
        self.hide()

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        tone = theme.current().palette.tone(ToneName.WARNING)
        with painting.painter_on(self) as painter:
            rect, width = QRectF(self.rect()), painting.hairline(self)
            painting.rounded(painter, rect, 0, tone.tint)
            edge = QRectF(0, rect.bottom() - width, rect.width(), width)
            painting.rounded(painter, edge, 0, tone.line)
