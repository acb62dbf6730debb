"""Public holidays are worked out once, and what became of the file is no trouble."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from followup_desktop.services import kept_holidays
from followup_desktop.services.kept_holidays import FILE_NAME, holidays_in, keep_in

INDEPENDENCE_DAY = date(2026, 7, 4)


@pytest.fixture(autouse=True)
def nowhere_after() -> Iterator[None]:
    yield
    kept_holidays._place = None
    kept_holidays._of_year.cache_clear()


def test_they_are_worked_out_once(tmp_path: Path) -> None:
    keep_in(tmp_path)
    assert INDEPENDENCE_DAY in holidays_in("US")(2026)
    kept = json.loads((tmp_path / FILE_NAME).read_text())
    kept["US 2026"] = ["2026-02-03"]  # to see that this is what is read
    (tmp_path / FILE_NAME).write_text(json.dumps(kept))
    keep_in(tmp_path)
    assert holidays_in("US")(2026) == {date(2026, 2, 3)}


def test_another_version_works_them_out_anew(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text('{"made_by": "0", "US 2026": ["2026-02-03"]}')
    keep_in(tmp_path)
    assert INDEPENDENCE_DAY in holidays_in("US")(2026)


@pytest.mark.parametrize("text", ["", "[]", "{", '{"US 2026": 7}', '{"US 2026": ["soon"]}'])
def test_a_spoilt_file_is_no_trouble(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text)
    keep_in(tmp_path)
    assert INDEPENDENCE_DAY in holidays_in("US")(2026)


def test_years_and_countries_stand_beside_each_other(tmp_path: Path) -> None:
    keep_in(tmp_path)
    assert holidays_in("US")(2026) != holidays_in("US")(2027) != holidays_in("FR")(2027)
    keep_in(tmp_path)
    assert INDEPENDENCE_DAY in holidays_in("US")(2026)
    assert date(2027, 7, 14) in holidays_in("FR")(2027)


def test_a_folder_that_cannot_be_written_to_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    keep_in(tmp_path / "file" / "below")
    assert INDEPENDENCE_DAY in holidays_in("US")(2026)
    assert not holidays_in("")(2026)
