"""docs/method.md says of every behaviour where it is and what shows it: each of them is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
TEXT = (ROOT / "docs" / "method.md").read_text(encoding="utf-8")
TESTS = sorted(set(re.findall(r"`(tests/[^`]+)`", TEXT)))


def test_every_number_has_its_line() -> None:
    numbers = [int(one) for one in re.findall(r"^\| M-(\d+) \|", TEXT, re.MULTILINE)]
    assert numbers == list(range(1, 81))


def test_what_cannot_be_seen_yet_is_said() -> None:
    for line in TEXT.splitlines():
        if line.startswith("| M-"):
            assert ("`tests/" in line) is not line.split(" | ")[1].startswith("Not yet"), line


@pytest.mark.parametrize("named", TESTS)
def test_every_test_it_names_is_there(named: str) -> None:
    path, _, function = named.partition("::")
    assert (ROOT / path).exists()
    if function:
        assert f"def {function}(" in (ROOT / path).read_text(encoding="utf-8")
