"""An installed program that lost a part of itself says so, before it touches anything."""

import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from followup_desktop import __main__, paths
from followup_desktop.app.bugs import noticing
from followup_desktop.cli import Exit
from followup_desktop.domain.kinds import Kind

Answer = tuple[int, str]


@pytest.fixture
def parts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of an installed program: a library and the playbooks."""
    folder = tmp_path / "program"
    (folder / "resources" / "playbooks" / "en").mkdir(parents=True)
    listed = ["one.so", *(f"resources/playbooks/en/{kind}.toml" for kind in Kind)]
    for name in listed:
        (folder / name).touch()
    (folder / paths.PARTS).write_text("".join(f"{name}\n" for name in listed), encoding="utf-8")
    monkeypatch.setattr(sys, "_MEIPASS", str(folder), raising=False)
    return folder


@pytest.fixture
def answer(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., Answer]:
    def ask(*words: object) -> Answer:
        monkeypatch.setattr(sys, "argv", ["followup-desktop", *map(str, words)])
        code = __main__.main()
        return code, capsys.readouterr().err

    return ask


def test_a_whole_program_goes_on(
    parts: Path, answer: Callable[..., Answer], data_dir: Path
) -> None:
    code, said = answer("check", "--data-dir", data_dir)
    assert code == Exit.TROUBLE
    assert "no shop in this folder" in said


@pytest.mark.parametrize("part", ["one.so", "resources/playbooks/en/promise.toml", paths.PARTS])
@pytest.mark.parametrize("command", ["check", "tour"])
def test_a_missing_part_is_named_and_nothing_is_made(
    parts: Path, answer: Callable[..., Answer], tmp_path: Path, command: str, part: str
) -> None:
    (parts / part).unlink()
    target = tmp_path / "target"
    words = ["tour", target] if command == "tour" else ["check", "--data-dir", target]
    code, said = answer(*words)
    assert code == Exit.TROUBLE
    assert part in said and "install Followup again" in said
    assert not target.exists()


def test_a_library_is_named_by_its_file_before_anything_leans_on_it(
    parts: Path, answer: Callable[..., Answer], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (parts / "one.so").unlink()
    for module in ("services", "services.playbooks", "store.store"):
        monkeypatch.setitem(sys.modules, f"followup_desktop.{module}", None)
    code, said = answer("check", "--data-dir", tmp_path / "target")
    assert code == Exit.TROUBLE
    assert "one.so" in said


def test_a_playbook_that_the_build_forgot_and_so_never_listed_is_named_too(
    parts: Path, answer: Callable[..., Answer], tmp_path: Path
) -> None:
    (parts / "resources/playbooks/en/promise.toml").unlink()
    (parts / paths.PARTS).write_text("one.so\n", encoding="utf-8")
    code, said = answer("check", "--data-dir", tmp_path / "target")
    assert code == Exit.TROUBLE
    assert "promise.toml" in said and "install Followup again" in said
    assert not (tmp_path / "target").exists()


def test_what_cannot_be_imported_is_told_in_a_sentence_once_installed(
    parts: Path, answer: Callable[..., Answer], data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "followup_desktop.store.store", None)
    code, said = answer("check", "--data-dir", data_dir)
    assert code == Exit.TROUBLE
    assert "followup_desktop.store.store" in said and "install Followup again" in said


def test_a_developer_sees_where_an_import_failed(
    answer: Callable[..., Answer], data_dir: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "followup_desktop.store.store", None)
    with pytest.raises(ImportError):
        answer("check", "--data-dir", data_dir)


def test_a_bug_in_a_slot_is_noticed_and_still_told(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[BaseException] = []
    monkeypatch.setattr(sys, "excepthook", lambda kind, error, trace: told.append(error))
    error = ValueError("a bug")
    with noticing() as bugs:
        sys.excepthook(ValueError, error, None)
    assert bugs == told == [error]
    sys.excepthook(ValueError, error, None)
    assert bugs == [error]


def test_a_bug_in_a_thread_is_noticed_too(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[BaseException | None] = []
    monkeypatch.setattr(threading, "excepthook", lambda raised: told.append(raised.exc_value))
    error = ValueError("a bug")

    def fail() -> None:
        raise error

    with noticing() as bugs:
        thread = threading.Thread(target=fail)
        thread.start()
        thread.join()
    assert bugs == told == [error]
