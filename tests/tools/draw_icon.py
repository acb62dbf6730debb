"""Draws the program's own icon into resources/icons: the shop's green, and an f of its letters.

`python -m tests.tools.draw_icon`, after a change of the colour or the font; a test holds
the files to it.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter, QPainterPath, QRawFont

from followup_desktop.ui.kit.packaged import folder
from followup_desktop.ui.kit.tokens import LIGHT

ICONS = Path(__file__).resolve().parent.parent.parent / "resources" / "icons"
LETTERS = ("font_source_serif_pro", "SourceSerifPro-Semibold.ttf")
SIDES = (16, 32, 48, 64, 128, 256)

ROUNDING = 0.21
"""Of the corners, as a share of the side."""
TALL, TALL_AND_SMALL = 0.58, 0.72
"""The letter's height. On the smallest, of 16 and 32 pixels, a fine letter would be lost."""


def draw(side: int) -> QImage:
    picture = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ground = QPainterPath()
        ground.addRoundedRect(QRectF(0, 0, side, side), ROUNDING * side, ROUNDING * side)
        painter.fillPath(ground, QColor(LIGHT.primary))
        letter = outline()
        seen = letter.boundingRect()
        tall = TALL_AND_SMALL if side <= 32 else TALL
        painter.translate(side / 2, side / 2)
        painter.scale(tall * side / seen.height(), tall * side / seen.height())
        painter.translate(-seen.center())
        painter.fillPath(letter, QColor(LIGHT.on_primary))
    return picture


def outline() -> QPainterPath:
    package, file = LETTERS
    font = QRawFont(str(folder(package) / "files" / file), 1000.0)
    return font.pathForGlyph(font.glyphIndexesForString("f")[0])


def main() -> int:
    _app = QGuiApplication.instance() or QGuiApplication(["draw_icon", "-platform", "offscreen"])
    return 0 if all([draw(side).save(str(ICONS / f"followup-{side}.png")) for side in SIDES]) else 1


if __name__ == "__main__":
    sys.exit(main())
