"""Each step of the call with a literal snapshot."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.call import Caught, CaughtKind, FearedAnswer, GuidedCall, WrapUp
from followup_desktop.domain.kinds import (
    CallStep,
    Detour,
    Outcome,
    Purpose,
    PurposeReached,
)
from followup_desktop.ui.call.page import CallPage
from followup_desktop.ui.call.readings import readings_of
from followup_desktop.ui.kit import theme
from followup_desktop.ui.kit.labels import ElidedLabel
from followup_desktop.ui.kit.tokens import DARK, LIGHT
from followup_desktop.ui.shell.keys import CALL_KEYS

DAY = date(2026, 11, 21)


@pytest.fixture
def page(qtbot: QtBot) -> CallPage:
    page = CallPage()
    qtbot.addWidget(page)
    page.resize(1366, 768)
    page.show()
    return page


def words_on(page: QWidget) -> str:
    return "\n".join(one.text() for one in page.findChildren(QLabel) if one.isVisible())


def test_purposes_say_what_they_are_about(page: CallPage, call: GuidedCall, qtbot: QtBot) -> None:
    page.show_call(call, DAY)
    tiles = page.purpose.tiles
    assert [tile.label() for tile in tiles.values()] == [
        "A referral",
        "Build the relationship",
        "Learn",
        "Another purpose…",
    ]
    assert tiles[Purpose.REFERRAL].isChecked()
    with qtbot.waitSignal(page.purpose.purpose_chosen) as signal:
        tiles[Purpose.LEARN].click()
    assert signal.args == [Purpose.LEARN]


def test_the_sentence_is_kept_as_it_is_typed(
    page: CallPage, call: GuidedCall, qtbot: QtBot
) -> None:
    page.show_call(call, DAY)
    qtbot.keyClick(page.purpose.desired, Qt.Key.Key_End)
    with qtbot.waitSignal(page.purpose.desired_edited) as signal:
        qtbot.keyClicks(page.purpose.desired, "!")
    assert signal.args == [call.desired + "!"]


def test_a_line_is_changed_where_it_stands(page: CallPage, call: GuidedCall, qtbot: QtBot) -> None:
    page.show_call(replace(call, step=CallStep.SCRIPT), DAY)
    line = page.script.lines[2]
    line.setFocus()
    qtbot.keyClick(line, Qt.Key.Key_Return)
    line.words_field.setText("What did Dana say?")
    with qtbot.waitSignal(page.script.line_changed) as signal:
        qtbot.keyClick(line.words_field, Qt.Key.Key_Return)
    assert signal.args == [2, "What did Dana say?", ""], "an untouched cue asks for a proposal"


def test_escape_leaves_a_line_as_it_was(page: CallPage, call: GuidedCall, qtbot: QtBot) -> None:
    page.show_call(replace(call, step=CallStep.SCRIPT), DAY)
    line = page.script.lines[2]
    line.open_up()
    line.words_field.setText("Something else")
    with qtbot.assertNotEmitted(page.script.line_changed):
        qtbot.keyClick(line.words_field, Qt.Key.Key_Escape)
    assert not line.is_edited


def test_escape_leaves_a_plan_but_never_a_call(
    page: CallPage, call: GuidedCall, qtbot: QtBot
) -> None:
    asked: list[bool] = []
    page.close_requested.connect(lambda: asked.append(True))
    page.show_call(replace(call, step=CallStep.CALL), DAY)
    qtbot.keyClick(page.live.notes, Qt.Key.Key_Escape)
    assert asked == []
    page.show_call(replace(call, step=CallStep.PURPOSE), DAY)
    qtbot.keyClick(page.purpose.desired, Qt.Key.Key_Escape)
    assert asked == [True]


def test_every_key_that_is_told_is_listened_to(page: CallPage) -> None:
    listened = {shortcut.key() for shortcut in page.findChildren(QShortcut)}
    told = {QKeySequence(key.sequence) for key in CALL_KEYS if key.sequence != "Esc"}
    assert told <= listened


def test_a_new_line_is_nothing_until_it_has_words(
    page: CallPage, call: GuidedCall, qtbot: QtBot
) -> None:
    page.show_call(replace(call, step=CallStep.SCRIPT), DAY)
    page.script.add.click()
    with qtbot.assertNotEmitted(page.script.line_added):
        page.script.keep()
    page.script.add.click()
    qtbot.keyClicks(page.focusWidget(), "And the shoes?")
    with qtbot.waitSignal(page.script.line_added) as signal:
        page.script.keep()
    assert signal.args == ["And the shoes?", ""]


def test_on_the_call_the_script_is_not_on_the_screen(page: CallPage, call: GuidedCall) -> None:
    page.show_call(replace(call, step=CallStep.CALL), DAY)
    said = words_on(page)
    for one in call.lines:
        assert one.words not in said
    assert [tick.label() for tick in page.live.cues.ticks.values()] == [
        one.cue for one in call.lines
    ]
    assert call.desired in said
    assert page.live.notes.hasFocus()


def test_a_suggestion_waits_for_a_need(page: CallPage, call: GuidedCall) -> None:
    live = replace(call, step=CallStep.CALL)
    page.show_call(live, DAY)
    assert not page.live.cues.ticks[3].isEnabled()
    heard = (replace(call.lines[0], ticked=True), *call.lines[1:])
    page.show_call(replace(live, lines=heard), DAY)
    assert page.live.cues.ticks[3].isEnabled()


def test_cues_are_ticked_without_leaving_the_notes(
    page: CallPage, call: GuidedCall, qtbot: QtBot
) -> None:
    page.show_call(replace(call, step=CallStep.CALL), DAY)
    with qtbot.waitSignal(page.live.cues.ticked) as signal:
        qtbot.keyClick(page.live.notes, Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert signal.args == [2, True]
    assert page.live.notes.hasFocus()


def test_a_detour_shows_its_bridge_large_and_is_logged(
    page: CallPage, call: GuidedCall, qtbot: QtBot
) -> None:
    page.show_call(replace(call, step=CallStep.CALL), DAY)
    bridges = page.live.bridges
    with qtbot.waitSignal(bridges.detour_taken) as signal:
        bridges.buttons[Detour.PRICE].click()
    assert signal.args == [Detour.PRICE]
    assert bridges.said_words.text() == "“Back by way of price”"
    assert page.live.notes.hasFocus() or bridges.isAncestorOf(page.focusWidget())
    assert [tick.isVisible() for tick in page.live.cues.ticks.values()] == [True] * 3


def test_the_number_can_be_scanned_and_copied(
    page: CallPage, call: GuidedCall, qtbot: QtBot
) -> None:
    page.show_call(replace(call, step=CallStep.CALL), DAY)
    number = page.live.number
    assert number.number.text() == "+1 212 555 0143"
    assert number.code.uri() == "tel:+12125550143"
    with qtbot.waitSignal(number.copied):
        number.copy.click()
    assert QGuiApplication.clipboard().text() == "+1 212 555 0143"


def test_a_routine_wrap_up_is_three_clicks(page: CallPage, call: GuidedCall, qtbot: QtBot) -> None:
    page.show_call(replace(call, step=CallStep.WRAP_UP), DAY)
    wrap = page.wrap
    wrap.outcome.pill(Outcome.TALKED).click()
    wrap.reached.pill(PurposeReached.REACHED).click()
    with qtbot.waitSignal(wrap.finish_requested) as signal:
        wrap.save_next.click()
    assert signal.args == [True]
    answers = wrap.answers()
    assert (answers.outcome, answers.purpose_reached) == (Outcome.TALKED, PurposeReached.REACHED)


@pytest.mark.parametrize(
    ("outcome", "asked"),
    [
        (Outcome.TALKED, {"reached_field", "feeling_field", "heard"}),
        (Outcome.NO_ANSWER, set()),
        (Outcome.CALL_BACK_LATER, {"back"}),
        (Outcome.BOUGHT_ELSEWHERE, {"elsewhere"}),
    ],
)
def test_each_outcome_asks_only_what_belongs_to_it(
    page: CallPage, call: GuidedCall, outcome: Outcome, asked: set[str]
) -> None:
    page.show_call(replace(call, step=CallStep.WRAP_UP, wrap_up=WrapUp(outcome=outcome)), DAY)
    every = ("reached_field", "feeling_field", "heard", "back", "elsewhere")
    shown = {name for name in every if getattr(page.wrap, name).isVisible()}
    assert shown == asked


def test_the_wrap_up_says_what_comes_next_and_for_whom(page: CallPage, call: GuidedCall) -> None:
    page.show_call(replace(call, step=CallStep.WRAP_UP), DAY)
    said = words_on(page.wrap)
    assert "Next for Jun" in said
    assert "Sat 5 Dec" in said
    assert "Next for Kenji Mori" in said
    assert page.wrap.save_next.label() == "Save, next: Mme Beaulieu"


def test_at_the_end_of_the_list_there_is_one_way_to_save(page: CallPage, call: GuidedCall) -> None:
    last = replace(call, step=CallStep.WRAP_UP, next_due_id=None, next_due_name="")
    page.show_call(last, DAY)
    assert page.wrap.save_next.label() == "Save"
    assert not page.wrap.save_close.isVisible()


def test_typed_answers_survive_the_next_snapshot(
    page: CallPage, call: GuidedCall, qtbot: QtBot
) -> None:
    talked = replace(call, step=CallStep.WRAP_UP, wrap_up=WrapUp(outcome=Outcome.TALKED))
    page.show_call(talked, DAY)
    qtbot.keyClicks(page.wrap.gained, "Felt taller")
    answers = page.wrap.answers()
    assert answers.gained == "Felt taller"
    page.show_call(replace(talked, wrap_up=answers), DAY)
    assert page.wrap.gained.text() == "Felt taller"


def test_every_bridge_stays_in_sight_beside_its_sentence(page: CallPage, call: GuidedCall) -> None:
    long = "Thank you for telling me. That’s on us, and I’ll see to it myself, today. " * 2
    bridges = tuple(replace(one, words=long) for one in call.bridges)
    page.show_call(replace(call, step=CallStep.CALL, bridges=bridges), DAY)
    buttons = page.live.bridges.buttons
    buttons[Detour.NOT_A_GOOD_TIME].click()
    QApplication.processEvents()
    for button in buttons.values():
        assert button.visibleRegion().boundingRect() == button.rect(), button.label()
    buttons[Detour.NOT_A_GOOD_TIME].click()
    assert not page.live.bridges.said.isVisible()


def test_what_is_next_is_told_as_the_customer_is_addressed(
    page: CallPage, call: GuidedCall
) -> None:
    libin = replace(call, step=CallStep.WRAP_UP, name="Richard Libin", greeting="Mr. Libin")
    page.show_call(libin, DAY)
    assert "Next for Mr. Libin" in words_on(page)


def test_a_promise_ends_with_the_one_who_gave_it(page: CallPage, call: GuidedCall) -> None:
    promise = Caught(
        CaughtKind.PROMISE, 7, "send the name of the dry cleaner", "Ed Marsh", due_on=DAY
    )
    page.show_call(replace(call, step=CallStep.WRAP_UP, caught=(promise,)), DAY)
    said = [label.text() for label in page.wrap.caught.findChildren(ElidedLabel)]
    assert "Send the name of the dry cleaner · by Sat 21 Nov · Ed Marsh" in said


def test_facts_are_tinted_in_the_look_in_force(
    page: CallPage, call: GuidedCall, qapp: QApplication
) -> None:
    page.show_call(replace(call, step=CallStep.SCRIPT), DAY)
    words = page.script.lines[1].words
    try:
        for look, palette in ((theme.Appearance.DARK, DARK), (theme.Appearance.LIGHT, LIGHT)):
            theme.apply(qapp, look)
            assert palette.primary_tint in words.text()
    finally:
        theme.apply(qapp, theme.Appearance.LIGHT)


# Rehearsing, and what may be feared -------------------------------------------------------------

FEARS = (
    FearedAnswer("I was only looking.", "And you’re welcome to, as often as you like."),
    FearedAnswer("It was too expensive.", "That’s a fair reason."),
)


@pytest.mark.parametrize(
    ("step", "asks"),
    [
        (CallStep.PURPOSE, True),
        (CallStep.SCRIPT, True),
        (CallStep.BRIDGE, True),
        (CallStep.CALL, False),
        (CallStep.WRAP_UP, False),
    ],
)
def test_a_plan_can_be_read_aloud_by_one_key_before_the_call(
    page: CallPage, call: GuidedCall, qtbot: QtBot, step: CallStep, asks: bool
) -> None:
    """M-9."""
    page.show_call(replace(call, step=step), DAY)
    page.activateWindow()
    asked: list[bool] = []
    page.rehearsal_requested.connect(lambda: asked.append(True))
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_A, Qt.KeyboardModifier.AltModifier)
    assert bool(asked) is asks
    if step is CallStep.SCRIPT:
        page.script.aloud.click()
    if step is CallStep.BRIDGE:
        page.bridge.aloud.click()
    assert len(asked) == asks + (step in (CallStep.SCRIPT, CallStep.BRIDGE))


def test_the_whole_plan_is_read_in_its_order(call: GuidedCall) -> None:
    """M-9, M-80."""
    read = readings_of(replace(call, fears=FEARS))
    assert [one.words for one in read] == [
        *(line.words for line in call.lines),
        *(bridge.words for bridge in call.bridges),
        *(fear.way_out for fear in FEARS),
        call.voicemail,
    ]
    assert read[-2].caption == "If they say: It was too expensive."


def test_what_may_be_feared_stands_beside_the_bridges_with_a_way_out(
    page: CallPage, call: GuidedCall
) -> None:
    """M-80."""
    page.show_call(replace(call, step=CallStep.BRIDGE, fears=FEARS), DAY)
    assert "“I was only looking.”\nAnd you’re welcome to, as often as you like." in words_on(page)
    page.show_call(replace(call, step=CallStep.BRIDGE), DAY)
    assert "What you may fear to hear" not in words_on(page)


def test_on_the_call_the_way_out_is_one_click_away(page: CallPage, call: GuidedCall) -> None:
    """M-80."""
    page.show_call(replace(call, step=CallStep.CALL, fears=FEARS), DAY)
    bridges = page.live.bridges
    bridges.fears.buttons[1].click()
    assert bridges.said_words.text() == "“That’s a fair reason.”"
    page.show_call(replace(call, step=CallStep.CALL, fears=FEARS), DAY)
    assert bridges.said.isVisible()
    bridges.fears.buttons[1].click()
    assert not bridges.said.isVisible()
    bridges.fears.buttons[0].click()
    bridges.buttons[Detour.PRICE].click()
    assert bridges.said_title.text() == "Price"
    page.show_call(replace(call, step=CallStep.CALL), DAY)
    assert not bridges.fears.isVisible()
