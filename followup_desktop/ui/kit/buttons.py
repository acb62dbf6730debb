"""Buttons: one that matters most, quiet ones, those that drop down, and links."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from followup_desktop.ui.kit import icons, metrics, painting, theme
from followup_desktop.ui.kit.button_base import Coat, KitButton
from followup_desktop.ui.kit.tokens import Palette, Radius, TextRole


class PrimaryButton(KitButton):
    """The one thing to do next on a page. One that leads `onward` has an arrow at its end."""

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        name: str,
        icon: str = "",
        large: bool = False,
        onward: bool = False,
    ) -> None:
        self._onward = onward
        super().__init__(text, parent, name=name, icon=icon, large=large)

    def _coat(self, palette: Palette) -> Coat:
        if not self.isEnabled():
            return Coat(palette.track, "", palette.muted)
        if self.isDown():
            return Coat(palette.primary_pressed, "", palette.on_primary)
        fill = palette.primary_hover if self.underMouse() else palette.primary
        return Coat(fill, "", palette.on_primary)

    def _trailing_width(self) -> int:
        return theme.metrics(self.text_role).height() if self._onward else 0

    def _paint_trailing(self, painter: QPainter, rect: QRectF, coat: Coat) -> None:
        side = rect.width() * 0.7
        box = QRectF(rect.right() - side, rect.center().y() - side / 2, side, side)
        icons.paint(painter, box, "arrow_right", coat.ink)


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
