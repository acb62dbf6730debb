"""Recording who came in (M-32 … M-37)."""

from dataclasses import dataclass
from datetime import date, time

from followup_desktop.domain.checks import FieldProblem
from followup_desktop.domain.kinds import Fulfilment
from followup_desktop.domain.planned import PlanChange, PlannedFollowUp
from followup_desktop.domain.product_group import ItemGroup
from followup_desktop.domain.today import Waits


@dataclass(frozen=True, slots=True)
class NewVisit:
    """What the form holds, as typed."""

    customer_id: int | None = None
    name: str = ""
    phone: str = ""
    bought: bool = True
    items: tuple[str, ...] = ()
    item_groups: tuple[ItemGroup, ...] = ()
    """Only where somebody chose another group than the one that was guessed."""
    occasion: str = ""
    occasion_on: date | None = None
    for_whom: str = ""
    is_gift: bool = False
    fulfilment: Fulfilment = Fulfilment.TAKEN
    promised_on: date | None = None
    promised_time: time | None = None
    looked_at: str = ""
    held_back: str = ""
    also_looking_at: str = ""
    learned: str = ""
    may_call: bool | None = None
    """None: not asked, nothing is recorded."""
    changes: tuple[PlanChange, ...] = ()


@dataclass(frozen=True, slots=True)
class VisitPreview:
    """What saving would plan, and what stands in the way."""

    planned: tuple[PlannedFollowUp, ...]
    problems: tuple[FieldProblem, ...]
    phone_shown: str
    """The phone as it will be shown, when it is a number."""
    groups: tuple[ItemGroup, ...] = ()
    """The product group of each item; empty for a shop without groups."""
    owner_id: int | None = None
    """The clerk who looks after them: the follow-ups are theirs (M-49). None: whose visit it is."""
    owner_name: str = ""
    withheld: Waits | None = None
    """Why nothing but service is planned (M-28)."""
