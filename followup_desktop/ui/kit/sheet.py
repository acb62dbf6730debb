"""A form laid over the window: a rounded panel on the dimmed page behind it."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import (
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import (
    QAbstractSlider,
    QApplication,
    QHBoxLayout,
    QLayout,
    QVBoxLayout,
    QWidget,
)

from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.buttons import IconButton, PrimaryButton, QuietButton
from followup_desktop.ui.kit.labels import Heading
from followup_desktop.ui.kit.scroller import Scroller
from followup_desktop.ui.kit.tokens import Radius, Space
from followup_desktop.words import _

_SHADOW = 16
_PADDING = 30
_EDGE = 26


class Sheet(QWidget):
    """Fill `body`, add buttons to the footer, `open()` it.

    Escape, the cross and the cancel button emit `close_requested`; the sheet then closes, unless
    it was made with `closes_itself=False`: whoever listens calls `dismiss()`. The keyboard stays
    inside while it is open and goes back to where it was after.
    """

    close_requested = Signal()
    dismissed = Signal()

    # Here too, because Qt still asks the event filter while Python takes an old sheet apart.
    _host: QWidget | None = None
    _content: QWidget | None = None

    def __init__(
        self,
        window: QWidget,
        title: str,
        *,
        name: str,
        width: int = 800,
        closes_itself: bool = True,
    ) -> None:
        super().__init__(window)
        self._width = width
        self._closes_itself = closes_itself
        self._came_from: QWidget | None = None
        self._guarded = False
        self.setObjectName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._primary: PrimaryButton | None = None
        self.panel = QWidget(self)
        self.title = Heading("", self.panel, wrap=True)
        self.cross = IconButton(_("Close"), self.panel, name=f"{name}_close", icon="close")
        self.cross.clicked.connect(self.request_close)
        content = QWidget(self.panel)
        self._content = content
        self.body = QVBoxLayout(content)
        self.body.setContentsMargins(_PADDING, 2, _PADDING, 2)
        self.body.setSpacing(Space.LARGE)
        self._scroller = Scroller(content, self.panel)
        # A body with nothing in sight takes no room from the title.
        self._scroller.setMinimumHeight(1)
        content.installEventFilter(self)
        self.footer = QHBoxLayout()
        self.footer.setSpacing(Space.SMALL + 2)
        self.footer.setContentsMargins(_PADDING, 0, _PADDING, 0)
        self.footer.addStretch()
        self._lay_out_panel()
        self.set_title(title)
        self.hide()

    def set_title(self, title: str) -> None:
        self.title.setText(title)
        self.setAccessibleName(title)
        self.panel.setAccessibleName(title)

    def add_primary(self, text: str, *, name: str) -> PrimaryButton:
        """The button at the right that Ctrl+Enter presses too."""
        button = PrimaryButton(text, self.panel, name=name, large=True)
        self.footer.addWidget(button)
        self._primary = button
        return button

    def add_cancel(self, text: str) -> QuietButton:
        button = QuietButton(text, self.panel, name=f"{self.objectName()}_cancel", large=True)
        button.clicked.connect(self.request_close)
        self.footer.addWidget(button)
        return button

    def open(self) -> None:
        """Lay it over the whole window and give the keyboard to its first field."""
        parent = self.parentWidget()
        assert parent is not None
        host = parent.window()
        if parent is not host:
            self.setParent(host)
        if self._host is not host:
            host.installEventFilter(self)
            self._host = host
        if self.isHidden():
            self._came_from = QApplication.focusWidget()
        self.setGeometry(host.rect())
        self.show()
        self.raise_()
        self._place_panel()
        self._guard(True)
        first = self.first_field()
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_field(self) -> QWidget | None:
        """What gets the keyboard when the sheet opens: the first control in it."""
        return next(iter(self._stops()), None)

    def request_close(self) -> None:
        self.close_requested.emit()
        if self._closes_itself:
            self.dismiss()

    def dismiss(self) -> None:
        if self.isHidden():
            return
        self.hide()
        back = self._came_from
        if back is None or not back.isVisible():
            # Or Qt would hand the keyboard to whatever comes next, such as the search box.
            back = self._host
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)
        self._came_from = None
        self.dismissed.emit()

    def _lay_out_panel(self) -> None:
        self._head = QHBoxLayout()
        self._head.setContentsMargins(_PADDING, 0, _PADDING - Space.SMALL, 0)
        self._head.addWidget(self.title, 1)
        self._head.addWidget(self.cross, 0, Qt.AlignmentFlag.AlignTop)
        layout = QVBoxLayout(self.panel)
        layout.setContentsMargins(0, _EDGE, 0, _EDGE)
        layout.setSpacing(Space.LARGE)
        layout.addLayout(self._head)
        layout.addWidget(self._scroller, 1)
        layout.addLayout(self.footer)

    def _place_panel(self) -> None:
        """As wide as asked or needed, as high as needed, and never larger than the window."""
        room = self.rect().adjusted(Space.LARGE, Space.LARGE, -Space.LARGE, -Space.LARGE)
        needed = self._scroller.minimumSizeHint().width()
        width = min(max(theme.current().px(self._width), needed), room.width())
        height = 2 * _EDGE + _height(self._head, width) + Space.LARGE + _height(self.body, width)
        if self.footer.count() > 1:
            height += Space.LARGE + _height(self.footer, width)
        height = min(height, room.height())
        x = (self.width() - width) // 2
        y = max(Space.LARGE, (self.height() - height) // 2)
        self.panel.setGeometry(x, y, width, height)
        self.update()

    def _stops(self) -> list[QWidget]:
        """Everything inside that Tab can reach: the body in its order, the footer, the cross.

        Not by nextInFocusChain: PySide takes each widget of the chain for a child of the one
        before, and with the sheet it would give up what belongs to the page behind it.
        """
        stops = [child for child in self.panel.findChildren(QWidget) if _is_stop(child, self)]
        content = self._scroller.widget()
        return sorted(stops, key=lambda stop: (stop is self.cross, not content.isAncestorOf(stop)))

    def _guard(self, on: bool) -> None:
        """Watch where the keyboard goes, only while the sheet is open."""
        if on is self._guarded:
            return
        self._guarded = on
        signal = _app().focusChanged
        if on:
            signal.connect(self._on_focus_changed)
        else:
            signal.disconnect(self._on_focus_changed)

    def _on_focus_changed(self, old: QWidget | None, now: QWidget | None) -> None:
        """Bring the keyboard back when it was sent to the page behind."""
        if now is None or now.window() is not self._host or _sheet_of(now) is not None:
            return
        back = old if old is not None and self.panel.isAncestorOf(old) else self.first_field()
        if back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt's own

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._guard(False)

    def focusNextPrevChild(self, next: bool) -> bool:
        stops = self._stops()
        if not stops:
            return True
        at = QApplication.focusWidget()
        start = -1 if next else 0
        index = stops.index(at) if at in stops else start
        target = stops[(index + (1 if next else -1)) % len(stops)]
        reason = Qt.FocusReason.TabFocusReason if next else Qt.FocusReason.BacktabFocusReason
        target.setFocus(reason)
        self._scroller.ensureWidgetVisible(target)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        host = self._host
        if host is not None and watched is host and event.type() is QEvent.Type.Resize:
            self.setGeometry(host.rect())
        elif watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self._place_panel()
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_panel()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Nothing typed in a sheet reaches the page behind it."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.request_close()
        elif enter and control and self._primary is not None and self._primary.isEnabled():
            self._primary.click()
        elif event.key() in _PAGES:
            self._scroller.verticalScrollBar().triggerAction(_PAGES[Qt.Key(event.key())])

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the panel does nothing: what was typed isn't lost by a slip."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        box = QRectF(self.panel.geometry())
        with painting.painter_on(self) as painter:
            painter.fillRect(self.rect(), theme.colour(palette.dim))
            painting.shadow(painter, box, Radius.CARD, _SHADOW)
            painting.rounded(painter, box, Radius.CARD, palette.window, palette.line)


_PAGES = {
    Qt.Key.Key_PageUp: QAbstractSlider.SliderAction.SliderPageStepSub,
    Qt.Key.Key_PageDown: QAbstractSlider.SliderAction.SliderPageStepAdd,
}
"""To read on where nothing can take the keyboard."""


def _height(layout: QLayout, width: int) -> int:
    if layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    return layout.totalSizeHint().height()


def _is_stop(widget: QWidget, sheet: Sheet) -> bool:
    return (
        bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus)
        and widget.isEnabled()
        and widget.isVisibleTo(sheet)
        and widget.focusProxy() is None
    )


def _sheet_of(widget: QWidget) -> Sheet | None:
    at: QWidget | None = widget
    while at is not None and not isinstance(at, Sheet):
        at = at.parentWidget()
    return at


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
