"""Steps that stand already name what was bought: there may be two of a kind (M-24)."""

from dataclasses import replace

from followup_desktop.domain.kinds import Outcome
from followup_desktop.services import Services
from followup_desktop.words import plans
from tests.services.call_world import ED, SUIT, Talk
from tests.services.world import at


def test_two_of_a_kind_can_be_told_apart_in_the_wrap_up(services: Services) -> None:
    made = services.visits.record(at("2026-11-20 10:42"), ED, SUIT)
    shoes = replace(
        SUIT, customer_id=made.customer_id, items=("Brown shoes",), occasion="", occasion_on=None
    )
    services.visits.record(at("2026-11-21 10:42"), ED, shoes)
    assert made.customer_id is not None
    talk = Talk(services, at("2026-11-23 10:42"), made.customer_id)
    talk.call()
    steps = [plans.sentence(one) for one in talk.answer(Outcome.TALKED).next_steps]
    assert "Navy suit, two-button, two months on: still a good choice?" in steps
    assert "Brown shoes, two months on: still a good choice?" in steps
