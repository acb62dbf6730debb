"""Buttons: one that matters most, quiet ones, those that drop down, and links."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QCursor, QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QMenu, QPushButton, QSizePolicy, QWidget

from followup_desktop.ui.kit import icons, metrics, painting, theme
from followup_desktop.ui.kit.tokens import Palette, Radius, Space, TextRole


@dataclass(frozen=True, slots=True)
class Coat:
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


class PrimaryButton(KitButton):
    """The one thing to do next on a page."""

    def _coat(self, palette: Palette) -> Coat:
        if not self.isEnabled():
            return Coat(palette.track, "", palette.muted)
        if self.isDown():
            return Coat(palette.primary_pressed, "", palette.on_primary)
        fill = palette.primary_hover if self.underMouse() else palette.primary
        return Coat(fill, "", palette.on_primary)


class QuietButton(KitButton):
    """Everything else that can be done. `leading` sets its words at the beginning, as in a list."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        name: str,
        icon: str = "",
        large: bool = False,
        leading: bool = False,
    ) -> None:
        super().__init__(text, parent, name=name, icon=icon, large=large)
        self._leading = leading
        if leading:
            self.text_role = TextRole.BODY

    def _coat(self, palette: Palette) -> Coat:
        if not self.isEnabled():
            return Coat(palette.surface, palette.line, palette.faint)
        if self.isDown():
            return Coat(palette.sunken, palette.button_line, palette.ink)
        fill = palette.window if self.underMouse() else palette.surface
        return Coat(fill, palette.button_line, palette.ink)


class MenuButton(QuietButton):
    """A quiet button that drops `menu_shown` down; Space, Enter or the down key opens it.

    A `bare` one has no border: for the bar along the top.
    """

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        name: str,
        large: bool = False,
        bare: bool = False,
    ) -> None:
        self._bare = bare
        super().__init__(text, parent, name=name, large=large)
        if bare:
            self.text_role = TextRole.BODY
        self.menu_shown = QMenu(self)
        self.setMenu(self.menu_shown)

    def _coat(self, palette: Palette) -> Coat:
        if not self._bare:
            return super()._coat(palette)
        return Coat(palette.sunken if self.underMouse() else "", "", palette.muted)

    def _trailing_width(self) -> int:
        return round(theme.metrics(self.text_role).height())

    def _paint_trailing(self, painter: QPainter, rect: QRectF, coat: Coat) -> None:
        size = rect.width() * 0.42
        centre = QPointF(rect.right() - size / 2 - 1, rect.center().y() + 1)
        painting.chevron(painter, centre, size, coat.ink)

    # Qt's own

    def keyPressEvent(self, event: QKeyEvent) -> None:
        opens = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
        if event.key() in opens:
            self._ring = True
            self.showMenu()
            return
        super().keyPressEvent(event)


class LinkButton(KitButton):
    """An action in a line of text, underlined; `muted` only while it is pointed at."""

    text_role = TextRole.BODY
    side_padding = 0

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        name: str,
        icon: str = "",
        muted: bool = False,
    ) -> None:
        self._muted = muted
        super().__init__(text, parent, name=name, icon=icon)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)

    def _coat(self, palette: Palette) -> Coat:
        if not self.isEnabled():
            return Coat("", "", palette.faint)
        if self._muted and not self.underMouse():
            return Coat("", "", palette.muted)
        return Coat("", "", palette.primary_ink)

    def _height(self) -> int:
        return theme.metrics(self.text_role).height() + 4

    def _paint_contents(self, painter: QPainter, coat: Coat) -> None:
        super()._paint_contents(painter, coat)
        if self.isEnabled() and (self.underMouse() or not self._muted):
            self._underline(painter, coat.ink, painting.hairline(self))

    def _paint_ring(self, painter: QPainter, rect: QRectF, coat: Coat) -> None:
        # A ring would cut into the letters: they stand flush with the text around them.
        self._underline(painter, theme.current().palette.focus, painting.RING)

    def _underline(self, painter: QPainter, colour: str, width: float) -> None:
        fm = theme.metrics(self.text_role)
        y = (self.height() + fm.ascent() - fm.descent()) / 2 + 2
        painter.fillRect(QRectF(0, y, self.width(), width), theme.colour(colour))

    # Qt's own

    def sizeHint(self) -> QSize:
        return QSize(self._natural_width(), self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self._natural_width(), metrics.chars(6)), self._height())


class IconButton(KitButton):
    """A small square with an icon alone; `text` is its accessible name and its tooltip."""

    radius = Radius.SMALL

    def __init__(self, text: str, parent: QWidget | None = None, *, name: str, icon: str) -> None:
        super().__init__("", parent, name=name, icon=icon)
        self.setAccessibleName(text)
        self.setToolTip(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _coat(self, palette: Palette) -> Coat:
        if not self.isEnabled():
            return Coat("", "", palette.faint)
        if self.underMouse() or self.isDown():
            return Coat(palette.sunken, "", palette.ink)
        return Coat("", "", palette.muted)

    def _paint_ring(self, painter: QPainter, rect: QRectF, coat: Coat) -> None:
        painting.focus_ring(painter, rect, self.radius)

    # Qt's own

    def sizeHint(self) -> QSize:
        side = theme.metrics(self.text_role).height() + 12
        return QSize(side, side)
