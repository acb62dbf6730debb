"""What a clerk noted, as it is said to the customer."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from followup_desktop.words.second_person import inside, item, lower_first, yours


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("Sister’s wedding", "your sister’s wedding"),
        ("his sister’s wedding", "your sister’s wedding"),
        ("First board meeting", "your first board meeting"),
        ("Wedding", "your wedding"),
        ("the opening night", "the opening night"),
        ("a talk at his old school", "a talk at your old school"),
        ("the party of her daughter", "the party of your daughter"),
        ("a dinner with her and Tom", "a dinner with her and Tom"),
        ("a present for her", "a present for her"),
        ("A summer wedding.", "a summer wedding"),
        ("Christmas", "Christmas"),
        ("Eli", "Eli"),
        ("Dana and Eli", "Dana and Eli"),
        ("wife Dana", "your wife Dana"),
        ("Wife Dana", "your wife Dana"),
        ("son", "your son"),
        ("himself", ""),
        ("  ", ""),
    ],
)
def test_said_to_them(noted: str, said: str) -> None:
    assert yours(noted) == said


@pytest.mark.parametrize(
    ("noted", "said"),
    [
        ("Navy suit, two-button", "navy suit"),
        ("a camel coat", "camel coat"),
        ("The BMW jacket", "BMW jacket"),
        ("iPhone case", "iPhone case"),
        ("Levi’s 501", "Levi’s 501"),
        ("A", "a"),
        ("", ""),
    ],
)
def test_things_have_no_article(noted: str, said: str) -> None:
    assert item(noted) == said


@pytest.mark.parametrize(
    ("noted", "inside_a_sentence"),
    [
        ("Sister’s wedding", "sister’s wedding"),
        ("First board meeting", "first board meeting"),
        ("Eid", "Eid"),
        ("a lecture in Madrid", "a lecture in Madrid"),
    ],
)
def test_noted_things_inside_a_sentence(noted: str, inside_a_sentence: str) -> None:
    assert inside(noted) == inside_a_sentence


@given(st.text())
def test_anything_typed_comes_back_as_text(noted: str) -> None:
    for said in (yours(noted), item(noted), lower_first(noted)):
        assert said == said.strip()
        assert said != "your"
