"""The reminder as whoever sits at the PC meets it: in the corner, and never in the way."""

import time

from tests.desktop.conftest import (
    Program,
    Typewriter,
    click,
    geometry,
    run,
    wait_for,
    window_named,
)

REMINDER = r"follow-ups? (is|are) due$"
FOLLOWUP = "^Followup$"
SENTENCE = "Dear Ms. Hayashi, your suit is ready and we look forward to seeing you. "


def reminder_is_up() -> str:
    return window_named(REMINDER)


def start(program: Program, *arguments: str) -> None:
    program.start(*arguments)
    wait_for(lambda: (program.folder / "followup.db-wal").exists(), "the program's data")
    time.sleep(1)


def close_button(window: str) -> tuple[int, int]:
    return geometry(window)["width"] - 29, 33


def test_whoever_types_elsewhere_loses_no_letter(program: Program, typewriter: Typewriter) -> None:
    start(program, "--minimised")
    run("xdotool", "windowactivate", "--sync", typewriter.window)
    typing = typewriter.type(SENTENCE * 2)
    time.sleep(1)
    program.set_clock("2026-11-23 10:30")
    wait_for(reminder_is_up, "the reminder")
    assert typewriter.has_keyboard
    window = reminder_is_up()
    # Turn a line over while somebody types, then put all away.
    width = geometry(window)["width"]
    click(window, width - 95, 115)
    time.sleep(0.5)
    assert typewriter.has_keyboard
    click(window, *close_button(window))
    wait_for(lambda: not reminder_is_up(), "the reminder to go")
    typing.wait(timeout=60)
    wait_for(lambda: typewriter.text == SENTENCE * 2, f"every letter, not {typewriter.text!r}")


def test_a_window_that_takes_the_keyboard_would_be_noticed(
    program: Program, typewriter: Typewriter
) -> None:
    start(program, "--minimised", "--plain")
    run("xdotool", "windowactivate", "--sync", typewriter.window)
    program.set_clock("2026-11-23 10:30")
    wait_for(reminder_is_up, "the reminder")
    wait_for(lambda: not typewriter.has_keyboard, "the keyboard to go elsewhere", patience=10)


def test_it_lies_in_the_corner_that_the_panel_leaves_free(program: Program) -> None:
    program.set_clock("2026-11-23 10:30")
    start(program)
    wait_for(reminder_is_up, "the reminder")
    place = geometry(reminder_is_up())
    right, bottom = place["x"] + place["width"], place["y"] + place["height"]
    assert 1366 - right == 18
    assert 18 <= 768 - bottom <= 18 + 60
    assert place["width"] >= 400


def test_it_stays_above_a_till_that_fills_the_screen(
    program: Program, typewriter: Typewriter
) -> None:
    start(program, "--minimised")
    run("wmctrl", "-i", "-r", typewriter.window, "-b", "add,fullscreen")
    run("xdotool", "windowactivate", "--sync", typewriter.window)
    program.set_clock("2026-11-23 10:30")
    wait_for(reminder_is_up, "the reminder")
    time.sleep(1)
    assert geometry(typewriter.window)["width"] == 1366
    place = geometry(reminder_is_up())
    run("xdotool", "mousemove", str(place["x"] + 60), str(place["y"] + 60))
    assert f"WINDOW={reminder_is_up()}" in run("xdotool", "getmouselocation", "--shell")
    assert typewriter.has_keyboard


def test_nothing_of_ours_lies_above_it(program: Program) -> None:
    """In a tray of X11 Qt paints notifications itself, just there."""
    program.prefer("notifies")
    start(program, "--minimised")
    program.set_clock("2026-11-23 10:30")
    wait_for(reminder_is_up, "the reminder")
    time.sleep(2)
    window = reminder_is_up()
    place = geometry(window)
    for x, y in ((30, 30), (place["width"] - 60, place["height"] - 20), (60, place["height"] - 20)):
        run("xdotool", "mousemove", str(place["x"] + x), str(place["y"] + y))
        assert f"WINDOW={window}" in run("xdotool", "getmouselocation", "--shell")


def test_a_kill_while_it_is_up_shows_it_again(program: Program) -> None:
    program.set_clock("2026-11-23 10:30")
    start(program)
    wait_for(reminder_is_up, "the reminder")
    program.kill()
    wait_for(lambda: not reminder_is_up(), "the end")
    program.set_clock("2026-11-23 10:31")
    start(program)
    wait_for(reminder_is_up, "the reminder, again")


def test_what_was_put_away_stays_away_over_a_kill(program: Program) -> None:
    program.set_clock("2026-11-23 10:30")
    start(program)
    wait_for(reminder_is_up, "the reminder")
    time.sleep(0.5)
    window = reminder_is_up()
    click(window, *close_button(window))
    wait_for(lambda: not reminder_is_up(), "the reminder to go")
    program.kill()
    start(program)
    time.sleep(3)
    assert not reminder_is_up()
    program.set_clock("2026-11-23 10:50")
    wait_for(reminder_is_up, "the promise, ten minutes before its time")


def test_call_opens_the_call_and_takes_the_keyboard_there(
    program: Program, typewriter: Typewriter
) -> None:
    start(program, "--minimised")
    program.set_clock("2026-11-23 10:30")
    wait_for(reminder_is_up, "the reminder")
    time.sleep(0.5)
    window = reminder_is_up()
    click(window, geometry(window)["width"] - 45, 115)
    wait_for(lambda: window_named(FOLLOWUP), "the window with the call")


def test_later_brings_it_back_at_its_time(program: Program) -> None:
    program.set_clock("2026-11-23 10:30")
    start(program)
    wait_for(reminder_is_up, "the reminder")
    time.sleep(0.5)
    window = reminder_is_up()
    place = geometry(window)
    click(window, 54, place["height"] - 35)
    wait_for(lambda: not reminder_is_up(), "the reminder to go")
    program.set_clock("2026-11-23 10:39")
    time.sleep(2.5)
    assert not reminder_is_up()
    program.set_clock("2026-11-23 10:40")
    wait_for(reminder_is_up, "the reminder, ten minutes later")


def test_closing_goes_to_the_tray_and_a_second_start_brings_it_back(program: Program) -> None:
    start(program)
    wait_for(lambda: window_named(FOLLOWUP), "the window")
    time.sleep(1)
    run("wmctrl", "-i", "-c", window_named(FOLLOWUP))
    wait_for(lambda: not window_named(FOLLOWUP), "the window to hide")
    time.sleep(1)
    assert program.is_running
    others = [Program(program.folder, program._clock) for _start in range(4)]
    for other in others:
        other.start()
    wait_for(lambda: window_named(FOLLOWUP), "the first one's window")
    wait_for(lambda: all(other.exit_code == 0 for other in others), "the others to end")
    wait_for(lambda: run("xdotool", "getactivewindow") == window_named(FOLLOWUP), "its keyboard")
    assert program.is_running
