"""What the window paints first: the surfaces of the frame as it looked when it was last closed."""

from typing import NamedTuple

from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QWidget


class Ground(NamedTuple):
    """Colours as "#rrggbb"; lengths in logical pixels."""

    page: str
    frame: str
    line: str
    rail_width: int
    bar_height: int

    @classmethod
    def read(cls, text: str) -> "Ground | None":
        """None for what no `str` of a ground is."""
        match text.split():
            case [page, frame, line, rail_width, bar_height] if _are_numbers(
                rail_width, bar_height
            ):
                return cls(page, frame, line, int(rail_width), int(bar_height))
        return None

    def __str__(self) -> str:
        return " ".join(map(str, self))

    def paint(self, widget: QWidget) -> None:
        width, height = widget.width(), widget.height()
        painter = QPainter(widget)
        _fill(painter, (0, 0, width, height), self.page)
        _fill(painter, (0, 0, width, self.bar_height), self.frame)
        _fill(painter, (0, self.bar_height - 1, width, 1), self.line)
        _fill(painter, (0, 0, self.rail_width, height), self.frame)
        _fill(painter, (self.rail_width - 1, 0, 1, height), self.line)
        painter.end()


def _fill(painter: QPainter, area: tuple[int, int, int, int], colour: str) -> None:
    """Not by fillRect: to tell its colours apart, PySide first makes all the enums of Qt, a tenth
    of the time until something is seen."""
    left, top, width, height = area
    surface = QPixmap(width, height)
    surface.fill(QColor(colour))
    painter.drawPixmap(left, top, surface)


def _are_numbers(*texts: str) -> bool:
    return all(text.isdecimal() and len(text) < 5 for text in texts)
