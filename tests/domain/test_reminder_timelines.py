"""Announced exactly once per due version, never outside the allowed hours, and never dropped.

Some hundred random timelines here; all of them, spread over the processors, with

    FOLLOWUP_TIMELINES=100000 make pytest ARGS=tests/domain/test_reminder_timelines.py
"""

import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime, timedelta
from multiprocessing import get_context

import pytest

from followup_desktop.domain import reminding
from followup_desktop.domain.notice import Notice
from followup_desktop.domain.quiet import QuietRules
from followup_desktop.domain.reminder import Told
from followup_desktop.domain.shop_time import Now
from tests.domain.timelines import Program, run

FEW = 150
ENOUGH = 1_200
"""Timelines until something wrong has to be found. The first that does ends the test."""
TIMELINES = int(os.environ.get("FOLLOWUP_TIMELINES", FEW))


def test_the_program_says_what_a_plain_model_says_whatever_the_clock_does() -> None:
    if TIMELINES == FEW:
        announced = play(range(FEW))
    else:
        stretches = [range(at, min(at + FEW, TIMELINES)) for at in range(0, TIMELINES, FEW)]
        with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
            announced = sum(pool.map(play, stretches))
    assert announced > TIMELINES, "timelines in which nothing happens show nothing"


def play(seeds: Iterable[int]) -> int:
    return sum(run(seed) for seed in seeds)


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
def test_the_timelines_find_a_program_that_is_wrong(wrong: type[Program]) -> None:
    with pytest.raises(AssertionError):
        for seed in range(ENOUGH):
            run(seed, wrong)


def _says_each_version_once(notice: Notice, told: Told | None) -> bool:
    return told is None


def _keeps_a_snooze_that_the_clock_went_back_on(told: Told, now: Now) -> datetime | None:
    until = told.snoozed_until
    return until if until is not None and until > now.local else None


@pytest.mark.slow
@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("_is_new", _says_each_version_once),
        ("_snoozed_until", _keeps_a_snooze_that_the_clock_went_back_on),
        ("_as_rung", lambda due, notice: due),
        ("SOON", timedelta(minutes=11)),
        ("NO_TIME_LEFT", timedelta(minutes=29)),
    ],
)
def test_the_timelines_find_a_rule_that_is_wrong(
    name: str, wrong: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reminding, name, wrong)
    with pytest.raises(AssertionError):
        for seed in range(ENOUGH):
            run(seed)


def test_the_timelines_find_a_reminder_outside_the_allowed_hours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(QuietRules, "wait", lambda rules, due, now: None)
    with pytest.raises(AssertionError):
        for seed in range(ENOUGH):
            run(seed)
