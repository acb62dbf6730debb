"""Columns and squares: what they say, by mouse, by keyboard and read aloud."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.ui.kit.columns import Column, Columns
from followup_desktop.ui.kit.pointed import Pointed
from followup_desktop.ui.kit.squares import Square, Squares
from followup_desktop.ui.kit.tokens import LIGHT
from tests.ui.kit.keyboard import press, show_active

WEEKS = (
    Column("26 Oct", 3, 4, "First week: 4 calls, 3 talked"),
    Column("2 Nov", 0, 0, "Second week: no calls"),
    Column("9 Nov", 2, 8, "Third week: 8 calls, 2 talked"),
)
HOURS = (
    Square(0, 0, 0.5, "Monday at ten"),
    Square(0, 2, None, "Monday at twelve"),
    Square(1, 1, 1.0, "Tuesday at eleven"),
    Square(2, 0, 0.0, "Wednesday at ten"),
)


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    """With a button from which Tab leads to the drawing."""
    window = QWidget()
    qtbot.addWidget(window)
    QHBoxLayout(window).addWidget(QPushButton("before", window))
    window.resize(600, 260)
    return window


@pytest.fixture
def columns(window: QWidget, qtbot: QtBot) -> Columns:
    columns = Columns(window, name="calls", label="Calls a week")
    columns.show_columns(WEEKS, "In all 12 calls")
    show(columns, window, qtbot)
    return columns


@pytest.fixture
def squares(window: QWidget, qtbot: QtBot) -> Squares:
    squares = Squares(window, name="hours", label="When people are reached")
    squares.show_squares(("Mon", "Tue", "Wed"), ("10", "11", "12"), HOURS, "Best at ten")
    show(squares, window, qtbot)
    return squares


def show(drawing: Pointed, window: QWidget, qtbot: QtBot) -> None:
    layout = window.layout()
    assert layout is not None
    layout.addWidget(drawing)
    show_active(qtbot, window)
    window.findChild(QPushButton).setFocus()


def said(drawing: Pointed) -> list[str]:
    heard: list[str] = []
    drawing.pointed.connect(heard.append)
    return heard


def test_tab_leads_to_the_newest_and_the_arrows_from_one_to_the_next(columns: Columns) -> None:
    heard = said(columns)
    press(Qt.Key.Key_Tab)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_Left, Qt.Key.Key_End, Qt.Key.Key_Home):
        press(key)
    third, second, first = WEEKS[2].words, WEEKS[1].words, WEEKS[0].words
    assert heard == [third, second, first, third, first]
    press(Qt.Key.Key_Tab)
    assert heard[-1] == ""


def test_it_is_read_aloud_whole_and_place_by_place(columns: Columns) -> None:
    interface = QAccessible.queryAccessibleInterface(columns)
    assert interface.text(QAccessible.Text.Name) == "Calls a week"
    assert interface.text(QAccessible.Text.Description) == "In all 12 calls"
    press(Qt.Key.Key_Tab)
    assert interface.text(QAccessible.Text.Description) == WEEKS[2].words


def test_the_mouse_points_where_it_is_a_short_column_too(columns: Columns, qtbot: QtBot) -> None:
    heard = said(columns)
    for place in range(3):
        top = columns.rect_of(place).topLeft() + QPointF(4, 4)
        qtbot.mouseMove(columns, top.toPoint())
    assert heard == [column.words for column in WEEKS]
    assert columns.toolTip() == WEEKS[2].words
    qtbot.mouseMove(columns, QPoint(1, columns.height() - 2))
    assert heard[-1] == ""


def test_a_column_is_as_tall_as_it_counts(columns: Columns) -> None:
    """The third is the tallest; a quarter of it is filled. The first is half as tall."""
    image = columns.grab().toImage()
    ratio = image.devicePixelRatio()
    filled, rest = heights(image, ratio, columns, 2)
    assert rest / (filled + rest) == pytest.approx(0.75, abs=0.05)
    first_filled, first_rest = heights(image, ratio, columns, 0)
    assert (first_filled + first_rest) / (filled + rest) == pytest.approx(0.5, abs=0.05)
    assert first_filled / (first_filled + first_rest) == pytest.approx(0.75, abs=0.05)
    assert heights(image, ratio, columns, 1) == (0, 0)


def heights(image: QImage, ratio: float, columns: Columns, place: int) -> tuple[int, int]:
    """How many pixels of each colour stand above each other in the middle of a column."""
    x = round(columns.rect_of(place).center().x() * ratio)
    colours = [image.pixelColor(x, y).name() for y in range(image.height())]
    return colours.count(LIGHT.primary), colours.count(LIGHT.button_line)


def test_from_right_to_left_the_newest_stands_at_the_left(columns: Columns) -> None:
    columns.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert columns.rect_of(2).left() < columns.rect_of(0).left()
    heard = said(columns)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Right)
    assert heard == [WEEKS[2].words, WEEKS[1].words]


def test_new_figures_are_pointed_at_anew(columns: Columns) -> None:
    press(Qt.Key.Key_Tab)
    columns.show_columns(WEEKS[:1], "In all 4 calls")
    assert columns.words() == (WEEKS[0].words,)
    assert columns.accessibleDescription() == "In all 4 calls"
    press(Qt.Key.Key_Left)
    assert columns.place == 0


def test_nothing_to_show_takes_no_key(columns: Columns) -> None:
    columns.show_columns((), "")
    heard = said(columns)
    press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Left)
    assert heard == []


def test_the_arrows_find_the_nearest_square(squares: Squares) -> None:
    heard = said(squares)
    press(Qt.Key.Key_Tab)
    keys = (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    for key in keys:
        press(key)
    monday, twelve, tuesday, wednesday = (square.words for square in HOURS)
    assert heard == [monday, twelve, tuesday, wednesday, tuesday]
    press(Qt.Key.Key_End)
    press(Qt.Key.Key_Left)
    assert heard[-1] == wednesday


def test_the_fuller_a_square_the_more(squares: Squares) -> None:
    image = squares.grab().toImage()
    ratio = image.devicePixelRatio()

    def darkness(place: int) -> int:
        centre = squares.rect_of(place).center() * ratio
        return 255 - image.pixelColor(centre.toPoint()).lightness()

    half, unknown, full, none = (darkness(place) for place in range(4))
    assert full > half > none > unknown
