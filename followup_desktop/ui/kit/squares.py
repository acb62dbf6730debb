"""Squares in rows and columns, the fuller the more: such as the hours of a week."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from followup_desktop.ui.kit import painting, theme
from followup_desktop.ui.kit.pointed import Pointed
from followup_desktop.ui.kit.tokens import Palette, Space, TextRole

_TALL = 22
_GAP = 3
_FAINTEST = 0.12


@dataclass(frozen=True, slots=True)
class Square:
    row: int
    column: int
    share: float | None
    """0 to 1; None: too little to say, and drawn as an outline."""
    words: str


class Squares(Pointed):
    """Only what there is something to say of has a square."""

    def __init__(self, parent: QWidget | None = None, *, name: str, label: str) -> None:
        super().__init__(parent, name=name, label=label)
        self._rows: tuple[str, ...] = ()
        self._columns: tuple[str, ...] = ()
        self._squares: tuple[Square, ...] = ()

    def show_squares(
        self, rows: Sequence[str], columns: Sequence[str], squares: Sequence[Square], summary: str
    ) -> None:
        """`squares` in the order in which they are read."""
        self._rows, self._columns = tuple(rows), tuple(columns)
        self._squares = tuple(squares)
        self.show_words([square.words for square in squares], summary)

    def first_place(self) -> int:
        return 0

    def step(self, place: int, key: Qt.Key) -> int:
        """To the nearest square on that side, in the same row or column where there is one."""
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return 0 if key is Qt.Key.Key_Home else len(self._squares) - 1
        here = self._squares[place]
        by_row = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
        sign = -1 if key in (Qt.Key.Key_Up, Qt.Key.Key_Left) else 1

        def far(square: Square) -> tuple[int, int]:
            down, across = square.row - here.row, square.column - here.column
            return (abs(down), abs(across)) if by_row else (abs(across), abs(down))

        def on_that_side(square: Square) -> bool:
            if by_row:
                return (square.row - here.row) * sign > 0
            return square.row == here.row and (square.column - here.column) * sign > 0

        others = [at for at, square in enumerate(self._squares) if on_that_side(square)]
        return min(others, key=lambda at: far(self._squares[at]), default=place)

    # Where things are

    def _line(self) -> int:
        return theme.metrics(TextRole.NAV).height()

    def _tall(self) -> int:
        return theme.current().px(_TALL)

    def _margin(self) -> int:
        """The room of the rows' names."""
        fm = theme.metrics(TextRole.NAV)
        return max((fm.horizontalAdvance(row) for row in self._rows), default=0) + Space.SMALL

    def _slot(self, row: int, column: int) -> QRectF:
        left = self._margin()
        width = (self.width() - left) / max(1, len(self._columns))
        x = left + column * width
        if self.isRightToLeft():
            x = self.width() - x - width
        return QRectF(x, row * self._tall(), width, self._tall())

    def rect_of(self, place: int) -> QRectF:
        square = self._squares[place]
        half = _GAP / 2
        return self._slot(square.row, square.column).adjusted(half, half, -half, -half)

    # Painting

    def _paint_names(self, painter: QPainter, palette: Palette) -> None:
        painter.setPen(theme.colour(palette.muted))
        for at, name in enumerate(self._rows):
            slot = self._slot(at, 0)
            x = self.width() - self._margin() if self.isRightToLeft() else 0
            rect = QRectF(x, slot.top(), self._margin(), slot.height())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeading
            painter.drawText(rect, flags, name)
        fm = theme.metrics(TextRole.NAV)
        widest = max((fm.horizontalAdvance(name) for name in self._columns), default=0)
        top = len(self._rows) * self._tall()
        for at, name in enumerate(self._columns):
            slot = self._slot(0, at)
            every = max(1, -(-(widest + Space.HAIR) // max(1, int(slot.width()))))
            if at % every == 0:
                rect = QRectF(slot.center().x() - widest, top, 2 * widest, self._line() + 4)
                painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, name)

    def _paint_square(self, painter: QPainter, place: int, palette: Palette) -> None:
        square, rect = self._squares[place], self.rect_of(place)
        if square.share is None:
            width = painting.hairline(self)
            painting.rounded(painter, rect, 4, "", palette.button_line, width)
            return
        painter.setOpacity(_FAINTEST + (1 - _FAINTEST) * square.share)
        painting.rounded(painter, rect, 4, palette.primary)
        painter.setOpacity(1)

    # Qt's own

    def sizeHint(self) -> QSize:
        height = len(self._rows) * self._tall() + self._line() + 4
        return QSize(theme.current().px(240), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.current().px(120), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        palette = theme.current().palette
        with painting.painter_on(self) as painter:
            painter.setFont(theme.font(TextRole.NAV))
            self._paint_names(painter, palette)
            for place in range(len(self._squares)):
                self._paint_square(painter, place, palette)
            if self.place >= 0:
                rect = self.rect_of(self.place).adjusted(-1, -1, 1, 1)
                painting.rounded(painter, rect, 5, "", palette.ink, 1.5)
            self.paint_ring(painter)
