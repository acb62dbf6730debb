import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.buttons import LinkButton
from followup_desktop.ui.kit.fields import LineField
from followup_desktop.ui.kit.quiet_bar import QuietBar
from tests.ui.kit.keyboard import show_active


class Page(QWidget):
    def __init__(self) -> None:
        super().__init__()
        layout = QVBoxLayout(self)
        self.search = LineField(name="search")
        layout.addWidget(self.search)
        self.bar = QuietBar(self)


@pytest.fixture
def page(qtbot: QtBot) -> Page:
    page = Page()
    qtbot.addWidget(page)
    page.resize(900, 500)
    show_active(qtbot, page)
    page.search.setFocus()
    qtbot.mouseMove(page.search)
    return page


def undo(page: Page) -> LinkButton:
    return page.bar.findChild(LinkButton, "quiet_bar_action")


def time_is_over(page: Page) -> None:
    """As its timer says, without waiting for it."""
    timer = page.bar.findChild(QTimer)
    assert timer.isActive()
    timer.timeout.emit()


def test_it_stands_at_the_bottom_and_leaves_the_keyboard_alone(qtbot: QtBot, page: Page) -> None:
    page.bar.offer("Moved to tomorrow", "Undo")
    assert page.bar.isVisible()
    assert page.rect().contains(page.bar.geometry())
    assert page.bar.geometry().center().y() > 400
    assert abs(page.bar.geometry().center().x() - 450) <= 1
    assert page.search.hasFocus()
    qtbot.keyClicks(QApplication.focusWidget(), "lib")
    assert page.search.text() == "lib"


def test_undo_asks_for_it_once(qtbot: QtBot, page: Page) -> None:
    page.bar.offer("Moved to tomorrow", "Undo")
    with qtbot.waitSignals([page.bar.undo_requested, page.bar.gone]):
        qtbot.mouseClick(undo(page), Qt.MouseButton.LeftButton)
    assert not page.bar.isVisible()


def test_it_goes_by_itself(page: Page) -> None:
    page.bar.offer("Number copied")
    assert not undo(page).isVisible()
    time_is_over(page)
    assert not page.bar.isVisible()
    assert not page.bar.findChild(QTimer).isActive()


def test_it_stays_while_the_keyboard_is_on_it(page: Page) -> None:
    page.bar.offer("Moved to tomorrow", "Undo")
    undo(page).setFocus()
    time_is_over(page)
    assert page.bar.isVisible()
    page.search.setFocus()
    time_is_over(page)
    assert not page.bar.isVisible()


def test_it_stays_while_the_mouse_is_on_it(qtbot: QtBot, page: Page) -> None:
    page.bar.offer("Moved to tomorrow", "Undo")
    page.bar.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    time_is_over(page)
    assert page.bar.isVisible()


def test_a_second_offer_takes_the_place_of_the_first(qtbot: QtBot, page: Page) -> None:
    page.bar.offer("Moved to tomorrow", "Undo")
    page.bar.offer("Skipped", "Undo", seconds=3)
    assert page.bar.text() == "Skipped"
    assert page.bar.findChild(QTimer).interval() == 3000


def test_it_follows_the_page(page: Page) -> None:
    page.bar.offer("Moved to tomorrow", "Undo")
    page.resize(500, 300)
    QApplication.processEvents()
    assert page.rect().contains(page.bar.geometry())


def test_a_long_sentence_wraps(qapp: QApplication, page: Page) -> None:
    theme.apply(qapp, theme.Appearance.LIGHT, theme.TextSize.LARGEST)
    one_line = page.bar.sizeHint().height()
    page.bar.offer("It was changed again since, so it can’t be taken back. " * 4, "Undo")
    QApplication.processEvents()
    assert page.bar.height() > one_line
    assert page.rect().contains(page.bar.geometry())
