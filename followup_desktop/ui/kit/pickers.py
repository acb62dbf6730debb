"""One of many: a drop-down list, where pills would take too much room."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from followup_desktop.ui.kit import metrics, painting, theme
from followup_desktop.ui.kit.tokens import Radius, Space, TextRole


class Picker(QComboBox):
    """`options` are (value, words) pairs. `chosen` is emitted for what a person does only."""

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[tuple[object, str]],
        parent: QWidget | None = None,
        *,
        name: str,
        label: str = "",
    ) -> None:
        super().__init__(parent)
        self._values: list[object] = []
        self.setObjectName(name)
        self.setAccessibleName(label)
        self.setMaxVisibleItems(12)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.activated.connect(lambda index: self.chosen.emit(self._values[index]))
        self.set_options(options)

    def set_options(self, options: Sequence[tuple[object, str]]) -> None:
        """Replace the options; what was chosen stays chosen where its value is still there."""
        before = self.value()
        self.clear()
        self._values = [value for value, _ in options]
        self.addItems([words for _, words in options])
        self.choose(before)
        self.updateGeometry()

    def value(self) -> object:
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else None

    def choose(self, value: object) -> None:
        """Show `value` as chosen; one that isn't there shows nothing."""
        self.setCurrentIndex(self._values.index(value) if value in self._values else -1)

    def _show_whole(self, shown: str) -> None:
        """Words that there is no room for are the tooltip."""
        whole = self.currentText()
        tip = whole if whole and shown != whole else ""
        if self.toolTip() != tip:
            self.setToolTip(tip)

    # Qt's own

    def sizeHint(self) -> QSize:
        fm = theme.metrics(TextRole.BODY)
        texts = [self.itemText(index) for index in range(min(self.count(), 60))]
        widest = max((fm.horizontalAdvance(text[:80]) for text in texts), default=0)
        width = min(widest, metrics.chars(36)) + 2 * Space.MEDIUM + fm.height() + Space.SMALL
        return QSize(width, metrics.control_height())

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), metrics.chars(12)), hint.height())

    def wheelEvent(self, event: QWheelEvent) -> None:
        # Scrolling a page past a closed list must not change what it holds.
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        rect = QRectF(self.rect())
        line = palette.control_line if self.isEnabled() else palette.line
        end = theme.metrics(TextRole.BODY).height()
        words = rect.adjusted(Space.MEDIUM, 0, -Space.MEDIUM - end, 0)
        centre = QPointF(rect.right() - Space.MEDIUM - end * 0.25, rect.center().y() + 1)
        if self.isRightToLeft():
            words = rect.adjusted(Space.MEDIUM + end, 0, -Space.MEDIUM, 0)
            centre.setX(Space.MEDIUM + end * 0.25)
        with painting.painter_on(self) as painter:
            width = painting.hairline(self)
            painting.rounded(painter, rect, Radius.CONTROL, palette.surface, line, width)
            shown = theme.metrics(TextRole.BODY).elidedText(
                self.currentText() or self.placeholderText(),
                Qt.TextElideMode.ElideRight,
                int(words.width()),
            )
            self._show_whole(shown)
            painter.setFont(theme.font(TextRole.BODY))
            plain = self.isEnabled() and self.currentIndex() >= 0
            ink = palette.ink if plain else palette.faint
            painter.setPen(theme.colour(ink))
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(words, flags | Qt.TextFlag.TextSingleLine, shown)
            painting.chevron(painter, centre, end * 0.42, palette.muted)
            if self.hasFocus():
                painting.focus_ring(painter, rect, Radius.CONTROL)
