"""Setting up: quick when nothing changed, and never content with half a job."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts import set_up


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a lock and a finished .venv."""
    venv = tmp_path / ".venv"
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", venv], check=True)
    monkeypatch.setattr(set_up, "VENV", venv)
    monkeypatch.setattr(set_up, "STAMP", venv / "stamp")
    monkeypatch.setattr(set_up, "LOCK", tmp_path / "lock")
    set_up.LOCK.write_text("one==1\n", encoding="utf-8")
    set_up.STAMP.write_text(set_up.fingerprint(), encoding="utf-8")
    return venv


def test_a_finished_venv_is_left_alone(made: Path) -> None:
    assert set_up.is_complete()


def test_other_packages_need_a_new_venv(made: Path) -> None:
    set_up.LOCK.write_text("one==2\n", encoding="utf-8")
    assert not set_up.is_complete()


def test_an_interrupted_set_up_is_started_anew(made: Path) -> None:
    set_up.STAMP.unlink()
    assert not set_up.is_complete()


def test_a_venv_whose_python_went_away_is_made_anew(made: Path) -> None:
    set_up.venv_python().unlink()
    assert not set_up.is_complete()


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux lacks libraries")
class TestMissingLibraries:
    @pytest.fixture(autouse=True)
    def one_is_missing(self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
        apt = tmp_path / "bin" / "apt-get"
        apt.parent.mkdir()
        apt.write_text('#!/bin/sh\necho "$@" >> "$0.log"\n', encoding="utf-8")
        apt.chmod(0o755)
        self.log = apt.with_name("apt-get.log")
        monkeypatch.setenv("PATH", str(apt.parent), prepend=":")
        monkeypatch.setattr(set_up, "LIBRARIES", {"libnowhere.so.9": "libnowhere9"})

    def test_a_user_is_told_the_one_line(
        self, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
    ) -> None:
        monkeypatch.setattr("os.geteuid", lambda: 1000)
        assert set_up.main([]) == 1
        line = "sudo apt-get install --yes --no-install-recommends libnowhere9"
        assert line in capsys.readouterr().err
        assert not self.log.exists()

    def test_root_gets_it_installed(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("os.geteuid", lambda: 0)
        set_up.provide(set_up.missing_packages(desktop=False))
        wanted = "update\ninstall --yes --no-install-recommends libnowhere9\n"
        assert self.log.read_text(encoding="utf-8") == wanted
