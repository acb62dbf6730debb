"""A place to go to, on the rail at the left: an icon with its name below."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.ui.kit import icons, painting, theme
from followup_desktop.ui.kit.button_base import Coat, KitButton
from followup_desktop.ui.kit.tokens import Palette, Radius, Space, TextRole


class NavButton(KitButton):
    """Checked while its page is shown. `set_count` adds a small number, such as what is due."""

    radius = Radius.CONTROL
    text_role = TextRole.NAV

    def __init__(self, text: str, parent: QWidget | None = None, *, name: str, icon: str) -> None:
        super().__init__(text, parent, name=name, icon=icon)
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _coat(self, palette: Palette) -> Coat:
        if self.isChecked():
            return Coat(palette.primary_tint, "", palette.primary_ink)
        return Coat(palette.sunken if self.underMouse() else "", "", palette.muted)

    def _icon_side(self) -> int:
        return theme.current().px(24)

    def _font(self) -> QFont:
        font = QFont(theme.font(TextRole.NAV))
        if self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        return font

    def _paint_ring(self, painter: QPainter, rect: QRectF, coat: Coat) -> None:
        painting.focus_ring(painter, rect, self.radius)

    def _paint_contents(self, painter: QPainter, coat: Coat) -> None:
        side = self._icon_side()
        line = theme.metrics(TextRole.NAV).height()
        top = (self.height() - side - Space.HAIR - line) / 2
        box = QRectF((self.width() - side) / 2, top, side, side)
        icons.paint(painter, box, self._icon_name, coat.ink)
        font = self._font()
        painter.setFont(font)
        painter.setPen(theme.colour(coat.ink))
        words = QRectF(2, box.bottom() + Space.HAIR, self.width() - 4, line)
        shown = QFontMetrics(font).elidedText(
            self._label, Qt.TextElideMode.ElideRight, int(words.width())
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, shown)

    # Qt's own

    def sizeHint(self) -> QSize:
        bold = QFont(theme.font(TextRole.NAV))
        bold.setWeight(QFont.Weight.DemiBold)
        text = QFontMetrics(bold).horizontalAdvance(self._label)
        line = theme.metrics(TextRole.NAV).height()
        height = self._icon_side() + Space.HAIR + line + 16
        return QSize(max(text + 12, theme.current().px(72)), height)
