"""Which row the keyboard is on can be seen once the keyboard is in use, and not before."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.ui.kit.fields import LineField
from followup_desktop.ui.kit.lines import Line, LineKind
from followup_desktop.ui.kit.lines_view import LinesView
from followup_desktop.ui.kit.row_list import RING
from tests.ui.kit.keyboard import press, show_active


@pytest.fixture
def rows(qtbot: QtBot) -> Iterator[LinesView]:
    window = QWidget()
    layout = QVBoxLayout(window)
    field, rows = LineField(name="before"), LinesView(name="rows", label="Rows")
    rows.show_lines([Line(LineKind.ENTRY, name, key=name) for name in ("Jun", "Ada")])
    for widget in (field, rows):
        layout.addWidget(widget)
    QShortcut("Ctrl+2", window).activated.connect(rows.setFocus)
    qtbot.addWidget(window)
    show_active(qtbot, window)
    field.setFocus()
    yield rows


def test_tab_brings_the_ring(qtbot: QtBot, rows: LinesView) -> None:
    press(Qt.Key.Key_Tab)
    assert rows.hasFocus()
    assert rows.property(RING)


def test_a_shortcut_brings_it_too(qtbot: QtBot, rows: LinesView) -> None:
    qtbot.keyClick(rows.window(), Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert rows.hasFocus()
    assert rows.property(RING)


def test_a_mouse_needs_none_until_the_first_key(qtbot: QtBot, rows: LinesView) -> None:
    place = rows.visualRect(rows.lines().index(0)).center()
    qtbot.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert rows.hasFocus()
    assert not rows.property(RING)
    qtbot.keyClick(rows, Qt.Key.Key_Down)
    assert rows.property(RING)


def test_what_the_program_does_by_itself_shows_none(rows: LinesView) -> None:
    rows.setFocus()
    assert not rows.property(RING)
