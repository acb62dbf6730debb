"""The bar at the bottom that says what was done and offers to take it back."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QSizePolicy, QWidget

from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.buttons import IconButton, LinkButton
from followup_desktop.ui.kit.labels import Body
from followup_desktop.ui.kit.tokens import Radius, Space
from followup_desktop.words import _

_SHADOW = 12
SECONDS = 8
"""How long an offer stands, unless the mouse or the keyboard is on it."""


class QuietBar(QWidget):
    """Floats over the bottom of `host` for a while. It never takes the focus by itself."""

    undo_requested = Signal()
    gone = Signal()

    def __init__(self, host: QWidget) -> None:
        super().__init__(host)
        self.setObjectName("quiet_bar")
        self._words = Body("", self)
        self._words.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._action = LinkButton(_("Undo"), self, name="quiet_bar_action")
        self._close = IconButton(_("Close"), self, name="quiet_bar_close", icon="close")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._on_time_over)
        self._action.clicked.connect(self._on_action_clicked)
        self._close.clicked.connect(self.dismiss)
        self._host = host
        self._row = QHBoxLayout(self)
        around = _SHADOW + Space.SMALL
        self._row.setContentsMargins(around + Space.SMALL, around, around, around)
        self._row.setSpacing(Space.LARGE)
        for widget in (self._words, self._action, self._close):
            self._row.addWidget(widget)
        host.installEventFilter(self)
        theme.changed.connect(self._on_look_changed)
        self.hide()

    def text(self) -> str:
        return self._words.text()

    def offer(self, text: str, action_text: str = "", seconds: float = SECONDS) -> None:
        """Say `text`; with `action_text`, one click on it emits `undo_requested`."""
        self._words.setText(text)
        self.setAccessibleName(text)
        self._action.set_label(action_text)
        self._action.setVisible(bool(action_text))
        self._timer.setInterval(round(seconds * 1000))
        self._timer.start()
        self.show()
        self.raise_()
        self._place()

    def dismiss(self) -> None:
        self._timer.stop()
        if self.isVisible():
            self.hide()
            self.gone.emit()

    def _on_action_clicked(self) -> None:
        self.dismiss()
        self.undo_requested.emit()

    def _on_time_over(self) -> None:
        if self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self):
            self._timer.start()
            return
        self.dismiss()

    def _on_look_changed(self) -> None:
        if self.isVisible():
            self._place()

    def _place(self) -> None:
        room = self._host.width() - 2 * Space.PAGE
        self._words.setWordWrap(False)
        width = min(self._row.totalSizeHint().width(), room)
        self._words.setWordWrap(width == room)
        height = self._row.totalSizeHint().height()
        if self._row.hasHeightForWidth():
            height = self._row.totalHeightForWidth(width)
        x = (self._host.width() - width) // 2
        self.setGeometry(x, self._host.height() - height - Space.HAIR, width, height)

    # Qt's own

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        box = QRectF(self.rect()).adjusted(_SHADOW, _SHADOW, -_SHADOW, -_SHADOW)
        with painting.painter_on(self) as painter:
            painting.shadow(painter, box, Radius.CONTROL, _SHADOW)
            width = painting.hairline(self)
            painting.rounded(
                painter, box, Radius.CONTROL, palette.surface, palette.button_line, width
            )
