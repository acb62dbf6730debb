"""What a painted row has no room for is said by its tooltip."""

import pytest
from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from followup_desktop.ui.kit.lines import Line, LineKind
from followup_desktop.ui.kit.lines_view import LinesView
from tests.ui.kit.pointing import tooltip_at

LONG = "Ask whether the <b>blue</b> coat that hung in the window is what she had in mind"


@pytest.fixture
def rows(qtbot: QtBot) -> LinesView:
    rows = LinesView(name="rows", label="Rows", two_lines=True)
    qtbot.addWidget(rows)
    rows.resize(260, 300)
    rows.show_lines(
        [
            Line(LineKind.ENTRY, "Ada Lund", second=LONG, badge="Promise", key=1),
            Line(LineKind.ENTRY, "Jun Sato", second="Scarf", badge="Promise", key=2),
        ]
    )
    rows.show()
    return rows


def row(rows: LinesView, place: int) -> QPoint:
    return rows.visualRect(rows.lines().index(place)).center()


def test_what_is_cut_is_said_whole_and_as_it_was_typed(qtbot: QtBot, rows: LinesView) -> None:
    assert tooltip_at(qtbot, rows, row(rows, 0)) == LONG


def test_where_there_is_room_for_all_nothing_comes_up(qtbot: QtBot, rows: LinesView) -> None:
    assert tooltip_at(qtbot, rows, row(rows, 1)) == ""


def test_nothing_comes_up_beside_the_rows(qtbot: QtBot, rows: LinesView) -> None:
    assert tooltip_at(qtbot, rows, QPoint(20, rows.viewport().height() - 5)) == ""


def test_it_is_said_no_more_once_there_is_room(qtbot: QtBot, rows: LinesView) -> None:
    assert tooltip_at(qtbot, rows, row(rows, 0))
    rows.resize(900, 300)
    assert tooltip_at(qtbot, rows, row(rows, 0)) == ""
