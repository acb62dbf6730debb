"""The search box and its drop-down, with hits handed to it."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.customer_list import CustomerHit
from followup_desktop.domain.kinds import Stage
from followup_desktop.ui.shell.search_box import SearchBox
from followup_desktop.ui.shell.search_rows import NewCustomer, call_place

LIBIN = CustomerHit(1, "Richard Libin", "Mr.", Stage.CUSTOMER, "+1 212 555 0143", "Charcoal suit")
LIBERMAN = CustomerHit(2, "Ana Liberman", "", Stage.PROSPECT, "", "")


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    window.resize(900, 600)
    qtbot.addWidget(window)
    return window


@pytest.fixture
def box(window: QWidget) -> SearchBox:
    box = SearchBox(window)
    QVBoxLayout(window).addWidget(box, 0, Qt.AlignmentFlag.AlignTop)
    window.show()
    box.setFocus()
    box.asked.connect(lambda text: box.show_hits((LIBIN, LIBERMAN)))
    return box


def hits_list(box: SearchBox) -> QListView:
    found = box.window().findChild(QListView, "search_hits")
    assert isinstance(found, QListView)
    return found


def test_every_letter_asks(box: SearchBox, qtbot: QtBot) -> None:
    asked: list[str] = []
    box.asked.connect(asked.append)
    qtbot.keyClicks(box, " li")
    assert asked == ["l", "li"]


def test_enter_takes_the_best_hit_and_empties_the_box(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "lib")
    with qtbot.waitSignal(box.hit_chosen) as chosen:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert chosen.args == [LIBIN]
    assert box.text() == ""
    assert not box.panel_is_open()


def test_ctrl_enter_calls_and_somebody_new_is_recorded(box: SearchBox, qtbot: QtBot) -> None:
    """M-1: a call starts from the search box too."""
    qtbot.keyClicks(box, "lib")
    with qtbot.waitSignal(box.call_chosen) as called:
        qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert called.args == [LIBIN]
    assert box.text() == "" and not box.panel_is_open()
    box.setFocus()
    qtbot.keyClicks(box, "lib")
    qtbot.keyClick(box, Qt.Key.Key_Up)
    with qtbot.waitSignal(box.hit_chosen) as chosen:
        qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert chosen.args == [NewCustomer("lib")]


def test_a_click_on_the_telephone_calls(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "lib")
    view = hits_list(box)
    row = view.visualRect(view.model().index(1, 0))
    at = call_place(row).center().toPoint()
    with qtbot.waitSignal(box.call_chosen) as called, qtbot.assertNotEmitted(box.hit_chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert called.args == [LIBERMAN]
    box.setFocus()
    qtbot.keyClicks(box, "lib")
    with qtbot.waitSignal(box.hit_chosen), qtbot.assertNotEmitted(box.call_chosen):
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=row.center())


@pytest.mark.parametrize(
    ("keys", "chosen"),
    [
        ([Qt.Key.Key_Down], LIBERMAN),
        ([Qt.Key.Key_Down, Qt.Key.Key_Down], NewCustomer("lib")),
        ([Qt.Key.Key_Up], NewCustomer("lib")),
        ([Qt.Key.Key_Up, Qt.Key.Key_Down], LIBIN),
    ],
)
def test_the_arrows_go_round(
    box: SearchBox, qtbot: QtBot, keys: list[Qt.Key], chosen: object
) -> None:
    qtbot.keyClicks(box, "lib")
    for key in keys:
        qtbot.keyClick(box, key)
    with qtbot.waitSignal(box.hit_chosen) as taken:
        qtbot.keyClick(box, Qt.Key.Key_Return)
    assert taken.args == [chosen]


def test_a_click_takes_a_row(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "lib")
    view = hits_list(box)
    middle = view.visualRect(view.model().index(1, 0)).center()
    with qtbot.waitSignal(box.hit_chosen) as taken:
        qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle))
    assert taken.args == [LIBERMAN]


def test_escape_leaves_an_empty_box(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "lib")
    assert box.panel_is_open()
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert not box.panel_is_open()
    assert box.text() == ""


def test_an_emptied_box_shows_nothing(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "l")
    qtbot.keyClick(box, Qt.Key.Key_Backspace)
    assert not box.panel_is_open()


def test_an_answer_that_comes_too_late_is_not_shown(box: SearchBox, qtbot: QtBot) -> None:
    box.asked.disconnect()
    qtbot.keyClicks(box, "lib")
    box.clearFocus()
    box.show_hits((LIBIN,))
    assert not box.panel_is_open()


def test_going_elsewhere_closes_the_drop_down_and_keeps_the_words(
    box: SearchBox, qtbot: QtBot
) -> None:
    qtbot.keyClicks(box, "lib")
    box.clearFocus()
    assert not box.panel_is_open()
    assert box.text() == "lib"
    box.setFocus()
    qtbot.keyClick(box, Qt.Key.Key_Down)
    assert box.panel_is_open()


def test_rows_are_known_to_a_screen_reader(box: SearchBox, qtbot: QtBot) -> None:
    qtbot.keyClicks(box, "lib")
    model = hits_list(box).model()
    words = [model.index(row, 0).data() for row in range(model.rowCount())]
    assert words == [
        "Richard Libin, +1 212 555 0143, Charcoal suit",
        "Ana Liberman",
        "New customer “lib”: record a visit",
    ]


def test_ten_thousand_letters_are_no_trouble(box: SearchBox, qtbot: QtBot) -> None:
    box.setText("ü" * 10_000)
    box.textEdited.emit(box.text())
    assert box.panel_is_open()
    assert box.window().grab().width() == 900
