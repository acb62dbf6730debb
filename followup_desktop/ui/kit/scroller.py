"""A column that scrolls when there isn't room, and looks like none when there is."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QSizePolicy, QWidget


def see_through(area: QAbstractScrollArea) -> None:
    """Let what lies beneath `area` show.

    Asked for its viewport, PySide would make every kind of widget there is, to tell which one it
    got: a tenth of the time until Today's rows are seen. By its name it is a plain widget.
    """
    viewport = area.findChild(QWidget, "qt_scrollarea_viewport")
    assert isinstance(viewport, QWidget)
    viewport.setAutoFillBackground(False)


class Scroller(QScrollArea):
    """Holds `content` at its own width; only its height scrolls."""

    # Here too, because Qt still asks the event filter while Python takes an old one apart.
    _content: QWidget | None = None

    def __init__(self, content: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        see_through(self)  # the content brings its own surfaces
        self._content = content
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)
        self._settle_height()

    def _bar_width(self) -> int:
        return self.verticalScrollBar().sizeHint().width()

    def _settle_height(self) -> None:
        """Where height depends on width, Qt would keep what a narrower column needs as the least
        there is. Content whose height doesn't has to keep its own least, or it would be squashed.
        """
        layout = self.widget().layout()
        follows_width = layout is not None and layout.hasHeightForWidth()
        self.widget().setMinimumHeight(1 if follows_width else 0)

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self._settle_height()
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        # Never narrower than its content, so that nothing is cut at the side.
        return QSize(self.widget().minimumSizeHint().width() + self._bar_width(), 40)

    def sizeHint(self) -> QSize:
        return self.widget().sizeHint() + QSize(self._bar_width(), 0)
