"""A column that scrolls when there isn't room, and looks like none when there is."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QWidget


class Scroller(QScrollArea):
    """Holds `content` at its own width; only its height scrolls."""

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        # What lies beneath shows through: the content brings its own surfaces.
        self.viewport().setAutoFillBackground(False)
        self._content = content
        self.setWidget(content)
        content.setAutoFillBackground(False)
        # Or Qt would keep the height that a narrower column needs as the least there is.
        content.setMinimumHeight(1)
        content.installEventFilter(self)

    def _bar_width(self) -> int:
        return self.verticalScrollBar().sizeHint().width()

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        # Never narrower than its content, so that nothing is cut at the side.
        return QSize(self._content.minimumSizeHint().width() + self._bar_width(), 40)

    def sizeHint(self) -> QSize:
        return self._content.sizeHint() + QSize(self._bar_width(), 0)
