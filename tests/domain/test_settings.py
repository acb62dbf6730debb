"""Preferences survive a file that was written by somebody else."""

from dataclasses import asdict, fields, replace
from datetime import time

import pytest

from followup_desktop.domain import settings
from followup_desktop.domain.checks import Why
from followup_desktop.domain.errors import WorldError
from followup_desktop.domain.shop import Look, Preferences

OURS = replace(
    Preferences(),
    follow_up_times=(time(9, 15), time(17, 0)),
    budget_minutes=60,
    look=Look.DARK,
    mantra="Gute Läden hören zu.",
    holidays=False,
)


def texts(preferences: Preferences) -> dict[str, str]:
    return {name: settings.to_text(value) for name, value in asdict(preferences).items()}


def test_every_preference_comes_back_as_it_was_kept() -> None:
    assert settings.CHECKS.keys() == {field.name for field in fields(Preferences)}
    assert settings.from_texts(texts(OURS)) == OURS


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("budget_minutes", "not json"),
        ("budget_minutes", "true"),
        ("budget_minutes", "-3"),
        ("budget_minutes", '"45"'),
        ("follow_up_times", "[]"),
        ("follow_up_times", '"10:30"'),
        ("follow_up_times", '["25:00"]'),
        ("follow_up_times", "7"),
        ("follow_up_times", "[null]"),
        ("look", '"sepia"'),
        ("look", "[]"),
        ("mantra_shown", "1"),
        ("mantra", '"' + "x" * 10_000 + '"'),
        ("from_a_newer_program", "1"),
    ],
)
def test_a_bad_value_in_the_file_is_the_default_and_harms_nothing_else(
    name: str, text: str
) -> None:
    read = settings.from_texts({**texts(OURS), name: text})
    if name == "from_a_newer_program":
        assert read == OURS
    else:
        assert read == replace(OURS, **{name: getattr(Preferences(), name)})


@pytest.mark.parametrize(
    ("name", "value", "why"),
    [
        ("text_size", 10, Why.OUT_OF_RANGE),
        ("follow_up_times", (), Why.OUT_OF_RANGE),
        ("favourite_colour", "green", Why.UNKNOWN),
    ],
)
def test_a_bad_value_typed_now_is_refused(name: str, value: object, why: Why) -> None:
    with pytest.raises(WorldError) as caught:
        settings.checked(name, value)
    assert (caught.value.field, caught.value.why) == (name, why)
