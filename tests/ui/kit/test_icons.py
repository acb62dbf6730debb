import json

import pytest
from PySide6.QtCore import QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from followup_desktop.ui.kit import icons, theme
from followup_desktop.ui.kit.buttons import IconButton
from followup_desktop.ui.kit.packaged import folder
from followup_desktop.ui.kit.tokens import DARK, LIGHT


def drawn(name: str, colour: str = LIGHT.ink, side: int = 32, around: int = 0) -> QImage:
    whole = side + 2 * around
    image = QImage(whole, whole, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    try:
        icons.paint(painter, QRectF(around, around, side, side), name, colour)
    finally:
        painter.end()
    return image


def strongest(image: QImage) -> str:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(pixels, key=lambda pixel: pixel.alpha()).name()


def has_ink(image: QImage) -> bool:
    return any(
        image.pixelColor(x, y).alpha() for x in range(image.width()) for y in range(image.height())
    )


@pytest.mark.parametrize("name", icons.GLYPHS)
def test_every_code_point_is_the_packages_own(name: str) -> None:
    charmap = json.loads((folder("qtawesome") / "fonts" / icons.CHARMAP_FILE).read_text())
    phosphor, point = icons.GLYPHS[name]
    assert int(charmap[phosphor], 16) == point


@pytest.mark.parametrize("name", icons.GLYPHS)
def test_every_icon_draws_inside_its_square(qapp: QApplication, name: str) -> None:
    square = QRect(8, 8, 36, 36)
    image = drawn(name, side=36, around=8)
    assert has_ink(image)
    for x in range(image.width()):
        for y in range(image.height()):
            assert square.contains(x, y) or not image.pixelColor(x, y).alpha()


def test_an_icon_follows_the_look(qapp: QApplication) -> None:
    icon = icons.icon("phone", "ink")
    assert strongest(icon.pixmap(QSize(32, 32)).toImage()) == LIGHT.ink
    theme.apply(qapp, theme.Appearance.DARK)
    assert strongest(icon.pixmap(QSize(32, 32)).toImage()) == DARK.ink


def test_an_unknown_name_is_a_bug(qapp: QApplication) -> None:
    with pytest.raises(KeyError):
        icons.icon("unicorn")
    with pytest.raises(KeyError):
        drawn("unicorn")


def test_held_icons_come_with_the_release(qtbot: QtBot) -> None:
    button = IconButton("Close", name="close", icon="close")
    qtbot.addWidget(button)
    shown = button.grab().toImage()
    icons.hold()
    try:
        assert button.grab().toImage() != shown
    finally:
        icons.release()
    assert button.grab().toImage() == shown


def test_a_package_that_is_not_there_is_said_so() -> None:
    with pytest.raises(FileNotFoundError):
        folder("no_package_is_called_this")
