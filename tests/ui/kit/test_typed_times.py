from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.ui.kit.typed_times import parse_time


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("11", time(11)),
        ("11:00", time(11)),
        ("11.30", time(11, 30)),
        ("11h30", time(11, 30)),
        ("11h", time(11)),
        ("11 uhr", time(11)),
        ("1530", time(15, 30)),
        ("930", time(9, 30)),
        ("0930", time(9, 30)),
        ("9", time(9)),
        ("3", time(15)),
        ("3:30", time(15, 30)),
        ("330", time(15, 30)),
        ("03:00", time(3)),
        ("7", time(7)),
        ("3pm", time(15)),
        ("3 p.m.", time(15)),
        ("3:30 PM", time(15, 30)),
        ("330pm", time(15, 30)),
        ("9a", time(9)),
        ("3 am", time(3)),
        ("12am", time(0)),
        ("12pm", time(12)),
        ("12", time(12)),
        ("0:00", time(0)),
        ("noon", time(12)),
        (" 11:00 ", time(11)),
    ],
)
def test_times(typed: str, meant: time) -> None:
    assert parse_time(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "later", "25", "24:00", "11:60", "13pm", "0am", "11:5", "12345", "-3", "11-12"]
)
def test_not_understood(typed: str) -> None:
    assert parse_time(typed) is None


@given(st.times().map(lambda at: at.replace(second=0, microsecond=0, fold=0)))
def test_a_time_written_in_full_is_that_time(at: time) -> None:
    assert parse_time(f"{at:%H:%M}") == at
    assert parse_time(f"{at:%H%M}") == at
    assert parse_time(f"{at:%I:%M %p}") == at


@given(st.text(max_size=60))
def test_whatever_is_typed_nothing_breaks(typed: str) -> None:
    parse_time(typed)
