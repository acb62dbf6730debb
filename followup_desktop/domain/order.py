"""Orders as their page lists them (M-37)."""

from dataclasses import dataclass
from datetime import date, time

from followup_desktop.domain.customer import Checkpoint
from followup_desktop.domain.kinds import Fulfilment, Step
from followup_desktop.domain.shop_time import Now

PROMISED = (Step.READY, Step.COMPLETE)
"""What the promised date is about; the rest is up to the customer."""


@dataclass(frozen=True, slots=True)
class OrderLine:
    id: int
    customer_id: int
    name: str
    title: str
    phone: str
    what: str
    fulfilment: Fulfilment
    promised_on: date | None
    promised_time: time | None
    checkpoints: tuple[Checkpoint, ...]
    is_late: bool

    @property
    def next_step(self) -> Checkpoint | None:
        """The first checkpoint that isn't done."""
        return next((one for one in self.checkpoints if one.done_at is None), None)


def is_late(
    promised_on: date | None,
    promised_time: time | None,
    checkpoints: tuple[Checkpoint, ...],
    now: Now,
) -> bool:
    """The promised moment has passed, and it is not ready and complete."""
    if promised_on is None or promised_on > now.day:
        return False
    is_past = promised_on < now.day or (promised_time is not None and promised_time < now.time)
    return is_past and any(one.step in PROMISED and one.done_at is None for one in checkpoints)
