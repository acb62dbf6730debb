"""Ways to look at the same thing, as words with a line under the one in sight."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.button_base import Coat, KitButton
from followup_desktop.ui.kit.tokens import Palette, Radius, Space, TextRole

_BAR = 2


class Tabs(QWidget):
    """One Tab stop; the arrow keys go from one to the next. `chosen` is for what a person does."""

    chosen = Signal(object)

    def __init__(
        self,
        tabs: Sequence[tuple[object, str]],
        parent: QWidget | None = None,
        *,
        name: str,
        label: str = "",
    ) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._tabs: dict[object, _Tab] = {}
        layout = QHBoxLayout(self)
        side = Space.CARD - _Tab.side_padding
        layout.setContentsMargins(side, 0, side, 0)
        layout.setSpacing(Space.HAIR + 2)
        for value, words in tabs:
            tab = _Tab(words, self, name=f"{name}_{value}")
            tab.clicked.connect(lambda _=False, v=value: self._on_tab_clicked(v))
            tab.step_requested.connect(lambda by, v=value: self._step(v, by))
            layout.addWidget(tab)
            self._tabs[value] = tab
        layout.addStretch()
        self._value: object = None
        if tabs:
            self.choose(tabs[0][0])

    def value(self) -> object:
        return self._value

    def choose(self, value: object) -> None:
        self._value = value
        for other, tab in self._tabs.items():
            tab.setChecked(other == value)
            on = other == value
            tab.setFocusPolicy(Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus)
        self.setFocusProxy(self._tabs[value])

    def _on_tab_clicked(self, value: object) -> None:
        fresh = value != self._value
        self.choose(value)
        if fresh:
            self.chosen.emit(value)

    def _step(self, value: object, by: int) -> None:
        order = list(self._tabs)
        target = order[(order.index(value) + by) % len(order)]
        self._on_tab_clicked(target)
        self._tabs[target].setFocus(Qt.FocusReason.TabFocusReason)

    # Qt's own

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting.painter_on(self) as painter:
            line = QRectF(0, self.height() - 1, self.width(), 1)
            painter.fillRect(line, theme.colour(theme.current().palette.line))


class _Tab(KitButton):
    step_requested = Signal(int)
    radius = Radius.SMALL
    side_padding = 6

    def __init__(self, text: str, parent: QWidget, *, name: str) -> None:
        super().__init__(text, parent, name=name)
        self.setCheckable(True)

    def _coat(self, palette: Palette) -> Coat:
        strong = self.isChecked() or self.underMouse()
        return Coat("", "", palette.primary_ink if strong else palette.muted)

    def _paint_contents(self, painter: QPainter, coat: Coat) -> None:
        role = TextRole.BUTTON if self.isChecked() else TextRole.BODY
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour(coat.ink))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._label)
        if self.isChecked():
            side = self.side_padding
            bar = QRectF(side, self.height() - _BAR, self.width() - 2 * side, _BAR)
            painter.fillRect(bar, theme.colour(coat.ink))

    def _paint_ring(self, painter: QPainter, rect: QRectF, coat: Coat) -> None:
        painting.focus_ring(painter, rect.adjusted(0, 7, 0, -7), self.radius)

    # Qt's own

    def sizeHint(self) -> QSize:
        width = theme.metrics(TextRole.BUTTON).horizontalAdvance(self._label)
        return QSize(
            width + 2 * self.side_padding + 2, theme.metrics(TextRole.BUTTON).height() + 26
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if step is not None:
            self._ring = True
            self.step_requested.emit(-step if self.isRightToLeft() else step)
            return
        super().keyPressEvent(event)
