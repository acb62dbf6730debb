from enum import StrEnum

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.ui.kit.buttons import QuietButton
from followup_desktop.ui.kit.choices import Choices
from tests.ui.kit.keyboard import focused, press, show_active


class Reach(StrEnum):
    TAKEN = "taken"
    ALTERATION = "alteration"
    ORDER = "order"


OPTIONS = [
    (Reach.TAKEN, "Takes it now"),
    (Reach.ALTERATION, "Alteration"),
    (Reach.ORDER, "Order"),
]


@pytest.fixture
def choices(qtbot: QtBot) -> Choices:
    widget = Choices(OPTIONS, name="reach", label="How does it reach them?")
    qtbot.addWidget(widget)
    show_active(qtbot, widget)
    return widget


def test_nothing_is_chosen_at_first(choices: Choices) -> None:
    assert choices.value() is None
    assert choices.values() == ()


def test_a_click_chooses_and_says_so(qtbot: QtBot, choices: Choices) -> None:
    with qtbot.waitSignal(choices.chosen) as told:
        qtbot.mouseClick(choices.pill(Reach.ORDER), Qt.MouseButton.LeftButton)
    assert told.args == [Reach.ORDER]
    assert isinstance(told.args[0], Reach)
    assert choices.value() is Reach.ORDER


def test_choosing_another_takes_the_first_back(qtbot: QtBot, choices: Choices) -> None:
    for value in (Reach.ORDER, Reach.TAKEN):
        qtbot.mouseClick(choices.pill(value), Qt.MouseButton.LeftButton)
    assert choices.values() == (Reach.TAKEN,)
    assert [choices.pill(value).isChecked() for value, _ in OPTIONS] == [True, False, False]


def test_the_chosen_one_can_only_be_taken_back_where_it_is_optional(
    qtbot: QtBot, choices: Choices
) -> None:
    choices.choose(Reach.ORDER)
    with qtbot.assertNotEmitted(choices.chosen):
        qtbot.mouseClick(choices.pill(Reach.ORDER), Qt.MouseButton.LeftButton)
    assert choices.value() is Reach.ORDER
    assert choices.pill(Reach.ORDER).isChecked()

    optional = Choices(OPTIONS, name="maybe", optional=True)
    qtbot.addWidget(optional)
    optional.choose(Reach.ORDER)
    with qtbot.waitSignal(optional.chosen) as told:
        qtbot.mouseClick(optional.pill(Reach.ORDER), Qt.MouseButton.LeftButton)
    assert told.args == [None]
    assert not optional.pill(Reach.ORDER).isChecked()


def test_the_program_choosing_says_nothing(qtbot: QtBot, choices: Choices) -> None:
    with qtbot.assertNotEmitted(choices.chosen):
        choices.choose(Reach.ALTERATION)
        choices.choose(None)
    assert choices.value() is None
    assert not choices.pill(Reach.ALTERATION).isChecked()


def test_several_answers(qtbot: QtBot) -> None:
    choices = Choices(OPTIONS, name="several", several=True)
    qtbot.addWidget(choices)
    told: list[object] = []
    choices.chosen.connect(told.append)
    for value in (Reach.ORDER, Reach.TAKEN, Reach.ORDER):
        qtbot.mouseClick(choices.pill(value), Qt.MouseButton.LeftButton)
    assert told == [(Reach.ORDER,), (Reach.TAKEN, Reach.ORDER), (Reach.TAKEN,)]


def test_the_arrow_keys_go_round_and_choose(choices: Choices) -> None:
    told: list[object] = []
    choices.chosen.connect(told.append)
    choices.setFocus(Qt.FocusReason.TabFocusReason)
    assert focused() == "reach_taken"
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Left)
    assert told == [Reach.ALTERATION, Reach.ORDER, Reach.TAKEN, Reach.ORDER]
    assert focused() == "reach_order"


def test_with_several_the_arrow_keys_only_move_and_space_ticks(qtbot: QtBot) -> None:
    choices = Choices(OPTIONS, name="reach", several=True)
    qtbot.addWidget(choices)
    show_active(qtbot, choices)
    choices.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Right)
    assert choices.values() == ()
    press(Qt.Key.Key_Space)
    assert choices.values() == (Reach.ALTERATION,)


def test_a_disabled_option_is_stepped_over(choices: Choices) -> None:
    choices.pill(Reach.ALTERATION).setEnabled(False)
    choices.setFocus(Qt.FocusReason.TabFocusReason)
    press(Qt.Key.Key_Right)
    assert choices.value() is Reach.ORDER


def test_tab_passes_with_one_stop_at_the_chosen_one(qtbot: QtBot) -> None:
    page = QWidget()
    layout = QVBoxLayout(page)
    choices = Choices(OPTIONS, name="reach")
    choices.choose(Reach.ALTERATION)
    for widget in (QuietButton("Before", name="before"), choices, QuietButton("After", name="x")):
        layout.addWidget(widget)
    qtbot.addWidget(page)
    show_active(qtbot, page)
    page.findChild(QuietButton, "before").setFocus()
    press(Qt.Key.Key_Tab)
    assert focused() == "reach_alteration"
    press(Qt.Key.Key_Tab)
    assert focused() == "x"


def test_new_options_keep_the_answer_that_is_still_there(choices: Choices) -> None:
    choices.choose(Reach.ORDER)
    choices.set_options(OPTIONS[1:])
    assert choices.value() is Reach.ORDER
    choices.set_options(OPTIONS[:1])
    assert choices.value() is None


def test_known_to_assistive_technology_as_radio_buttons(choices: Choices) -> None:
    choices.choose(Reach.ORDER)
    interface = QAccessible.queryAccessibleInterface(choices.pill(Reach.ORDER))
    assert interface.role() is QAccessible.Role.RadioButton
    assert interface.state().checked
    assert interface.text(QAccessible.Text.Name) == "Order"
    assert choices.accessibleName() == "How does it reach them?"


def test_pills_wrap_where_there_is_no_room(qtbot: QtBot, choices: Choices) -> None:
    choices.resize(400, 40)
    wide = choices.heightForWidth(600)
    assert choices.heightForWidth(160) > 2 * wide


def test_words_as_values_and_letters_that_are_none(qtbot: QtBot) -> None:
    choices = Choices([(None, "Nobody"), (3, "Ed Marsh")], name="who")
    qtbot.addWidget(choices)
    with qtbot.waitSignal(choices.chosen) as told:
        qtbot.mouseClick(choices.pill(3), Qt.MouseButton.LeftButton)
    assert told.args == [3]
