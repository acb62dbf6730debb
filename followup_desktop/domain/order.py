"""Orders as their page lists them, and when their checkpoints are due (M-37)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time

from followup_desktop.domain.customer import Checkpoint
from followup_desktop.domain.delay import Delay
from followup_desktop.domain.kinds import Fulfilment, Step
from followup_desktop.domain.shop_time import Now, days_after

PROMISED = (Step.READY, Step.COMPLETE)
"""What the promised date is about; the rest is up to the customer."""
IN_THEIR_HANDS = (Step.INTACT, Step.QUESTIONS)
"""What can only be asked once they have it."""
FETCHED_WITHIN_DAYS = 7
"""What isn't brought to them is fetched within a week, or somebody asks."""


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
    delay: Delay | None = None
    """The newest."""

    @property
    def next_step(self) -> Checkpoint | None:
        """The first checkpoint that isn't done."""
        return next((one for one in self.checkpoints if one.done_at is None), None)

    @property
    def is_untold(self) -> bool:
        """The shop knows that it won't be as promised, and the customer doesn't."""
        return self.delay is not None and not self.delay.is_told and not is_ready(self.checkpoints)


def is_ready(checkpoints: Iterable[Checkpoint]) -> bool:
    """Ready and complete: the shop has done what it promised."""
    return all(one.done_at is not None for one in checkpoints if one.step in PROMISED)


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
    return is_past and not is_ready(checkpoints)


def is_overdue(checkpoint: Checkpoint, today: date) -> bool:
    return (
        checkpoint.done_at is None and checkpoint.due_on is not None and checkpoint.due_on < today
    )


def due_dates(fulfilment: Fulfilment, promised_on: date | None) -> dict[Step, date | None]:
    """By when each checkpoint should be ticked, as far as the promised day says it. What is asked
    once they have it gets its day when they do."""
    received_on = promised_on
    if promised_on is not None and fulfilment is not Fulfilment.DELIVERY:
        received_on = days_after(promised_on, FETCHED_WITHIN_DAYS)
    return {**dict.fromkeys(PROMISED, promised_on), Step.RECEIVED: received_on}
