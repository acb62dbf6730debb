"""Steps of a build: one that fails says which and why, and nothing knows when it was built."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import steps


def test_a_step_that_fails_is_named_with_what_it_said(capsys: pytest.CaptureFixture[str]) -> None:
    script = "import sys; sys.exit('the disk is full')"
    with pytest.raises(steps.StepFailed) as failed:
        steps.run("Packing", sys.executable, "-c", script)
    assert "Packing" in str(failed.value) and "the disk is full" in str(failed.value)
    assert "Packing" in capsys.readouterr().out


def test_a_program_that_is_not_there_is_named() -> None:
    with pytest.raises(steps.StepFailed, match="no-such-program"):
        steps.run("Packing", "no-such-program")


def test_a_failed_build_ends_with_a_sentence_and_one(capsys: pytest.CaptureFixture[str]) -> None:
    def build() -> Path:
        raise steps.StepFailed("Packing — this failed: the disk is full.")

    assert steps.main(build) == 1
    assert capsys.readouterr().err == "Packing — this failed: the disk is full.\n"


@pytest.mark.skipif(
    not (steps.ROOT / ".git").exists() or not shutil.which("git"), reason="this is no clone"
)
def test_everything_is_dated_with_the_commit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    command = ["git", "log", "-1", "--format=%ct"]
    said = subprocess.run(command, cwd=steps.ROOT, capture_output=True, text=True, check=True)
    assert steps.always_the_same()["SOURCE_DATE_EPOCH"] == said.stdout.strip()
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert steps.moment() == 1_700_000_000


def test_outside_a_clone_one_has_to_say_when(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    monkeypatch.setattr(steps, "ROOT", tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(steps.StepFailed, match="SOURCE_DATE_EPOCH"):
        steps.moment()
