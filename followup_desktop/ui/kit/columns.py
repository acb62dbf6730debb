"""Columns beside each other, each in two parts, such as the calls of a week."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.pointed import Pointed
from followup_desktop.ui.kit.tokens import Palette, Radius, Space, TextRole

_HEIGHT = 150
_GAP = 0.18
"""Of a column's width, on either side."""
_WIDEST = 64
_BETWEEN = 2


@dataclass(frozen=True, slots=True)
class Column:
    label: str
    """Below it, where there is room."""
    part: int
    """The filled part, at the bottom."""
    of: int
    words: str
    """What it shows, as a sentence."""


class Columns(Pointed):
    """The tallest takes all the height; how many each stands for is written above it."""

    def __init__(self, parent: QWidget | None = None, *, name: str, label: str) -> None:
        super().__init__(parent, name=name, label=label)
        self._columns: tuple[Column, ...] = ()

    def show_columns(self, columns: Sequence[Column], summary: str) -> None:
        self._columns = tuple(columns)
        self.show_words([column.words for column in columns], summary)

    def rect_of(self, place: int) -> QRectF:
        """All of the height, so that a short column is hit as easily."""
        return self._slot(place).adjusted(0, self._line(), 0, -self._line())

    def step(self, place: int, key: Qt.Key) -> int:
        last = len(self._columns) - 1
        match key:
            case Qt.Key.Key_Home:
                return 0
            case Qt.Key.Key_End:
                return last
            case Qt.Key.Key_Left | Qt.Key.Key_Down:
                return max(0, place - 1)
            case _:
                return min(last, place + 1)

    # Where things are

    def _line(self) -> int:
        return theme.metrics(TextRole.NAV).height() + 2

    def _slot(self, place: int) -> QRectF:
        """The room of a column with its gaps and its words."""
        width = self.width() / max(1, len(self._columns))
        at = len(self._columns) - 1 - place if self.isRightToLeft() else place
        return QRectF(at * width, 0, width, self.height())

    def _bar(self, place: int) -> QRectF:
        """Of the whole column, as tall as it counts."""
        slot = self._slot(place)
        width = min(slot.width() * (1 - 2 * _GAP), theme.current().px(_WIDEST))
        most = max((column.of for column in self._columns), default=0)
        room = self.height() - 2 * self._line()
        height = room * self._columns[place].of / most if most else 0
        return QRectF(
            slot.center().x() - width / 2, self.height() - self._line() - height, width, height
        )

    def _every(self) -> int:
        """Only each so-many-th label fits."""
        fm = theme.metrics(TextRole.NAV)
        widest = max((fm.horizontalAdvance(one.label) for one in self._columns), default=0)
        slot = self._slot(0).width()
        return max(1, -(-round(widest + Space.SMALL) // max(1, int(slot))))

    # Painting

    def _paint_bar(self, painter: QPainter, place: int, palette: Palette) -> None:
        column, bar = self._columns[place], self._bar(place)
        if not column.of:
            return
        filled = QRectF(bar)
        filled.setTop(bar.bottom() - bar.height() * column.part / column.of)
        rest = QRectF(bar)
        rest.setBottom(filled.top() - (_BETWEEN if column.part else 0))
        radius = min(Radius.SMALL - 2, bar.width() / 4)
        if column.of > column.part:
            painting.rounded(painter, rest, radius, palette.button_line)
        if column.part:
            painting.rounded(painter, filled, radius, palette.primary)

    def _paint_words(self, painter: QPainter, place: int, palette: Palette) -> None:
        column, slot, line = self._columns[place], self._slot(place), self._line()
        fm = theme.metrics(TextRole.NAV)
        is_here = place == self.place
        painter.setPen(theme.colour(palette.ink if is_here else palette.muted))
        if column.of and fm.horizontalAdvance(str(column.of)) < slot.width():
            above = QRectF(slot.left(), self._bar(place).top() - line, slot.width(), line)
            painter.drawText(above, Qt.AlignmentFlag.AlignCenter, str(column.of))
        last = len(self._columns) - 1
        if (last - place) % self._every() == 0:
            width = fm.horizontalAdvance(column.label) + 2
            left = slot.center().x() - width / 2
            # The labels at the two ends may need more room than their columns have.
            left = max(0.0, min(left, self.width() - width))
            below = QRectF(left, self.height() - line, width, line)
            painter.drawText(below, Qt.AlignmentFlag.AlignCenter, column.label)

    # Qt's own

    def sizeHint(self) -> QSize:
        return QSize(theme.current().px(240), theme.current().px(_HEIGHT) + 2 * self._line())

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        with painting.painter_on(self) as painter:
            painter.setFont(theme.font(TextRole.NAV))
            for place in range(len(self._columns)):
                if place == self.place:
                    painting.rounded(
                        painter, self.rect_of(place), Radius.SMALL, palette.primary_wash
                    )
                self._paint_bar(painter, place, palette)
                self._paint_words(painter, place, palette)
            base = QRectF(0, self.height() - self._line(), self.width(), painting.hairline(self))
            painter.fillRect(base, theme.colour(palette.line))
            self.paint_ring(painter)
