"""What this PC remembers between two starts."""

import gc
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from followup_desktop.domain.shop import Look, Preferences
from followup_desktop.ui.memory import FILE_NAME, Memory


def window_of(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


def test_nothing_is_remembered_at_first(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    assert (memory.look, memory.text_size, memory.clerk_id, memory.in_sample) == (
        "",
        100,
        None,
        False,
    )


def test_look_clerk_and_sample_are_there_the_next_time(tmp_path: Path) -> None:
    memory = Memory(tmp_path)
    memory.keep_preferences(Preferences(look=Look.DARK, text_size=130, language="de"))
    memory.keep_clerk(7)
    memory.keep_in_sample(True)
    del memory
    again = Memory(tmp_path)
    assert (again.look, again.text_size, again.language) == ("dark", 130, "de")
    assert (again.clerk_id, again.in_sample) == (7, True)


def test_the_window_comes_back_where_it_was(tmp_path: Path, qtbot: QtBot) -> None:
    window = window_of(qtbot)
    window.setGeometry(40, 30, 700, 500)
    Memory(tmp_path).keep_window(window)
    other = window_of(qtbot)
    Memory(tmp_path).place_window(other)
    assert other.size() == QSize(700, 500)


def test_a_first_window_fits_on_the_screen(tmp_path: Path, qtbot: QtBot) -> None:
    window = window_of(qtbot)
    Memory(tmp_path).place_window(window)
    area = QGuiApplication.primaryScreen().availableGeometry()
    assert window.width() <= area.width()
    assert window.height() <= area.height()


def test_the_screen_outlives_a_window_that_was_placed(tmp_path: Path) -> None:
    """PySide takes the screen that a widget is asked for to be the widget's child."""
    window = QMainWindow()
    Memory(tmp_path).place_window(window)
    screen = QGuiApplication.primaryScreen()
    del window
    gc.collect()
    assert isValid(screen)


@pytest.mark.parametrize(
    "text", ["", "[General]\nclerk=Ed\ntext_size=\nwindow=rubbish\n", "\0\0\0", "clerk=99999999999"]
)
def test_a_spoilt_file_is_no_trouble(tmp_path: Path, qtbot: QtBot, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text, encoding="utf-8")
    memory = Memory(tmp_path)
    memory.place_window(window_of(qtbot))
    assert memory.text_size == 100
    assert memory.clerk_id is None


def test_a_folder_that_cannot_be_written_to_is_no_trouble(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "file").touch()
    memory = Memory(tmp_path / "file" / "below")
    memory.keep_clerk(1)
    memory.keep_window(window_of(qtbot))
