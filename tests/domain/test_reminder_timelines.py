"""Announced exactly once per due version, never outside the allowed hours, and never dropped.

Some hundred random timelines here; all of them with

    FOLLOWUP_TIMELINES=100000 make pytest ARGS=tests/domain/test_reminder_timelines.py
"""

import os

import pytest

from followup_desktop.domain.shop_time import Now
from tests.domain.timelines import Program, run

FEW = 150
TIMELINES = int(os.environ.get("FOLLOWUP_TIMELINES", FEW))


def test_the_program_says_what_a_plain_model_says_whatever_the_clock_does() -> None:
    announced = sum(run(seed) for seed in range(TIMELINES))
    assert announced > TIMELINES, "timelines in which nothing happens show nothing"


class Forgetful(Program):
    """Loses its rows when the program ends, or another thing is written."""

    def written(self) -> None:
        super().written()
        self.rows.clear()


class Trusting(Program):
    """Believes that clocks only go on."""

    def holds(self, now: Now) -> bool:
        is_known = self.asked is not None and self.next_at is not None
        return is_known and now.local < self.next_at


@pytest.mark.parametrize("wrong", [Forgetful, Trusting])
def test_the_timelines_find_what_is_wrong(wrong: type[Program]) -> None:
    with pytest.raises(AssertionError):
        for seed in range(FEW):
            run(seed, wrong)
