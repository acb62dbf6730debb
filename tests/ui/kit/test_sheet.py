import pytest
import shiboken6
from PySide6.QtCore import QEvent, QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.asking import Question, ask
from followup_desktop.ui.kit.buttons import MenuButton, PrimaryButton, QuietButton
from followup_desktop.ui.kit.fields import Field, LineField, TextField
from followup_desktop.ui.kit.scroller import Scroller
from followup_desktop.ui.kit.sheet import Sheet
from tests.ui.kit.keyboard import focused, press, show_active


class Window(QMainWindow):
    """A page with one field, and a sheet with two over it."""

    def __init__(self, **sheet_options: bool) -> None:
        super().__init__()
        area = QWidget()
        layout = QVBoxLayout(area)
        self.behind = LineField(name="behind")
        layout.addWidget(self.behind)
        self.setCentralWidget(area)
        self.sheet = Sheet(area, "Record a visit", name="visit", **sheet_options)
        self.who, self.phone = LineField(name="who"), LineField(name="phone")
        self.sheet.body.addWidget(Field("Who", self.who))
        self.sheet.body.addWidget(Field("Phone", self.phone))
        self.cancel = self.sheet.add_cancel("Cancel")
        self.save = self.sheet.add_primary("Save visit", name="save")


def in_sight(widget: QWidget) -> bool:
    """All of it can be seen, nothing is scrolled away."""
    return widget.visibleRegion().boundingRect() == widget.rect()


@pytest.fixture
def window(qtbot: QtBot) -> Window:
    window = Window()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    show_active(qtbot, window)
    window.behind.setFocus()
    return window


def test_it_covers_the_window_and_takes_the_keyboard(window: Window) -> None:
    assert window.sheet.isHidden()
    window.sheet.open()
    assert window.sheet.isVisible()
    assert window.sheet.geometry() == window.rect()
    assert focused() == "who"
    assert window.sheet.accessibleName() == "Record a visit"


def test_tab_stays_inside_and_comes_to_the_cross_last(window: Window) -> None:
    window.sheet.open()
    way = []
    for _ in range(6):
        way.append(focused())
        press(Qt.Key.Key_Tab)
    assert way == ["who", "phone", "visit_cancel", "save", "visit_close", "who"]
    press(Qt.Key.Key_Backtab)
    assert focused() == "who"


def test_the_keyboard_comes_back_when_it_is_sent_behind(window: Window) -> None:
    window.sheet.open()
    window.phone.setFocus()
    window.behind.setFocus()
    assert focused() == "phone"


@pytest.mark.parametrize("way", ["escape", "cross", "cancel"])
def test_three_ways_out_bring_the_keyboard_back(qtbot: QtBot, window: Window, way: str) -> None:
    window.sheet.open()
    with qtbot.waitSignals([window.sheet.close_requested, window.sheet.dismissed]):
        if way == "escape":
            press(Qt.Key.Key_Escape)
        else:
            button = window.sheet.cross if way == "cross" else window.cancel
            qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert window.sheet.isHidden()
    assert focused() == "behind"
    window.phone.setFocus()
    window.behind.setFocus()
    assert focused() == "behind"


def test_a_sheet_with_something_typed_in_it_may_stay(qtbot: QtBot) -> None:
    window = Window(closes_itself=False)
    qtbot.addWidget(window)
    show_active(qtbot, window)
    window.sheet.open()
    with (
        qtbot.assertNotEmitted(window.sheet.dismissed),
        qtbot.waitSignal(window.sheet.close_requested),
    ):
        press(Qt.Key.Key_Escape)
    assert window.sheet.isVisible()


def test_control_enter_saves(qtbot: QtBot, window: Window) -> None:
    window.sheet.open()
    with qtbot.waitSignal(window.save.clicked):
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    window.save.setEnabled(False)
    with qtbot.assertNotEmitted(window.save.clicked):
        press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def test_a_click_beside_the_panel_loses_nothing(qtbot: QtBot, window: Window) -> None:
    window.sheet.open()
    qtbot.mouseClick(window.sheet, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert window.sheet.isVisible()


def test_without_a_body_in_sight_the_title_is_whole(window: Window) -> None:
    for child in window.sheet.body.parentWidget().children():
        if isinstance(child, QWidget):
            child.hide()
    window.sheet.open()
    assert window.sheet.title.height() >= window.sheet.title.sizeHint().height()
    assert window.save.height() >= window.save.sizeHint().height()


def test_it_is_as_wide_as_what_stands_in_it(window: Window) -> None:
    window.sheet.body.addWidget(wide := QWidget())
    wide.setMinimumSize(900, 20)
    window.sheet.open()
    QApplication.processEvents()
    assert window.sheet.panel.rect().contains(
        QRect(wide.mapTo(window.sheet.panel, QPoint(0, 0)), wide.size())
    )


def test_page_down_reads_on_where_nothing_takes_the_keyboard(qtbot: QtBot, window: Window) -> None:
    window.sheet.body.addWidget(tall := QWidget())
    tall.setMinimumHeight(3000)
    window.sheet.open()
    QApplication.processEvents()
    bar = next(
        area.verticalScrollBar()
        for area in window.sheet.findChildren(Scroller)
        if area.widget() is tall.parentWidget()
    )
    qtbot.keyClick(window.save, Qt.Key.Key_PageDown)
    assert bar.value() > 0
    qtbot.keyClick(window.save, Qt.Key.Key_PageUp)
    assert bar.value() == 0


def test_it_follows_the_window(window: Window) -> None:
    window.sheet.open()
    for width, height in ((1920, 1080), (700, 500)):
        window.resize(width, height)
        QApplication.processEvents()
        assert window.sheet.geometry() == window.rect()
        assert window.rect().contains(window.sheet.panel.geometry())


@pytest.mark.parametrize("size", [100, 150])
def test_a_long_body_scrolls_and_the_buttons_stay_in_sight(
    qtbot: QtBot, qapp: QApplication, size: int
) -> None:
    theme.apply(qapp, theme.Appearance.LIGHT, size)
    window = Window()
    qtbot.addWidget(window)
    window.resize(1366, 768)
    show_active(qtbot, window)
    fields = [TextField(name=f"note_{index}") for index in range(12)]
    for field in fields:
        window.sheet.body.addWidget(Field("Note", field))
    window.sheet.open()
    QApplication.processEvents()
    assert window.rect().contains(window.sheet.panel.geometry())
    for button in (window.save, window.cancel, window.sheet.cross):
        assert in_sight(button)
    assert not in_sight(fields[-1])
    window.cancel.setFocus()
    press(Qt.Key.Key_Backtab)
    assert focused() == "note_11"
    assert in_sight(fields[-1])


def test_it_grows_when_a_line_appears(window: Window) -> None:
    window.sheet.open()
    QApplication.processEvents()
    before = window.sheet.panel.height()
    window.sheet.findChild(LineField, "phone").parentWidget().set_problem("Too short.")
    QApplication.processEvents()
    assert window.sheet.panel.height() > before


def test_what_is_typed_in_a_sheet_stays_in_it(qtbot: QtBot, window: Window) -> None:
    heard: list[int] = []
    original = window.keyPressEvent
    window.keyPressEvent = lambda event: (heard.append(event.key()), original(event))  # type: ignore[method-assign]
    window.sheet.open()
    QTest.keyClick(window.save, Qt.Key.Key_A)
    assert heard == []


def test_one_question(qtbot: QtBot, window: Window) -> None:
    question = Question(window, "Leave the call?", "Your plan is kept.", "Leave", "Stay")
    question.open()
    assert focused() == "question_yes"
    with qtbot.waitSignal(question.answered) as told:
        press(Qt.Key.Key_Return)
    assert told.args == [True]


@pytest.mark.parametrize(("key", "answer"), [(Qt.Key.Key_Return, True), (Qt.Key.Key_Escape, False)])
def test_asking_waits_for_the_answer(window: Window, key: Qt.Key, answer: bool) -> None:
    QTimer.singleShot(0, lambda: press(key))
    assert ask(window, "Leave the call?", "Your plan is kept.", "Leave", "Stay") is answer
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert window.findChild(Question) is None


def test_a_question_over_a_sheet_gives_the_keyboard_back_to_it(window: Window) -> None:
    window.sheet.open()
    window.phone.setFocus()
    QTimer.singleShot(0, lambda: press(Qt.Key.Key_Escape))
    assert not ask(window, "Throw it away?", "Nothing is saved yet.", "Throw away", "Keep")
    assert focused() == "phone"
    assert window.sheet.isVisible()


def test_a_window_closed_under_a_question_answers_it(qtbot: QtBot) -> None:
    window = QWidget()
    window.show()
    QTimer.singleShot(0, window.deleteLater)
    assert ask(window, "Leave?", "Your plan is kept.", "Leave", "Stay") is False


def test_buttons_in_the_footer_are_named(window: Window) -> None:
    assert isinstance(window.save, PrimaryButton)
    assert isinstance(window.cancel, QuietButton)
    assert window.save.accessibleName() == "Save visit"
    assert window.sheet.cross.accessibleName() == "Close"


def test_with_a_sheet_goes_nothing_of_the_page_behind_it(window: Window) -> None:
    button = MenuButton("More", window.centralWidget(), name="more_of_the_page")
    action = button.menu_shown.addAction("Something")
    button.show()
    window.sheet.open()
    press(Qt.Key.Key_Tab)
    window.sheet.dismiss()
    window.sheet.deleteLater()
    QApplication.sendPostedEvents(window.sheet, QEvent.Type.DeferredDelete)
    assert not shiboken6.isValid(window.sheet)
    assert action.text() == "Something"
