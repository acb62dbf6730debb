"""An order that won't be complete on its day: who knew it when, and what they chose (M-37)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from followup_desktop.domain.kinds import OrderChoice


@dataclass(frozen=True, slots=True)
class Delay:
    id: int
    order_id: int
    what: str
    """What is missing, or why."""
    known_at: datetime
    known_by: str
    told_at: datetime | None
    told_by: str
    choice: OrderChoice | None
    choice_note: str

    @property
    def is_told(self) -> bool:
        return self.told_at is not None

    def waited(self, now: datetime) -> timedelta:
        """From the moment the shop knew until the customer did, or until now while nobody has
        told them (M-68)."""
        return max(timedelta(0), (self.told_at or now) - self.known_at)


@dataclass(frozen=True, slots=True)
class OrderOnCall:
    """The order that a call is about, and what they chose where it isn't complete."""

    id: int
    what: str
    promised_on: date | None
    promised_time: time | None
    choice: OrderChoice | None
    choice_note: str
