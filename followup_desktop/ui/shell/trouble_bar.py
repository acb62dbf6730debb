"""What the world did to us, said calmly over the bottom of the window; it stays until read."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from followup_desktop.ui.kit import metrics
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.notices import Notice
from followup_desktop.ui.kit.tokens import Space
from followup_desktop.words import _


class TroubleBar(QWidget):
    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("trouble_bar")
        self.notice = Notice("", self)
        self.close_button = QuietButton(_("All right"), self, name="trouble_read")
        self.close_button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.close_button.clicked.connect(self.hide)
        inner = self.notice.layout()
        assert isinstance(inner, QHBoxLayout)
        inner.setSpacing(Space.LARGE)
        inner.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.notice)
        self.notice.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        window.installEventFilter(self)
        self.hide()

    def show_trouble(self, sentence: str) -> None:
        self.notice.show_problem(sentence)
        self._place()
        self.show()
        self.raise_()

    def text(self) -> str:
        """What it says; empty while it is away."""
        return self.notice.text() if self.isVisible() else ""

    def _place(self) -> None:
        window = self._window
        width = min(metrics.chars(76), window.width() - 2 * Space.PAGE)
        height = max(self.heightForWidth(width), self.sizeHint().height())
        x = (window.width() - width) // 2
        self.setGeometry(x, window.height() - height - Space.PAGE, width, height)

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)
