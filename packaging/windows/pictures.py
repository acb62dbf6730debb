"""The picture beside the setup's last page: the program's icon on its own green."""

from pathlib import Path

from PySide6.QtCore import QRect
from PySide6.QtGui import QColor, QImage, QPainter

from followup_desktop.ui.kit.tokens import LIGHT

# Twice what the page takes at 100 %, for screens of a finer scale.
WIDTH, HEIGHT = 328, 628
SIDE, TOP = 128, 96


def draw_side(icon: Path, target: Path) -> None:
    """As a BMP, which is all that NSIS reads."""
    picture = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB888)
    picture.fill(QColor(LIGHT.primary))
    with QPainter(picture) as painter:
        painter.drawImage(QRect((WIDTH - SIDE) // 2, TOP, SIDE, SIDE), QImage(str(icon)))
    if not picture.save(str(target)):
        raise OSError(f"{target} could not be written")
