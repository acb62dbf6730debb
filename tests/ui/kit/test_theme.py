import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.labels import Body, Heading
from followup_desktop.ui.kit.theme import Appearance, TextSize
from followup_desktop.ui.kit.tokens import DARK, LIGHT, TextRole


def test_a_look_reaches_the_widgets_that_are_there_already(
    qtbot: QtBot, qapp: QApplication
) -> None:
    label = Body("Charcoal suit")
    qtbot.addWidget(label)
    label.show()
    small = label.sizeHint().height()

    with qtbot.waitSignal(theme.changed):
        theme.apply(qapp, Appearance.DARK, TextSize.LARGEST)

    assert theme.current().palette is DARK
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == DARK.ink
    assert label.font().pixelSize() == 24
    assert label.sizeHint().height() > small
    assert qapp.palette().color(QPalette.ColorRole.Window).name() == DARK.window


def test_the_same_look_twice_changes_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.apply(qapp, Appearance.LIGHT, TextSize.NORMAL)


def test_system_follows_the_system_live(qtbot: QtBot, qapp: QApplication) -> None:
    theme.apply(qapp, Appearance.SYSTEM)
    hints = qapp.styleHints()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().palette is DARK
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert theme.current().palette is LIGHT
    assert theme.appearance() is Appearance.SYSTEM


def test_a_chosen_look_stays_whatever_the_system_does(qapp: QApplication) -> None:
    theme.apply(qapp, Appearance.LIGHT)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().palette is LIGHT


def test_following_the_system_keeps_the_text_size(qapp: QApplication) -> None:
    theme.apply(qapp, Appearance.SYSTEM, TextSize.LARGE)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.current().text_size == TextSize.LARGE


@pytest.mark.parametrize(
    ("role", "family"),
    [(TextRole.HEADING, "Source Serif Pro"), (TextRole.BODY, "Source Sans Pro")],
)
def test_the_fonts_are_our_own(qapp: QApplication, role: TextRole, family: str) -> None:
    assert QFontInfo(theme.font(role)).family() == family


def test_semibold_is_drawn_not_faked(qapp: QApplication) -> None:
    strong = QFontInfo(theme.font(TextRole.STRONG))
    assert strong.weight() == 600
    assert strong.styleName() == "Semibold"


def test_a_length_grows_with_the_text(qapp: QApplication) -> None:
    theme.apply(qapp, Appearance.LIGHT, TextSize.LARGEST)
    assert theme.current().px(34) == 51


def test_labels_and_painted_text_agree(qtbot: QtBot, qapp: QApplication) -> None:
    """The stylesheet and `theme.font` read the same table."""
    for size in TextSize:
        theme.apply(qapp, Appearance.LIGHT, size)
        label: QLabel = Heading("Good morning")
        qtbot.addWidget(label)
        label.ensurePolished()
        painted = theme.font(TextRole.HEADING)
        assert label.font().pixelSize() == painted.pixelSize()
        assert label.fontInfo().family() == QFontInfo(painted).family()
