"""A bug in the running program."""

import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel
from pytestqt.qtbot import QtBot

from followup_desktop import paths
from followup_desktop.app.crash_guard import CrashGuard
from followup_desktop.ui.shell.crash_report import FOLDER
from followup_desktop.ui.shell.crash_window import CrashWindow
from tests.services.world import at

NOW = at("2026-11-21 10:42")
CANARY = "Zephyrine Quill"


@pytest.fixture
def guard(tmp_path: Path, qtbot: QtBot) -> Iterator[CrashGuard]:
    hooks = sys.excepthook, threading.excepthook
    guard = CrashGuard(tmp_path, lambda: NOW.local)
    guard.install()
    yield guard
    sys.excepthook, threading.excepthook = hooks


def reports(folder: Path) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in (folder / FOLDER).glob("*.txt")]


def answer_with(name: str) -> list[CrashWindow]:
    """Once the window is there, click the button of that name."""
    seen: list[CrashWindow] = []

    def click() -> None:
        window = QApplication.activeModalWidget()
        if not isinstance(window, CrashWindow):
            QTimer.singleShot(1, click)
            return
        seen.append(window)
        button = window.findChild(QAbstractButton, name)
        assert isinstance(button, QAbstractButton)
        button.click()

    QTimer.singleShot(0, click)
    return seen


def bug() -> None:
    raise ValueError(f"cannot greet {CANARY}")


def raise_one() -> None:
    try:
        bug()
    except ValueError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_it_is_told_reported_and_the_program_goes_on(
    guard: CrashGuard, tmp_path: Path, qtbot: QtBot, capsys: pytest.CaptureFixture[str]
) -> None:
    seen = answer_with("crash_go_on")
    with qtbot.assertNotEmitted(guard.close_requested):
        raise_one()
    assert len(seen) == 1
    (report,) = reports(tmp_path)
    assert "in bug" in report
    assert CANARY not in report + capsys.readouterr().err


def test_it_is_told_where_nobody_reads_along(
    guard: CrashGuard, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, where a window that the Explorer opened has no stderr."""
    monkeypatch.setattr(sys, "stderr", None)
    seen = answer_with("crash_go_on")
    raise_one()
    assert len(seen) == 1
    assert len(reports(tmp_path)) == 1


def test_closing_the_program_can_be_chosen(guard: CrashGuard, qtbot: QtBot) -> None:
    answer_with("crash_close")
    with qtbot.waitSignal(guard.close_requested):
        raise_one()


def test_a_second_bug_meanwhile_is_reported_and_not_told(
    guard: CrashGuard, tmp_path: Path, qtbot: QtBot
) -> None:
    later = at("2026-11-21 10:43")
    seen: list[CrashWindow] = []

    def another() -> None:
        window = QApplication.activeModalWidget()
        if not isinstance(window, CrashWindow):
            QTimer.singleShot(1, another)
            return
        seen.append(window)
        guard._now = lambda: later.local
        raise_one()
        window.go_on.click()

    QTimer.singleShot(0, another)
    raise_one()
    assert len(seen) == 1
    assert len(reports(tmp_path)) == 2


def test_a_bug_in_a_thread_is_told_by_the_window_too(
    guard: CrashGuard, tmp_path: Path, qtbot: QtBot
) -> None:
    seen = answer_with("crash_go_on")
    thread = threading.Thread(target=bug)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: len(seen) == 1)
    assert len(reports(tmp_path)) == 1


def test_ctrl_c_ends_the_program_and_is_no_bug(
    guard: CrashGuard, tmp_path: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(guard.close_requested):
        sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert reports(tmp_path) == []


def test_a_part_that_an_installed_program_lost_is_named_instead(
    guard: CrashGuard, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / paths.PARTS).write_text("calling_rules.toml\n", encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    seen = answer_with("crash_close")
    with qtbot.waitSignal(guard.close_requested):
        raise_one()
    said = " ".join(label.text() for label in seen[0].findChildren(QLabel))
    assert "calling_rules.toml" in said and "install it again" in said
    assert "our mistake" not in said
