"""A visit form that was left half-filled comes back as it was."""

from datetime import date, time

import pytest

from followup_desktop.domain import visit_draft
from followup_desktop.domain.kinds import Fulfilment
from followup_desktop.domain.planned import PlanChange
from followup_desktop.domain.product_group import ItemGroup
from followup_desktop.domain.visit import NewVisit

FULL = NewVisit(
    customer_id=7,
    name="Zoë “Zo” Müller-Lüdenscheidt 🎩",
    phone="212 555",
    bought=True,
    items=("Navy suit", "White shirt"),
    item_groups=(ItemGroup("Navy suit", 3), ItemGroup("White shirt", None)),
    occasion="Sister’s wedding",
    occasion_on=date(2026, 11, 28),
    for_whom="Eli",
    is_gift=True,
    fulfilment=Fulfilment.ALTERATION,
    promised_on=date(2026, 11, 25),
    promised_time=time(15, 30),
    learned="Two\nlines.",
    may_call=False,
    changes=(
        PlanChange("day_after", is_on=False),
        PlanChange("two_weeks", due_on=date(2026, 12, 7), due_time=time(9, 0)),
    ),
)


@pytest.mark.parametrize("visit", [FULL, NewVisit()])
def test_comes_back_as_it_was(visit: NewVisit) -> None:
    assert visit_draft.from_text(visit_draft.to_text(visit)) == visit


@pytest.mark.parametrize(
    "text", ["", "not json", "[]", "7", '{"occasion_on": "soon"}', '{"changes": [{}]}']
)
def test_what_cannot_be_read_is_no_draft(text: str) -> None:
    assert visit_draft.from_text(text) is None


def test_a_field_of_another_version_is_left_aside() -> None:
    assert visit_draft.from_text('{"name": "Jun", "shoe_size": 43}') == NewVisit(name="Jun")
