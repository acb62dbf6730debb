import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QColor, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.chips import Badge
from followup_desktop.ui.kit.fields import Field, LineField, TextField
from followup_desktop.ui.kit.tokens import LIGHT, ToneName
from tests.ui.kit.keyboard import press, show_active


def test_a_field_names_its_control(qtbot: QtBot) -> None:
    field = Field("What is it for?", LineField(name="occasion"))
    qtbot.addWidget(field)
    interface = QAccessible.queryAccessibleInterface(field.control)
    assert interface.text(QAccessible.Text.Name) == "What is it for?"
    assert field.label.buddy() is field.control


def test_an_ampersand_in_a_label_stays_one(qtbot: QtBot) -> None:
    field = Field("Sizes & likes", LineField(name="sizes"))
    qtbot.addWidget(field)
    assert field.control.accessibleName() == "Sizes & likes"
    assert field.label.accessibleName() == "Sizes & likes"


def test_a_problem_stands_below_and_the_hint_comes_back(qtbot: QtBot) -> None:
    field = Field("Phone", LineField(name="phone"), hint="With the area code")
    qtbot.addWidget(field)
    field.show()
    field.set_problem("That number looks too short.")
    assert field.problem() == "That number looks too short."
    assert field.control.accessibleDescription() == "That number looks too short."
    image = field.control.grab().toImage()
    assert image.pixelColor(image.width() // 2, 0).name() == LIGHT.promise.ink

    field.set_problem("")
    assert field.problem() == ""
    assert field.control.accessibleDescription() == "With the area code"
    image = field.control.grab().toImage()
    assert image.pixelColor(image.width() // 2, 0).name() == LIGHT.control_line


def test_what_is_being_mended_is_no_longer_called_wrong(qtbot: QtBot) -> None:
    line, text = LineField(name="phone"), TextField(name="note")
    window = QWidget()
    layout = QVBoxLayout(window)
    fields = [Field("Phone", line), Field("Note", text)]
    for field in fields:
        layout.addWidget(field)
        field.set_problem("This isn’t right yet.")
    qtbot.addWidget(window)
    line.setText("12")
    assert [field.problem() for field in fields] == ["This isn’t right yet."] * 2
    qtbot.keyClicks(line, "3")
    assert [field.problem() for field in fields] == ["", "This isn’t right yet."]
    qtbot.keyClicks(text, "a")
    assert fields[1].problem() == ""


def test_a_long_name_shows_its_beginning_while_nobody_types(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    name, other = LineField(name="name"), LineField(name="other")
    for field in (name, other):
        field.setFixedWidth(120)
        layout.addWidget(field)
    qtbot.addWidget(window)
    show_active(qtbot, window)
    other.setFocus()
    name.setText("Wilhelmine-Charlotte von Hohenstein-Schwarzenberg")
    assert name.cursorPosition() == 0
    name.setFocus()
    qtbot.keyClicks(name, "er")
    assert name.text().endswith("Schwarzenberger"), "one goes on typing at the end"
    other.setFocus()
    assert name.cursorPosition() == 0


def test_a_text_field_that_comes_into_sight_later_has_its_height(qtbot: QtBot) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    layout.addWidget(QuietButton("Open", name="open"))
    qtbot.addWidget(window)
    window.resize(500, 400)
    show_active(qtbot, window)
    inner = QWidget(window)
    rows = QVBoxLayout(inner)
    text = TextField("Nothing to decide", name="cue", lines=1, serif=True)
    rows.addWidget(text)
    layout.addWidget(inner)
    layout.addStretch(1)
    inner.show()
    qtbot.waitUntil(lambda: text.height() == text.sizeHint().height())
    assert not text.verticalScrollBar().isVisible()


def test_a_badge_in_a_field_leaves_the_text_its_room(qtbot: QtBot) -> None:
    field = LineField("Jun Hayashi", name="who")
    qtbot.addWidget(field)
    field.resize(300, field.sizeHint().height())
    field.show()
    badge = Badge("New customer", ToneName.PURCHASE)
    field.set_trailing(badge)
    assert badge.isVisible()
    assert badge.geometry().right() < field.width()
    assert field.textMargins().right() >= badge.width()
    field.set_trailing(None)
    assert field.textMargins().right() == 0


def test_a_text_field_grows_and_then_scrolls(qtbot: QtBot) -> None:
    page = QWidget()
    layout = QVBoxLayout(page)
    notes = TextField(name="notes", lines=2, most_lines=4)
    layout.addWidget(notes)
    layout.addStretch()
    qtbot.addWidget(page)
    page.resize(400, 600)
    page.show()
    heights = []
    for lines in (1, 2, 3, 4, 9):
        notes.set_text("\n".join(["line"] * lines))
        QApplication.processEvents()
        heights.append(notes.height())
    one, two, three, four, nine = heights
    assert one == two < three < four == nine


@pytest.mark.parametrize("size", [100, 150])
def test_every_line_of_a_text_field_can_be_seen(
    qtbot: QtBot, qapp: QApplication, size: int
) -> None:
    theme.apply(qapp, theme.Appearance.LIGHT, size)
    page = QWidget()
    layout = QVBoxLayout(page)
    notes = TextField("one\ntwo\nthree", name="notes", lines=2, most_lines=5)
    layout.addWidget(notes)
    layout.addStretch()
    qtbot.addWidget(page)
    page.resize(400, 600)
    page.show()
    QApplication.processEvents()
    assert not notes.verticalScrollBar().isVisible()
    assert notes.viewport().height() >= 3 * notes.fontMetrics().lineSpacing()


def test_typing_is_told_and_setting_is_not(qtbot: QtBot) -> None:
    notes = TextField(name="notes")
    qtbot.addWidget(notes)
    notes.show()
    with qtbot.assertNotEmitted(notes.edited):
        notes.set_text("Dana loved it")
    told: list[str] = []
    notes.edited.connect(told.append)
    notes.moveCursor(notes.textCursor().MoveOperation.End)
    qtbot.keyClicks(notes, "!?")
    assert told == ["Dana loved it!", "Dana loved it!?"]


def test_setting_the_same_text_keeps_the_cursor(qtbot: QtBot) -> None:
    notes = TextField("Dana loved it", name="notes")
    qtbot.addWidget(notes)
    cursor = notes.textCursor()
    cursor.setPosition(4)
    notes.setTextCursor(cursor)
    notes.set_text("Dana loved it")
    assert notes.textCursor().position() == 4


def test_tab_goes_on_from_a_text_field(qtbot: QtBot) -> None:
    page = QWidget()
    layout = QVBoxLayout(page)
    notes, after = TextField(name="notes"), LineField(name="after")
    layout.addWidget(notes)
    layout.addWidget(after)
    qtbot.addWidget(page)
    show_active(qtbot, page)
    notes.setFocus()
    press(Qt.Key.Key_Tab)
    assert after.hasFocus()
    assert notes.text() == ""


@pytest.mark.parametrize(
    "text", ["", "x" * 10_000, "👩‍👧 Zoë", "שלום", "e\u0301\u0323" * 50], ids=range(5)
)
def test_any_text_is_kept_as_it_is(qtbot: QtBot, text: str) -> None:
    line, notes = LineField(text, name="line"), TextField(text, name="notes")
    for widget in (line, notes):
        qtbot.addWidget(widget)
        widget.grab()
    assert line.text() == text
    assert notes.text() == text


def test_a_line_has_the_height_of_a_button(qtbot: QtBot) -> None:
    line, button = LineField(name="line"), QuietButton("Edit", name="edit")
    for widget in (line, button):
        qtbot.addWidget(widget)
        widget.ensurePolished()
    assert line.sizeHint().height() == button.sizeHint().height()


@pytest.mark.parametrize("look", [theme.Appearance.LIGHT, theme.Appearance.DARK])
def test_a_placeholder_can_be_read(
    qtbot: QtBot, qapp: QApplication, look: theme.Appearance
) -> None:
    theme.apply(qapp, look)
    for field in (LineField(name="line"), TextField(name="notes")):
        qtbot.addWidget(field)
        field.ensurePolished()
        written = field.palette().color(QPalette.ColorRole.PlaceholderText)
        assert written.name(QColor.NameFormat.HexArgb) == f"#ff{theme.current().palette.faint[1:]}"


@pytest.mark.parametrize("make", [LineField, TextField])
def test_undo_in_a_field_with_nothing_to_take_back_is_the_windows(
    qtbot: QtBot, make: type[LineField] | type[TextField]
) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    field = make(name="any")
    layout.addWidget(field)
    qtbot.addWidget(window)
    taken_back: list[str] = []
    shortcut = QShortcut(QKeySequence("Ctrl+Z"), window)
    shortcut.activated.connect(lambda: taken_back.append("the window's"))
    show_active(qtbot, window)
    field.setFocus()
    qtbot.keyClicks(field, "a")
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert (field.text(), taken_back) == ("", [])
    qtbot.keyClick(field, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert taken_back == ["the window's"]
