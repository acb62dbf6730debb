"""The way through a call: its steps in a row, the one under way filled."""

from collections.abc import Collection, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.button_base import Coat, KitButton
from followup_desktop.ui.kit.tokens import Palette, Radius, Space, TextRole
from followup_desktop.words import _


class StepBar(QWidget):
    """`steps` are their names in order; they are counted from 0 in `show_step` and the signal."""

    step_requested = Signal(int)

    def __init__(self, steps: Sequence[str], parent: QWidget | None = None, *, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(Space.MEDIUM)
        self._steps: list[_StepButton] = []
        for index, words in enumerate(steps):
            step = _StepButton(index, words, self, name=f"{name}_{index + 1}")
            step.clicked.connect(lambda _=False, i=index: self.step_requested.emit(i))
            layout.addWidget(step)
            self._steps.append(step)
        self.show_step(0)

    def show_step(
        self, current: int, *, done: Collection[int] | None = None, closed: Collection[int] = ()
    ) -> None:
        """Fill `current`; tick `done` (all before it, unless said); keep `closed` from clicks."""
        ticked = set(range(current)) if done is None else set(done)
        for index, step in enumerate(self._steps):
            step.show_state(current=index == current, done=index in ticked)
            step.setEnabled(index not in closed)


class _StepButton(KitButton):
    radius = Radius.SMALL
    text_role = TextRole.BODY
    side_padding = 4

    def __init__(self, index: int, text: str, parent: QWidget, *, name: str) -> None:
        self._index = index
        self._current = False
        self._done = False
        super().__init__(text, parent, name=name)

    def show_state(self, *, current: bool, done: bool) -> None:
        self._current, self._done = current, done
        state = ""
        if current:
            state = _("The step you are at")
        elif done:
            state = _("Done")
        self.setAccessibleDescription(state)
        self.updateGeometry()
        self.update()

    def _coat(self, palette: Palette) -> Coat:
        if self._current:
            return Coat("", "", palette.ink)
        return Coat("", "", palette.ink if self._points_at() else palette.muted)

    def _points_at(self) -> bool:
        return self.isEnabled() and self.underMouse()

    def _role(self) -> TextRole:
        return TextRole.BUTTON if self._current else TextRole.BODY

    def _dot(self) -> int:
        return round(theme.metrics(TextRole.BODY).height() * 1.2)

    def _height(self) -> int:
        return self._dot() + 8

    def _paint_contents(self, painter: QPainter, coat: Coat) -> None:
        side = self._dot()
        dot = QRectF(self.side_padding, (self.height() - side) / 2, side, side)
        words = QRectF(self.rect()).adjusted(side + self.side_padding + Space.SMALL, 0, 0, 0)
        if self.isRightToLeft():
            dot.moveRight(self.width() - self.side_padding)
            words = QRectF(0, 0, dot.left() - Space.SMALL, self.height())
        self._paint_dot(painter, dot)
        painter.setFont(theme.font(self._role()))
        painter.setPen(theme.colour(coat.ink))
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
        painter.drawText(words, flags, self._label)

    def _paint_dot(self, painter: QPainter, dot: QRectF) -> None:
        palette = theme.current().palette
        if self._done and not self._current:
            painting.rounded(painter, dot, dot.width() / 2, palette.primary_tint)
            painting.check_mark(painter, dot.adjusted(2, 2, -2, -2), palette.primary_ink)
            return
        fill = palette.primary if self._current else palette.sunken
        painting.rounded(painter, dot, dot.width() / 2, fill)
        painter.setFont(theme.font(TextRole.SMALL_STRONG))
        painter.setPen(theme.colour(palette.on_primary if self._current else palette.muted))
        painter.drawText(dot, Qt.AlignmentFlag.AlignCenter, str(self._index + 1))

    # Qt's own

    def sizeHint(self) -> QSize:
        # As wide as when it is the current one, so that the bar doesn't move from step to step.
        text = theme.metrics(TextRole.BUTTON).horizontalAdvance(self._label)
        width = self._dot() + Space.SMALL + text + 2 * self.side_padding + 4
        return QSize(width, self._height())
