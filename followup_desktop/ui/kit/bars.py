"""Thin bars that say how far something is."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.tokens import Radius, Space

_THICKNESS = 6
_THICK = 20


class _Bar(QWidget):
    def __init__(self, done: int, of: int, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._done, self._of = done, of
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_progress(self, done: int, of: int) -> None:
        self._done, self._of = done, of
        self.update()

    # Qt's own

    def sizeHint(self) -> QSize:
        return QSize(120, theme.current().px(_THICKNESS))


class ProgressLine(_Bar):
    """`done` of `of`, as one bar. The words beside it say the same, so it stays silent itself.

    A `thick` one is to be compared with another, from which a `quiet` one stands back."""

    def __init__(
        self,
        done: int = 0,
        of: int = 1,
        parent: QWidget | None = None,
        *,
        thick: bool = False,
        quiet: bool = False,
    ) -> None:
        self._thick, self._quiet = thick, quiet
        super().__init__(done, of, parent)

    def sizeHint(self) -> QSize:
        if not self._thick:
            return super().sizeHint()
        return QSize(120, theme.current().px(_THICK))

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        rect = QRectF(self.rect())
        share = min(1.0, max(0.0, self._done / self._of)) if self._of > 0 else 0.0
        radius = Radius.SMALL if self._thick else rect.height() / 2
        with painting.painter_on(self) as painter:
            painting.rounded(painter, rect, radius, palette.track)
            if share:
                filled = QRectF(rect)
                filled.setWidth(max(2 * radius, rect.width() * share))
                if self.isRightToLeft():
                    filled.moveRight(rect.right())
                ink = palette.control_line if self._quiet else palette.primary_ink
                painting.rounded(painter, filled, radius, ink)


class StageLine(_Bar):
    """Segments, one a stage: those done, the one under way, those to come."""

    def __init__(self, done: int = 0, of: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(done, of, parent)

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        count = max(1, self._of)
        width = (self.width() - Space.HAIR * (count - 1)) / count
        with painting.painter_on(self) as painter:
            for index in range(count):
                colour = palette.track
                if index < self._done:
                    colour = palette.primary_ink
                elif index == self._done:
                    colour = palette.under_way
                place = count - 1 - index if self.isRightToLeft() else index
                rect = QRectF(place * (width + Space.HAIR), 0, width, self.height())
                painting.rounded(painter, rect, self.height() / 2, colour)
