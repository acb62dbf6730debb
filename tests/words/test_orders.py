"""Orders in words (M-37)."""

from datetime import date, timedelta

import pytest

from followup_desktop.domain.customer import Checkpoint
from followup_desktop.domain.delay import Delay
from followup_desktop.domain.kinds import OrderChoice, Step
from followup_desktop.words import orders as words
from tests.services.world import at

NOW = at("2026-11-21 10:42")
DELAY = Delay(1, 1, "The soles", NOW.utc, "Ed", None, "", None, "")


@pytest.mark.parametrize(
    ("waited", "said"),
    [
        (timedelta(minutes=4), "Told at once"),
        (timedelta(minutes=20), "Told after 20 minutes"),
        (timedelta(minutes=59), "Told after 59 minutes"),
        (timedelta(minutes=61), "Told after 1 hour"),
        (timedelta(hours=26), "Told after 26 hours"),
        (timedelta(hours=49), "Told after 2 days"),
    ],
)
def test_how_long_it_took_to_tell(waited: timedelta, said: str) -> None:
    assert words.told_after(waited) == said
    told = Delay(1, 1, "", NOW.utc, "Ed", NOW.utc + waited, "Anna", None, "")
    assert words.delay(told, NOW.utc) == f"{said}, by Anna."


def test_nobody_has_told_them_yet() -> None:
    later = NOW.utc + timedelta(hours=3)
    assert words.delay(DELAY, later) == "Not told yet. We have known for 3 hours."
    by_nobody = Delay(1, 1, "", NOW.utc, "", NOW.utc, "", None, "")
    assert words.delay(by_nobody, later) == "Told at once."


def test_every_choice_can_be_offered_and_told() -> None:
    assert set(words.CHOICES) == set(OrderChoice)
    for choice in OrderChoice:
        assert words.chose(choice)
        assert words.chose(choice, "the brown pair").endswith(": the brown pair")


@pytest.mark.parametrize(
    ("due_on", "done", "by", "said"),
    [
        (None, False, "", "Set a day"),
        (date(2026, 11, 23), False, "", "by Monday"),
        (date(2026, 11, 20), False, "", "since yesterday"),
        (date(2026, 11, 20), True, "Ed", "Ed, today"),
        (None, True, "", "today"),
    ],
)
def test_a_step_with_who_and_when(due_on: date | None, done: bool, by: str, said: str) -> None:
    step = Checkpoint(1, Step.READY, due_on, NOW.utc if done else None, by)
    assert words.step(step, NOW.day) == said
