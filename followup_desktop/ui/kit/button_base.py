"""What every button of the kit is made of; build one of your own on `KitButton`."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from followup_desktop.ui.kit import icons, metrics, painting, theme
from followup_desktop.ui.kit.tokens import Palette, Radius, Space, TextRole


class Coat(NamedTuple):
    """What a button wears in one state; empty means none."""

    fill: str
    line: str
    ink: str


def plain(text: str) -> str:
    """`text` with each & doubled, so that "Smith & Sons" stays a name and gets no underline."""
    return text.replace("&", "&&")


class KitButton(QPushButton):
    """The base.

    A label with an optional icon, painted from tokens, with a ring when the keyboard is on it.
    """

    radius: float = Radius.CONTROL
    text_role = TextRole.BUTTON
    side_padding = Space.LARGE

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        name: str,
        icon: str = "",
        large: bool = False,
    ) -> None:
        super().__init__(parent)
        self._label = ""
        self._icon_name = icon
        self._large = large
        self._leading = False
        self._ring = False
        self.setObjectName(name)
        self.set_label(text)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)

    def label(self) -> str:
        return self._label

    def set_label(self, text: str) -> None:
        self._label = text
        self.setText(plain(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_icon(self, name: str) -> None:
        self._icon_name = name
        self.updateGeometry()
        self.update()

    def _coat(self, palette: Palette) -> Coat:
        raise NotImplementedError

    def _shown_role(self) -> TextRole:
        """How the label is set just now; `text_role`, the widest, is what room is kept for."""
        return self.text_role

    def _height(self) -> int:
        return metrics.control_height(large=self._large)

    def _icon_side(self) -> int:
        return round(theme.metrics(self.text_role).height() * 0.8) if self._icon_name else 0

    def _trailing_width(self) -> int:
        """Room kept after the label, for a chevron."""
        return 0

    def _paint_trailing(self, painter: QPainter, rect: QRectF, coat: Coat) -> None:
        """Paint what stands in that room."""

    def _paint_ring(self, painter: QPainter, rect: QRectF, coat: Coat) -> None:
        filled = coat.fill not in ("", theme.current().palette.surface)
        gap = theme.current().palette.surface if filled else ""
        painting.focus_ring(painter, rect, self.radius, gap)

    def _paint_contents(self, painter: QPainter, coat: Coat) -> None:
        role = self._shown_role()
        fm = theme.metrics(role)
        side, trailing = self._icon_side(), self._trailing_width()
        gap = Space.SMALL if side and self._label else 0
        room = self.width() - 2 * self._inner_padding() - side - gap - trailing
        shown = fm.elidedText(self._label, Qt.TextElideMode.ElideRight, max(0, room))
        text_width = fm.horizontalAdvance(shown)
        x = (self.width() - (side + gap + text_width + trailing)) / 2
        if self._leading:
            x = self._inner_padding()
        if side:
            box = QRectF(x, (self.height() - side) / 2, side, side)
            icons.paint(painter, box, self._icon_name, coat.ink)
        painter.setFont(theme.font(role))
        painter.setPen(theme.colour(coat.ink))
        box = QRectF(x + side + gap, 0, text_width + 2, self.height())
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(box, flags | Qt.TextFlag.TextSingleLine, shown)
        if trailing:
            tail = QRectF(box.right(), 0, trailing, self.height())
            self._paint_trailing(painter, tail, coat)

    def _natural_width(self) -> int:
        fm = theme.metrics(self.text_role)
        side = self._icon_side()
        gap = Space.SMALL if side and self._label else 0
        text = min(fm.horizontalAdvance(self._label[:200]) + 2, metrics.chars(44))
        return text + side + gap + self._trailing_width() + 2 * self._inner_padding()

    def _inner_padding(self) -> int:
        return Space.PAGE if self._large else self.side_padding

    # Qt's own

    def sizeHint(self) -> QSize:
        return QSize(max(self._natural_width(), self._height()), self._height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() is not Qt.FocusReason.ActiveWindowFocusReason:
            self._ring = event.reason() is not Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._ring = True
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            # Ctrl+Enter saves the form around it, whatever has the keyboard.
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        coat = self._coat(theme.current().palette)
        rect = QRectF(self.rect())
        with painting.painter_on(self) as painter:
            width = painting.hairline(self)
            painting.rounded(painter, rect, self.radius, coat.fill, coat.line, width)
            self._paint_contents(painter, coat)
            if self.hasFocus() and self._ring:
                self._paint_ring(painter, rect, coat)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self.update()
        return super().event(event)
