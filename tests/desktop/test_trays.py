"""Where the reminders live: in a tray, in one that comes late, in none, on several monitors."""

import time
from collections.abc import Iterator

import pytest

from tests.desktop.conftest import Program, geometry, run, wait_for, window_named
from tests.desktop.desktops import Panel, desktop, running

REMINDER = r"follow-ups? (is|are) due$"
FOLLOWUP = "^Followup$"


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A desktop without any tray."""
    with desktop(monkeypatch):
        yield


@pytest.fixture
def panels() -> Iterator[list[Panel]]:
    started: list[Panel] = []
    yield started
    for panel in started:
        panel.end()


def state(window: str) -> str:
    return run("xprop", "-id", window, "WM_STATE")


def test_without_a_tray_it_stays_reachable_and_reminds(bare: None, program: Program) -> None:
    program.set_clock("2026-11-23 10:30")
    program.start("--minimised")
    wait_for(lambda: window_named(REMINDER), "the reminder")
    window = run("xdotool", "search", "--name", FOLLOWUP).split()[-1]
    assert "window state: Iconic" in state(window)
    run("wmctrl", "-i", "-a", window)
    wait_for(lambda: "window state: Normal" in state(window), "the window, from the task list")
    time.sleep(1)
    run("wmctrl", "-i", "-c", window)
    wait_for(lambda: program.exit_code == 0, "the end, for there is no place to hide in")


def test_a_tray_that_comes_late_gets_the_icon_and_the_window_hides_there(
    bare: None, program: Program, panels: list[Panel]
) -> None:
    program.start("--minimised")
    wait_for(lambda: (program.folder / "followup.db-wal").exists(), "the program's data")
    time.sleep(3)
    panels.append(Panel())
    wait_for(lambda: panels[0].items(), "the icon in the tray")
    wait_for(lambda: panels[0].tooltip() == "Nothing is due.", "its words")
    windows = run("xdotool", "search", "--name", FOLLOWUP).split()
    wait_for(lambda: not any("Iconic" in state(one) for one in windows), "the window to hide")
    program.set_clock("2026-11-23 10:30")
    wait_for(lambda: panels[0].tooltip() == "2 follow-ups are due.", "the count")
    panels[0].click()
    wait_for(lambda: window_named(FOLLOWUP), "the window, after a click on the icon")


def test_a_panel_that_starts_anew_gets_the_icon_again(
    bare: None, program: Program, panels: list[Panel]
) -> None:
    panels.append(Panel())
    program.start("--minimised")
    wait_for(lambda: panels[0].items(), "the icon in the tray")
    panels[0].end()
    time.sleep(2)
    panels.append(Panel())
    wait_for(lambda: panels[1].items(), "the icon in the new one")


def test_the_menu_names_what_is_due_and_opens_the_call(
    bare: None, program: Program, panels: list[Panel]
) -> None:
    panels.append(Panel())
    program.set_clock("2026-11-23 10:50")
    program.start("--minimised")
    wait_for(lambda: panels[0].items(), "the icon in the tray")
    wait_for(lambda: "3 follow-ups are due." in panels[0].tooltip(), "the count")
    first, *others = panels[0].menu()
    assert first.startswith("Richard Libin · promise by 11:00")
    assert others[:3] == [
        "Jun Hayashi · after purchase",
        "Tom Kessler · after purchase",
        "Open Followup",
    ]
    panels[0].choose("Quiet for 1 hour")
    wait_for(lambda: not window_named(REMINDER), "the quiet")
    wait_for(lambda: "Quiet until 11:50" in panels[0].tooltip(), "until when")
    panels[0].choose("No longer busy")
    wait_for(lambda: window_named(REMINDER), "the reminder, again")
    panels[0].choose("Jun Hayashi · after purchase")
    wait_for(lambda: window_named(FOLLOWUP), "the call")
    panels[0].choose("Quit")
    wait_for(lambda: program.exit_code == 0, "the end")


def test_on_several_monitors_it_lies_on_the_first_one(
    monkeypatch: pytest.MonkeyPatch, program: Program
) -> None:
    with desktop(monkeypatch, "2560x800"):
        # The second one first: which is the main one counts, not which is named first.
        for name, at, output in (("right", 1280, "none"), ("*left", 0, "screen")):
            run("xrandr", "--setmonitor", name, f"1280/300x800/200+{at}+0", output)
        program.set_clock("2026-11-23 10:30")
        program.start()
        wait_for(lambda: window_named(REMINDER), "the reminder")
        place = geometry(window_named(REMINDER))
        assert (1280 - place["x"] - place["width"], 800 - place["y"] - place["height"]) == (18, 18)


def test_the_desktop_s_own_notification_comes_in_addition(
    bare: None, program: Program, panels: list[Panel]
) -> None:
    """Where the shop wants it; and without names where it wants none."""
    panels.append(Panel())
    program.prefer("notifies", "hides_names")
    program.set_clock("2026-11-23 10:30")
    monitor = ("dbus-monitor", "--session", "interface='org.freedesktop.Notifications'")
    with running(*monitor, stdout=-1) as heard:
        time.sleep(1)
        program.start("--minimised")
        wait_for(lambda: window_named(REMINDER), "our own window")
        time.sleep(1)
        heard.terminate()
        assert heard.stdout is not None
        said = heard.stdout.read()
    assert 'string "2 follow-ups are due"' in said
    assert "Hayashi" not in said
