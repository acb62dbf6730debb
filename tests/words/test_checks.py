"""What the check found, in sentences."""

from dataclasses import fields, replace

import pytest

from followup_desktop.domain.upkeep import CheckReport
from followup_desktop.words import checks


def test_all_is_well() -> None:
    assert checks.findings(CheckReport()) == ()
    assert checks.sound().endswith(".")


@pytest.mark.parametrize("name", [field.name for field in fields(CheckReport)])
def test_everything_that_can_be_found_is_said(name: str) -> None:
    one = checks.findings(replace(CheckReport(), **{name: (1,)}))
    two = checks.findings(replace(CheckReport(), **{name: (1, 2)}))
    assert len(one) == len(two) == 1
    assert "1" in one[0] and "2" in two[0]
    assert one[0].replace("1", "") != two[0].replace("2", "")
