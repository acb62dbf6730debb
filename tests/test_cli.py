"""The back door: plain sentences, exit codes, no traceback."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from followup_desktop import cli
from followup_desktop.domain.visit import NewVisit
from followup_desktop.services import Services
from followup_desktop.store.database import FILE_NAME
from followup_desktop.store.store import Store
from tests.services.world import HOURS, at

ROOT = Path(__file__).parents[1]
FORK = ["due", "export", "backup", "check"]


@pytest.fixture
def shop(data_dir: Path) -> Path:
    """Somebody bought a suit long ago, so that they are due whenever the tests run."""
    now = at("2026-03-02 11:00")
    store = Store.open(data_dir, now=now)
    services = Services(store)
    services.shop.set_up(now, "Marsh & Daughter", "US", HOURS, "Ed Marsh")
    visit = NewVisit(
        name="Zoë Łukasz 林",
        phone="212 555 0143",
        items=("Navy suit",),
        occasion="Wedding",
        occasion_on=date(2026, 3, 28),
    )
    services.visits.record(now, 1, visit)
    store.close()
    return data_dir


@pytest.fixture
def said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str, str]]:
    """What a command answers: its exit code, stdout, stderr."""
    monkeypatch.setattr(cli, "_now", lambda: at("2026-03-03 11:00"))

    def say(*argv: object) -> tuple[int, str, str]:
        try:
            code = cli.run(cli.parse([str(one) for one in argv]))
        except SystemExit as end:
            code = int(end.code or 0)
        out, err = capsys.readouterr()
        assert "Traceback" not in out + err
        return code, out, err

    return say


def program(*argv: object, **how: Any) -> subprocess.CompletedProcess[bytes]:
    """The whole program, as a shell starts it."""
    command = [sys.executable, "-m", "followup_desktop", *(str(one) for one in argv)]
    return subprocess.run(command, cwd=ROOT, timeout=60, **{"capture_output": True, **how})


# What is due


def test_who_is_due_and_why(shop: Path, said: Callable[..., Any]) -> None:
    code, out, err = said("due", "--data-dir", shop)
    assert (code, err) == (0, "")
    assert out.splitlines()[0] == "Now"
    assert "Zoë Łukasz 林" in out
    assert "Navy suit for Wedding, yesterday. How does it feel?" in out


def test_nothing_is_due(shop: Path, said: Callable[..., Any], monkeypatch: Any) -> None:
    monkeypatch.setattr(cli, "_now", lambda: at("2026-03-02 12:00"))
    assert said("due", "--data-dir", shop) == (0, "Nothing is waiting for a call.\n", "")


def test_due_for_programs(shop: Path, said: Callable[..., Any]) -> None:
    code, out, _err = said("--data-dir", shop, "due", "--json")
    assert (code, out.isascii()) == (0, True)
    written = json.loads(out)
    (row,) = written["rows"]
    assert (written["day"], written["more"]) == ("2026-03-03", 0)
    assert (row["name"], row["kind"], row["due_on"]) == ("Zoë Łukasz 林", "day_after", "2026-03-03")
    documented = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    assert all(f'"{name}"' in documented for name in row)


# The others


def test_export(shop: Path, said: Callable[..., Any], tmp_path: Path) -> None:
    target = tmp_path / "everything.json"
    code, out, _err = said("export", target, "--data-dir", shop)
    assert code == 0
    assert str(target) in out
    assert json.loads(target.read_text(encoding="utf-8"))["tables"]["customer"]


def test_backup(shop: Path, said: Callable[..., Any]) -> None:
    code, out, _err = said("backup", "--data-dir", shop)
    (backup,) = (shop / "backups").glob("*.db")
    assert (code, out) == (0, f"Backed up and checked: {backup}\n")


def test_check_of_what_is_sound(shop: Path, said: Callable[..., Any]) -> None:
    code, out, _err = said("check", "--data-dir", shop)
    assert (code, out.startswith("Everything is in order")) == (0, True)


def test_check_finds_what_hangs_in_the_air(shop: Path, said: Callable[..., Any]) -> None:
    store = Store.open(shop, now=at("2026-03-03 11:00"))
    store.database.execute_sql("PRAGMA foreign_keys = 0")
    store.database.execute_sql("UPDATE item SET purchase_id = 99")
    store.database.execute_sql("UPDATE customer SET purchases = 7")
    store.close()
    code, out, err = said("check", "--data-dir", shop)
    assert (code, err) == (3, "")
    assert out.splitlines() == [
        "1 entry points at something that is not there.",
        "The counts of 1 customer are not up to date.",
    ]


# The command line itself


@pytest.mark.parametrize(
    "argv",
    [
        ["sing"],
        ["due", "--jsn"],
        ["export"],
        ["tour"],
        ["due", "--data-dir"],
        ["--data-dir", "", "due"],
        ["export", " "],
        ["backup", "more"],
        ["--data", "x", "due"],
    ],
)
def test_what_cannot_be_understood(said: Callable[..., Any], argv: list[str]) -> None:
    code, out, err = said(*argv)
    assert (code, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert err.endswith("Try: followup-desktop --help\n")


@pytest.mark.parametrize("argv", [[], ["--data-dir", "/x"], ["tour", "pictures"]])
def test_what_needs_the_windows_is_left_to_them(argv: list[str]) -> None:
    assert cli.parse(argv).name not in cli.SCREENLESS


def test_the_folder_may_stand_anywhere() -> None:
    before = cli.parse(["--data-dir", "/x", "due"])
    assert before == cli.parse(["due", "--data-dir", "/x"])
    assert before.data_dir == Path("/x")
    assert cli.parse(["due"]).data_dir is None


def test_help_says_what_the_exit_codes_mean(said: Callable[..., Any]) -> None:
    code, out, _err = said("--help")
    assert code == 0
    assert all(name in out for name in [*cli.SCREENLESS, "tour", "--data-dir", "Exit codes"])


# When the world stands in the way


@pytest.mark.parametrize("name", FORK)
def test_a_folder_without_a_shop_stays_without_one(
    data_dir: Path, tmp_path: Path, said: Callable[..., Any], name: str
) -> None:
    target = [tmp_path / "out.json"] if name == "export" else []
    code, out, err = said(name, *target, "--data-dir", data_dir)
    assert (code, out) == (1, "")
    assert err.startswith("There is no shop in this folder yet")
    assert not data_dir.exists()


def test_a_first_start_that_was_not_finished(data_dir: Path, said: Callable[..., Any]) -> None:
    Store.open(data_dir, now=at("2026-03-02 11:00")).close()
    code, _out, err = said("due", "--data-dir", data_dir)
    assert (code, err.startswith("There is no shop")) == (1, True)


def damaged(path: Path) -> None:
    whole = path.read_bytes()
    path.write_bytes(whole[:100] + b"\xff" * 8000 + whole[8100:])


def not_a_database(path: Path) -> None:
    path.write_text("Dear diary, " * 20)


def from_a_newer_program(path: Path) -> None:
    header = bytearray(path.read_bytes())
    header[60:64] = (999).to_bytes(4, "big")
    path.write_bytes(header)


def a_folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


@pytest.mark.parametrize(
    ("happened", "begins"),
    [
        (damaged, "The data file is damaged"),
        (not_a_database, "This file was not made by Followup"),
        (from_a_newer_program, "This data was written by a newer Followup"),
        (a_folder, "Followup may not write here"),
    ],
    ids=lambda one: getattr(one, "__name__", ""),
)
@pytest.mark.parametrize("name", FORK)
def test_a_file_that_cannot_be_used(
    shop: Path,
    tmp_path: Path,
    said: Callable[..., Any],
    happened: Callable[[Path], None],
    begins: str,
    name: str,
) -> None:
    happened(shop / FILE_NAME)
    before = (shop / FILE_NAME).is_file() and (shop / FILE_NAME).read_bytes()
    target = [tmp_path / "out.json"] if name == "export" else []
    code, out, err = said(name, *target, "--data-dir", shop)
    assert code == (3 if name == "check" and happened is damaged else 1)
    assert (out, len(err.splitlines())) == ("", 1)
    assert err.startswith(begins)
    assert str(shop) in err
    assert ((shop / FILE_NAME).is_file() and (shop / FILE_NAME).read_bytes()) == before


def test_a_place_where_nothing_can_be_written(
    shop: Path, said: Callable[..., Any], tmp_path: Path
) -> None:
    code, _out, err = said("export", tmp_path / "missing" / "out.json", "--data-dir", shop)
    assert code == 1
    assert err.startswith("Followup may not write here")


def test_a_tour_to_where_nothing_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    told = program("tour", tmp_path / "file" / "pictures")
    assert told.returncode == 1
    assert told.stderr.decode().startswith("Nothing can be written here")


# Pipes, terminals, languages


def test_somebody_who_stops_reading(shop: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        told = program(
            "due", "--data-dir", shop, capture_output=False, stdout=writer, stderr=subprocess.PIPE
        )
    finally:
        os.close(writer)
    assert (told.returncode, told.stderr) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is full")
def test_an_answer_that_cannot_be_written(shop: Path) -> None:
    with open("/dev/full", "wb") as full:
        told = program(
            "due", "--data-dir", shop, capture_output=False, stdout=full, stderr=subprocess.PIPE
        )
    assert (told.returncode, told.stderr) == (1, b"The answer could not be written.\n")


@pytest.mark.skipif(os.name != "posix", reason="a shell's own way of closing stdout")
def test_nobody_listens_at_all(shop: Path) -> None:
    command = f'"{sys.executable}" -m followup_desktop due --data-dir "{shop}" >&-'
    told = subprocess.run(["sh", "-c", command], cwd=ROOT, capture_output=True, timeout=60)
    assert (told.returncode, told.stderr) == (0, b"")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_a_terminal_without_the_letters(shop: Path, encoding: str) -> None:
    told = program("due", "--data-dir", shop, env={**os.environ, "PYTHONIOENCODING": encoding})
    assert (told.returncode, told.stderr) == (0, b"")
    assert b"Navy suit" in told.stdout
