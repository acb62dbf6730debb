"""A box to tick, and the large one that stands before a cue."""

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QCursor, QFocusEvent, QFont, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QWidget

from followup_desktop.ui.kit import metrics, painting, theme
from followup_desktop.ui.kit.button_base import plain
from followup_desktop.ui.kit.tokens import Radius, Space, TextRole


class Tick(QCheckBox):
    """`ticked` is emitted for what a person does, never for `setChecked()`.

    With `cue`, the words are large and in the serif, and struck through once ticked.
    """

    ticked = Signal(bool)

    def __init__(
        self, text: str, parent: QWidget | None = None, *, name: str, cue: bool = False
    ) -> None:
        super().__init__(plain(text), parent)
        self._label = text
        self._cue = cue
        self._ring = False
        self.setObjectName(name)
        self.setAccessibleName(text)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.clicked.connect(self.ticked)

    def label(self) -> str:
        return self._label

    def set_label(self, text: str) -> None:
        self._label = text
        self.setText(plain(text))
        self.setAccessibleName(text)
        self.updateGeometry()

    def _role(self) -> TextRole:
        return TextRole.CUE if self._cue else TextRole.BODY

    def _side(self) -> int:
        return round(theme.metrics(TextRole.BODY).height() * (1.2 if self._cue else 0.95))

    def _gap(self) -> int:
        return Space.CARD if self._cue else Space.SMALL

    def _paint_box(self, painter: QPainter, box: QRectF) -> None:
        palette = theme.current().palette
        radius = Radius.SMALL if self._cue else Radius.SMALL - 2
        if self.isChecked():
            painting.rounded(painter, box, radius, palette.primary)
            painting.check_mark(painter, box, palette.on_primary)
        else:
            line = palette.control_line if self.isEnabled() else palette.line
            painting.rounded(painter, box, radius, palette.surface, line, 1.5)
        if self.hasFocus() and self._ring:
            gap = palette.surface if self.isChecked() else ""
            painting.focus_ring(painter, box, radius, gap)

    # Qt's own

    def sizeHint(self) -> QSize:
        fm = theme.metrics(self._role())
        text = min(fm.horizontalAdvance(self._label[:200]) + 2, metrics.chars(60))
        padding = 2 * Space.SMALL if self._cue else 4
        height = max(fm.height(), self._side()) + padding
        return QSize(self._side() + self._gap() + text + 8, height)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._side() + metrics.chars(8)), hint.height())

    def hitButton(self, pos: QPoint) -> bool:
        return self.rect().contains(pos)

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring = True
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        side = self._side()
        box = QRectF(0, (self.height() - side) // 2, side, side)
        words = QRectF(self.rect()).adjusted(side + self._gap(), 0, 0, 0)
        if self.isRightToLeft():
            box.moveRight(self.width())
            words = QRectF(0, 0, box.left() - self._gap(), self.height())
        font = QFont(theme.font(self._role()))
        struck = self._cue and self.isChecked()
        font.setStrikeOut(struck)
        shown = theme.metrics(self._role()).elidedText(
            self._label, Qt.TextElideMode.ElideRight, int(words.width()) + 1
        )
        with painting.painter_on(self) as painter:
            self._paint_box(painter, box)
            painter.setFont(font)
            quiet = struck or not self.isEnabled()
            painter.setPen(theme.colour(palette.faint if quiet else palette.ink))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(words, flags | Qt.TextFlag.TextSingleLine, shown)
