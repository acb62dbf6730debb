"""The program's own icon is drawn from its own colour and letters, and from nothing else."""

import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.tools import draw_icon


@pytest.mark.parametrize("side", draw_icon.SIDES)
def test_each_size_is_as_it_would_be_drawn_now(qapp: QApplication, side: int) -> None:
    drawn = draw_icon.draw(side)
    kept = QImage(str(draw_icon.ICONS / f"followup-{side}.png")).convertToFormat(drawn.format())
    assert kept == drawn


def test_there_are_no_others() -> None:
    kept = {path.name for path in draw_icon.ICONS.iterdir()}
    assert kept == {f"followup-{side}.png" for side in draw_icon.SIDES}
