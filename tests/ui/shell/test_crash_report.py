"""What is kept about a bug, and what isn't."""

import sys
from datetime import datetime
from pathlib import Path

from followup_desktop.domain.errors import Trouble, WorldError
from followup_desktop.ui.shell import crash_report

AT = datetime.fromisoformat("2026-11-21T10:42:00")
CANARY = "Zephyrine Quill"


def a_bug(name: str) -> Exception:
    number = "+1 212 555 0143"
    try:
        {}[f"{name} {number}"]
    except KeyError as first:
        try:
            raise ValueError(f"cannot greet {name}") from first
        except ValueError as second:
            return second
    raise AssertionError


def test_a_report_says_where_and_nothing_about_whom() -> None:
    text = crash_report.text_of(a_bug(CANARY), AT)
    assert "in a_bug" in text
    assert "builtins.KeyError" in text
    assert "builtins.ValueError" in text
    assert "2026-11-21 10:42:00" in text
    for secret in (*CANARY.split(), "555", "greet"):
        assert secret not in text


def test_a_report_does_not_name_the_pcs_user() -> None:
    text = crash_report.text_of(a_bug(CANARY), AT)
    assert str(Path(__file__).parents[3]) not in text
    assert str(Path(sys.prefix).parent) not in text


def test_a_trouble_of_the_world_is_kept_as_its_code() -> None:
    try:
        raise WorldError(Trouble.DISK_FULL, where=CANARY)
    except WorldError as error:
        text = crash_report.text_of(error, AT)
    assert "WorldError: disk_full" in text
    assert CANARY not in text


def test_reports_are_the_owners_alone_and_never_pile_up(tmp_path: Path) -> None:
    for second in range(30):
        kept = crash_report.keep(a_bug(CANARY), tmp_path, AT.replace(second=second))
        assert kept is not None
    reports = sorted((tmp_path / crash_report.FOLDER).iterdir())
    assert len(reports) == 20
    assert reports[-1] == kept
    if sys.platform != "win32":
        assert kept.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_written_to_is_no_second_trouble(tmp_path: Path) -> None:
    assert crash_report.keep(a_bug(CANARY), tmp_path / "not there", AT) is None
