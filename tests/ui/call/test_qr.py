"""The code that the shop's phone scans."""

import pytest
import segno
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from followup_desktop.ui.call.qr import DialCode
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.theme import TextSize


@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.LARGEST])
def test_every_module_stands_where_it_belongs(
    size: TextSize, qtbot: QtBot, qapp: QApplication
) -> None:
    theme.apply(qapp, theme.Appearance.DARK, size)
    code = DialCode()
    qtbot.addWidget(code)
    code.show_number("+12125550143")
    code.resize(code.sizeHint())
    picture = code.grab().toImage()
    theme.apply(qapp, theme.Appearance.LIGHT, TextSize.NORMAL)
    wanted = segno.make("tel:+12125550143", error="m", micro=False).matrix
    modules = len(wanted) + 8
    unit = picture.width() // modules
    start = (picture.width() - unit * modules) // 2 + 4 * unit
    for y, line in enumerate(wanted):
        for x, is_dark in enumerate(line):
            for corner in (0, unit - 1):
                at = picture.pixelColor(start + x * unit + corner, start + y * unit + corner)
                assert at == QColor("#000000" if is_dark else "#ffffff"), (x, y)
