"""Every code of the closed lists has its words."""

from enum import Enum

import pytest

from followup_desktop.domain.changes import Did
from followup_desktop.domain.kinds import FactKind, Fulfilment, Kind, Stage, Step, Way
from followup_desktop.domain.shop import Look
from followup_desktop.domain.today import Group
from followup_desktop.words import codes


@pytest.mark.parametrize(
    ("list_of_codes", "word"),
    [
        (Did, codes.did),
        (Kind, codes.kind),
        (Stage, codes.stage),
        (Look, codes.look),
        (Way, codes.way),
        (Fulfilment, codes.fulfilment),
        (Step, codes.order_step),
        (FactKind, codes.fact),
        (Group, codes.group),
    ],
)
def test_each_code_has_words(list_of_codes: type[Enum], word: object) -> None:
    assert callable(word)
    for code in list_of_codes:
        words = word(code)
        assert words
        assert words[0].isupper()
        assert "!" not in words


def test_the_stage_says_how_often_they_bought_where_it_matters() -> None:
    assert codes.stage_with_purchases(Stage.FIRST_PURCHASE, 1) == "First purchase"
    assert codes.stage_with_purchases(Stage.CUSTOMER, 3) == "Repeat customer · 3 purchases"
