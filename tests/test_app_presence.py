"""What Windows is told of the running program. What comes of it there: tests/frozen."""

import ctypes
import sys
from types import SimpleNamespace

import pytest

from followup_desktop.app import autostart, presence


def test_nothing_is_told_where_there_is_no_windows() -> None:
    if sys.platform != "win32":
        assert not hasattr(ctypes, "windll")
        presence.announce()


def test_windows_hears_that_it_runs_and_whose_windows_these_are(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[tuple[object, ...]] = []
    windll = SimpleNamespace(
        kernel32=SimpleNamespace(CreateMutexW=lambda *words: told.append(words)),
        shell32=SimpleNamespace(
            SetCurrentProcessExplicitAppUserModelID=lambda *words: told.append(words)
        ),
    )
    monkeypatch.setattr(ctypes, "windll", windll, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    presence.announce()
    assert told == [(None, False, r"Local\Followup.Running"), ("Followup.Desktop",)]


def test_at_login_the_window_opens_without_a_console(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", r"C:\Programs\Followup\followup-desktop.exe")
    assert autostart.command() == [r"C:\Programs\Followup\Followup.exe", "--minimised"]
