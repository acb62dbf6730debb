"""The guided call from Today to Today, by keyboard and by mouse, and killed at every step."""

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from followup_desktop.domain.kinds import KINDS, CallStep, Kind, Outcome, Purpose
from followup_desktop.store.rows import CallRow, CustomerRow, FollowUpRow, PhoneRow
from followup_desktop.ui.call.page import CallPage
from tests.whole.day import Shop, a_shop
from tests.whole.leaving import STEPS, killed_at
from tests.whole.test_a_day import call_page, open_follow_ups, record_jun

FRIDAY, SATURDAY = "2026-11-20T15:00", "2026-11-21T10:40"
MONDAY = date(2026, 11, 23)


@pytest.fixture
def shop(data_dir: Path, qtbot: QtBot) -> Iterator[Shop]:
    """Jun bought a suit yesterday; it is Saturday, and Today shows him."""
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        record_jun(shop)
        shop.next_day(SATURDAY)
        yield shop


def words_in_sight(widget: QWidget) -> str:
    return "\n".join(one.text() for one in widget.findChildren(QLabel) if one.isVisible())


def on_the_call(shop: Shop) -> CallPage:
    shop.click("start_call")
    shop.click("call_now")
    return call_page(shop)


def wrap_up(shop: Shop, outcome: Outcome) -> CallPage:
    call = on_the_call(shop)
    shop.click("end_call")
    shop.click(f"wrap_outcome_{outcome}")
    return call


def jun() -> CustomerRow:
    return CustomerRow.get(CustomerRow.name == "Jun Hayashi")


# By keyboard


def test_a_whole_call_without_a_mouse(shop: Shop) -> None:
    call = call_page_after_enter(shop)
    assert call.purpose.isVisible()
    for panel in (call.script, call.bridge, call.live):
        shop.press(Qt.Key.Key_Return, control=True)
        assert panel.isVisible()
    assert call.live.notes.hasFocus()
    shop.write("He wore it the same evening.")
    shop.qtbot.keyClick(focus(), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    shop.qtbot.keyClick(focus(), Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert [tick.isChecked() for tick in call.live.cues.ticks.values()][:3] == [False, True, False]
    assert call.live.bridges.said.isVisible()
    shop.press(Qt.Key.Key_Return, control=True)
    assert call.wrap.isVisible()
    shop.press(Qt.Key.Key_Space)  # Talked, which the keyboard stands on
    for _note in range(4):  # past the three notes
        shop.press(Qt.Key.Key_Tab)
    assert call.wrap.reached.isAncestorOf(focus())
    shop.press(Qt.Key.Key_Space)
    shop.press(Qt.Key.Key_Return, control=True)
    assert shop.page("today_page").isVisible()
    done = CallRow.get()
    assert (done.step, done.outcome) == (CallStep.DONE, Outcome.TALKED)
    assert done.notes == "He wore it the same evening."


def test_a_routine_wrap_up_takes_three_clicks(shop: Shop) -> None:
    on_the_call(shop)
    shop.click("end_call")
    shop.click("wrap_outcome_talked")
    shop.click("wrap_reached_reached")
    shop.click("wrap_save_next")
    assert shop.page("today_page").isVisible()
    assert CallRow.get().step is CallStep.DONE


def test_a_call_begins_in_the_search_box(shop: Shop) -> None:
    """M-1."""
    shop.press(Qt.Key.Key_K, control=True)
    shop.write("jun")
    shop.press(Qt.Key.Key_Return, control=True)
    assert call_page(shop).purpose.isVisible()
    assert CallRow.get().customer_id == jun().id


def call_page_after_enter(shop: Shop) -> CallPage:
    """From the row that Today has chosen."""
    today = shop.page("today_page")
    today.list.setFocus()  # type: ignore[attr-defined]
    shop.press(Qt.Key.Key_Return)
    return call_page(shop)


def focus() -> QWidget:
    here = QApplication.focusWidget()
    assert here is not None
    return here


# On the call


@pytest.mark.parametrize("steps", range(3))
def test_call_now_from_every_step_of_the_plan(shop: Shop, steps: int) -> None:
    shop.click("start_call")
    call = call_page(shop)
    shop.wait_for("purpose_learn")
    shop.click("purpose_learn")
    for name in ("call_next_script", "call_next_bridge")[:steps]:
        shop.click(name)
    shop.click("call_now")
    assert call.live.isVisible()
    assert CallRow.get().purpose is Purpose.LEARN


def test_the_script_and_money_are_out_of_sight_on_the_call(shop: Shop) -> None:
    shop.click("start_call")
    call = call_page(shop)
    shop.click("call_next_script")
    assert call.script.lines
    script = [line.line.words for line in call.script.lines.values()]
    shop.click("call_now")
    said = words_in_sight(call)
    assert not [line for line in script if line in said]
    assert "You planned it. Now talk, don’t read." in said
    assert [tick.label() for tick in call.live.cues.ticks.values()]


def test_cues_are_ticked_in_any_order_and_stay_where_they_are(shop: Shop) -> None:
    call = on_the_call(shop)
    ticks = list(call.live.cues.ticks.values())
    before = [tick.geometry() for tick in ticks]
    for at in (3, 0, 2):
        ticks[at].click()
    ticks[0].click()
    shop.click("detour_price")
    assert [tick.isChecked() for tick in ticks] == [at in (2, 3) for at in range(len(ticks))]
    assert [tick.geometry() for tick in ticks] == before


def test_the_code_is_the_number(shop: Shop) -> None:
    call = on_the_call(shop)
    assert call.live.number.code.uri() == "tel:+16465550188"


def test_the_timer_counts_up(shop: Shop) -> None:
    call = on_the_call(shop)
    assert call.bar.timer.text() == "00:00"
    shop.clock.set("2026-11-21T10:44:12")
    shop.qtbot.waitUntil(lambda: call.bar.timer.text() == "04:12", timeout=3000)


def test_what_was_caught_is_changed_and_taken_off(shop: Shop) -> None:
    call = on_the_call(shop)
    shop.click("catch_promise")
    shop.type("promise_what", "send a picture")
    shop.type("promise_day", "mon")
    shop.click("catch_promise_keep")
    shop.click("end_call")
    (promise,) = FollowUpRow.select().where(FollowUpRow.kind == Kind.PROMISE)
    name = f"caught_promise_{promise.promise_id}"
    shop.wait_for(f"{name}_edit")
    shop.click(f"{name}_edit")
    what = shop.page("promise_what")
    what.setText("send the pictures")  # type: ignore[attr-defined]
    shop.click("catch_promise_keep")
    shop.wait_for(f"{name}_drop")
    assert "Send the pictures · by Mon 23 Nov · Ed Marsh" in words_in_sight(call.wrap)
    shop.wait_for(f"{name}_drop")
    shop.click(f"{name}_drop")
    assert not call.wrap.caught.isVisible()
    assert FollowUpRow.select().where(FollowUpRow.kind == Kind.PROMISE).count() == 0


# How it ended


def test_no_answer_is_tried_again_in_another_part_of_the_next_open_day(shop: Shop) -> None:
    wrap_up(shop, Outcome.NO_ANSWER)
    shop.click("wrap_save_next")
    again = FollowUpRow.get(FollowUpRow.kind == Kind.DAY_AFTER)
    assert (again.status, again.due_on) == ("open", MONDAY)
    assert again.due_time is not None
    assert again.due_time >= time(14)
    assert again.tries == 1


def test_a_left_message_is_a_try_too(shop: Shop) -> None:
    wrap_up(shop, Outcome.LEFT_MESSAGE)
    shop.click("wrap_save_next")
    again = FollowUpRow.get(FollowUpRow.kind == Kind.DAY_AFTER)
    assert (again.due_on, again.tries) == (MONDAY, 1)
    assert CallRow.get().outcome is Outcome.LEFT_MESSAGE


def test_call_back_later_needs_a_day_and_becomes_a_promise_at_that_time(shop: Shop) -> None:
    call = wrap_up(shop, Outcome.CALL_BACK_LATER)
    shop.click("wrap_save_next")
    assert call.wrap.isVisible()
    assert call.wrap.missing.isVisible()
    shop.type("wrap_call_back_on", "mon")
    shop.press(Qt.Key.Key_Tab)
    shop.type("wrap_call_back_time", "17:30")
    shop.press(Qt.Key.Key_Tab)
    shop.click("wrap_save_next")
    back = FollowUpRow.get(FollowUpRow.kind == Kind.CALL_BACK)
    assert (back.due_on, back.due_time, back.is_timed) == (MONDAY, time(17, 30), True)


def test_bought_elsewhere_says_where_and_why(shop: Shop) -> None:
    wrap_up(shop, Outcome.BOUGHT_ELSEWHERE)
    shop.type("wrap_elsewhere_where", "A shop at the airport")
    shop.type("wrap_elsewhere_why", "Needed it the same evening")
    shop.click("wrap_save_next")
    done = CallRow.get()
    assert (done.elsewhere_where, done.elsewhere_why) == (
        "A shop at the airport",
        "Needed it the same evening",
    )


def test_a_wrong_number_is_marked(shop: Shop) -> None:
    wrap_up(shop, Outcome.WRONG_NUMBER)
    shop.click("wrap_save_next")
    assert PhoneRow.get().wrong_at is not None
    assert open_follow_ups("Jun Hayashi")


def test_please_dont_call_is_stamped_and_closes_what_was_planned(shop: Shop) -> None:
    wrap_up(shop, Outcome.DONT_CALL)
    shop.click("wrap_save_next")
    assert jun().dont_call_at is not None
    assert not [kind for kind, _day in open_follow_ups("Jun Hayashi") if KINDS[kind].marketing]


def test_unhappy_asks_for_the_problem(shop: Shop) -> None:
    call = wrap_up(shop, Outcome.TALKED)
    shop.click("wrap_reached_partly")
    shop.click("wrap_feeling_unhappy")
    shop.click("wrap_save_next")
    assert call.wrap.missing.isVisible()
    assert CallRow.get().step is CallStep.WRAP_UP
    shop.click("call_back_call")
    shop.click("catch_problem")
    shop.type("problem_what", "the left sleeve is long")
    shop.click("catch_problem_keep")
    shop.click("end_call")
    shop.click("wrap_save_next")
    assert CallRow.get().step is CallStep.DONE
    assert Kind.PROBLEM in {kind for kind, _day in open_follow_ups("Jun Hayashi")}


def test_no_call_ends_without_a_next_step_or_a_reason(shop: Shop) -> None:
    call = wrap_up(shop, Outcome.TALKED)
    shop.click("wrap_reached_reached")
    shop.click("wrap_change_next")
    # Once nothing stands any more a check-in is proposed, which can be switched off too.
    for name in ("plan_two_weeks_2", "plan_two_months_3", "plan_check_in"):
        shop.wait_for(name)
        shop.click(name)
    shop.click("next_done")
    shop.click("wrap_save_next")
    assert call.wrap.missing.isVisible()
    assert CallRow.get().step is CallStep.WRAP_UP
    shop.click("wrap_change_next")
    shop.type("next_nothing_reason", "He moves abroad.")
    shop.click("next_done")
    shop.click("wrap_save_next")
    assert CallRow.get().step is CallStep.DONE
    assert CallRow.get().nothing_more == "He moves abroad."


def test_save_next_goes_on_to_the_next_one(shop: Shop) -> None:
    shop.clock.set("2026-11-20T16:00")
    shop.press(Qt.Key.Key_N, control=True)
    shop.write("Ines Lind")
    shop.press(Qt.Key.Key_Tab)
    shop.write("6465550189")
    shop.press(Qt.Key.Key_Tab)
    shop.write("Camel coat")
    shop.press(Qt.Key.Key_Return, control=True)
    shop.next_day(SATURDAY)
    call = wrap_up(shop, Outcome.TALKED)
    shop.click("wrap_reached_reached")
    assert call.wrap.save_next.label() == "Save, next: Ines Lind"
    shop.click("wrap_save_next")
    assert call_page(shop).purpose.isVisible()
    assert call_page(shop).bar.name.text() == "Ines Lind"


# Killed


@pytest.mark.slow
@pytest.mark.parametrize("step", STEPS)
def test_killed_at_a_step_it_goes_on_there(step: CallStep, data_dir: Path, qtbot: QtBot) -> None:
    with a_shop(data_dir, FRIDAY, qtbot) as shop:
        record_jun(shop)
    killed_at(step, data_dir)
    with a_shop(data_dir, "2026-11-21T10:50", qtbot) as again:
        start = again.page("start_call")
        qtbot.waitUntil(lambda: start.accessibleName() == "Go on with the call")
        again.click("start_call")
        call = call_page(again)
        assert call.panels[step].isVisible()
        assert CallRow.get().desired == "To hear how it went"
        if step in (CallStep.CALL, CallStep.WRAP_UP):
            assert CallRow.get().notes == "She laughed"
