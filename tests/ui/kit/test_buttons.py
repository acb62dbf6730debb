import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication, QMenu, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.button_base import KitButton
from followup_desktop.ui.kit.buttons import (
    IconButton,
    LinkButton,
    MenuButton,
    PrimaryButton,
    QuietButton,
)
from followup_desktop.ui.kit.chips import Chip
from followup_desktop.ui.kit.nav import NavButton
from followup_desktop.ui.kit.tokens import LIGHT, TextRole
from tests.ui.kit.keyboard import press, show_active

SORTS = [PrimaryButton, QuietButton, LinkButton, Chip]


def spoken(widget: QWidget) -> str:
    """The name that assistive technology reads."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name)


def has_colour(image: QImage, code: str) -> bool:
    return any(
        image.pixelColor(x, y).name() == code
        for x in range(image.width())
        for y in range(image.height())
    )


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """Two buttons, the keyboard on neither."""
    page = QWidget()
    layout = QVBoxLayout(page)
    for name in ("one", "two"):
        layout.addWidget(QuietButton(name, name=name))
    page.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    qtbot.addWidget(page)
    show_active(qtbot, page)
    page.setFocus()
    return page


@pytest.mark.parametrize("sort", SORTS)
def test_a_button_is_named_by_its_words(qtbot: QtBot, sort: type[KitButton]) -> None:
    button = sort("Smith & Sons", name="smith")
    qtbot.addWidget(button)
    assert button.objectName() == "smith"
    assert spoken(button) == "Smith & Sons"
    assert button.label() == "Smith & Sons"
    assert button.shortcut().isEmpty()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_presses_it(qtbot: QtBot, key: Qt.Key) -> None:
    button = PrimaryButton("Start the call", name="start")
    qtbot.addWidget(button)
    button.show()
    with qtbot.waitSignal(button.clicked):
        qtbot.keyClick(button, key)


@pytest.mark.parametrize("sort", SORTS)
def test_a_disabled_button_does_nothing(qtbot: QtBot, sort: type[KitButton]) -> None:
    button = sort("Save", name="save")
    qtbot.addWidget(button)
    button.setEnabled(False)
    button.show()
    with qtbot.assertNotEmitted(button.clicked):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_ring_shows_for_the_keyboard_and_not_for_the_mouse(qtbot: QtBot, page: QWidget) -> None:
    one = page.findChild(QuietButton, "one")
    qtbot.mouseClick(one, Qt.MouseButton.LeftButton)
    assert one.hasFocus()
    assert not has_colour(one.grab().toImage(), LIGHT.focus)

    press(Qt.Key.Key_Tab)
    two = page.findChild(QuietButton, "two")
    assert two.hasFocus()
    assert has_colour(two.grab().toImage(), LIGHT.focus)


@pytest.mark.parametrize("size", list(theme.TextSize))
@pytest.mark.parametrize("sort", SORTS)
def test_words_fit_at_every_text_size(
    qtbot: QtBot, qapp: QApplication, sort: type[KitButton], size: int
) -> None:
    theme.apply(qapp, theme.Appearance.LIGHT, size)
    button = sort("Save, next: Mme Beaulieu", name="next")
    qtbot.addWidget(button)
    words = theme.metrics(button.text_role).horizontalAdvance("Save, next: Mme Beaulieu")
    assert button.sizeHint().width() >= words
    assert button.sizeHint().height() >= theme.metrics(button.text_role).height()


def test_a_very_long_name_keeps_a_button_on_the_page(qtbot: QtBot) -> None:
    button = PrimaryButton("A" * 10_000, name="next")
    qtbot.addWidget(button)
    assert button.sizeHint().width() < 600
    assert spoken(button) == "A" * 10_000


@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_menu_button_drops_its_menu(qtbot: QtBot, key: Qt.Key) -> None:
    later = MenuButton("Later", name="later")
    qtbot.addWidget(later)
    later.menu_shown.addAction("10 minutes")
    later.show()
    shown: list[QMenu] = []

    def close() -> None:
        shown.append(later.menu_shown)
        later.menu_shown.close()

    later.menu_shown.aboutToShow.connect(close, Qt.ConnectionType.QueuedConnection)
    qtbot.keyClick(later, key)
    qtbot.waitUntil(lambda: bool(shown))
    assert spoken(later) == "Later"


def test_an_icon_button_is_named_though_it_shows_no_word(qtbot: QtBot) -> None:
    button = IconButton("Close", name="close", icon="close")
    qtbot.addWidget(button)
    assert spoken(button) == "Close"
    assert button.toolTip() == "Close"
    assert button.sizeHint().width() == button.sizeHint().height()


def test_a_changed_label_is_spoken_and_given_room(qtbot: QtBot) -> None:
    button = QuietButton("Skip", name="skip")
    qtbot.addWidget(button)
    before = button.sizeHint().width()
    button.set_label("Skip with a reason")
    assert button.sizeHint().width() > before
    assert spoken(button) == "Skip with a reason"


def test_leading_words_begin_at_the_side(qtbot: QtBot) -> None:
    button = QuietButton("Price", name="price", leading=True)
    qtbot.addWidget(button)
    button.resize(400, button.sizeHint().height())
    image = button.grab().toImage()
    middle = QPoint(200, image.height() // 2)
    right = image.copy(middle.x() - 20, 4, 200, image.height() - 8)
    assert has_colour(image.copy(4, 4, 100, image.height() - 8), LIGHT.ink)
    assert not has_colour(right, LIGHT.ink)


def test_a_place_on_the_rail_is_checked_while_it_is_shown(qtbot: QtBot) -> None:
    today = NavButton("Today", name="today", icon="today")
    qtbot.addWidget(today)
    plain = today.grab().toImage()
    today.setChecked(True)
    assert has_colour(today.grab().toImage(), LIGHT.primary_tint)
    assert not has_colour(plain, LIGHT.primary_tint)
    assert spoken(today) == "Today"
    words = theme.metrics(TextRole.NAV).horizontalAdvance("Today")
    assert today.sizeHint().width() > words
