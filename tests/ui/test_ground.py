"""What the window paints before it knows anything."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.ui.after_paint import AfterPaint
from followup_desktop.ui.ground import Ground

GROUND = Ground("#112233", "#445566", "#778899", rail_width=90, bar_height=50)


def test_it_is_read_as_it_was_written() -> None:
    assert Ground.read(str(GROUND)) == GROUND


@pytest.mark.parametrize("text", ["", "rubbish", "a b c d e", "#1 #2 #3 99999 1", "1 2 3 4 5 6"])
def test_what_was_spoilt_is_none(text: str) -> None:
    assert Ground.read(text) is None


def test_it_shows_where_the_frame_will_stand(qtbot: QtBot) -> None:
    class Painted(QWidget):
        def paintEvent(self, event: object) -> None:
            GROUND.paint(self)

    widget = Painted()
    qtbot.addWidget(widget)
    widget.resize(300, 200)
    image = widget.grab().toImage()
    colours = [image.pixelColor(*at).name() for at in ((10, 150), (89, 150), (200, 10), (200, 150))]
    assert colours == ["#445566", "#778899", "#445566", "#112233"]


def test_what_waits_for_a_paint_comes_once_and_after_it(qtbot: QtBot) -> None:
    widget, seen = QWidget(), []
    qtbot.addWidget(widget)
    waiting = AfterPaint(widget)
    waiting.came.connect(lambda: seen.append(1))
    assert waiting.is_waiting
    widget.show()
    qtbot.waitUntil(lambda: bool(seen))
    widget.repaint()
    assert not waiting.is_waiting
    assert seen == [1]


def test_what_was_cancelled_never_comes(qtbot: QtBot) -> None:
    widget, seen = QWidget(), []
    qtbot.addWidget(widget)
    waiting = AfterPaint(widget)
    waiting.came.connect(lambda: seen.append("cancelled"))
    AfterPaint(widget).came.connect(lambda: seen.append("kept"))
    waiting.cancel()
    widget.show()
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["kept"]
