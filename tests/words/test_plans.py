"""What a planned follow-up is for, in one short sentence."""

from datetime import date

import pytest

from followup_desktop.domain.cadence.rules import Rule
from followup_desktop.domain.kinds import Kind
from followup_desktop.domain.planned import PlannedFollowUp
from followup_desktop.words import plans

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("planned", "said"),
    [
        (
            PlannedFollowUp(Rule.TWO_MONTHS, Kind.TWO_MONTHS, DAY),
            "Two months on: still a good choice?",
        ),
        (
            PlannedFollowUp(Rule.TWO_MONTHS, Kind.TWO_MONTHS, DAY, item="navy suit"),
            "Navy suit, two months on: still a good choice?",
        ),
        (
            PlannedFollowUp(Rule.ORDER_READY, Kind.ORDER_CHECK, DAY, item="navy suit"),
            "Is it ready, complete, as promised?",
        ),
        (
            PlannedFollowUp(Rule.AFTER_OCCASION, Kind.AFTER_OCCASION, DAY, about="the wedding"),
            "The wedding: how did it go?",
        ),
    ],
)
def test_a_step_says_what_it_is_for(planned: PlannedFollowUp, said: str) -> None:
    assert plans.sentence(planned) == said
