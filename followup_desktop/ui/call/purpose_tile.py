"""A purpose to choose: what it is called, and a line that says what it is about."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.ui.kit import metrics, painting, theme
from followup_desktop.ui.kit.button_base import Coat, KitButton
from followup_desktop.ui.kit.tokens import Palette, Radius, Space, TextRole

_CHOSEN_LINE = 2.0


class PurposeTile(KitButton):
    radius = Radius.CARD

    def __init__(self, text: str, hint: str, parent: QWidget | None = None, *, name: str) -> None:
        self.hint = hint
        super().__init__(text, parent, name=name)
        self.setCheckable(True)
        self.setAccessibleDescription(hint)
        # As high as its row: beside a hint of two lines, one of a single line is as tall.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    def _coat(self, palette: Palette) -> Coat:
        if self.isChecked():
            return Coat(palette.primary_wash, palette.primary_ink, palette.ink)
        fill = palette.rail if self.underMouse() else palette.surface
        return Coat(fill, palette.button_line, palette.ink)

    def _paint_contents(self, painter: QPainter, coat: Coat) -> None:
        palette = theme.current().palette
        if self.isChecked():
            rect = QRectF(self.rect())
            painting.rounded(painter, rect, self.radius, "", coat.line, _CHOSEN_LINE)
        inner = QRectF(self.rect()).adjusted(Space.LARGE, Space.MEDIUM, -Space.LARGE, -Space.MEDIUM)
        strong, small = theme.metrics(TextRole.STRONG), theme.metrics(TextRole.SMALL)
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        painter.setFont(theme.font(TextRole.STRONG))
        painter.setPen(theme.colour(coat.ink))
        title = strong.elidedText(self.label(), Qt.TextElideMode.ElideRight, int(inner.width()))
        painter.drawText(inner, flags | Qt.TextFlag.TextSingleLine, title)
        painter.setFont(theme.font(TextRole.SMALL))
        painter.setPen(theme.colour(palette.muted))
        below = inner.adjusted(0, strong.height() + Space.HAIR, 0, 0)
        hint = small.elidedText(self.hint, Qt.TextElideMode.ElideRight, int(inner.width() * 1.9))
        painter.drawText(below, flags | Qt.TextFlag.TextWordWrap, hint)

    def _wraps(self, width: int) -> bool:
        inner = width - 2 * Space.LARGE
        return theme.metrics(TextRole.SMALL).horizontalAdvance(self.hint) > inner

    # Qt's own

    def sizeHint(self) -> QSize:
        strong, small = theme.metrics(TextRole.STRONG), theme.metrics(TextRole.SMALL)
        lines = 2 if self._wraps(self.width()) else 1
        height = strong.height() + Space.HAIR + lines * small.height() + 2 * Space.MEDIUM
        return QSize(metrics.chars(28), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(metrics.chars(16), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()
