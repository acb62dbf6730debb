"""Small rounded things.

A chip to click, a badge that says what something is, somebody's initials, a key.
"""

from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.ui.kit import metrics, painting, row_text, theme
from followup_desktop.ui.kit.button_base import Coat, KitButton
from followup_desktop.ui.kit.row_plan import Pen
from followup_desktop.ui.kit.tokens import Palette, Radius, Space, TextRole, ToneName

_PILL = 1000.0


class Chip(KitButton):
    """A pill that does one thing at a click ("10 min"), or stays down when `checkable`."""

    radius = _PILL

    def __init__(
        self,
        text: str,
        parent: QWidget | None = None,
        *,
        name: str,
        icon: str = "",
        checkable: bool = False,
    ) -> None:
        super().__init__(text, parent, name=name, icon=icon)
        self.setCheckable(checkable)

    def _shown_role(self) -> TextRole:
        return TextRole.BUTTON if self.isChecked() else TextRole.BODY

    def _coat(self, palette: Palette) -> Coat:
        if not self.isEnabled():
            return Coat(palette.surface, palette.line, palette.faint)
        if self.isChecked():
            return Coat(palette.primary, "", palette.on_primary)
        if self.isDown():
            return Coat(palette.sunken, palette.button_line, palette.ink)
        fill = palette.window if self.underMouse() else palette.surface
        return Coat(fill, palette.button_line, palette.ink)


class Badge(QWidget):
    """A short word on a tint: what sort of thing this is. Only to read."""

    def __init__(
        self, text: str, tone: ToneName = ToneName.NEUTRAL, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._text = ""
        self._tone = tone
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.set_badge(text, tone)

    def text(self) -> str:
        return self._text

    def tone(self) -> ToneName:
        return self._tone

    def set_badge(self, text: str, tone: ToneName) -> None:
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    # Qt's own

    def sizeHint(self) -> QSize:
        return badge_size(self._text)

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(min(hint.width(), metrics.chars(10, TextRole.SMALL)), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting.painter_on(self) as painter:
            paint_badge(painter, QRectF(self.rect()), self._text, self._tone)


@lru_cache(maxsize=500)
def badge_size(text: str) -> QSize:
    """What a badge takes; list delegates paint theirs with this and `paint_badge`. Shared, so
    don't change it."""
    fm = theme.metrics(TextRole.SMALL_STRONG)
    width = min(fm.horizontalAdvance(text[:120]) + 2, metrics.chars(30, TextRole.SMALL))
    return QSize(width + 2 * (Space.SMALL + 2), fm.height() + 5)


def paint_badge(painter: Pen, rect: QRectF, text: str, tone: ToneName) -> None:
    colours = theme.current().palette.tone(tone)
    painting.flat(painter, rect, _PILL, colours.tint)
    room = rect.width() - 2 * (Space.SMALL + 1)
    line = row_text.line(TextRole.SMALL_STRONG, text, int(room), painter.layoutDirection())
    painter.setFont(theme.font(TextRole.SMALL_STRONG))
    painter.setPen(theme.colour(colours.ink))
    painter.drawStaticText(_middle(rect, line), line.text)


class Avatar(QWidget):
    """Two initials on a round tint. `size` in logical pixels at 100 %."""

    def __init__(
        self,
        initials: str,
        tone: ToneName = ToneName.NEUTRAL,
        size: int = 34,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._initials = initials
        self._tone = tone
        self._size = size
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set_avatar(self, initials: str, tone: ToneName) -> None:
        self._initials, self._tone = initials, tone
        self.update()

    # Qt's own

    def sizeHint(self) -> QSize:
        side = theme.current().px(self._size)
        return QSize(side, side)

    def paintEvent(self, event: QPaintEvent) -> None:
        with painting.painter_on(self) as painter:
            paint_avatar(painter, QRectF(self.rect()), self._initials, self._tone)


def paint_avatar(painter: Pen, rect: QRectF, initials: str, tone: ToneName) -> None:
    """The same, for list delegates."""
    colours = theme.current().palette.tone(tone)
    painting.flat(painter, rect, _PILL, colours.tint)
    font, line = _set_initials(initials, int(rect.height()), painter.layoutDirection())
    painter.setFont(font)
    painter.setPen(theme.colour(colours.ink))
    painter.drawStaticText(_middle(rect, line), line.text)


@lru_cache(maxsize=500)
def _set_initials(
    initials: str, side: int, direction: Qt.LayoutDirection
) -> tuple[QFont, row_text.Line]:
    font = QFont(theme.font(TextRole.STRONG))
    font.setPixelSize(max(9, round(side * 0.38)))
    return font, row_text.set_line(QFontMetricsF(font), initials, side - 4, direction)


def _middle(rect: QRectF, line: row_text.Line) -> QPointF:
    return QPointF(
        rect.x() + (rect.width() - line.width) / 2, rect.y() + (rect.height() - line.height) / 2
    )


theme.changed.connect(lambda: _set_initials.cache_clear())
theme.changed.connect(lambda: badge_size.cache_clear())


class KeyHint(QWidget):
    """A key or two on a small cap, "Ctrl K"."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = text
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # Qt's own

    def sizeHint(self) -> QSize:
        fm = theme.metrics(TextRole.NAV)
        return QSize(fm.horizontalAdvance(self._text) + 14, fm.height() + 2)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        with painting.painter_on(self) as painter:
            rect, width = QRectF(self.rect()), painting.hairline(self)
            painting.rounded(painter, rect, Radius.SMALL - 1, palette.window, palette.line, width)
            painter.setFont(theme.font(TextRole.NAV))
            painter.setPen(theme.colour(palette.muted))
            painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, self._text)
