import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.ui.kit.labels import Body, Caps, ElidedLabel
from followup_desktop.ui.kit.tokens import LIGHT, ToneName


def lowest_ink(image: QImage) -> int:
    """The last row that anything is written in."""
    ground = image.pixelColor(image.width() - 1, 0)
    return max(
        y
        for y in range(image.height())
        for x in range(image.width())
        if image.pixelColor(x, y) != ground
    )


def test_a_customers_words_are_never_markup(qtbot: QtBot) -> None:
    label = Body("<b>Bold & Sons</b>")
    qtbot.addWidget(label)
    assert label.textFormat() is Qt.TextFormat.PlainText
    plain = Body("Bold & Sons")
    qtbot.addWidget(plain)
    assert label.sizeHint().width() > plain.sizeHint().width()


def test_emphasis_escapes_what_it_is_given(qtbot: QtBot) -> None:
    label = Body()
    qtbot.addWidget(label)
    label.set_emphasis("Ask <i>Ed</i> by 11:00 today.", "11:00 today")
    assert "&lt;i&gt;Ed&lt;/i&gt;" in label.text()
    assert '<span style="font-weight:600">11:00 today</span>' in label.text()
    assert label.accessibleName() == "Ask <i>Ed</i> by 11:00 today."


def test_a_small_title_is_shown_in_capitals_and_said_in_words(qtbot: QtBot) -> None:
    caps = Caps("Why this call")
    qtbot.addWidget(caps)
    caps.ensurePolished()
    assert caps.text() == "Why this call"
    assert caps.font().capitalization() is caps.font().Capitalization.AllUppercase


def test_a_tone_colours_the_words(qtbot: QtBot) -> None:
    label = Body("Late")
    qtbot.addWidget(label)
    label.set_tone(ToneName.PROMISE)
    assert label.palette().color(QPalette.ColorRole.WindowText).name() == LIGHT.promise.ink


@pytest.mark.parametrize(
    "text",
    ["x" * 600, "x" * 10_000, "two " * 300, "Ärger" * 100, ("Charcoal, " * 9 + "y" * 99) * 6],
)
def test_a_wrapping_label_shows_all_of_any_text(qtbot: QtBot, text: str) -> None:
    page = QWidget()
    layout = QVBoxLayout(page)
    layout.setContentsMargins(0, 0, 0, 0)
    label = Body(text, wrap=True)
    layout.addWidget(label)
    layout.addStretch()
    qtbot.addWidget(page)
    page.resize(300, 100)
    page.show()
    QApplication.processEvents()
    assert page.minimumSizeHint().width() <= 300
    needed = label.heightForWidth(300)
    assert needed > 5 * label.fontMetrics().height()
    page.resize(300, needed + 20)
    QApplication.processEvents()
    assert label.height() >= needed
    label.resize(300, needed + 20)
    assert needed - 30 < lowest_ink(label.grab().toImage()) < needed + 2


def test_a_short_word_is_left_to_qt(qtbot: QtBot) -> None:
    label = Body("Charcoal, two-button, no pleats", wrap=True)
    qtbot.addWidget(label)
    assert label.heightForWidth(2000) < 2 * label.fontMetrics().height()


def test_elided_words_are_whole_in_the_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel("Back-ordered boots: tell her the new date, offer the brown pair")
    qtbot.addWidget(label)
    label.resize(120, 30)
    label.grab()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.text()
    label.resize(900, 30)
    label.grab()
    assert label.shown_text() == label.text()
    assert label.toolTip() == ""


def test_an_elided_label_is_one_line_and_can_shrink(qtbot: QtBot) -> None:
    label = ElidedLabel("first line\nsecond line " + "x" * 10_000)
    qtbot.addWidget(label)
    assert label.sizeHint().height() == label.fontMetrics().height()
    assert label.minimumSizeHint().width() < 80
    assert "\n" not in label.shown_text()


def test_the_middle_can_be_left_out(qtbot: QtBot) -> None:
    label = ElidedLabel("jun.hayashi@mail.example", mode=Qt.TextElideMode.ElideMiddle)
    qtbot.addWidget(label)
    label.resize(120, 30)
    assert label.shown_text().startswith("jun")
    assert label.shown_text().endswith("ample")
