import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from followup_desktop.ui.kit.ticks import Tick


@pytest.fixture(params=[False, True], ids=["plain", "cue"])
def tick(qtbot: QtBot, request: pytest.FixtureRequest) -> Tick:
    tick = Tick("Who noticed? Ed & Dana?", name="cue_1", cue=request.param)
    qtbot.addWidget(tick)
    tick.resize(500, tick.sizeHint().height())
    tick.show()
    return tick


def test_a_click_anywhere_on_the_row_ticks(qtbot: QtBot, tick: Tick) -> None:
    with qtbot.waitSignal(tick.ticked) as told:
        qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(490, 5))
    assert told.args == [True]
    with qtbot.waitSignal(tick.ticked) as told:
        qtbot.mouseClick(tick, Qt.MouseButton.LeftButton, pos=QPoint(4, 5))
    assert told.args == [False]


def test_space_ticks(qtbot: QtBot, tick: Tick) -> None:
    with qtbot.waitSignal(tick.ticked):
        qtbot.keyClick(tick, Qt.Key.Key_Space)


def test_the_program_ticking_says_nothing(qtbot: QtBot, tick: Tick) -> None:
    with qtbot.assertNotEmitted(tick.ticked):
        tick.setChecked(True)


def test_known_by_its_words(tick: Tick) -> None:
    interface = QAccessible.queryAccessibleInterface(tick)
    assert interface.text(QAccessible.Text.Name) == "Who noticed? Ed & Dana?"
    assert interface.role() is QAccessible.Role.CheckBox


def test_a_ticked_cue_looks_done(tick: Tick) -> None:
    before = tick.grab().toImage()
    tick.setChecked(True)
    assert tick.grab().toImage() != before
